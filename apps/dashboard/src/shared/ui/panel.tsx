import type { ReactNode } from 'react';

interface PanelProps {
  title?: ReactNode;
  extra?: ReactNode;
  /** Content up to the border, for tables. */
  isFlush?: boolean;
  className?: string;
  children: ReactNode;
}

/** A bordered surface with an optional 40-pixel header. */
export function Panel({ title, extra, isFlush = false, className = '', children }: PanelProps) {
  return (
    <section className={`panel ${className}`}>
      {title && (
        <header>
          <h2>{title}</h2>
          <span className="spacer" />
          {extra}
        </header>
      )}
      <div className={isFlush ? 'flush' : 'body'}>{children}</div>
    </section>
  );
}
