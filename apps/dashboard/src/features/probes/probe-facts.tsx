import type { Probe } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { probeStatesQuery } from '../../shared/api/probes.js';
import { noValue } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { FactList } from '../../shared/ui/fact-list.js';
import { Panel } from '../../shared/ui/panel.js';
import { StatusLabel } from '../../shared/ui/status-label.js';
import { ProbeAbout } from './probe-about.js';
import { addressOf } from './probe-values.js';
import { milliseconds, useAttemptWords } from '../../shared/probes/probe-words.js';

/** How a probe fares now, and what it is. */
export function ProbeFacts({ probe, p95Ms }: { probe: Probe; p95Ms: number | null }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const wordsOf = useAttemptWords();
  const { data } = useQuery(probeStatesQuery);
  const state = data?.items.find(({ probeId }) => probeId === probe.id);
  const last = state?.last;
  return (
    <Panel className="probe-facts">
      <FactList
        className="big-facts"
        facts={[
          [t('probe.state'), <StatusLabel key="state" status={state?.observation ?? 'unknown'} />],
          [t('probe.since'), state?.since ? dateTime(state.since) : noValue],
          [t('probe.last'), milliseconds(last?.durationMs)],
          [t('probe.p95InRange'), milliseconds(p95Ms)],
          [t('probe.certificateDays'), last?.certificateDaysLeft ?? noValue],
        ]}
      />
      <FactList
        className="facts-line"
        facts={[
          [t('probe.target'), `${t(`probeKind.${probe.target.kind}`)} ${addressOf(probe.target)}`],
          [t('probe.runner'), probe.runnerServerName ?? t('probe.byHub')],
          [t('probe.about'), <ProbeAbout key="about" probe={probe} />],
          [t('probe.intervalSeconds'), probe.intervalSeconds],
          [t('probe.lastResult'), last ? wordsOf(last) : noValue],
        ]}
      />
    </Panel>
  );
}
