import type { Lines } from '../../text/lines.ts';
import { append } from '../../text/lists.ts';
import { RECIPIENT_LABELS, UNDELIVERED } from './noticeWords.ts';

/** An address in the words of a notice, and how it stands there. */
export interface AddressLine {
  readonly address: string;
  readonly line: number;
  /** Columns of the address. */
  readonly from: number;
  readonly to: number;
  /**
   * `alone`: the line begins with it; `labelled`: behind a heading that says it is the recipient; `commanded`: in RCPT;
   * `refused`: in a line that says what went wrong; `named`: behind a heading that a summary of a message has as well.
   */
  readonly as: 'alone' | 'labelled' | 'commanded' | 'refused' | 'named';
  /** Column where the words behind it start. */
  readonly rest: number;
}

const ATOM = '[^\\s<>()\\[\\]:;,"\'@\\u0080-\\u009f]{1,64}';
const DOMAIN = '(?:[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}._-]{0,252}[\\p{L}\\p{N}])?|\\[[\\d.a-fA-F:]{3,45}\\])';
/** The address of a page may hold one: it names nobody. */
const ADDRESS = `(?!//)(?:${ATOM}|"[^"\\s<>]{1,64}")@${DOMAIN}`;

/** The line begins with the address, with marks of a list or a name in front. */
const ALONE = new RegExp(
  `^[\\s>*•·|"“–-]{0,40}(?:(?:\\d{1,2}[.)] )|(?:[a-z]=[^;@]{0,60}; ?){1,9}dda:SMTP=|(?:to|rcpt|recipient|smtp)[:;] ?|-{2,8} [\\w ]{3,60} -{2,8} |"?\\p{L}[\\p{L}\\p{N}_.,'-]{0,30}(?: [\\p{L}\\p{N}_.,'-]{1,30}){0,3}"? ?(?=<(?:mailto:)?${ADDRESS}>))?["'<\\[(]{0,2}(?:mailto:)?(${ADDRESS})[>"'\\])]{0,3}(?=$|[\\s:;,(\\[<]|\\.(?![\\p{L}\\p{N}]))`,
  'u',
);

const LABELLED = new RegExp(
  `^[\\s>*-]{0,40}(?:[\\p{L}\\p{N}'’, /()_-]{0,60}\\b)?(?:recipients?(?: address| e-?mail| are)?|addressed(?: to)?,?|address|rcpt to|user(?: unknown)?|unknown (?:local )?(?:user|address|recipient|host)|mailbox(?: full)?|deliver(?:y|ed|ing)? (?:your )?(?:this )?(?:message|mail|e-?mail)? ?(?:has )?(?:failed )?to|unable to deliver (?:the )?(?:message|mail) to|sent to|send to|message to|mail to|failed for|fail(?:ed)?|invalid user|(?:ultimately )?generated (?:by|from)|${RECIPIENT_LABELS})[\\p{L} ]{0,30}(?:\\((?:s|es)\\))?[ :=：]{1,8}[<"'\\[]?(?:(?:rfc822|smtp)[:;] ?)?[<"'\\[]?(${ADDRESS})[>"'\\])]?(?=$|[\\s:;,(\\[]|\\.(?![\\p{L}\\p{N}]))`,
  'iu',
);

/** Exchange Online names both halves of the address apart: `bob wasn't found at fabrikam.test.` */
const HALVES = [
  "^(@) (?:wasn['’]t|was not|couldn['’]t be|could not be|isn['’]t) found (?:at|in|on) (#)",
  '^(@) (?:wurde|konnte) (?:bei|in|unter|auf) (#) nicht gefunden',
  "^(@) (?:est introuvable|n['’]a pas été trouvée?|n['’]existe pas) (?:sur|à|dans|chez) (#)",
  '^no se (?:ha )?(?:encontró|encontrado|pudo encontrar) (?:a )?(@) en (#)',
  '^(@) no se (?:encontró|ha encontrado|pudo encontrar) en (#)',
  '^(@) não foi encontrad[oa] (?:em|no) (#)',
  '^(@) non (?:è stat[oa] )?trovat[oa] (?:in|su|presso) (#)',
  '^(@) (?:is|werd|kan) niet (?:gevonden|worden gevonden) (?:bij|op|in) (#)',
  '^(@) (?:hittades|blev|ble) (?:inte|ikke) ?(?:fundet|funnet)? (?:på|i|hos) (#)',
  '^(@) (?:не найден|не удалось найти) (?:в|на) (#)',
  '^nie znaleziono (@) w (#)',
  '^(@) (?:が|は) ?(#) ?(?:で|に)見つかりませんでした',
  '^(?:在 ?)?(#) ?(?:中|上|处)?(?:找不到|未找到) ?(@)',
].map(
  (source) =>
    new RegExp(
      source
        .replace('^', '^[\\s>*•-]{0,40}')
        .replace('@', '?<local>[^\\s@<>()"]{1,64}')
        .replace('#', '?<domain>[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}'),
      'iu',
    ),
);

