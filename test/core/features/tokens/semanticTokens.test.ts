import assert from 'node:assert/strict';
import { semanticTokens } from '../../../../src/core/features/tokens/semanticTokens.ts';
import { inOrder, modifierOf, tokenOf } from '../../../../src/core/features/tokens/tokens.ts';
import type { Start } from '../../../../src/core/ticket/ticket.ts';
import { open } from '../cursor.ts';
import { shown } from '../facts.ts';

/** Each coloured piece of a text as `line: text type.modifier`, from the first of these lines to the last. */
const colours = (text: string, [first, last]: readonly [number, number], ...expected: readonly string[]): void => {
  const start: Start = text.startsWith('From:') ? 'message' : 'anywhere';
  const found = shown(text, start).colours.filter((one) => first <= Number.parseInt(one, 10));
  assert.deepEqual(
    found.filter((one) => Number.parseInt(one, 10) <= last),
    expected,
  );
};

describe('the colours of a session', () => {
  const session = (rest: string): string => `220 mx.b.test ESMTP\nEHLO a.test\n250 mx.b.test\n${rest}`;
  it('tell codes from words, by their class', () =>
    colours(
      session(
        'MAIL FROM:<a@a.test> SIZE=9\n450-4.2.0 wait\n450 4.2.0 a bit\nMOO x\n502 5.5.1\nRCPT TO: broken\n999 odd\n',
      ),
      [4, 10],
      '4: MAIL smtpCommand',
      '4: FROM:< smtpArgument',
      '4: a@a.test mailAddress',
      '4: > SIZE=9 smtpArgument',
      '5: 450-4.2.0 smtpReply.transient',
      '5: wait smtpReplyText.transient',
      '6: 450 4.2.0 smtpReply.transient',
      '6: a bit smtpReplyText.transient',
      '7: MOO smtpCommand.invalid',
      '7: x smtpArgument',
      '8: 502 5.5.1 smtpReply.permanent',
      '9: RCPT smtpCommand',
      '9: TO: broken smtpArgument',
      '10: 999 smtpReply.invalid',
      '10: odd smtpReplyText.invalid',
    ));
  it('hide what logs somebody in, and show data', () =>
    colours(
      session('HELO a.test\n250 ok\nAUTH PLAIN\n334\nAGEAYg==\n235 2.7.0 ok\nDATA\n354 go\nSubject: x\n\nhello\n.\n'),
      [4, 15],
      '4: HELO smtpCommand',
      '4: a.test mailHost',
      '5: 250 smtpReply.positive',
      '5: ok smtpReplyText.positive',
      '6: AUTH smtpCommand',
      '6: PLAIN smtpSecret',
      '7: 334 smtpReply.intermediate',
      '8: AGEAYg== smtpSecret',
      '9: 235 2.7.0 smtpReply.positive',
      '9: ok smtpReplyText.positive',
      '10: DATA smtpCommand',
      '11: 354 smtpReply.intermediate',
      '11: go smtpReplyText.intermediate',
      '12: Subject: x smtpData',
      '14: hello smtpData',
      '15: . smtpData',
    ));
});

