import { CrosshairGroup, nearestPoint, pointAt, type CrosshairHover } from './crosshair.js';

const points = [{ x: 0 }, { x: 10 }, { x: 20 }, { x: 40 }];

describe('nearestPoint', () => {
  test.each([
    [-5, 0, 0],
    [4, 0, 0],
    [6, 1, 10],
    [29, 2, 20],
    [31, 3, 40],
    [99, 3, 40],
  ])('of %d is number %d', (time, index, x) => {
    expect(nearestPoint(points, time)).toEqual({ index, time: x });
  });
  test('there is none among none', () => expect(nearestPoint([], 5)).toBeNull());
  test('one is nearest to everything', () =>
    expect(nearestPoint([{ x: 7 }], -100)).toEqual({ index: 0, time: 7 }));
});

describe('pointAt', () => {
  test('a point speaks for half a step before and after it', () => {
    expect(pointAt(points, 25, 10)).toEqual({ index: 2, time: 20 });
    expect(pointAt(points, 26, 10)).toBeNull();
  });
  test('without a step only for its own moment', () => {
    expect(pointAt(points, 10, 0)).toEqual({ index: 1, time: 10 });
    expect(pointAt(points, 11, 0)).toBeNull();
  });
});

describe('CrosshairGroup', () => {
  const hover: CrosshairHover = { time: 10, index: 1, pixel: 100, chartId: 'a' };

  test('a move draws every chart of the group and tells the listeners', () => {
    const group = new CrosshairGroup();
    const drawn: string[] = [];
    const chart = (name: string) => ({ draw: () => drawn.push(name) }) as never;
    const [one, two] = [chart('one'), chart('two')];
    group.join(one);
    group.join(two);
    const heard: (CrosshairHover | null)[] = [];
    const stop = group.subscribe((next) => heard.push(next));
    group.move(hover);
    group.leave(two);
    group.move(null);
    group.move(null);
    stop();
    group.move(hover);
    expect(drawn).toEqual(['one', 'two', 'one', 'one']);
    expect(heard).toEqual([hover, null]);
  });

  test('a stretch marked on one chart is drawn on all', () => {
    const group = new CrosshairGroup();
    let drawn = 0;
    for (let count = 0; count < 3; count++) group.join({ draw: () => (drawn += 1) } as never);
    group.mark({ from: 1, to: 2 });
    expect(group.marked).toEqual({ from: 1, to: 2 });
    group.mark(null);
    expect([group.marked, drawn]).toEqual([null, 6]);
  });
});
