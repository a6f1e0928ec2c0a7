import { FileProblem } from '../../files/unpack.ts';
import { authorizationOf, fetched, refusalOf } from './http.ts';
import type { LogSource, Query } from './source.ts';
import { stamped } from './stamped.ts';

/** Lines of one answer: what Loki gives at most unless it is told otherwise (`max_entries_limit_per_query`). */
const PAGE = 5000;
/** Lines that are taken in one pass. */
const MOST = 500_000;
/** Pieces of one query. */
const PIECES = 50;
/** The time that is searched where none is asked for. */
const DAYS = 7 * 86_400_000;

type Labels = Readonly<Record<string, string>>;

interface Answer {
  readonly data?: {
    readonly result?: readonly {
      readonly stream?: Labels;
      readonly values?: readonly (readonly [time: string, line: string])[];
    }[];
  };
}

/** Labels that name a machine and a program, as configurations for syslog and the journal relabel them; the first one that a stream has. */
const HOST = ['hostname', 'host', 'nodename', '_HOSTNAME', 'instance'];
const PROGRAM = ['syslog_identifier', 'app', 'appname', 'program', 'identifier', 'unit', 'systemd_unit'];

/** The streams of logs of systems, as the programs that collect them name their jobs when nobody says otherwise. */
const PRESETS: Readonly<Record<string, string>> = {
  // https://grafana.com/docs/loki/latest/send-data/promtail/configuration/
  promtail: '{job=~"varlogs|syslog|systemd-journal"}',
  // The name of a component is the job: https://grafana.com/docs/alloy/latest/reference/components/loki/
  alloy: '{job=~"loki[.]source[.].+|integrations/.+"}',
};

/**
 * Loki, by `query_range` of its HTTP API: lines with one of the pieces, from the oldest on, page by page. The words of
 * the address: `query`, the streams that are looked at, `{job="mail"}`, or `preset` (promtail, alloy); `tenant`, where
 * there are several. `token` is sent as a bearer where it names no other scheme.
 */
export const lokiSource = (address: URL, token: string | undefined, now: () => number): LogSource => ({
  name: address.host,
  log: address.host,
  numbered: false,
  async *open({ pieces, since, until = now() }: Query, signal) {
    const preset = address.searchParams.get('preset');
    const streams = address.searchParams.get('query') ?? (preset === null ? '{job=~".+"}' : PRESETS[preset]);
    if (streams === undefined)
      throw new FileProblem(`there is no preset "${preset}": ${Object.keys(PRESETS).join(', ')}, or a query`);
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
        yield Buffer.from(`${page.map(([, line]) => line).join('\n')}\n`);
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
  const tenant = address.searchParams.get('tenant');
  const headers = {
    ...(token !== undefined && { authorization: authorizationOf(token, 'Bearer') }),
    ...(tenant !== null && { 'x-scope-orgid': tenant }),
  };
  const answer = await fetched(url, { headers, signal });
  if (!answer.ok) throw await refusalOf(address, answer);
  const { data } = (await answer.json()) as Answer;
  return (data?.result ?? [])
    .flatMap(({ stream = {}, values = [] }) => values.map(([at, line]) => [at, lineOf(at, line, stream)] as const))
    .toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0));
}

function lineOf(at: string, line: string, labels: Labels): string {
  const [host, program] = [HOST, PROGRAM].map((names) => names.map((name) => labels[name]).find((value) => value));
  return stamped(line, {
    time: Number(BigInt(at) / 1_000_000n),
    ...(host !== undefined && { host: host.replace(/:\d{1,5}$/, '') }),
    ...(program !== undefined && { program }),
  });
}
