import { defined } from '../../text/defined.ts';
import { type EntryDraft, setPeer, setReply } from '../draft.ts';
import type { LogOutcome, LogWord } from '../log.ts';
import { asStage, part } from '../logWords.ts';

/** What the fields of one delivery say, until it is clear which of them count. */
export class Found {
  readonly recipients: LogWord[] = [];
  /** Addresses under a name that says no more than that they are such. */
  readonly addresses: LogWord[] = [];
  readonly weakRecipients: LogWord[] = [];
  sender: LogWord | undefined;
  weakSender: LogWord | undefined;
  server: LogWord | undefined;
  weakServer: LogWord | undefined;
  code: LogWord | undefined;
  enhanced: LogWord | undefined;
  reply: LogWord | undefined;
  words: LogWord | undefined;
  /** The words stand under a name of what went wrong. */
  isCause: boolean | undefined;
  readonly enhancedParts = new Map<string, string>();
  readonly outcomes: LogOutcome[] = [];
  readonly weakOutcomes: LogOutcome[] = [];
  isPassing = false;
}

export const hasCode = (words: string): boolean => REPLY.test(words);
/** Where a reply starts in words: at its code, behind whatever stands in front of it. */
const REPLY = /(?:^|[\s:;,("'={[])(?=[245][0-5]\d[ -]\S|[45]\.\d{1,3}\.\d{1,3} )/;

/** What Postfix says of the server and of the command in front of its answer and behind it. */
const SERVER = /^(?:host|connect to) (?=[^\s[]{1,255}\[[^\]\s]{2,64}\](?: said: |:\d{1,5}: | refused to talk))/;
const IN_REPLY = / \(in reply to ([^()]{1,60})\)/;

export function putReply(draft: EntryDraft, found: Found): void {
  const words = found.reply ?? found.words;
  if (words !== undefined) {
    draft.reason ??= words;
    const host = /\{FQDN=[\w.-]{3,255}(?=\})/.exec(words.text);
    if (host !== null && draft.relay === undefined)
      setPeer(draft, 'relay', part(words, host.index + 6, host.index + host[0].length));
    const led = /\{(?:LED|LRT)=[245]\d\d[^{}]{0,4000}/.exec(words.text);
    if (led !== null) setReply(draft, part(words, led.index + 5, led.index + led[0].length));
    const at = REPLY.exec(words.text);
    const from = SERVER.exec(words.text);
    if (from !== null && draft.relay === undefined) setPeer(draft, 'relay', part(words, from.index + from[0].length));
    const stage = asStage(IN_REPLY.exec(words.text)?.[1] ?? '');
    if (stage !== undefined) draft.stage ??= stage;
    if (draft.reply === undefined && at !== null) {
      const from = at.index + at[0].length;
      const close = /[("'{[]/.test(at[0]) ? /["'\]})]{1,4}$/.exec(words.text)?.index : undefined;
      const said = part(words, from, close);
      if (/^[245]\d\d/.test(said.text) || found.code === undefined) setReply(draft, said, true);
    }
    if (draft.reply !== undefined) return;
  }
  const { code } = found;
  const status = enhancedOf(found);
  if (code === undefined) {
    if (found.enhanced !== undefined) draft.dsn ??= found.enhanced;
    return;
  }
  const said = words?.text;
  const own = said && /^[245]\.\d{1,3}\.\d{1,3}(?=\s)/.exec(said)?.[0];
  draft.reply = {
    start: code.start,
    end: code.end,
    code: Number(code.text),
    codeSpan: { start: code.start, end: code.end },
    text: [code.text, own === undefined ? status : undefined, said].filter((one) => one !== undefined).join(' '),
    ...defined({ enhanced: own ?? status }),
  };
}

function enhancedOf({ enhanced, enhancedParts, code }: Found): string | undefined {
  const [first, subject, detail] = ['class', 'subject', 'detail'].map((one) => enhancedParts.get(one));
  const status =
    first !== undefined && subject !== undefined && detail !== undefined
      ? `${first}.${subject}.${detail}`
      : enhanced?.text;
  return status !== undefined && /^[245]\.\d/.test(status) && (code === undefined || code.text[0] === status[0])
    ? status
    : undefined;
}

/** Why a service does not try an address. */
const LISTED =
  /suppress|(?:black|block)list(?:ed)? (?:user|recipient|address)|preblocked|unsubscribed|previously (?:bounced|complained)|bounced address|spam reporting address/i;

/** What counts where several words are said of one delivery: the place where it is before the deed of a server. */
const ORDER: readonly LogOutcome[] = [
  'complained',
  'quarantined',
  'junked',
  'held',
  'suppressed',
  'expired',
  'discarded',
  'bounced',
  'rejected',
  'deferred',
  'sent',
  'received',
];

/** The answer to the data of a message, and to no command before it. */
const TAKEN = /^250[ -].{0,200}?(?:queued\b|\bfor delivery\b|\bid=)/i;

const firstOf = (said: readonly LogOutcome[]): LogOutcome | undefined => ORDER.find((one) => said.includes(one));

export function putOutcome(draft: EntryDraft, found: Found): void {
  const strong = firstOf(found.outcomes);
  const weak = firstOf(found.weakOutcomes);
  const kept = weak === 'junked' || weak === 'quarantined' || weak === 'suppressed' || weak === 'complained';
  // What a filter takes a message for is no place where one that it dropped lies.
  const isGone = weak === 'junked' && strong === 'discarded';
  let outcome = kept && !isGone ? firstOf([weak, ...found.outcomes]) : (strong ?? weak);
  if (strong === 'bounced' && found.isPassing) outcome = 'deferred';
  const code = draft.reply?.code;
  // A status alone is all that is said.
  const digit = Number((draft.reply?.text ?? (draft.reason === undefined ? draft.dsn?.text : undefined))?.[0]);
  if (outcome === 'suppressed' && code !== undefined && digit >= 4) outcome = 'bounced';
  else if (
    (outcome === 'rejected' || outcome === 'bounced' || outcome === 'discarded') &&
    code === undefined &&
    draft.reason !== undefined &&
    LISTED.test(draft.reason.text)
  )
    outcome = 'suppressed';
  // What another server refused came back to this one.
  if (outcome === 'rejected' && SERVER.test(draft.reason?.text ?? '')) outcome = 'bounced';
  if (outcome === 'bounced' && code === undefined && found.outcomes.includes('rejected')) outcome = 'rejected';
  if (outcome === 'sent' && code !== undefined && digit >= 5) outcome = 'bounced';
  if ((outcome === undefined || outcome === 'received') && digit >= 4) outcome = digit < 5 ? 'deferred' : 'bounced';
  if (outcome === undefined && TAKEN.test(draft.reply?.text ?? '')) outcome = 'sent';
  if (outcome !== undefined) draft.outcome ??= outcome;
}
