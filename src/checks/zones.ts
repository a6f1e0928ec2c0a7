import { sameName, withoutDot } from '../core/text/domainName.ts';
import type { Answer, CancelSignal, Resolve } from '../probes/ports.ts';
import { isAnswered, recordsOf } from './answers.ts';

/** The zone that a name lies in. */
export interface Zone {
  /** Its topmost name (RFC 9499 7), without the final dot. */
  readonly apex: string;
  readonly soa: Answer;
}

/** The name one label above, empty above the last label. */
export const nameAbove = (name: string): string => name.replace(/^(?:[^\\.]|\\.){1,255}\.?/, '');

/** Whether `name` is `zone` or lies below it. */
export const isWithin = (name: string, zone: string): boolean =>
  zone === '.' || sameName(name, zone) || name.toLowerCase().endsWith(`.${withoutDot(zone).toLowerCase()}`);

/** The zone of a name, or the answer that kept it from being found. */
export async function zoneOf(name: string, resolve: Resolve, signal: CancelSignal): Promise<Zone | { failed: Answer }> {
  for (let zone = name; ; ) {
    const soa = await resolve({ name: zone, type: 'SOA' }, signal);
    if (!isAnswered(soa)) return { failed: soa };
    if (recordsOf(soa).some((record) => sameName(record.name, zone))) return { apex: zone, soa };
    if (zone === '.') return { failed: soa };
    // RFC 2308 2: an answer without records has the SOA of its zone.
    const above = nameAbove(zone) || '.';
    zone = soa.authority?.find((record) => record.type === 'SOA' && isWithin(above, record.name))?.name ?? above;
  }
}
