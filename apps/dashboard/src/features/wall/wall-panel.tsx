import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface WallPanelProps {
  title: string;
  note?: string;
  /** Which of the pages that take turns. */
  turn?: { page: number; pages: number };
  className?: string;
  children: ReactNode;
}

/** A titled part of the display. */
export function WallPanel({ title, note, turn, className = '', children }: WallPanelProps) {
  const { t } = useTranslation();
  return (
    <section className={`wall-panel ${className}`}>
      <h2>
        {title}
        {note && <small>{note}</small>}
        {turn && turn.pages > 1 && (
          <small className="wall-turn">{t('wall.turn', { page: turn.page + 1, pages: turn.pages })}</small>
        )}
      </h2>
      {children}
    </section>
  );
}
