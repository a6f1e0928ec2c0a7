import assert from 'node:assert/strict';
import { messageTokens } from '../../../../src/core/features/tokens/messageTokens.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

/** Each coloured word as `type.modifier words`, without the names of fields. */
function coloured(text: string): readonly string[] {
  const message = readMessage(text, new Lines(text), 0, text.length);
  const tokens = messageTokens(text, message);
  assert.deepEqual(
    tokens.map(({ start }) => start),
    tokens.map(({ start }) => start).sort((a, b) => a - b),
  );
  return tokens.map(({ start, end, type, modifier }) =>
    [[type, ...(modifier === undefined ? [] : [modifier])].join('.'), text.slice(start, end)].join(' '),
  );
}

const report = (...fields: readonly string[]): string =>
  [
    ...['Content-Type: multipart/report; report-type=delivery-status; boundary=b', '', '--b', '', 'words', '--b'],
    ...['Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.a.test', '', ...fields, '', '--b--', ''],
  ].join('\n');

describe('the colours of a message', () => {
  const names = (text: string): readonly string[] =>
    coloured(text).flatMap((one) => (one.startsWith('mailFieldName ') ? [one.slice(14)] : []));
  it('are on the names of all fields, those of parts and of messages in it among them', () => {
    assert.deepEqual(names('From: a\nX-A : b\n\nTo: c\n'), ['From', 'X-A']);
    assert.deepEqual(
      names(
        'Content-Type: multipart/mixed; boundary=b\n\n--b\nX-P: 1\n\nx\n--b\nContent-Type: message/rfc822\n\nTo: y\n\nz\n--b--\n',
      ),
      ['Content-Type', 'X-P', 'Content-Type', 'To'],
    );
  });
});

describe('the colours of a delivery status (RFC 3464 2.2, 2.3)', () => {
  const tells = (field: string, ...expected: readonly string[]): void => {
    it(field, () => {
      const all = coloured(report('Final-Recipient: rfc822; x@y.test', field));
      const rest = all.filter((one) => !one.startsWith('mailFieldName '));
      assert.deepEqual(rest, ['mailHost mx.a.test', 'mailAddress x@y.test', ...expected]);
    });
  };
  tells('Original-Recipient: rfc822;bob@b.test', 'mailAddress bob@b.test');
  tells('Original-Recipient: bob@b.test  ', 'mailAddress bob@b.test');
  tells('Remote-MTA: dns; mx.b.test', 'mailHost mx.b.test');
  tells('Received-From-MTA: dns;mx.c.test', 'mailHost mx.c.test');
  tells('Action: failed', 'mailStatus.permanent failed');
  tells('Action: Delayed (x)', 'mailStatus.transient Delayed');
  for (const good of ['delivered', 'relayed', 'expanded']) tells(`Action: ${good}`, `mailStatus.positive ${good}`);
  tells('Action: moo', 'mailStatus moo');
  tells('Action:');
  tells('Status: 5.1.1', 'mailStatus.permanent 5.1.1');
  tells('Status: 4.4.1 (no answer)', 'mailStatus.transient 4.4.1');
  tells('Status: 2.0.0', 'mailStatus.positive 2.0.0');
  tells('Status: 3.0.0', 'mailStatus 3.0.0');
  tells('Diagnostic-Code: smtp; 550 5.1.1 no', 'smtpReply.permanent 550 5.1.1', 'smtpReplyText.permanent  no');
  tells('Diagnostic-Code: smtp; 450-4.2.0 no', 'smtpReply.transient 450-4.2.0', 'smtpReplyText.transient  no');
  tells('Diagnostic-Code: 250 ok', 'smtpReply.positive 250', 'smtpReplyText.positive  ok');
  tells('Diagnostic-Code: smtp; 550', 'smtpReply.permanent 550');
  tells('Diagnostic-Code: smtp; 5501 no');
  tells('Diagnostic-Code: x-unix; no');
  tells('Arrival-Date: Fri, 20 Nov 2026 10:00:00 +0000');
});
