import assert from 'node:assert/strict';
import {
  isBounce,
  isDelay,
  isQuoted,
  ofQuoted,
  type QuotedFacts,
  whoseItWas,
} from '../../../../src/core/report/answer/quotedNotice.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import type { Ticket } from '../../../../src/core/ticket/ticket.ts';
import type { Verdict } from '../../../../src/core/verdict/verdict.ts';

const REPLY = '550 5.1.1 User unknown';

/** A text in which a reply stands, with a verdict on it. */
function quoted(
  text: string,
  more: Partial<Verdict> = {},
  blocks: readonly unknown[] = [],
): readonly [Ticket, Verdict] {
  const start = text.indexOf(REPLY);
  const span = { start, end: start + REPLY.length };
  return [
    { text, lines: new Lines(text), blocks } as unknown as Ticket,
    { recipients: [], role: 'cause', stage: 'quoted', span, ...more } as unknown as Verdict,
  ];
}
const tells = (text: string, more?: Partial<Verdict>): QuotedFacts => ofQuoted(...quoted(text, more));
const above = (...lines: readonly string[]): QuotedFacts => tells(`${lines.join('\n')}\n${REPLY}\n`);
const words = (lines: number): readonly string[] => Array.from({ length: lines }, () => 'Some words of it.');

describe('what a notice says above a reply that it quotes', () => {
  it('is the recipient, in front of it or alone on one of six lines', () => {
    const whom = (...lines: readonly string[]) => above(...lines).recipients;
    const b = ['b@b.test'];
    assert.deepEqual(tells(`> <b@b.test>: ${REPLY}`).recipients, b);
    assert.deepEqual(tells(`<a@a.test>:\n<b@b.test>: ${REPLY}`).recipients, b);
    for (const line of ['b@b.test', '<b@b.test>', '> b@b.test', '* <b@b.test>:', 'b@b.test (Bob)  ', 'b@b.test:'])
      assert.deepEqual(whom(line), b, line);
    assert.deepEqual(whom('b@b.test', ...words(5)), b);
    assert.equal(whom('b@b.test', ...words(6)), undefined);
    assert.deepEqual(whom('a@a.test', 'b@b.test'), b);
    for (const line of ['Write to b@b.test', 'b@b.test wrote', 'b@b.test and others'])
      assert.equal(whom(line), undefined);
    assert.equal(tells(`b@b.test\n${REPLY}\n`, { recipients: ['c@c.test'] }).recipients, undefined);
  });

  it('is the server, as it is named or alone', () => {
    const server = (...lines: readonly string[]) => above(...lines).server;
    const named = 'mx.b.test [192.0.2.1]';
    for (const line of [
      'host mx.b.test[192.0.2.1] said:',
      'host mx.b.test [192.0.2.1] said:',
      'host: mx.b.test (192.0.2.1)',
      'Server at mx.b.test (192.0.2.1) returned',
    ])
      assert.equal(server(line), named, line);
    assert.equal(server('host mx.b.test[2001:db8::1] said:'), 'mx.b.test [2001:db8::1]');
    assert.equal(server('host 192.0.2.1[192.0.2.1] said:'), '192.0.2.1');
    for (const line of ['mx.b.test', '> mx.b.test', 'mx.b.test  ']) assert.equal(server(line), 'mx.b.test', line);
    assert.equal(server('mx.b.test.x'), 'mx.b.test.x');
    assert.equal(server('mx.b.test', ...words(5)), 'mx.b.test');
    assert.equal(server('mx.b.test', ...words(6)), undefined);
    assert.equal(server('mx.a.test', 'mx.b.test'), 'mx.b.test');
    for (const line of ['the mx.b.test', 'localhost', 'ghost mx.b.test', '192.0.2.1', '550-mx.b.test'])
      assert.equal(server(line), undefined, line);
    assert.equal(tells(`Nothing.\n${REPLY}`, { server: 'mx.c.test' }).server, 'mx.c.test');
  });

  it('is whose it was: to whom a mailer wrote', () => {
    const whose = (...lines: readonly string[]) => above(...lines).sender;
    for (const to of ['To', 'An', 'À', 'A', 'Para', 'Aan', 'Do', 'Til', 'Till', 'Komu', 'Кому', '> To', 'to', 'To '])
      for (const from of ['From: MAILER-DAEMON', 'Von: postmaster@b.test', 'From: Mail Delivery System'])
        assert.equal(whose(from, `${to}: Ann <a@a.test>`), 'a@a.test', `${from} ${to}`);
    assert.equal(whose('From: MicrosoftExchange329e71ec@b.test', ...words(28), 'To: a@a.test'), 'a@a.test');
    assert.equal(whose('From: MicrosoftExchange329e71ec@b.test', ...words(29), 'To: a@a.test'), undefined);
    assert.equal(whose('To: a@a.test', 'From: MAILER-DAEMON'), undefined);
    assert.equal(whose('From: MAILER-DAEMON', 'To: c@c.test', 'To: a@a.test'), 'a@a.test');
    assert.equal(whose('From: ann@b.test', 'To: a@a.test'), undefined);
    assert.equal(whose('From: MAILER-DAEMON', 'Go to: a@a.test'), undefined);
    assert.equal(whoseItWas(...quoted(`From: postmaster\nTo: a@a.test\n${REPLY}\n`)), 'a@a.test');
    assert.equal(tells(`From: postmaster\nTo: a@a.test\n${REPLY}\n`, { sender: 'c@c.test' }).sender, 'c@c.test');
  });

  it('is the subject, but neither its own nor that of a header above', () => {
    const subject = (...lines: readonly string[]) => above(...lines).subject;
    for (const name of [
      'Subject',
      'Betreff',
      'Objet',
      'Asunto',
      'Oggetto',
      'Assunto',
      'Onderwerp',
      'Temat',
      'Тема',
      '> Subject',
    ])
      assert.equal(subject(`${name}: Our offer  `), 'Our offer', name);
    assert.equal(subject('Subject: Our offer', ...words(29)), 'Our offer');
    assert.equal(subject('Subject: Our offer', ...words(30)), undefined);
    assert.equal(subject('Subject: One', 'Subject: Two'), 'Two');
    for (const own of [
      'Undelivered Mail Returned',
      'Mail delivery failed',
      'Returned mail: x',
      'Failure notice',
      'Delivery Status Notification',
      'Delivery failure',
      'Warning: message delayed',
      'Warning: could not send',
      'AW: Failure Notice',
    ])
      assert.equal(subject(`Subject: ${own}`), undefined, own);
    assert.equal(subject('Subject: On the undelivered mail'), 'On the undelivered mail');
    for (const from of [
      'From',
      'Von',
      'De',
      'Da',
      'Van',
      'Od',
      'От',
      'To',
      'An',
      'À',
      'Para',
      'Aan',
      'Do',
      'Кому',
      '> From',
    ])
      assert.equal(subject(`${from}: x`, 'Subject: Our offer'), undefined, from);
    assert.equal(subject('Far from: x', 'Subject: Our offer'), 'Our offer');
    assert.equal(subject('The Subject: Our offer'), undefined);
  });

  it('is until when the server tries', () => {
    const until = (line: string) => above('x', line).until;
    for (const [line, expected] of [
      ['Will-Retry-Until: Mon, 30 Nov 2026 10:00:00 +0000', 'Mon, 30 Nov 2026 10:00:00 +0000'],
      ['> will-retry-until:Mon, 30 Nov 2026  ', 'Mon, 30 Nov 2026'],
      ['We keep trying to deliver this message for the next 2 day(s).', '2 day after the notice'],
      ['It will be retried for 46 more hours.', '46 hours after the notice'],
      ['We retry for 3 days.', '3 days after the notice'],
      ['It will be retried until it is 5 days old.', 'it is 5 days old'],
      ['We keep trying until the message is 1 day old.', 'it is 1 day old'],
      ['We continue until message is 12 hours old', 'it is 12 hours old'],
      ['It was retried until noon.', undefined],
      ['No Will-Retry-Until: Monday', undefined],
    ] as const)
      assert.equal(until(line), expected, line);
  });
});

