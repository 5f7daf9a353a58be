/** The first day of the month `months` before that of `day` (YYYY-MM-DD). */
export function monthStartBefore(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}
