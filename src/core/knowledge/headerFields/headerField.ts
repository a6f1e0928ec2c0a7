/** How the value of a field is built, and so what can be told of it. */
export type FieldForm =
  /** RFC 5321 4.4 */
  | 'received'
  /** RFC 8601 2.2 */
  | 'auth-results'
  /** RFC 7208 9.1 */
  | 'received-spf'
  /** `tag=value;` (RFC 6376 3.2) */
  | 'tags'
  /** Mailboxes (RFC 5322 3.4) of those who the message says it is from. */
  | 'author'
  /** Other mailboxes. */
  | 'address'
  /** RFC 5322 3.3 */
  | 'date'
  /** Seconds since 1970. */
  | 'unix-time'
  /** RFC 5322 3.6.4 */
  | 'message-id'
  /** `KEY:value;` of Microsoft's filters. */
  | 'antispam'
  | 'bigfish'
  /** A bare number of a filter; `scl` and `pcl` are Exchange's levels. */
  | 'score'
  | 'scl'
  | 'pcl'
  /** Rules that matched, and their points. */
  | 'spamassassin-report'
  | 'rspamd-report'
  | 'barracuda-report'
  | 'rspamd-action'
  /** One mark a point. */
  | 'bar'
  | 'thread-index'
  /** RFC 2369, RFC 8058 */
  | 'list'
  /** A value with parameters (RFC 2045 5.1). */
  | 'mime'
  | 'feedback-id'
  | 'ses-outgoing'
  /** `key=value` of one filter or program, whose keys are known. */
  | 'keys'
  /** Words, each with a meaning, or any text. */
  | 'words';

/** A header field and what it tells an admin. */
export interface HeaderField {
  /** As usually written; look-up is by small letters. */
  readonly name: string;
  /** What it tells, in one or two short sentences. */
  readonly meaning: string;
  readonly source: string;
  readonly form: FieldForm;
  /** A header has it once at most (RFC 5322 3.6; RFC 2045 4, 5 and 6). */
  readonly once?: true;
  /** What an address in it is for (RFC 2369 3). */
  readonly act?: string;
}

type FieldRow = readonly [name: string, meaning: string, traits?: Partial<Pick<HeaderField, 'form' | 'once' | 'act'>>];

/** Rows that share a source. */
export const fields = (source: string, rows: readonly FieldRow[]): readonly HeaderField[] =>
  rows.map(([name, meaning, traits]) => ({ name, meaning, source, form: 'words', ...traits }));
