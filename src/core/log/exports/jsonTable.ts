import type { LogWord } from '../log.ts';
import { part } from '../logWords.ts';
import { type JsonField, jsonFields, type Member, membersOf, skipBlank } from './jsonText.ts';

/** Names under which answers of databases keep the names of columns, and the rows of values (Log Analytics, SQL of Elasticsearch, Splunk, ClickHouse). */
const COLUMNS = /^(?:columns?|fields|meta|schema)$/i;
const ROWS = /^(?:rows|data|values|results)$/i;

/** A table whose names of columns stand apart from its rows. */
export interface JsonTable {
  readonly columns: readonly string[];
  /** Where the array of rows stands. */
  readonly rows: Member;
}

/** The table that an object is; undefined for any other object. */
export function tableIn(text: string, start: number, end: number): JsonTable | undefined {
  let columns: readonly string[] = [];
  let rows: Member | undefined;
  for (const member of membersOf(text, start, end)) {
    if (text[member.start] !== '[') continue;
    if (COLUMNS.test(member.name)) columns = namesOf(text, member);
    else if (ROWS.test(member.name) && text[skipBlank(text, member.start + 1)] === '[') rows = member;
  }
  return rows === undefined || columns.length < 2 ? undefined : { columns, rows };
}

function namesOf(text: string, { start, end }: Member): readonly string[] {
  const names: string[] = [];
  for (const member of membersOf(text, start, end)) {
    const said = text.slice(member.start, Math.min(member.end, member.start + 1000));
    const named = said.startsWith('{')
      ? /"(?:name|text|title|id)"\s{0,5}:\s{0,5}"([^"\\]{1,100})"/i.exec(said)?.[1]
      : undefined;
    names.push(named ?? (said.startsWith('"') ? said.slice(1, -1) : ''));
  }
  return names;
}

/** The values of a row under the names of their columns. */
export function rowFields(row: LogWord, columns: readonly string[]): readonly JsonField[] {
  const fields: JsonField[] = [];
  let i = 0;
  for (const { start, end } of membersOf(row.text, 0, row.text.length)) {
    const name = columns[i++];
    if (name === undefined) break;
    for (const field of jsonFields(part(row, start, end)))
      fields.push({ ...field, name: field.name === '' ? name : field.name });
  }
  return fields;
}
