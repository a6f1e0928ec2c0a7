import { FileProblem } from '../../files/unpack.ts';
import { authorizationOf, fetched, refusalOf } from './http.ts';
import type { LogSource, Query } from './source.ts';
import { stamped } from './stamped.ts';

/** Hits of one answer: half of what an index gives at most unless it is told otherwise (`index.max_result_window`). */
const PAGE = 5000;
/** Lines that are taken in one pass. */
const MOST = 500_000;
/** Pieces of one query: a clause each, of which 1,024 are allowed (`indices.query.bool.max_clause_count`). */
const PIECES = 200;
/** The time that is searched where none is asked for. */
const DAYS = 7 * 86_400_000;
/** How long the engine keeps what it has for the next page. */
const KEPT = '1m';

/** Where a collector puts what; of several names the first one that a record has. */
interface Fields {
  readonly time: readonly string[];
  readonly message: readonly string[];
  readonly host: readonly string[];
  readonly program: readonly string[];
  readonly pid: readonly string[];
}

/** Elastic Common Schema, which Filebeat writes; https://www.elastic.co/docs/reference/ecs/ecs-field-reference */
const FILEBEAT: Fields = {
  time: ['@timestamp'],
  message: ['event.original', 'message'],
  host: ['host.hostname', 'host.name', 'agent.name'],
  program: ['process.name', 'syslog.appname', 'log.syslog.appname'],
  pid: ['process.pid', 'log.syslog.procid'],
};

const PRESETS: Readonly<Record<string, Fields>> = {
  filebeat: FILEBEAT,
  // Its parsers for syslog: https://github.com/fluent/fluent-bit/blob/master/conf/parsers.conf
  'fluent-bit': {
    time: ['@timestamp'],
    message: ['log', 'message', 'MESSAGE'],
    host: ['host', '_HOSTNAME', 'hostname'],
    program: ['ident', 'SYSLOG_IDENTIFIER'],
    pid: ['pid', '_PID'],
  },
  // The plugin for syslog, without and with the common schema.
  logstash: {
    time: ['@timestamp'],
    message: ['event.original', 'message'],
    host: ['host.hostname', 'logsource', 'host.name', 'host'],
    program: ['process.name', 'program'],
    pid: ['process.pid', 'pid'],
  },
};

export type Elastic = 'elasticsearch' | 'opensearch';

/** What the two call the same: how a view is opened that stays while pages are turned, and what tells hits of one time apart. */
const DIALECTS = {
  elasticsearch: { open: '_pit', close: '_pit', id: 'id', tie: '_shard_doc', scheme: 'ApiKey' },
  opensearch: {
    open: '_search/point_in_time',
    close: '_search/point_in_time',
    id: 'pit_id',
    tie: '_id',
    scheme: 'Bearer',
  },
} as const;

