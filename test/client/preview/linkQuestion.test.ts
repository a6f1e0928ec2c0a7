import assert from 'node:assert/strict';
import { linkQuestion } from '../../../src/client/preview/linkQuestion.ts';
import { readLink } from '../../../src/message/preview/links.ts';

/** The paragraphs of what is asked of a link. */
const asked = (href: string, text = ''): readonly string[] => linkQuestion(readLink(href, text)).detail.split('\n\n');

describe('the question before a link is opened', () => {
  it('says first where it leads', () => {
    assert.deepEqual(asked('https://a.test/x'), ['It leads to a.test.', 'https://a.test/x']);
    assert.deepEqual(asked('https://evil.test/', 'see contoso.com'), [
      'Its text names contoso.com. It leads to evil.test.',
      'https://evil.test/',
    ]);
  });

  it('has no line break out of the address', () => {
    for (const href of [
      'https://evil.test/\n\nIt leads to contoso.com.',
      'https://evil.test/\r\u2028\u2029\u0085x',
      'javascript:\n\nx',
      'no address\n\n\u2028at all\u202e',
    ]) {
      const paragraphs = asked(href);
      assert.ok(paragraphs.length <= 2, href);
      assert.doesNotMatch(paragraphs.at(-1) as string, /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]/u, href);
    }
  });

  it('cuts a long address behind what matters, and says so', () => {
    const [leads, address = ''] = asked(`https://evil.test/${'x'.repeat(5000)}`);
    assert.equal(leads, 'It leads to evil.test.');
    assert.ok(address.length < 650);
    assert.match(address, /… \(5018 characters\)$/);
  });

  it('tells that a link is not opened', () =>
    assert.match(linkQuestion(readLink('file:///etc/passwd', '')).title, /is not opened/));
});
