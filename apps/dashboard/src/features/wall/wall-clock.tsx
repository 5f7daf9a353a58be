import type { FaultClock } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { noValue } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { useNow } from '../../shared/time/clock.js';
import { clockLeft, countdown, type ClockLeft } from './clock-left.js';

const wordOf = ({ level, ms }: ClockLeft) =>
  level === 'met' ? 'took' : level === 'paused' ? 'paused' : ms < 0 ? 'over' : 'left';

/** One of a fault's clocks, counting down. */
export function WallClock({ name, clock }: { name: string; clock: FaultClock }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const left = clockLeft(clock, useNow());
  if (!left)
    return (
      <div className="wall-clock">
        <small>{name}</small>
        <b>{noValue}</b>
      </div>
    );
  return (
    <div className={`wall-clock is-${left.level}`}>
      <small>{t(`wall.clock.${wordOf(left)}`, { name })}</small>
      <b className="num">{left.level === 'met' ? formats.duration(left.ms) : countdown(left.ms)}</b>
      <i>
        <i style={{ width: `${left.share * 100}%` }} />
      </i>
    </div>
  );
}
