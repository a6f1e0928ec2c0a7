import type { ExportSlot } from './fieldRows.ts';

/**
 * What consoles and portals call their columns in German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian,
 * Chinese and Japanese, by what such a name starts with, without blanks and signs.
 */
const COLUMNS: readonly (readonly [RegExp, ExportSlot])[] = [
  [/^(?:empf[aä]e?ng|destinat|ontvanger|odbiorc|получател|收[信件]|宛先|受信者)/, 'recipient'],
  [
    /^(?:absender|exp[eé]diteur|remit?tent|remetente|mittente|afzender|nadawc|отправител|[发寄][信件]|差出人|送信者)/,
    'sender',
  ],
  [/^(?:zustellstatus|zustand|[eé]tat$|statut$|est?ado$|stato$|статус|состояни|(?:[发投]送|投递)?状[态態]$)/, 'status'],
  [
    /^(?:beschreibung|grund$|fehler|raison|moti(?:f|vo)$|erreur|powód|причина|ошибка|失败原因|原因|详情|状态详情|理由)/,
    'weakReply',
  ],
  [/^(?:betreff|objet$|asunto|oggetto|assunto|onderwerp|temat?$|тема$|主题|件名)/, 'subject'],
  [/^(?:datum|zeit|uhrzeit|fecha|dat[ae]|czas|дата|время|(?:发送|投递)?时间|日時)/, 'time'],
];

/** What the name of a column says in another language than English. */
export const foreignSlot = (name: string): ExportSlot | undefined =>
  COLUMNS.find(([pattern]) => pattern.test(name))?.[1];
