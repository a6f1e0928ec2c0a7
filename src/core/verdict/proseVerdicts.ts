import { type ExplainedText, explainText } from '../knowledge/explain.ts';
import { atMost, type Explanation } from '../knowledge/explanation.ts';
import type { ReasonName } from '../knowledge/reasons.ts';
import { refusedToken } from '../knowledge/saslChallenge.ts';
import { readPastedNotice } from '../mail/bounces/pastedNotice.ts';
import type { DeliveryReport } from '../mail/message.ts';
import { readPastedFeedback } from '../mail/reports/pastedFeedback.ts';
import { failureIn } from '../replies/findFailures.ts';
import { isRefusal } from '../replies/foremostReply.ts';
import type { FoundReply } from '../replies/foundReply.ts';
import { defined } from '../text/defined.ts';
import { greatest, least } from '../text/lists.ts';
import { type Span, spanText } from '../text/span.ts';
import type { Prose, Ticket } from '../ticket/ticket.ts';
import { type Cut, cutsOf, isVerdict } from './cut.ts';
import { explainQuoted } from './explainLines.ts';
import { ofReport } from './messageVerdicts.ts';
import { complaints, pastedNoticeOf } from './notices.ts';
import { errorAlone } from './prose/errorAlone.ts';
import { withNested } from './prose/nested.ts';
import { goesOn, isSaidAgain, isSame, leadsTo, NEAR, type ToldReply, tellsWhy, wordsOf } from './prose/saidAgain.ts';
import { sentTo } from './toolErrors.ts';
import { explained, type Verdict } from './verdict.ts';

/** Verdicts with and without a code on one piece of prose: a guide full of codes is no ticket. */
const MOST = 20;

/** What the refusals quoted in a person's own words, or in the error of a program, mean. */
export function verdictsOfProse(ticket: Ticket, prose: Prose): readonly (Verdict | Cut)[] {
  const told = toldInProse(ticket, prose);
  const feedback = readPastedFeedback(ticket.text, prose.start, prose.end);
  if (feedback !== undefined) {
    const { start, end } = feedback;
    const others = told.filter((one) => !isVerdict(one) || one.span.end <= start || one.span.start >= end);
    const complained = complaints(feedback).map((one) => ({ ...one, confidence: atMost(one.confidence, 'medium') }));
    return [...complained, ...cutsOf(feedback), ...others];
  }
  const noticed = pastedNoticeOf(ticket.text, prose);
  if (noticed !== undefined) return [{ ...noticed, confidence: 'medium' }, ...told];
  const report = readPastedNotice(ticket.text, prose.start, prose.end);
  const pasted = verdictsOfPaste(report);
  if (report === undefined || pasted.length === 0) return told;
  const reasons = new Set(pasted.map(({ code }) => code));
  const { start, end } = wholeOf([...pasted.map(({ span }) => span), ...report.recipients]);
  // What the notice rests on is not told once more as a quotation.
  return [
    ...pasted,
    ...cutsOf(report),
    ...told.filter(
      (one) => !isVerdict(one) || !(reasons.has(one.code) || (one.span.start >= start && one.span.end <= end)),
    ),
  ];
}

/** What a text means that is nothing but the words of an error. */
export function verdictsOfError(ticket: Ticket): readonly Verdict[] {
  const error = ticket.blocks.every(({ kind }) => kind === 'prose') ? errorAlone(ticket.text) : undefined;
  if (error === undefined) return [];
  const { start, end, found } = error;
  const text = spanText(ticket.text, error);
  const reply: FoundReply = { start, end, words: { start, end }, text, frame: 'words', sureness: 'likely', stage: '?' };
  return [ofReply(ticket, { reply, last: reply, words: '', recipient: undefined, found, times: 1 })];
}

const wholeOf = (spans: readonly Span[]): Span => ({
  start: least(spans.map(({ start }) => start)),
  end: greatest(spans.map(({ end }) => end)),
});

/** A notice of a mailer that was pasted without its header; less sure than one that is whole. */
function verdictsOfPaste(report: DeliveryReport | undefined): readonly Verdict[] {
  if (report === undefined) return [];
  return ofReport(report).map((one) => ({ ...one, confidence: atMost(one.confidence, 'medium') }));
}

