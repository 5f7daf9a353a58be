import { sparkShape } from './spark-path.js';

test('a silence breaks the line and is dotted from the last value to the next', () => {
  const shape = sparkShape([50, 50, null, null, 50, 50], 50, 20);
  expect(shape.line.match(/M/g)).toHaveLength(2);
  expect(shape.areas).toHaveLength(2);
  expect(shape.silences).toEqual([{ from: 10, to: 40 }]);
});

test('nothing heard is one silence over the whole width', () => {
  expect(sparkShape([null, null, null], 72, 20)).toEqual({
    line: '',
    areas: [],
    silences: [{ from: 0, to: 72 }],
  });
});

test('the scale is fixed at 0 to 100', () => {
  expect(sparkShape([0, 100], 10, 20).line).toBe('M0 18.5L10 1.5');
});
