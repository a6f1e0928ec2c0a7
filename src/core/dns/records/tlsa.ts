import { isMeantAs } from '../recordShape.ts';
import { type SetProblem, type SetRecord, setProblem } from './setProblem.ts';

/** The fields of a TLSA record (RFC 6698 2.1). */
export interface Tlsa {
  readonly usage: number;
  readonly selector: number;
  readonly matching: number;
  /** Of the certificate or its digest. */
  readonly octets: number;
  /** The certificate, its key or a digest of one of them, in capital hexadecimal digits. */
  readonly association: string;
}

/** Octets of a digest by its matching type (RFC 6698 2.1.3). */
export const TLSA_DIGESTS: ReadonlyMap<number, number> = new Map([
  [1, 32],
  [2, 64],
]);

export function readTlsa(data: string): Tlsa | undefined {
  const match = /^(\d{1,3})\s{1,20}(\d{1,3})\s{1,20}(\d{1,3})\s{1,20}([0-9a-f\s]{1,9000})$/i.exec(data.trim());
  if (match === null) return undefined;
  const [usage = 0, selector = 0, matching = 0] = match.slice(1, 4).map(Number);
  const association = (match[4] as string).replace(/\s/g, '').toUpperCase();
  return { usage, selector, matching, octets: association.length / 2, association };
}

/** RFC 6698 3: the port and the protocol in front of the name of the host. */
const OWNER = /^(?:\*|_(?:\d{1,5}|\*|[a-z]\w{0,14}))\._(?:tcp|udp|sctp)\./i;

export function* tlsaProblems({ name, data, led, isWhole }: SetRecord): Iterable<SetProblem> {
  if (name.includes('.') && led !== true && !/^_\w{1,15}\._\w{1,5}$/.test(name) && !OWNER.test(name))
    yield setProblem('tlsa-name', { name });
  const tlsa = readTlsa(data);
  if (tlsa === undefined) {
    if (isWhole === true && isMeantAs('TLSA', data))
      yield setProblem('tlsa-parameter', { field: 'data', value: data.trim().split(/\s+/).at(-1)?.slice(0, 60) ?? '' });
    return;
  }
  const { usage, selector, matching, octets } = tlsa;
  const known: readonly (readonly [string, number, number])[] = [
    ['usage', usage, 3],
    ['selector', selector, 1],
    ['matching type', matching, 2],
  ];
  for (const [field, value, most] of known) {
    // 255 is for private use in all three.
    if (value > most && value !== 255) yield setProblem('tlsa-parameter', { field, value: String(value) });
  }
  // RFC 7672 3.1.3: servers of mail are trusted by DANE-TA and DANE-EE alone.
  if (usage <= 1 && /^_(?:25|smtp)\._tcp\./i.test(name)) yield setProblem('tlsa-usage', { usage: String(usage) });
  const expected = TLSA_DIGESTS.get(matching);
  if (expected !== undefined && octets !== expected) {
    yield setProblem('tlsa-length', { octets: String(octets), expected: String(expected) });
  }
}
