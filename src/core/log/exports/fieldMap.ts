import { ownString } from '../../text/ownStrings.ts';
import { slotOf } from '../fieldNames.ts';
import { ADDRESS, ASIDE, type ExportSlot, NAMES, RECIPIENTS, RULES, SENDERS } from './fieldRows.ts';
import { foreignSlot } from './foreignColumns.ts';

/** The name without what tables of Log Analytics add: its type, the zone of a time; without whose log it was taken from. */
const own = (name: string): string => name.replace(/^postfix[_.](?=[a-z])|(?:_[sdtgb])?(?: \[UTC\])?$/g, '');

const plain = (name: string): string =>
  own(name)
    .toLowerCase()
    .replace(/[_\-. /()@]/g, '');

/** Words in a name: `smtp_replyCode` is of three. */
const wordsOf = (name: string): readonly string[] =>
  own(name)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => (/^ipv[46]$/.test(word) ? 'ip' : word));

const known = new Map<string, ExportSlot | undefined>();

/** What a field of an export is by its name and the names of the objects around it; undefined for one that says nothing. */
export function exportSlot(name: string, under: readonly string[] = []): ExportSlot | undefined {
  const key = plain(name);
  // A list stands under its own name.
  const around = under.map(plain);
  const parent = around.findLast((one) => one !== key) ?? '';
  if (ADDRESS.has(key)) {
    if (SENDERS.test(parent)) return 'sender';
    if (RECIPIENTS.test(parent)) return 'recipient';
  }
  if (parent === 'peeraddress' || parent === 'peer') return key === 'name' ? 'server' : undefined;
  if (parent === 'headers' && (key === 'from' || key === 'to')) return key === 'from' ? 'weakSender' : 'weakRecipient';
  if (parent === 'headers' && key === 'messageid') return 'messageId';
  // What came back is a message of its own.
  if (parent === 'bounce' && /^(?:to|from|subject|messageid)$/.test(key)) return 'aside';
  if (/^bounce/.test(parent) && key === 'text') return 'reply';
  if (around.some((one) => ASIDE.has(one))) return undefined;
  return slotByName(name);
}

function slotByName(name: string): ExportSlot | undefined {
  if (name.length > 60) return undefined;
  if (known.has(name)) return known.get(name);
  const key = plain(name);
  const slot = NAMES.get(key) ?? slotOf(key) ?? byWords(wordsOf(name)) ?? foreignSlot(key);
  if (known.size < 5000) known.set(ownString(name), slot);
  return slot;
}

const byWords = (words: readonly string[]): ExportSlot | undefined =>
  RULES.find(([all]) => all.every((word) => words.includes(word)))?.[1];
