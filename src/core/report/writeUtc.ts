/** `2026-11-21 20:11:38 UTC` of milliseconds since 1970. */
export function writeUtc(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? 'unknown time' : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
