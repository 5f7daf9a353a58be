import type { RawSample } from '@opsgauge/contract';

/** Every stored field of one sample under its own name, for checking by hand. */
export function RawSampleDetail({ sample }: { sample: RawSample }) {
  const { metrics, ...rest } = sample;
  return (
    <dl className="raw-detail mono">
      {[...Object.entries(rest), ...Object.entries(metrics)].map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