/** Any other heading with nothing but the address behind it. */
const HEADED = new RegExp(
  `^[\\s>*-]{0,40}[\\p{L}\\p{N}'’ /()_-]{2,80}[:：][ \\t]{0,8}<?(${ADDRESS})>?[\\s.]{0,8}$`,
  'u',
);

/** Sendmail's own line behind a transcript: `554 <a@b.test>... Remote protocol error`. */
const ANSWERED = new RegExp(
  `^[\\s>]{0,10}[245]\\d\\d (?:[245]\\.\\d{1,3}\\.\\d{1,3} )?<?(${ADDRESS})>?\\.\\.\\. `,
  'u',
);

/** `<id> delivery to bob@fabrikam.test failed with code 550`: what else stands in the line is no recipient. */
const DELIVERY = new RegExp(`\\bdelivery to <?(${ADDRESS})>? (?:has )?failed\\b`, 'iu');

const COMMANDED = new RegExp(`\\bRCPT TO: ?<?(${ADDRESS})>?`, 'iu');

const NAMED = new RegExp(
  `^[\\s>*-]{0,40}(?:to|an|à|para|an:|for|x-envelope-to)[ \\t]{0,4}[:=][ \\t]{0,20}(?:[^@<]{0,80}[\\s<"'(;,])?<?(${ADDRESS})>?`,
  'iu',
);

const ANY = new RegExp(`(?<![^\\s<>()\\[\\]:;,"'=])(${ADDRESS})(?![@\\p{L}\\p{N}])`, 'gu');

/** What stands in front of an address that helps: another one to use, or how addresses look there. */
const HELPFUL =
  /\b(?:(?:please|instead|should|can|may|could) (?:use|try|mail|e-?mail|write(?: to)?|re-?send (?:it |your \w{1,10} |this \w{1,10} )?to)|new (?:e-?mail )?address|neue (?:e-?mail-?)?adresse|nouvelle adresse|nueva dirección|novo endereço|nuovo indirizzo|nieuwe? (?:e-?mail-?)?adres|(?:moved|changed|replaced) (?:to|by|with)|is now|form(?:at)? of|e\.g\.|for example|such as|if(?= \S{0,2}$))(?![\p{L}\p{N}])[^@.!?]{0,60}$/iu;

/** Whether the words in front of column `from` hand an address to whoever reads the notice. */
const isHelpful = (text: string, from: number): boolean => HELPFUL.test(text.slice(Math.max(0, from - 120), from));

