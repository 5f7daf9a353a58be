import type { Contract, System, SystemAvailabilityDaysResponse } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Breadcrumb } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { contractsQuery } from '../../shared/api/inventory.js';
import { noValue } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { HelpButton } from '../../shared/help/help-button.js';
import { hubNow } from '../../shared/time/clock.js';
import { FactList, type Fact } from '../../shared/ui/fact-list.js';
import { Mark } from '../../shared/ui/mark.js';
import { contractInForce } from './contract-in-force.js';

interface SystemHeaderProps {
  system: System;
  /** Undefined until it is read. */
  status: Pick<SystemAvailabilityDaysResponse, 'status' | 'statusSince'> | undefined;
}

function useContractFacts(contract: Contract | null): Fact[] {
  const { t } = useTranslation();
  const formats = useFormats();
  if (!contract) return [[t('systemPage.contract'), t('systemPage.noContract')]];
  const { promises } = contract;
  const promised = (['availabilityPercentMin', 'responseMinutesMax', 'repairHoursMax'] as const).flatMap(
    (key) => (promises[key] === null ? [] : [t(`promiseShort.${key}`, { value: promises[key] })]),
  );
  return [
    [t('systemPage.contract'), contract.number || noValue],
    [t('organizationKind.vendor'), contract.vendorOrganizationName ?? noValue],
    [
      t('contract.period'),
      t('evaluation.fromTo', {
        from: formats.date(contract.serviceFrom),
        to: contract.serviceTo === null ? t('contract.openEnd') : formats.lastDateBefore(contract.serviceTo),
      }),
    ],
    [t('serviceHours.title'), t(`serviceHours.${contract.serviceCalendar ? 'calendar' : 'always'}`)],
    [t('contract.promises'), promised.join(' · ') || noValue],
  ];
}

/** Where the page stands, the system's name and state, and the contract it runs under. */
export function SystemHeader({ system, status }: SystemHeaderProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data: contracts } = useQuery(contractsQuery);
  const ofContract = useContractFacts(contractInForce(contracts?.items ?? [], system.id, hubNow()));
  const facts: Fact[] = [
    [t('column.project'), system.projectName],
    ...(contracts ? ofContract : []),
    ...(status?.statusSince
      ? [
          [
            t('server.statusSince', { status: t(`status.${status.status}`) }),
            formats.dateTime(status.statusSince),
          ] as const,
        ]
      : []),
  ];
  return (
    <div className="page-head">
      <Breadcrumb
        items={[{ title: <Link to="/">{t('navigation.overview')}</Link> }, { title: system.shortName }]}
      />
      <div className="row title-row">
        {status && <Mark kind={status.status} size={18} />}
        <h1>{system.name}</h1>
        {status && (
          <span
            className={`tag ${status.status === 'out-of-service' ? 'unknown' : status.status}`}
            data-status={status.status}
          >
            {t(`status.${status.status}`)}
          </span>
        )}
        <span className="spacer" />
        <HelpButton page="system" />
      </div>
      <FactList className="facts-line" facts={facts} />
    </div>
  );
}
