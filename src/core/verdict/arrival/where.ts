import { operatorOf } from '../../knowledge/operators.ts';
import { fieldNamed, fieldsNamed } from '../../mail/header/fields.ts';
import type { Field, Message } from '../../mail/message.ts';
import { readBase64 } from '../../text/base64.ts';
import { short } from '../../text/few.ts';
import type { Span } from '../../text/span.ts';
import { asCharacters } from '../../text/utf8.ts';
import { ownPart } from '../../trace/border.ts';
import { type Folder, folderRows } from './folderRows.ts';
import { it, type Words } from './told.ts';

export interface Where extends Words {
  readonly folder: Folder;
  /** Its name as the header has it, where that says more. */
  readonly name?: string;
  /** The field that says so; absent where none does. */
  readonly span?: Span;
  /** A rule or a list of the mailbox put it there, and no filter. */
  readonly byRule?: true;
}

/** Where the message went, by the field that the last program wrote; `marked` where a filter speaks against it. */
export function whereOf(message: Message, marked: boolean): Where {
  for (const reader of READERS) {
    const found = reader(message);
    if (found !== undefined) return found;
  }
  const words = marked
    ? 'The header does not say into which folder it went; mail that is marked so often goes to the junk folder.'
    : 'The header does not say into which folder it went.';
  return { folder: 'unknown', words };
}

type Reader = (message: Message) => Where | undefined;

/** Who runs the newest server, by name, or that server where no operator is known; undefined where none is named. */
export function receiverOf(message: Message): string | undefined {
  const newest = ownPart(message)?.hops.find(({ by }) => by?.includes('.') === true)?.by;
  return newest === undefined ? undefined : (operatorOf(newest)?.name ?? newest);
}

const at = ({ start, end }: Field): Span => ({ start, end });

/** Google's export of a mailbox names the labels that the message has there. */
const byGmailLabels: Reader = ({ fields }) => {
  const field = fieldNamed(fields, 'x-gmail-labels');
  if (field === undefined) return undefined;
  const labels = field.value.slice(0, 500).split(/\s{0,5},\s{0,5}/);
  const has = (...names: readonly string[]): boolean => labels.some((label) => names.includes(label.toLowerCase()));
  if (has('spam')) return { folder: 'junk', ...it('lies in Gmail’s spam folder.'), span: at(field) };
  if (has('trash', 'papierkorb', 'corbeille', 'papelera', 'cestino', 'lixeira', 'bin'))
    return { folder: 'deleted', ...it('lies in Gmail’s bin.'), span: at(field) };
  if (has('inbox', 'posteingang', 'boîte de réception', 'recibidos', 'posta in arrivo', 'caixa de entrada'))
    return { folder: 'inbox', ...it('lies in the inbox at Gmail.'), span: at(field) };
  if (has('archived', 'archiviert', 'archivés', 'archivado'))
    return { folder: 'archive', ...it('is archived at Gmail.'), span: at(field) };
  return undefined;
};

/** Thunderbird's own marks: `X-Mozilla-Status` in hexadecimal, 8 is deleted; the key Junk. */
const byThunderbird: Reader = ({ fields }) => {
  const status = fieldNamed(fields, 'x-mozilla-status');
  if (status !== undefined && (Number.parseInt(status.value.slice(0, 8), 16) & 8) !== 0)
    return { folder: 'deleted', ...it('was deleted in Thunderbird.'), span: at(status) };
  const keys = fieldNamed(fields, 'x-mozilla-keys');
  if (keys !== undefined && /(?:^|\s)junk(?:\s|$)/i.test(keys.value.slice(0, 500)))
    return { folder: 'junk', words: 'Thunderbird counts it as junk mail.', span: at(keys) };
  return undefined;
};

/** What overrode the usual folder in Exchange Online. */
const OVERRIDES: ReadonlyMap<string, string> = new Map([
  ['spamfilterauthj', 'because the spam filter took it for junk'],
  ['spamfilterpass', 'because the spam filter let it pass'],
  ['jmr', 'by the junk mail rule of the mailbox'],
  ['customrules', 'by a rule of the mailbox'],
  ['trustedsenderlist', 'because its sender is on the recipient’s list of safe senders'],
  ['senderinaddressbook', 'because its sender is in the recipient’s address book'],
  ['exclusivesettings', 'because the mailbox takes mail from safe senders only'],
]);

