import assert from 'node:assert/strict';
import { besideOf } from '../../../../src/core/report/answer/beside.ts';
import { circumstancesOf } from '../../../../src/core/report/answer/circumstances.ts';
import { historyOf } from '../../../../src/core/report/answer/history.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

const line = (id: string, words: string): string => `Nov 28 10:00:00 mx postfix/qmgr[1]: ${id}: ${words}\n`;
const first = line('4F6bQ21Lz9z', 'from=<ann@fabrikam.test>, size=100, nrcpt=1 (queue active)');
const last =
  'Nov 28 11:00:00 mx postfix/smtp[2]: 4F6bQ21Lz9z: to=<bob@contoso.test>, relay=mx1.contoso.test[192.0.2.1]:25, delay=3, dsn=5.1.1, status=bounced (host mx1.contoso.test[192.0.2.1] said: 550 5.1.1 No such user)\n';

/** What the log tells of the message of its last line, with so many other lines between. */
function told(others: number): readonly string[] {
  const [log] = readTicket(first + last).blocks;
  const [verdict] = readVerdicts(readTicket(last));
  assert.ok(log?.kind === 'log' && verdict !== undefined);
  const text = first + line('4F6bQ21Other', 'removed').repeat(others) + last;
  const at = text.length - last.length;
  const ticket = { ...readTicket(''), text, lines: new Lines(text) };
  const whole = { ...log, start: 0, end: text.length };
  const { entries, unread } = historyOf(ticket, whole, {
    ...verdict,
    span: { start: at + verdict.span.start, end: text.length },
  });
  assert.equal(unread, 0);
  return entries.map(({ sender, outcome }) => sender?.text ?? outcome ?? '');
}

describe('what a log says of a message', () => {
  it('is read near and far', () => {
    for (const others of [0, 10, 60_000]) assert.deepEqual(told(others), ['ann@fabrikam.test', 'bounced'], `${others}`);
  });

  it('has the line itself, also where nothing names the message', () => {
    const ticket = readTicket(last);
    const [log] = ticket.blocks;
    const [verdict] = readVerdicts(ticket);
    assert.ok(log?.kind === 'log' && verdict !== undefined);
    const { queueId, ...unnamed } = { ...verdict, recipients: [] };
    assert.equal(queueId, '4F6bQ21Lz9z');
    assert.equal(historyOf(ticket, log, unnamed).entries.length, 1);
    const another = historyOf(ticket, log, { ...verdict, queueId: 'F6bQ' });
    assert.equal(another.entries.length, 1);
  });

  it('is read of what stands near, and the rest is counted and told', () => {
    const put = last.replace('5.1.1, status=bounced', '4.4.1, status=deferred');
    const text = put.repeat(20_500) + last + put.repeat(3);
    const ticket = readTicket(text);
    const [log] = ticket.blocks;
    const verdict = readVerdicts(ticket).find(({ span }) => span.start > text.indexOf('bounced') - 300);
    assert.ok(log?.kind === 'log' && verdict !== undefined);
    const { entries, unread } = historyOf(ticket, log, verdict);
    assert.equal(unread, 504);
    assert.equal(entries.length, 20_000);
    assert.deepEqual(
      entries.slice(-4).map(({ outcome }) => outcome),
      ['bounced', 'deferred', 'deferred', 'deferred'],
    );
    const told = besideOf(ticket, verdict, circumstancesOf(ticket, verdict)).map(({ words }) => words);
    assert.ok(
      told.some((words) => words.includes('504 more entries')),
      told.join('\n'),
    );
  });
});
