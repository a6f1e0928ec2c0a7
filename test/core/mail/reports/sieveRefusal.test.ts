import assert from 'node:assert/strict';
import type { DeliveryReport } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

function read(...lines: readonly string[]): { readonly text: string; readonly report: DeliveryReport | undefined } {
  const text = lines.join('\n');
  return { text, report: readMessage(text, new Lines(text), 0, text.length).report };
}

const RECEIPT = (disposition: string): readonly string[] => [
  ...['--b', 'Content-Type: message/disposition-notification', ''],
  ...['Original-Recipient: rfc822; robert@b.test', 'Final-Recipient: rfc822; bob@b.test'],
  ...[`Disposition: ${disposition}`, '--b--'],
];

/** What a receipt with these words refuses, as `recipient: the reason`. */
function refuses(
  expected: string | undefined,
  words: readonly string[],
  disposition = 'automatic-action/MDN-sent-automatically; deleted',
): void {
  const { report } = read(
    ...[
      'From: bob@b.test',
      'Subject: x',
      'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
    ],
    ...['', '--b', 'Content-Type: text/plain', '', ...words],
    ...RECEIPT(disposition),
  );
  const [one] = report?.format === 'sieve' ? report.recipients : [];
  assert.equal(
    one && `${one.finalRecipient} ${one.originalRecipient}: ${one.words}`,
    expected && `bob@b.test robert@b.test: ${expected}`,
    words.join(),
  );
  if (one !== undefined) assert.ok(one.action === 'failed' && one.around?.startsWith(words[0] ?? ''));
}

describe('a refusal in the form of a receipt (RFC 5429 2.1.2)', () => {
  it('gives its reason behind the sentence of Sieve', () => {
    const said = 'Your message to <bob@b.test> was automatically rejected:';
    refuses('I do not want it.', [said, 'I do not want it.']);
    refuses('Quota   exceeded'.replace(/ +/, ' '), [said, 'Quota   exceeded']);
    refuses(said.replace(/:$/, ''), [said.replace(/:$/, '')]);
    refuses('full', ['The mail was rejected by sieve', '', 'The following reason was given:', 'full']);
    refuses('voll', ['Ihre Nachricht an bob wurde automatisch abgelehnt. Grund: voll']);
    refuses('full', ['Your message has been refused. The reason given was:', '', 'full']);
  });

  it('is told by the words of several programs', () => {
    for (const words of [
      'The message was rejected',
      'Your e-mail has been refused',
      'Die Meldung wurde abgewiesen',
      'This mail is not delivered',
      'The message was discarded by a filter',
      'It was rejected by the recipient',
      "It was refused by recipient's mail filter",
      'automatically refused',
      'automatiquement rejeté',
      'rechazado automáticamente',
      'rifiutata automaticamente',
      'automatisch geweigerd',
      'odrzucono',
      'отклонено',
    ])
      refuses('full', [`${words}:`, 'full']);
    for (const words of ['The message was displayed', 'Your message was deleted unread', 'rejected'])
      refuses(undefined, [words]);
  });

  it('is none that a person sent', () => {
    refuses(undefined, ['The message was rejected: x'], 'manual-action/MDN-sent-manually; deleted');
  });
});

describe('a refusal that lost its parts', () => {
  /** The recipient and the reason in the text, and where the recipient stands. */
  const damaged = (expected: string | undefined, header: readonly string[], ...body: readonly string[]): void => {
    const { text, report } = read('From: x@b.test', ...header, '', ...body);
    const [one] = report?.format === 'sieve' ? report.recipients : [];
    assert.equal(one && `${one.finalRecipient}: ${one.words}`, expected, body.join(' / '));
    if (one !== undefined) assert.ok(text.slice(one.start, one.end).includes('bob@b.test'));
  };
  const REJECTED = ['Subject: Rejected: hi', 'Auto-Submitted: auto-replied (rejected)'];

  it('is told by the header, and names the recipient in what is left', () => {
    damaged('bob@b.test: Rejected: hi', REJECTED, 'To: kim@b.test', 'X-Original-To: <bob@b.test>');
    damaged('bob@b.test: Rejected: hi', REJECTED, 'x', 'Envelope-To: bob@b.test');
    damaged('bob@b.test: Rejected: hi', REJECTED, 'x', 'Delivered-To: bob@b.test');
    damaged('bob@b.test: Rejected: hi', REJECTED, 'x', 'To: bob@b.test  ');
    damaged('bob@b.test: full', REJECTED, 'x', 'To: bob@b.test', 'Content-Type: text/plain', '', 'full', '--b');
    damaged(undefined, REJECTED, 'x', 'To: Bob and others');
    damaged(undefined, ['Subject: Rejected: hi'], 'x', 'To: bob@b.test');
    damaged(undefined, ['Subject: hi', 'Auto-Submitted: auto-replied'], 'x', 'To: bob@b.test');
    const type = 'Content-Type: multipart/report; report-type=disposition-notification; boundary=b';
    damaged(
      'bob@b.test: Automatically rejected mail',
      ['Subject: Automatically rejected mail', type],
      'x',
      'To: bob@b.test',
    );
    damaged('bob@b.test: Rejected: x', ['Subject: Rejected: x', type], 'x', 'To: bob@b.test');
    damaged(
      'bob@b.test: Rejected: x',
      ['Subject: Rejected: x', type],
      'To: kim@b.test',
      'Final-Recipient: rfc822; bob@b.test',
    );
    damaged(undefined, ['Subject: Read: x', type], 'x', 'To: bob@b.test');
  });
});
