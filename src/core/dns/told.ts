import type { Answer, Query } from './lookup.ts';

/** What a text says that DNS answered to one question. */
export interface Told {
  /** Without the final dot. */
  readonly name: string;
  /** MX, A, TXT …, in capitals. */
  readonly type: string;
  /** The data of each record of the type, in zone-file form; none where the text says that there is no record. */
  readonly records: readonly string[];
}

/** Types that can be asked for again by name. */
const ASKED: ReadonlySet<string> = new Set(
  'A AAAA CAA CNAME DNAME DNSKEY DS HTTPS MX NAPTR NS PTR SOA SPF SRV SSHFP SVCB TLSA TXT'.split(' '),
);

export const canBeAsked = (type: string): boolean => ASKED.has(type);

export const told = (name: string, type: string, answers: readonly Answer[]): Told => ({
  name,
  type,
  records: answers.map(({ data }) => data),
});

/** Whether a text says what DNS answered, be it that there is nothing. */
export const isTold = ({ status, answers }: Query): boolean =>
  status === 'NXDOMAIN' || status === 'NOERROR' || answers.length > 0;

/** The answers of a question that are of its type. */
export const ownAnswers = ({ type, answers }: Query): readonly Answer[] =>
  answers.filter((answer) => answer.type === undefined || answer.type === type);

/** Answers to one question for everything, or records that stand without one, by name and type. */
export function byRecord(answers: readonly Answer[]): ReadonlyMap<string, readonly Answer[]> {
  const found = new Map<string, Answer[]>();
  for (const answer of answers) {
    const key = `${answer.type ?? ''} ${answer.name.toLowerCase()}`;
    const group = found.get(key);
    if (group === undefined) found.set(key, [answer]);
    else group.push(answer);
  }
  return found;
}
