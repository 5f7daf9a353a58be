import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { probeFailuresQuery } from '../../shared/api/probes.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { useAttemptWords } from '../../shared/probes/probe-words.js';

/** The newest attempts of a period that failed, each as it was. */
export function FailureList({ probeId, period }: { probeId: string; period: { from: string; to: string } }) {
  const { t } = useTranslation();
  const { dateTimeSeconds } = useFormats();
  const wordsOf = useAttemptWords();
  const query = useQuery(probeFailuresQuery(probeId, period));
  return (
    <Panel title={t('probe.failures')} isFlush>
      <QueryState query={query} errorTitle={t('probe.loadFailed')}>
        {({ items }) => (
          <RecordList
            items={items}
            idOf={({ observedAt }) => observedAt}
            empty={t('probe.noFailures')}
            minimumWidth={320}
            columns={[
              {
                key: 'at',
                title: t('probe.at'),
                width: 180,
                phone: 'head',
                render: ({ observedAt }) => <span className="num">{dateTimeSeconds(observedAt)}</span>,
              },
              { key: 'what', title: t('probe.outcome'), render: wordsOf },
            ]}
          />
        )}
      </QueryState>
    </Panel>
  );
}
