import type { SmtpPlan } from '../../src/probes/smtp/plan.ts';
import { hostileEnvelopes } from './hostileEnvelopes.ts';
import type { Act, Script } from './hostileServer.ts';
import type { Credentials } from './smtpServer.ts';

/** A server that misbehaves, and what a probe has to say of it. */
export interface Hostile {
  readonly script: Script;
  readonly tls?: Credentials;
  /** TLS from the first byte. */
  readonly implicit?: true;
  /** It is silent where it should speak: nobody has to wait for it for long. */
  readonly silent?: true;
  /** `passed`, or the step and the code of the failure. */
  readonly ends: string;
  /** Codes of findings that have to be there. */
  readonly finds?: readonly string[];
  /** What the probe does beside greeting. */
  readonly plan?: SmtpPlan;
}

const name = 'hostile.lab.test';
const banner = `220 ${name} ESMTP\r\n`;
const ehlo = `250-${name}\r\n250 SIZE 1000\r\n`;
const withTls = `250-${name}\r\n250 STARTTLS\r\n`;
const bye = '221 bye\r\n';
const ESC = '\u001b';

/** The three certificates that the servers below show. */
export interface Certificates {
  readonly good: Credentials;
  readonly expired: Credentials;
  readonly hostile: Credentials;
}

/** One byte in each packet. */
const drip = (text: string): Act => ({ packets: [...text] });

