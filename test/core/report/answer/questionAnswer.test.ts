import assert from 'node:assert/strict';
import { circumstancesOf } from '../../../../src/core/report/answer/circumstances.ts';
import { matterOf } from '../../../../src/core/report/answer/matter.ts';
import { answerOfQuestion } from '../../../../src/core/report/answer/questionAnswer.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

/** A ticket that asks something is answered so, for an admin and for its user, by these lines; without words by nothing. */
function answers(text: string, words?: string, plain?: string, ...lines: readonly number[]): void {
  const ticket = readTicket(text);
  const matter = matterOf(ticket);
  assert.ok(matter !== undefined, text);
  const found = answerOfQuestion(ticket, matter, circumstancesOf(ticket, matter.first));
  assert.deepEqual(
    found && [found.words, found.plain, ...found.spans.map(({ start }) => ticket.lines.lineOf(start) + 1)],
    words && [words, plain, ...lines],
    text,
  );
}

const line = (time: string, program: string, rest: string): string =>
  `Nov 20 ${time} mx1 postfix/${program}[9]: ${rest}\n`;
const id = (time: string, queueId: string, messageId: string): string =>
  line(time, 'cleanup', `${queueId}: message-id=<${messageId}>`);
const from = (time: string, queueId: string): string =>
  line(time, 'qmgr', `${queueId}: from=<a@contoso.test>, size=9, nrcpt=1 (queue active)`);
const to = (time: string, queueId: string, who: string, status: string, host = 'mx.fabrikam.test'): string =>
  line(time, 'smtp', `${queueId}: to=<${who}>, relay=${host}[203.0.113.7]:25, delay=1, ${status}`);
const SENT = 'dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as Q1)';
const UNHEARD =
  'dsn=4.4.2, status=deferred (conversation with mx.fabrikam.test[203.0.113.7] timed out while sending end of data -- message may be sent more than once)';
const LATER =
  'dsn=4.7.1, status=deferred (host mx.fabrikam.test[203.0.113.7] said: 450 4.7.1 Greylisted (in reply to RCPT TO command))';
const GONE =
  'dsn=5.1.1, status=bounced (host mx.fabrikam.test[203.0.113.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command))';
const [A, B] = ['A0000000001', 'B0000000002'] as const;
const [b, c, d, e] = ['b@fabrikam.test', 'c@fabrikam.test', 'd@fabrikam.test', 'e@adatum.test'] as const;

