import { problem, type TagRecord } from './recordText.ts';
import { addressesOf, checkTags, extensions, missingTags, readTagList, type TagRule } from './tagList.ts';

/** `v=TLSRPTv1; rua=…` (RFC 8460 3). */
export function readTlsRpt(text: string): TagRecord {
  const { tags, problems } = readTagList(text);
  const rules = new Map<string, TagRule>([
    ['rua', { allowed: /\S/, values: 'addresses like mailto:reports@example.com' }],
    ...extensions(tags, ['rua']),
  ]);
  // RFC 8460 3: `mailto:` and `https:`.
  const addresses = tags
    .filter((tag) => tag.name === 'rua')
    .flatMap((tag) => [...addressesOf(tag)])
    .filter((one) => !/^(?:mailto:[^\s@]{1,300}@[^\s@]{1,300}|https:\/\/[^\s/]\S{0,2000})$/i.test(one.address))
    .map((one) => problem('tls-rpt-address', one, { address: one.address.slice(0, 100) }));
  return {
    kind: 'tls-rpt',
    tags,
    problems: [
      ...problems,
      ...checkTags(text, tags, 'TLSRPTv1', rules),
      ...missingTags(text, tags, ['v', 'rua']),
      ...addresses,
    ],
  };
}
