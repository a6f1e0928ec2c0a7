import { readRecord } from '../../core/dns/records/readRecord.ts';
import type { TagRecord } from '../../core/dns/records/recordText.ts';
import type { Answer, CancelSignal, Resolve } from '../../probes/ports.ts';
import { isAnswered, textsOf } from '../answers.ts';

/** What stands at one selector. */
export interface SelectorAnswer {
  readonly selector: string;
  readonly answer: Answer;
  readonly texts: readonly string[];
  /** The one record where it is that of a key. */
  readonly key?: TagRecord;
}

export async function askSelector(
  selector: string,
  domain: string,
  resolve: Resolve,
  signal: CancelSignal,
): Promise<SelectorAnswer> {
  const name = `${selector}._domainkey.${domain}`;
  const answer = await resolve({ name, type: 'TXT' }, signal);
  const texts = isAnswered(answer) ? textsOf(answer) : [];
  const keys = texts.flatMap((text) => {
    const record = readRecord(name, text);
    return record?.kind === 'dkim-key' ? [record] : [];
  });
  const [key] = keys;
  return { selector, answer, texts, ...(key !== undefined && keys.length === 1 && { key }) };
}

/** A key that signatures can be checked with. */
export const isUsable = ({ key }: SelectorAnswer): boolean =>
  key?.key !== undefined &&
  !key.problems.some(({ code }) =>
    ['dkim-key-revoked', 'dkim-key-base64', 'dkim-key-unreadable', 'dkim-key-too-short', 'dkim-key-sha1'].includes(
      code,
    ),
  );

/** `google (RSA 2048)` */
export function describeKey({ selector, key }: SelectorAnswer): string {
  const { algorithm = '', bits } = key?.key ?? {};
  return `${selector} (${algorithm === 'ed25519' ? 'Ed25519' : `${algorithm.toUpperCase()} ${bits ?? ''}`.trim()})`;
}
