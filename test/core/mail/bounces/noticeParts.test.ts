import assert from 'node:assert/strict';
import { readNoticeText } from '../../../../src/core/mail/bounces/noticeText.ts';
import { type Notice, readNotice } from '../../../../src/core/mail/bounces/readNotice.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const MAILER = 'From: Mail Delivery System <MAILER-DAEMON@mx.contoso.test>';
const BOB = 'bob@fabrikam.test';

interface Given {
  readonly known?: readonly string[];
  readonly fallback?: readonly string[];
  readonly end?: number;
}

/** What the words of a message say of whom. */
function read(
  header: readonly string[],
  body: readonly string[],
  given: Given = {},
): Notice & { readonly text: string } {
  const text = [...header, '', ...body].join('\n');
  const message = readMessage(text, new Lines(text), 0, text.length);
  const known = { known: [], fallback: [], end: undefined, ...given };
  return { ...readNotice(readNoticeText(text, message.root), message.fields, known), text };
}

const words = (...body: readonly string[]) => read([MAILER, 'Subject: x'], body);
const addresses = ({ recipients }: Notice): readonly string[] => recipients.map(({ address }) => address);

describe('whom the words of a notice are about', () => {
  it('is whom they name, else what stands elsewhere', () => {
    assert.deepEqual(addresses(words(`<${BOB}>: 550 no`)), [BOB]);
    const nobody = [
      'It could not be delivered.',
      '',
      '--- Original message ---',
      'To: kim@b.test',
      'Subject: y',
      'X-A: b',
    ];
    assert.deepEqual(addresses(read([MAILER, 'X-Failed-Recipients: eve@b.test'], nobody)), ['eve@b.test']);
    assert.deepEqual(addresses(read([MAILER], nobody, { known: ['a@b.test'], fallback: ['c@b.test'] })), ['a@b.test']);
    assert.deepEqual(addresses(read([MAILER], nobody, { fallback: ['c@b.test', 'c@b.test'] })), ['c@b.test']);
    assert.deepEqual(addresses(read([MAILER], nobody)), ['kim@b.test']);
    assert.deepEqual(addresses(read([MAILER], [nobody[0] as string])), ['']);
    assert.deepEqual(
      addresses(words('did not reach:', '', 'Bob Miller on 14/09/2007 18:52', '    The name was not recognized')),
      ['Bob Miller'],
    );
    const { named, recipients, text } = words('It could not be delivered.', 'x');
    assert.equal(named, false);
    assert.equal(text.slice(recipients[0]?.start, recipients[0]?.end), 'It could not be delivered.\nx');
  });

  it('are at most 200', () => {
    const many = Array.from({ length: 203 }, (_, i) => `<a${i}@b.test>: 550 no`);
    const { recipients, cuts } = words(...many);
    assert.deepEqual([recipients.length, cuts.map(({ what, left }) => `${what} ${left}`)], [200, ['recipients 3']]);
    assert.deepEqual(words(...many.slice(0, 200)).cuts, []);
  });
});

