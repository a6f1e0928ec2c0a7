import type { NameProblem } from '../probes/hostName.ts';

/** What is wrong with a name that was typed, and what to type instead. */
export function describeNameProblem(problem: NameProblem, typed: string): string {
  const name = `"${typed.trim()}"`;
  switch (problem) {
    case 'empty':
      return 'Nothing was asked. Type a name such as contoso.test.';
    case 'space':
      return `${name} holds a space, which no domain name does. Type one name only.`;
    case 'url':
      return `${name} is a web address. Type the name only, without scheme and path.`;
    case 'port':
      return `${name} holds a colon, which no domain name does. Type the name without a port.`;
    case 'ip-address':
      return `${name} is an IP address, and mail exchangers belong to domains. Type a domain; to talk to this address, probe it as an SMTP server.`;
    case 'bad-character':
      return `${name} holds a character that no host name has. Letters, digits, hyphens, underscores and dots are allowed.`;
    case 'empty-label':
      return `${name} holds two dots in a row, or begins with one. Type it without.`;
    case 'label-too-long':
      return `${name} holds a part of more than 63 characters, which DNS does not allow (RFC 1035 2.3.4).`;
    case 'name-too-long':
      return `${name} is longer than the 253 characters that DNS allows (RFC 1035 2.3.4).`;
  }
}
