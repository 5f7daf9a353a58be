import type { FaultDetail } from '@opsgauge/contract';
import { hourMs } from '@opsgauge/domain';
import { useTranslation } from 'react-i18next';
import { Clock } from '../../../shared/faults/clock.js';
import { noValue } from '../../../shared/format/figures.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { FactList, type Fact } from '../../../shared/ui/fact-list.js';
import { Panel } from '../../../shared/ui/panel.js';

/** Both clocks, their deadlines, and what they count. */
export function ClocksPanel({ fault }: { fault: FaultDetail }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { response, repair } = fault;
  const time = (instant: string | null) => (instant === null ? noValue : formats.dateTime(instant));
  // Contracts name a limit of 24 hours, and not of a day.
  const limit = (ms: number) =>
    ms % hourMs === 0 ? t('duration.hour', { value: ms / hourMs }) : formats.duration(ms);
  const suspensions = fault.requests.filter(({ kind }) => kind === 'suspension');
  const facts: Fact[] = [
    [t('faultPage.responseDeadline'), time(response.deadlineAt)],
    [t('faultPage.repairDeadline'), time(repair.deadlineAt)],
    ...suspensions.map(({ id, askedAt, endedAt, decision, decidedBy }): Fact => [
      t('faultPage.suspensions'),
      <span key={id}>
        {t('faultPage.suspensionSpan', {
          from: formats.dateTime(askedAt).slice(5),
          to: endedAt ? formats.dateTime(endedAt).slice(5) : t('faultPage.stillOpen'),
        })}{' '}
        <span className="muted">
          {t(`faultPage.decision.${decision}`)} {decidedBy}
        </span>
      </span>,
    ]),
  ];
  return (
    <Panel title={t('faultPage.clocks')} className="clocks-panel">
      <div className="two-clocks">
        <Clock kind="response" clock={response} isBig />
        <Clock kind="repair" clock={repair} isBig />
      </div>
      <FactList className="key-values" facts={facts} />
      <p className="muted clocks-text">
        {t('faultPage.clocksText', {
          response: limit(response.limitMs),
          repair: limit(repair.limitMs),
          calendar: t(fault.isAroundTheClock ? 'faultPage.calendarAlways' : 'faultPage.calendarHours'),
        })}
      </p>
      <p className="muted clocks-text">{t('faultPage.clocksRule')}</p>
    </Panel>
  );
}
