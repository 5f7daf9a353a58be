import type { ReactNode } from 'react';
import { useFormats } from '../../../shared/format/use-formats.js';
import { Panel } from '../../../shared/ui/panel.js';

interface FaultChartFrameProps {
  name: ReactNode;
  unit: string;
  from: number;
  to: number;
  children: ReactNode;
}

/** A chart's panel: what is drawn, in what, and of when. */
export function FaultChartFrame({ name, unit, from, to, children }: FaultChartFrameProps) {
  const { dateTime } = useFormats();
  return (
    <Panel
      title={
        <>
          {name} <span className="muted">{unit}</span>
        </>
      }
      extra={
        <span className="muted num">
          {dateTime(from).slice(5)} – {dateTime(to).slice(5)}
        </span>
      }
    >
      {children}
    </Panel>
  );
}
