import { lostFolding } from '../../../../src/core/problems/rules/lostFolding.ts';
import { repeatedFields } from '../../../../src/core/problems/rules/repeatedFields.ts';
import { senderNames } from '../../../../src/core/problems/rules/senderNames.ts';
import { wrongDates } from '../../../../src/core/problems/rules/wrongDates.ts';
import { textFinds } from '../ruleFinds.ts';

const TO = 'To: c@c.test /  / hi';

describe('a sender', () => {
  it('is told where he may be taken for another', () =>
    textFinds(
      senderNames,
      [
        [`From: Bob <b@a.test> / ${TO}`, ''],
        [`From: "ceo@a.test" <x@b.test> / ${TO}`, 'from-name-address-differs "ceo@a.test" (ceo@a.test, b.test)'],
        [`Reply-To: "ceo@a.test" <x@b.test> / From: x@b.test / ${TO}`, ''],
        [`From: b@a.test / Reply-To: b@a.test / ${TO}`, ''],
        [`From: b@a.test / Reply-To: b@mail.a.test / ${TO}`, ''],
        [`From: b@a.test / Reply-To: Bob <b@b.test> / ${TO}`, 'reply-to-differs b@b.test (b.test, a.test)'],
        [`From: b@a.test / Reply-To: b@b.test / List-Id: <x.b.test> / ${TO}`, ''],
        [`From: b@a.test / Reply-To: b@b.test / List-Post: <mailto:x@b.test> / ${TO}`, ''],
        [`Reply-To: b@b.test / Subject: x / ${TO}`, ''],
      ],
      'message',
    ));
});

describe('a field', () => {
  it('is told where it stands again though it may not (RFC 5322 3.6)', () =>
    textFinds(
      repeatedFields,
      [
        [`From: a@a.test / Subject: x / ${TO}`, ''],
        [
          `From: a@a.test / Subject: x / SUBJECT: y / subject: z / ${TO}`,
          'field-repeated SUBJECT (SUBJECT) | field-repeated subject (subject)',
        ],
        [`From: a@a.test / Received: x / Received: y / X-A: 1 / X-A: 2 / ${TO}`, ''],
      ],
      'message',
    ));

  it('is told where the blank in front of its further lines was lost', () =>
    textFinds(
      lostFolding,
      [
        [
          `Received: from a.test / by b.test / with SMTP; Fri, 20 Nov 2026 10:00:00 +0000 / From: a@a.test / ${TO}`,
          'header-folding-lost by b.test (2)',
        ],
        [`Received: from a.test /  by b.test / From: a@a.test / ${TO}`, ''],
      ],
      'message',
    ));

  it('is told where its date is none (RFC 5322 3.3)', () =>
    textFinds(
      wrongDates,
      (
        [
          ['Fri, 20 Nov 2026 10:00:00 +0000', ''],
          ['Sat, 31 Dec 2016 23:59:60 +0000', ''],
          ['Mon, 20 Nov 2026 10:00:00 +0000', 'date-wrong Mon, 20 Nov 2026 10:00:00 +0000 (wrong-weekday)'],
          ['tomorrow', 'date-wrong tomorrow (unreadable)'],
        ] as const
      ).map(([date, expected]) => [`From: a@a.test / Date: ${date} / ${TO}`, expected]),
      'message',
    ));
});
