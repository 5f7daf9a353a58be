import { navigateByKey, type ChartNavigation } from './chart-navigation.js';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

function recorder() {
  const done: string[] = [];
  const note = (name: string) => () => void done.push(name);
  const navigation: ChartNavigation = {
    select: note('select'),
    back: note('back'),
    zoomIn: note('zoomIn'),
    zoomOut: note('zoomOut'),
    earlier: note('earlier'),
    later: note('later'),
  };
  return { done, navigation };
}

test.each([
  ['+', 'zoomIn'],
  ['=', 'zoomIn'],
  ['-', 'zoomOut'],
  ['ArrowLeft', 'earlier'],
  ['ArrowRight', 'later'],
  ['Escape', 'back'],
])('%s is %s', (key, action) => {
  const { done, navigation } = recorder();
  expect(navigateByKey({ ...plain, key }, navigation)).toBe(true);
  expect(done).toEqual([action]);
});

test("the browser's own keys are left to it", () => {
  const { done, navigation } = recorder();
  expect(navigateByKey({ ...plain, ctrlKey: true, key: '+' }, navigation)).toBe(false);
  expect(navigateByKey({ ...plain, altKey: true, key: 'ArrowLeft' }, navigation)).toBe(false);
  expect(navigateByKey({ ...plain, key: 'Tab' }, navigation)).toBe(false);
  expect(done).toEqual([]);
});
