import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rawSamplesQuery } from '../api/samples.js';
import { RawSampleTable } from './raw-sample-table.js';

const dayMs = 86_400_000;
const shifted = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

/** An interval without samples is judged by what stands around it: the last sample before, the first one after. */
export function NeighbourSamples({
  serverId,
  interval,
}: {
  serverId: string;
  interval: { from: string; to: string };
}) {
  const { t } = useTranslation();
  // The interval begins with the last sample itself, so the search for it goes one millisecond further.
  const before = useQuery(
    rawSamplesQuery(serverId, {
      from: shifted(interval.from, -dayMs),
      to: shifted(interval.from, 1),
      limit: 1,
      order: 'last',
    }),
  );
  const after = useQuery(
    rawSamplesQuery(serverId, {
      from: interval.to,
      to: shifted(interval.to, dayMs),
      limit: 1,
      order: 'first',
    }),
  );
  const neighbours = [...(before.data?.items ?? []), ...(after.data?.items ?? [])];
  return (
    <>
      <p className="muted">{t('samples.none')}</p>
      {neighbours.length > 0 && <RawSampleTable samples={neighbours} />}
    </>
  );
}
