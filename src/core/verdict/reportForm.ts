import type { Explanation } from '../knowledge/explanation.ts';
import { stated } from '../knowledge/explanation.ts';
import { because, type Meaning } from '../knowledge/meaning.ts';
import { act, probe, queueRetries } from '../knowledge/steps.ts';
import { domainOf, sameOrganisation } from '../mail/domains.ts';
import type { ReportFormat, ReportRecipient } from '../mail/message.ts';
import { cutTo } from '../text/few.ts';

/** What follows from the form of the report where no words are known. */
export function byForm(
  recipient: ReportRecipient,
  type: string | undefined,
  format: ReportFormat,
  said: string,
  best: { readonly worth: number; readonly explanation: Explanation },
): Explanation | undefined {
  const local = PIPE.test(recipient.finalRecipient ?? '') || PIPE.test(recipient.words ?? '');
  // What the program ended with decides, where words beside it are not known to be its own.
  const exit = type === 'x-unix' && /^\s{0,4}\d{1,3}\s{0,4}$/.test(said) && best.explanation.confidence !== 'high';
  if (exit || (type === 'x-unix' && best.worth < 3)) return finished(EXITS.get(said.trim()) ?? PROGRAM);
  if (local && best.worth < 3) return unproven(PROGRAM);
  if (type === 'x-postfix' && best.worth < 3 && EXIT_WORDS.test(said)) return unproven(PROGRAM);
  if (best.worth > 0) return undefined;
  if (format === 'google-groups') return finished(GROUP);
  if (format === 'sieve') return ofSieve(recipient);
  if (format === 'notes' && best.explanation.reason === 'unknown')
    return { ...NOTES, basis: 'class', confidence: 'low', unknownWords: true };
  return undefined;
}

/**
 * Relaying denied by the server that the sender's own found in the DNS: what is wrong is that server, which does not
 * know the domain as its own, and no login of the sender.
 */
export function atExchanger(explanation: Explanation, recipient: ReportRecipient): Explanation {
  if (explanation.reason !== 'relaying-denied' || !isExchanger(recipient)) return explanation;
  const { basis, confidence } = explanation;
  return { ...explanation, ...stated(NOT_ITS_DOMAIN), basis, confidence };
}

function isExchanger({ finalRecipient, originalRecipient, remoteMta, around = '' }: ReportRecipient): boolean {
  const domain = domainOf(originalRecipient ?? finalRecipient ?? '');
  if (/\bthe server for the domain\b/i.test(remoteMta ?? '')) return true;
  if (/\bbecause the remote server is misconfigured\b/i.test(around)) return true;
  const host = /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}/.exec(remoteMta ?? '')?.[0];
  return domain !== undefined && host !== undefined && sameOrganisation(domain, host);
}

const NOT_ITS_DOMAIN = because(
  'relaying-denied',
  'The mail server of the recipient’s domain refuses to relay: it does not know the domain as its own.',
  'RFC 3463 X.7.1',
  {
    actor: 'receiving admin',
    retry: 'later',
    next: [
      act('Add the domain to those that the server takes mail for.'),
      probe.recipient('Look up the MX records of the domain: they may name a server that is no longer meant.'),
      act('Tell the recipient another way; nothing can be changed at the sender.', 'sender'),
    ],
  },
);

/** What is left to say where neither codes nor words nor the form tell the cause. */
export function untold({ action }: ReportRecipient, explanation: Explanation): Explanation {
  if (action === 'delayed') return finished(WAITING);
  return explanation.reason === 'unknown' ? { ...UNTOLD, basis: 'class', confidence: 'low' } : explanation;
}

/** What Postfix says for how a program ended that said nothing itself (src/global/sys_exits.c). */
const EXIT_WORDS =
  /^\s{0,4}(?:command line usage error|data format error|cannot open input|internal software error|system resource problem|critical OS file missing|can't create user output file|input\/output error|temporary failure|remote error in protocol|local configuration error)\s{0,4}$/i;

/** A recipient that is a program (RFC 5321 2.3.10 leaves local delivery open; sendmail and Exim write it so). */
const PIPE = /^[ \t]{0,8}(?:[245]\d\d )?(?:pipe to )?"?\|/im;

const finished = (meaning: Meaning): Explanation => stated(meaning);

/** Which of its steps a program failed at, or whether it ran at all, a report without its exit status leaves open. */
const unproven = (meaning: Meaning): Explanation => ({ ...stated(meaning), confidence: 'medium' });

const PROGRAM = because(
  'delivery-program-failed',
  'A program on the receiving machine, to which mail for this address is handed, failed.',
  ['RFC 3464 2.3.6', 'sysexits'],
);

const exited = (code: string, reason: 'recipient-unknown' | 'system-error', why: string) =>
  [code, because(reason, `The program that delivers mail ended with ${code}: ${why}`, 'sysexits')] as const;

/** How a program of the mailer ended, where the number tells more than that it failed. */
const EXITS: ReadonlyMap<string, typeof PROGRAM> = new Map([
  exited('67', 'recipient-unknown', 'it knows no such user.'),
  exited('77', 'system-error', 'it was not permitted to do what it had to do.'),
  exited('78', 'system-error', 'something is set up wrongly.'),
]);

/** The recipient's own words, which may be anything. */
function ofSieve({ words = '' }: ReportRecipient): Explanation {
  const quoted = cutTo(words.replace(/\s{1,80}/g, ' ').trim(), 200);
  const said = quoted === '' ? '' : ` It says: “${quoted}”.`;
  const meaning = `A rule of the recipient's mailbox refuses the message.${said}`;
  return finished(because('policy-refused', meaning, 'RFC 5429 2.1', { actor: 'recipient' }));
}

const GROUP = because(
  'list-problem',
  'The Google group does not exist, or does not take mail from this sender.',
  'google-groups',
);

const NOTES = because(
  'unrecognized',
  'The Notes server names a reason under “Failure Reasons”, but its words are not known.',
  'sisimai Lhost/Notes.pm',
);

/** What is still tried was not given up (RFC 3464 2.3.3, `delayed`). */
export const WAITING = because(
  'expired',
  'The message waits in the queue, and the sending server tries again; what kept it is not told.',
  'RFC 3464 2.3.3; RFC 3463 X.4.7',
  { actor: 'nobody', retry: 'yes', next: [queueRetries] },
);

const UNTOLD = because(
  'unknown',
  'The message could not be delivered; the report does not say why, most often because there is no such mailbox.',
  'RFC 3464 2.3.3',
  {
    actor: 'sender',
    retry: 'later',
    next: [
      act('Check the address letter by letter.'),
      act('Ask the recipient another way, or the postmaster of the domain, with the time of the report.'),
    ],
  },
);
