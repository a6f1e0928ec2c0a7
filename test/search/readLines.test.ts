import assert from 'node:assert/strict';
import { idsToFollow, readLines } from '../../src/search/readLines.ts';

/** What one line says of its message; what is not named is not there. */
const says = (line: string, expected: object): void =>
  assert.deepEqual(readLines('', [line])[0], { next: [], ...expected }, line);

const at = (program: string, rest: string): string => `Nov 21 20:05:36 MX1 ${program}[1]: ${rest}`;
const postfix = (program: string, rest: string): string => at(`postfix/${program}`, rest);
const id = '1289B228074';
const sent = (relay: string): string =>
  postfix(
    'smtp',
    `${id}: to=<c@b.test>, relay=${relay}, delay=5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 24BAB228074)`,
  );

describe('a line of a log says of its message', () => {
  it('its id at the host, and that of the next queue', () => {
    says(postfix('smtpd', `${id}: client=a.test[192.0.2.9]`), { host: 'mx1', own: id });
    says(sent('mx.b.test[192.0.2.1]:25'), { host: 'mx1', own: id, next: ['24BAB228074'] });
    for (const relay of ['127.0.0.1[127.0.0.1]:10024', 'localhost[::1]:10024', '127.0.0.9[127.0.0.9]:25'])
      says(sent(relay), { host: 'mx1', own: id, next: ['24BAB228074'], inside: true });
    says(
      '2026-11-21 20:06:16 1xUrLk-0001SN-1G => b@b.test R=dns T=remote_smtp H=mx.b.test [192.0.2.1] C="250 OK id=1xUrLk-0001SP-2H"',
      { own: '1xUrLk-0001SN-1G', next: ['1xUrLk-0001SP-2H'] },
    );
    says(
      at(
        'sendmail',
        '4ALK5a01000001: to=<c@b.test>, relay=mx.b.test. [192.0.2.1], dsn=2.0.0, stat=Sent (4ALK5b02000002 Message accepted for delivery)',
      ),
      { host: 'mx1', own: '4ALK5a01000001', next: ['4ALK5b02000002'] },
    );
    says(
      at(
        'smtpd',
        'f2fa79460bce1eec mta delivery evpid=64e14d3d04081423 from=<a@a.test> to=<c@b.test> rcpt=<-> source="192.0.2.2" relay="192.0.2.1 (mx.b.test)" delay=1s result="Ok" stat="250 2.0.0 1a2b3c4d Message accepted for delivery"',
      ),
      { host: 'mx1', own: '64e14d3d', next: ['1a2b3c4d'] },
    );
    says(
      postfix(
        'lmtp',
        `${id}: to=<c@b.test>, relay=mx1[private/dovecot-lmtp], delay=5, dsn=2.0.0, status=sent (250 2.0.0 <c@b.test> sFSPBnVYIWfsFAAAxyz Saved)`,
      ),
      { host: 'mx1', own: id, next: ['sFSPBnVYIWfsFAAAxyz'] },
    );
  });
  it('its Message-ID', () => {
    says(postfix('cleanup', `${id}: message-id=<1@a.test>`), { host: 'mx1', own: id, messageId: '1@a.test' });
    says('2026-11-21 20:06:16 1xUrLk-00000001abc-1Gab <= a@a.test H=a.test [192.0.2.9] id=1@a.test', {
      ...{ own: '1xUrLk-00000001abc-1Gab', messageId: '1@a.test' },
    });
    says(at('dovecot', 'lmtp(bob)<5220><sFSPBnVYIWfsFAAAxyz>: msgid=<1@a.test>: saved mail to INBOX'), {
      ...{ host: 'mx1', own: 'sFSPBnVYIWfsFAAAxyz', messageId: '1@a.test' },
    });
  });
  it('that it is done, or was refused before it had an id', () => {
    says(postfix('qmgr', `${id}: removed`), { host: 'mx1', own: id, removed: true });
    says('2026-11-21 20:06:16 1xUrLk-0001SN-1G Completed', { own: '1xUrLk-0001SN-1G', removed: true });
    says(
      postfix(
        'smtpd',
        'NOQUEUE: reject: RCPT from a[192.0.2.5]: 554 5.7.1 no; from=<> to=<b@b.test> proto=SMTP helo=<x>',
      ),
      {
        ...{ host: 'mx1', refused: true },
      },
    );
  });
  it('which queue a filter has it from, and where it puts it', () => {
    says(
      at(
        'amavis',
        `(00001-01) Passed CLEAN {RelayedInbound}, [192.0.2.9]:1 <a@a.test> -> <c@b.test>, Queue-ID: ${id}, Message-ID: <1@a.test>, mail_id: abc, Hits: -, size: 1, queued_as: 24BAB228074, 100 ms`,
      ),
      { host: 'mx1', own: id, messageId: '1@a.test', next: ['24BAB228074'], inside: true },
    );
    says(
      `2026-11-21 20:05:36 #1(normal) <abc123>; task; rspamd_task_write_log: id: <1@a.test>, qid: <${id}>, ip: 192.0.2.9, from: <a@a.test>, (default: F (no action): [-1.0/15.0] [X(0.0){}]), len: 1, time: 1ms, dns req: 1, digest: <x>, rcpts: <c@b.test>`,
      { messageId: '1@a.test', next: [id] },
    );
  });
  it('by its Message-ID alone in a log of Exchange, which counts anew on each server', () => {
    const row = '2026-11-21T20:05:39.123Z,192.0.2.5,EX1,192.0.2.6,EX2,,,STOREDRIVER,DELIVER,7,<1@a.test>,,b@b.test';
    says(row, { messageId: '1@a.test' });
    assert.deepEqual(
      readLines(
        '#Fields: date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,internal-message-id,message-id,network-message-id,recipient-address',
        [row],
      ),
      [{ messageId: '1@a.test', next: [] }],
    );
  });
  it('nothing where it names none', () => {
    says(postfix('anvil', 'statistics: max connection rate 1/60s'), { host: 'mx1' });
    says('hello there', {});
    says('', {});
    says('the reply was 250 2.0.0 Ok: queued as ABCDEF1234', { next: ['ABCDEF1234'] });
    says(`${'x'.repeat(16_300)} queued as ABCDE1`, { next: ['ABCDE1'] });
    says(`${'x'.repeat(16_384)} queued as ABCDE1`, {});
    // No id that is cut.
    says(`${'x'.repeat(16_384 - ' queued as ABCDE'.length)} queued as ABCDE`, { next: ['ABCDE'] });
    says(`${'x'.repeat(16_385 - ' queued as ABCDE'.length)} queued as ABCDE`, {});
  });
});

