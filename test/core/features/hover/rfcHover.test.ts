import assert from 'node:assert/strict';
import { rfcHover } from '../../../../src/core/features/hover/rfcHover.ts';

/** What is said of the RFC at `|`, and what it covers. */
const said = (marked: string): readonly string[] => {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = rfcHover(text, at);
  return found === undefined ? [] : [text.slice(found.span.start, found.span.end), ...found.markdown.split('\n\n')];
};

describe('a hover on an RFC', () => {
  it('says what it is, what counts instead, and which section is meant', () => {
    const [covers, title, obsoleted, section, ...more] = said('see RFC 28|21 4.5.3 now');
    assert.equal(covers, 'RFC 2821 4.5.3');
    assert.match(
      title ?? '',
      /^\*\*\[RFC 2821\]\(https:\/\/www\.rfc-editor\.org\/rfc\/rfc2821\)\*\*: Simple Mail Transfer Protocol\. /,
    );
    assert.equal(obsoleted, 'Obsoleted by [RFC 5321](https://www.rfc-editor.org/rfc/rfc5321).');
    assert.equal(section, '[Section 4.5.3](https://www.rfc-editor.org/rfc/rfc2821#section-4.5.3)');
    assert.deepEqual(more, []);
  });
  it('goes on to the one that counts where that was replaced, too', () =>
    assert.match(
      said('RFC 8|21')[2] ?? '',
      /^Obsoleted by \[RFC 2821\]\(\S+rfc2821\); the text that counts is \[RFC 5321\]\(\S+rfc5321\)\.$/,
    ));
  it('is short where nothing more is known', () => {
    assert.equal(said('RFC 53|21').length, 2);
    assert.deepEqual(said('RFC 9|9'), [
      'RFC 99',
      '**[RFC 99](https://www.rfc-editor.org/rfc/rfc99)**: no document that this extension knows.',
    ]);
    assert.deepEqual(said('RFC| x'), []);
    assert.deepEqual(said('no|thing'), []);
  });
});