function toldInProse(ticket: Ticket, prose: Prose): readonly (Verdict | Cut)[] {
  const told: Told[] = [];
  const left = new Map<string, FoundReply>();
  const alone = holdsRepliesAlone(ticket, prose);
  for (const reply of prose.replies) {
    if (!isRefusal(reply) && !(reply.code === 334 && refusedToken(spanText(ticket.text, reply.words)))) continue;
    const found = explainQuoted(ticket, prose, reply);
    if (found === undefined || !(alone || isTold(reply, found.explanation) || isBesideMail(ticket, reply))) continue;
    const above = told.at(-1);
    if (above !== undefined && goesOn(ticket.text, above.reply, above.last.words.end, reply)) {
      above.last = reply;
      above.recipient ??= reply.recipient;
      continue;
    }
    if (above !== undefined && tellsWhy(ticket.text, above.last, reply)) told.pop();
    const words = wordsOf(ticket.text, reply);
    const before = told.find((one) => isSame(ticket.text, one, reply, words));
    if (before !== undefined) {
      if (isSaidAgain(ticket, before.last, reply)) before.times++;
      before.last = reply;
      before.recipient ??= reply.recipient;
    } else if (told.length < MOST) {
      told.push({ reply, last: reply, words, recipient: reply.recipient, found, times: 1 });
    } else {
      const key = `${reply.code} ${words}`;
      if (!left.has(key)) left.set(key, reply);
    }
  }
  const failures = failuresWithoutCode(ticket, prose, told);
  const verdicts = withoutEchoes([...told.map((one) => ofReply(ticket, one)), ...failures.slice(0, MOST)]);
  const behind = [...left.values(), ...failures.slice(MOST).map(({ span }) => span)];
  const unread = linesUnread(ticket, prose);
  if (behind.length === 0) return [...verdicts, ...unread];
  const { start, end } = behind.reduce((first, one) => (one.start < first.start ? one : first));
  return [...verdicts, ...unread, { what: 'verdicts', span: { start, end }, left: behind.length }];
}

/** What one line says of nobody, the next says of a recipient. */
const withoutEchoes = (verdicts: readonly Verdict[]): readonly Verdict[] =>
  verdicts.filter(
    (one) =>
      one.recipients.length > 0 ||
      !verdicts.some(
        (other) =>
          other.code === one.code && other.recipients.length > 0 && Math.abs(other.span.start - one.span.start) < NEAR,
      ),
  );

interface Told extends ToldReply {
  /** Where it was said last. */
  last: FoundReply;
  recipient: string | undefined;
  readonly found: ExplainedText;
  times: number;
}

/**
 * Whether it is a reply at all: other programs have numbers, too, so where the frame leaves it open, known words have
 * to be there, or the words of a frame and a code that little else than servers of mail use.
 */
function isTold({ sureness, frame, code }: FoundReply, { basis }: Explanation): boolean {
  if (sureness === 'sure' || isKnown({ basis })) return true;
  return frame !== 'start' && code !== undefined && OF_MAIL.test(String(code));
}

/** Whether a line of its own, whose words say nothing, stands beside one that speaks of SMTP. */
function isBesideMail({ text }: Ticket, { frame, code, start, words }: FoundReply): boolean {
  if (frame !== 'start' || code === undefined || !OF_MAIL.test(String(code)) || words.end <= words.start) return false;
  return SMTP.test(text.slice(Math.max(0, start - NEAR), start)) || SMTP.test(text.slice(words.end, words.end + NEAR));
}

const SMTP = /\bSMTP|smtp(?:lib|\b)|\b(?:Action)?Mailer\b/;

const isKnown = ({ basis }: Pick<Explanation, 'basis'>): boolean => basis === 'server-words' || basis === 'words';

const OF_MAIL = /^(?:421|45\d|52\d|53\d|55\d)$/;

