import { textOfOctets } from '../../text/utf8.ts';
import { decodeBase64, isTextOctet } from '../base64.ts';
import type { FoundSecret } from '../secret.ts';
import { LEAD } from './opening.ts';
import { passwordAt } from './placeholder.ts';
import type { Searched } from './searched.ts';
import { valueAt } from './value.ts';

/** `kind: Secret` of Kubernetes, in YAML or JSON (API reference, Secret v1). */
const KIND = /(?<![\w-])kind\\{0,3}["']?[ \t]{0,4}:[ \t]{0,4}\\{0,3}["']?(?:Sealed)?Secret\b/g;
/** Characters around it that belong to the same object; the server takes no larger one (1 MiB, "Secrets", size limit). */
const REACH = 1_500_000;
const DATA = /(?<![\w-])\\{0,3}["']?(?<list>data|stringData)\\{0,3}["']?[ \t]{0,4}:[ \t]{0,4}(?=[{\r\n])/g;
/** The next entry, and how far it is from the start of its line. */
const ENTRY = new RegExp(
  `(?:[ \\t]{0,4}[{,]|[ \\t]{0,8}\\r?\\n)(?<lead>${LEAD})\\\\{0,3}["']?(?<key>[\\w.-]{1,100})\\\\{0,3}["']?[ \\t]{0,4}:[ \\t]{0,4}(?=[^\\s{[|>])`,
  'y',
);
const INDENT = new RegExp(LEAD, 'y');
/** What somebody is called, and where a server stands, is no secret. */
const OPEN =
  /^(?:.{0,30}[_.-])?(?:user(?:[_-]?name)?|login|host(?:[_-]?name)?|server|port|address|from|email|namespace|name|type|tls|ssl|ca\.crt|tls\.crt|domain)$/i;

/** The values of Kubernetes' secrets, whatever their keys are called. */
export function* manifestSecrets(searched: Searched): Iterable<FoundSecret> {
  if (!searched.has('secret') || !searched.has('kind')) return;
  const { text } = searched;
  let until = 0;
  for (const { index } of text.matchAll(KIND)) {
    if (index < until) continue;
    const from = Math.max(until, text.lastIndexOf('\n---', index), index - REACH);
    const behind = text.indexOf('\n---', index);
    until = Math.min(behind < 0 ? text.length : behind, index + REACH);
    const object = text.slice(from, until);
    for (const list of object.matchAll(DATA)) {
      yield* valuesOf(text, from + list.index + list[0].length, until, list[0].includes('data'));
    }
  }
}

function* valuesOf(text: string, from: number, until: number, encoded: boolean): Iterable<FoundSecret> {
  const lineStart = Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1;
  INDENT.lastIndex = lineStart;
  const indent = (INDENT.exec(text) as RegExpExecArray)[0].length;
  let at = from;
  while (at < until) {
    ENTRY.lastIndex = at;
    const entry = ENTRY.exec(text);
    if (entry === null) return;
    const { lead, key } = entry.groups as { lead: string; key: string };
    if (/[\r\n]/.test(entry[0]) && lead.length <= indent) return;
    const value = valueAt(text, ENTRY.lastIndex);
    if (value === undefined) return;
    at = value.after;
    if (OPEN.test(key)) continue;
    for (const found of passwordAt(text, value)) {
      const octets = encoded ? decodeBase64(text.slice(value.start, value.end), isTextOctet) : undefined;
      const word = octets === undefined ? undefined : textOfOctets(octets);
      yield word === undefined ? found : { ...found, encoded: true, passwords: [...found.passwords, word.trimEnd()] };
    }
  }
}
