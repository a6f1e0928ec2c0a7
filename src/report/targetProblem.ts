import { RECORD_TYPES, TARGET_PREFIXES, type TargetProblem } from '../checks/target.ts';
import { plainText } from '../core/text/plain.ts';
import { describeNameProblem } from './nameProblem.ts';

/** Why what was typed cannot be asked about, and what to type instead. */
export function describeTargetProblem(problem: TargetProblem, typed: string): string {
  const name = `"${plainText(typed.trim(), 200)}"`;
  switch (problem) {
    case 'empty':
      return 'Type a domain, a mail address, a host, host:port, an IP address, or a prefix and a name such as spf:contoso.test.';
    case 'port':
      return `${name} holds a colon with no port from 1 to 65535 behind it.`;
    case 'ip-address':
      return `${name} is an IP address, which has no such record; ptr: takes one.`;
    case 'needs-domain':
      return `${name} asks of an IP address what only domains have.`;
    case 'no-selector':
      return `${name} names no selector. Type dkim:SELECTOR@DOMAIN, with the s= and the d= of the signature.`;
    case 'not-an-address':
      return `${name} is no IP address behind ip:.`;
    case 'unknown-prefix':
      return `${name} begins with a prefix that is not known. There are ${[...TARGET_PREFIXES, ...RECORD_TYPES.map((type) => type.toLowerCase())].filter((one, i, all) => all.indexOf(one) === i).join(':, ')}:.`;
    default:
      return describeNameProblem(problem, plainText(typed, 200));
  }
}