describe('what stands below a reply that a notice quotes', () => {
  const header = (fields: string): string =>
    `${fields}Message-ID: <1@a.test>\nSubject: Offer\nFrom: a@a.test\nTo: b@b.test\nDate: Fri, 20 Nov 2026 09:00:00 +0100\n\nHello\n`;
  const received = 'Received: from pc by mx.a.test; Fri, 20 Nov 2026 09:00:01 +0100\n';
  const notice = 'Your message could not be delivered.';

  const tells = (text: string, more: Partial<Verdict> = {}): QuotedFacts =>
    ofQuoted(readTicket(text), quoted(text, more)[1]);
  it('is the header of the message, where the notice gives up, is a delay, or nobody has handed the message on', () => {
    const whole = { recipients: ['b@b.test'], sender: 'a@a.test', subject: 'Offer' };
    const { server: _, ...told } = tells(`${notice}\n\n${REPLY}\n\n${header(received)}`);
    assert.deepEqual(told, { ...whole, messageId: '1@a.test', time: 'Fri, 20 Nov 2026 09:00:00 +0100' });
    const subject = (above: string, fields: string, more: Partial<Verdict> = {}) =>
      tells(`${above}\n\n${REPLY}\n\n${header(fields)}`, more).subject;
    assert.equal(subject('They said:', received), undefined);
    assert.equal(subject('They said:', ''), 'Offer');
    assert.equal(subject('Delivery is delayed:', received, { role: 'waiting' }), 'Offer');
  });
});