interface Hit {
  readonly _source?: Readonly<Record<string, unknown>>;
  readonly sort?: readonly unknown[];
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Elasticsearch or OpenSearch, by `_search` with a point in time: lines with one of the pieces, from the oldest on, page
 * by page. The path of the address is the index (`/filebeat-*`); its words: `preset` (filebeat, fluent-bit, logstash) or
 * names of fields (`time`, `message`, `host`, `program`, `pid`), and `query` in the syntax of `query_string`, of which
 * lines must be.
 */
export function elasticSource(engine: Elastic, address: URL, token: string | undefined, now: () => number): LogSource {
  const dialect = DIALECTS[engine];
  const fields = fieldsOf(address);
  const index = address.pathname.replace(/^\/|\/$/g, '') || '*';
  const ask = async (method: string, path: string, body: Json | undefined, signal: AbortSignal): Promise<Json> => {
    const headers = {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: authorizationOf(token, dialect.scheme) }),
    };
    const init = { method, headers, signal, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const answer = await fetched(new URL(path, address.origin), init);
    if (!answer.ok) throw await refusalOf(address, answer);
    return (await answer.json()) as Json;
  };
  return {
    name: address.host,
    log: address.host,
    numbered: false,
    async *open({ pieces, since, until = now() }: Query, signal) {
      const opened = await ask('POST', `/${index}/${dialect.open}?keep_alive=${KEPT}`, undefined, signal);
      let id = String(opened[dialect.id]);
      try {
        for (let i = 0; i < pieces.length; i += PIECES) {
          const query = queryOf(pieces.slice(i, i + PIECES), fields, since ?? until - DAYS, until, address);
          let after: readonly unknown[] | undefined;
          for (let taken = 0; ; ) {
            const body = {
              size: PAGE,
              query,
              pit: { id, keep_alive: KEPT },
              sort: [{ [fields.time[0] as string]: { order: 'asc' } }, { [dialect.tie]: { order: 'asc' } }],
              track_total_hits: false,
              ...(after !== undefined && { search_after: after }),
            };
            const answer = await ask('POST', '/_search', body, signal);
            id = typeof answer.pit_id === 'string' ? answer.pit_id : id;
            const hits = ((answer.hits as Json | undefined)?.hits ?? []) as readonly Hit[];
            if (hits.length > 0) yield Buffer.from(`${hits.map((hit) => lineOf(hit, fields)).join('\n')}\n`);
            taken += hits.length;
            after = hits.at(-1)?.sort;
            if (hits.length < PAGE || after === undefined) break;
            if (taken >= MOST)
              throw new FileProblem(`${address.host} has more than ${MOST} lines: ask for a shorter time`);
          }
        }
      } finally {
        // What is not closed ends by itself.
        const body = engine === 'opensearch' ? { pit_id: [id] } : { id };
        await ask('DELETE', `/${dialect.close}`, body, AbortSignal.timeout(2000)).catch(() => undefined);
      }
    },
  };
}

function fieldsOf({ searchParams }: URL): Fields {
  const name = searchParams.get('preset') ?? 'filebeat';
  const preset = PRESETS[name];
  if (preset === undefined)
    throw new FileProblem(`there is no preset "${name}": ${Object.keys(PRESETS).join(', ')}, or names of fields`);
  const named = (key: keyof Fields): readonly string[] => searchParams.get(key)?.split(',') ?? preset[key];
  return {
    time: named('time'),
    message: named('message'),
    host: named('host'),
    program: named('program'),
    pid: named('pid'),
  };
}

function queryOf(pieces: readonly string[], fields: Fields, since: number, until: number, address: URL): Json {
  const of = address.searchParams.get('query');
  const should = pieces.flatMap((piece) => [
    { multi_match: { query: piece, type: 'phrase', fields: fields.message } },
    // A name of a host is a word as it stands, and the domain it ends in is none.
    ...(/^@?[\w-]{1,63}(?:\.[\w-]{1,63}){1,20}$/.test(piece)
      ? fields.message.map((field) => ({
          wildcard: { [field]: { value: `*${piece.replace(/^@/, '').toLowerCase()}*`, case_insensitive: true } },
        }))
      : []),
  ]);
  const range = { gte: Math.floor(since), lte: Math.ceil(until), format: 'epoch_millis' };
  const filter = [
    { range: { [fields.time[0] as string]: range } },
    ...(of === null ? [] : [{ query_string: { query: of } }]),
  ];
  return { bool: { filter, should, minimum_should_match: 1 } };
}

function lineOf({ _source = {}, sort = [] }: Hit, fields: Fields): string {
  const value = (names: readonly string[]): string | undefined => {
    for (const name of names) {
      const found = fieldOf(_source, name);
      if (typeof found === 'string' || typeof found === 'number') return `${found}`;
    }
    return undefined;
  };
  const time = Date.parse(value(fields.time) ?? '');
  const [host, program, pid] = [value(fields.host), value(fields.program), value(fields.pid)];
  return stamped(value(fields.message) ?? '', {
    time: Number.isNaN(time) ? Number(sort[0]) : time,
    ...(host !== undefined && { host }),
    ...(program !== undefined && { program }),
    ...(pid !== undefined && { pid }),
  });
}

/** `host.name` as a key with a dot or as one key in another, as records have it. */
function fieldOf(record: unknown, name: string): unknown {
  if (record === null || typeof record !== 'object') return undefined;
  if (Object.hasOwn(record, name)) return (record as Json)[name];
  for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
    const outer = name.slice(0, dot);
    if (Object.hasOwn(record, outer)) return fieldOf((record as Json)[outer], name.slice(dot + 1));
  }
  return undefined;
}
