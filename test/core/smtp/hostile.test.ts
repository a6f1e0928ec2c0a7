import assert from 'node:assert/strict';
import { readConversation } from '../../../src/core/smtp/readConversations.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { conversationsOf } from './told.ts';

/** Counts how often the text is looked at, so that the test does not depend on the clock. */
function looks(text: string): number {
  let count = 0;
  class Counted extends Lines {
    override at(line: number): string {
      count++;
      return super.at(line);
    }
    override start(line: number): number {
      count++;
      return super.start(line);
    }
  }
  const lines = new Counted(text);
  for (let line = 0; line < lines.count; ) {
    const read = readConversation(lines, line, lines.count);
    assert.ok(read === undefined || read.endLine > line);
    line = read?.endLine ?? line + 1;
  }
  return count;
}

/** How many characters patterns go through from match to match while the conversations of a text are looked for. */
function goneThrough(text: string): number {
  const original = RegExp.prototype[Symbol.matchAll];
  let count = 0;
  RegExp.prototype[Symbol.matchAll] = function (searched) {
    count += searched.length;
    return original.call(this, searched);
  };
  try {
    looks(text);
  } finally {
    RegExp.prototype[Symbol.matchAll] = original;
  }
  return count;
}

/** Twice the text is looked at twice as often, give or take. */
function isLinear(once: string, repeats = 300): void {
  const small = looks(once.repeat(repeats));
  const large = looks(once.repeat(repeats * 8));
  assert.ok(large < small * 8 * 1.5 + 1000, `${small} looks grew to ${large} for 8 times as much`);
}

const patterns: readonly (readonly [string, string])[] = [
  ['354 go', '354 go\n'],
  ['354 and 221', '354 go\n221 bye\n'],
  ['banners and 354', '220 a.test ESMTP\n354 go\n'],
  ['endless multiline replies', '250-a\n'],
  ['codes that change', '250-a\n251-b\n'],
  ['notices of connections', 'Trying 192.0.2.1...\n'],
  ['s_client', 'CONNECTED(00000003)\n'],
  ['s_client and fences', 'CONNECTED(00000003)\n---\n'],
  ['fences of session tickets', '---\nPost-Handshake New Session Ticket arrived:\n'],
  ['gnutls-cli', "Connecting to '192.0.2.1:25'...\n- Certificate type: X.509\n"],
  ['marked 354', 'S: 354 go\nx\n'],
  ['marked BDAT', 'C: BDAT 10\nS: 250 ok\nx\n'],
  ['quoted 354', '> 354 go\n> 221 bye\n'],
  ['heads of packets', '< 2026/11/21 19:55:04.000501936  length=999999 from=0 to=34\n'],
  ['heads of packets and replies', '< 2026/11/21 19:55:04.000501936  length=999999 from=0 to=34\n220 a.test ESMTP\n'],
  ['followed streams', 'Follow: tcp,ascii\n\t999999\n220 a.test ESMTP\n'],
  ['rows of bytes', 'write to 0x1 [0x2] (9 bytes => 9 (0x9))\n0000 - 45 48 4c 4f 20 62 2e 74-65   EHLO b.te\n'],
  ['unknown fronts', '[x1] 250 a\n[y2] EHLO b.test\n[z3] 550 no\n'],
  ['fronts that never repeat', 'a1b 250 x\nc2d-e EHLO y.test\n'],
  ['numbers', '1: 250 a\n2: 250 b\n'],
  ['empty conversations', 'QUIT\n221 bye\n'],
];

describe('hostile repeats', () => {
  for (const [name, once] of patterns) it(`stay linear: ${name}`, () => isLinear(once));

  it('stay linear: nested quotes', () => isLinear(`${'> '.repeat(200)}250 ok\n`, 50));

  it('are taken apart once, though each is looked at from many lines in front of it', () => {
    for (const says of ['550 no', 'EHLO b.test']) {
      const lines = Array.from({ length: 500 }, (_, i) => `${'> '.repeat(40)}x${i} ${says}\n`);
      const text = lines.join('');
      assert.ok(goneThrough(text) < 2 * text.length);
    }
  });

  it('a line of 2 MB takes no longer than the text', () => {
    for (const piece of [
      '250-',
      '> ',
      '0000: 32 ',
      'EHLO ',
      '[1] ',
      '&gt;',
      'a\\r\\n250-',
      '"',
      '(',
      ' | ',
      'x:',
      '<br>',
    ]) {
      const text = `220 a.test ESMTP\n${piece.repeat(2e6 / piece.length)}\n${piece.repeat(2e6 / piece.length)}\n250 x\n`;
      assert.doesNotThrow(() => conversationsOf(text), piece);
    }
  }).timeout(60_000);

  it('of many connections keep one block', () => {
    const text = Array.from(
      { length: 20_000 },
      (_, i) => `mx postfix/smtpd[${i}]: > h[192.0.2.1]: 220 a.test ESMTP\n`,
    ).join('');
    const found = conversationsOf(text);
    assert.equal(found.length, 1);
    assert.equal(found[0]?.sessions.length, 20_000);
  });

  it('of one session are one conversation each', () => {
    const text = '220 a.test ESMTP\nQUIT\n221 bye\n'.repeat(5000);
    assert.equal(conversationsOf(text).length, 5000);
  });
});

describe('what a first look is for', () => {
  it('lines of a log start nothing', () => {
    const log =
      'Nov 21 20:05:56 mx1 postfix/qmgr[900]: 4C1D52280FF: from=<a@b.test>, size=1000, nrcpt=1 (queue active)\n'.repeat(
        100,
      );
    const lines = new Lines(log);
    for (let line = 0; line < lines.count; line++) assert.equal(readConversation(lines, line, lines.count), undefined);
    assert.ok(looks(log) <= 2 * 101 * 2);
  });
});
