import { append } from '../../text/lists.ts';
import { type EntryDraft, keep, setPeer } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { bare, ipPeer, part } from '../logWords.ts';
import { withoutPort } from '../namedFields.ts';
import { asTime } from '../time.ts';
import { eventOutcome, isPassing } from './eventWords.ts';
import { exportSlot } from './fieldMap.ts';
import { Found, hasCode, putOutcome, putReply } from './found.ts';
import type { JsonField } from './jsonText.ts';

/** Reads the fields of an export, each by its name, whatever service or program it is of. */
export function readNamedValues(draft: EntryDraft, fields: readonly JsonField[]): void {
  const found = new Found();
  for (const field of fields) {
    if (field.value.text !== '') put(draft, found, field);
  }
  const recipients = [found.recipients, found.addresses].find((list) => list.length > 0) ?? found.weakRecipients;
  const known = new Set(draft.recipients.map(({ text }) => text));
  for (const one of recipients) {
    if (known.has(one.text)) continue;
    known.add(one.text);
    draft.recipients.push(one);
  }
  const sender = found.sender ?? found.weakSender;
  if (sender !== undefined) draft.sender ??= sender;
  const server = found.server ?? found.weakServer;
  if (server !== undefined && draft.relay === undefined) setPeer(draft, 'relay', server);
  putReply(draft, found);
  putOutcome(draft, found);
}

