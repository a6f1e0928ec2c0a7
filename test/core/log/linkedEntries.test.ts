import assert from 'node:assert/strict';
import { linkedEntries } from '../../../src/core/log/linkedEntries.ts';
import { readLog } from '../../../src/core/log/readLog.ts';
import { Lines } from '../../../src/core/text/lines.ts';

/** The lines (from 1) of each message of a log, and behind a colon the messages (from 1) that are related to it. */
function messagesOf(...log: readonly string[]): string[] {
  const text = log.join('\n');
  const lines = new Lines(text);
  const read = readLog(text, lines, 0, lines.count);
  assert.equal(read?.endLine, lines.count);
  return linkedEntries(lines, (read as NonNullable<typeof read>).log).messages.map(
    (message) =>
      message.lines.map((line) => line + 1).join(' ') + message.related.map((place) => `: ${place + 1}`).join(''),
  );
}

const at = (program: string): string => `Nov 21 20:05:36 mx1 ${program}[1]:`;

describe('lines of one message', () => {
  it('have its queue id, across interleaved processes', () => {
    assert.deepEqual(
      messagesOf(
        `${at('postfix/smtpd')} connect from a.test[192.0.2.1]`,
        `${at('postfix/smtpd')} 1289B228074: client=a.test[192.0.2.1]`,
        `${at('postfix/smtpd')} 24BAB228074: client=b.test[192.0.2.2]`,
        `${at('postfix/qmgr')} 1289B228074: from=<a@a.test>, size=1, nrcpt=1 (queue active)`,
        `${at('opendkim')} 24BAB228074: DKIM-Signature field added`,
        `${at('postfix/qmgr')} 1289B228074: removed`,
      ),
      ['2 4 6', '3 5'],
    );
  });

  it('have its message id, and the id of the next queue', () => {
    assert.deepEqual(
      messagesOf(
        `${at('postfix/cleanup')} 1289B228074: message-id=<1@a.test>`,
        `${at('postfix/smtp')} 1289B228074: to=<b@b.test>, relay=x[192.0.2.1]:25, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 24BAB228074)`,
        `${at('postfix/qmgr')} 24BAB228074: from=<a@a.test>, size=1, nrcpt=1 (queue active)`,
        `${at('rspamd')} <8ae27d>; task; rspamd_task_write_log: id: <1@a.test>, qid: <1289B228074>, ip: 192.0.2.1`,
        `${at('amavis')} (1-2) Passed CLEAN, <a@a.test> -> <b@b.test>, Queue-ID: 24BAB228074, queued_as: 33BAB228074, 8 ms`,
        `${at('postfix/qmgr')} 33BAB228074: removed`,
      ),
      ['1 2 3 4 5 6'],
    );
  });

  it('are found when the next queue logs first', () => {
    assert.deepEqual(
      messagesOf(
        `${at('postfix/qmgr')} 24BAB228074: from=<a@a.test>, size=1, nrcpt=1 (queue active)`,
        `${at('postfix/smtp')} 1289B228074: to=<b@b.test>, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 24BAB228074)`,
      ),
      ['1 2'],
    );
  });

  it('are not joined by the id of a queue that is not in this log', () => {
    const sent = (id: string): string =>
      `${at('postfix/smtp')} ${id}: to=<b@b.test>, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 99BAB228074)`;
    assert.deepEqual(messagesOf(sent('1289B228074'), sent('24BAB228074')), ['1', '2']);
  });

  it('end where the queue id is used again', () => {
    const line = (text: string): string => `${at('postfix/qmgr')} 1289B228074: ${text}`;
    assert.deepEqual(
      messagesOf(line('from=<a@a.test>, size=1, nrcpt=1'), line('removed'), line('from=<b@b.test>, size=1, nrcpt=1')),
      ['1 2', '3'],
    );
  });

  it('are told from those of its bounce, which is related', () => {
    assert.deepEqual(
      messagesOf(
        `${at('postfix/smtp')} 1289B228074: to=<b@b.test>, dsn=5.1.1, status=bounced (unknown)`,
        `${at('postfix/bounce')} 1289B228074: sender non-delivery notification: 24BAB228074`,
        `${at('postfix/qmgr')} 24BAB228074: from=<>, size=1, nrcpt=1 (queue active)`,
      ),
      ['1 2: 2', '3: 1'],
    );
    assert.deepEqual(
      messagesOf(
        '2026-11-21 20:06:16 1xUrLk-0001ST-1c ** b@b.test: no',
        '2026-11-21 20:06:16 1xUrLk-0001SX-1j <= <> R=1xUrLk-0001ST-1c U=exim P=local S=1945',
      ),
      ['1: 2', '2: 1'],
    );
    assert.deepEqual(
      messagesOf(
        `${at('sm-mta')} 6ALKMudD006861: to=<b@b.test>, dsn=5.1.1, stat=User unknown`,
        `${at('sm-mta')} 6ALKMudD006861: 6ALKMv00006862: DSN: User unknown`,
        `${at('sm-mta')} 6ALKMv00006862: to=<a@a.test>, dsn=2.0.0, stat=Sent`,
      ),
      ['1 2: 2', '3: 1'],
    );
  });

  it('are those of the envelopes of an OpenSMTPD message', () => {
    assert.deepEqual(
      messagesOf(
        'f2fa79460bce1eec smtp message msgid=64e14d3d size=643 nrcpt=2 proto=ESMTP',
        'f2fa79460bce1eec smtp envelope evpid=64e14d3d04081423 from=<a@a.test> to=<b@b.test>',
        'f2fa79460bce1eec smtp message msgid=99200756 size=643 nrcpt=1 proto=ESMTP',
        'f2fa7941548f6c94 mta delivery evpid=64e14d3d04081423 from=<a@a.test> to=<b@b.test> result="Ok" stat="250 ok"',
      ),
      ['1 2 4', '3'],
    );
  });

  it('are told by the message id in Exchange, whatever its own numbers', () => {
    const row = (event: string, number: number, id: string, reference = ''): string =>
      `2026-11-21T20:05:39.123Z,192.0.2.5,EX1,192.0.2.6,EX2,,,SMTP,${event},${number},<${id}>,,b@b.test,,1,1,,${reference},hi,a@a.test`;
    assert.deepEqual(
      messagesOf(
        row('RECEIVE', 7, '1@a.test'),
        row('RECEIVE', 8, '2@a.test'),
        row('SEND', 9, '1@a.test'),
        row('DSN', 7, '3@a.test', '<2@a.test>'),
      ),
      ['1 3', '2: 3', '4: 2'],
    );
  });

  it('are one each where a server refused without a queue id', () => {
    const reject = `${at('postfix/smtpd')} NOQUEUE: reject: RCPT from a[192.0.2.5]: 554 5.7.1 no; from=<a@a.test> to=<b@b.test> proto=SMTP helo=<x>`;
    assert.deepEqual(messagesOf(reject, reject), ['1', '2']);
  });
});
