import type { FaultDetail } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { clockFace, countdown } from '../../../shared/faults/clock-face.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { useNow } from '../../../shared/time/clock.js';
import { Mark } from '../../../shared/ui/mark.js';
import { stepsOf, type Step } from './step-values.js';

function useStepTexts(fault: FaultDetail) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const clockText = (kind: 'response' | 'repair'): string => {
    const face = clockFace(fault[kind], now);
    switch (face.kind) {
      case 'running':
        return t('faultStep.left', { value: countdown(face.leftMs) });
      case 'paused':
        return `${t('faultClock.paused')} ${countdown(face.leftMs)}`;
      case 'overdue':
        return t('faultClock.overdueBy', { value: formats.duration(face.overMs) });
      case 'used':
        return t('faultClock.used', { value: formats.duration(face.usedMs) });
      case 'autoRecovered':
      case 'notDue':
        return t(`faultClock.${face.kind}`);
    }
  };
  const deadline = (at: string | null) =>
    at === null
      ? t('faultStep.noDeadline')
      : t('faultStep.deadline', { time: formats.dateTime(at).slice(5) });
  return {
    timeOf: ({ key, doneAt, state }: Step): string => {
      if (doneAt !== null) return formats.shortDateTime(doneAt);
      if (key === 'closed') return state === 'now' ? '' : t('faultStep.whenRepaired');
      return key === 'detected' ? '' : deadline(fault[key].deadlineAt);
    },
    noteOf: ({ key }: Step): string => {
      if (key === 'detected')
        return t(fault.source === 'machine' ? 'faultStep.byMachine' : 'faultStep.byPerson');
      if (key === 'closed') return t(fault.mergedIntoFaultId ? 'faultStep.byMerge' : 'faultStep.closeNote');
      return clockText(key);
    },
  };
}

/** How far the fault has come. */
export function Steps({ fault }: { fault: FaultDetail }) {
  const { t } = useTranslation();
  const { timeOf, noteOf } = useStepTexts(fault);
  return (
    <ol className="fault-steps">
      {stepsOf(fault).map((step) => (
        <li
          key={step.key}
          className={`is-${step.state}`}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <i aria-hidden="true" />
          <span className="row">
            {step.state === 'done' && <Mark kind="up" label={t('faultClock.onTime')} />}
            {step.state === 'late' && <Mark kind="down" label={t('faultClock.late')} />}
            <b>{t(`faultStep.${step.key}`)}</b>
            <span className="spacer" />
            <span className="num secondary">{timeOf(step)}</span>
          </span>
          <small className="num">{noteOf(step)}</small>
        </li>
      ))}
    </ol>
  );
}
