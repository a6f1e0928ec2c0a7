/** `2026-11-21 20:11:38 UTC` of milliseconds since 1970. */
export function writeUtc(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? 'unknown time' : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** A time that programs count in seconds, as people write it: `1764151200.1`, `@4000000067472d1a0c1d2b3c` (TAI64N, qmail). */
export function countedTime(text: string): string {
  const [, tai, seconds] = /^(?:@4[\da-f]{7}([\da-f]{8})[\da-f]{8}|([12]\d{9})(?:\d{3}|\.\d{1,9})?)$/.exec(text) ?? [];
  if (tai !== undefined) return writeUtc((Number.parseInt(tai, 16) - 10) * 1000);
  return seconds === undefined ? text : writeUtc(Number(seconds) * 1000);
}
