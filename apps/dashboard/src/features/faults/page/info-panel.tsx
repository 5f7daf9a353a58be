import type { FaultDetail } from '@opsgauge/contract';
import { monthLabel } from '@opsgauge/domain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRootCauses } from '../../../shared/faults/use-root-causes.js';
import { noValue } from '../../../shared/format/figures.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { FactList, type Fact } from '../../../shared/ui/fact-list.js';
import { Panel } from '../../../shared/ui/panel.js';
import { SystemLink } from '../../../shared/ui/system-link.js';

function useRepeatText(fault: FaultDetail) {
  const { t } = useTranslation();
  const repeated = fault.related.find(({ relation }) => relation === 'repeated');
  if (repeated) {
    return <Link to={`/faults/${repeated.id}`}>{t('faultPage.repeatYes', { number: repeated.number })}</Link>;
  }
  return t(fault.rootCauseCode === null ? 'faultPage.repeatUnknown' : 'faultPage.repeatNo');
}

/** What the fault is about, and how it is judged. */
export function InfoPanel({ fault }: { fault: FaultDetail }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { nameOf } = useRootCauses();
  const repeat = useRepeatText(fault);
  const { major, serverId, serverName, rootCauseCode, mergedIntoFaultId } = fault;
  const yesNo = (value: boolean) => t(value ? 'faultPage.yes' : 'faultPage.no');
  const judged = [
    t('faultPage.majorByRule', { value: yesNo(major.byRule) }),
    ...(major.byPerson === null ? [] : [t('faultPage.majorByPerson', { value: yesNo(major.byPerson) })]),
  ];
  const facts: Fact[] = [
    [t('column.system'), <SystemLink key="system" id={fault.systemId} name={fault.systemName} />],
    [
      t('column.server'),
      serverId ? <Link to={`/servers/${serverId}`}>{serverName}</Link> : t('faultPage.wholeSystem'),
    ],
    [t('faultColumn.severity'), t(`severity.${fault.severity}`)],
    [t('faultColumn.assignee'), fault.assignee?.displayName ?? t('faultBoard.unassigned')],
    [
      t('faultPage.source'),
      t(fault.source === 'machine' ? 'faultPage.sourceMachine' : 'faultPage.sourcePerson'),
    ],
    [t('faultColumn.startAt'), formats.dateTimeSeconds(fault.startAt)],
    [t('faultPage.detectedAt'), formats.dateTimeSeconds(fault.detectedAt)],
    [t('faultColumn.rootCause'), rootCauseCode ? nameOf(rootCauseCode) : noValue],
    ...(fault.cause ? ([[t('faultPage.cause'), t(`faultBoard.cause.${fault.cause}`)]] as Fact[]) : []),
    ...(fault.flapCount > 0 ? ([[t('faultPage.flapping'), String(fault.flapCount)]] as Fact[]) : []),
    [t('faultPage.repeat'), repeat],
    [t('faultPage.major'), judged.join(' · ')],
    [
      t('faultPage.month'),
      fault.isExcluded ? t('faultPage.excluded') : monthLabel(Date.parse(fault.startAt), formats.timeZone),
    ],
    ...(mergedIntoFaultId
      ? ([
          [
            t('faultPage.merged'),
            <Link key="merged" to={`/faults/${mergedIntoFaultId}`}>
              {t('faultPage.openMerged')}
            </Link>,
          ],
        ] as Fact[])
      : []),
  ];
  return (
    <Panel title={t('faultPage.info')}>
      <FactList className="key-values" facts={facts} />
    </Panel>
  );
}
