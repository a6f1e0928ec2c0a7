import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { readTicket } from '../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../src/core/verdict/verdict.ts';

interface Outcome {
  readonly accepted: boolean | null;
  /** Counts from 1. */
  readonly firstFailure: number | null;
  readonly failures: readonly number[];
}

function judged(file: string): { verdicts: readonly Verdict[]; lineOf: (verdict: Verdict) => number } {
  const ticket = readTicket(readFileSync(file, 'utf8'));
  return { verdicts: readVerdicts(ticket), lineOf: ({ span }) => ticket.lines.lineOf(span.start) + 1 };
}

describe('verdicts on recorded sessions', () => {
  const files = globSync('test/corpus/transcripts/*/*.expect.json').flatMap((file) => {
    const { outcome } = JSON.parse(readFileSync(file, 'utf8')) as { outcome?: Outcome };
    return outcome === undefined ? [] : [{ file: file.replace('.expect.json', '.txt'), outcome }];
  });

  it('are about all of them', () => assert.ok(files.length >= 120, String(files.length)));

  it('begin with the line of the first failure', () => {
    for (const { file, outcome } of files) {
      if (outcome.firstFailure === null) continue;
      const { verdicts, lineOf } = judged(file);
      assert.ok(verdicts[0] !== undefined, file);
      assert.equal(lineOf(verdicts[0]), outcome.firstFailure, file);
    }
  });

  it('name no failure where all was accepted', () => {
    for (const { file, outcome } of files) {
      if (outcome.accepted !== true || outcome.failures.length > 0) continue;
      const failed = judged(file).verdicts.filter((verdict) => verdict.failed);
      assert.deepEqual(failed, [], file);
    }
  });
});

/** The class that a person chooses who reads the report. */
const bounces: Readonly<Record<string, string>> = {
  'dsn-exim-pipe-failed': 'delivery-program-failed',
  'dsn-exim-unknown-user': 'recipient-unknown',
  'dsn-opensmtpd-unknown-user': 'recipient-unknown',
  'dsn-postfix-domain-not-found': 'domain-not-found',
  'dsn-postfix-null-mx': 'mail-not-accepted',
  'dsn-postfix-unknown-user': 'recipient-unknown',
  'dsn-sendmail-expired': 'expired',
  'dsn-sendmail-unknown-user': 'recipient-unknown',
  'notify-postfix-greylist-transcript': 'greylisted',
  'notify-postfix-postmaster-bounce-copy': 'recipient-unknown',
  'notify-postfix-size-transcript': 'message-too-large',
  'notify-postfix-unknown-user-transcript': 'recipient-unknown',
};

describe('verdicts on recorded bounces', () => {
  for (const [name, reason] of Object.entries(bounces)) {
    it(`${name} is ${reason}`, () => {
      const { verdicts } = judged(`test/corpus/mail/${name}.eml`);
      assert.equal(verdicts.find((verdict) => verdict.failed)?.code, reason);
    });
  }

  it('say of a delivery that it was made', () => {
    const { verdicts } = judged('test/corpus/mail/dsn-postfix-success-full-opensmtpd.eml');
    assert.deepEqual(
      verdicts.map(({ role }) => role),
      ['success'],
    );
  });
});

/** Words of bounces and events as guides quote them, in the wrapping and with the quoting marks that they have there. */
const quoted: readonly (readonly [reason: string, text: string])[] = [
  ['relaying-denied', '550 5.7.1 remote@remotedomain.example... Relaying denied. Proper authentication \nrequired.\n'],
  [
    'connection-failed',
    '> Your message did not reach some or all of the intended recipients.\n>\n> The following recipient(s) could not be reached:\n>\n> user@destination.example on 9/12/02 3:39 PM\n> Your mail system could not find a way to successfully communicate with the destination system. Please notify your administrator. <server.source.example> #5.5.0\n',
  ],
  [
    'connection-failed',
    'Event Type: Warning\nEvent Source: MSExchangeTransport\nEvent ID: 4000\nDescription: Message delivery to the remote domain destination.example failed for the following reason: SMTP protocol error.\n',
  ],
  [
    'tls-required',
    'Verify the email address in your account properties. Server responded: 530\n5.7.0. Issue a STARTTLS command first.\n',
  ],
];

describe('verdicts on quoted bounces', () => {
  for (const [reason, text] of quoted) {
    it(`${JSON.stringify(text.slice(0, 50))} is ${reason}`, () => {
      const verdicts = readVerdicts(readTicket(text));
      assert.equal(verdicts.find((verdict) => verdict.failed)?.code, reason, JSON.stringify(verdicts));
    });
  }
});
