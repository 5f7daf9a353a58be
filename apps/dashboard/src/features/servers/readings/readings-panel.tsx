import type { ServerDetail } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { byteSize, noValue, wholeNumber } from '../../../shared/format/figures.js';
import { currentValues, isWithoutAgent } from '../../../shared/status.js';
import { Mark } from '../../../shared/ui/mark.js';
import { Panel } from '../../../shared/ui/panel.js';
import { FactList, type Fact } from '../../../shared/ui/fact-list.js';
import { CoreMeters } from './core-meters.js';
import { ProblemList } from './problem-list.js';

/** A clock off by more than this makes log times hard to compare. */
const clockOffMs = 1000;

/** What the latest sample says of the host beyond the charts, and how well the agent itself could look. */
export function ReadingsPanel({ server }: { server: ServerDetail }) {
  const { t } = useTranslation();
  const { additional: said, droppedSamples } = server;
  const isCurrent = currentValues(server) !== null;
  const {
    tcpConnections,
    swapUsedBytes,
    clockOffsetMs,
    corePercents,
    problems = [],
  } = (isCurrent && said) || {};
  const isClockOff = clockOffsetMs !== undefined && Math.abs(clockOffsetMs) >= clockOffMs;
  const facts: Fact[] = [
    [t('server.tcpConnections'), wholeNumber(tcpConnections)],
    [t('server.processes'), wholeNumber(currentValues(server)?.processCount)],
    [t('server.swapUsed'), byteSize(swapUsedBytes)],
    [
      t('server.clockOffset'),
      clockOffsetMs === undefined ? (
        noValue
      ) : (
        <span className={isClockOff ? 'low-coverage' : ''}>
          {isClockOff && <Mark kind="warning" size={12} label={t('status.warning')} />}
          {clockOffsetMs > 0 ? '+' : ''}
          {wholeNumber(Math.round(clockOffsetMs))} ms
        </span>
      ),
    ],
    [t('server.droppedSamples'), wholeNumber(droppedSamples)],
  ];
  return (
    <Panel title={t('server.readings')} className="readings">
      <FactList className="big-facts" facts={facts} />
      {droppedSamples > 0 && <p className="muted">{t('server.droppedHint')}</p>}
      {problems.length > 0 && <ProblemList problems={problems} />}
      <h3>{t('server.cores')}</h3>
      {corePercents?.length ? (
        <CoreMeters percents={corePercents} />
      ) : (
        <p className="muted">
          {t(isWithoutAgent(server) ? 'server.coresWithoutAgent' : 'server.coresWhenWatched')}
        </p>
      )}
    </Panel>
  );
}
