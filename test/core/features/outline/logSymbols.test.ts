import assert from 'node:assert/strict';
import { shown } from '../facts.ts';

const outlines = (lines: readonly string[], ...outline: readonly string[]): void =>
  assert.deepEqual(shown(`${lines.join('\n')}\n`, 'anywhere').outline, outline);

const at = (time: string, rest: string): string => `Nov 20 09:${time} mx1 postfix/${rest}`;
const id = '4C1D5228001';
const to = (who: string, end: string, time = '14:58'): string => at(time, `smtp[71]: ${id}: to=<${who}>, ${end}`);
const relay = 'relay=mx.b.test[192.0.2.7]:25, delay=1';
const SENT = `${relay}, dsn=2.0.0, status=sent (250 2.0.0 Ok)`;
const GONE = `${relay}, dsn=5.1.1, status=bounced (host mx.b.test[192.0.2.7] said: 550 5.1.1 no (in reply to RCPT TO command))`;
const SILENT =
  'relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx.b.test[192.0.2.7]:25: Connection timed out)';
const from = (sender: string): string =>
  at('14:57', `qmgr[73]: ${id}: from=<${sender}>, size=615, nrcpt=4 (queue active)`);

describe('the outline of a message in a log', () => {
  it('has each recipient once, with what became of it in the end', () =>
    outlines(
      [
        from('ann@a.test'),
        to('a@b.test', SENT),
        to('b@b.test', GONE),
        to('c@b.test', SILENT),
        to('C@b.test', SENT, '24:58'),
        to('d@b.test', SENT),
        at('24:59', `qmgr[73]: ${id}: removed`),
      ],
      `${id}: ann@a.test → a@b.test, b@b.test, c@b.test and 1 more | 3 sent, 1 bounced, 550 5.1.1 | 1-7`,
      '  to a@b.test | sent 250 | 2-2',
      '  to b@b.test | bounced 550 | 3-3',
      '  to c@b.test | sent 250 | 5-5',
      '  to d@b.test | sent 250 | 6-6',
    ));
  it('says once what became of all', () => {
    outlines(
      [from(''), to('a@b.test', GONE), to('b@b.test', GONE)],
      `${id}: <> → a@b.test, b@b.test | bounced 550 5.1.1 | 1-3`,
      '  to a@b.test | bounced 550 | 2-2',
      '  to b@b.test | bounced 550 | 3-3',
    );
    outlines(
      [to('a@b.test', SENT), to('b@b.test', SENT), to('c@b.test', SENT)],
      `${id}: ? → a@b.test, b@b.test, c@b.test | sent | 1-3`,
      ...['a', 'b', 'c'].map((one, i) => `  to ${one}@b.test | sent 250 | ${i + 1}-${i + 1}`),
    );
  });
  it('has the status where there was no reply', () =>
    outlines([to('a@b.test', SILENT)], `${id}: ? → a@b.test | deferred | 1-1`, '  to a@b.test | deferred 4.4.1 | 1-1'));
  it('has the message’s own end where no line names a recipient, but for its removal', () => {
    const client = at('14:57', `smtpd[73]: ${id}: client=a.test[192.0.2.9]`);
    outlines([client, at('14:59', `qmgr[73]: ${id}: removed`)], `${id}: ? → ? | received | 1-2`);
    outlines([at('14:59', `qmgr[73]: ${id}: removed`)], `${id}: ? → ? |  | 1-1`);
  });
  it('calls an empty recipient nobody', () =>
    outlines([to('', SENT)], `${id}: ? → ? | sent | 1-1`, '  to (nobody) | sent 250 | 1-1'));
});
