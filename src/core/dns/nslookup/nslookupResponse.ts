import { sameName } from '../../text/domainName.ts';
import { type Asked, reverseName } from '../commandLine.ts';
import type { DnsStatus } from '../dnsStatus.ts';
import { answering, type Found, grouped } from '../queryBuilder.ts';
import type { DebugBlock } from './nslookupDebug.ts';

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
  /** What `debug` printed of it. */
  readonly blocks: DebugBlock[];
  status?: DnsStatus;
  failedName?: string;
  /** No server answered, as far as was seen; it counts where nothing better came. */
  trouble?: DnsStatus;
}

export interface ResponseQuery {
  readonly asked: Asked;
  readonly status: DnsStatus;
  readonly records: readonly Found[];
}

/** The questions that a response answers: without a type, nslookup asks for A and AAAA. */
export function responseQueries(response: Response): readonly ResponseQuery[] {
  return fromBlocks(response) ?? fromAnswers(response);
}

/** Each block is a question of its own; names that the search list made up come before the one that counts. */
function fromBlocks({ blocks, records, status }: Response): readonly ResponseQuery[] | undefined {
  const last = blocks.findLast((block) => !block.sent && block.asked !== undefined)?.asked;
  if (last === undefined) return undefined;
  return blocks.flatMap((block, i) => {
    const { asked, sent } = block;
    if (asked === undefined || sent || !sameName(asked.name, last.name)) return [];
    const inBlock = answering(block.records, asked.name, asked.type);
    const found = inBlock.length > 0 ? inBlock : answering(records, asked.name, asked.type);
    const failed = i === blocks.length - 1 || found.length === 0 ? status : undefined;
    return [{ asked, status: block.status ?? failed ?? 'NOERROR', records: found }];
  });
}

function fromAnswers(response: Response): readonly ResponseQuery[] {
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
    const unknown = /\.arpa\.?$/i.test(name) ? 'PTR' : '?';
    return [{ asked: { name, type: asked === undefined ? unknown : asked.type || 'A' }, status, records }];
  }
  if (asked !== undefined && asked.type !== '') {
    const wanted = asked.type === 'PTR' ? pointers(records, asked) : searched(records, asked);
    return [{ asked, status: status ?? 'NOERROR', records: wanted }];
  }
  return untyped(records, name, status ?? 'NOERROR');
}

/** Windows prints the answer to an address the other way round: the name that was found, and the address below it. */
function pointers(records: readonly Found[], asked: Asked): readonly Found[] {
  return records.flatMap((one) => {
    if (one.type === 'PTR') return [one];
    if (one.type !== 'A' && one.type !== 'AAAA') return [];
    const isAsked = sameName(reverseName(one.data), asked.name) || sameName(one.data, asked.name);
    return isAsked ? [{ ...one, name: asked.name, type: 'PTR', data: `${one.name}.` }] : [];
  });
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
function untyped(records: readonly Found[], name: string, status: DnsStatus): readonly ResponseQuery[] {
  const addresses = records.filter((one) => one.type === 'A' || one.type === 'AAAA');
  const first = records.find((one) => one.type !== 'CNAME') ?? records[0];
  if (first !== undefined && first.type !== 'A' && first.type !== 'AAAA') {
    const group = grouped(records).find((one) => one[0]?.type === first.type && one[0].name === first.name) ?? [];
    return [{ asked: { name: first.type === 'CNAME' ? name : first.name, type: first.type }, status, records: group }];
  }
  const others = records.filter((one) => one.type !== 'CNAME' && addresses[0]?.name === one.name);
  if (others.some((one) => one.type !== 'A' && one.type !== 'AAAA')) {
    return [{ asked: { name, type: 'ANY' }, status, records: others }];
  }
  return ['A', 'AAAA']
    .map((type) => ({ asked: { name, type }, status, records: addresses.filter((one) => one.type === type) }))
    .filter((query) => query.records.length > 0);
}