describe('rows of a table', () => {
  it('are read by what names their columns', () => {
    const row = '2026-11-21T20:05:39Z,a@a.test,b@b.test##Receive,<1@a.test>,hi';
    const header = 'date_time_utc,sender_address,recipient_status,message_id,message_subject';
    assert.deepEqual(readLines(header, [row, row]), [
      { messageId: '1@a.test', next: [] },
      { messageId: '1@a.test', next: [] },
    ]);
    assert.deepEqual(readLines('', [row]), [{ next: [] }]);
  });
});

describe('lines of one log', () => {
  it('are told in their order, whatever breaks they hold', () => {
    const ids = readLines('', [
      'hello',
      sent('mx.b.test[192.0.2.1]:25'),
      '',
      postfix('qmgr', `${id}: rem\noved\u2028x`),
      postfix('qmgr', `${id}: removed`),
    ]);
    assert.deepEqual(
      ids.map(({ own, next, removed }) => [own, next.join(), removed].map((one) => one ?? '-').join(' ')),
      ['-  -', `${id} 24BAB228074 -`, '-  -', `${id}  -`, `${id}  true`],
    );
  });
});

describe('the ids by which other lines are found', () => {
  it('are those that are long enough to be one', () => {
    assert.deepEqual(idsToFollow({ own: 'ABCDE', messageId: '1@a.test', next: ['ABCD', 'FGHIJ'] }), [
      'ABCDE',
      '1@a.test',
      'FGHIJ',
    ]);
    assert.deepEqual(idsToFollow({ own: 'ABCD', next: [] }), []);
    assert.deepEqual(idsToFollow({ next: [] }), []);
  });
});
