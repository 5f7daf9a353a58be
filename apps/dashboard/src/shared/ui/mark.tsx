import type { StatusClass } from '../status.js';
import { useTranslation } from 'react-i18next';

export type MarkKind = StatusClass | 'warning';

const ink = {
  stroke: 'var(--mark-ink)',
  strokeWidth: 1.7,
  fill: 'none',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

function Shape({ kind }: { kind: MarkKind }) {
  const color = `var(--${kind === 'out-of-service' ? 'unknown' : kind}-solid)`;
  switch (kind) {
    case 'up':
      return (
        <>
          <circle cx="8" cy="8" r="7" fill={color} />
          <path d="M4.9 8.2 7.1 10.4 11.2 5.9" {...ink} />
        </>
      );
    case 'down':
      return (
        <>
          <rect x="1" y="1" width="14" height="14" rx="2.5" fill={color} />
          <path d="M5.2 5.2 10.8 10.8M10.8 5.2 5.2 10.8" {...ink} />
        </>
      );
    case 'maintenance':
      return (
        <>
          <path d="M8 .6 14.6 4.3V11.7L8 15.4 1.4 11.7V4.3Z" fill={color} />
          <path d="M6.2 5.4V10.6M9.8 5.4V10.6" {...ink} />
        </>
      );
    case 'unknown':
      return (
        <>
          <circle
            cx="8"
            cy="8"
            r="6.4"
            fill="none"
            stroke={color}
            strokeWidth="1.6"
            strokeDasharray="2.9 2.1"
          />
          <path
            d="M6.2 6.4a1.9 1.9 0 1 1 2.6 1.7c-.6.25-.8.55-.8 1.1M8 11.4v.1"
            stroke={color}
            strokeWidth="1.6"
            fill="none"
            strokeLinecap="round"
          />
        </>
      );
    case 'out-of-service':
      return (
        <>
          <circle cx="8" cy="8" r="6.4" fill="none" stroke={color} strokeWidth="1.6" />
          <path d="M5 8h6" stroke={color} strokeWidth="1.6" strokeLinecap="round" />
        </>
      );
    case 'warning':
      return (
        <>
          <path d="M8 .9 15.6 14.6H.4Z" fill={color} strokeLinejoin="round" />
          <path d="M8 6v4M8 12.2v.1" {...ink} />
        </>
      );
  }
}

/** A status as a shape: disc ✓, square ×, hexagon ‖, dashed ring ?, ring −, triangle !. The shape is the second cue. */
export function Mark({ kind, size = 14, label }: { kind: MarkKind; size?: number; label?: string }) {
  const { t } = useTranslation();
  return (
    <svg
      className="mark"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      role="img"
      aria-label={label ?? t(`status.${kind}`)}
      data-mark={kind}
    >
      <Shape kind={kind} />
    </svg>
  );
}
