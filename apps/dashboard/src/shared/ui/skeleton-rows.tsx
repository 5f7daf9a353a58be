import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const widths = [46, 120, 72, 84, 84, 84, 48];

/** Rows of the real height while something loads; nothing in the first 300 ms, since a quick answer must not flash. */
export function SkeletonRows({ rows = 8, rowHeight = 36 }: { rows?: number; rowHeight?: number }) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div
      className="skeleton"
      role="status"
      aria-label={t('state.loading')}
      style={{ minHeight: rows * rowHeight }}
    >
      {isShown &&
        Array.from({ length: rows }, (_, row) => (
          <div className="skeleton-row" key={row} style={{ height: rowHeight }}>
            {widths.map((width, column) => (
              <span key={column} style={{ width: width - ((row * 7 + column * 3) % 4) * 6 }} />
            ))}
          </div>
        ))}
    </div>
  );
}
