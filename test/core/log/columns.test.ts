import assert from 'node:assert/strict';
import { readColumns } from '../../../src/core/log/columns.ts';
import type { LogFormat } from '../../../src/core/log/log.ts';
import { Lines } from '../../../src/core/text/lines.ts';

/** The names of the columns of a table whose first line is `first`. */
const columns = (format: LogFormat, text: string, first = 0): string | undefined => {
  const lines = new Lines(text);
  return readColumns(lines, first, lines.count, format)?.join(' ');
};

describe('the columns of a table', () => {
  it('are those that its first lines name, in small letters', () => {
    for (const [format, text, expected] of [
      ['powermta', 'type,timeLogged,orig,rcpt\nd,1,a,b', 'type timelogged orig rcpt'],
      ['exchange-tracking', '#Software: x\n#Fields: date-time,event-id, Message-ID\n', 'date-time event-id message-id'],
      ['exchange-tracking', '#Fields:date-time,event-id\n', 'date-time event-id'],
      ['exchange-2003-tracking', '# Date\tTime\tClient-IP\n', 'date time client-ip'],
      ['exchange-2003-tracking', '#Date\tTime, x\n', 'date time, x'],
    ] as const)
      assert.equal(columns(format, text), expected, text);
  });
  it('are looked for in the first twelve lines, and not above', () => {
    const below = (count: number) => columns('exchange-tracking', `${'#x\n'.repeat(count)}#Fields: date-time,a\n`);
    assert.equal(below(11), 'date-time a');
    assert.notEqual(below(12), 'date-time a');
    assert.notEqual(columns('powermta', 'type,timeLogged,a\nd,1\n', 1), 'type timelogged a');
  });
  it('are the usual ones where it names none, and none where the format has none', () => {
    assert.match(columns('powermta', 'd,1,2\n') ?? '', /^type timelogged timequeued orig rcpt orcpt /);
    assert.match(columns('exchange-tracking', 'x\n') ?? '', /^date-time client-ip client-hostname /);
    assert.match(columns('exchange-2003-tracking', 'x\n') ?? '', /^date time client-ip /);
    assert.equal(columns('postfix', 'type,timeLogged\n'), undefined);
  });
});