/** Whether a text is nothing but replies, a line or more each. */
function holdsRepliesAlone({ text, lines }: Ticket, { start, end, replies }: Prose): boolean {
  let at = 0;
  const first = lines.lineOf(start);
  for (let line = first; line < first + LINES && lines.start(line) < end; line++) {
    const from = lines.start(line);
    const to = lines.end(line);
    while (at < replies.length && (replies[at] as FoundReply).words.end < from) at++;
    const reply = replies[at];
    const starts = reply !== undefined && reply.start < to && !/[\p{L}\p{N}]/u.test(text.slice(from, reply.start));
    if (!starts && text.slice(from, to).trim() !== '') return false;
    if (line === first + LINES - 1) return false;
  }
  return replies.length > 0;
}

/** A longer list is a list of something else. */
const LINES = 60;

/** Lines of a piece of prose that are searched for words without a code. */
const SEARCHED = 400;

/** The lines of a piece of prose behind those. */
function linesUnread({ lines }: Ticket, { start, end }: Prose): readonly Cut[] {
  const next = lines.lineOf(start) + SEARCHED;
  const left = lines.lineOf(Math.max(start, end - 1)) + 1 - next;
  return left <= 0 ? [] : [{ what: 'lines', span: { start: lines.start(next), end }, left }];
}

/** What programs repeat of a server's words without their codes, each once. */
function failuresWithoutCode(ticket: Ticket, prose: Prose, told: readonly Told[]): readonly Verdict[] {
  const { text, lines } = ticket;
  const found = new Map<string, Verdict>();
  const first = lines.lineOf(prose.start);
  for (let line = first; line < first + SEARCHED && lines.start(line) < prose.end; line++) {
    const from = Math.max(prose.start, lines.start(line));
    const to = Math.min(prose.end, lines.end(line));
    const reply = told.some((one) => one.reply.start >= from && one.reply.start <= to)
      ? undefined
      : failureIn(text, from, to, prose.end);
    const known =
      reply && explainText(withNested(text, from, reply.end), reply.stage === '?' ? undefined : reply.stage);
    if (reply !== undefined && leadsTo(text, reply.end, told)) continue;
    const answer = reply && told.find((one) => one.reply.start >= reply.end && one.reply.start - reply.end < NEAR);
    if (answer !== undefined && known?.explanation.reason === 'unrecognized') {
      // The reply itself stands below.
      answer.recipient ??= reply?.recipient;
      continue;
    }
    if (reply === undefined || known === undefined || known.code !== undefined || known.enhanced !== undefined)
      continue;
    const { reason } = known.explanation;
    const isNone =
      NO_FAILURES.has(reason) && (reason !== 'unrecognized' || (reply.recipient === undefined && reply.stage === '?'));
    if (!isKnown(known.explanation) || isNone) continue;
    const verdict = ofReply(ticket, {
      reply,
      last: reply,
      words: '',
      recipient: reply.recipient ?? sentTo(lines, line, prose.start),
      found: known,
      times: 1,
    });
    const key = [verdict.code, ...verdict.recipients].join(' ');
    if (!found.has(key) && !told.some((one) => one.found.explanation.reason === verdict.code)) found.set(key, verdict);
  }
  return [...found.values()];
}

const NO_FAILURES: ReadonlySet<ReasonName> = new Set(['accepted', 'in-progress', 'unknown', 'unrecognized']);

function ofReply(ticket: Ticket, { reply, recipient, found, times }: Told): Verdict {
  // What explains it knows whether the code is one of SMTP.
  const { code, enhanced, explanation } = found;
  const { sender, server, stage } = reply;
  const codes = [code, enhanced].filter((part) => part !== undefined).join(' ');
  const digit = code === undefined ? Number(enhanced?.[0]) : Math.floor(code / 100);
  const isFiled = explanation.reason === 'spam-marked';
  return {
    ...explained(explanation, {
      ...defined({ code, status: enhanced }),
      ...(stage !== '?' && { stage }),
      words: spanText(ticket.text, reply.words),
    }),
    span: { start: reply.start, end: reply.end },
    role: isFiled ? 'notice' : digit === 4 ? 'waiting' : 'cause',
    failed: !isFiled,
    confidence: atMost(explanation.confidence, 'medium'),
    ...(codes !== '' && { reply: codes }),
    stage: stage === '?' ? 'quoted' : stage,
    recipients: recipient === undefined ? [] : [recipient],
    ...defined({ sender, server }),
    times,
  };
}