/** Every server that lies, breaks off, floods or forges, by a name that says how. */
export function hostileServers({ good, expired, hostile }: Certificates): Readonly<Record<string, Hostile>> {
  const plain = { ends: 'passed', finds: ['no-starttls'] } as const;
  const starttls = { banner, EHLO: [withTls, ehlo], STARTTLS: '220 go\r\n', QUIT: bye } as const;
  /** A server that is in order but for its banner. */
  const greets = (text: string, ends: string): Hostile => ({ script: { banner: text, EHLO: ehlo, QUIT: bye }, ends });
  const refused = 'BANNER reply-refused';
  const wrong = 'BANNER reply-wrong-code';
  return {
    'says nothing': { script: {}, ends: 'BANNER reply-timeout' },
    'closes at once': { script: { banner: { close: '' } }, ends: 'BANNER reply-closed' },
    'resets at EHLO': { script: { banner, EHLO: { reset: '' } }, ends: 'FIRST-EHLO reply-closed' },
    'breaks its banner off': { script: { banner: { close: '220 hos' } }, ends: 'BANNER reply-cut-off' },
    'breaks its banner off behind a line': { script: { banner: { close: '220-a\r\n' } }, ends: 'BANNER reply-cut-off' },
    'stops in its banner': { script: { banner: '220 hos' }, ends: 'BANNER reply-unfinished' },
    'lets its banner drip': {
      script: { banner: { drip: `220-${'a'.repeat(5000)}` } },
      ends: 'BANNER reply-unfinished',
    },
    'drips lines of a banner': {
      script: { banner: { drip: '220-a\r\n'.repeat(900) } },
      ends: 'BANNER reply-unfinished',
    },
    'sends each byte by itself': { script: { banner: drip(banner), EHLO: drip(ehlo), QUIT: drip(bye) }, ...plain },
    'sends each byte by itself under STARTTLS': {
      script: {
        banner: drip(banner),
        EHLO: [drip(withTls), drip(ehlo)],
        STARTTLS: drip('220 go\r\n'),
        QUIT: drip(bye),
      },
      tls: good,
      ends: 'passed',
    },
    'ends lines with LF alone': greets(`220 ${name}\n`, 'passed'),
    'floods in one line': { script: { banner: { flood: 'x'.repeat(1000) } }, ends: 'BANNER reply-too-long' },
    'floods in lines': { script: { banner: { flood: `220-${'x'.repeat(900)}\r\n` } }, ends: 'BANNER reply-too-long' },
    'floods behind EHLO': { script: { banner, EHLO: { flood: '250-x\r\n' } }, ends: 'FIRST-EHLO reply-too-long' },
    'floods with NULs': { script: { banner: { flood: '\u0000'.repeat(1000) } }, ends: 'BANNER reply-too-long' },
    'has a reply of 199 lines': {
      script: { banner, EHLO: `${'250-x\r\n'.repeat(199)}250 x\r\n`, QUIT: bye },
      ...plain,
    },
    'has a reply of 201 lines': {
      script: { banner, EHLO: `${'250-x\r\n'.repeat(200)}250 x\r\n`, QUIT: bye },
      ends: 'FIRST-EHLO reply-too-long',
    },
    'has a line of 4000 octets': greets(`220 ${'x'.repeat(3994)}\r\n`, 'passed'),
    'has a line of 5000 octets': greets(`220 ${'x'.repeat(4994)}\r\n`, 'BANNER reply-too-long'),
    'has NULs in its lines': greets(`220 ${name} \u0000\u0000 ready\r\n`, 'passed'),
    'has NULs before its code': greets('\u0000220 ready\r\n', 'BANNER reply-not-smtp'),
    'speaks in eight bits': greets('220 \u00fc\u00ff\u0080\u0085\u00a0\r\n', 'passed'),
    'speaks in broken UTF-8': greets('220 \u00c3\u0028\u00e2\u0082\r\n', 'passed'),
    'sends terminal escapes': greets(`220 ${ESC}]0;owned\u0007${ESC}[2J${ESC}[31m\r\n`, 'passed'),
    'sends Markdown': greets('220 [x](command:workbench.action.quit) `a` <img src=x> **b** | c\r\n', 'passed'),
    'sends lone carriage returns': greets('220 a\rS: 250 forged\r* Result: passed: x\r\n', 'passed'),
    'sends separators of lines': greets('220 a\u00e2\u0080\u00a8* Result: passed: x\u00c2\u0085C: QUIT\r\n', 'passed'),
    'forges notes': greets(
      '220-* QUIT (1 ms): 221\r\n220-* Result: passed: fine\r\n220 # SMTP probe of x:25, 2026-01-01 00:00:00 UTC\r\n',
      'passed',
    ),
    'forges findings': greets('220-fail reply-refused x: forged\r\n220   next: forged\r\n', 'passed'),
    'forges a result as its banner': greets('* Result: passed: all is well\r\n', 'BANNER reply-not-smtp'),
    'forges a report as its banner': greets(
      '# SMTP probe of other.test:25, 2026-01-01 00:00:00 UTC\r\n',
      'BANNER reply-not-smtp',
    ),
    'forges a command as its banner': greets('C: QUIT\r\n', 'BANNER reply-not-smtp'),
    'forges a refusal behind its banner': {
      script: { banner: `${banner}550 5.7.1 no\r\n`, EHLO: ehlo, QUIT: bye },
      ends: 'passed',
      finds: ['unasked-reply'],
    },
    'asks for the message at once': greets('354 go\r\n', wrong),
    'asks for a login at once': greets('334 VXNlcm5hbWU6\r\n', wrong),
    'greets with 000': greets('000 hello\r\n', wrong),
    'greets with 100': greets('100 hello\r\n', wrong),
    'greets with 250': greets('250 hello\r\n', wrong),
    'greets with 999': greets('999 hello\r\n', wrong),
    'refuses with 554': greets('554 5.7.1 Client host blocked using zen.spamhaus.org\r\n', refused),
    'refuses with 450': greets('450 4.7.1 later\r\n', refused),
    'refuses with 421': { script: { banner: { close: '421 4.3.2 Too many connections\r\n' } }, ends: refused },
    'refuses with 554 and speaks of acceptance at QUIT': {
      script: { banner: '554 no\r\n', QUIT: '250 2.0.0 Ok: queued as 12345\r\n' },
      ends: refused,
    },
    'is an SSH server': greets('SSH-2.0-OpenSSH_9.9\r\n', 'BANNER reply-not-smtp'),
    'is a web server': greets('HTTP/1.1 400 Bad Request\r\n\r\n', 'BANNER reply-not-smtp'),
    'speaks TLS from the first byte on 25': greets(
      '\u0015\u0003\u0001\u0000\u0002\u0002\u000a',
      'BANNER reply-not-smtp',
    ),
    'answers EHLO with 354': { script: { banner, EHLO: '354 go\r\n', QUIT: bye }, ends: 'FIRST-EHLO reply-wrong-code' },
    'answers EHLO with its banner': {
      script: { banner, EHLO: banner, QUIT: bye },
      ends: 'FIRST-EHLO reply-wrong-code',
    },
    'answers EHLO with 999': { script: { banner, EHLO: '999 x\r\n', QUIT: bye }, ends: 'FIRST-EHLO reply-wrong-code' },
    'says of 250 that it was queued': {
      script: { banner, EHLO: '250 2.0.0 Ok: queued as 12345\r\n', QUIT: bye },
      ...plain,
    },
    'says that TLS is required and offers none': {
      script: { banner, EHLO: '250-x\r\n250 530 5.7.0 Must issue a STARTTLS command first\r\n', QUIT: bye },
      ...plain,
    },
    'refuses EHLO': { script: { banner, EHLO: '550 5.7.1 no\r\n', QUIT: bye }, ends: 'FIRST-EHLO reply-refused' },
    'knows HELO only and refuses it': {
      script: { banner, EHLO: '502 what\r\n', HELO: '550 no\r\n', QUIT: bye },
      ends: 'FIRST-HELO reply-refused',
    },
    'closes at EHLO': { script: { banner, EHLO: { close: '' } }, ends: 'FIRST-EHLO reply-closed' },
    'closes in its answer to EHLO': {
      script: { banner, EHLO: { close: '250-a\r\n250-SI' } },
      ends: 'FIRST-EHLO reply-cut-off',
    },
    'says nothing to EHLO': { script: { banner }, ends: 'FIRST-EHLO reply-timeout' },
    'mixes codes': {
      script: { banner, EHLO: '250-a\r\n550-b\r\n250 c\r\n', QUIT: bye },
      ends: 'passed',
      finds: ['codes-differ'],
    },
    'closes at STARTTLS': { script: { ...starttls, STARTTLS: { close: '' } }, ends: 'STARTTLS reply-closed' },
    'refuses STARTTLS': { script: { ...starttls, STARTTLS: '454 4.7.0 not now\r\n' }, ends: 'STARTTLS reply-refused' },
    'answers STARTTLS with 250': { script: { ...starttls, STARTTLS: '250 ok\r\n' }, ends: 'STARTTLS reply-wrong-code' },
    'closes behind 220 to STARTTLS': {
      script: { ...starttls, STARTTLS: { close: '220 go\r\n' } },
      ends: 'TLS tls-failed',
    },
    'says nothing behind 220 to STARTTLS': { script: starttls, ends: 'TLS tls-timeout' },
    'goes on in the clear': { script: { ...starttls, garbage: '500 5.5.1 what?\r\n' }, ends: 'TLS tls-clear-text' },
    'goes on in the clear in the same packet': {
      script: { ...starttls, STARTTLS: '220 go\r\n250 hello again\r\n' },
      silent: true,
      ends: 'TLS tls-clear-text',
    },
    'goes on in the clear without a line end': { script: { ...starttls, garbage: '220' }, ends: 'TLS tls-clear-text' },
    'sends rubbish for TLS': {
      script: { ...starttls, garbage: '\u0016\u0003\u0001\u0000\u0005hello' },
      ends: 'TLS tls-failed',
    },
    'sends an alert for TLS': {
      script: { ...starttls, garbage: '\u0015\u0003\u0003\u0000\u0002\u0002\u0028' },
      ends: 'TLS tls-failed',
    },
    'floods for TLS': { script: { ...starttls, garbage: 'x'.repeat(400_000) }, ends: 'TLS tls-clear-text' },
    'puts a reply behind 220 to STARTTLS': {
      script: { ...starttls, STARTTLS: '220 go\r\n250 forged\r\n' },
      tls: good,
      ends: 'passed',
      finds: ['starttls-injection'],
    },
    'puts half a line behind 220 to STARTTLS': {
      script: { ...starttls, STARTTLS: '220 go\r\n250 for' },
      tls: good,
      ends: 'passed',
      finds: ['starttls-injection'],
    },
    'speaks first under TLS': {
      script: { ...starttls, secured: '250 forged\r\n' },
      tls: good,
      ends: 'passed',
      finds: ['unasked-reply'],
    },
    'greets again under TLS': {
      script: { ...starttls, secured: banner },
      tls: good,
      ends: 'passed',
      finds: ['unasked-reply'],
    },
    'closes under TLS': {
      script: { ...starttls, EHLO: [withTls, { close: '' }] },
      tls: good,
      ends: 'EHLO reply-closed',
    },
    'refuses under TLS': {
      script: { ...starttls, EHLO: [withTls, '550 5.7.1 no\r\n'] },
      tls: good,
      ends: 'EHLO reply-refused',
    },
    'offers STARTTLS again under TLS': { script: { ...starttls, EHLO: [withTls, withTls] }, tls: good, ends: 'passed' },
    'has an expired certificate': { script: starttls, tls: expired, ends: 'passed', finds: ['certificate-expired'] },
    'has a hostile certificate': { script: starttls, tls: hostile, ends: 'passed', finds: ['certificate-other-name'] },
    'has TLS from the first byte': {
      script: { banner, EHLO: ehlo, QUIT: bye },
      tls: good,
      implicit: true,
      ends: 'passed',
    },
    'has no TLS from the first byte': {
      script: { banner, EHLO: ehlo, QUIT: bye },
      implicit: true,
      ends: 'TLS tls-clear-text',
    },
    'does not answer QUIT': { script: { banner, EHLO: ehlo }, silent: true, ...plain },
    'closes at QUIT': { script: { banner, EHLO: ehlo, QUIT: { close: '' } }, ...plain },
    'answers QUIT with a refusal': { script: { banner, EHLO: ehlo, QUIT: '550 5.1.1 user unknown\r\n' }, ...plain },
    'answers QUIT with 354': { script: { banner, EHLO: ehlo, QUIT: '354 go\r\n' }, ...plain },
    'forges a result at QUIT': {
      script: { banner, EHLO: ehlo, QUIT: '* Result: failed at BANNER, reply-refused: x\r\n' },
      ...plain,
    },
    'answers QUIT twice': {
      script: { banner, EHLO: ehlo, QUIT: `250 ok\r\n${bye}` },
      ends: 'passed',
      finds: ['unasked-reply'],
    },
    ...hostileEnvelopes(good),
  };
}
