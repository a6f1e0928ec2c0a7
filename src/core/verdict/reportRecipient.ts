import { because } from '../knowledge/advice.ts';
import { explainReply, explainText } from '../knowledge/explain.ts';
import type { Explanation } from '../knowledge/explanation.ts';
import type { SisimaiContext } from '../knowledge/sisimai.ts';
import type { ReportRecipient } from '../mail/message.ts';
import { readReplyLine } from '../smtp/grammar.ts';
import type { Span } from '../text/span.ts';

/** What a delivery report says of one recipient, explained. */
export interface ExplainedRecipient {
  /** What the other server said, the type of the diagnostic taken off (RFC 3464 2.3.6). */
  readonly said: string;
  /** The codes in it, else the status of the report: `550 5.1.1`; empty where there is neither. */
  readonly codes: string;
  readonly explanation: Explanation;
  /** What the class of sisimai hangs on. */
  readonly context: SisimaiContext;
  /** Where the words stand that tell the cause. */
  readonly span: Span;
}

/** PowerMTA writes into its reports what kind of failure it takes it for: a mailbox is answered at RCPT. */
const isBadMailbox = ({ extensions = [] }: ReportRecipient): boolean =>
  extensions.some(({ name, value }) => /^x-powermta-bouncecategory$/i.test(name) && value.trim() === 'bad-mailbox');

interface Told {
  readonly said: string;
  readonly code?: number;
  readonly enhanced?: string;
  readonly explanation: Explanation;
  readonly span: Span;
  /** How much it tells: 3 known words, 2 codes with a meaning, 1 a class, 0 nothing. */
  readonly worth: number;
}

/**
 * What happened to one recipient. The diagnostic is what the other server said; where it gives no cause, the words for
 * people may, and else the status alone.
 */
export function explainRecipient(recipient: ReportRecipient, format = 'rfc3464'): ExplainedRecipient {
  const { status, diagnostic, diagnosticSpan, words, wordsSpan } = recipient;
  const whole = { start: recipient.start, end: recipient.end };
  const [, type, rest] = /^([\w-]{1,40});\s{0,20}(.*)$/s.exec(diagnostic ?? '') ?? [];
  const said = rest ?? diagnostic ?? '';
  const outer = tell(said, status, diagnosticSpan ?? whole);
  const inner = INNER_REPLY.exec(said)?.[1];
  const quoted = inner === undefined ? undefined : tell(inner.replace(/^(\d{3})[- ]{1,2}'/, '$1 '), status, outer.span);
  const enhancedOfBoth = quoted?.enhanced ?? outer.enhanced;
  const first: Told =
    quoted !== undefined && quoted.worth > 1
      ? { ...quoted, said, ...(enhancedOfBoth !== undefined && { enhanced: enhancedOfBoth }) }
      : outer;
  let best = first;
  if (words !== undefined && (first.worth < 2 || (said === '' && first.worth < 3))) {
    const second = tell(words, first.enhanced, wordsSpan ?? whole);
    if (second.worth > first.worth || (said === '' && second.worth === first.worth)) best = second;
  }
  const enhanced = best.enhanced ?? status;
  return {
    said: best.said,
    codes: [best.code, enhanced].filter((part) => part !== undefined).join(' '),
    explanation: other(recipient, type?.toLowerCase(), format, best) ?? best.explanation,
    context: {
      report: true,
      stage: recipient.answers ?? (isBadMailbox(recipient) ? 'RCPT' : undefined),
      code: best.code,
      status: enhanced,
      action: recipient.action,
      worded: best.worth > 2,
      words: `${said}\n${words ?? ''}`,
    },
    span: best.span,
  };
}

function tell(said: string, status: string | undefined, span: Span): Told {
  const read = readReplyLine(said);
  const found = read === undefined ? explainText(said) : undefined;
  const code = read?.code ?? found?.code;
  const nested = INNER.exec(said)?.[1];
  const own = nested ?? read?.enhanced ?? found?.enhanced;
  // A status that says no more than its class is what mailers give to replies without one.
  const enhanced = own ?? (code !== undefined && /^\d\.[05]\.0$/.test(status ?? '') ? undefined : status);
  const facts = { ...(code !== undefined && { code }), ...(enhanced !== undefined && { enhanced }) };
  const text = read === undefined ? said : said.slice(read.textStart);
  const explanation = explainReply({ ...facts, text, stage: '?' });
  const byCodes = explainReply({ ...facts, text: '', stage: '?' });
  const byWords = explanation.reason !== byCodes.reason || explanation.meaning !== byCodes.meaning;
  const vague = VAGUE.has(explanation.reason) || (!byWords && code === undefined && /^\d\.5\.0$/.test(enhanced ?? ''));
  const worth = vague ? 0 : byWords ? 3 : explanation.specific ? 2 : 1;
  return { said, ...facts, explanation, span, worth };
}

/** The whole reply that a gateway quotes in its own. */
const INNER_REPLY = /\b([45]\d\d[- ]{1,2}'[^']{3,500})'/;

/** What a server said inside what the next one says of it: `5.1.0 - Unknown address error 550-'5.2.2 …'`. */
const INNER = /\b[45]\d\d[- ]{1,2}['"<#]{1,2}([245]\.\d{1,3}\.\d{1,3})\b|^[45]\d\d #([245]\.\d{1,3}\.\d{1,3})\b/;

const VAGUE: ReadonlySet<string> = new Set(['unknown', 'unrecognized', 'not-a-reply']);

/** What follows from the form of the report where no words are known. */
function other(
  recipient: ReportRecipient,
  type: string | undefined,
  format: string,
  best: Told,
): Explanation | undefined {
  const local = type === 'x-unix' || PIPE.test(recipient.finalRecipient ?? '') || PIPE.test(recipient.words ?? '');
  if (local && best.worth < 3) return finished(PROGRAM);
  if (best.worth > 0) return undefined;
  if (format === 'google-groups') return finished(GROUP);
  return recipient.action === 'delayed' ? finished(WAITING) : undefined;
}

/** A recipient that is a program (RFC 5321 2.3.10 leaves local delivery open; sendmail and Exim write it so). */
const PIPE = /^[ \t]{0,8}(?:[245]\d\d )?(?:pipe to )?"?\|/im;

const finished = (meaning: typeof PROGRAM): Explanation => ({ ...meaning, specific: true });

const PROGRAM = because(
  'delivery-program-failed',
  'A program on the receiving machine, to which mail for this address is handed, failed.',
  'RFC 3464 2.3.6; sysexits(3)',
);

const GROUP = because(
  'list-problem',
  'The Google group does not exist, or does not take mail from this sender.',
  'Google Groups Help',
);

const WAITING = because(
  'expired',
  'The message could not be delivered for a while and waits in the queue; the report does not say why.',
  'RFC 3464 2.3.3; RFC 3463 X.4.7',
);
