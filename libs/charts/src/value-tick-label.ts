const steps = [
  { from: 1e9, sign: 'G' },
  { from: 1e6, sign: 'M' },
  { from: 1e4, sign: 'k', by: 1e3 },
];

/** A value beside its axis, which has the same narrow width in every chart: `0.25`, `250`, `12k`, `1.5M`. */
export function valueTickLabel(value: number): string {
  const step = steps.find(({ from }) => Math.abs(value) >= from);
  if (!step) return String(Number(value.toPrecision(6)));
  return `${Number((value / (step.by ?? step.from)).toPrecision(3))}${step.sign}`;
}
