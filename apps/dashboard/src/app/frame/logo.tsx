export const Logo = () => (
  <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
    <rect width="22" height="22" rx="5" fill="var(--brandSolid)" />
    <path
      d="M4.5 14.5a6.8 6.8 0 0 1 13 0"
      stroke="#fff"
      strokeWidth="1.8"
      fill="none"
      strokeLinecap="round"
    />
    <path d="M11 14.2 14.4 9" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" />
    <circle cx="11" cy="14.4" r="1.5" fill="#fff" />
  </svg>
);
