import type { ExportSlot } from './fieldRows.ts';

/** What names of columns in German, French, Spanish, Italian and Russian start with. */
const COLUMNS: readonly (readonly [RegExp, ExportSlot])[] = [
  [/^(?:empf|destinat|получат)/, 'recipient'],
  [/^(?:absend|exp[eé]dit|remit|mittente|отправит)/, 'sender'],
  [/^(?:zust|[eé]tat$|statut$|estado$|stato$|статус)/, 'status'],
  [/^(?:beschreib|grund$|fehler|raison$|motif$|motivo$|причина)/, 'weakReply'],
  [/^(?:betreff|objet$|asunto|oggetto|тема$)/, 'subject'],
  [/^(?:datum|zeit|fecha|дата)/, 'time'],
];

/** What the name of a column says in another language than English. */
export const foreignSlot = (name: string): ExportSlot | undefined =>
  COLUMNS.find(([pattern]) => pattern.test(name))?.[1];