/** Those that are the mailbox's own. */
const OF_MAILBOX: ReadonlySet<string> = new Set(['customrules', 'exclusivesettings']);

const MICROSOFT: ReadonlyMap<string, readonly [folder: Folder, deed: string]> = new Map([
  ['i', ['inbox', 'was put into the inbox']],
  ['j', ['junk', 'was put into the junk folder']],
  ['c', ['folder', 'was put into a folder that the header does not name']],
  ['d', ['deleted', 'was put where dest:D says (probably into the deleted items)']],
]);

const asciiOf = (base64: string): string => asCharacters(readBase64(base64, { folded: true }).octets);

const byExchangeMailbox: Reader = (message) => {
  const receiver = receiverOf(message);
  if (receiver !== undefined && receiver !== 'Microsoft 365') return undefined;
  // Exchange writes its fields behind those that a message came with, of which one may be of another mailbox.
  const field = fieldsNamed(message.fields, 'x-microsoft-antispam-mailbox-delivery').at(-1);
  const value = field?.value.slice(0, 2000) ?? '';
  const letter = /(?:^|;)\s{0,5}dest:\s{0,3}([A-Z])\b/i.exec(value)?.[1];
  const row = MICROSOFT.get(letter?.toLowerCase() ?? '');
  if (field !== undefined && row !== undefined) {
    const rule = /(?:^|;)\s{0,5}OFR:\s{0,3}([A-Za-z]{1,40})/.exec(value)?.[1];
    const has = (key: string): boolean => new RegExp(`(?:^|;)\\s{0,5}${key}:\\s{0,3}1\\b`, 'i').test(value);
    const own = has('jmr') && row[0] === 'junk' ? 'jmr' : has('ucf') ? 'customrules' : '';
    const key = rule?.toLowerCase() ?? own;
    const cause = OVERRIDES.get(key) ?? (rule && `by ${short(rule)}`);
    const words = it(`${row[1]}${cause === undefined ? '' : ` ${cause}`}.`);
    return { folder: row[0], ...words, span: at(field), ...(OF_MAILBOX.has(key) && { byRule: true }) };
  }
  const older = fieldNamed(message.fields, 'x-message-delivery');
  const place = older && /(?:^|;)D=(\d)/.exec(asciiOf(older.value.slice(0, 400)))?.[1];
  const seen = MICROSOFT.get(place === '1' ? 'i' : place === '2' ? 'j' : '');
  if (older !== undefined && seen !== undefined) return { folder: seen[0], ...it(`${seen[1]}.`), span: at(older) };
  return field === undefined || letter === undefined
    ? undefined
    : { folder: 'unknown', ...it(`was put where dest:${letter} says, which is documented nowhere.`), span: at(field) };
};

/** `X-Apple-MoveToFolder: Junk`, `X-Apple-Action: MOVE_TO_FOLDER/INBOX`; other actions, such as `vacation`, move nothing. */
const byApple: Reader = (message) => {
  const receiver = receiverOf(message);
  if (receiver !== undefined && receiver !== 'Apple iCloud') return undefined;
  const action = fieldNamed(message.fields, 'x-apple-action');
  const field =
    fieldNamed(message.fields, 'x-apple-movetofolder') ??
    (action !== undefined && MOVED.test(action.value) ? action : undefined);
  if (field === undefined) return undefined;
  const name = short(field.value.replace(MOVED, ''), 60);
  if (/^inbox$/i.test(name)) return { folder: 'inbox', words: 'iCloud put it into the inbox.', span: at(field) };
  if (/^junk\b/i.test(name)) return { folder: 'junk', words: 'iCloud put it into the junk folder.', span: at(field) };
  if (/^(?:trash|deleted messages)$/i.test(name))
    return { folder: 'deleted', words: 'iCloud put it into the bin.', span: at(field) };
  if (name === '' || /^[A-Z_/]+$/.test(name)) return undefined;
  return { folder: 'folder', name, words: `iCloud put it into the folder “${name}”.`, span: at(field) };
};

