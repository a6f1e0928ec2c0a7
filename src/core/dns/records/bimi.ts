import { problem, type TagRecord } from './recordText.ts';
import { checkTags, missingTags, readTagList, type TagRule } from './tagList.ts';

/** Forms of pictures that a logo must not have. */
const IMAGE = /\.(?:png|jpe?g|gif|webp|bmp|ico)$/i;

/** `v=BIMI1; l=…; a=…` (draft-brand-indicators-for-message-identification 4.2). */
export function readBimi(text: string): TagRecord {
  const { tags, problems } = readTagList(text);
  const any: TagRule = { allowed: /^/, values: 'anything' };
  const rules = new Map<string, TagRule>([
    ['l', any],
    ['a', any],
    ['avp', { allowed: /^(?:brand|personal)$/i, values: 'brand or personal' }],
    ['lps', any],
    ['e', any],
  ]);
  const addresses = tags
    .filter(
      (tag) =>
        (tag.name === 'l' || tag.name === 'a') &&
        tag.value !== '' &&
        (!/^https:\/\/[^\s/]/i.test(tag.value) || (tag.name === 'l' && IMAGE.test(tag.value))),
    )
    .filter((tag) => !(tag.name === 'a' && tag.value === 'self'))
    .map((tag) => problem('bimi-address', tag.valueSpan, { tag: tag.name, address: tag.value.slice(0, 100) }));
  return {
    kind: 'bimi',
    tags,
    problems: [
      ...problems,
      ...checkTags(text, tags, 'BIMI1', rules),
      ...missingTags(text, tags, ['v', 'l']),
      ...addresses,
    ],
  };
}
