import type { LooseRecord } from './cells.ts';

/**
 * Exchangers as programs print what their library gave them: `{ exchange: 'mx1.contoso.test', priority: 10 }` (Node),
 * `{Host:mx1.contoso.test. Pref:10}` (Go), `[target] => … [pri] => 10` in either order (PHP), and the same as YAML.
 */
const HOST = String.raw`\b(?:exchange|Host|target)\b["'\]]{0,2}\s{0,5}(?::|=>)\s{0,5}["']?(?<host>[\w.:-]{1,255})["']?`;
const PREFERENCE = String.raw`\b(?:priority|preference|Pref|pri)\b["'\]]{0,2}\s{0,5}(?::|=>)\s{0,5}["']?(?<preference>\d{1,5})\b["']?`;
const BETWEEN = String.raw`[,\s["']{1,60}`;
const FORMS = [`${HOST}${BETWEEN}${PREFERENCE}`, `${PREFERENCE}${BETWEEN}${HOST}`].map((form) => new RegExp(form, 'g'));

export function* printedExchangers(start: number, whole: string): Iterable<LooseRecord> {
  for (const form of FORMS) {
    for (const { index, 0: all, groups } of whole.matchAll(form)) {
      const { host = '', preference = '' } = groups ?? {};
      // A number alone is a key of something else.
      if (!/[.:]/.test(host) && host !== 'localhost') continue;
      const span = { start: start + index, end: start + index + all.length };
      yield { name: '', type: 'MX', data: `${preference} ${host.endsWith('.') ? host : `${host}.`}`, span };
    }
  }
}
