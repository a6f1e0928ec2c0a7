import assert from 'node:assert/strict';
import { readPastedNotice, unquotedText } from '../../../../src/core/mail/bounces/pastedNotice.ts';

const BOB = 'bob@fabrikam.test';

/** Each recipient of what was pasted as `address action status: what was said`. */
function told(...lines: readonly string[]): readonly string[] | undefined {
  const text = lines.join('\n');
  return readPastedNotice(text, 0, text.length)?.recipients.map(
    ({ finalRecipient = '-', action = '-', status = '-', diagnostic = '-' }) =>
      `${finalRecipient} ${action} ${status}: ${diagnostic.replaceAll('\n', ' / ')}`,
  );
}

const is = (expected: readonly string[] | undefined, ...lines: readonly string[]): void =>
  assert.deepEqual(told(...lines), expected, lines.join(' / '));

const NO = '550 5.1.1 no such user';
const FAILED = [`${BOB} failed 5.1.1: ${NO}`];

describe('a notice as people paste it', () => {
  it('has the fields of a status, or some of them', () => {
    is(FAILED, `Final-Recipient: rfc822; ${BOB}`, 'Action: failed', 'Status: 5.1.1', `Diagnostic-Code: ${NO}`);
    is(FAILED, `> Final-Recipient: rfc822; ${BOB}`, '> Action: failed', '> Status: 5.1.1', `> Diagnostic-Code: ${NO}`);
    is(
      [`${BOB} delayed 4.2.2: 452 4.2.2 full`],
      'we see',
      '',
      `Original-Recipient: ${BOB}`,
      `Final-Recipient: ${BOB}`,
      'Action: delayed',
      'Diagnostic-Code: 452 4.2.2 full',
      'Status: 4.2.2',
    );
    is([`- failed -: ${NO}`], `Diagnostic-Code: ${NO}`);
    is([`- failed 5.1.1: ${NO}`], 'Action: failed', 'Status: 5.1.1', `Diagnostic-Code: ${NO}`);
    is([`${BOB} failed -: 550 no`], `Final-Recipient: ${BOB}`, 'Diagnostic-Code: 550 no', '', 'hello', '', 'x');
    is(undefined, 'Status: 5.1.1');
  });

  it('begins with a sentence of a mailer', () => {
    for (const opening of [
      'Your message to the following could not be delivered:',
      'The following message was undeliverable.',
      'Delivery has failed to these recipients or groups:',
      'Delivery to the following recipient failed permanently:',
      'This is the mail system at host mx.contoso.test.',
      'A message that you sent could not be delivered to one or more of its recipients.',
      "Hi. This is the qmail-send program at mx. I'm afraid I wasn't able to deliver your message.",
      'Undeliverable: hello',
      'Mail delivery failed: returning message to sender',
      'Ihre Nachricht konnte nicht zugestellt werden:',
      'Unzustellbar: Hallo',
      "Votre message n'a pas pu être remis :",
      'Su mensaje no se pudo entregar:',
      'O seu e-mail não foi entregue:',
      'Il messaggio non è stato recapitato:',
      'Het bericht is niet bezorgd, het is mislukt: onbestelbaar',
      'Twoja wiadomość nie została dostarczona',
      'Ваше письмо не было доставлено',
      'Váš e-mail nebyl doručen: nedoručeno',
      'Meddelandet kunde inte levereras',
      '以下收件人无法送达',
      '次のメールは配信できません',
    ])
      is(FAILED, opening, '', `<${BOB}>: ${NO}`);
  });

  it('begins with a recipient', () => {
    is(FAILED, `<${BOB}>: host mx.fabrikam.test[192.0.2.1] said: ${NO}`);
    is(FAILED, `<${BOB}> (expanded from <info@contoso.test>): host mx said: ${NO}`);
    is(FAILED, `${BOB}: ${NO}`);
    is(FAILED, 'We got that:', '', `<${BOB}>: host mx.fabrikam.test said: ${NO}`);
    is(FAILED, BOB, NO);
    is(FAILED, `<${BOB}>:`, NO);
    is(FAILED, BOB, `Remote host said: ${NO}`);
    is(FAILED, BOB, '192.0.2.1 does not like recipient.', `Remote host said: ${NO}`);
    is(undefined, BOB, 'hello');
    is(FAILED, BOB, '', `Remote host said: ${NO}`);
    is(FAILED, BOB, '', '', `Remote host said: ${NO}`);
    is(undefined, BOB, '', '', '', `Remote host said: ${NO}`);
    is(undefined, 'x', BOB);
    is(
      [`${BOB} failed -: -`],
      'Ihre Nachricht konnte nicht zugestellt werden:',
      'bob wasn\u2019t found at fabrikam.test.',
    );
    is([`${BOB} failed -: -`], '您的邮件无法送达', '在 fabrikam.test 中找不到 bob');
    const text = `We got that:\n\n<${BOB}>: host mx.fabrikam.test said: ${NO}`;
    const [one] = readPastedNotice(text, 0, text.length)?.recipients ?? [];
    assert.equal(text.slice(one?.start, one?.end), BOB);
    assert.equal(text.slice(one?.diagnosticSpan?.start, one?.diagnosticSpan?.end), NO);
  });

  it('has whom somebody wrote to in a sentence above', () => {
    is(FAILED, `I wrote to ${BOB} and got:`, '', `Remote host said: ${NO}`);
    is(undefined, `I wrote to ${BOB} and got an answer`);
  });

  it('is none where people speak, where a program logs, or where nobody is named', () => {
    is(undefined, 'hello');
    is(undefined, 'The message could not be delivered');
    is(undefined, `I think my mail to ${BOB} could not be delivered`);
    is(undefined, `2026-11-20 10:00:00 could not be delivered: <${BOB}>: ${NO}`);
    is(undefined, `[2026-11-20T10:00:00Z] x`, `<${BOB}>: host mx said: ${NO}`);
    is(undefined, `mail.smtp - error - x`, `<${BOB}>: host mx said: ${NO}`);
    is(undefined, `level=error msg=x`, `<${BOB}>: host mx said: ${NO}`);
    is(undefined, `to ${BOB} delivery failed 450 4.2.2 later`);
  });

  it('is a delay where every reply is one of 4yz', () => {
    is([`${BOB} delayed 4.2.2: 452 4.2.2 full`], `<${BOB}>: host mx said: 452 4.2.2 full`);
    is(
      [`${BOB} failed 4.2.2: 452 4.2.2 full`],
      'Your message was undeliverable:',
      '',
      `<${BOB}>: host mx said: 452 4.2.2 full`,
    );
  });

  it('says that mail was handed over', () => {
    for (const words of [
      'Delivery to these recipients or groups is complete, but no delivery notification was sent by the destination server:',
      'Die Zustellung an folgende Empfänger oder Gruppen ist abgeschlossen, aber:',
    ])
      is([`${BOB} relayed 2.0.0: -`], words, '', BOB);
  });

  it('has words and fields of the same recipients, or of several', () => {
    const EVE = 'eve@fabrikam.test';
    const sorry = 'Your message could not be delivered:';
    is([`${BOB} failed -: 550 no`], sorry, '', `<${BOB}>: unknown`, '', 'Action: failed', 'Diagnostic-Code: 550 no');
    is(
      [`${BOB} failed -: 551 x`, `${EVE} failed -: 552 y`],
      sorry,
      '',
      `<${BOB}>: 551 x`,
      `<${EVE}>: 552 y`,
      '',
      'Action: failed',
      'Status: 5.0.0',
    );
    is(
      [`${BOB} failed -: 550 no`, `${EVE} failed -: 552 y`],
      ...[
        sorry,
        '',
        `<${BOB}>: 551 x`,
        `<${EVE}>: 552 y`,
        '',
        `Final-Recipient: rfc822; ${BOB}`,
        'Action: failed',
        'Diagnostic-Code: 550 no',
      ],
    );
    is(
      [`${BOB} failed -: 550 no`],
      ...[
        sorry,
        '',
        `<kim@b.test>: 551 x`,
        `<${EVE}>: 552 y`,
        '',
        `Final-Recipient: rfc822; ${BOB}`,
        'Action: failed',
        'Diagnostic-Code: 550 no',
      ],
    );
  });

  it('has the story of a person in front, or none', () => {
    is(FAILED, 'Hi all,', 'I got that today:', '', 'Your message could not be delivered:', `<${BOB}>: ${NO}`);
    is(undefined, 'Hi all,', `I got ${NO} for ${BOB} from my server`);
    is(FAILED, `Hi all, see`, '', BOB, NO);
  });

  it('may be cut, and says that it waited', () => {
    const fields = [`Final-Recipient: rfc822; ${BOB}`, 'Action: failed'].join('\n');
    const long = `${fields}\n\nX-A: ${'x'.repeat(24 * 1024)}`;
    const cut = readPastedNotice(long, 0, long.length);
    assert.deepEqual(
      cut?.cuts?.map(({ what, left, end }) => `${what} ${left} ${end}`),
      [`characters ${long.length - 24 * 1024} ${long.length}`],
    );
    assert.equal(readPastedNotice(fields, 0, fields.length)?.cuts, undefined);
    const waited = `Your message was not delivered within 3 days:\n\n<${BOB}>: ${NO}`;
    assert.deepEqual(
      [readPastedNotice(waited, 0, waited.length)?.waited, readPastedNotice(waited, 0, waited.length)?.format],
      [true, 'notice'],
    );
    assert.equal(readPastedNotice(`xx${fields}`, 2, fields.length + 2)?.recipients[0]?.start, 2);
    assert.equal(readPastedNotice(fields, 0, 10), undefined);
  });

  it('is looked at up to 24 KiB', () => {
    const text = `${'x\n'.repeat(12 * 1024)}<${BOB}>: host mx said: ${NO}`;
    assert.equal(readPastedNotice(text, 0, text.length), undefined);
  });
});

