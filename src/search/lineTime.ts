const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const ISO =
  /(?<!\d)(\d{4})[-/](\d\d)[-/](\d\d)[T ,](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))? {0,1}(?:(Z|UTC|GMT)\b|([+-])(\d\d):?(\d\d))?/;
const CLASSIC = /(?<![A-Za-z])([A-Z][a-z]{2}) {1,2}(\d{1,2}) (?:(\d{4}) )?(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?/;
const DAY = 86_400_000;
/** Characters of a line in which its time is looked for. */
const FRONT = 200;

/**
 * When a line was written, in milliseconds since 1970 UTC; undefined where it does not say. A time without a zone is
 * this machine's; one without a year is the last such time that is not later than a day behind `latest`.
 */
export function timeOfLine(line: string, latest: number): number | undefined {
  const front = line.slice(0, FRONT);
  const iso = ISO.exec(front);
  const classic = CLASSIC.exec(front);
  if (iso !== null && (classic === null || iso.index < classic.index)) {
    const [, year, month, day, hour, minute, second, fraction = '', zulu, sign, hours, minutes] = iso;
    const millis = Number(`${fraction}000`.slice(0, 3));
    const at = [
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour),
      Number(minute),
      Number(second),
      millis,
    ] as const;
    // The stamps of Exchange's logs are UTC, and say so by a Z.
    if (zulu !== undefined) return Date.UTC(...at);
    if (sign === undefined) return new Date(...at).getTime();
    const zone = (Number(hours) * 60 + Number(minutes)) * 60_000;
    return Date.UTC(...at) - (sign === '-' ? -zone : zone);
  }
  if (classic === null) return undefined;
  const [, name = '', day, year, hour, minute, second] = classic;
  const month = MONTHS.indexOf(name.toLowerCase());
  if (month < 0) return undefined;
  const of = (one: number): number =>
    new Date(one, month, Number(day), Number(hour), Number(minute), Number(second)).getTime();
  if (year !== undefined) return of(Number(year));
  const last = new Date(latest + DAY).getFullYear();
  const at = of(last);
  return at > latest + DAY ? of(last - 1) : at;
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: DAY, w: 7 * DAY };

/** `2026-11-21`, `2026-11-21 20:05`, `2h`, `3d`, `yesterday`, `today`; undefined for what is no time. */
export function timeTyped(typed: string, now: number): number | undefined {
  const text = typed.trim().toLowerCase();
  const ago = /^(\d{1,6})\s?([mhdw])(?: ago)?$/.exec(text);
  if (ago !== null) return now - Number(ago[1]) * (UNITS[ago[2] as string] as number);
  if (text === 'now') return now;
  if (text === 'today' || text === 'yesterday') {
    const day = new Date(now);
    day.setHours(0, 0, 0, 0);
    if (text === 'yesterday') day.setDate(day.getDate() - 1);
    return day.getTime();
  }
  const date = /^(\d{4}-\d\d-\d\d)(?:[t ](\d\d:\d\d(?::\d\d)?)(z|[+-]\d\d:?\d\d)?)?$/.exec(text);
  if (date === null) return undefined;
  const at = Date.parse(`${date[1]}T${date[2] ?? '00:00'}${(date[3] ?? '').toUpperCase()}`);
  return Number.isNaN(at) ? undefined : at;
}
