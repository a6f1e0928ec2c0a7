import assert from 'node:assert/strict';
import { codeBefore } from '../../../src/core/session/offer.ts';
import { offerAt, type SessionView, sessionsOf } from '../../../src/core/session/sessionView.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

const viewsOf = (text: string): readonly SessionView[] => [...sessionsOf(readTicket(text))];
const viewOf = (text: string): SessionView => {
  const [view, other] = viewsOf(text);
  assert.ok(view !== undefined && other === undefined, text);
  return view;
};

/** What was offered last, as `KEYWORD words`. */
const offered = (reply: string, hello = 'EHLO b'): string =>
  [...(viewOf(`220 a ESMTP\n${hello}\n${reply}\n`).offers[0]?.offer?.values() ?? [])]
    .map(({ keyword, words }) => [keyword, ...words].join(' '))
    .join(', ');

describe('what a server offers', () => {
  it('is a keyword a line behind the first, with words', () => {
    assert.equal(
      offered('250-a.test\n250-SIZE 10\n250-auth login  plain\n250 Help'),
      'SIZE 10, AUTH LOGIN PLAIN, HELP',
    );
    assert.equal(offered('250 a.test'), '');
    assert.equal(offered('250-a.test\n250-\n250 DSN'), 'DSN');
  });
  it('is one where a keyword is said twice, or joined as old clients want it', () => {
    assert.equal(offered('250-a.test\n250-AUTH LOGIN\n250-AUTH=PLAIN X\n250 DSN'), 'AUTH LOGIN PLAIN X, DSN');
    assert.equal(offered('250-a.test\n250-AUTH=PLAIN\n250 AUTH LOGIN'), 'AUTH PLAIN LOGIN');
    assert.equal(offered('250-a.test\n250 AUTH='), 'AUTH');
  });
  it('is nothing behind HELO, or where it refuses', () => {
    assert.equal(offered('250-a.test\n250 DSN', 'HELO b'), '');
    assert.equal(offered('250-a.test\n250 DSN', 'LHLO b'), 'DSN');
    assert.equal(offered('550-a.test\n550 DSN'), '');
  });
  it('goes on where a window wrapped it', () => {
    const wide = `250-AUTH ${'X'.repeat(72)}`;
    assert.equal(offered(`250-a.test\n${wide}\nPLAIN LOGIN\n250 DSN`), `AUTH ${'X'.repeat(72)} PLAIN LOGIN, DSN`);
  });
  it('has its code in front, which says whether more follows', () => {
    const code = (text: string): unknown => codeBefore(text, { start: text.length, end: text.length });
    assert.deepEqual(code('x 250-'), { code: '250', more: true, start: 2 });
    assert.deepEqual(code('250 '), { code: '250', more: false, start: 0 });
    assert.deepEqual(code('250'), { code: '250', more: false, start: 0 });
    assert.deepEqual(code('550-5.7.1 '), { code: '550', more: true, start: 0 });
    assert.deepEqual(code(`${'x'.repeat(30)}250- `), { code: '250', more: true, start: 30 });
    assert.equal(code('250 a'), undefined);
    assert.equal(code(`250${' '.repeat(22)}`), undefined);
  });
});

describe('a session', () => {
  /** Each step as `VERB code offered`, with `TLS` where it is secured. */
  const steps = (text: string): string =>
    viewOf(text)
      .steps.map(({ command, reply, offer, secured }) =>
        [command.verb, reply?.code ?? '-', offer === undefined ? '?' : [...offer.keys()].join('+'), secured && 'TLS']
          .filter((part) => part !== false)
          .join(' '),
      )
      .join(', ');

  it('knows of each step its reply and what was offered then', () => {
    assert.equal(
      steps(
        '220 a ESMTP\nEHLO b\n250-a\n250 STARTTLS\nSTARTTLS\n220 go\nNOOP\n250 ok\nEHLO b\n250-a\n250 DSN\nQUIT\n221 x\n',
      ),
      'EHLO 250 ?, STARTTLS 220 STARTTLS, NOOP 250 ? TLS, EHLO 250 ? TLS, QUIT 221 DSN TLS',
    );
    assert.equal(
      steps('220 a ESMTP\nEHLO b\n250-a\n250 STARTTLS\nSTARTTLS\n454 no\nQUIT\n221 x\n'),
      'EHLO 250 ?, STARTTLS 454 STARTTLS, QUIT 221 STARTTLS',
    );
    assert.equal(
      steps('220 a ESMTP\nMAIL FROM:<a@a.test>\nRCPT TO:<b@b.test>\nRCPT TO:<c@b.test>\n250 ok\n251 ok\n550 no\n'),
      'MAIL 250 ?, RCPT 251 ?, RCPT 550 ?',
    );
    assert.equal(steps('220 a ESMTP\nDATA\n354 go\nx\n.\n250 ok\nQUIT\n'), 'DATA 354 ?, QUIT - ?');
    assert.equal(steps('<-  220 a ESMTP\n ~> EHLO b\n<~  250 ok\n -> QUIT\n'), 'EHLO 250 ? TLS, QUIT - ');
  });

  it('knows whether it is whole, and whether it begins where it does', () => {
    const told = (text: string): readonly unknown[] => {
      const { greeting, fromStart, whole, strange } = viewOf(text);
      return [greeting?.code, fromStart, whole, strange];
    };
    assert.deepEqual(told('220 a ESMTP\nEHLO b\n250 ok\n'), [220, true, true, false]);
    assert.deepEqual(told('EHLO b\n250 ok\n'), [undefined, true, true, false]);
    assert.deepEqual(told('LHLO b\n250 ok\n'), [undefined, true, true, false]);
    assert.deepEqual(told('MAIL FROM:<a@a.test>\n250 ok\nQUIT\n'), [undefined, false, true, false]);
    assert.deepEqual(told('250 2.1.5 ok\nDATA\n354 go\n'), [undefined, false, false, false]);
    assert.deepEqual(told('220 a ESMTP\nfoo bar\n500 what\n'), [220, true, true, true]);
  });

  it('knows at each place what was offered last', () => {
    const text = '220 a ESMTP\nEHLO b\n250-a\n250 STARTTLS\nSTARTTLS\n220 go\nEHLO b\n250-a\n250 DSN\nQUIT\n';
    const view = viewOf(text);
    const at = (word: string): readonly string[] | undefined => {
      const offer = offerAt(view, text.lastIndexOf(word));
      return offer && [...offer.keys()];
    };
    assert.deepEqual(at('220 a'), undefined);
    assert.deepEqual(at('STARTTLS\n220'), ['STARTTLS']);
    assert.deepEqual(at('EHLO'), undefined);
    assert.deepEqual(at('QUIT'), ['DSN']);
  });

  it('is one of several in a text', () => {
    const one = '220 a ESMTP\nEHLO b\n250 ok\nQUIT\n221 x\n';
    assert.equal(viewsOf(`${one}words\n\nmore words\n${one}`).length, 2);
    assert.deepEqual(viewsOf('words\n'), []);
  });
});