describe('a text without the marks of a quotation', () => {
  const lines = (text: string): readonly string[] => unquotedText(text, 0, text.length).lines.text.split('\n');

  it('has its lines where they stand', () => {
    assert.deepEqual(lines('> a\n>> b\n > > c\n| d\n>e\nf > g'), ['a', 'b', 'c', 'd', 'e', 'f > g']);
    const text = 'x\n> abc';
    const notice = unquotedText(text, 0, text.length);
    const place = (line: number, from?: number, to?: number): string => {
      const { start, end } = notice.place(line, from, to);
      return text.slice(start, end);
    };
    assert.deepEqual([place(1, 1, 3), place(1), place(1, 1), place(9), place(0)], ['bc', 'abc', 'abc', 'abc', 'x']);
    const moved = unquotedText('> abc', 100, 105).place(0, 0, 1);
    assert.deepEqual(moved, { start: 102, end: 103 });
    assert.deepEqual(unquotedText('ab', 10, 20).unread, { start: 12, end: 20 });
    assert.equal(unquotedText('ab', 10, 12).unread, undefined);
  });

  it('has no links and entities', () => {
    for (const [written, shown] of [
      [`[${BOB}](mailto:${BOB})`, BOB],
      ['[fabrikam](https://fabrikam.test/x) y', 'fabrikam y'],
      [`${BOB}<mailto:${BOB}>`, BOB],
      [`<a href="mailto:${BOB}">${BOB}</a>`, BOB],
      [`&lt;${BOB}&gt;`, `<${BOB}>`],
      ['a\\_b\\*c\\d', 'a_b*c\\d'],
      ['a\u200bb', 'a\u200bb'],
      ['&amp;\u200b', '&'],
    ] as const)
      assert.deepEqual(lines(written), [shown]);
    const text = `[${BOB}](mailto:${BOB}) x`;
    assert.deepEqual(unquotedText(text, 0, text.length).place(0, 0, 3), { start: 0, end: text.length });
  });
});
