/** When to try again what was put off. */
export interface RetryAfter {
  readonly seconds: number;
  /** Whether the server named them. */
  readonly named: boolean;
}

/** Seconds after which greylisting usually takes the next try (Postgrey, --delay), and a queue tries again (RFC 5321 4.5.4.1). */
const GREYLISTED = 5 * 60;
const QUEUE = 30 * 60;

/** By the reason of a 4yz, and how long the reply wants to wait (`findIn`), where it says so. */
export function retryAfter(reason: string, wait: string | undefined): RetryAfter {
  const seconds = wait === undefined ? undefined : secondsIn(wait);
  if (seconds !== undefined && seconds > 0) return { seconds, named: true };
  return { seconds: reason === 'greylisted' ? GREYLISTED : QUEUE, named: false };
}

/** `300 seconds`, `5 min`, `00:05:00`. */
export function secondsIn(wait: string): number | undefined {
  const clock = /^(\d{1,2}):(\d\d):(\d\d)$/.exec(wait);
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const [, count, unit] = /^(\d{1,6}) ?([smhd])/i.exec(wait) ?? [];
  const each = { s: 1, m: 60, h: 3600, d: 86_400 }[unit?.toLowerCase() ?? ''];
  return each === undefined ? undefined : Number(count) * each;
}
