/**
 * A length of time in its two largest units: `250 ms`, `1.5 s`, `4 min 10 s`, `2 h 3 min`, `3 d 4 h`. What is smaller is
 * cut off, a negative one has a true minus sign.
 */
export function formatDelay(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return 'unknown';
  const sign = milliseconds < 0 ? '\u2212' : '';
  const ms = Math.abs(Math.trunc(milliseconds));
  if (ms === 0) return '0 s';
  if (ms < 1000) return `${sign}${ms} ms`;
  if (ms < 10_000) return `${sign}${Math.floor(ms / 100) / 10} s`;
  const seconds = Math.floor(ms / 1000);
  for (const [unit, name, part, partName] of UNITS) {
    if (seconds < unit) continue;
    const rest = Math.floor((seconds % unit) / part);
    return `${sign}${Math.floor(seconds / unit)} ${name}${rest === 0 ? '' : ` ${rest} ${partName}`}`;
  }
  return `${sign}${seconds} s`;
}

const UNITS = [
  [86_400, 'd', 3600, 'h'],
  [3600, 'h', 60, 'min'],
  [60, 'min', 1, 's'],
] as const;

/** `2018-04-21 03:01:01 UTC`, with milliseconds where there are any. */
export function formatUtc(epoch: number): string {
  if (!Number.isFinite(epoch) || Math.abs(epoch) > LAST_DATE) return 'unknown';
  return `${new Date(epoch).toISOString().replace('T', ' ').replace('.000Z', '').replace('Z', '')} UTC`;
}

/** ECMA-262 21.4.1.1: what a Date can hold. */
const LAST_DATE = 8.64e15;
