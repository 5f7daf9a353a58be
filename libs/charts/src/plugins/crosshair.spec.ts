import { CrosshairGroup, nearestPoint, type CrosshairHover } from './crosshair.js';

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
});
