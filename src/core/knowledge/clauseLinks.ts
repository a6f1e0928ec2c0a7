import { rfcUrl } from './rfcs.ts';

/** A document that a source names, where in the text of the source, and its address. */
export interface ClauseLink {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

const NAMED =
  /RFC (?<rfc>\d{1,5})(?: (?:section )?(?<clause>[A-Z]?\.?\d{1,2}(?:\.\d{1,2}){0,4}))?|(?<draft>draft-[a-z0-9-]{1,80})|UTS (?<report>\d{1,3})/g;

/** The documents that a source such as `RFC 5321 4.2.1; RFC 2034 4` names: RFCs at their clause, drafts, Unicode reports. */
export function* clauseLinks(source: string): Iterable<ClauseLink> {
  for (const { 0: text, index, groups = {} } of source.matchAll(NAMED)) {
    yield { start: index, end: index + text.length, url: urlOf(groups) };
  }
}

function urlOf({ rfc, clause, draft, report }: Readonly<Record<string, string | undefined>>): string {
  if (draft !== undefined) return `https://datatracker.ietf.org/doc/${draft}/`;
  if (report !== undefined) return `https://www.unicode.org/reports/tr${report}/`;
  return `${rfcUrl(Number(rfc))}${clause === undefined ? '' : `#section-${clause}`}`;
}
