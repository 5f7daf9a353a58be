import type { FaultDetail } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRuleWords, type KnownRuleCode } from '../../../shared/faults/use-rule-words.js';
import { noValue } from '../../../shared/format/figures.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import type { Fact } from '../../../shared/ui/fact-list.js';
import { evidenceOf, probeOf, signalOf } from './evidence.js';
import { FailedAttempt } from './failed-attempt.js';

/** As titles have it: cut, so that 89.99 is not 90. */
const cut = (value: number) => Math.floor(value * 10) / 10;
const statusCodes = ['host-silent', 'host-interrupted', 'agent-stopped'] as const;

/** By what a machine found a fault, and what it saw; nothing of one that a person entered. */
export function useEvidenceFacts(fault: FaultDetail): Fact[] {
  const { t } = useTranslation();
  const { dateTimeSeconds } = useFormats();
  const words = useRuleWords();
  const { monitor, startedAt, severity, labels = {}, ...seen } = evidenceOf(fault);
  if (fault.source === 'person') return [];
  if (monitor !== undefined) {
    const told = Object.entries(labels);
    return [
      [t('faultEvidence.monitor'), monitor],
      [t('faultEvidence.alertStartedAt'), startedAt ? dateTimeSeconds(startedAt) : noValue],
      [t('faultEvidence.alertSeverity'), severity ?? noValue],
      [
        t('faultEvidence.labels'),
        told.length === 0
          ? noValue
          : told.map(([name, value]) => <div key={name}>{`${name}: ${value}`}</div>),
      ],
    ];
  }
  const { code, params } = fault.title;
  const signal = signalOf(fault);
  const probeId = probeOf(fault);
  const statusCode = statusCodes.find((one) => one === code);
  const { comparison, threshold, forSeconds, value, heldSince, seenAt, from, to } = seen;
  const facts: (Fact | false | undefined)[] = [
    [
      t('faultEvidence.rule'),
      <Link key="rule" to="/fault-rules">
        {code === 'custom' ? params['name'] : t(`faultRule.${code as KnownRuleCode}`)}
      </Link>,
    ],
    statusCode && [t('faultRules.condition'), t(`faultRuleStatus.${statusCode}`)],
    signal !== undefined &&
      comparison !== undefined &&
      threshold !== undefined && [
        t('faultRules.condition'),
        words.thresholdOf({ signal, comparison, threshold, forSeconds: forSeconds ?? 0 }),
      ],
    signal !== undefined &&
      value !== undefined && [
        t('faultEvidence.value'),
        [params['subject'], words.number(signal, cut(value)) || t(`signal.${signal}`)]
          .filter(Boolean)
          .join(' '),
      ],
    heldSince !== undefined && [
      t(statusCode ? 'faultEvidence.silentSince' : 'faultEvidence.heldSince'),
      dateTimeSeconds(heldSince),
    ],
    seenAt !== undefined && [t('faultEvidence.seenAt'), dateTimeSeconds(seenAt)],
    from !== undefined &&
      to !== undefined && [t('faultEvidence.gap'), `${dateTimeSeconds(from)} – ${dateTimeSeconds(to)}`],
    probeId !== null &&
      signal === 'probeFailing' && [
        t('faultEvidence.attempt'),
        <FailedAttempt key="attempt" fault={fault} probeId={probeId} />,
      ],
  ];
  return facts.filter((fact): fact is Fact => Boolean(fact));
}
