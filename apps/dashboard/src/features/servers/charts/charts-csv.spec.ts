import { chartsCsv } from './charts-csv.js';

const words = {
  time: '时间',
  bucketSeconds: '秒',
  mean: '平均',
  minimum: '最小',
  maximum: '最大',
  timeText: (moment: number) => `t${moment}`,
};
const line = (name: string, points: [number, number | null][]) => ({
  name,
  stepMs: 10_000,
  points: points.map(([x, mean]) => ({ x, mean, min: mean === null ? null : 0, max: mean })),
});
const rows = (text: string) => text.slice(1).trimEnd().split('\r\n');

test('a row a bucket, three columns a line, the unit in their names', () => {
  const text = chartsCsv([{ title: 'CPU', unit: '%', lines: [line('甲', [[1, 0.1 + 0.2]])] }], words);
  expect(rows(text)).toEqual(['时间,秒,CPU 平均 %,CPU 最小 %,CPU 最大 %', 't1,10,0.3,0,0.3']);
});

test('a gap, and a bucket that the other line has not, are empty cells', () => {
  const charts = [
    {
      title: 'CPU',
      unit: '%',
      lines: [
        line('甲', [
          [20, 5],
          [10, null],
        ]),
        line('乙', [[15, 7]]),
      ],
    },
  ];
  expect(rows(chartsCsv(charts, words)).slice(1)).toEqual([
    't10,10,,,,,,',
    't15,10,,,,7,0,7',
    't20,10,5,0,5,,,',
  ]);
});

test('a server whose name a spreadsheet would run stays a text', () => {
  const charts = [{ title: '=CPU', unit: '%', lines: [line('甲', [[1, 1]]), line('乙', [])] }];
  expect(rows(chartsCsv(charts, words))[0]).toContain(",'=CPU 甲 平均 %");
});
