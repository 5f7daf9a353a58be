import type { Fault, FaultsResponse } from '@opsgauge/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../shared/api/use-error-text.js';
import { useNow } from '../../shared/time/clock.js';
import { Mark } from '../../shared/ui/mark.js';
import { pageAt } from './turning.js';
import { WallFault } from './wall-fault.js';
import { WallPanel } from './wall-panel.js';

const perPage = 5;
const everyMs = 12_000;

/** Those nobody has answered first, then the earliest. */
const byUrgency = (a: Fault, b: Fault) =>
  Number(b.state === 'open') - Number(a.state === 'open') || a.startAt.localeCompare(b.startAt);

/** The faults that are not over, five at a time, with both clocks. */
export function WallFaults({ query }: { query: UseQueryResult<FaultsResponse> }) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const now = useNow();
  const { shown, ...turn } = pageAt([...(query.data?.items ?? [])].sort(byUrgency), perPage, everyMs, now);
  return (
    <WallPanel title={t('wall.faults')} turn={turn} className="wall-faults">
      {!query.data && query.error && <p className="wall-empty">{textOf(query.error)}</p>}
      {query.data?.items.length === 0 && (
        <p className="wall-empty is-calm">
          <Mark kind="up" /> {t('wall.noFaults')}
        </p>
      )}
      {shown.map((fault) => (
        <WallFault key={fault.id} fault={fault} />
      ))}
    </WallPanel>
  );
}
