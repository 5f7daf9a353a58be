import type { ReactNode } from 'react';

/** A name, and what it comes to. */
export type Fact = readonly [name: string, value: ReactNode];

interface FactListProps {
  facts: readonly Fact[];
  /** How the pairs stand: `big-facts` for a line of figures, `facts-line` for small print, `key-values` one below the other. */
  className: string;
}

/** Names with their values. */
export function FactList({ facts, className }: FactListProps) {
  return (
    <dl className={className}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
