import { withoutDot } from '../../text/domainName.ts';
import { hasMembers, type Members } from '../../text/members.ts';
import { type DnsStatus, readStatus, statusOfCode } from '../dnsStatus.ts';
import { recordData } from '../resolveDnsNameData.ts';
import { typeName } from './typeNumbers.ts';

/** A record as JSON tells it; `shown` is how its data, or the last of it, stands there. */
export interface JsonRecord {
  readonly name: string;
  readonly type: string;
  readonly data: string;
  readonly ttl?: number;
  readonly shown: string;
}

export interface JsonAnswer {
  readonly name: string;
  readonly type: string;
  readonly status: DnsStatus;
  readonly server?: string;
  readonly validated?: boolean;
  readonly records: readonly JsonRecord[];
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
const list = (value: unknown): readonly Members[] => (Array.isArray(value) ? value.filter(hasMembers) : []);
const own = (fields: Members, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

/** The answers in what DNS over HTTPS, kdig, doggo, dog and Resolve-DnsName write as JSON; none where it is of none of them. */
export function answersInJson(value: unknown): readonly JsonAnswer[] {
  if (Array.isArray(value)) {
    const all = list(value);
    const found = all.flatMap((one) => answersInJson(one));
    return fromPowerShell(all) ?? found;
  }
  if (!hasMembers(value)) return [];
  if (own(value, 'Status') !== undefined && Array.isArray(own(value, 'Question'))) return [overHttps(value)];
  if (own(value, 'QNAME') !== undefined && own(value, 'RCODE') !== undefined) return [rfc8427(value)];
  const responses = list(own(value, 'responses'));
  if (responses.length > 0) return responses.flatMap((one) => answersInJson(one));
  if (Array.isArray(own(value, 'questions')) || Array.isArray(own(value, 'queries'))) return dogs(value);
  const scanned = fromScanner(value);
  return scanned.length > 0 ? scanned : (fromPowerShell([value]) ?? []);
}

/** Types by which dnsx names its lists of answers. */
const LISTED = ['a', 'aaaa', 'cname', 'mx', 'ns', 'txt', 'srv', 'ptr', 'soa', 'caa'] as const;

/** zdns and massdns, an answer an object, and dnsx, a list a type. */
function fromScanner(value: Members): readonly JsonAnswer[] {
  const results = own(value, 'results');
  if (hasMembers(results)) {
    return Object.entries(results)
      .slice(0, 50)
      .flatMap(([type, one]) => (hasMembers(one) ? fromScanner({ name: own(value, 'name'), type, ...one }) : []));
  }
  const host = text(own(value, 'host'));
  const code = text(own(value, 'status_code'));
  if (host !== '' && code !== '') {
    const answers = LISTED.flatMap((type) => {
      const all = own(value, type);
      const records = (Array.isArray(all) ? all : [])
        .map(text)
        .filter((data) => data !== '')
        .map((data) => make(withoutDot(host), type.toUpperCase(), data, undefined, data));
      return records.length === 0
        ? []
        : [{ name: withoutDot(host), type: type.toUpperCase(), status: readStatus(code), records }];
    });
    return answers.length > 0
      ? answers
      : [{ name: withoutDot(host), type: '?', status: readStatus(code), records: [] }];
  }
  const data = own(value, 'data');
  const name = withoutDot(text(own(value, 'name')));
  const status = readStatus(text(own(value, 'status')).toUpperCase());
  if (!hasMembers(data) || name === '' || status === '?') return [];
  const records = list(own(data, 'answers')).flatMap((one) => {
    const shown = text(own(one, 'answer')) || text(own(one, 'data'));
    const preference = text(own(one, 'preference'));
    return record(one, preference === '' ? shown : `${preference} ${shown}`, own(one, 'ttl'), shown);
  });
  const server = text(own(data, 'resolver')) || text(own(value, 'resolver'));
  const type = typeName(own(value, 'type')) ?? records.find((one) => one.type !== 'CNAME')?.type ?? '?';
  return [{ name, type, status, ...(server !== '' && { server: server.replace(/:53$/, '') }), records }];
}

/** The form of Google's resolver, which Cloudflare and others share. */
function overHttps(value: Members): JsonAnswer {
  const question = list(own(value, 'Question'))[0] ?? {};
  const validated = own(value, 'AD');
  return {
    name: withoutDot(text(own(question, 'name'))),
    type: typeName(own(question, 'type')) ?? '?',
    status: statusOfCode(Number(text(own(value, 'Status')))),
    ...(validated === true && { validated }),
    records: list(own(value, 'Answer')).flatMap((one) => record(one, text(own(one, 'data')), own(one, 'TTL'))),
  };
}

/** RFC 8427. */
function rfc8427(value: Members): JsonAnswer {
  const type = typeName(own(value, 'QTYPEname') ?? own(value, 'QTYPE')) ?? '?';
  return {
    name: withoutDot(text(own(value, 'QNAME'))),
    type,
    status: statusOfCode(Number(text(own(value, 'RCODE')))),
    records: list(own(value, 'answerRRs')).flatMap((one) => {
      const kind = typeName(own(one, 'TYPEname') ?? own(one, 'TYPE')) ?? '?';
      const name = withoutDot(text(own(one, 'NAME')));
      const data = text(own(one, `rdata${kind}`));
      return data === '' ? [] : [make(name, kind, data, own(one, 'TTL'), data)];
    }),
  };
}

/** doggo and dog: a response a server, with its questions in front. */
function dogs(value: Members): readonly JsonAnswer[] {
  const question = (list(own(value, 'questions'))[0] ?? list(own(value, 'queries'))[0]) as Members | undefined;
  if (question === undefined || text(own(question, 'name')) === '') return [];
  const answers = list(own(value, 'answers'));
  const code = text(own((own(value, 'flags') as Members | undefined) ?? {}, 'error_code'));
  const first = answers[0];
  const said = code || text(own(first ?? {}, 'status')) || text(own(value, 'status'));
  const server = text(own(first ?? {}, 'nameserver'));
  return [
    {
      name: withoutDot(text(own(question, 'name'))),
      type: typeName(own(question, 'type')) ?? '?',
      status: said === '' ? 'NOERROR' : readStatus(said.toUpperCase()),
      ...(server !== '' && { server }),
      records: answers.flatMap((one) => {
        const data = own(one, 'address') ?? own(one, 'data');
        return record(one, typeof data === 'string' ? data : structured(data), own(one, 'ttl'), last(data));
      }),
    },
  ];
}

/** dog's fields of a record: `{ "preference": 10, "exchange": "mx1.contoso.test." }`. */
function structured(data: unknown): string {
  if (!hasMembers(data)) return '';
  const messages = own(data, 'messages');
  if (Array.isArray(messages)) return messages.map((one) => `"${text(one)}"`).join(' ');
  return Object.values(data).map(text).join(' ');
}

function last(data: unknown): string | undefined {
  if (!hasMembers(data)) return undefined;
  const messages = own(data, 'messages');
  return text(Array.isArray(messages) ? messages[0] : Object.values(data).at(-1));
}

function record(fields: Members, data: string, ttl: unknown, shown = data): readonly JsonRecord[] {
  const type = typeName(own(fields, 'type'));
  if (type === undefined || data === '') return [];
  return [make(withoutDot(text(own(fields, 'name'))), type, data, ttl, shown)];
}

function make(name: string, type: string, data: string, ttl: unknown, shown: string): JsonRecord {
  const seconds = Number(/^(\d{1,10})s?$/.exec(text(ttl))?.[1] ?? NaN);
  const quoted = type !== 'TXT' || data.startsWith('"') ? data : `"${data.replace(/["\\]/g, '\\$&')}"`;
  return { name, type, data: quoted, ...(Number.isInteger(seconds) && { ttl: seconds }), shown };
}

/** `Resolve-DnsName … | ConvertTo-Json`: the properties of each record. */
function fromPowerShell(all: readonly Members[]): readonly JsonAnswer[] | undefined {
  const records = all.flatMap((fields): readonly (JsonRecord & { readonly section: string })[] => {
    const properties = new Map(
      Object.entries(fields).map(([key, value]) => [key.toLowerCase(), Array.isArray(value) ? '' : text(value)]),
    );
    const type = typeName(own(fields, 'Type') ?? own(fields, 'QueryType'));
    if (type === undefined || !isPowerShell(fields)) return [];
    const strings = own(fields, 'Strings') ?? own(fields, 'Text');
    const parts = Array.isArray(strings) ? strings.map(text) : typeof strings === 'string' ? [strings] : [];
    const data =
      type === 'TXT'
        ? parts.map((one) => `"${one.replace(/["\\]/g, '\\$&')}"`).join(' ')
        : recordData(type, properties);
    const shown = parts[0] ?? data.split(' ').at(-1)?.replace(/\.$/, '') ?? '';
    const name = withoutDot(text(own(fields, 'Name')));
    const section = text(own(fields, 'Section')) || '1';
    return data.trim() === '' ? [] : [{ ...make(name, type, data, own(fields, 'TTL'), shown), section }];
  });
  if (records.length === 0) return undefined;
  // The section of answers has the number 1.
  const answers = records.filter(({ section }) => section === '1' || section === 'Answer');
  const first = answers.find(({ type }) => type !== 'CNAME') ?? answers[0];
  return first === undefined
    ? []
    : [{ name: (answers[0] ?? first).name, type: first.type, status: 'NOERROR', records: answers }];
}

const isPowerShell = (fields: Members): boolean =>
  ['NameExchange', 'NameHost', 'IPAddress', 'IP4Address', 'IP6Address', 'Strings', 'PrimaryServer', 'NameTarget'].some(
    (name) => Object.hasOwn(fields, name),
  ) && Object.hasOwn(fields, 'Name');
