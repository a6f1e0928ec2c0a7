import assert from 'node:assert/strict';
import { applyReplacements } from '../../../src/core/mask/edits.ts';
import {
  encodedBodies,
  encodedRuns,
  encodedTokens,
  encodedWords,
  type MaskText,
  ntlmChallenges,
} from '../../../src/core/mask/encodedPieces.ts';
import type { Replacement } from '../../../src/core/mask/maskChoice.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { base64 } from './masked.ts';

const mask: MaskText = (text) => text.replaceAll('kettle', 'pot').replaceAll('Kéttle', 'Pôt');
const done = (text: string, edits: Iterable<Replacement>): string => applyReplacements(text, [...edits]);

describe('a word in base64', () => {
  const becomes = (text: string, after: string): void =>
    assert.equal(done(text, encodedTokens(text, mask)), after, text);
  it('is masked as what it says, with its padding or without', () => {
    becomes(`x ${base64('a kettle')} y`, `x ${base64('a pot')} y`);
    becomes(`x ${base64('my kettle')} y`, `x ${base64('my pot')} y`);
    becomes(`x ${base64('a kettle').replace(/=+$/, '')} y`, `x ${base64('a pot').replace(/=+$/, '')} y`);
    becomes(`(${base64('Kéttle x')})`, `(${base64('Pôt x')})`);
  });
  it('stays where it says nothing of that, or is none', () => {
    for (const text of [base64('a drum x'), `=${base64('a kettle')}`, 'a2V0dG', 'kettle']) becomes(text, text);
    const octets = Buffer.from('a kettle \xff\x02', 'latin1').toString('base64');
    becomes(octets, octets);
  });
});

describe('what an NTLM server tells of itself', () => {
  it('is left out', () => {
    const text = '334 TlRMTVNTUAACAAAADAAMADgAAAA= x TlRMTVNTUAADAAAA\n';
    assert.equal(done(text, ntlmChallenges(text)), '334 TlRMTVNTUAACAAAA x TlRMTVNTUAADAAAA\n');
  });
});

describe('an encoded word', () => {
  const becomes = (text: string, after: string): void =>
    assert.equal(done(text, encodedWords(text, mask)), after, text);
  it('is written anew where something of it is masked', () => {
    becomes('S: =?utf-8?q?a_kettle?= x', `S: =?utf-8?B?${base64('a pot')}?= x`);
    becomes('S: =?iso-8859-1?Q?K=E9ttle?= x', `S: =?utf-8?B?${base64('Pôt')}?= x`);
    becomes(`S: =?UTF-8*en?B?${base64('kettle')}?=`, `S: =?utf-8?B?${base64('pot')}?=`);
    for (const text of ['=?utf-8?q?a_drum?=', '=?utf-8?x?kettle?=', '=?utf-8?q?a kettle?=', '=?moo?q?drum?='])
      becomes(text, text);
  });
});

describe('a text in base64', () => {
  const words = 'This is a text\nwith a kettle in it, and more words than one row has room for.\n';
  const rows = (text: string, width: number): string => (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');
  const decoded = (text: string): string => Buffer.from(text.replace(/[\s>]/g, ''), 'base64').toString();
  it('keeps its rows', () => {
    const text = rows(base64(words), 64);
    const after = done(text, encodedRuns(text, mask));
    assert.equal(after.split('\n').length, text.split('\n').length);
    assert.equal(decoded(after), words.replace('kettle', 'pot'));
    const quoted = `> ${text.replaceAll('\n', '\n> ')}`;
    assert.equal(done(quoted, encodedRuns(quoted, mask)), `> ${after.replaceAll('\n', '\n> ')}`);
  });
  it('is left where it is the answer of a login, or one word on one line', () => {
    for (const text of [base64('\0alice@contoso.test\0a-long-kettle-42'), base64('one-word-with-a-kettle-in-it')])
      assert.equal(done(text, encodedRuns(text, mask)), text);
    const line = base64('a line that has a kettle in it');
    assert.equal(decoded(done(line, encodedRuns(line, mask))), 'a line that has a pot in it');
    const other = base64('a line that has a drum in it');
    assert.equal(done(other, encodedRuns(other, mask)), other);
  });
  it('is the body of a message where its field says so', () => {
    const body = (coding: string, written: string): string => {
      const text = `From: a@a.test\nContent-Transfer-Encoding: ${coding}\n\n${written}\n`;
      return readTicket(text, 'message')
        .blocks.reduce((all, block) => done(all, encodedBodies(all, block, mask)), text)
        .slice(text.indexOf('\n\n') + 2);
    };
    const written = rows(base64(words), 40);
    for (const coding of ['base64', 'BASE64 ', ' Base64']) {
      const after = body(coding, written);
      assert.equal(decoded(after), words.replace('kettle', 'pot'), coding);
      assert.equal(after.trim().split('\n').length, written.split('\n').length);
    }
    for (const coding of ['8bit', 'base64x', 'xbase64']) assert.equal(body(coding, written), `${written}\n`, coding);
    const drum = rows(base64(words.replace('kettle', 'drum')), 40);
    assert.equal(body('base64', drum), `${drum}\n`);
    const western = Buffer.from('a kettle, gr\xfc\xdfe', 'latin1').toString('base64');
    assert.equal(Buffer.from(body('base64', western), 'base64').toString('latin1'), 'a pot, gr\xfc\xdfe');
  });
});
