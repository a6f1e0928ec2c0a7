import { defined } from '../text/defined.ts';
import type { Span } from '../text/span.ts';
import type { Parties } from './foundReply.ts';

/** Characters around a reply in which a program names whom it was about. */
const BEHIND = 1200;
const FRONT = 500;

const ADDRESS = '([^\\s<>"\'(),;:@\\\\{}=[\\]]{1,64}@[^\\s<>"\'(),;:@\\\\{}=[\\]]{1,255})';
const at = (source: string, flags = 'i'): RegExp => new RegExp(source.replace('@@', ADDRESS), flags);

/** Who stands in front of a reply, the last first. */
const SENDER_IN_FRONT = at('(?:sender|from address|mail from|from)[^@\\n]{0,40}[<:\'" ]@@>?[^@\\n]{0,60}$');
/** What was asked right in front: `SMTP error from remote mail server after RCPT TO:<bob@fabrikam.test>:` (Exim). */
const ASKED_FOR = at('\\brcpt to: ?<@@>:?\\s{0,12}$');
const RECIPIENT_IN_FRONT: readonly RegExp[] = [
  at('[\'"<]@@[\'">]{1,2}: ?[\\[({]{0,2}$'),
  at(
    '(?:recipients?|rcpt(?: to)?|address|mail to|send to|sending (?:e-?mail )?to|deliver(?:y|ing)? to|to|for)[^@\\n]{0,40}[<:\'" =]@@[>\'"]?[^@\\n]{0,60}$',
  ),
];

/** Whom the words are about: what they say of the address that they name. */
const SENDER_IN_WORDS: readonly RegExp[] = [
  at(
    '^[<"\']?@@[>"\']?[:.]{0,3} {0,2}(?:sender|from|envelope from|return[- ]?path|reverse[- ]?path|does not belong|not owned)',
  ),
  at(
    '(?:sender|mail from|from address|return[- ]path|verification failed for|verify failed for|send (?:mail |messages? )?as|on behalf of|belong\\w{0,4} to)[^@\\n]{0,30}[<:\'" ]@@',
  ),
];
const RECIPIENT_IN_WORDS: readonly RegExp[] = [
  at('^[<"\']?@@[>"\']?'),
  at('(?:recipient|user|mailbox|rcpt|account|address|deliver\\w{0,6}|relay\\w{0,3}|to|for)[^@\\n]{0,40}[<:\'" ]@@'),
];

/** The name of an object that may be the recipient itself. */
const OBJECT_OF_RECIPIENT = at('["\']@@["\']: ?\\{[^{}@]{0,300}$');
/** Keys of JSON and of objects that name the recipient. */
const RECIPIENT_KEY = at(
  '(?<![a-z])(?:recipients?|receivers?|rcpt(?:_?to)?|final-?recipient|email(?:address)?|to|address|rejected)["\'\\\\]{0,4} ?[:=] ?[\\[{ \\n"\'\\\\]{0,12}<?@@',
);
const EACH_RECIPIENT_KEY = new RegExp(RECIPIENT_KEY.source, 'gi');

/** Whom a reply is about and who gave it, where what stands around it says so. */
export function partiesAround(text: string, within: Span, start: number, words: Span, before: string): Parties {
  const said = text.slice(words.start, Math.min(words.end, words.start + 300));
  const named = REFUSED.exec(text.slice(words.end, Math.min(within.end, words.end + 340)))?.[1];
  const asked = ASKED_FOR.exec(before)?.[1];
  const inFront =
    asked === undefined
      ? (SENDER_IN_FRONT.exec(before)?.[1] ?? (/Recipient/.test(before) ? undefined : named))
      : undefined;
  const sender = first(SENDER_IN_WORDS, said) ?? inFront;
  const recipient =
    sender === undefined
      ? (asked ??
        named ??
        first(RECIPIENT_IN_FRONT, before) ??
        first(RECIPIENT_IN_WORDS, said) ??
        inFields(text, within, start, words.end))
      : undefined;
  const server = SERVER.exec(before)?.[1];
  return { ...defined({ recipient: bare(recipient), sender: bare(sender), server }) };
}

const SERVER = /\b(?:host|server|relay|mx|mta)[ =:]{1,3}["']?([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})\b[^\n]{0,60}$/i;

/** Libraries of Python name the address behind the reply: `SMTPSenderRefused: (501, b'…', 'addr')`. */
const REFUSED = at('^\\\\{0,7}["\'], ?["\']@@["\']\\)');

/** Only where fields stand around it. */
function inFields(text: string, within: Span, start: number, end: number): string | undefined {
  const front = text.slice(Math.max(within.start, start - FRONT), start);
  const key = /["'\w][ \t]?[:=] ?\\{0,7}["'\d]?[^\n:]{0,10}$/.test(front);
  if (!key) return undefined;
  const named = OBJECT_OF_RECIPIENT.exec(front)?.[1];
  if (named !== undefined) return named;
  const behind = text.slice(end, Math.min(within.end, end + BEHIND));
  return nearestRecipient(front) ?? RECIPIENT_KEY.exec(behind)?.[1];
}

/** The last that is named in front of a reply: what stands further up may be about another one. */
function nearestRecipient(front: string): string | undefined {
  let found: string | undefined;
  for (const match of front.matchAll(EACH_RECIPIENT_KEY)) found = match[1];
  return found;
}

const first = (patterns: readonly RegExp[], text: string): string | undefined => {
  if (!text.includes('@')) return undefined;
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
};

const bare = (address: string | undefined): string | undefined => address?.replace(/[.>]{1,3}$/, '');
