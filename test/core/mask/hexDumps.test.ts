import assert from 'node:assert/strict';
import { hexDumpOf, maskRows, placeOf } from '../../../src/core/mask/hexDumps.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

/** Rows of bytes as `openssl s_client -debug` writes them. */
function dumped(side: 'read from' | 'write to', words: string): string {
  const bytes = Buffer.from(words, 'latin1');
  const rows: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const row = [...bytes.subarray(at, at + 16)];
    const digits = row.map((byte, i) => byte.toString(16).padStart(2, '0') + (i === 7 ? '-' : ' ')).join('');
    const spelt = row.map((byte) => (byte < 32 ? '.' : String.fromCharCode(byte))).join('');
    rows.push(`${at.toString(16).padStart(4, '0')} - ${digits.padEnd(50)}${spelt}`);
  }
  return `${side} 0x55d [0x55e] (${bytes.length} bytes => ${bytes.length} (0x${bytes.length.toString(16)}))\n${rows.join('\n')}\n`;
}

const SAID = ['220 mx.a.test ESMTP\r\n', 'EHLO pc.a.test\r\n', '250 mx.a.test\r\n'] as const;
const text = dumped('read from', SAID[0]) + dumped('write to', SAID[1]) + dumped('read from', SAID[2]);
const ticket = readTicket(text);
const [block] = ticket.blocks;

describe('a dump of bytes', () => {
  it('is read as what it spells, and leads back to its digits', () => {
    assert.ok(block);
    const dump = hexDumpOf(ticket, block);
    assert.equal(dump?.text, SAID.join(''));
    const start = dump.text.indexOf('EHLO');
    const place = placeOf(dump, { start, end: start + 4 });
    assert.equal(text.slice(place.start, place.end), '45 48 4c 4f');
    assert.equal(dump.rows.length, 4);
    assert.ok(dump.rows.every(({ start, row }) => text.startsWith(row, start)));
    assert.deepEqual(
      dump.rows.map(({ from }) => from),
      [0, 16, 21, 37],
    );
  });
  it('is none where the conversation was read from plain text', () => {
    const plain = readTicket(SAID.join(''));
    assert.equal(hexDumpOf(plain, plain.blocks[0] as NonNullable<typeof block>), undefined);
    const quoted = readTicket(`${SAID.join('')}MAIL FROM:<a@a.test>\r\n250 ok 45 48 4c 4f 20 \r\n`);
    assert.equal(hexDumpOf(quoted, quoted.blocks[0] as NonNullable<typeof block>), undefined);
  });
  it('is masked octet by octet, in digits and letters', () => {
    assert.ok(block);
    const dump = hexDumpOf(ticket, block);
    assert.ok(dump);
    const start = dump.text.indexOf('pc.a');
    const rows = [...maskRows(dump, [{ start, end: start + 4, text: 'x' }])];
    assert.equal(rows.length, dump.rows.length);
    const before = dump.rows[2]?.row ?? '';
    const after = rows[2]?.text ?? '';
    assert.equal(after.length, before.length);
    assert.equal(before.slice(0, 57), '0000 - 45 48 4c 4f 20 70 63 2e-61 2e 74 65 73 74 0d 0a   ');
    assert.equal(after.slice(0, 57), '0000 - 45 48 4c 4f 20 78 78 2e-78 2e 74 65 73 74 0d 0a   ');
    assert.equal(after.slice(57), 'EHLO xx.x.test..');
    assert.deepEqual(
      [0, 1, 3].map((i) => rows[i]?.text),
      [0, 1, 3].map((i) => dump.rows[i]?.row),
    );
  });
});
