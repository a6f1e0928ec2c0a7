import { hasMembers, type Members } from '../../text/members.ts';
import type { SetRecord } from '../records/setProblem.ts';
import { ownName } from './cells.ts';

/** Characters of one object of a provider's interface. */
const LONGEST = 4000;
const TYPE = /"(?:type|record_?type|rrtype)"\s{0,5}:\s{0,5}"(MX|CNAME)"/gi;
const MOST = 500;

/** The name of the record in whose object `at` stands, in the JSON of a provider's interface; empty where there is none. */
export function ownerInJson(text: string, at: number, start: number): string {
  const before = text.slice(Math.max(start, at - 1500), at);
  const found = [
    ...before.matchAll(/"(?:name|host|hostname|fqdn|record_?name|subdomain)"\s{0,5}:\s{0,5}"([\w@*.-]{1,255})"/gi),
  ].at(-1);
  if (found?.[1] !== undefined && !closes(before.slice(found.index))) return ownName(found[1]);
  // The name may stand behind what it is of: GoDaddy sorts them by the alphabet.
  const behind = /^[^{}]{0,1500}/.exec(text.slice(at, at + 1500))?.[0] ?? '';
  const after = /"(?:name|host|hostname|fqdn|record_?name|subdomain)"\s{0,5}:\s{0,5}"([\w@*.-]{1,255})"/i.exec(behind);
  return after?.[1] === undefined ? '' : ownName(after[1]);
}

/** Whether more objects are closed than opened. */
function closes(text: string): boolean {
  let depth = 0;
  for (const c of text.replace(/"(?:[^"\\]|\\.){0,2000}"/g, '""')) {
    if (c === '{') depth++;
    else if (c === '}' && --depth < 0) return true;
  }
  return false;
}

/** Exchangers and aliases in the JSON of a provider's interface. */
export function* jsonRows(start: number, whole: string): Iterable<SetRecord> {
  let count = 0;
  for (const { index } of whole.matchAll(TYPE)) {
    if (++count > MOST) return;
    const [from, to] = objectAround(whole, index) ?? [0, 0];
    const fields = parsed(whole.slice(from, to));
    if (fields === undefined) continue;
    const type = of(fields, 'type', 'recordType', 'record_type', 'rrtype').toUpperCase();
    const name = of(fields, 'name', 'host', 'hostname', 'fqdn', 'subdomain');
    for (const value of valuesOf(fields)) {
      const preference = /^\d{1,5} /.test(value) ? '' : of(fields, 'priority', 'preference', 'prio', 'aux');
      const data = type === 'MX' && preference !== '' ? `${preference} ${value}` : value;
      if (name === '' || (type === 'MX' && !/^\d{1,5} \S{1,255}$/.test(data))) continue;
      const at = whole.indexOf(value, from);
      const span = { start: start + Math.max(from, at), end: start + (at < 0 ? to : at + value.length) };
      yield { name: ownName(name), type, data: data.endsWith('.') ? data : `${data}.`, span };
    }
  }
}

const of = (fields: Members, ...names: readonly string[]): string => {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  return '';
};

/** PowerDNS and Route 53 keep the values of one name in a list. */
function valuesOf(fields: Members): readonly string[] {
  const list = ['records', 'ResourceRecords', 'values', 'rrdatas', 'answers']
    .map((name) => fields[name])
    .find(Array.isArray);
  const single = of(fields, 'content', 'data', 'value', 'target', 'exchange', 'address', 'destination');
  if (list === undefined) return single === '' ? [] : [single];
  return list
    .slice(0, 100)
    .map((one: unknown) =>
      hasMembers(one) ? of(one, 'content', 'Value', 'value', 'data') : typeof one === 'string' ? one : '',
    )
    .filter((one) => one !== '');
}

function objectAround(text: string, at: number): readonly [number, number] | undefined {
  let depth = 0;
  let from = -1;
  for (let i = at; i >= Math.max(0, at - LONGEST); i--) {
    if (text[i] === '}') depth++;
    else if (text[i] === '{' && depth-- === 0) {
      from = i;
      break;
    }
  }
  if (from < 0) return undefined;
  depth = 0;
  for (let i = from; i < Math.min(text.length, from + LONGEST); i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return [from, i + 1];
  }
  return undefined;
}

function parsed(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return hasMembers(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
