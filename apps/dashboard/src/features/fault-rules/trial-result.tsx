import type { RuleThreshold, RuleTrial } from '@opsgauge/contract';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../shared/format/use-formats.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { useRuleWords } from '../../shared/faults/use-rule-words.js';

interface TrialResultProps {
  trial: RuleTrial;
  signal: RuleThreshold['signal'];
  days: number;
}

/** How often a rule would have fired, on what, and for how long. */
export function TrialResult({ trial, signal, days }: TrialResultProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { number } = useRuleWords();
  const lasting = ({ from, to }: RuleTrial['items'][number]) =>
    to === null ? t('faultRules.stillFiring') : formats.duration(Date.parse(to) - Date.parse(from));
  return (
    <section aria-live="polite">
      <h3>{t('faultRules.wouldHaveFired', { value: trial.items.length, days })}</h3>
      <p className="muted">{t('faultRules.samplesRead', { value: trial.sampleCount })}</p>
      {trial.goneHourCount > 0 && (
        <Alert type="warning" showIcon title={t('faultRules.goneHours', { value: trial.goneHourCount })} />
      )}
      <RecordList
        items={trial.items.map((item, index) => ({ ...item, key: String(index) }))}
        idOf={({ key }) => key}
        minimumWidth={520}
        pageSize={20}
        columns={[
          {
            key: 'server',
            title: t('column.server'),
            phone: 'head',
            render: ({ serverId, serverName, subject }) => (
              <>
                <Link to={`/servers/${serverId}`}>{serverName}</Link>{' '}
                {subject && <span className="mono">{subject}</span>}
              </>
            ),
          },
          {
            key: 'from',
            title: t('intervals.from'),
            width: 140,
            render: ({ from }) => formats.dateTime(from),
          },
          { key: 'lasted', title: t('faultRules.lasted'), width: 110, align: 'right', render: lasting },
          {
            key: 'worst',
            title: t('faultRules.worst'),
            width: 100,
            align: 'right',
            render: ({ worst }) => number(signal, worst),
          },
        ]}
        empty={<span className="muted">{t('faultRules.wouldNotHaveFired')}</span>}
      />
    </section>
  );
}