/** What stands in front of the sender's own address. */
const OF_SENDER = /\b(?:sender(?: address)?|verif\w{1,8} failed for)[:=]? ?["'<(]{0,2}$/i;

const isOfSender = (text: string, from: number): boolean => OF_SENDER.test(text.slice(Math.max(0, from - 60), from));

/** What stands behind it: `<alice@contoso.test>: Sender address rejected` (Postfix). */
const IS_SENDER = /^[>"']{0,2}: sender addr/i;

const REFUSING =
  /\b(?:[45]\d\d[ -]|[45]\.\d{1,3}\.\d{1,3}\b|could not|can ?not|can't|couldn't|unable|fail(?:ed|ure)?|reject|refus|unknown|not (?:found|exist|listed|accept|deliver|a (?:valid|known))|no such|doesn't|does not|disabled|error|deliver|full|exceed|quota|invalid|undeliver|permanent|trouble|wasn't|not able|not (?:a )?member|duplicated)|届き|送信|配信|存在|不明|失败|失敗|доставлен|投递/i;

/** Lines that speak of somebody else. */
const OTHER =
  /^[\s>*-]{0,40}(?:发件人|寄件者|寄件人|差出人|送信者|보낸 ?사람|발신자|отправитель|absender|von|expéditeur|émetteur|remitente|remetente|mittente|afzender|nadawca|odesílatel|avsändare|afsender|from|sender|reply-?to|return-path|mail from|original sender|x-(?!envelope-to\b)[\w-]+|cc|message-id|contact|subject|date|received|helo|ehlo|envelope-from|resent-[\w-]+|references|in-reply-to|sent)(?![\p{L}\p{N}_]) ?[:=：]|MAIL FROM|(?<![\w.@+-])(?:contact|(?<!\b(?:ihre|deine|your|this|the) )e-?mail|e-?mail(?! (?:to|an)\b)|write to|forward(?:ed)? (?:it|this|the) .{0,40}to|ask|send .{0,40} to|questions?|help|support|assistance|message-id|sent by|your address|from:|postmaster@)\b(?![\w.+-]{0,64}@)[^@]{0,80}@|postmaster@\b/iu;

/** Characters of a line that are looked at. */
const WIDTH = 1000;

/** The addresses in lines `0` to `end` that a notice may be about, at most `most`. */
export function findAddresses(lines: Lines, end: number, most: number): readonly AddressLine[] {
  const found: AddressLine[] = [];
  for (let line = 0; line < end && found.length < most && lines.has(line); line++) {
    const text = lines.at(line).slice(0, WIDTH);
    if (!text.includes('@')) {
      append(found, inHalves(text, line));
      continue;
    }
    const heading = headingAbove(lines, line);
    const alias = line > 0 && /\(expanded from\s{0,4}$/.test(lines.at(line - 1));
    const other = alias || OTHER.test(text) || heading === 'other';
    const alone = alias || heading === 'other' ? undefined : match(text, line, ALONE, 'alone');
    if (alone !== undefined && !(other && /[\p{L}]{2,}[^<]{0,60}$/u.test(text.slice(0, alone.from))))
      found.push(heading === 'to' ? { ...alone, as: 'named' } : alone);
    else if (other) append(found, one(match(text, line, COMMANDED, 'commanded')));
    else append(found, unlikeAlone(text, line));
  }
  return found;
}

/**
 * Whether a mail program put the name of a field on a line of its own over this one, as it does when a header is copied
 * out of it: `to` for whom the notice went to, `other` for somebody else.
 */
function headingAbove(lines: Lines, line: number): 'to' | 'other' | undefined {
  const above = line === 0 ? '' : lines.at(line - 1);
  if (FIELD_ABOVE.test(above)) return 'other';
  const isCopied = TO_ABOVE.test(above) && line > 1 && /\S/.test(lines.at(line - 2));
  return isCopied ? 'to' : undefined;
}

const FIELD_ABOVE =
  /^[\s>*]{0,20}(?:from|sender|cc|bcc|reply-to|subject|date|von|absender|de|expéditeur|da|mittente|remitente|van|afzender|od|nadawca|от|отправитель|från|avsändare|fra|差出人|发件人|寄件者|보낸 ?사람)[ \t]{0,4}[:：]\*{0,2}[ \t]{0,4}$|^[\s>*]{0,20}(?:sender|absender|expéditeur|mittente|remitente|afzender|nadawca|отправитель|avsändare|发件人|寄件者)(?: address)?\*{0,2}[ \t]{0,4}$/iu;
const TO_ABOVE =
  /^[\s>*]{0,20}(?:to|an|à|para|aan|a|do|кому|til|till|宛先|收件人|받는 ?사람)[ \t]{0,4}[:：]\*{0,2}[ \t]{0,4}$/iu;

function inHalves(text: string, line: number): readonly AddressLine[] {
  if (text.length > 200 || !text.includes('.')) return [];
  for (const pattern of HALVES) {
    const at = pattern.exec(text);
    const { local, domain } = at?.groups ?? {};
    if (at === null || local === undefined || domain === undefined) continue;
    const from = at[0].length - at[0].trimStart().length;
    return [{ address: `${local}@${domain}`, line, from, to: at[0].length, as: 'alone', rest: at[0].length }];
  }
  return [];
}

const one = (found: AddressLine | undefined): readonly AddressLine[] => (found === undefined ? [] : [found]);

function unlikeAlone(text: string, line: number): readonly AddressLine[] {
  const answered = match(text, line, ANSWERED, 'labelled');
  if (answered !== undefined) return [answered];
  const named = match(text, line, NAMED, 'named');
  if (named !== undefined) return [named];
  const strict =
    match(text, line, LABELLED, 'labelled') ??
    match(text, line, HEADED, 'labelled') ??
    match(text, line, DELIVERY, 'labelled') ??
    match(text, line, COMMANDED, 'commanded');
  if (strict !== undefined && !isHelpful(text, strict.from) && !isOfSender(text, strict.from)) return [strict];
  if (!REFUSING.test(text) && !UNDELIVERED.test(text)) return [];
  const found: AddressLine[] = [];
  const senders = new Set<string>();
  for (const one of text.matchAll(ANY)) {
    const { address, skipped } = clean(one[1] as string);
    const from = one.index + skipped;
    if (isOfSender(text, from) || IS_SENDER.test(text.slice(from + address.length, from + address.length + 20)))
      senders.add(address);
    if (!isHelpful(text, from) && !senders.has(address))
      found.push({ address, line, from, to: from + address.length, as: 'refused', rest: 0 });
  }
  return found;
}

function match(text: string, line: number, pattern: RegExp, as: AddressLine['as']): AddressLine | undefined {
  const found = pattern.exec(text);
  const address = found?.[1];
  if (found === null || address === undefined) return undefined;
  const cleaned = clean(address);
  const from = found.index + found[0].lastIndexOf(address) + cleaned.skipped;
  const to = from + cleaned.address.length;
  return { address: cleaned.address, line, from, to, as, rest: found.index + found[0].length };
}

/**
 * An address without the full stop of the sentence. In scripts that are written without blanks the words around it stand
 * close to it; `skipped` characters in front were such words.
 */
function clean(written: string): { readonly address: string; readonly skipped: number } {
  const [, before = '', ascii] = WITHIN_WORDS.exec(written) ?? [];
  return { address: (ascii ?? written).replace(/[.]{1,9}$/, ''), skipped: ascii === undefined ? 0 : before.length };
}

const WITHIN_WORDS =
  /^([\p{Script=Han}\u3040-\u30ff\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]{0,64})([!-?A-~]{1,64}@[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){1,8})(?=$|[^ -~])/u;

/** All addresses in a text. */
export const addressesIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(ANY), (one) => clean(one[1] as string).address);