describe('the colours of a delivery status', () => {
  const report = (fields: string): string =>
    `From: m@a.test\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.a.test\n\n${fields}\n--b--\n`;
  it('name whom and where', () =>
    colours(
      report(
        'Final-Recipient: rfc822; b@b.test\nOriginal-Recipient: c@b.test\nRemote-MTA: dns;mx.b.test\nX-A: dns; b\n',
      ),
      [8, 13],
      '8: Reporting-MTA mailFieldName',
      '8: mx.a.test mailHost',
      '10: Final-Recipient mailFieldName',
      '10: b@b.test mailAddress',
      '11: Original-Recipient mailFieldName',
      '11: c@b.test mailAddress',
      '12: Remote-MTA mailFieldName',
      '12: mx.b.test mailHost',
      '13: X-A mailFieldName',
    ));
  const one = (field: string, ...expected: readonly string[]): void => {
    it(field, () =>
      colours(
        report(`${field}\n`),
        [10, 11],
        `10: ${field.split(':', 1)[0]} mailFieldName`,
        ...expected.map((word) => `${word.startsWith('>') ? 11 : 10}: ${word.replace('>', '')}`),
      ),
    );
  };
  one('Received-From-MTA: dns; pc.a.test', 'pc.a.test mailHost');
  one('Action: failed', 'failed mailStatus.permanent');
  one('Action: delayed (for now)', 'delayed mailStatus.transient');
  one('ACTION: Delivered', 'Delivered mailStatus.positive');
  one('Action: relayed', 'relayed mailStatus.positive');
  one('Action: expanded', 'expanded mailStatus.positive');
  one('Action: moo', 'moo mailStatus');
  one('Action: ()');
  one('Status: 5.1.1', '5.1.1 mailStatus.permanent');
  one('Status: 4.4.1 (no)', '4.4.1 mailStatus.transient');
  one('Status: 2.0.0', '2.0.0 mailStatus.positive');
  one('Status: 3.0.0', '3.0.0 mailStatus');
  one('Status: 15.0.0', '15.0.0 mailStatus');
  one('Diagnostic-Code: smtp; 550 5.1.1 no', '550 5.1.1 smtpReply.permanent', ' no smtpReplyText.permanent');
  one('Diagnostic-Code: smtp;451-4.4.1 no', '451-4.4.1 smtpReply.transient', ' no smtpReplyText.transient');
  one('Diagnostic-Code: 250 ok', '250 smtpReply.positive', ' ok smtpReplyText.positive');
  one('Diagnostic-Code: smtp; 550', '550 smtpReply.permanent');
  one(
    'Diagnostic-Code: smtp; 550 no such\n user',
    '550 smtpReply.permanent',
    ' no such smtpReplyText.permanent',
    '> user smtpReplyText.permanent',
  );
  one('Diagnostic-Code: x-unix; no room');
  one('Diagnostic-Code: smtp; 5501 no');
  one('Diagnostic-Code: smtp; 350 no');
});

describe('tokens', () => {
  it('have the class of a code', () =>
    assert.deepEqual([199, 200, 299, 300, 399, 400, 499, 500, 599, 600].map(modifierOf), [
      'invalid',
      'positive',
      'positive',
      'intermediate',
      'intermediate',
      'transient',
      'transient',
      'permanent',
      'permanent',
      'invalid',
    ]));
  it('are none where nothing stands', () => {
    assert.deepEqual(tokenOf(undefined, 'mailId'), []);
    assert.deepEqual(tokenOf({ start: 3, end: 3 }, 'mailId'), []);
    assert.deepEqual(tokenOf({ start: 3, end: 4 }, 'mailId', 'positive'), [
      { start: 3, end: 4, type: 'mailId', modifier: 'positive' },
    ]);
    assert.deepEqual(tokenOf({ start: 3, end: 4 }, 'mailId'), [{ start: 3, end: 4, type: 'mailId' }]);
  });
  it('stand in order, the first of two that overlap', () => {
    const at = (start: number, end: number) => ({ start, end, type: 'mailId' }) as const;
    assert.deepEqual(inOrder([at(5, 7), at(0, 3), at(2, 5), at(3, 5), at(6, 9), at(7, 8)]), [
      at(0, 3),
      at(3, 5),
      at(5, 7),
      at(7, 8),
    ]);
  });
  it('are those of a range alone, cut at its ends', () => {
    const { document, ticket } = open('220 mx.b.test ESMTP\nEHLO a.test\n250 mx.b.test\n');
    const of = (from: readonly [number, number], to: readonly [number, number]): readonly number[] =>
      semanticTokens(document, ticket, {
        start: { line: from[0], character: from[1] },
        end: { line: to[0], character: to[1] },
      }).data;
    assert.deepEqual(of([1, 0], [1, 11]), [1, 0, 4, 0, 0, 0, 5, 6, 9, 0]);
    assert.deepEqual(of([1, 2], [1, 7]), [1, 2, 2, 0, 0, 0, 3, 2, 9, 0]);
    assert.deepEqual(of([0, 3], [1, 0]), [0, 4, 15, 3, 1]);
    assert.deepEqual(of([2, 3], [2, 3]), []);
  });
});
