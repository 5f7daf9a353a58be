import { useFormats } from '../format/use-formats.js';
import { noValue } from '../format/figures.js';
import { useNow } from '../time/clock.js';

/** `3 秒前`, counting on by itself; the exact time stands in the tooltip. */
export function RelativeTime({ moment }: { moment: string | null }) {
  const now = useNow();
  const formats = useFormats();
  if (!moment) return <span className="no-data">{noValue}</span>;
  return (
    <time dateTime={moment} title={formats.dateTimeSeconds(moment)}>
      {formats.ago(moment, now)}
    </time>
  );
}
