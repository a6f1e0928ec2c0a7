import { readBase64 } from '../../text/base64.ts';
import { type DkimKey, problem, type RecordProblem, type RecordTag, type TagRecord } from './recordText.ts';
import { rsaKeyBits } from './rsaKey.ts';
import { checkTags, missingTags, readTagList, type TagRule } from './tagList.ts';

/** RFC 6376 3.6.1; `g` is of its forerunner (RFC 4871 3.6.1). */
const RULES: ReadonlyMap<string, TagRule> = new Map([
  // Others are passed over (RFC 6376 3.6.1), so that without one of these no signature fits.
  ['h', { allowed: /(?:^|[: ])sha(?:1|256)(?:$|[ :])/i, values: 'sha256 (or sha1), colons between several' }],
  ['k', { allowed: /^(?:rsa|ed25519)$/i, values: 'rsa or ed25519' }],
  ['n', { allowed: /^/, values: 'any text' }],
  ['p', { allowed: /^/, values: 'a key in base64' }],
  ['s', { allowed: /^(?:\*|email)(?: ?: ?[\w*-]{1,30}){0,20}$/i, values: '* or email' }],
  ['t', { allowed: /^[\w-]{1,30}(?: ?: ?[\w-]{1,30}){0,20}$/, values: 'y and s, a colon between them' }],
  ['g', { allowed: /^/, values: 'any text' }],
]);

export function readDkimKey(text: string): TagRecord {
  const { tags, problems } = readTagList(text);
  const found = [...problems, ...checkTags(text, tags, 'DKIM1', RULES), ...missingTags(text, tags, ['p'])];
  const p = tags.find((tag) => tag.name === 'p');
  const algorithm = tags.find((tag) => tag.name === 'k')?.value.toLowerCase() ?? 'rsa';
  const { key, problems: wrong } = p === undefined ? { key: { algorithm }, problems: [] } : readKey(p, algorithm);
  return { kind: 'dkim-key', tags, key, problems: [...found, ...wrong, ...flags(tags)] };
}

/** Longer than any key. */
const LONGEST = 20_000;

function readKey(
  p: RecordTag,
  algorithm: string,
): { readonly key: DkimKey; readonly problems: readonly RecordProblem[] } {
  const unknown = (...problems: readonly RecordProblem[]) => ({ key: { algorithm }, problems });
  if (p.value === '') return unknown(problem('dkim-key-revoked', p));
  // RFC 6376 2.10: blanks may stand in it.
  const { octets, wrong = p.value.length > LONGEST ? LONGEST : undefined } = readBase64(p.value.slice(0, LONGEST), {
    folded: true,
  });
  if (wrong !== undefined) {
    const start = Math.min(p.valueSpan.start + wrong, p.valueSpan.end - 1);
    const text = p.value.slice(wrong, wrong + 10);
    return unknown(problem('dkim-key-base64', { start, end: start + 1 }, { text }));
  }
  if (algorithm === 'ed25519') {
    // RFC 8463 4: the bare key.
    if (octets.length !== 32) return unknown(problem('dkim-key-unreadable', p.valueSpan, { algorithm }));
    return { key: { algorithm, bits: 256 }, problems: [] };
  }
  if (algorithm !== 'rsa') return unknown();
  const bits = rsaKeyBits(octets);
  if (bits === undefined) return unknown(problem('dkim-key-unreadable', p.valueSpan, { algorithm }));
  const key = { algorithm, bits };
  const blanks = /[^\s]\s+[^\s]/.test(p.value) ? [problem('dkim-key-blanks', p.valueSpan)] : [];
  const data = { bits: String(bits) };
  if (bits < 1024) return { key, problems: [problem('dkim-key-too-short', p.valueSpan, data), ...blanks] };
  return { key, problems: [...(bits < 2048 ? [problem('dkim-key-short', p.valueSpan, data)] : []), ...blanks] };
}

function* flags(tags: readonly RecordTag[]): Iterable<RecordProblem> {
  for (const tag of tags) {
    const values = tag.value
      .toLowerCase()
      .split(':')
      .map((value) => value.trim());
    if (tag.name === 't' && values.includes('y')) yield problem('dkim-key-testing', tag);
    // RFC 8301 3.1: SHA-1 must not be used.
    if (tag.name === 'h' && values.every((value) => value === 'sha1')) yield problem('dkim-key-sha1', tag);
  }
}
