import type { FaultClock } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../format/use-formats.js';
import { useNow } from '../time/clock.js';
import { Mark } from '../ui/mark.js';
import { clockFace, countdown, type ClockFace } from './clock-face.js';
import './clock.css';

interface ClockProps {
  kind: 'response' | 'repair';
  clock: FaultClock;
  isBig?: boolean;
}

const toneOf = (face: ClockFace): string => {
  switch (face.kind) {
    case 'running':
      return face.tone;
    case 'overdue':
      return 'critical is-worded';
    case 'used':
      return face.isOnTime ? 'met' : 'critical is-worded';
    case 'autoRecovered':
      return 'met';
    case 'paused':
    case 'notDue':
      return face.kind;
  }
};

function Value({ face, isBig }: { face: ClockFace; isBig: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const small = isBig ? 16 : 12;
  switch (face.kind) {
    case 'running':
      return (
        <>
          {face.tone !== 'ok' && (
            <Mark
              kind={face.tone === 'critical' ? 'down' : 'warning'}
              size={isBig ? 20 : 12}
              label={t('faultClock.short')}
            />
          )}
          <span className="num">{countdown(face.leftMs)}</span>
        </>
      );
    case 'paused':
      return (
        <>
          <em>{t('faultClock.paused')}</em>
          <span className="num">{countdown(face.leftMs)}</span>
        </>
      );
    case 'overdue':
      return (
        <>
          <Mark kind="down" size={small} label={t('faultClock.overdue')} />
          {t('faultClock.overdueBy', { value: formats.duration(face.overMs) })}
        </>
      );
    case 'used':
      return (
        <>
          <Mark
            kind={face.isOnTime ? 'up' : 'down'}
            size={small}
            label={t(`faultClock.${face.isOnTime ? 'onTime' : 'late'}`)}
          />
          <span>{t('faultClock.used', { value: formats.duration(face.usedMs) })}</span>
        </>
      );
    case 'autoRecovered':
      return (
        <>
          <Mark kind="up" size={small} label={t('faultClock.onTime')} />
          <span>{t('faultClock.autoRecovered')}</span>
        </>
      );
    case 'notDue':
      return <span>{t('faultClock.notDue')}</span>;
  }
}

const shareOf = (face: ClockFace): number => ('share' in face ? face.share : face.kind === 'notDue' ? 0 : 1);

/** One of a fault's two clocks, counting by itself: what is left, what was used, or by how much it is late. */
export function Clock({ kind, clock, isBig = false }: ClockProps) {
  const { t } = useTranslation();
  const face = clockFace(clock, useNow());
  const isCounting = face.kind === 'running';
  return (
    <div className={`clock ${toneOf(face)} ${isBig ? 'big' : ''}`} data-clock={kind} data-face={face.kind}>
      <span className="label">{t(isCounting ? `faultClock.${kind}Left` : `faultClock.${kind}`)}</span>
      <span className="value">
        <Value face={face} isBig={isBig} />
      </span>
      <i aria-hidden="true">
        <b style={{ width: `${shareOf(face) * 100}%` }} />
      </i>
    </div>
  );
}