describe('why it came twice', () => {
  const asks = (...lines: readonly string[]): string => `Why did it come twice?\n\n${lines.join('')}`;

  it('is that nobody answered behind the end of the message', () => {
    answers(
      asks(from('08:00:00', A), to('08:05:01', A, b, UNHEARD), to('08:35:01', A, b, SENT)),
      'It came twice because mx.fabrikam.test [203.0.113.7] did not answer in time behind the end of the message at Nov 20 08:05:01: it had probably taken the message, but the sending server heard nothing and had to send it again, at Nov 20 08:35:01 (RFC 5321 4.5.3.2.6).',
      'It came twice because the confirmation of the other mail server got lost at the first try. Our server could not know that the message had arrived, and sent it once more. Nobody sent it twice by hand.',
      4,
      5,
    );
    answers(asks(from('08:00:00', A), to('08:35:01', A, b, SENT), to('08:45:01', A, b, UNHEARD)));
  });

  const handed = (mine: string, other: string, who: string): string =>
    asks(
      id('08:00:00', A, mine),
      from('08:00:00', A),
      to('08:00:01', A, b, SENT),
      id('08:00:10', B, other),
      from('08:00:10', B),
      to('08:00:11', B, who, SENT),
    );
  it('is that the same message was handed in twice for one recipient', () => {
    answers(
      handed('x@contoso.test', 'x@contoso.test', b),
      'It came twice because the same message (Message-ID x@contoso.test) was handed to this server twice: as A0000000001, delivered at Nov 20 08:00:01, and as B0000000002, delivered at Nov 20 08:00:11. Look at what stands in front of this server: the sender, a list or a forwarder sent it twice.',
      'It came twice because it was sent to our mail server twice: by the sender, or by a mailing list or forwarder before us. Our server delivered each of them once.',
      5,
      8,
    );
    answers(handed('x@contoso.test', 'x@contoso.test', c));
    answers(handed('x@contoso.test', 'y@contoso.test', b));
  });

  const header = (last: string, first = 'P1', by = 's.contoso.test', time = '10:00:09'): string =>
    `Received: from mx.b.test by ${by} with ESMTP id ${last}; Fri, 20 Nov 2026 ${time} +0000\nReceived: from pc.b.test by mx.b.test with ESMTP id ${first}; Fri, 20 Nov 2026 10:00:08 +0000\nFrom: ann@b.test\nTo: z@contoso.test\nMessage-ID: <1@b.test>\n\nx\n`;
  const two = (one: string, other: string): string => asks(one, '\n\nand again:\n\n', other);
  const slow = (last: string, first?: string): string => header(last, first, 's.contoso.test', '10:30:09');
  const split = [
    'It came twice because mx.b.test handed it on twice: the two copies have the same Message-ID (1@b.test) and the same way up to there (P1), and differ behind it. A list, a forwarding rule or a repeated try there made two of one.',
    'It came twice because a mail server on the way sent it on twice, for example because two addresses lead to the same mailbox.',
  ] as const;
  it('is the host from which on the ways of two copies differ', () => {
    answers(two(slow('A1'), header('A2')), ...split, 3, 14);
    answers(two(slow('A1'), header('A1', 'P1', 't.contoso.test')), ...split, 3, 14);
    answers(two(slow('A1'), header('A1').replace(/^Received.*\n/, '')), ...split, 3);
  });
  it('is the sender where they differ from the first hop on', () =>
    answers(
      two(slow('A1', 'P1'), header('A2', 'P2')),
      'It came twice because it was sent twice: the two copies have the same Message-ID (1@b.test), but differ from their first hop on.',
      'It came twice because it was sent twice: by the sender, or by the program with which it was written.',
      4,
      15,
    ));
  it('is not known of one header that stands there twice, nor of two messages', () => {
    answers(two(slow('A1'), slow('A1')));
    answers(two(slow('A1'), header('A2').replace('1@b', '2@b')));
  });
});

describe('why one has it and another has not', () => {
  const asks = (...lines: readonly string[]): string => `Only one of them got it.\n\n${lines.join('')}`;
  it('is what became of it for each', () => {
    answers(
      asks(from('09:00:00', A), to('09:00:01', A, b, GONE), to('09:00:01', A, c, SENT)),
      'c@fabrikam.test: accepted by mx.fabrikam.test. b@fabrikam.test: not delivered. Each recipient is decided on alone (RFC 5321 3.3).',
      'c@fabrikam.test got it, b@fabrikam.test did not: each address is delivered to on its own.',
      5,
    );
    answers(
      asks(from('09:00:00', A), to('09:00:01', A, d, LATER), to('09:00:01', A, c, SENT)),
      'c@fabrikam.test: accepted by mx.fabrikam.test. d@fabrikam.test: not yet delivered. Each recipient is decided on alone (RFC 5321 3.3).',
      'c@fabrikam.test got it, d@fabrikam.test did not yet: each address is delivered to on its own.',
      5,
    );
    answers(
      asks(
        from('09:00:00', A),
        to('09:00:01', A, b, GONE),
        to('09:00:01', A, d, LATER),
        to('09:00:01', A, c, SENT),
        to('09:00:01', A, e, SENT, 'mx.adatum.test'),
      ),
      'c@fabrikam.test, e@adatum.test: accepted. b@fabrikam.test: not delivered. d@fabrikam.test: not yet delivered. Each recipient is decided on alone (RFC 5321 3.3).',
      'c@fabrikam.test, e@adatum.test got it, b@fabrikam.test did not, d@fabrikam.test did not yet: each address is delivered to on its own.',
      6,
      7,
    );
  });
  it('is so in a session, too', () =>
    answers(
      asks(
        '220 mx.a.test ESMTP\nEHLO b.test\n250 mx.a.test\nMAIL FROM:<a@b.test>\n250 ok\nRCPT TO:<x@a.test>\n550 5.1.1 no\nRCPT TO:<y@a.test>\n250 ok\nDATA\n354 go\nx\n.\n250 ok\n',
      ),
      'y@a.test: accepted by mx.a.test. x@a.test: not delivered. Each recipient is decided on alone (RFC 5321 3.3).',
      'y@a.test got it, x@a.test did not: each address is delivered to on its own.',
      16,
    ));
  it('is not told of two messages', () =>
    answers(asks(from('09:00:00', A), to('09:00:01', A, b, GONE), from('09:00:00', B), to('09:00:01', B, c, SENT))));
});