function put(draft: EntryDraft, found: Found, { name, under, value }: JsonField): void {
  if (isEnhancedPart(under)) {
    found.enhancedParts.set(name, value.text);
    if (name === 'detail') found.enhanced ??= value;
    return;
  }
  const slot = exportSlot(name, under);
  switch (slot) {
    case 'recipient':
    case 'weakRecipient': {
      const addresses = addressesIn(value);
      if (slot === 'weakRecipient') append(found.weakRecipients, addresses);
      else append(/^e?mail/i.test(name) ? found.addresses : found.recipients, addresses);
      // Postfix's queue in some panels: `bob@contoso.test (host mx.fabrikam.test said: …)`.
      const why = /^<?[^\s<>()]{1,320}>?\s\((?=[^()]{8})/.exec(value.text)?.[0].length;
      if (why !== undefined && value.text.endsWith(')')) putWords(found, part(value, why, value.text.length - 1), true);
      const state = /##([A-Za-z ,]{3,100})$/.exec(value.text)?.[1];
      // What was sent to another server has left this one.
      if (state !== undefined) putState(found, state.replace(/\bSend$/i, 'sent'), true);
      return;
    }
    case 'sender':
    case 'weakSender': {
      const [address] = addressesIn(value);
      if (address === undefined && value.text !== '<>') return;
      if (slot === 'sender') found.sender ??= address ?? part(value, 1, 1);
      else found.weakSender ??= address;
      keep(draft, name, value);
      return;
    }
    case 'messageId':
      if (EXIM_ID.test(value.text)) {
        draft.queueId ??= value;
        return;
      }
      if (draft.messageId === undefined || (!draft.messageId.text.includes('@') && value.text.includes('@')))
        draft.messageId = bare(value);
      return;
    case 'queueId':
    case 'session':
      if (slot === 'queueId' && value.text.includes('@')) draft.messageId ??= bare(value);
      if (slot === 'session' || !/^[\w\\.-]{3,64}$/.test(value.text)) return;
      if (draft.queueId === undefined || /^queue/i.test(name)) draft.queueId = value;
      return;
    case 'server':
      if (isHost(value.text)) found.server ??= bare(value);
      keep(draft, name, value);
      return;
    case 'weakServer':
      if (isHost(value.text)) found.weakServer ??= bare(value);
      keep(draft, name, value);
      return;
    case 'client': {
      const ip = bare(withoutPort(value));
      if (/^[0-9a-f:.]{3,45}$/i.test(ip.text)) draft.client ??= ipPeer(ip);
      return;
    }
    case 'time':
      // A number of few digits is how long it took.
      if (!/^\d{1,8}$/.test(value.text)) draft.time ??= asTime(value);
      return;
    case 'code':
    case 'enhanced':
      putCode(found, value);
      return;
    case 'reply':
      putWords(found, value, true);
      return;
    case 'weakReply':
      putState(found, value.text, false);
      putWords(found, value, false, CAUSES.test(name));
      keep(draft, name, value);
      return;
    case 'status':
    case 'weakStatus':
      putStatus(draft, found, name, value, slot === 'status');
      return;
    case 'subject':
      draft.subject ??= value;
      return;
    case 'aside':
      // The queue of those that are held (Postfix, postqueue(1)).
      if (/^queue_?name$/i.test(name) && /^(?:hold|deferred)$/.test(value.text))
        found.outcomes.push(value.text === 'hold' ? 'held' : 'deferred');
      keep(draft, name, value);
      return;
    default:
      if (EXIM_ID.test(value.text)) draft.queueId ??= value;
      keep(draft, name, value);
  }
}

/** An id of Exim's queue, which its exports call that of the message. */
const EXIM_ID = /^[0-9A-Za-z]{6}-(?:[0-9A-Za-z]{6}-[0-9A-Za-z]{2}|[0-9A-Za-z]{11}-[0-9A-Za-z]{4})$/;

const isEnhancedPart = (under: readonly string[]): boolean => /^enhanced_?code$/i.test(under.at(-1) ?? '');

const isHost = (text: string): boolean =>
  !text.includes('@') &&
  /^\[?(?:[\w-]{1,63}\.){1,10}[\w-]{1,63}\.?\]?(?:[ :[(]|$)|^[0-9a-f:]{3,45}$/i.test(text) &&
  !/^localhost/i.test(text);

function putCode(found: Found, value: LogWord): void {
  const code = /^(?:\d{3}(?=$|\s)|[245]\.\d{1,3}\.\d{1,3}(?!\d))/.exec(value.text)?.[0];
  if (code === undefined || hasCode(value.text)) {
    if (hasCode(value.text)) putWords(found, value, true);
    return;
  }
  if (code.includes('.')) found.enhanced ??= part(value, 0, code.length);
  else if (/^[2-5][0-5]\d$/.test(code)) found.code ??= part(value, 0, 3);
}

/** Words that stand for none. */
const NOTHING =
  /^(?:generic|none|null|unknown|undetermined|n\/a|-|true|false|default|general|other|bounce|bounces|message|delivery|notification|success|\d{1,20}|\d{1,4}([-./])\d\d?\1\d{1,4}[ \d:]{0,9})$/i;

/** Names of what went wrong, where `msg` says what was tried. */
const CAUSES = /err(?:or)?$|reason$|cause$/i;

function putWords(found: Found, value: LogWord, isReply: boolean, isCause = false): void {
  if (NOTHING.test(value.text) || value.text.length < 3) return;
  if (hasCode(value.text)) {
    // Of the events of one message that which ends it counts: a refusal for good before one for now.
    if (found.reply === undefined || !hasCode(found.reply.text) || (isFinal(value.text) && !isFinal(found.reply.text)))
      found.reply = value;
  } else if (isReply) {
    found.reply ??= value;
  } else if (
    found.words === undefined ||
    (value.text.includes(' ') && (saysLittle(found.words.text) || (isCause && !found.isCause)))
  ) {
    found.words = value;
    found.isCause = isCause;
  }
}

/** A word alone, or what became of it once more: `Hard bounce`. */
const saysLittle = (words: string): boolean => !words.includes(' ') || eventOutcome(words) !== undefined;

const isFinal = (words: string): boolean => /(?:^|[^\d.])5\d\d[ -]/.test(words);

function putStatus(draft: EntryDraft, found: Found, name: string, value: LogWord, isStrong: boolean): void {
  const { text } = value;
  if (/^(?:\d{3}|[245]\.\d{1,3}\.\d{1,3})(?:$|[ (])/.test(text)) {
    if (hasCode(text)) putWords(found, value, true);
    else putCode(found, value);
    return;
  }
  if (/^(?:true|yes|1)$/i.test(text)) {
    putState(found, name.replace(/^is_?/i, ''), false);
    return;
  }
  if (/^(?:false|no|0)$/i.test(text)) {
    if (/^(?:success|delivered)$/i.test(name)) putState(found, 'failed', true);
    return;
  }
  if (/^quarantine_? ?folder$/i.test(name)) found.weakOutcomes.push('quarantined');
  if (/^severity$/i.test(name)) found.isPassing ||= isPassing(text);
  // A queue has why behind it: `Deferred (connect to mx.fabrikam.test[192.0.2.1]:25: Connection timed out)`.
  const why = /^[\p{L} ]{3,30}\((?=.{8})/u.exec(text)?.[0].length;
  if (why !== undefined && text.endsWith(')')) {
    putWords(found, part(value, why, text.length - 1), true);
    putStatus(draft, found, name, bare(part(value, 0, why - 1)), isStrong);
    return;
  }
  if (draft.status === undefined && isStrong) draft.status = value;
  else keep(draft, name, value);
  if (hasCode(text)) putWords(found, value, true);
  // The deed of a filter; as an event of a service that sends it says that nothing was tried.
  else if (/^dropped$/i.test(text) && /^(?:act|(?:final|policy|spam|av)?_?action(?:taken)?|disposition)$/i.test(name))
    found.outcomes.push('discarded');
  else if (!putState(found, text, isStrong)) putWords(found, value, false);
}

/** Takes a word or a list of words of what became of it; false where they are none. */
function putState(found: Found, words: string, isStrong: boolean): boolean {
  const outcome =
    eventOutcome(words) ??
    words
      .split(/[,;|/]| - /)
      .slice(0, 8)
      .map((one) => eventOutcome(one))
      .findLast((one) => one !== undefined);
  if (outcome === undefined) return false;
  (isStrong ? found.outcomes : found.weakOutcomes).push(outcome);
  return true;
}

const ADDRESS = /[^\s,;<>()[\]{}"'#|]{1,200}@[^\s,;<>()[\]{}"':#|]{1,255}/g;

/** The addresses in a value, however they are listed. */
function addressesIn(value: LogWord): readonly LogWord[] {
  const found: LogWord[] = [];
  for (const match of value.text.matchAll(ADDRESS)) {
    // All of a value, which may be written with escapes, stands where the value does.
    if (match[0] === value.text && !/[.…]$/.test(value.text)) return [value];
    found.push(part(value, match.index, match.index + match[0].replace(/[.…]{1,5}$/, '').length));
  }
  return found;
}