const MOVED = /^MOVE_TO_FOLDER\//i;

/** `X-Yandex-FolderName: Vhodyashchie`, which Yandex writes into what it hands out by POP3, in Latin letters. */
const byYandex: Reader = ({ fields }) => {
  const field = fieldNamed(fields, 'x-yandex-foldername');
  const name = short(field?.value ?? '', 60);
  if (field === undefined || name === '') return undefined;
  if (/^(?:vhodyaschie|vhodyashchie|inbox)$/i.test(name))
    return { folder: 'inbox', ...it('lies in the inbox at Yandex.'), span: at(field) };
  if (/^spam$/i.test(name)) return { folder: 'junk', ...it('lies in the spam folder at Yandex.'), span: at(field) };
  if (/^(?:udal[ey]o?nnye|trash)$/i.test(name))
    return { folder: 'deleted', ...it('lies in the bin at Yandex.'), span: at(field) };
  return { folder: 'folder', name, ...it(`lies in the folder “${name}” at Yandex.`), span: at(field) };
};

/**
 * Barracuda keeps what reaches its QUARANTINE_LEVEL and not its KILL_LEVEL; 1000 is a level that is switched off. Where
 * a later server has it, it was let out.
 */
const byBarracuda: Reader = ({ fields }) => {
  const field = fieldNamed(fields, 'x-barracuda-spam-status');
  if (field === undefined) return undefined;
  const number = (key: string): number =>
    Number(new RegExp(`\\b${key}=(-?\\d{1,4}(?:\\.\\d{1,3})?)`).exec(field.value.slice(0, 400))?.[1]);
  const [score, from] = [number('SCORE'), number('QUARANTINE_LEVEL')];
  if (!(score >= from && !(score >= number('KILL_LEVEL')))) return undefined;
  const later = fieldsNamed(fields, 'received').filter(({ start }) => start < field.start);
  if (later.length > 1) return undefined;
  return {
    folder: 'quarantine',
    words: `Barracuda keeps it in quarantine, from ${from} points on.`,
    span: at(field),
  };
};

const byRow: Reader = (message) => {
  const receiver = receiverOf(message);
  for (const { field: name, value, operator, ...told } of folderRows) {
    if (operator !== undefined && receiver !== undefined && receiver !== operator) continue;
    const field = message.fields.find((one) => one.name.toLowerCase() === name && value.test(one.value.slice(0, 300)));
    if (field !== undefined) return { ...told, span: at(field) };
  }
  return undefined;
};

/** The detail of an address (RFC 5233) chooses a folder where the server is set so: only where its name says which. */
const byDetail: Reader = (message) => {
  const inField = message.fields.find(
    ({ name, value }) =>
      /^(?:x-)?(?:delivered-to|resolved-to|envelope-to)$/i.test(name) && DETAIL.test(value.slice(0, 400)),
  );
  const inHop = inField === undefined ? ownPart(message)?.hops.find((hop) => DETAIL.test(hop.for ?? '')) : undefined;
  const field = inField ?? inHop?.field;
  const name = DETAIL.exec(inField?.value.slice(0, 400) ?? inHop?.for ?? '')?.[1];
  if (field === undefined || name === undefined) return undefined;
  const folder = /^(?:q|cuar)/i.test(name) ? 'quarantine' : 'junk';
  const what = folder === 'junk' ? 'the junk folder' : 'quarantine';
  return {
    folder,
    name,
    ...it(`was delivered to ${what} by the detail “${name}” in the address (RFC 5233).`),
    span: at(field),
  };
};

const DETAIL =
  /\+(junk(?:[-_ ]?e?-?mail)?|spam(?:box|folder)?|bulk|unwanted|qu?arant(?:ine|[aä]e?ne|aine|ena)|quarentena|cuarentena)@/i;

const READERS: readonly Reader[] = [
  byThunderbird,
  byGmailLabels,
  byExchangeMailbox,
  byApple,
  byYandex,
  byRow,
  byBarracuda,
  byDetail,
];
