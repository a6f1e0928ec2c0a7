import type { Stage } from '../../smtp/verbs.ts';
import type { Explanation } from '../explanation.ts';
import type { ReasonName } from '../reasons.ts';

/** What a server or program put in front of the reason, and the reason. */
export interface Wrapped {
  readonly head: string;
  readonly inner: string;
  /** What the head says was answered. */
  readonly stage: Stage;
}

/** A colon or a word behind which the reason stands: `Data command rejected: …`, `Message rejected due to: …`. */
const HEAD =
  /(?:\b(?:reject(?:ed|ion|s)?|refus(?:ed|al)|den(?:ied|ial)|blocked|fail(?:ed|ure)?|errors?|reason|reasons|message|reply|response|said|says|taken|aborted|details?|accepted|delivered|sent|warning|bounced?|deferred|Grund|Fehler|Meldung|motif|raison|motivo|razón|erreur|errore|erro|причина|ошибка)\b[^:\n]{0,30}|(?:原因|错误|错误信息|理由|エラー)|\b(?:due to|because|because of|reason|wegen|weil)(?: the following(?: reason)?)?):?[：:]\s{0,3}|\b(?:rejected|refused|denied|blocked|failed) (?:due to|because of|because|for the following reason)\s/giu;

/** What stands in every head. */
const MAY_HEAD = /[:：]|(?:to|of|because|reason)\s/i;

/** Reasons that are looked for in one text, from the innermost on. */
const MOST = 3;
/** Characters of a head that tell what it is about. */
const FRONT = 200;

/** The reasons that stand in wrappers, the innermost first; none where nothing is wrapped. */
function wrappedReasons(text: string): readonly Wrapped[] {
  const found: Wrapped[] = [];
  // What a program printed is no reason of a server.
  if (!MAY_HEAD.test(text) || /\bcommand output\b/i.test(text)) return found;
  HEAD.lastIndex = 0;
  for (let match = HEAD.exec(text); match !== null; match = HEAD.exec(text)) {
    const end = match.index + match[0].length;
    const inner = text.slice(end);
    if (!/\p{L}{3}/u.test(inner.replace(LINK, ''))) break;
    const head = text.slice(0, end);
    found.push({ head, inner, stage: stageOfHead(head.slice(-FRONT)) });
  }
  return found.reverse().slice(0, MOST);
}

const LINK = /\bhttps?:\/\/[^\s]{1,500}/gi;

const stageOfHead = (head: string): Stage =>
  /sender address|MAIL FROM/i.test(head) ? 'MAIL' : /recipient address|RCPT/i.test(head) ? 'RCPT' : '?';

/** Explains words, as what was said at a stage; undefined where nothing is known of them. */
export type ExplainWords = (words: string, stage: Stage) => Explanation | undefined;

/**
 * The explanation of the reason behind a wrapper, where it says something and what was made of the whole text says no
 * more than the wrapper alone: in `Data command rejected: only 10 messages a day` the limit decides.
 */
export function explainInnermost(
  text: string,
  whole: Explanation | undefined,
  explain: ExplainWords,
): Explanation | undefined {
  if (whole?.basis === 'server-words' || whole?.confidence === 'high' || whole?.reason === 'command-order')
    return undefined;
  for (const { head, inner, stage } of wrappedReasons(text)) {
    const found = explain(inner, stage);
    if (found === undefined || !restsOnWords(found) || SAYS_LITTLE.has(found.reason)) continue;
    if (whole === undefined || !restsOnWords(whole)) return found;
    if (found.reason === whole.reason) return undefined;
    const alone = explain(head, stage);
    return alone?.reason === whole.reason && restsOnWords(alone) ? found : undefined;
  }
  return undefined;
}

/** Reasons that tell less than what may stand in front. */
const SAYS_LITTLE: ReadonlySet<ReasonName> = new Set(['unrecognized', 'server-busy', 'policy-refused']);

const restsOnWords = ({ basis }: Explanation): boolean => basis === 'words' || basis === 'server-words';
