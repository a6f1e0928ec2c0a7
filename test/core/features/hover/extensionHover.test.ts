import assert from 'node:assert/strict';
import { hover } from '../../../../src/core/features/hover/hover.ts';
import { openAt } from '../cursor.ts';

const says = (text: string, ...parts: readonly RegExp[]): void => {
  const { document, ticket, position } = openAt(text);
  const found = hover(document, ticket, position, { commandLinks: false });
  const markdown = JSON.stringify(found?.contents ?? '');
  for (const part of parts) assert.match(markdown, part);
};

const greeted = (...keywords: readonly string[]): string =>
  `220 mx.contoso.test ESMTP\nEHLO a.test\n${['mx.contoso.test', ...keywords].map((line, i) => `250${i === keywords.length ? ' ' : '-'}${line}\n`).join('')}`;

describe('a hover on a keyword of EHLO', () => {
  it('reads the size and names the parameter', () =>
    says(greeted('SIZE 104|85760', 'HELP'), /10485760 bytes \(10 MiB\)/, /Parameters of MAIL: `SIZE`/, /RFC 1870/));
  it('says that 0 states no limit', () => {
    says(greeted('SI|ZE 0', 'HELP'), /\\n\\nNo limit is stated\.\\n\\n/);
    says(greeted('SI|ZE 1048576', 'HELP'), /Largest message: 1048576 bytes \(1 MiB\)\./);
  });
  it('names a mechanism that is not known', () =>
    says(greeted('AU|TH PLAIN X-OWN', 'HELP'), /under TLS\S{0,8}\\n- X\\\\-OWN\\n/));
  it('explains each mechanism', () => {
    says(greeted('AU|TH PLAIN CRAM-MD5', 'HELP'), /- PLAIN: User name/, /- CRAM\S*-MD5: The server sends a challenge/);
    says(greeted('AUTH PLAIN CRAM-|MD5', 'HELP'), /^"?.{0,40}\*\*CRAM/, /The server offers it/);
  });
});

describe('a hover on a command', () => {
  it('says whether its extension was offered', () => {
    says(`${greeted('STARTTLS', 'HELP')}START|TLS\n220 go\n`, /The server offered it in this session/);
    says(`${greeted('HELP')}START|TLS\n502 no\n`, /did \*\*not\*\* offer it/);
    says('C: START|TLS\nS: 220 go\n', /does not show what the server offered/);
  });
  it('explains the parameter under the cursor', () => {
    says(
      `${greeted('SIZE')}MAIL FROM:<a@a.test> SI|ZE=10\n250 ok\n`,
      /\*\*SIZE\*\*: The size of the message/,
      /offered it/,
    );
    says(
      `${greeted('SIZE')}RCPT TO:<a@a.test> NOT|IFY=NEVER\n250 ok\n`,
      /\*\*NOTIFY\*\*/,
      /needs DSN\. The server did \*\*not\*\*/,
    );
  });
  it('explains the mechanism under the cursor', () =>
    says(`${greeted('AUTH PLAIN')}AUTH LOG|IN\n504 no\n`, /\*\*LOGIN\*\*/, /did \*\*not\*\* offer/));
});
