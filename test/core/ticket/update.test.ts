import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { updateTicket } from '../../../src/core/ticket/update.ts';

const strip = (blocks: unknown): unknown => JSON.parse(JSON.stringify(blocks));

/** The updated ticket must be what reading the changed text from scratch gives. */
function same(before: string, start: number, removed: number, insert: string): void {
  const text = before.slice(0, start) + insert + before.slice(start + removed);
  const updated = updateTicket(readTicket(before), text, { start, removed, added: insert.length });
  assert.equal(updated.text, text);
  assert.deepEqual(strip(updated.blocks), strip(readTicket(text).blocks));
}

const sample = (name: string): string => readFileSync(`samples/${name}`, 'utf8');
const session =
  '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 SIZE\nMAIL FROM:<a@b.test>\n250 ok\nRCPT TO:<c@d.test>\n550 5.1.1 no\nQUIT\n221 bye\n';

const open = (text: string): string => `220 c.test ESMTP\nDATA\n354 go\n${text}\n250 2.0.0 queued\nQUIT\n221 bye\n`;

describe('updateTicket', () => {
  it('reads what changed and moves what follows', () => {
    const text = `Hello\n\n${session}\nand then\n\n${session}\nbye\n`;
    const at = text.indexOf('550');
    same(text, at, 3, '450');
    same(text, at, 0, 'xx');
    same(text, 0, 5, '');
    same(text, text.length, 0, session);
    same(text, text.indexOf('and then'), 9, '');
  });

  it('joins and splits blocks as reading from scratch does', () => {
    const text = `${session}\n\n\nsome words\n\n\n${session}`;
    same(text, text.indexOf('some'), 10, '250 2.0.0 queued');
    same(text, text.indexOf('QUIT'), 4, '\n\n\nQUIT');
    same(text, text.indexOf('MAIL'), 0, '220 other.test ESMTP\n');
  });

  it('is right far from what a reader above searches for', () => {
    const cut = 'DATA\n354 go\nSubject: x\n\nhello\n250 2.0.0 queued\n';
    const prose = 'And so on.\n'.repeat(5000);
    same(`220 a.test ESMTP\n${cut}${prose}end\n${session}`, 60_000, 0, '\n.\n');
    same(`220 a.test ESMTP\n${cut}${prose}\n.\n${session}`, `220 a.test ESMTP\n${cut}${prose}`.length + 1, 2, '');
    same(
      `From: a@b.test\nTo: c@d.test\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n${prose}x\n${session}`,
      60_000,
      0,
      '\n--b--\n',
    );
  });

  it('is right in a long text, for any edit of lines that readers search for', () => {
    const long = `${session}${'And so on.\n'.repeat(40)}${open('x')}`.repeat(120);
    const edit = fc.constantFrom('.\n', '\n.\n', '220 b.test ESMTP\n', 'Trying 192.0.2.1...\n', 'x', '\n--b--\n', '');
    fc.assert(
      fc.property(fc.nat({ max: long.length }), fc.nat({ max: 40 }), edit, (start, removed, insert) =>
        same(long, start, removed, insert),
      ),
      { numRuns: 25 },
    );
  });

  it('is right for any edit of any mix of tickets', () => {
    const pieces = [
      session,
      'prose here\n',
      '\n',
      '\n\n\n',
      sample('4-mixed.ticket.txt'),
      sample('2-bounced.eml'),
      '> > From: a@b.test\n> > To: c@d.test\n> >\n> > text\n> answer\n',
      'DATA\n354 go\nhello\n',
      '.\n',
      '250 ok\n',
      '> nslookup a.test\nServer: b\nAddress: 1.2.3.4\n\n',
    ];
    const edit = fc.constantFrom(
      '',
      'x',
      '\n',
      '.',
      '250 ok\n',
      '.\n',
      'EHLO x\n',
      '220 a.test ESMTP\n',
      '\n--b--\n',
      ' ',
      'From: a@b\nTo: c@d\n\n',
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 8 }),
        fc.nat(),
        fc.nat({ max: 30 }),
        edit,
        (list, where, removed, insert) => {
          const text = list.join('');
          const start = where % (text.length + 1);
          same(text, start, Math.min(removed, text.length - start), insert);
        },
      ),
      { numRuns: 500 },
    );
  });
});
