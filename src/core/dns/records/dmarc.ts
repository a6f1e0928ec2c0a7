import { problem, type RecordProblem, type RecordTag, type TagRecord } from './recordText.ts';
import { addressesOf, checkTags, missingTags, readTagList, type TagRule } from './tagList.ts';

const policy: TagRule = { allowed: /^(?:none|quarantine|reject)$/i, values: 'none, quarantine or reject' };
const alignment: TagRule = { allowed: /^[rs]$/i, values: 'r (relaxed) or s (strict)' };
const addresses: TagRule = { allowed: /\S/, values: 'addresses like mailto:reports@example.com' };

/** RFC 7489 6.3, RFC 9091 3.2 and RFC 9989 4.7. */
const RULES: ReadonlyMap<string, TagRule> = new Map([
  ['p', policy],
  ['sp', policy],
  ['np', policy],
  ['adkim', alignment],
  ['aspf', alignment],
  ['rua', addresses],
  ['ruf', addresses],
  ['fo', { allowed: /^[01ds](?: ?: ?[01ds]){0,20}$/i, values: '0, 1, d and s, colons between them' }],
  ['pct', { allowed: /^(?:100|\d{1,2})$/, values: 'a number from 0 to 100' }],
  ['ri', { allowed: /^\d{1,10}$/, values: 'a number of seconds' }],
  ['rf', { allowed: /^afrf$/i, values: 'afrf' }],
  ['psd', { allowed: /^[ynu]$/i, values: 'y, n or u' }],
  ['t', { allowed: /^[yn]$/i, values: 'y or n' }],
]);
const REMOVED: ReadonlySet<string> = new Set(['pct', 'ri', 'rf']);

/** RFC 7489 6.2: a mail address, with the most that it takes behind an exclamation mark. */
const MAILTO = /^mailto:(?!\/\/)[^\s@!<>]{1,300}@[^\s@!<>]{1,300}(?:!\d{1,20}[kmgt]?)?$/i;

/** RFC 7489 6.3: any URI is allowed, though receivers need to know mailto alone. */
const WEB = /^https?:\/\/[^\s/]/i;

export function readDmarc(text: string): TagRecord {
  const { tags, problems } = readTagList(text);
  return { kind: 'dmarc', tags, problems: [...problems, ...check(text, tags)] };
}

function* check(text: string, tags: readonly RecordTag[]): Iterable<RecordProblem> {
  yield* checkTags(text, tags, 'DMARC1', RULES);
  yield* missingTags(text, tags, ['v', 'p']);
  const p = tags.findIndex((tag) => tag.name === 'p');
  const asked = tags[p];
  if (asked !== undefined && p > 1) yield problem('dmarc-policy-not-second', asked);
  for (const tag of tags) {
    if ((tag.name === 'rua' || tag.name === 'ruf') && tag.value !== '') {
      for (const one of addressesOf(tag)) {
        if (MAILTO.test(one.address)) continue;
        const found = { tag: tag.name, address: one.address.slice(0, 100) };
        yield problem(WEB.test(one.address) ? 'dmarc-address-scheme' : 'dmarc-address', one, found);
      }
    } else if (REMOVED.has(tag.name)) yield problem('dmarc-tag-removed', tag, { tag: tag.name });
  }
  const share = tags.find((tag) => tag.name === 'pct');
  if (share !== undefined && /^\d{1,2}$/.test(share.value))
    yield problem('dmarc-partly', share, { percent: share.value });
  if (asked !== undefined && /^none$/i.test(asked.value) && !tags.some((tag) => tag.name === 'rua')) {
    yield problem('dmarc-no-effect', asked);
  }
}
