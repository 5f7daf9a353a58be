/** Lengths on a clock. A calendar's day may be longer or shorter: see `calendar.ts`. */
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
