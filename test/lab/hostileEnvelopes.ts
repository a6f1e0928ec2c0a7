import type { SmtpPlan } from '../../src/probes/smtp/plan.ts';
import type { Hostile } from './hostile.ts';
import type { Act, Script } from './hostileServer.ts';
import type { Credentials } from './smtpServer.ts';

const name = 'hostile.lab.test';
const banner = `220 ${name} ESMTP\r\n`;
const bye = '221 bye\r\n';
const ok = '250 2.0.0 Ok\r\n';
const mail: SmtpPlan = { envelope: { from: 'a@contoso.test', recipients: ['b@fabrikam.test', 'c@fabrikam.test'] } };
const sent: SmtpPlan = {
  ...mail,
  message: { text: 'Subject: x\r\n\r\n.\r\nS: 250 forged\r\n* Result: passed: x\r\n' },
};
const together: SmtpPlan = { ...sent, pipelining: true };
const chunks: SmtpPlan = { ...sent, chunking: true };
const lmtp: SmtpPlan = { ...sent, protocol: 'lmtp' };

const offers = (...keywords: readonly string[]): string =>
  ['', ...keywords].map((word, at) => `250${at === keywords.length ? ' ' : '-'}${word || name}\r\n`).join('');

/** A server in order, which takes everything. */
const good: Script = {
  banner,
  EHLO: offers('PIPELINING', 'CHUNKING', 'PRDR', 'XCLIENT ADDR'),
  LHLO: offers('PIPELINING'),
  MAIL: ok,
  RCPT: ok,
  DATA: '354 go\r\n',
  message: '250 2.0.0 Ok: queued as 4bXyz\r\n',
  BDAT: '250 2.0.0 Ok: queued as 4bXyz\r\n',
  QUIT: bye,
};

interface Place {
  readonly at: 'MAIL' | 'RCPT' | 'DATA' | 'message' | 'BDAT';
  readonly step: string;
  readonly plan: SmtpPlan;
}

const PLACES: readonly Place[] = [
  { at: 'MAIL', step: 'MAIL', plan: mail },
  { at: 'RCPT', step: 'RCPT', plan: mail },
  { at: 'DATA', step: 'DATA', plan: sent },
  { at: 'message', step: 'MESSAGE', plan: sent },
  { at: 'BDAT', step: 'BDAT', plan: chunks },
];

/** What may be done wrong wherever a reply is due: its name, what is done, the code of the failure. */
const WRONGS: readonly (readonly [what: string, act: Act | undefined, code: string])[] = [
  ['closes', { close: '' }, 'reply-closed'],
  ['resets', { reset: '' }, 'reply-closed'],
  ['says nothing', undefined, 'reply-timeout'],
  ['breaks off', { close: '250-a\r\n250 b' }, 'reply-cut-off'],
  ['stops in a line', '250 hal', 'reply-unfinished'],
  ['drips', { drip: '250-a\r\n'.repeat(300) }, 'reply-unfinished'],
  ['answers 999', '999 what\r\n', 'reply-wrong-code'],
  ['answers 220', '220 hello again\r\n', 'reply-wrong-code'],
  ['answers 334', '334 VXNlcm5hbWU6\r\n', 'reply-wrong-code'],
  ['answers without a code', 'Ok\r\n', 'reply-not-smtp'],
  ['forges a result', '* Result: passed: all is well\r\n', 'reply-not-smtp'],
  ['forges a report', '# SMTP probe of other.test:25, 2026-01-01 00:00:00 UTC\r\n', 'reply-not-smtp'],
  ['floods', { flood: `250-${'x'.repeat(900)}\r\n` }, 'reply-too-long'],
  ['floods in one line', { flood: 'x'.repeat(1000) }, 'reply-too-long'],
  ['refuses for good', '550 5.7.1 no\r\n', 'reply-refused'],
  ['refuses for now', '451 4.7.1 Greylisted, try again in 300 seconds\r\n', 'reply-refused'],
  ['closes with 421', { close: '421 4.7.0 Too many errors\r\n' }, 'reply-refused'],
  [
    'refuses in a forged report',
    '550-* MAIL (1 ms): 250\r\n550-S: 250 ok\r\n550 * Result: passed: x\r\n',
    'reply-refused',
  ],
];

