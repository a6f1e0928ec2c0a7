import { withoutDot } from '../text/domainName.ts';
import type { Asked, DnsCommand } from './commandLine.ts';
import { PATIENCE, type Reading } from './dig.ts';
import { delvStatus } from './digYaml.ts';
import { type DnsStatus, readStatus } from './dnsStatus.ts';
import type { Query } from './lookup.ts';
import { chains, type Found, makeQuery } from './queryBuilder.ts';
import { readRecord } from './record.ts';
import type { ToolLines } from './toolLines.ts';

/** What delv says of how far an answer can be trusted. */
const TRUST =
  /^; (negative response, )?(fully validated|unsigned answer|answer not validated|authoritative|untrusted|glue data|ultimate trust|(?:un)?signed (?:additional data|answer)(?:, pending validation)?)$/;
const FAILED = /^;; resolution failed: (.{1,100})$/;
/** `validating contoso.test/MX: …` and `… resolving 'contoso.test/MX/IN': 192.0.2.53#53`. */
const ASIDE =
  /^;; (?:(?:validating|fetch:) ([^\s/]{1,300})\/([A-Z0-9]{1,16})(?:$|: .{1,300}$)|(.{1,100}) resolving '([^\s/]{1,300})\/([A-Z0-9]{1,16})\/IN': ([^\s#]{1,100}))/;
const NEGATIVE = /^; (\S{1,300})\s{1,80}\d{1,10}\s{1,80}IN\s{1,80}\\-([A-Z0-9]{1,16})\s/;

export const startsDelv = (text: string): boolean =>
  text.startsWith('; ') ? TRUST.test(text) : text.startsWith(';; ') && (FAILED.test(text) || ASIDE.test(text));

/** Output of delv: bare records with what is known of their signatures, or why there are none. */
export function readDelv(
  lines: ToolLines,
  firstLine: number,
  endLine: number,
  command: DnsCommand | undefined,
): Reading | undefined {
  const found: Found[] = [];
  let failure: string | undefined;
  let validated: boolean | undefined;
  let asked: Asked | undefined = command?.asked[0];
  let told: Asked | undefined;
  let cause: string | undefined;
  let server = command?.server;
  let blank = 0;
  let line = firstLine;
  let last = firstLine;
  while (line < endLine && blank <= 2) {
    const text = lines.at(line);
    const isKnown = failure !== undefined || (found.length > 0 && found.at(-1)?.type !== 'CNAME');
    // The head of a further answer.
    if (isKnown ? isNext(text) : line - firstLine > PATIENCE) break;
    const record = readRecord(lines, line, endLine);
    if (record !== undefined) found.push({ ...record, line });
    else if (text === '') blank++;
    else if (!readComment(text)) break;
    line = record?.endLine ?? line + 1;
    if (text !== '') {
      blank = 0;
      last = line;
    }
  }
  const chain = chains(found, asked === undefined ? [] : [asked])[0];
  asked ??= chain?.asked ?? told ?? { name: '', type: '?' };
  if (failure === undefined && chain === undefined) return undefined;
  const status = failure === undefined ? 'NOERROR' : statusOf(failure, cause);
  const answers = found.filter((one) => one.type !== 'RRSIG' || asked?.type === 'RRSIG');
  const query: Query = makeQuery(
    lines,
    firstLine,
    last,
    { tool: 'delv', ...asked, status, server, validated },
    answers,
  );
  return { tool: 'delv', queries: [query], endLine: last };

  function readComment(text: string): boolean {
    const trust = TRUST.exec(text);
    const negative = NEGATIVE.exec(text);
    const aside = ASIDE.exec(text);
    if (trust !== null) validated = trust[2] === 'fully validated';
    else if (negative !== null) {
      // What does not exist at all is kept for any type.
      const type = negative[2] === 'ANY' ? (told?.type ?? '?') : (negative[2] as string);
      told = { name: withoutDot(negative[1] as string), type };
    } else if (aside !== null) {
      cause = aside[3] ?? cause;
      server ??= aside[6];
      const type = (aside[2] ?? aside[5]) as string;
      // Keys are asked for to verify the answer to the question itself.
      if (told === undefined || (told.type === 'DNSKEY' && type !== 'DS')) {
        told = { name: withoutDot((aside[1] ?? aside[4]) as string), type };
      }
    } else {
      const failed = FAILED.exec(text);
      if (failed !== null) failure = failed[1] as string;
      else return failure !== undefined && text.startsWith('; ');
    }
    return true;
  }
}

const isNext = (text: string): boolean =>
  text.startsWith(';; ') || (TRUST.test(text) && !text.startsWith('; negative'));

/** `failure` alone says nothing; the line before it names what the server did. */
function statusOf(failure: string, cause: string | undefined): DnsStatus {
  const known = delvStatus(failure);
  if (known !== 'SERVFAIL' || cause === undefined) return known ?? '?';
  const code = /^([A-Z]{4,12}) unexpected RCODE$/.exec(cause)?.[1];
  return delvStatus(cause) ?? (code === undefined ? known : readStatus(code));
}
