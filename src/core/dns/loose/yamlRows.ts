import { isHost, type LooseRecord, ownName } from './cells.ts';

/** Records as lists of YAML keep them: `gcloud dns record-sets`, OctoDNS, ExternalDNS. */
const TYPE = /^[ \t>]{0,20}(?:- )?(?:type|record_?type): {0,5}["']?(MX|CNAME)["']?[ \t]{0,10}\r?$/gim;
const NAME =
  /^[ \t>]{0,20}(?:- )?(?:name|dns_?name|record|host|hostname|fqdn): {0,5}["']?([\w@*.-]{1,255}?)["']?\s{0,5}$/im;
const ITEM = /^[ \t>]{0,20}- {0,5}["']?(\d{1,10} [^\s"']{1,255}|[\w.-]{3,255})["']?[ \t]{0,10}\r?$/gm;
/** A line between two documents or lists. */
const APART = /^[ \t>]{0,20}(?:---|\.\.\.)?[ \t]{0,10}\r?$/;
/** The first key of an object in a list, and how deep it stands. */
const BEGINS = /^([ \t>]{0,40})- {1,5}["']?[\w-]{1,40}["']?:(?:[ \t\r]|$)/;

/** Exchangers and aliases with their names; their values stand in a list, a line each. */
export function* yamlRows(start: number, whole: string): Iterable<LooseRecord> {
  for (const [from, to] of objectsIn(whole)) {
    const object = whole.slice(from, to);
    TYPE.lastIndex = 0;
    const type = TYPE.exec(object)?.[1]?.toUpperCase();
    const name = type === undefined ? undefined : NAME.exec(object)?.[1];
    if (type === undefined || name === undefined || !isHost(name)) continue;
    for (const { 0: item, index: at, 1: value = '' } of object.matchAll(ITEM)) {
      const isExchanger = /^\d/.test(value) && value.includes(' ');
      if (isExchanger !== (type === 'MX')) continue;
      const place = start + from + at + item.indexOf(value);
      const data = value.endsWith('.') ? value : `${value}.`;
      yield { name: ownName(name), type, data, span: { start: place, end: place + value.length } };
    }
  }
}

/** The objects of a text: what blank lines and marks of documents part, and in that the entries of the outermost list. */
function* objectsIn(text: string): Iterable<readonly [from: number, to: number]> {
  TYPE.lastIndex = 0;
  if (!TYPE.test(text)) return;
  let from = 0;
  let depth: string | undefined;
  for (let at = 0; at < text.length; ) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(at, Math.min(end, at + 120));
    const indent = BEGINS.exec(line)?.[1];
    const isApart = APART.test(line);
    if (isApart || (indent !== undefined && (depth === undefined || indent === depth))) {
      if (at > from && (isApart || depth !== undefined)) yield [from, at];
      // What stands in front of a list belongs to its first entry.
      if (isApart || depth !== undefined) from = at;
      depth = isApart ? undefined : indent;
    }
    at = end + 1;
  }
  if (from < text.length) yield [from, text.length];
}
