import { domainOf } from '../../mail/domains.ts';
import { fieldNamed, fieldsNamed } from '../../mail/header/fields.ts';
import { readTags } from '../../mail/header/tags.ts';
import type { Field, Message } from '../../mail/message.ts';
import { listed, short } from '../../text/few.ts';
import { ownPart } from '../../trace/border.ts';
import { sameOperator } from '../../trace/sameOperator.ts';
import { it, type Told, type Words } from './told.ts';
import { listOf } from './what.ts';

export interface Forwarder extends Told {
  /** It is another's: the receiver seals what it takes in, too. */
  readonly passedOn: boolean;
}

/** Who passed the message on: forwarding addresses, people who sent it again, lists, and those who sealed it (ARC). */
export function forwardersOf(message: Message): readonly Forwarder[] {
  const { fields } = message;
  const found: Forwarder[] = [];
  const add = (field: Field | undefined, words: Words, passedOn = true): void => {
    if (field !== undefined) found.push({ ...words, start: field.start, end: field.end, passedOn });
  };
  const path = fieldNamed(fields, 'return-path');
  const rewritten = rewrittenBy(path?.value ?? '');
  const forwarded = fieldNamed(fields, 'x-forwarded-for');
  const whom = addressesIn(forwarded?.value ?? '');
  if (rewritten !== undefined && whom.length < 2) add(path, it(`was forwarded by ${rewritten}.`));
  if (whom.length > 1) add(forwarded, it(`was forwarded from ${whom[0]} to ${whom[1]}.`));
  const rules = fieldNamed(fields, 'x-ms-exchange-inbox-rules-loop');
  if (rules !== undefined) add(rules, { words: `A rule in the mailbox of ${short(rules.value)} passed it on.` });
  const resent = fieldNamed(fields, 'resent-from');
  const list = listOf(message);
  if (resent !== undefined && list === undefined)
    add(resent, it(`was sent again by ${addressesIn(resent.value)[0] ?? short(resent.value)}.`));
  const sealers = sealersOf(fields);
  if (sealers.length > 0) {
    const [first] = fieldsNamed(fields, 'arc-seal');
    const own = ownPart(message)?.hops ?? [];
    const isOwn = (domain: string): boolean => own.some(({ by }) => by !== undefined && sameOperator(by, domain));
    add(first, { words: `Sealed on the way (ARC) by ${listed(sealers)}.` }, !sealers.every(isOwn));
  }
  return found;
}

/** SRS (`SRS0=hash=tt=a.test=ann@b.test`), and Gmail's `+caf_=`: who forwarded, and whose mail. */
function rewrittenBy(path: string): string | undefined {
  const address = path.replace(/^\s*<|>\s*$/g, '');
  const by = domainOf(address);
  if (by === undefined) return undefined;
  const srs = /^SRS0[=+-][^=@]{1,30}=[^=@]{1,10}=([^=@]{1,200})=([^@]{1,100})@/i.exec(address);
  if (srs !== null) return `${by}, with the envelope of ${srs[2]}@${srs[1]}`;
  const again = /^SRS1[=+-][^=@]{1,30}=([^=@]{1,200})==/i.exec(address);
  if (again !== null) return `${by}, behind ${again[1]}`;
  const gmail = /^([^+@]{1,64})\+caf_=/i.exec(address);
  return gmail === null ? undefined : `${gmail[1]}@${by}`;
}

const addressesIn = (value: string): readonly string[] =>
  [...value.matchAll(/[^\s<>",;:()]{1,64}@[^\s<>",;:()]{1,200}/g)].map(([address]) => address);

/** The domains that sealed, the first one first; at most five. */
function sealersOf(fields: readonly Field[]): readonly string[] {
  const seals = fieldsNamed(fields, 'arc-seal')
    .flatMap((field) => {
      const tags = readTags(field.value, { ...field, valueSpan: { start: 0, end: field.value.length } });
      const of = (name: string): string | undefined => tags.find((tag) => tag.name === name)?.value;
      const domain = of('d');
      return domain === undefined ? [] : [{ i: Number(of('i') ?? 0), domain: short(domain.toLowerCase()) }];
    })
    .sort((a, b) => a.i - b.i)
    .map(({ domain }) => domain);
  return [...new Set(seals)].slice(0, 5);
}
