import type { Stage } from '../smtp/verbs.ts';
import { type ReasonName, reasons, type SisimaiClass } from './reasons.ts';

/** What is known besides the reason; sisimai's classes depend on it where ours do not. */
export interface SisimaiContext {
  /** The class under which sisimai files these very words, where a row of knowledge names one. */
  readonly filed?: SisimaiClass | undefined;
  /** What was answered; `local` for a program of the mailer, undefined where it is not known. */
  readonly stage?: Stage | 'local' | undefined;
  readonly code?: number | undefined;
  readonly status?: string | undefined;
  /** Whether it stands in a report of a delivery: such reports often leave out what was answered. */
  readonly report?: boolean;
  /** As RFC 3464 2.3.3 has it: `failed`, `delayed`. */
  readonly action?: string | undefined;
  /** Whether the report says that the mailer tried for a time and gave up. */
  readonly waited?: boolean;
  /** Whether the report is a notice in words alone, without fields for programs. */
  readonly wordsAlone?: boolean;
  /** Whether words tell the reason, not a code alone. */
  readonly worded?: boolean;
  /** What was said, and what the report says of it. */
  readonly words?: string | undefined;
}

interface Rule {
  readonly reasons: readonly ReasonName[];
  readonly when: (context: SisimaiContext) => boolean;
  readonly sisimai: SisimaiClass;
}

/** Whether the subject and the detail of the status, or the subject alone, are these. */
const isStatus = (status: string | undefined, rest: string): boolean =>
  status !== undefined && (status.slice(2) === rest || (rest.endsWith('.') && status.slice(2).startsWith(rest)));

const atGreeting = ({ stage }: SisimaiContext): boolean =>
  stage === 'connect' || stage === 'EHLO' || stage === 'HELO' || stage === 'LHLO';

/** `local`: a program of the mailer looked the mailbox up. */
const atRecipient = ({ stage, code, status }: SisimaiContext): boolean =>
  // RFC 5321 4.3.2 knows 553 only as an answer to commands that name a mailbox.
  stage === 'RCPT' || stage === 'local' || code === 553 || isStatus(status, '1.');

/** Words of a refusal without a cause. */
const BARE = /\b(?:access denied|not authori[sz]ed|rejected|refused|denied)\b/i;

/** The connection did not come about in the time that was given to it. */
const UNANSWERED = /timed\s{1,4}out|time-?out|not accept our requests to connect|not reachable|not responding|expired/i;

/**
 * Where sisimai's class hangs on more than the reason, by its own definitions
 * (https://libsisimai.org/en/reason/); the first rule that holds wins.
 */
const rules: readonly Rule[] = [
  {
    // hasmoved: the address has moved. Sendmail gives X.1.6 to every 551.
    reasons: ['recipient-unknown'],
    when: ({ status }) => isStatus(status, '1.6'),
    sisimai: 'hasmoved',
  },
  {
    // filtered: rejected after DATA. userunknown is kept for answers to RCPT and for X.1.1 and its like.
    reasons: ['recipient-unknown'],
    when: (context) => (context.stage !== undefined || context.report === true) && !atRecipient(context),
    sisimai: 'filtered',
  },
  {
    // userunknown: the status says so, whatever the words make of it.
    reasons: ['recipient-inactive'],
    when: ({ status }) => isStatus(status, '1.1'),
    sisimai: 'userunknown',
  },
  {
    // syntaxerror: something is not written as it must be; userunknown only where a recipient is refused for it.
    reasons: ['address-malformed'],
    when: (context) =>
      (context.report === true && !atRecipient(context)) || /\bsender address\b/i.test(context.words ?? ''),
    sisimai: 'syntaxerror',
  },
  {
    // exceedlimit: the size exceeded the limit, by 5.2.3; mesgtoobig is 5.3.4.
    reasons: ['message-too-large'],
    when: ({ status }) => isStatus(status, '2.3'),
    sisimai: 'exceedlimit',
  },
  {
    // notaccept: the host takes no mail from the network, by X.3.2, and not for its load alone.
    reasons: ['server-busy', 'mail-not-accepted'],
    when: ({ status, words = '' }) => isStatus(status, '3.2') && /not accepting network messages/i.test(words),
    sisimai: 'notaccept',
  },
  {
    // expired: the time for the delivery ran out because no connection came about.
    reasons: ['connection-failed'],
    when: ({ report, words = '' }) => report === true && UNANSWERED.test(words),
    sisimai: 'expired',
  },
  {
    // expired: the mailer gave up after the time that a queue keeps mail.
    reasons: ['routing-failed', 'server-busy'],
    when: ({ waited }) => waited === true,
    sisimai: 'expired',
  },
  {
    // expired: nothing is told but that the message waits.
    reasons: ['connection-failed', 'routing-failed', 'server-busy'],
    when: ({ report, action, worded }) => report === true && action === 'delayed' && worded === false,
    sisimai: 'expired',
  },
  {
    // blocked: refused for the address or the name of the client, before any mail was named.
    reasons: ['server-busy', 'policy-refused', 'unrecognized'],
    when: atGreeting,
    sisimai: 'blocked',
  },
  {
    // blocked, too: the words speak of no reputation, which is inferred.
    reasons: ['poor-reputation'],
    when: (context) =>
      context.report === true &&
      atGreeting(context) &&
      /\brefus/i.test(context.words ?? '') &&
      !/reputation|complain|sender ?(?:base|score)/i.test(context.words ?? ''),
    sisimai: 'blocked',
  },
  {
    // onhold: there is a diagnosis, and it does not tell; undefined: there is none. A notice in words alone is one.
    reasons: ['unknown'],
    when: ({ wordsAlone }) => wordsAlone === true,
    sisimai: 'onhold',
  },
  {
    // rejected: refused for the envelope sender.
    reasons: ['policy-refused', 'unrecognized'],
    when: ({ stage, words = '' }) => stage === 'MAIL' && BARE.test(words) && !/\bpolic(?:y|ies)\b/i.test(words),
    sisimai: 'rejected',
  },
  {
    // securityerror: what the registry says of X.7.1, delivery not authorized, and no more.
    reasons: ['policy-refused'],
    when: ({ status, words = '' }) => isStatus(status, '7.1') && /\baccess denied\b|\bnot authori[sz]ed\b/i.test(words),
    sisimai: 'securityerror',
  },
];

/**
 * The class of sisimai (https://libsisimai.org/en/reason/) for a reason of ours: the one that the words are filed
 * under, else the one that its definitions ask for in this context, else the nearest to the reason.
 */
export function sisimaiClass(reason: ReasonName, context: SisimaiContext = {}): SisimaiClass {
  if (context.filed !== undefined) return context.filed;
  const rule = rules.find((one) => one.reasons.includes(reason) && one.when(context));
  return rule?.sisimai ?? reasons[reason].sisimai;
}
