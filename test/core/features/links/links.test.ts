import assert from 'node:assert/strict';
import { rfcHover } from '../../../../src/core/features/hover/rfcHover.ts';
import { documentLinks } from '../../../../src/core/features/links/documentLinks.ts';
import type { Start } from '../../../../src/core/ticket/ticket.ts';
import { open } from '../cursor.ts';

/** The text of each link and where it leads. */
function links(text: string, start?: Start): [string, string | undefined][] {
  const { document, ticket } = open(text, start);
  return documentLinks(document, ticket, { commandLinks: false }).map(({ range, target }) => [
    document.getText(range),
    target,
  ]);
}

const rfc = (rest: string): string => `https://www.rfc-editor.org/rfc/rfc${rest}`;

describe('links to RFCs', () => {
  it('are there however they are written', () =>
    assert.deepEqual(links('see RFC 2821, rfc2822 and RFC-5321 4.2.1, or RFC 5322 section 2.2.3.\n'), [
      ['RFC 2821', rfc('2821')],
      ['rfc2822', rfc('2822')],
      ['RFC-5321 4.2.1', rfc('5321#section-4.2.1')],
      ['RFC 5322 section 2.2.3', rfc('5322#section-2.2.3')],
    ]));
  it('are 1,000 of a text, of which the last one says that there are no more', () => {
    const tooltips = (count: number): readonly (string | undefined)[] => {
      const { document, ticket } = open('RFC 5321\n'.repeat(count));
      return documentLinks(document, ticket, { commandLinks: false }).map(({ tooltip }) => tooltip);
    };
    const all = tooltips(1200);
    assert.equal(all.length, 1000);
    assert.match(all.at(-1) ?? '', /\nNothing behind this is made a link: 1,?000 of a text are\.$/);
    assert.doesNotMatch(all.slice(0, 999).join(), /Nothing behind/);
    assert.doesNotMatch(tooltips(999).join(), /Nothing behind/);
  });
  it('are of 2,000,000 characters, and the last one says from where on nothing is searched', () => {
    const tooltips = (text: string): readonly (string | undefined)[] => {
      const { document, ticket } = open(text);
      return documentLinks(document, ticket, { commandLinks: false }).map(({ tooltip }) => tooltip);
    };
    const long = (lines: number): string => `see RFC 5321\n${`${'a'.repeat(99)}\n`.repeat(lines)}see RFC 5322\n`;
    const [first, ...rest] = tooltips(long(20_000));
    assert.deepEqual(rest, []);
    assert.match(first ?? '', /\nFrom line 20001 on nothing is searched for links: 2,?000,?000 characters are\.$/);
    assert.doesNotMatch(tooltips(long(19_000)).join(), /nothing is searched/);
  });
  it('are not where the letters mean a type', () =>
    assert.deepEqual(links('message/rfc822 rfc822;a@b.test text/rfc822-headers a.rfc2821@b.test rfc2821.txt\n'), []));
  it('are in headers and replies, not in bodies', () => {
    assert.deepEqual(links('From: a@b.test\nX-Note: RFC 5322\n\nRFC 5321\n', 'message'), [['RFC 5322', rfc('5322')]]);
    assert.deepEqual(links('220 a.test ESMTP\nEHLO x\n550 5.5.1 violates RFC 5321\n'), [['RFC 5321', rfc('5321')]]);
  });
});

describe('links to web pages', () => {
  it('are in replies, without the punctuation around them', () => {
    const page = 'https://bl.test/q?ip=192.0.2.1&x=(1)';
    assert.deepEqual(links(`220 a.test ESMTP\nEHLO b.test\n550 5.7.1 blocked (see ${page}).\n`), [[page, page]]);
  });
  it('are in prose', () =>
    assert.deepEqual(links('Look at <http://help.test/a>, please.\n'), [['http://help.test/a', 'http://help.test/a']]));
  it('lead to nothing but pages', () =>
    assert.deepEqual(links('javascript:alert(1) file:///etc/passwd command:x ftp://a.test http:// https://\n'), []));
  it('are not in message data nor in bodies', () => {
    assert.deepEqual(
      links(
        '220 a.test ESMTP\nEHLO b.test\n250 a.test\nDATA\n354 go on\nhttps://phish.test/\n.\n250 2.0.0 ok\nQUIT\n221 bye\n',
      ),
      [],
    );
    assert.deepEqual(links('From: a@b.test\n\nhttps://phish.test/\n', 'message'), []);
  });
  it('are limited', () => assert.equal(links('https://a.test/ '.repeat(5000)).length, 1000));
  it('take time in step with the text', () => {
    for (const text of [
      `https://a${')'.repeat(300_000)}`,
      'RFC '.repeat(100_000),
      `RFC 5321 ${'4.'.repeat(100_000)}`,
    ]) {
      assert.ok(links(text).length <= 1000);
    }
  });
});

describe('a hover on an RFC', () => {
  const hover = (text: string): string => rfcHover(text.replace('|', ''), text.indexOf('|'))?.markdown ?? '';
  it('says what it is and what replaced it', () => {
    assert.match(hover('see RFC 28|21'), /\[RFC 2821\].*Simple Mail Transfer Protocol.*Obsoleted by \[RFC 5321\]/s);
    assert.match(hover('see RFC |821'), /Obsoleted by \[RFC 2821\].*\[RFC 5321\]/s);
    assert.doesNotMatch(hover('RFC 53|21'), /Obsoleted/);
  });
  it('does not know all', () => assert.match(hover('RFC 99|99'), /no document that this extension knows/));
  it('is nowhere else', () => assert.equal(hover('see th|is'), ''));
});

describe('links to probes', () => {
  it('stand where a tool connects and where DNS answers, for clients that can run them', () => {
    const text = 'C:\\>telnet mail.contoso.test 25\n220 mail.contoso.test ESMTP\nQUIT\n221 bye\n';
    const { document, ticket } = open(text);
    const links = documentLinks(document, ticket, { commandLinks: true });
    assert.deepEqual(
      links.map(({ target }) => target),
      ['command:mailTriage.probeSmtpServer?%5B%22mail.contoso.test%22%5D'],
    );
    assert.deepEqual(documentLinks(document, ticket, { commandLinks: false }), []);
  });
});
