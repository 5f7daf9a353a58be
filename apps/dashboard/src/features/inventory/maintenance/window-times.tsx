import type { MaintenanceWindow } from '@opsgauge/contract';
import { useFormats } from '../../../shared/format/use-formats.js';
import { useRuleText } from './use-rule-text.js';

/** From when until when; of a series the next occurrence, with its rule in words. */
export function WindowTimes({ window }: { window: MaintenanceWindow }) {
  const formats = useFormats();
  const ruleText = useRuleText();
  const { from, to } = window.occurrences[0] ?? window;
  return (
    <span className="stacked num">
      <span>
        {formats.dateTime(from)} – {formats.dateTime(to)}
      </span>
      {window.recurrence !== null && <span className="muted">{ruleText(window.recurrence)}</span>}
    </span>
  );
}
