import { hasMembers, type Members } from '../../text/members.ts';
import type { Span } from '../../text/span.ts';
import { type LooseRecord, ownName } from './cells.ts';

/** Objects inside each other that have a type each. */
const DEEPEST = 8;
const TYPE = String.raw`"(?:type|record_?type|rr(?:set_?)?type)"\s{0,5}:\s{0,5}"(?:MX|CNAME)"`;
const HAS_TYPE = new RegExp(TYPE, 'i');
const SIGN = new RegExp(`[{}]|${TYPE}`, 'gi');

/** The name of the record in whose object `at` stands, in the JSON of a provider's interface; empty where there is none. */
export function ownerInJson(text: string, at: number, start: number): string {
  const before = text.slice(Math.max(start, at - 1500), at);
  const found = [
    ...before.matchAll(
      /"(?:name|host|hostname|fqdn|record_?name|rrset_name|subdomain)"\s{0,5}:\s{0,5}"([\w@*.-]{1,255})"/gi,
    ),
  ].at(-1);
  if (found?.[1] !== undefined && !closes(before.slice(found.index))) return ownName(found[1]);
  // The name may stand behind what it is of: GoDaddy sorts them by the alphabet.
  const [behind] = /^[^{}]{0,1500}/.exec(text.slice(at, at + 1500)) as RegExpExecArray;
  const after =
    /"(?:name|host|hostname|fqdn|record_?name|rrset_name|subdomain)"\s{0,5}:\s{0,5}"([\w@*.-]{1,255})"/i.exec(behind);
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
export function* jsonRows(start: number, whole: string): Iterable<LooseRecord> {
  for (const { start: from, end: to } of typedObjects(whole)) {
    const object = whole.slice(from, to);
    const fields = parsed(object);
    if (fields === undefined) continue;
    const type = of(fields, 'type', 'recordtype', 'rrtype', 'rrsettype').toUpperCase();
    const name = of(fields, 'name', 'host', 'hostname', 'fqdn', 'subdomain', 'rrsetname');
    for (const value of valuesOf(fields)) {
      const preference = /^\d{1,5} /.test(value) ? '' : of(fields, 'priority', 'preference', 'prio', 'aux');
      const data = type === 'MX' && preference !== '' ? `${preference} ${value}` : value;
      if (name === '' || (type === 'MX' && !/^\d{1,5} \S{1,255}$/.test(data))) continue;
      const at = object.indexOf(value);
      const span = at < 0 ? { start: from, end: to } : { start: from + at, end: from + at + value.length };
      yield { name: ownName(name), type, data: data.endsWith('.') ? data : `${data}.`, span: movedBy(start, span) };
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

/** PowerDNS, Gandi and Route 53 keep the values of one name in a list. */
function valuesOf(fields: Members): readonly string[] {
  const list = ['records', 'resourcerecords', 'values', 'rrdatas', 'answers', 'rrsetvalues']
    .map((name) => fields[name])
    .find(Array.isArray);
  const single = of(fields, 'content', 'data', 'value', 'target', 'exchange', 'address', 'destination');
  if (list === undefined) return single === '' ? [] : [single];
  return list
    .map((one: unknown) =>
      hasMembers(one) ? of(one, 'content', 'Value', 'value', 'data') : typeof one === 'string' ? one : '',
    )
    .filter((one) => one !== '');
}

/** Objects inside each other that are remembered. */
const OPEN = 1000;

/** The innermost objects around types of records, in the order of their ends: each character is in few of them. */
function* typedObjects(text: string): Iterable<Span> {
  if (!HAS_TYPE.test(text)) return;
  const open: { readonly start: number; isTyped: boolean; depth: number }[] = [];
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    if (sign === '{') {
      open.push({ start: index, isTyped: false, depth: 0 });
      // What is open below so many others has too many inside.
      if (open.length > 2 * OPEN) open.splice(0, OPEN);
      continue;
    }
    const own = sign === '}' ? open.pop() : open.at(-1);
    if (own === undefined) continue;
    if (sign !== '}') {
      own.isTyped = true;
      continue;
    }
    const outer = open.at(-1);
    if (outer !== undefined) outer.depth = Math.max(outer.depth, own.depth + 1);
    const end = index + 1;
    if (own.isTyped && own.depth < DEEPEST) yield { start: own.start, end };
  }
}

const movedBy = (by: number, { start, end }: Span): Span => ({ start: start + by, end: end + by });

/** The members by their names in small letters, without `_`. */
function parsed(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!hasMembers(value)) return undefined;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name.toLowerCase().replaceAll('_', ''), one]),
    );
  } catch {
    return undefined;
  }
}
