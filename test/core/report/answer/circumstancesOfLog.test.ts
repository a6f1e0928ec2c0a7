import assert from 'node:assert/strict';
import { type Circumstances, circumstancesOf } from '../../../../src/core/report/answer/circumstances.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import type { Verdict } from '../../../../src/core/verdict/verdict.ts';

/** What a log tells of the line that holds some words. */
function tells(text: string, words: string, verdict: Partial<Verdict> = {}): Partial<Circumstances> {
  const start = text.lastIndexOf('\n', text.indexOf(words)) + 1;
  const {
    history: _,
    unread: __,
    ...told
  } = circumstancesOf(readTicket(text), {
    ...{ span: { start, end: text.indexOf('\n', start) }, recipients: [], role: 'cause', stage: 'log' },
    ...verdict,
  } as unknown as Verdict);
  return told;
}

const id = '4C1D5228001';
const postfix = (program: string, rest: string, second = '58'): string =>
  `Nov 20 09:14:${second} mx1 postfix/${program}[71]: ${rest}\n`;
const to = (whom: string, relay: string, rest: string, second?: string): string =>
  postfix('smtp', `${id}: to=<${whom}>, relay=${relay}, delay=1, ${rest}`, second);
const from = postfix('qmgr', `${id}: from=<a@a.test>, size=1, nrcpt=1 (queue active)`, '50');
const bounced =
  'dsn=5.1.1, status=bounced (host mx.b.test[192.0.2.7] said: 550 5.1.1 no (in reply to RCPT TO command))';
const deferred = 'dsn=4.4.1, status=deferred (connect to mx.c.test[192.0.2.8]:25: Connection refused)';
const sent = 'dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as AB12CD34)';
const peer = 'mx.b.test[192.0.2.7]:25';
const ofId = { queueId: id };

describe('what a log tells of the mail of a line', () => {
  it('is whose it was: as the verdict says, else all to whom it was not delivered', () => {
    const text = from + to('b@b.test', peer, bounced) + to('c@b.test', peer, deferred) + to('d@b.test', peer, sent);
    assert.deepEqual(tells(text, 'to=<b@b.test>', ofId).recipients, ['b@b.test', 'c@b.test']);
    assert.deepEqual(tells(text, 'to=<b@b.test>', { ...ofId, recipients: ['d@b.test'] }).recipients, ['d@b.test']);
    const twice = from + to('b@b.test', peer, deferred) + to('b@b.test', peer, bounced);
    assert.deepEqual(tells(twice, 'bounced', ofId).recipients, ['b@b.test']);
    const expired = `${from}${to('b@b.test', peer, deferred)}${postfix('qmgr', `${id}: from=<a@a.test>, status=expired, returned to sender`)}`;
    assert.deepEqual(tells(expired, 'expired', ofId).recipients, ['b@b.test']);
  });
  it('is the sender, of the first line that has one', () => {
    const text = from + to('b@b.test', peer, bounced);
    assert.equal(tells(text, 'bounced', ofId).sender, 'a@a.test');
    assert.equal(tells(text, 'bounced', { ...ofId, sender: 'v@v.test' }).sender, 'v@v.test');
    assert.equal(tells(to('b@b.test', peer, bounced), 'bounced', ofId).sender, undefined);
  });
  it('is the server: that of the verdict, of the line, or the one that could not be reached', () => {
    const server = (text: string, words: string, verdict: Partial<Verdict> = {}) =>
      tells(text, words, { ...ofId, recipients: ['b@b.test'], ...verdict }).server;
    assert.equal(server(to('b@b.test', peer, bounced), 'bounced'), 'mx.b.test [192.0.2.7]');
    assert.equal(server(to('b@b.test', peer, bounced), 'bounced', { server: 'v.test' }), 'v.test [192.0.2.7]');
    assert.equal(server(to('b@b.test', 'none', deferred), 'deferred'), 'mx.c.test [192.0.2.8]');
    assert.equal(server(to('b@b.test', 'none', 'dsn=4.4.3, status=deferred (no answer)'), 'deferred'), undefined);
    assert.equal(server(to('b@b.test', '192.0.2.7[192.0.2.7]:25', bounced), 'bounced'), '192.0.2.7');
    const other = from + to('b@b.test', peer, bounced);
    assert.equal(server(other, 'from=<a@a.test>'), 'mx.b.test [192.0.2.7]');
  });
  it('is the time of the last word on it', () => {
    const text = from + to('b@b.test', peer, deferred, '51') + to('b@b.test', peer, bounced, '59');
    assert.equal(tells(text, 'deferred', { ...ofId, recipients: ['b@b.test'] }).time, 'Nov 20 09:14:59');
    assert.equal(tells(text, 'deferred', { ...ofId, recipients: ['x@b.test'] }).time, 'Nov 20 09:14:51');
    assert.equal(
      tells(from + to('b@b.test', peer, bounced, '59'), 'from=', { ...ofId, recipients: ['b@b.test'] }).time,
      'Nov 20 09:14:59',
    );
  });
  it('is under which id and to which other address it went', () => {
    const text = from + to('b@b.test>, orig_to=<all@a.test', peer, sent);
    const told = tells(text, 'sent', { ...ofId, recipients: ['b@b.test'] });
    assert.deepEqual([told.takenAs, told.original, told.queueId], ['AB12CD34', 'all@a.test', id]);
    assert.equal(
      tells(from + to('b@b.test', peer, bounced), 'bounced', { ...ofId, recipients: ['b@b.test'] }).takenAs,
      undefined,
    );
    assert.equal(tells(text, 'sent', { ...ofId, recipients: ['x@b.test'] }).takenAs, undefined);
  });
  it('of Exim has its host, id and subject', () => {
    const exim = '1xUrLk-0001SN-1G';
    const text = `2026-11-21 20:06:15 ${exim} <= a@a.test H=pc.a.test [192.0.2.9] P=esmtps S=1 id=1@a.test T="Offer"\n2026-11-21 20:06:16 ${exim} H=mx.b.test [192.0.2.1]: Connection refused\n2026-11-21 20:06:17 ${exim} == b@b.test R=dns T=remote_smtp defer (111): Connection refused\n`;
    const told = tells(text, 'defer', { queueId: exim, recipients: ['b@b.test'] });
    assert.deepEqual([told.sender, told.messageId, told.subject], ['a@a.test', '1@a.test', 'Offer']);
    assert.equal(told.server, 'mx.b.test [192.0.2.1]');
  });
});
