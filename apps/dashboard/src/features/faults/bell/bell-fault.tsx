import type { Fault } from '@opsgauge/contract';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFaultTitle } from '../../../shared/faults/use-fault-title.js';
import { useFormats } from '../../../shared/format/use-formats.js';

interface BellFaultProps {
  fault: Fault;
  /** The moment that counts, as the wire writes it. */
  at: string;
  onChosen: () => void;
  /** What is asked of whoever looks. */
  children?: ReactNode;
}

/** One fault in the bell's list, which opens its page. */
export function BellFault({ fault, at, onChosen, children }: BellFaultProps) {
  const titleOf = useFaultTitle();
  const formats = useFormats();
  const { id, number, title, serverName, systemName } = fault;
  return (
    <Link to={`/faults/${id}`} onClick={onChosen}>
      <span className="row">
        {number}
        <span className="spacer" />
        <span className="muted num">{formats.dateTime(at).slice(5)}</span>
      </span>
      <b>{titleOf(title)}</b>
      {children}
      <span className="muted">{[serverName, systemName].filter(Boolean).join(' · ')}</span>
    </Link>
  );
}
