import { useTranslation } from 'react-i18next';

/** What the bars of days mean. */
export function DayLegend() {
  const { t } = useTranslation();
  return (
    <span className="legend">
      {(['up', 'down', 'maintenance', 'gap', 'idle'] as const).map((kind) => (
        <span key={kind}>
          <i className={`swatch day-${kind}`} />
          {t(`strip.${kind}`)}
        </span>
      ))}
    </span>
  );
}
