import assert from 'node:assert/strict';
import { findAddresses } from '../../../../src/core/mail/bounces/addressLines.ts';
import { addressOf, chosen } from '../../../../src/core/mail/bounces/chosenAddresses.ts';
import { readHeader } from '../../../../src/core/mail/header/fields.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const A = 'a@fabrikam.test';
const B = 'b@fabrikam.test';
const ERIN = 'erin@contoso.test';

/** Whom a notice of these lines is about, as `how address`. */
function about(header: string, text: readonly string[], known: readonly string[] = []): readonly string[] {
  const lines = new Lines(text.join('\n'));
  const { fields } = readHeader(new Lines(header), 0, header.length);
  return chosen(lines, findAddresses(lines, text.length, 50), fields, known).map(
    ({ as, address }) => `${as} ${address}`,
  );
}

const is = (expected: readonly string[], ...text: readonly string[]): void =>
  assert.deepEqual(about(`From: x@contoso.test\nTo: ${ERIN}`, text), expected, text.join(' / '));

describe('whom a notice is about', () => {
  it('is whom other parts or X-Failed-Recipients name, where the words name them too', () => {
    const text = [A, `Recipient: ${B}`, `RCPT TO:<${A.toUpperCase()}>`];
    assert.deepEqual(about('Subject: x', text, [B.toUpperCase()]), [`labelled ${B}`]);
    assert.deepEqual(about(`X-Failed-Recipients: ${B}`, text), [`labelled ${B}`]);
    assert.deepEqual(about('Subject: x', text, [A, B]), [`alone ${A}`, `labelled ${B}`]);
    assert.deepEqual(about('Subject: x', text, ['c@fabrikam.test']), [`alone ${A}`]);
    assert.deepEqual(about('Subject: x', [A.toUpperCase()], [A]), [`alone ${A.toUpperCase()}`]);
    assert.deepEqual(about('Subject: x', [`Recipient: ${B}`, '', A], [A, B]), [`labelled ${B}`, `alone ${A}`]);
    assert.deepEqual(about('Subject: x', [`Recipient: ${A}`, '', A, B], [A, B]), [`alone ${A}`, `alone ${B}`]);
  });

  it('stands in the surest way in which any stands', () => {
    is([`alone ${A}`], `Recipient: ${B}`, A);
    is([`alone ${A}`, `alone ${B}`], A, B, A);
    is([`labelled ${A}`], `Command: RCPT TO:<${B}>`, `Recipient: ${A}`);
    is([`commanded ${A}`], `550 ${B} is unknown`, `Command: RCPT TO:<${A}>`);
    is([`refused ${A}`], `To: ${B}`, `550 ${A} is unknown`);
    is([`named ${A}`], `To: ${A}`);
    is([]);
    is([`alone ${A}`, `alone ${B}`], `Recipient: x`, A, '', B);
  });

  it('is not the one that wrote or gets it, while others are there', () => {
    is([`alone ${A}`], ERIN, A);
    is([`alone ${A}`], ERIN.toUpperCase(), A);
    is([`refused ${A}`], `Recipient: ${ERIN.toUpperCase()}`, `550 ${A} is unknown`);
    is([`alone ${ERIN}`], ERIN);
    is([`refused ${A}`], `Recipient: ${ERIN}`, `550 ${A} is unknown`);
    is([`labelled ${ERIN}`], `Recipient: ${ERIN}`);
    is([`commanded ${ERIN}`], `Command: RCPT TO:<${ERIN}>`);
    is([], `550 ${ERIN} is unknown`);
    assert.deepEqual(about(`Reply-To: ${A}`, [A, B]), [`alone ${B}`]);
    assert.deepEqual(about(`From: ${A}`, [A, B]), [`alone ${B}`]);
  });

  it('is below a heading that says why as well', () => {
    is([`alone ${A}`, `labelled ${B}`], A, '', `Recipient: ${B}`, 'Reason: no such user');
    is([`alone ${A}`], A, '', `Recipient: ${B}`);
    is([`alone ${A}`], `Recipient: ${B}`, 'Reason: no such user', '', A);
    is([`labelled ${A}`, `labelled ${B}`], `Recipient: ${A}`, `Recipient: ${B}`, 'Reason: no such user');
  });

  it('is nobody to whom somebody should write', () => {
    for (const advice of [
      'Please write it to the address',
      'For help contact:',
      'You can write to',
      'please use',
      'instead use :',
      'use the new address',
      'Use this email address:',
      'His new e-mail address is',
      'my new address:',
      'please send an email to',
      'send mail to',
      'Questions to',
      'Or if',
    ]) {
      is([], advice, A);
      is([`alone ${B}`], B, advice, '', '', '', A);
      is([`alone ${A}`], advice, '', '', '', '', A);
    }
    is([`alone ${A}`], 'It was sent to', A);
    is([`alone ${A}`], 'contact was lost with', A);
  });
});

describe('the first address in a value', () => {
  it('is in small letters', () => {
    assert.deepEqual([...addressOf('Bob <Bob@B.test>, c@d.test')], ['bob@b.test']);
    assert.deepEqual(addressOf('Bob'), []);
    assert.deepEqual(addressOf(undefined), []);
    assert.deepEqual(addressOf(`${'x '.repeat(250)} a@b.test`), []);
  });
});
