import type { TagRecord } from './recordText.ts';
import { checkTags, extensions, missingTags, readTagList, type TagRule } from './tagList.ts';

/** `v=STSv1; id=…` (RFC 8461 3.1); further fields are allowed, for extensions. */
export function readMtaSts(text: string): TagRecord {
  const { tags, problems } = readTagList(text);
  const rules = new Map<string, TagRule>([
    ['id', { allowed: /^[A-Za-z0-9]{1,32}$/, values: '1 to 32 letters and digits' }],
    ...extensions(tags, ['id']),
  ]);
  return {
    kind: 'mta-sts',
    tags,
    problems: [...problems, ...checkTags(text, tags, 'STSv1', rules), ...missingTags(text, tags, ['v', 'id'])],
  };
}
