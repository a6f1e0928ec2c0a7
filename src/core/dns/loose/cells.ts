import type { Span } from '../../text/span.ts';
import type { SetRecord } from '../records/setProblem.ts';
import { TYPES } from '../recordTypes.ts';

/** A record that stands in a text. */
export interface LooseRecord extends SetRecord {
  readonly span: Span;
}

/** The cells of one row of a panel, a Markdown table or a spreadsheet. */
export interface Row {
  readonly cells: readonly string[];
  /** The type of the record, where one of the cells is one. */
  readonly type: string | undefined;
  /** Whose record it is, as the panel shows it: `@`, `_dmarc`, `contoso.test`. */
  readonly name: string | undefined;
}

const MOST_CELLS = 12;
/** What stands in columns of its own beside name and type. */
const OTHER =
  /^(?:\d{1,10}\s{0,2}[smhd]?|auto(?:matic)?|in|default|-|\d{1,4} (?:min|hour|hr|h|stunde|heure)\S{0,4}|1\/2 hour|dns only|proxied|active|aktiv|edit|delete|n\/a|simple|custom)$/i;
const HOST = /^(?:@|\*|(?:\*\.)?[A-Za-z0-9_](?:[\w-]{0,62})(?:\.[\w-]{1,63}){0,10}\.?)$/;

export function readRow(line: string): Row {
  const cells = line
    .slice(0, 2000)
    .split(/\t|\||[ \u00a0]{2,}|","|;(?="|[A-Z@_])/, 40)
    .map((cell) =>
      cell
        // A star that a dot or nothing follows is the name of all names (RFC 4592 2.1.1).
        .replace(
          /^(?:[\s"'`]|\*(?!(?<!\*\*)(?:\.|[\s"'`]*$))){1,10}|(?<=[^\s"'`*])[\s"'`*]{1,10}$|(?<=\*)[\s"'`]{1,10}$/g,
          '',
        )
        .replace(/^\(same as parent folder\)$/, '@')
        .replace(/^(?:type|name|host|hostname|value|content|data)\s{0,3}[:=]\s{1,5}/i, ''),
    )
    .filter((cell) => cell !== '')
    .slice(0, MOST_CELLS);
  const at = cells.findIndex((cell) => isType(cell));
  const type =
    at === -1 ? undefined : (OF_WINDOWS.exec(cells[at] ?? '')?.[1] ?? /^[A-Z]{1,8}/.exec(cells[at] ?? '')?.[0]);
  const isName = (cell: string | undefined): boolean =>
    cell !== undefined && HOST.test(cell) && !OTHER.test(cell) && !TYPES.has(cell);
  const behind = cells[at + 1];
  const before = cells.slice(0, Math.max(0, at)).findLast(isName);
  const name = at === -1 ? undefined : (before ?? (isName(behind) ? behind : undefined));
  return { cells, type, name };
}

/** As the DNS manager of Windows names types. */
const OF_WINDOWS = /^[A-Z][A-Za-z() ]{2,30} \(([A-Z]{1,8})\)$/;

const isType = (cell: string): boolean =>
  OF_WINDOWS.test(cell) ||
  /^(?:TXT|SPF|MX|CNAME|TLSA|CAA|SRV|NS|A|AAAA)(?: ?\([A-Za-z ]{1,30}\)| [Rr]ecord)?$/.test(cell);

/** A name as a rule takes it: without its final dot. */
export const ownName = (name: string): string => (name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name);

export const isHost = (text: string): boolean => HOST.test(text) && !OTHER.test(text);