describe('what the words of a notice say', () => {
  const first = (...body: readonly string[]) => words(...body).recipients[0];

  it('is a reply, its host and its place', () => {
    const { text, recipients } = words(
      `<${BOB}>: host mx.b.test[192.0.2.1] said: 550 5.1.1   no\u00a0 user`,
      '    (in reply to RCPT TO command)',
    );
    const [one] = recipients;
    assert.deepEqual(
      [one?.said, one?.status, one?.remoteMta, one?.answers],
      ['550 5.1.1 no user\n (in reply to RCPT TO command)', '5.1.1', 'mx.b.test', 'RCPT'],
    );
    assert.equal(text.slice(one?.saidSpan?.start, one?.saidSpan?.end).slice(0, 9), '550 5.1.1');
    assert.equal(text.slice(one?.start, one?.end), BOB);
  });

  it('may be a program, an alias, or that mail was taken', () => {
    const local = first(BOB, 'procmail: Quota exceeded', `554 5.0.0 ${BOB}... Service unavailable`);
    assert.deepEqual(
      [local?.answers, local?.said],
      ['local', `554 5.0.0 ${BOB}... Service unavailable\nprocmail: Quota exceeded`],
    );
    assert.equal(first(`<${BOB}> (expanded from <info@b.test>): 550 no`)?.original, 'info@b.test');
    assert.equal(first(`<${BOB}> (expanded from:`, '    <info@b.test>): 550 no')?.original, 'info@b.test');
    assert.equal(first(BOB, '  (generated from info@b.test)', '  550 no')?.original, 'info@b.test');
    assert.equal(first(`<${BOB}>: 550 no`)?.original, undefined);
    assert.equal(first(`<${BOB}>: 250 2.0.0 ok`)?.over, undefined);
    assert.equal(first(`<${BOB}>: 250 ok`)?.over, true);
    assert.equal(first(`<${BOB}>: delivery via mx.b.test: 250 ok`)?.over, true);
    assert.equal(first(`<${BOB}>: 550 no`)?.over, undefined);
  });

  it('are words about it, as long as they tell something', () => {
    assert.equal(first(`<${BOB}>: mailbox  is full`)?.words, 'mailbox is full');
    assert.equal(first(BOB)?.words, BOB);
    const long = first(`<${BOB}>:`, 'y'.repeat(900), 'y'.repeat(899), 'zz');
    assert.equal(long?.words?.length, 1800);
  });

  it('are its first ones', () => {
    assert.equal(words('a\u00a0 b').head, 'a b');
    assert.equal(words(...Array.from({ length: 200 }, (_, i) => `line ${i}`)).head.split('\n').length, 120);
    assert.equal(words(...Array.from({ length: 119 }, () => 'x'.repeat(100))).head.length, 7200);
  });

  it('say whether it waits, was given up, or is none', () => {
    const tone = (subject: string, ...body: readonly string[]): readonly unknown[] => {
      const { action, waited, refusing, plain } = read([MAILER, `Subject: ${subject}`], body);
      return [action, waited, refusing, plain];
    };
    assert.deepEqual(tone('Delayed mail', 'x'), ['delayed', false, true, false]);
    assert.deepEqual(tone('x', 'It was not delivered within 3 days.'), ['failed', true, true, true]);
    assert.deepEqual(tone('x', 'It could not', 'be delivered.'), ['failed', false, true, true]);
    assert.deepEqual(tone('x', 'hello'), ['failed', false, false, false]);
    assert.deepEqual(tone('mailbox full', 'hello'), ['failed', false, true, false]);
    assert.deepEqual(tone('x', `<${BOB}>: 550 x`), ['failed', false, true, false]);
    assert.equal(read([MAILER, 'X-Failed-Recipients: a@b.test'], ['hello']).refusing, true);
  });

  it('end where a message is returned', () => {
    const body = ['It failed.', '', '--- Original message ---', 'To: kim@b.test', 'Subject: y', 'X-A: b'];
    const { returnedAt, text, head } = read([MAILER], body);
    assert.equal(text.slice(returnedAt), 'To: kim@b.test\nSubject: y\nX-A: b');
    assert.equal(head, 'It failed.');
    const quoted = read([MAILER, 'Content-Transfer-Encoding: quoted-printable'], body);
    assert.equal(quoted.returnedAt, undefined);
    assert.equal(read([MAILER], body, { end: 1 }).head, 'It failed.');
    assert.equal(read([MAILER], ['a', 'b'], { end: 1 }).head, 'a');
  });

  it('are by a mailer that shows itself in the header or in its words', () => {
    assert.equal(words('This is the Postfix program at host mx.').format, 'postfix');
    assert.equal(read([MAILER, 'X-Zohomail-DKIM: x'], ['x']).format, 'zoho');
    assert.equal(read([MAILER, 'Y-Zohomail: x'], ['x']).format, 'notice');
    assert.equal(words(`${'x\n'.repeat(1600)}This is the Postfix program`).format, 'notice');
  });
});
