import assert from 'node:assert/strict';
import { documentLinks } from '../../../../src/core/features/links/documentLinks.ts';
import { placesOf } from '../../../../src/core/features/links/messageIds.ts';
import type { Start } from '../../../../src/core/ticket/ticket.ts';
import { open, openAt } from '../cursor.ts';

/** Each link of a text as `covers → target`, and its tooltip where it is asked for. */
function linked(text: string, start: Start = 'anywhere', commandLinks = false): readonly (readonly [string, string])[] {
  const { document, ticket } = open(text, start);
  return documentLinks(document, ticket, { commandLinks }).map(({ range, target, tooltip }) => [
    `${document.getText(range)} → ${target}`,
    tooltip ?? '',
  ]);
}
const links = (text: string, start?: Start): readonly string[] =>
  linked(text, start).map(([link]) => link.replace(/^(\S+) → \1$/, '$1'));

describe('an address in a text', () => {
  const covers = (text: string, ...pages: readonly string[]): void => {
    it(text, () => assert.deepEqual(links(`${text}\n`), pages));
  };
  covers('see https://a.test/x now', 'https://a.test/x');
  covers('see HTTP://A.test', 'HTTP://A.test');
  covers('xhttps://a.test');
  covers('(https://a.test/x)', 'https://a.test/x');
  covers('(https://a.test/x(y))', 'https://a.test/x(y)');
  covers('[https://a.test/x].', 'https://a.test/x');
  covers('[see https://a.test/x[y]]', 'https://a.test/x[y]');
  for (const sign of ['.', ',', ';', ':', '!', '?', '*', '_', '...', ').', '],'])
    covers(`https://a.test/x${sign}`, 'https://a.test/x');
  for (const sign of ['/', '-', '=', '~', '&', '+', '%20', '#x'])
    covers(`https://a.test/x${sign}`, `https://a.test/x${sign}`);
  covers('"https://a.test/x"', 'https://a.test/x');
  covers('<https://a.test/x>', 'https://a.test/x');
  covers('https://a.testä', 'https://a.test');
  covers('https://[2001:db8::1]/', 'https://[2001:db8::1]/');
  covers('https://-a.test https://. https://');
  covers('https://a.test https://b.test', 'https://a.test', 'https://b.test');
});

describe('what a link says', () => {
  it('is what opens, and where a filter’s address leads', () => {
    const tooltip = (text: string): string | undefined => linked(`${text}\n`)[0]?.[1];
    assert.equal(tooltip('https://a.test/x'), 'Open https://a.test/x');
    assert.equal(tooltip(`https://a.test/${'x'.repeat(185)}`), `Open https://a.test/${'x'.repeat(185)}`);
    assert.equal(tooltip(`https://a.test/${'x'.repeat(186)}`), `Open https://a.test/${'x'.repeat(185)}…`);
    assert.match(
      tooltip('https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fb.test%2F&data=x') ?? '',
      /^Open https:\/\/eur01\.safelinks.* \(Microsoft Safe Links: leads to https:\/\/b\.test\/\)$/,
    );
  });
  it('is the title of an RFC', () => {
    assert.deepEqual(linked('RFC 5321 and RFC 5321 4.5.3 and RFC 9999\n').slice(0, 2), [
      ['RFC 5321 → https://www.rfc-editor.org/rfc/rfc5321', 'Simple Mail Transfer Protocol'],
      ['RFC 5321 4.5.3 → https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3', 'Simple Mail Transfer Protocol'],
    ]);
    assert.equal(linked('see RFC 99\n')[0]?.[1], 'RFC 99');
  });
});

describe('where links are', () => {
  const session =
    '220 a ESMTP https://1.test\nEHLO a.test\n250 b https://2.test\nDATA\n354 go\nSubject: x\n\nhttps://no.test RFC 5321\n.\n250 ok https://3.test\n';
  it('is in replies, and not in what is sent', () =>
    assert.deepEqual(links(session), ['https://1.test', 'https://2.test', 'https://3.test']));
  it('is not in the header of a message but for RFCs, and not in its body', () =>
    assert.deepEqual(links('From: a@a.test\nX-A: see https://no.test, RFC 5322\n\nhttps://no.test\n', 'message'), [
      'RFC 5322 → https://www.rfc-editor.org/rfc/rfc5322',
    ]));
  it('is in what a report says of a recipient', () =>
    assert.deepEqual(
      links(
        'From: m@a.test\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.a.test\n\nFinal-Recipient: rfc822; b@b.test\nAction: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp; 550 5.7.1 see https://b.test/x\n\n--b--\n',
        'message',
      ),
      ['https://b.test/x'],
    ));
  it('is at hosts that a tool connects to, where the editor can probe them', () => {
    const telnet = 'Trying 192.0.2.1...\nConnected to mx.a.test.\n220 mx.a.test ESMTP\nQUIT\n221 bye\n';
    assert.deepEqual(linked(telnet), []);
    assert.deepEqual(
      linked(telnet, 'anywhere', true).map(([link, tooltip]) => `${link.split(' ', 1)[0]}: ${tooltip}`),
      ['192.0.2.1: Probe SMTP server 192.0.2.1', 'mx.a.test: Probe SMTP server mx.a.test'],
    );
  });
});

describe('the places of an id', () => {
  const log = (...lines: readonly string[]): string =>
    lines.map((line, i) => `Nov 20 09:14:1${i} mx1 postfix/${line}\n`).join('');
  const text = log(
    'smtpd[51]: 4C1D52281000: client=pc.a.test[192.0.2.7]',
    'cleanup[51]: 4C1D52281000: message-id=<12345@a.test>',
    'smtp[51]: 4C1D52281000: to=<u@b.test>, relay=mx.b.test[192.0.2.30]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 5D1D52281999)',
    'smtp[51]: 4C1D52281001: to=<u@b.test>, relay=none, delay=1, dsn=4.4.1, status=deferred (x)',
  );
  const places = (marked: string): readonly (readonly string[])[] => {
    const { document, ticket, position } = openAt(marked);
    const { all, same } = placesOf(ticket, document.offsetAt(position));
    return [all, same].map((spans) =>
      spans.map(({ start, end }) => `${document.positionAt(start).line}:${document.getText().slice(start, end)}`),
    );
  };
  it('are those of all ids of its message', () => {
    const [all, same] = places(text.replace('4C1D52281000: client', '4C1D5|2281000: client'));
    assert.deepEqual(same, ['0:4C1D52281000', '1:4C1D52281000', '2:4C1D52281000']);
    assert.deepEqual(all, [...(same ?? []).slice(0, 2), '1:12345@a.test', '2:4C1D52281000']);
    assert.deepEqual(places(text.replace('12345@a', '123|45@a'))[1], ['1:12345@a.test']);
    assert.deepEqual(places(text.replace('4C1D52281001:', '4C1D52281001|:')), [['3:4C1D52281001'], ['3:4C1D52281001']]);
  });
  it('are none where no log knows it', () => {
    for (const [word, marked] of [
      ['client', 'cli|ent'],
      ['pc.a.test', 'pc.|a.test'],
      ['mx1', 'm|x1'],
    ] as const)
      assert.deepEqual(places(text.replace(word, marked)), [[], []], word);
    assert.deepEqual(places('4C1D5|2281000 is the id\n'), [[], []]);
  });
});
