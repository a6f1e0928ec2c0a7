import assert from 'node:assert/strict';
import type { Conversation } from '../../../../src/core/smtp/conversation.ts';
import { type DialectRow, marks } from '../../../../src/core/smtp/dialects/dialectRow.ts';
import { type Dialect, dialects, dialectsOf } from '../../../../src/core/smtp/dialects/dialects.ts';
import { conversationsOf } from '../told.ts';

/** What a table of dialects with one more row reads in a text: `dialect: 220 EHLO …` for each conversation. */
function read(text: string, row?: DialectRow & Pick<Dialect, 'name'>): readonly string[] {
  const table = row === undefined ? dialects : dialectsOf([...dialects.all, row]);
  return conversationsOf(text, table).map(
    ({ dialect, events }) =>
      `${dialect}: ${events.map((one) => (one.kind === 'command' ? one.verb : one.kind === 'reply' ? one.code : one.kind)).join(' ')}`,
  );
}

describe('a row that is added to the dialects', () => {
  const row = { name: 'probe', marks: marks(['C'], ['S']) } as const;
  const session = (front: (side: 'C' | 'S') => string): string =>
    `words\n${front('S')}220 a.test ESMTP\n${front('C')}EHLO b.test\n${front('S')}250 a.test\n`;

  it('is tried wherever its pattern lets what was said begin', () => {
    const semicolon = session((side) => `${side};`);
    assert.deepEqual(read(semicolon, { ...row, line: /(?<mark>[CS]);/y }), ['probe: 220 EHLO 250']);
    assert.deepEqual(read(semicolon), []);
    assert.deepEqual(
      read(
        session((side) => `${side}#`),
        { ...row, line: /(?<mark>[CS])[#!]{1,3}/y },
      ),
      ['probe: 220 EHLO 250'],
    );
    assert.deepEqual(
      read(
        session((side) => `${side}x`),
        { ...row, line: /(?<mark>[CS])(?:x|(?=y))/y },
      ),
      ['probe: 220 EHLO 250'],
    );
    assert.deepEqual(
      read(
        session((side) => `${side}é`),
        { ...row, line: /(?<mark>[CS])é/y },
      ),
      ['probe: 220 EHLO 250'],
    );
  });

  it('is looked for behind the notice of a connection', () => {
    const text = 'Trying 192.0.2.1...\nS;220 a.test ESMTP\nC;EHLO b.test\nS;250 a.test\n';
    assert.deepEqual(read(text, { ...row, line: /(?<mark>[CS]);/y }), ['probe: 220 EHLO 250']);
    const found = conversationsOf(text, dialectsOf([...dialects.all, { ...row, line: /(?<mark>[CS]);/y }]));
    assert.equal(found[0]?.start, 0);
  });

  it('starts a conversation with a note of its own', () => {
    const text = `~~ begin a.test\n${session((side) => `${side};`).replace('words\n', '')}`;
    const found = conversationsOf(
      text,
      dialectsOf([
        ...dialects.all,
        { ...row, line: /(?:(?<mark>[CS]);|(?=~~))/y, start: /^~~ begin /, bareReplies: true },
      ]),
    );
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start, end)),
      [text],
    );
  });

  it('is tried on lines that spell SMTP in a way of their own', () => {
    const plain: DialectRow['plain'] = (said) => ({ ...said, text: said.text.replaceAll('_', ' ') });
    const text = 'S;220_a.test_ESMTP\nC;EHLO_b.test\nS;250_a.test\n';
    assert.deepEqual(read(text, { ...row, line: /(?<mark>[CS]);/y, plain }), ['probe: 220 EHLO 250']);
  });

  it('waits behind those with marks of their own where it is general', () => {
    const text = session((side) => `[2024-05-01 10:00:00] ${side === 'S' ? '<' : '>'} `);
    const line = /\[[\d :-]{19}\] (?<mark>[<>]) /y;
    const both = marks(['>'], ['<']);
    const all = dialects.all.filter(({ name }) => name !== 'symfony-mailer');
    const particular: Dialect = { ...row, name: 'telnet', line, marks: both };
    const told = (...rows: readonly Dialect[]) => conversationsOf(text, dialectsOf([...rows, ...all]))[0]?.dialect;
    assert.equal(told({ ...particular, name: 'nc' }, particular), 'nc');
    assert.equal(told({ ...particular, name: 'nc', general: true }, particular), 'telnet');
  });
});

describe('the first look at a line', () => {
  it('lets the notes pass that a row of its own knows', () => {
    const starts = (text: string): number | undefined => conversationsOf(text)[0]?.start;
    assert.equal(
      starts("20:05:11.964503 connect: to ('192.0.2.1', 25) None\n20:05:11.97 reply: b'220 a.test ESMTP\\r\\n'\n"),
      0,
    );
    assert.equal(
      starts(
        'Follow: tls,ascii\nFilter: tcp.stream eq 0\nNode 0: 192.0.2.1:25\nNode 1: 192.0.2.2:4711\n18\n220 a.test ESMTP\r\n\n\t13\nEHLO b.test\r\n',
      ),
      0,
    );
  });
});

describe('names of dialects', () => {
  it('are a closed set', () => {
    const isTelnet = ({ dialect }: Conversation): boolean =>
      // @ts-expect-error a name that no dialect has
      dialect === 'telent' || dialect === 'telnet';
    const [found] = conversationsOf('Trying 192.0.2.1...\nEscape character is ^].\n220 a.test ESMTP\nEHLO b.test\n');
    assert.ok(found !== undefined && isTelnet(found));
    assert.equal(new Set(dialects.all.map(({ name }) => name)).size, dialects.all.length);
  });
});
