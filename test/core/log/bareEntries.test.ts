import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

/** Each verdict as `line role class queue-id recipients`. */
function told(...lines: readonly string[]): string[] {
  const ticket = readTicket(`${lines.join('\n')}\n`);
  return readVerdicts(ticket).map(({ span, role, code, queueId, recipients }) =>
    [ticket.lines.lineOf(span.start) + 1, role, code, queueId, ...recipients].join(' '),
  );
}

const REST =
  'relay=mx.contoso.test[192.0.2.1]:25, delay=0.9, delays=0/0/0.7/0.1, dsn=5.1.1, status=bounced (host mx.contoso.test[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command))';

describe('an entry whose time, host and program were cut off', () => {
  it('is an entry of its own, with its own recipient', () => {
    assert.deepEqual(
      told(
        `4F1A2B3C4: to=<ann@contoso.test>, ${REST}`,
        `4F1A2B3C5: to=<bob@contoso.test>, ${REST.replace('5.1.1 User unknown', '5.2.2 Mailbox full')}`,
      ),
      ['1 cause recipient-unknown 4F1A2B3C4 ann@contoso.test', '2 cause mailbox-full 4F1A2B3C5 bob@contoso.test'],
    );
  });

  it('may stand behind a bullet, the sign of a comment or of code, or a sentence', () => {
    for (const front of ['- ', '* ', '-- ', '# ', '// ', '; ', '`', '> ', '  ', '1. ', '* `', '**']) {
      assert.deepEqual(
        told('What does this mean?', '', `${front}4F1A2B3C4: to=<ann@contoso.test>, ${REST}`),
        ['3 cause recipient-unknown 4F1A2B3C4 ann@contoso.test'],
        front,
      );
    }
  });

  it('is one failure, though it has the status of the reply twice, and may lack its id', () => {
    assert.deepEqual(told(REST), ['1 cause recipient-unknown ']);
    assert.deepEqual(told(`to=<ann@contoso.test>, ${REST}`), ['1 cause recipient-unknown  ann@contoso.test']);
  });

  it('may be of Exim', () => {
    const end =
      'R=dnslookup T=remote_smtp H=mx.fabrikam.test [192.0.2.1]: SMTP error from remote mail server after RCPT TO:';
    for (const front of ['', '`', '- ']) {
      assert.deepEqual(
        told(
          'What is this?',
          '',
          `${front}1hhvrT-0006kr-BK ** bob@fabrikam.test ${end}<bob@fabrikam.test>: 550 User unknown`,
        ),
        ['3 cause recipient-unknown 1hhvrT-0006kr-BK bob@fabrikam.test'],
        front,
      );
    }
  });

  it('may be of sendmail, or tell of the door', () => {
    assert.deepEqual(
      told('# 6ALKBbCK006258: to=<ann@contoso.test>, relay=mx.contoso.test. [192.0.2.1], dsn=5.1.1, stat=User unknown'),
      ['1 cause recipient-unknown 6ALKBbCK006258 ann@contoso.test'],
    );
    assert.deepEqual(
      told(
        'NOQUEUE: reject: RCPT from unknown[192.0.2.9]: 554 5.7.1 <ann@contoso.test>: Relay access denied; from=<bob@fabrikam.test> to=<ann@contoso.test> proto=ESMTP helo=<pc>',
      ),
      ['1 cause relaying-denied  ann@contoso.test'],
    );
  });
});

describe('an entry that came again', () => {
  const entry = `4F1A2B3C4: to=<ann@contoso.test>, ${REST}`;
  const stamp = 'Nov 21 10:00:01 mx1 postfix/smtp[71]:';

  it('says what the entry in the brackets says', () => {
    assert.deepEqual(told(`${stamp} message repeated 2 times: [ ${entry}]`), [
      '1 cause recipient-unknown 4F1A2B3C4 ann@contoso.test',
    ]);
    assert.deepEqual(
      told(
        `${stamp} 4F1A2B3C4: to=<ann@contoso.test>, relay=none, delay=0.1, delays=0/0/0/0, dsn=5.4.6, status=bounced (mail for contoso.test loops back to myself)`,
        `${stamp} message repeated 3 times: [ 4F1A2B3C4: to=<ann@contoso.test>, relay=none, delay=0.1, delays=0/0/0/0, dsn=5.4.6, status=bounced (mail for contoso.test loops back to myself)]`,
        'Nov 21 10:00:09 mx1 last message repeated 2 times',
      ).map((line) => line.slice(2)),
      ['cause routing-failed 4F1A2B3C4 ann@contoso.test'],
    );
  });
});
