import type { Asked } from './commandLine.ts';
import { answering, type Found, grouped } from './queryBuilder.ts';

/** What nslookup printed about one question. */
export interface Response {
  /** -1 before anything was printed. */
  firstLine: number;
  asked?: Asked;
  part: 'answer' | 'authority';
  /** Behind `Name:`. */
  named: string;
  /** Behind `Aliases:`: what was asked, which leads to `named`. */
  alias?: string;
  readonly records: Found[];
  status?: string;
  failedName?: string;
  /** No server answered, as far as was seen; it counts where nothing better came. */
  trouble?: string;
}

export interface ResponseQuery {
  readonly asked: Asked;
  readonly status: string;
  readonly records: readonly Found[];
}

/** The questions that a response answers: without a type, nslookup asks for A and AAAA. */
export function responseQueries(response: Response): readonly ResponseQuery[] {
  const { asked, alias, failedName } = response;
  const records = withAlias(response);
  const name = asked?.name ?? failedName ?? alias ?? records[0]?.name ?? '';
  const status =
    response.status ?? (records.length > 0 || response.part === 'authority' ? 'NOERROR' : response.trouble);
  if (records.length === 0) {
    if (status === undefined || (name === '' && asked === undefined && response.status === undefined)) {
      // Without a name and a reply code only that nobody answered is known.
      return status === 'TIMEOUT' || status === 'CONNECTION-REFUSED' ? [{ asked: NOTHING, status, records }] : [];
    }
    return [{ asked: { name, type: asked === undefined ? '?' : asked.type || 'A' }, status, records }];
  }
  if (asked !== undefined && asked.type !== '') {
    const wanted = asked.type === 'PTR' ? records.filter((one) => one.type === 'PTR') : searched(records, asked);
    return [{ asked, status: status ?? 'NOERROR', records: wanted }];
  }
  return untyped(records, name, status ?? 'NOERROR');
}

const NOTHING: Asked = { name: '', type: '?' };

function searched(records: readonly Found[], asked: Asked): readonly Found[] {
  const exact = answering(records, asked.name, asked.type);
  if (exact.length > 0) return exact;
  // The search list may have completed the name that was typed.
  const completed = records.find((one) => one.name.toLowerCase().startsWith(`${asked.name.toLowerCase()}.`));
  return completed === undefined ? [] : answering(records, completed.name, asked.type);
}

function withAlias(response: Response): readonly Found[] {
  const first = response.records[0];
  if (response.alias === undefined || first === undefined) return response.records;
  const { line, endLine } = first;
  return [{ name: response.alias, type: 'CNAME', data: `${response.named}.`, line, endLine }, ...response.records];
}

/** The type is told from what came: addresses are the answer to the usual question, else it is the first record's. */
function untyped(records: readonly Found[], name: string, status: string): readonly ResponseQuery[] {
  const addresses = records.filter((one) => one.type === 'A' || one.type === 'AAAA');
  const first = records.find((one) => one.type !== 'CNAME') ?? records[0];
  if (first !== undefined && first.type !== 'A' && first.type !== 'AAAA') {
    const group = grouped(records).find((one) => one[0]?.type === first.type && one[0].name === first.name) ?? [];
    return [{ asked: { name: first.type === 'CNAME' ? name : first.name, type: first.type }, status, records: group }];
  }
  return ['A', 'AAAA']
    .map((type) => ({ asked: { name, type }, status, records: addresses.filter((one) => one.type === type) }))
    .filter((query) => query.records.length > 0);
}
