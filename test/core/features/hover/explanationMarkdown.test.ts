import assert from 'node:assert/strict';
import { sourceMarkdown } from '../../../../src/core/features/hover/explanationMarkdown.ts';

describe('a source in a hover', () => {
  const rfc = (number: number, anchor = ''): string => `https://www.rfc-editor.org/rfc/rfc${number}${anchor}`;
  for (const [source, markdown] of [
    ['RFC 5321', `[RFC 5321](${rfc(5321)})`],
    ['RFC 5321 4.2.1', `[RFC 5321 4.2.1](${rfc(5321, '#section-4.2.1')})`],
    ['RFC 5321 section 4.2', `[RFC 5321 section 4.2](${rfc(5321, '#section-4.2')})`],
    ['RFC 6376 A.1', `[RFC 6376 A.1](${rfc(6376, '#section-A.1')})`],
    ['see RFC 5321 4.2, RFC 3463', `see [RFC 5321 4.2](${rfc(5321, '#section-4.2')}), [RFC 3463](${rfc(3463)})`],
    ['RFC 5321 4.2 and more', `[RFC 5321 4.2](${rfc(5321, '#section-4.2')}) and more`],
    ['RFC x', 'RFC x'],
    ['a*b RFC 1 c*d', `a\\*b [RFC 1](${rfc(1)}) c\\*d`],
    ['', ''],
  ] as const)
    it(source, () => assert.equal(sourceMarkdown(source), markdown));
});