describe('words of notices around a reply', () => {
  const is = (which: typeof isBounce, text: string, more?: Partial<Verdict>): boolean => which(...quoted(text, more));
  it('say in many languages that a message came back', () => {
    for (const said of [
      "couldn't be delivered",
      'could not be delivered',
      'Undeliverable:',
      'returned to sender',
      'Address not found',
      'Unzustellbar:',
      'konnte nicht zugestellt werden',
      "n'a pas pu être remis",
      'no se pudo entregar',
      'mancata consegna',
      'não foi entregue',
      'niet bezorgd',
      'nie została dostarczona',
      'не доставлено',
      '配信不能',
      '无法送达',
      '無法傳遞',
      'It bounced.',
    ]) {
      assert.ok(is(isBounce, `${said}\n${REPLY}`), said);
      assert.ok(!is(isBounce, `${said}\n${REPLY}`, { role: 'waiting' }), said);
      assert.ok(is(isBounce, `${REPLY}\n${said}`), said);
    }
    assert.ok(!is(isBounce, `They said:\n${REPLY}`));
    assert.ok(is(isBounce, REPLY, { stage: 'report' }));
    assert.ok(is(isBounce, `It bounced.${' '.repeat(2900)}\n${REPLY}`));
    assert.ok(!is(isBounce, `It bounced.${' '.repeat(3000)}\n${REPLY}`));
    assert.ok(!is(isBounce, `${REPLY}\n${' '.repeat(500)}It bounced.`));
  });
  it('say that it waits', () => {
    const waits = { role: 'waiting' } as const;
    for (const said of [
      'Delivery is delayed',
      'delivery has been delayed',
      'has not been delivered yet',
      'is still being retried',
      'will be retried',
      'wurde verzögert',
      'noch nicht zugestellt',
      'est retardée',
      'se ha retrasado',
      'è stata ritardata',
    ]) {
      assert.ok(is(isDelay, `${said}\n${REPLY}`, waits), said);
      assert.ok(!is(isDelay, `${said}\n${REPLY}`), said);
    }
    assert.ok(!is(isDelay, `They said:\n${REPLY}`, waits));
    assert.ok(is(isDelay, REPLY, { ...waits, stage: 'report' }));
  });
  it('quote a few replies, and no command', () => {
    const events = (...kinds: readonly string[]) => kinds.map((kind) => ({ kind }));
    const quotes = (text: string, block: object): boolean =>
      isQuoted(...quoted(text, {}, [{ kind: 'conversation', start: 0, end: 100, events: events('reply'), ...block }]));
    const bounce = `It bounced.\n${REPLY}\n`;
    const at = bounce.indexOf(REPLY);
    assert.ok(quotes(bounce, {}));
    assert.ok(!quotes(`They said.\n${REPLY}\n`, {}));
    assert.ok(!quotes(bounce, { kind: 'prose' }));
    assert.ok(!quotes(bounce, { events: events('reply', 'command') }));
    assert.ok(quotes(bounce, { events: events('reply', 'reply', 'reply', 'reply') }));
    assert.ok(!quotes(bounce, { events: events('reply', 'reply', 'reply', 'reply', 'reply') }));
    assert.ok(quotes(bounce, { start: at, end: at + 1 }));
    assert.ok(!quotes(bounce, { start: at + 1 }));
    assert.ok(!quotes(bounce, { end: at }));
  });
});
