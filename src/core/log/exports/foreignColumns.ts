import type { ExportSlot } from './fieldRows.ts';

/** What names of columns in German, French, Spanish, Italian and Russian start with. */
const COLUMNS: readonly (readonly [RegExp, ExportSlot])[] = [
  [/^(?:empf[aä]|destinatai?r[ei]|destinatario|получат)/, 'recipient'],
  [/^(?:absend|exp[eé]diteur|remitente|mittente|отправит)/, 'sender'],
  [/^(?:zust(?:and|ell)|[eé]tat$|statut$|estado$|stato$|статус)/, 'status'],
  [/^(?:beschreib|grund$|fehler|raison$|motif$|motivo$|причина)/, 'weakReply'],
  [/^(?:betreff|objet$|asunto|oggetto|тема$)/, 'subject'],
  [/^(?:datum|zeit(?:punkt|stempel)?$|fecha|дата)/, 'time'],
];

/** What the name of a column says in another language than English. */
export const foreignSlot = (name: string): ExportSlot | undefined =>
  COLUMNS.find(([pattern]) => pattern.test(name))?.[1];
