import assert from 'node:assert/strict';
import { circumstancesOf } from '../../../../src/core/report/answer/circumstances.ts';
import { matterOf } from '../../../../src/core/report/answer/matter.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

/** Whose mail it was, when and where, as far as a text says. */
function tells(text: string, expected: object): void {
  const ticket = readTicket(text);
  const matter = matterOf(ticket);
  assert.ok(matter !== undefined, text);
  const { history: _, unread: __, ...told } = circumstancesOf(ticket, matter.first);
  assert.deepEqual(told, expected, text);
}

const b = ['b@b.test'];
const id = '4C1D5228001';
const postfix = (time: string, program: string, rest: string): string =>
  `Nov 20 09:14:${time} mx1 postfix/${program}[71]: ${rest}\n`;
const time = 'Nov 20 09:14:58';

describe('what a log tells of a mail', () => {
  it('is whose it was, under which names, and the server on the other side', () =>
    tells(
      `${postfix('56', 'cleanup', `${id}: message-id=<1@a.test>`)}${postfix('57', 'qmgr', `${id}: from=<a@a.test>, size=1, nrcpt=1 (queue active)`)}${postfix('58', 'smtp', `${id}: to=<b@b.test>, orig_to=<all@a.test>, relay=mx.b.test[192.0.2.7]:25, delay=1, dsn=5.1.1, status=bounced (host mx.b.test[192.0.2.7] said: 550 5.1.1 no (in reply to RCPT TO command))`)}`,
      {
        ...{ recipients: b, sender: 'a@a.test', server: 'mx.b.test [192.0.2.7]', time, queueId: id },
        ...{ original: 'all@a.test', messageId: '1@a.test' },
      },
    ));
  it('is the server that could not be reached', () => {
    const refused = (ip: string): string =>
      postfix(
        '58',
        'smtp',
        `${id}: to=<b@b.test>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx.b.test[${ip}]:25: Connection refused)`,
      );
    tells(refused('192.0.2.7'), { recipients: b, time, server: 'mx.b.test [192.0.2.7]', queueId: id });
    tells(refused('2001:db8::7'), { recipients: b, time, server: 'mx.b.test [2001:db8::7]', queueId: id });
  });
  it('is the server itself where it refused, not the client that it names', () => {
    tells(
      'Nov 20 09:14:58 mx1 sendmail[71]: 4ALK5a01000001: ruleset=check_rcpt, arg1=<b@b.test>, relay=client.z.test [192.0.2.5], reject=550 5.7.1 <b@b.test>... Relaying denied\n',
      { recipients: b, server: 'mx1', time, queueId: '4ALK5a01000001' },
    );
    tells(
      postfix(
        '58',
        'smtpd',
        'NOQUEUE: reject: RCPT from client.z.test[192.0.2.5]: 554 5.7.1 <b@b.test>: Relay access denied; from=<a@a.test> to=<b@b.test> proto=ESMTP helo=<x>',
      ),
      { recipients: b, sender: 'a@a.test', server: 'mx1', time },
    );
  });
  it('is the id under which the next server took it', () =>
    tells(
      `${postfix('57', 'qmgr', `${id}: from=<>, size=1, nrcpt=1 (queue active)`)}${postfix('58', 'smtp', `${id}: to=<b@b.test>, relay=mx.b.test[192.0.2.7]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as AB12CD34)`)}`,
      { recipients: b, sender: '', server: 'mx.b.test [192.0.2.7]', time, queueId: id, takenAs: 'AB12CD34' },
    ));
  it('is the host of the line on the delivery, not of that on the arrival', () =>
    tells(
      '2026-11-21 20:06:15 1xUrLk-0001SN-1G <= a@a.test H=pc.a.test [192.0.2.9] P=esmtps S=1 id=1@a.test\n2026-11-21 20:06:16 1xUrLk-0001SN-1G ** b@b.test R=dns T=remote_smtp H=mx.b.test [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<b@b.test>: 550 5.1.1 no\n',
      {
        ...{ recipients: b, sender: 'a@a.test', server: 'mx.b.test [192.0.2.1]', time: '2026-11-21 20:06:16' },
        ...{ queueId: '1xUrLk-0001SN-1G', messageId: '1@a.test' },
      },
    ));
});

describe('what a session tells of a mail', () => {
  const hello = '220 mx.b.test ESMTP\nEHLO a.test\n250 mx.b.test\n';
  const refused = (sender: string): string =>
    `${hello}MAIL FROM:<${sender}>\n250 ok\nRCPT TO:<b@b.test>\n550 5.1.1 no\n`;
  it('is its envelope, the null sender too', () => {
    tells(refused('a@a.test'), { recipients: b, sender: 'a@a.test', server: 'mx.b.test' });
    tells(refused(''), { recipients: b, sender: '', server: 'mx.b.test' });
  });
  it('is the port where the text says where it went', () =>
    tells(`C:\\>telnet mx.b.test 587\n${hello}MAIL FROM:<a@a.test>\n530 5.7.0 Must issue a STARTTLS command first\n`, {
      ...{ recipients: [], sender: 'a@a.test', server: 'mx.b.test, port 587' },
    }));
  it('is the time of the line', () => {
    const timed = (stamp: string): string =>
      ['220 mx.b.test ESMTP', 'EHLO a.test', '250 mx.b.test', 'MAIL FROM:<a@a.test>', '550 5.7.1 no']
        .map((line, i) => `${stamp.replace('#', String(i))} ${line}\n`)
        .join('');
    const at = (stamp: string, told: string): void =>
      tells(timed(stamp), { recipients: [], sender: 'a@a.test', server: 'mx.b.test', time: told });
    at('10:00:0#', '10:00:04');
    at('2026-11-20 10:00:0#', '2026-11-20 10:00:04');
    at('2026-11-20T10:00:0#.123Z', '2026-11-20T10:00:04.123Z');
  });
  it('is the id under which it was taken', () =>
    tells(
      `${hello}MAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n250 ok\nDATA\n354 go\nx\n.\n250 2.0.0 Ok: queued as AB12CD34\n`,
      {
        ...{ recipients: b, sender: 'a@a.test', server: 'mx.b.test', takenAs: 'AB12CD34' },
      },
    ));
});
