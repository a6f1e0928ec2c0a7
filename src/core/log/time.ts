import type { LogTime, LogWord } from './log.ts';

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d\d):(\d\d)(?:[.,](\d{1,9}))? ?(?:(Z|GMT|UTC)|([+-])(\d\d):?(\d\d))/;

/** A time as the line has it; its place on the clock only where date and zone are written too. */
export function asTime(word: LogWord): LogTime {
  const epoch = epochOf(word.text);
  return epoch === undefined ? word : { ...word, epoch };
}

/** Milliseconds since 1970 UTC of `2026-11-21T20:05:39.123+01:00` and its kin; undefined without a zone. */
export function epochOf(text: string): number | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', , sign, zoneHours = '0', zoneMinutes = '0'] = match;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const date = new Date(at);
  // 31 February is not a day of March.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000;
  const millis = Number(`${fraction}000`.slice(0, 3));
  return at + millis + (sign === '-' ? zone : -zone);
}
