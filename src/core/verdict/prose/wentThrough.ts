import { explainReply } from '../../knowledge/explainReply.ts';
import { greatest } from '../../text/lists.ts';
import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { explained, type Verdict } from '../verdict.ts';

/** What failed and was got over, as somebody writes below it: `After the change it went through`. */
export function withSuccessTold(ticket: Ticket, verdicts: readonly Verdict[]): readonly Verdict[] {
  const failed = verdicts.filter((one) => one.failed && one.stage !== 'dns');
  const [first] = failed;
  const recipients = [...new Set(failed.flatMap((one) => one.recipients))];
  if (first === undefined || recipients.length > 1) return verdicts;
  const span = saidToHaveCome(ticket, greatest(failed.map((one) => one.span.end)), recipients[0]);
  if (span === undefined) return verdicts;
  // An address that was corrected is not the one that was refused.
  const whom = first.code === 'recipient-unknown' ? [] : recipients;
  const { reply: _, ...rest } = first;
  const said: Verdict = {
    ...rest,
    ...explained(explainReply({ code: 250, text: '', stage: '?' })),
    span,
    role: 'success',
    failed: false,
    confidence: 'low',
    stage: 'quoted',
    recipients: whom,
    times: 1,
  };
  return [
    ...verdicts.map((one): Verdict => {
      if (!failed.includes(one)) return one;
      const stage = one.stage === '?' && one.reply !== undefined ? 'quoted' : one.stage;
      return { ...one, stage, recipients: whom, role: 'recovered', failed: false, next: [] };
    }),
    said,
  ];
}

/** Characters of a piece of prose that are searched, as many as a person writes. */
const READ = 4000;

/** The sentence below a place in which somebody says that mail was taken since then, and of nobody else. */
function saidToHaveCome({ text, blocks }: Ticket, from: number, recipient = ''): Span | undefined {
  for (const block of blocks) {
    if (block.kind !== 'prose') continue;
    const start = Math.max(block.start, from);
    for (const { 0: words, index } of text.slice(start, Math.min(block.end, start + READ)).matchAll(SENTENCE)) {
      const end = start + index + words.length;
      const others = words.toLowerCase().replaceAll(recipient.toLowerCase(), '');
      if (
        LATER.test(words) &&
        CAME.test(words) &&
        !/@|\?$|^[ \t]{0,4}>/.test(others) &&
        text[end] !== '?' &&
        !DENIED.test(words) &&
        !RELAPSED.test(text.slice(end, Math.min(block.end, end + READ)))
      )
        return { start: end - words.trimStart().length, end };
    }
  }
  return undefined;
}

/** Ends with a mark in front of a blank, or with a blank line. */
const SENTENCE = /(?:[^.!?\r\n]|[.!?](?=\S)|\r?\n(?![ \t]{0,20}[\r\n])){10,600}/g;

const LATER =
  /\b(?:after|since|now|then|again|finally|meanwhile|danach|seitdem|seither|jetzt|nun|inzwischen|daraufhin|nachdem|après|depuis|desde|maintenant|ahora|después)\b/i;

const CAME =
  /\b250[ -](?:2\.|ok)|\bwent (?:through|out)(?! (?:the|our|an?) )|\b(?:sent|delivered|accepted|arrived)(?: again)?\s*(?:[,;]|$)|\bworks (?:again|now|fine)|\bging(?:en)? (?:\w+ )?(?:durch|raus)|\b(?:kam|kamen|kommt|kommen)\b.{0,40}\ban$|\b(?:zugestellt|angenommen|verschickt)$|\bfunktioniert (?:es )?(?:wieder|jetzt)|\best (?:bien )?(?:passée?|arrivée?|partie?)|\bllegó/i;

/** What it says of later, where that is the same trouble. */
const RELAPSED = /\b(?:again|same|still|back|however|but|wieder|erneut|noch|aber|mais|pero)\b/i;

/** What says the opposite, is about other mail, or is a wish. */
const DENIED =
  /\b(?:not|never|no|none|nothing|until|before|but|only|other|another|private|whether|if|please|will|would|should|error|bounced?|fail\w*|spam|junk|quarantine|nicht\w*|kein\w*|nie|bis|aber|nur|ander\w*|bitte|ob|wenn|Fehler\w*|ne|pas|jamais|mais|autre|pero|otr[oa]|[45]\d\d)\b|n['’]t\b/i;
