import { type ExplainedText, explainText } from '../../knowledge/explain.ts';

/** What people say of things in general: what is so where something is, of any one of a kind, often or never. */
const GENERAL =
  /^\s*should (?:an?|the|it|there|this) |\b(?:if|whenever|unless|wenn|falls|sobald) \w|(?<!error )\bwhen (?:an?|any|there|it|you|\w{1,20} (?:says|has|is|does)) |\b(?:usually|normally|generally|typically|sometimes|often|always|meistens|normalerweise|manchmal|oft)\b|\b(?:an?|any|every|each|most|many|some|ein|eine|jede) (?:domain|server|host|name|record|receiver|provider|zone)s? (?:that|which|without|with|has|have|is|are|may|can|ohne|die)\b|\b(?:counts? as|means) |\bis (?:no|not an?|just an?|only an?) (?:error|problem|fault)/i;
/** A name, whose labels may hold the words of an error. */
const HOST = /(?<![\w@./-])(?:[a-z\d-]{1,63}\.){1,9}[a-z]{2,24}(?![\w.(/-])/g;

/** Whether words that sound like an error tell of none: a person speaks of things in general, or a name is made of them. */
export const isIdle = (words: string, { explanation }: ExplainedText): boolean =>
  GENERAL.test(words) || explainText(words.replace(HOST, 'it'))?.explanation.reason !== explanation.reason;
