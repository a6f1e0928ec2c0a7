import { withoutDot } from '../../core/text/domainName.ts';
import type { Answer } from '../../probes/ports.ts';
import { isAnswered, recordsOf, reversed } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, type Finding, unanswered } from '../finding.ts';
import { reverseName } from '../reverseName.ts';
import { isGenericName } from './genericName.ts';

/** Names of one address that are followed; RFC 7208 5.5 takes as many. */
const MOST_NAMES = 10;

/** What is found out about the name of one address. */
export interface AddressName {
  readonly address: string;
  /** The name that leads back to the address. */
  readonly confirmed?: string;
  readonly findings: readonly Finding[];
  readonly evidence: readonly string[];
}

/** From an address to its names and back. `host`: the exchanger that has the address. */
export async function lookUpName(
  address: string,
  { ports, signal }: Pick<CheckContext, 'ports' | 'signal'>,
  host?: string,
): Promise<AddressName> {
  const name = reverseName(address);
  if (name === undefined) return { address, findings: [], evidence: [] };
  const ptr = await ports.resolve({ name, type: 'PTR' }, signal);
  const evidence = evidenceFrom(ptr);
  if (!isAnswered(ptr)) return { address, findings: [unanswered(ptr)], evidence };
  const of = host === undefined ? {} : { host };
  const base = { level: 'warning', about: address } as const;
  const names = recordsOf(ptr).map(({ data }) => withoutDot(data).toLowerCase());
  if (names.length === 0)
    return { address, findings: [{ ...base, code: 'reverse-none', data: of, evidence }], evidence };
  const type = address.includes(':') ? 'AAAA' : 'A';
  const followed = names.slice(0, MOST_NAMES);
  const back = await Promise.all(followed.map((one) => ports.resolve({ name: one, type }, signal)));
  const seen = [...evidence, ...back.flatMap(evidenceFrom)];
  const confirmed = followed.find((_, i) => recordsOf(back[i] as Answer).some((r) => same(r.data, address)));
  const findings: Finding[] = [];
  // Where there are more names than are followed, one of the others may lead back.
  if (confirmed === undefined && names.length <= MOST_NAMES) {
    const silent = back.find((answer) => !isAnswered(answer));
    findings.push(
      silent === undefined
        ? { ...base, code: 'reverse-unconfirmed', data: { names, ...of }, evidence: seen }
        : unanswered(silent),
    );
  }
  const generic = names.find((one) => isGenericName(one, address));
  if (generic !== undefined && (confirmed === undefined || confirmed === generic)) {
    findings.push({ ...base, code: 'reverse-generic', data: { name: generic, ...of }, evidence: seen });
  }
  if (names.length > 1) {
    findings.push({
      ...base,
      level: 'note',
      code: 'reverse-several',
      data: { names, followed: followed.length, ...of },
      evidence,
    });
  }
  return { address, ...(confirmed !== undefined && { confirmed }), findings, evidence: seen };
}

/** Whether two ways to write an address mean the same. */
export const same = (a: string, b: string): boolean =>
  a.includes(':') || b.includes(':') ? reversed(a) !== undefined && reversed(a) === reversed(b) : a === b;
