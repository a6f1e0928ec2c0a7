import { defined } from '../text/defined.ts';
import { type EntryDraft, keep, setPeer, setReply } from './draft.ts';
import { outcomeNamed, type Slot, slotOf } from './fieldNames.ts';
import type { LogWord } from './log.ts';
import { bare, ipPeer, type Pair, part } from './logWords.ts';
import { asTime } from './time.ts';

/** What is put together at the end: a reply whose parts stand in fields of their own. */
interface Parts {
  code?: LogWord;
  enhanced?: LogWord;
  words?: LogWord;
}

/** Reads fields by their names; what has no place of its own is kept. The first value of a kind counts. */
export function readNamed(draft: EntryDraft, pairs: readonly Pair[]): void {
  const parts: Parts = {};
  for (const { name, value } of pairs) {
    const slot = slotOf(name);
    if (slot === undefined || value.text === '') keep(draft, name, value);
    else put(draft, parts, slot, name, value);
  }
  putReply(draft, parts);
}

function put(draft: EntryDraft, parts: Parts, slot: Slot, name: string, value: LogWord): void {
  switch (slot) {
    case 'recipient':
      for (const one of addressesIn(value)) {
        if (!draft.recipients.some(({ text }) => text === one.text)) draft.recipients.push(one);
      }
      return;
    case 'sender':
      draft.sender ??= addressesIn(value)[0] ?? bare(value);
      return;
    case 'queueId':
      if (/^[\w\\.-]{3,64}$/.test(value.text)) draft.queueId ??= value;
      else if (value.text.includes('@')) draft.messageId ??= bare(value);
      else keep(draft, name, value);
      return;
    case 'messageId':
      draft.messageId ??= bare(value);
      return;
    case 'session':
      draft.session ??= value;
      return;
    case 'server':
      if (draft.relay === undefined && !/^(?:localhost|none|-)$/.test(value.text)) setPeer(draft, 'relay', value);
      keep(draft, name, value);
      return;
    case 'client':
      draft.client ??= ipPeer(bare(withoutPort(value)));
      return;
    case 'code':
      if (/^[2-5][0-5]\d$/.test(value.text)) parts.code ??= value;
      else if (/^[245]\.\d{1,3}\.\d{1,3}$/.test(value.text)) parts.enhanced ??= value;
      else keep(draft, name, value);
      return;
    case 'enhanced':
      if (/^[245]\.\d{1,3}\.\d{1,3}/.test(value.text)) parts.enhanced ??= value;
      else keep(draft, name, value);
      return;
    case 'reply':
      if (parts.words === undefined || (!hasCode(parts.words.text) && (hasCode(value.text) || OF_SERVER.test(name)))) {
        parts.words = value;
      } else keep(draft, name, value);
      return;
    case 'status':
      if (/^[245]\.\d{1,3}\.\d{1,3}$/.test(value.text)) parts.enhanced ??= value;
      else if (draft.status === undefined) {
        draft.status = value;
        const outcome = outcomeNamed(value.text);
        if (outcome !== undefined) draft.outcome ??= outcome;
      } else keep(draft, name, value);
      return;
    case 'time':
      draft.time ??= asTime(value);
      return;
  }
}

/** An address without the port that stands behind it: `192.0.2.1:50000`, `[2001:db8::1]:50000`. */
export function withoutPort(value: LogWord): LogWord {
  const address = /^(?:[\d.]{7,15}|\[[\da-f:.]{3,45}\])(?=:\d{1,5}$)/i.exec(value.text)?.[0];
  return part(value, 0, address?.length);
}

/** Fields that hold what a server said, beside those in which a program says why it refused. */
const OF_SERVER = /^(?:smtp|diagnostic|dsn)/i;

const hasCode = (words: string): boolean => REPLY.test(words) || /\bCode: [45]\d\d\b/.test(words);

/** Where a reply starts in words: at its code, behind whatever a program says of it. */
const REPLY = /(?:^|[\s:;,("'={[])(?=[245][0-5]\d(?:[ -]#?[245]\.\d{1,3}\.\d{1,3}\b|[ -]\S)|[45]\.\d{1,3}\.\d{1,3} )/;

/** A reply that was taken apart and written by its parts: `Code: 550, Enhanced code: 5.1.1, Message: …`. */
const TAKEN_APART =
  /\bCode: ([2-5]\d\d)(?:, Enhanced code: ([245]\.\d{1,3}\.\d{1,3}))?(?:, Message: ([^\r\n]{0,2000}))?/;

function putReply(draft: EntryDraft, parts: Parts): void {
  const { code, enhanced } = parts;
  const words = parts.words && lastError(draft, parts.words);
  if (words !== undefined) {
    draft.reason ??= words;
    const apart = TAKEN_APART.exec(words.text);
    if (apart !== null) {
      const [all, digits = '', status, said = ''] = apart;
      const at = words.start + apart.index;
      const text = [digits, status, said.replace(/["\]})]{1,3}$/, '')]
        .filter((one) => one !== undefined && one !== '')
        .join(' ');
      draft.reply ??= { start: at, end: at + all.length, code: Number(digits), text, ...defined({ enhanced: status }) };
      return;
    }
    const at = REPLY.exec(words.text);
    if (code === undefined && at !== null) setReply(draft, trimmed(part(words, at.index + at[0].length)), true);
    if (draft.reply !== undefined) return;
  }
  if (code === undefined) {
    if (enhanced !== undefined) draft.dsn ??= enhanced;
    return;
  }
  const said = words?.text ?? '';
  const own = /^([245]\.\d{1,3}\.\d{1,3}) /.exec(said)?.[1];
  const status = enhanced?.text ?? own;
  const rest = [code.text, own === undefined ? status : undefined, said.startsWith(code.text) ? said.slice(4) : said];
  draft.reply = {
    start: code.start,
    end: code.end,
    code: Number(code.text),
    codeSpan: { start: code.start, end: code.end },
    text: rest.filter((one) => one !== undefined && one !== '').join(' '),
    ...defined({ enhanced: status }),
  };
}

/** `[{LED=550 5.1.1 …};{MSG=};{FQDN=mx.contoso.test};{IP=192.0.2.7}]`: the last error that Exchange met, and where. */
function lastError(draft: EntryDraft, words: LogWord): LogWord {
  const led = /\{(?:LED|LRT)=(?=[245]\d\d)([^{}]{1,4000})/.exec(words.text);
  if (led?.[1] === undefined) return words;
  const host = /\{FQDN=([\w.-]{3,255})\}/.exec(words.text);
  if (host?.[1] !== undefined && draft.relay === undefined) {
    setPeer(draft, 'relay', part(words, host.index + 6, host.index + 6 + host[1].length));
  }
  return part(words, led.index + 5, led.index + 5 + led[1].length);
}

/** Without the quotes and brackets that close what was opened in front of the reply. */
const trimmed = (word: LogWord): LogWord => {
  const tail = /["'\]})]{1,4}$/.exec(word.text);
  return tail === null ? word : part(word, 0, tail.index);
};

const ADDRESS = /[^\s,;<>()[\]{}"']{1,200}@[^\s,;<>()[\]{}"':]{1,255}/g;

/** The addresses in a value, however they are listed; a value that is none stands for itself. */
function addressesIn(value: LogWord): readonly LogWord[] {
  const found: LogWord[] = [];
  for (const match of value.text.matchAll(ADDRESS)) {
    found.push(part(value, match.index, match.index + match[0].replace(/[.…]{1,5}$/, '').length));
  }
  const own = bare(value);
  return found.length > 0 || own.text === '' || own.text === '-' ? found : [own];
}
