import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';
import { userAnswer } from '../report/filled.ts';

const verdicts = (...lines: readonly string[]): readonly Verdict[] => readVerdicts(readTicket(`${lines.join('\n')}\n`));
const forUser = (text: string): string => userAnswer(readTicket(text)) ?? '';
const first = (...lines: readonly string[]): string => verdicts(...lines)[0]?.summary ?? '';

describe('a receipt that was pasted', () => {
  const head = ['Your message', '   To: bob@contoso.test', '   Subject: Offer', '   Sent: Friday, 4:12:00 PM'];

  it('says that the message was shown, and to whom', () => {
    const [shown] = verdicts(...head, 'was read on Friday, 4:40:33 PM.', '', 'He says he never got it.');
    assert.match(shown?.summary ?? '', /was shown to the recipient/);
    assert.deepEqual([shown?.recipients, shown?.failed, shown?.reached], [['bob@contoso.test'], false, true]);
    assert.match(
      first(
        'This is a Return Receipt for the mail that you sent to bob@contoso.test.',
        '',
        'Note: This Return Receipt only acknowledges that the message was displayed on the computer.',
      ),
      /was shown/,
    );
  });

  it('names the recipient, however the address stands behind the name', () => {
    for (const to of [
      'Bob <bob@contoso.test>',
      'Bob (bob@contoso.test)',
      '"bob@contoso.test"',
      'Bob:bob@contoso.test;x',
      'b,bob@contoso.test, Eve',
    ])
      assert.deepEqual(
        verdicts(`To: ${to}`, ...head.slice(2), 'was read on Friday, 4:40:33 PM.')[0]?.recipients,
        ['bob@contoso.test'],
        to,
      );
  });

  it('says that it was deleted unread, in other languages, too', () => {
    assert.match(first(...head, 'was deleted without being read on Friday.'), /arrived, and was deleted without/);
    assert.match(
      first(
        'An: Bauleitung',
        'Betreff: Frist',
        'Gesendet: Mittwoch, 18. November 2026',
        '',
        'wurde am Freitag, 20. November 2026 ungelesen gelöscht.',
      ),
      /deleted without/,
    );
  });

  it('is none in the words of a person', () => {
    assert.deepEqual(verdicts('He says that it was read on Friday.'), []);
    assert.deepEqual(verdicts('To: you', '', 'was read on Friday'), []);
  });
});

describe('a notice of Exchange that mail was handed over', () => {
  it('is no failure', () => {
    const [one, ...others] = verdicts(
      'Delivery to these recipients or groups is complete, but no delivery notification was sent by the destination server:',
      '',
      'bob@contoso.test (bob@contoso.test)',
    );
    assert.deepEqual(
      [one?.code, one?.role, one?.failed, one?.recipients, others],
      ['accepted', 'success', false, ['bob@contoso.test'], []],
    );
  });
});

describe('a message that a list holds for its moderator', () => {
  const text =
    "From: list-bounces@contoso.test\nTo: ann@fabrikam.test\nSubject: Your message to List awaits moderator approval\n\nYour mail to 'List' with the subject\n\n    Offer\n\nIs being held until the list moderator can review it for approval.\n";

  it('waits, and the list acts', () => {
    const [one] = readVerdicts(readTicket(text));
    assert.deepEqual([one?.code, one?.role, one?.actor], ['list-problem', 'waiting', 'receiving admin']);
    const user = forUser(text);
    assert.match(user, /is held back\.\n\nWhy: The moderator of the list has to let it through\./);
    assert.doesNotMatch(user, /tries again/);
  });

  it('is none where nobody holds it', () => {
    assert.deepEqual(readVerdicts(readTicket(text.replace('Is being held', 'Was posted'))), []);
  });
});

describe('a report that was pasted with the header of the message', () => {
  it('stands before what the message tells, whatever it is', () => {
    const failed = verdicts(
      ...['Feedback-Type: auth-failure', 'Version: 1', 'Source-IP: 192.0.2.15', 'Auth-Failure: dmarc', ''],
      'Received: from [192.0.2.15] (unknown [192.0.2.15]) by mx.contoso.test; Fri, 27 Nov 2026 19:22:05 +0000',
      ...['From: ann@fabrikam.test', 'Subject: x', '', 'x'],
    );
    assert.deepEqual(
      failed.map(({ stage }) => stage),
      ['report', 'header'],
    );
    const told = verdicts(
      ...['Feedback-Type: abuse', 'User-Agent: x/1', 'Version: 1', 'Source-IP: 192.0.2.15', ''],
      'Received: from a.test (a.test [192.0.2.15]) by mx.contoso.test with ESMTP; Fri, 27 Nov 2026 19:22:05 +0000',
      ...['From: News <news@a.test>', 'Subject: x', 'List-Unsubscribe: <https://a.test/u>', '', 'x'],
    );
    assert.deepEqual(
      told.map(({ code }) => code),
      ['complaint', 'arrived'],
    );
  });
});

describe('a delay that names its recipient', () => {
  it('is one, however somebody asks about it, and says how long it is tried', () => {
    const text =
      'Is our mail server down?\n\nDelivery to the following recipient has been delayed:\n\n     bob@contoso.test\n\nMessage will be retried for 1 more day(s)\n\nThe recipient server did not accept our requests to connect.\n';
    const [one] = readVerdicts(readTicket(text));
    assert.deepEqual([one?.role, one?.recipients], ['waiting', ['bob@contoso.test']]);
    assert.match(forUser(text), /tries again by itself until 1 day after the notice\./);
  });
});

describe('a delay of which nobody tells the cause', () => {
  it('is told to users without one', () => {
    const text =
      'Delivery is delayed to these recipients or groups:\n\nbob@contoso.test\n\nThis message has not been delivered yet. Delivery will continue to be attempted.\n';
    assert.match(forUser(text), /was not delivered yet\./);
    assert.doesNotMatch(forUser(text), /reached/);
  });
});