describe('why it took so long', () => {
  const asks = (...lines: readonly string[]): string => `It took ages.\n\n${lines.join('')}`;
  it('is the try that failed first', () =>
    answers(
      asks(from('08:59:00', A), to('09:00:01', A, b, LATER), to('11:30:01', A, b, SENT)),
      'It took 2 h 30 min on mx1 because the first try at Nov 20 09:00:01 was put off; it was taken at Nov 20 11:30:01.',
      'It took 2 h 30 min because the other mail server put it off at first. That is nothing unusual, and nothing was lost.',
      4,
      5,
    ));
  const here = (took: string, until: string): readonly [string, string, number] => [
    `It took ${took} on mx1: the log has it from Nov 20 08:59:00 on, and it was taken at ${until}. No try before that stands in the log.`,
    `It took ${took} on our mail server before it went on. Nothing was lost.`,
    4,
  ];
  it('is a wait on this server, from a minute on', () => {
    const sent = (time: string): string => asks(from('08:59:00', A), to(time, A, b, SENT));
    answers(sent('11:30:01'), ...here('2 h 31 min', 'Nov 20 11:30:01'));
    answers(sent('09:00:00'), ...here('1 min', 'Nov 20 09:00:00'));
    answers(sent('08:59:59'));
    answers(sent('08:59:00').replace(/Nov 20(?=.*sent)/, 'Nov 21'), ...here('1 d', 'Nov 21 08:59:00'));
    answers(sent('08:59:00').replace('Nov 20', 'Oct 30'));
  });
});

describe('where it is', () => {
  const asks = (status: string): string => `It never arrived.\n\n${from('08:59:00', A)}${to('09:00:00', A, b, status)}`;
  const plain =
    'The mail server of the recipient took it. Please have the recipient look in the junk (spam) folder and in other folders; if it is nowhere, the people who run the mail of the recipient have to look for it.';
  it('is with the next server, under the id that it gave', () => {
    answers(
      asks(SENT),
      'It left this side: mx.fabrikam.test [203.0.113.7] took it for b@fabrikam.test at Nov 20 09:00:00 as Q1, and has to deliver it or to report that it could not (RFC 5321 6.1). Look in the junk folder, the rules and the quarantine of the recipient, then ask the admin of that server for Q1.',
      plain,
    );
    answers(
      asks('dsn=2.0.0, status=sent (250 thanks)'),
      'It left this side: mx.fabrikam.test [203.0.113.7] took it for b@fabrikam.test at Nov 20 09:00:00, and has to deliver it or to report that it could not (RFC 5321 6.1). Look in the junk folder, the rules and the quarantine of the recipient, then ask the admin of that server.',
      plain,
    );
  });
  it('is not told of mail that was refused', () => answers(asks(GONE)));
});