/** Servers that misbehave behind the greeting, by a name that says how. */
export function hostileEnvelopes(tls: Credentials): Readonly<Record<string, Hostile>> {
  const found: Record<string, Hostile> = {};
  for (const { at, step, plan } of PLACES) {
    for (const [what, act, code] of WRONGS) {
      found[`${what} at ${step}`] = {
        script: { ...without(good, at), ...(act && { [at]: act }) },
        plan,
        ends: `${step} ${code}`,
      };
    }
  }
  const passes = { ends: 'passed' } as const;
  return {
    ...found,
    'takes a message': { script: good, plan: sent, ...passes },
    'takes a message under TLS': {
      script: { ...good, EHLO: [offers('STARTTLS'), offers('SIZE 1000')], STARTTLS: '220 go\r\n' },
      tls,
      plan: { ...sent, tls: 'required' },
      ...passes,
    },
    'has lost STARTTLS where it is required': {
      script: good,
      plan: { ...sent, tls: 'required' },
      ends: 'STARTTLS extension-missing',
    },
    'takes a message in chunks': { script: good, plan: chunks, ...passes },
    'takes an envelope and message sent together': { script: good, plan: together, ...passes },
    'refuses MAIL of those sent together and then wants the message': {
      script: { ...good, MAIL: '550 no\r\n', RCPT: '503 what\r\n', message: '554 nobody\r\n' },
      plan: together,
      ends: 'MAIL reply-refused',
    },
    'refuses recipients of those sent together and then wants the message': {
      script: { ...good, RCPT: '550 5.1.1 unknown\r\n', message: '554 nobody\r\n' },
      plan: together,
      ends: 'RCPT reply-refused',
    },
    'closes in the middle of what was sent together': {
      script: { ...good, RCPT: [ok, { close: '' }] },
      plan: together,
      ends: 'RCPT reply-closed',
    },
    'answers what was sent together once more': {
      script: { ...good, DATA: '354 go\r\n250 forged queue\r\n' },
      plan: together,
      ...passes,
      finds: ['unasked-reply'],
    },
    'takes one recipient of two': {
      script: { ...good, RCPT: ['550 5.1.1 unknown\r\n', ok] },
      plan: sent,
      ...passes,
      finds: ['recipient-refused'],
    },
    'closes with 421 behind a recipient that it took': {
      script: { ...good, RCPT: [ok, { close: '421 4.7.0 enough\r\n' }] },
      plan: sent,
      ends: 'RCPT reply-refused',
    },
    'says of MAIL that it was queued': {
      script: { ...good, MAIL: '250 2.0.0 Ok: queued as 1\r\n' },
      plan: mail,
      ...passes,
    },
    'says at QUIT that it was queued': {
      script: { ...good, QUIT: '250 2.0.0 Ok: queued as 1\r\n' },
      plan: mail,
      ...passes,
    },
    'says at QUIT that a recipient is unknown': {
      script: { ...good, QUIT: '550 5.1.1 unknown\r\n' },
      plan: sent,
      ...passes,
    },
    'takes nothing of a large message': {
      script: { ...good, deaf: true },
      plan: { ...mail, message: { text: `${'x'.repeat(78)}\r\n`.repeat(150_000) } },
      ends: 'MESSAGE reply-timeout',
    },
    'closes behind the message': { script: { ...good, QUIT: { close: '' } }, plan: sent, ...passes },
    'floods at QUIT': { script: { ...good, QUIT: { flood: '250 x\r\n' } }, plan: sent, ...passes },
    'forges a refusal in front of its answer to RCPT': {
      script: { ...good, MAIL: `${ok}550 5.1.1 forged\r\n` },
      plan: mail,
      ...passes,
      finds: ['unasked-reply'],
    },
    'forges an acceptance behind its refusal of the message': {
      script: { ...good, message: '554 5.7.1 spam\r\n250 2.0.0 Ok: queued as 1\r\n' },
      plan: sent,
      ends: 'MESSAGE reply-refused',
    },
    'asks for the message twice': {
      script: { ...good, DATA: '354 go\r\n354 go\r\n' },
      plan: sent,
      ends: 'passed',
      finds: ['unasked-reply'],
    },
    'answers each recipient in LMTP': {
      script: { ...good, message: `250 b\r\n452 4.2.2 full\r\n` },
      plan: lmtp,
      ...passes,
    },
    'answers one of two recipients in LMTP': {
      script: { ...good, message: '250 b\r\n' },
      plan: lmtp,
      silent: true,
      ends: 'MESSAGE reply-timeout',
    },
    'refuses both recipients in LMTP': {
      script: { ...good, message: '550 5.1.1 b\r\n552 5.2.2 c\r\n' },
      plan: lmtp,
      ends: 'MESSAGE reply-refused',
    },
    'answers each recipient and all with PRDR': {
      script: { ...good, message: '353 each\r\n250 b\r\n550 c\r\n250 all\r\n' },
      plan: { ...sent, prdr: true },
      ...passes,
    },
    'answers 353 to a message that asked for no answers': {
      script: { ...good, message: '353 each\r\n' },
      plan: sent,
      ends: 'MESSAGE reply-wrong-code',
    },
    'takes XCLIENT and greets again': {
      script: { ...good, XCLIENT: banner },
      plan: { ...mail, xclient: 'ADDR=192.0.2.9' },
      ...passes,
    },
    'refuses XCLIENT': {
      script: { ...good, XCLIENT: '550 5.7.1 not you\r\n' },
      plan: { ...mail, xclient: 'ADDR=192.0.2.9' },
      ends: 'XCLIENT reply-refused',
    },
    'knows no PROXY header': {
      script: { ...good, banner: { close: '' } },
      plan: { proxyHeader: { source: '192.0.2.9', sourcePort: 4000, destination: '192.0.2.1', destinationPort: 25 } },
      ends: 'BANNER reply-closed',
    },
    'knows LHLO only': {
      script: { ...good, EHLO: '500 5.5.1 Use LHLO\r\n', HELO: '500 5.5.1 Use LHLO\r\n' },
      ends: 'FIRST-HELO reply-refused',
    },
  };
}

const without = (script: Script, key: keyof Script): Script => {
  const { [key]: _, ...rest } = script;
  return rest;
};
