import type { ExportSlot } from './fieldRows.ts';

/** What names of columns in German, French, Spanish and Italian start with. */
const COLUMNS: readonly (readonly [RegExp, ExportSlot])[] = [
  [/^(?:empf|destinat)/, 'recipient'],
  [/^(?:absend|exp[eé]dit|remit|mittente)/, 'sender'],
  [/^(?:zust|[eé]tat$|statut$|estado$|stato$)/, 'status'],
  [/^(?:beschreib|grund$|fehler|raison$|motif$|motivo$)/, 'weakReply'],
  [/^(?:betreff|objet$|asunto|oggetto)/, 'subject'],
  [/^(?:datum|zeit|fecha)/, 'time'],
];

/** What the name of a column says in another language than English. */
export const foreignSlot = (name: string): ExportSlot | undefined =>
  COLUMNS.find(([pattern]) => pattern.test(name))?.[1];
