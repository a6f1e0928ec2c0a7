import assert from 'node:assert/strict';
import { readPastedReceipt } from '../../../../src/core/mail/reports/pastedReceipt.ts';

/** What a text says of a message as `what whom: the line that says it`. */
function told(text: string, start = 0, end = text.length): string | undefined {
  const found = readPastedReceipt(text, start, end);
  if (found === undefined) return undefined;
  assert.equal(found.unread === true, found.disposition === 'deleted');
  return `${found.disposition} ${found.finalRecipient ?? '-'}: ${text.slice(found.start, found.end)}`;
}

const head = (to: string, ...fields: readonly string[]): string =>
  ['Your message', '', to, ...fields, '', ''].join('\n');

describe('a receipt as mail programs show it', () => {
  it('says below the head that the message was read', () => {
    const says = 'was read on Friday, 20 November 2026 10:00.';
    assert.equal(
      told(`${head('   To: Bob <bob@b.test>', '   Subject: Offer', '   Sent: Friday')} ${says}`),
      `displayed bob@b.test:  ${says}`,
    );
    assert.equal(told(`${head('To: bob@b.test;', 'Subject: x')}${says}`), `displayed bob@b.test: ${says}`);
    assert.equal(told(`${head('To: Bob', 'Subject: x')}${says}`), `displayed -: ${says}`);
    assert.equal(told(`> To: bob@b.test\n> Subject: x\n> ${says}`), `displayed bob@b.test: ${says}`);
    for (const [to, words] of [
      ['An', 'wurde am Freitag, 20. November 2026 10:00 gelesen'],
      ['À', 'a été lu le vendredi'],
      ['Para', 'se leyó el viernes'],
      ['A', 'è stato letto venerdì'],
    ] as const)
      assert.equal(told(`${head(`${to}: bob@b.test`, 'XY: x')}${words}`), `displayed bob@b.test: ${words}`);
  });

  it('says that it was deleted before', () => {
    for (const [to, words] of [
      ['To', 'was deleted without being read on Friday'],
      ['An', 'wurde am Freitag, 20. November 2026 10:00 ungelesen gelöscht'],
      ['À', 'a été supprimé sans être lu le vendredi'],
      ['Para', 'se eliminó sin leer el viernes'],
    ] as const)
      assert.equal(told(`${head(`${to} : bob@b.test`, 'XY: x')}${words}`), `deleted bob@b.test: ${words}`);
  });

  it('says by Thunderbird that it was displayed', () => {
    const words = 'Note: This Return Receipt only acknowledges that the message was displayed on the computer';
    assert.equal(told(`x\n${words}`), `displayed -: ${words}`);
  });

  it('is none in other words, or far behind', () => {
    for (const text of [
      '',
      'To: bob@b.test\nwas read on Friday',
      'To: bob@b.test\nSubject: x\nI was reading it',
      'Subject: x\nSent: y\nwas read on Friday',
      'To: bob@b.test\nA1: x\nB2: x\nC3: x\nD4: x\nwas read on Friday',
      'A Return Receipt acknowledges that',
    ])
      assert.equal(told(text), undefined, text);
    const receipt = 'To: bob@b.test\nSubject: x\nwas read on Friday';
    assert.equal(told(`x ${receipt}`, 2), 'displayed bob@b.test: was read on Friday');
    assert.equal(told(receipt, 0, 20), undefined);
    assert.equal(told(`${'x'.repeat(24 * 1024)}\n${receipt}`), undefined);
  });
});
