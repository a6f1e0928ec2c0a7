import type { SetRecord } from '../records/setProblem.ts';
import { isHost, ownName } from './cells.ts';

/** Records as lists of YAML keep them: `gcloud dns record-sets`, OctoDNS, ExternalDNS. */
const TYPE = /^[ \t>]{0,20}(?:- )?(?:type|record_?type): {0,5}["']?(MX|CNAME)["']?[ \t]{0,10}\r?$/gim;
const NAME =
  /^[ \t>]{0,20}(?:- )?(?:name|dns_?name|record|host|hostname|fqdn): {0,5}["']?([\w@*.-]{1,255}?)["']?\s{0,5}$/im;
const ITEM = /^[ \t>]{0,20}- {0,5}["']?(\d{1,10} [^\s"']{1,255}|[\w.-]{3,255})["']?[ \t]{0,10}\r?$/gm;
/** What ends the object that a line is of. */
const APART = /^[ \t>]{0,20}(?:---|\.\.\.)?[ \t]{0,10}\r?$/;
const LINES = 30;

/** Exchangers and aliases with their names; their values stand in a list, a line each. */
export function* yamlRows(start: number, whole: string): Iterable<SetRecord> {
  for (const { index, 1: type = '' } of whole.matchAll(TYPE)) {
    const [from, to] = objectAround(whole, index);
    const object = whole.slice(from, to);
    const name = NAME.exec(object)?.[1];
    if (name === undefined || !isHost(name)) continue;
    for (const { 0: item, index: at, 1: value = '' } of object.matchAll(ITEM)) {
      const isExchanger = /^\d/.test(value) && value.includes(' ');
      if (isExchanger !== (type.toUpperCase() === 'MX')) continue;
      const place = start + from + at + item.indexOf(value);
      const data = value.endsWith('.') ? value : `${value}.`;
      yield { name: ownName(name), type: type.toUpperCase(), data, span: { start: place, end: place + value.length } };
    }
  }
}

/** The lines around `at` that no blank line and no mark of a document parts from it. */
function objectAround(text: string, at: number): readonly [from: number, to: number] {
  let from = at;
  for (let count = 0; from > 0 && count < LINES; count++) {
    const above = text.lastIndexOf('\n', from - 2) + 1;
    if (APART.test(text.slice(above, Math.min(from - 1, above + 60)))) break;
    from = above;
  }
  let to = at;
  for (let count = 0; to < text.length && count < LINES; count++) {
    const feed = text.indexOf('\n', to);
    const end = feed < 0 ? text.length : feed;
    if (count > 0 && APART.test(text.slice(to, Math.min(end, to + 60)))) break;
    to = end + 1;
  }
  return [from, Math.min(to, text.length)];
}
