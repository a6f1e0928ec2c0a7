import { FileProblem } from '../../files/unpack.ts';
import { fetched } from './http.ts';
import type { LogSource, Query } from './source.ts';

/** Lines of one answer: what Loki gives at most unless it is told otherwise (`max_entries_limit_per_query`). */
const PAGE = 5000;
/** Lines that are taken in one pass. */
const MOST = 500_000;
/** Pieces of one query. */
const PIECES = 50;
/** The time that is searched where none is asked for. */
const DAYS = 7 * 86_400_000;

interface Answer {
  readonly data?: { readonly result?: readonly { readonly values?: readonly (readonly [string, string])[] }[] };
}

/**
 * Loki, by `query_range` of its HTTP API: lines with one of the pieces, from the oldest on, page by page. The words of
 * the address: `query`, the streams that are looked at, `{job="mail"}`. `token` is sent as a bearer.
 */
export const lokiSource = (address: URL, token: string | undefined, now: () => number): LogSource => ({
  name: address.host,
  log: address.host,
  numbered: false,
  async *open({ pieces, since, until = now() }: Query, signal) {
    const streams = address.searchParams.get('query') ?? '{job=~".+"}';
    for (let i = 0; i < pieces.length; i += PIECES) {
      const words = pieces
        .slice(i, i + PIECES)
        .map(escaped)
        .join('|');
      const query = `${streams} |~ ${JSON.stringify(`(?i)${words}`)}`;
      let start = BigInt(Math.floor(since ?? until - DAYS)) * 1_000_000n;
      const end = BigInt(Math.ceil(until)) * 1_000_000n + 1n;
      for (let taken = 0; ; ) {
        const page = await asked(address, { query, start, end }, token, signal);
        if (page.length === 0) break;
        yield Buffer.from(`${page.map(([, line]) => line.replace(/\r?\n/g, ' ')).join('\n')}\n`);
        taken += page.length;
        const last = BigInt(page.at(-1)?.[0] as string);
        if (page.length < PAGE) break;
        if (taken >= MOST) throw new FileProblem(`${address.host} has more than ${MOST} lines: ask for a shorter time`);
        // Lines of one time may stand on two pages, and come again; more than a page of them cannot be passed.
        start = last > start ? last : last + 1n;
      }
    }
  },
});

/** A piece as an expression of RE2 that stands for itself. */
const escaped = (piece: string): string => piece.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');

async function asked(
  address: URL,
  { query, start, end }: { readonly query: string; readonly start: bigint; readonly end: bigint },
  token: string | undefined,
  signal: AbortSignal,
): Promise<readonly (readonly [time: string, line: string])[]> {
  const url = new URL(`${address.pathname.replace(/\/$/, '')}/loki/api/v1/query_range`, address);
  url.search = new URLSearchParams({
    query,
    start: `${start}`,
    end: `${end}`,
    limit: `${PAGE}`,
    direction: 'forward',
  }).toString();
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetched(url, { headers, signal });
  if (!answer.ok)
    throw new FileProblem(`${address.host} answers ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
  const { data } = (await answer.json()) as Answer;
  return (data?.result ?? [])
    .flatMap(({ values = [] }) => values)
    .toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0));
}
