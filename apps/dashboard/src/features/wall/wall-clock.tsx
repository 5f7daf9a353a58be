import type { FaultClock } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { clockFace, countdown, type ClockFace } from '../../shared/faults/clock-face.js';
import { noValue } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { useNow } from '../../shared/time/clock.js';

interface Shown {
  word: 'left' | 'over' | 'paused' | 'took';
  tone: 'ok' | 'warning' | 'late' | 'paused' | 'met';
  ms: number;
  share: number;
}

function shownOf(face: ClockFace): Shown | null {
  switch (face.kind) {
    case 'running':
      return {
        word: 'left',
        tone: face.tone === 'critical' ? 'late' : face.tone,
        ms: face.leftMs,
        share: face.share,
      };
    case 'paused':
      return { word: 'paused', tone: 'paused', ms: face.leftMs, share: face.share };
    case 'overdue':
      return { word: 'over', tone: 'late', ms: face.overMs, share: 0 };
    case 'used':
      return { word: 'took', tone: face.isOnTime ? 'met' : 'late', ms: face.usedMs, share: 1 };
    case 'autoRecovered':
      return { word: 'took', tone: 'met', ms: face.usedMs, share: 1 };
    case 'notDue':
      return null;
  }
}

/** One of a fault's clocks, to be read from across a room. */
export function WallClock({ name, clock }: { name: string; clock: FaultClock }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const shown = shownOf(clockFace(clock, useNow()));
  if (!shown)
    return (
      <div className="wall-clock">
        <small>{name}</small>
        <b>{noValue}</b>
      </div>
    );
  const { word, tone, ms, share } = shown;
  return (
    <div className={`wall-clock is-${tone} is-${word}`}>
      <small>{t(`wall.clock.${word}`, { name })}</small>
      <b className="num">{word === 'took' ? formats.duration(ms) : countdown(ms)}</b>
      <i>
        <i style={{ width: `${share * 100}%` }} />
      </i>
    </div>
  );
}
