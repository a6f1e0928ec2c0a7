import assert from 'node:assert/strict';
import { hover } from '../../../../src/core/features/hover/hover.ts';
import { openAt } from '../cursor.ts';
import { says } from './hoverFacts.ts';

const mentions = (text: string, ...parts: readonly RegExp[]): void => {
  const { document, ticket, position } = openAt(text);
  const found = hover(document, ticket, position, { commandLinks: false });
  const markdown = JSON.stringify(found?.contents ?? '');
  for (const part of parts) assert.match(markdown, part);
};

const greeted = (...keywords: readonly string[]): string =>
  `220 mx.contoso.test ESMTP\nEHLO a.test\n${['mx.contoso.test', ...keywords].map((line, i) => `250${i === keywords.length ? ' ' : '-'}${line}\n`).join('')}`;

describe('a hover on a keyword of EHLO', () => {
  it('reads the size and names the parameter', () =>
    mentions(greeted('SIZE 104|85760', 'HELP'), /10485760 bytes \(10 MiB\)/, /Parameters of MAIL: `SIZE`/, /RFC 1870/));
  it('says that 0 states no limit', () => {
    mentions(greeted('SI|ZE 0', 'HELP'), /\\n\\nNo limit is stated\.\\n\\n/);
    mentions(greeted('SI|ZE 1048576', 'HELP'), /Largest message: 1048576 bytes \(1 MiB\)\./);
  });
  it('names a mechanism that is not known', () =>
    mentions(greeted('AU|TH PLAIN X-OWN', 'HELP'), /under TLS\S{0,8}\\n- X\\\\-OWN\\n/));
  it('explains each mechanism', () => {
    mentions(
      greeted('AU|TH PLAIN CRAM-MD5', 'HELP'),
      /- PLAIN: User name/,
      /- CRAM\S*-MD5: The server sends a challenge/,
    );
    mentions(greeted('AUTH PLAIN CRAM-|MD5', 'HELP'), /^"?.{0,40}\*\*CRAM/, /The server offers it/);
  });
});

describe('a hover on a command', () => {
  it('says whether its extension was offered', () => {
    mentions(`${greeted('STARTTLS', 'HELP')}START|TLS\n220 go\n`, /The server offered it in this session/);
    mentions(`${greeted('HELP')}START|TLS\n502 no\n`, /did \*\*not\*\* offer it/);
    mentions('C: START|TLS\nS: 220 go\n', /does not show what the server offered/);
  });
  it('explains the parameter under the cursor', () => {
    mentions(
      `${greeted('SIZE')}MAIL FROM:<a@a.test> SI|ZE=10\n250 ok\n`,
      /\*\*SIZE\*\*: The size of the message/,
      /offered it/,
    );
    mentions(
      `${greeted('SIZE')}RCPT TO:<a@a.test> NOT|IFY=NEVER\n250 ok\n`,
      /\*\*NOTIFY\*\*/,
      /needs DSN\. The server did \*\*not\*\*/,
    );
  });
  it('explains the mechanism under the cursor', () =>
    mentions(`${greeted('AUTH PLAIN')}AUTH LOG|IN\n504 no\n`, /\*\*LOGIN\*\*/, /did \*\*not\*\* offer/));
});

describe('a hover on what a server offers', () => {
  it('says what it is and what it allows', () => {
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250-SI|ZE 36700160\n250 HELP',
      'SIZE 36700160',
      '**SIZE** offered: The number is the largest message in bytes; 0 or none means no stated limit.',
      'Largest message: 36700160 bytes (35 MiB).',
      'Parameters of MAIL: `SIZE`.',
      '`SIZE 36700160`  \nSource: [RFC 1870](https://www.rfc-editor.org/rfc/rfc1870)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 SI|ZE',
      'SIZE',
      '**SIZE** offered: The number is the largest message in bytes; 0 or none means no stated limit.',
      'Parameters of MAIL: `SIZE`.',
      '`SIZE`  \nSource: [RFC 1870](https://www.rfc-editor.org/rfc/rfc1870)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 SI|ZE many',
      'SIZE many',
      '**SIZE** offered: The number is the largest message in bytes; 0 or none means no stated limit.',
      'Parameters of MAIL: `SIZE`.',
      '`SIZE many`  \nSource: [RFC 1870](https://www.rfc-editor.org/rfc/rfc1870)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 DS|N',
      'DSN',
      '**DSN** offered: The sender may ask for delivery reports (NOTIFY, RET, ENVID, ORCPT).',
      'Parameters of MAIL: `RET`, `ENVID`.',
      'Parameters of RCPT: `NOTIFY`, `ORCPT`.',
      '`DSN`  \nSource: [RFC 3461](https://www.rfc-editor.org/rfc/rfc3461)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 PIPE|LINING',
      'PIPELINING',
      '**PIPELINING** offered: The client may send several commands without waiting for each reply.',
      '`PIPELINING`  \nSource: [RFC 2920](https://www.rfc-editor.org/rfc/rfc2920)',
    );
    says(
      '220 mx.a.test ESMTP\nLHLO b.test\n250-mx.a.test\n250 pipe|lining',
      'pipelining',
      '**PIPELINING** offered: The client may send several commands without waiting for each reply.',
      '`pipelining`  \nSource: [RFC 2920](https://www.rfc-editor.org/rfc/rfc2920)',
    );
    says(
      '220 mx.a.test ESMTP\nHELO b.test\n250-mx.a.test\n250 PIPE|LINING',
      '250-mx.a.test\n250 PIPELINING',
      '**250** in answer to HELO: The server greets back; after EHLO each further line names an extension it offers.',
      '`mx.a.test PIPELINING`  \nSource: [RFC 5321 4.1.1.1](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 AU|TH',
      'AUTH',
      '**AUTH** offered: The server takes logins; the words behind it are the mechanisms it knows.',
      'Parameters of MAIL: `AUTH`.',
      '`AUTH`  \nSource: [RFC 4954](https://www.rfc-editor.org/rfc/rfc4954)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 AU|TH=LOGIN PLAIN',
      'AUTH=LOGIN PLAIN',
      '**AUTH** offered: The server takes logins; the words behind it are the mechanisms it knows.',
      '- LOGIN: User name and password in two base64 answers; obsolete but common, safe only under TLS.\n- PLAIN: User name and password in one base64 answer; safe only under TLS.',
      'Parameters of MAIL: `AUTH`.',
      '`AUTH=LOGIN PLAIN`  \nSource: [RFC 4954](https://www.rfc-editor.org/rfc/rfc4954)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 AUTH LOG|IN X-MOO',
      'LOGIN',
      '**LOGIN**: User name and password in two base64 answers; obsolete but common, safe only under TLS.',
      'The server offers it.',
      'Source: draft-murchison-sasl-login',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 AUTH LOGIN X-M|OO',
      '250-mx.a.test\n250 AUTH LOGIN X-MOO',
      '**250** in answer to EHLO: The server greets back; after EHLO each further line names an extension it offers.',
      '`mx.a.test AUTH LOGIN X-MOO`  \nSource: [RFC 5321 4.1.1.1](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 MO|O',
      '250-mx.a.test\n250 MOO',
      '**250** in answer to EHLO: The server greets back; after EHLO each further line names an extension it offers.',
      '`mx.a.test MOO`  \nSource: [RFC 5321 4.1.1.1](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.te|st\n250 DSN',
      '250-mx.a.test\n250 DSN',
      '**250** in answer to EHLO: The server greets back; after EHLO each further line names an extension it offers.',
      '`mx.a.test DSN`  \nSource: [RFC 5321 4.1.1.1](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1)',
    );
  });
});

describe('a hover on what a client asks for', () => {
  it('says what a parameter is, and whether it may be used', () => {
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 8BITMIME\nMAIL FROM:<a@b.test> BO|DY=8BITMIME\n250 ok',
      'BODY=8BITMIME',
      '**BODY**: The form of the body: 7BIT, 8BITMIME or BINARYMIME.',
      'It needs 8BITMIME. The server offered it in this session.',
      'Source: [RFC 6152](https://www.rfc-editor.org/rfc/rfc6152); [RFC 3030](https://www.rfc-editor.org/rfc/rfc3030)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 8BITMIME\nMAIL FROM:<a@b.test> BODY=BINARY|MIME\n250 ok',
      'BODY=BINARYMIME',
      '**BODY**: The form of the body: 7BIT, 8BITMIME or BINARYMIME.',
      'It needs BINARYMIME. The server did **not** offer it in this session.',
      'Source: [RFC 6152](https://www.rfc-editor.org/rfc/rfc6152); [RFC 3030](https://www.rfc-editor.org/rfc/rfc3030)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 8BITMIME\nMAIL FROM:<a@b.test> MO|O=1\n250 ok',
      'MAIL FROM:<a@b.test> MOO=1',
      '**MAIL**: Starts a message and names the envelope sender, to whom bounces go; <> means that no bounce is wanted.',
      'Form: `MAIL FROM:<address> [parameters]`',
      'Answered here with `250 ok`.',
      'Source: [RFC 5321 4.1.1.2](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.2)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 DSN\nMAIL FROM:<a@b.test> RET=HDRS\n250 ok\nRCPT TO:<a@b.test> NOTI|FY=NEVER\n250 ok',
      'NOTIFY=NEVER',
      '**NOTIFY**: When to send a report: NEVER, or SUCCESS, FAILURE, DELAY.',
      'It needs DSN. The server offered it in this session.',
      'Source: [RFC 3461 4.1](https://www.rfc-editor.org/rfc/rfc3461#section-4.1)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 DSN\nMAIL FROM:<a@b.test> NOTI|FY=NEVER\n250 ok',
      'MAIL FROM:<a@b.test> NOTIFY=NEVER',
      '**MAIL**: Starts a message and names the envelope sender, to whom bounces go; <> means that no bounce is wanted.',
      'Form: `MAIL FROM:<address> [parameters]`',
      'Answered here with `250 ok`.',
      'Source: [RFC 5321 4.1.1.2](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.2)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 AUTH PLAIN\nAUTH pla|in AGEAYg==\n535 no',
      'plain',
      '**PLAIN**: User name and password in one base64 answer; safe only under TLS.',
      'The server offered it in this session.',
      'Source: [RFC 4616](https://www.rfc-editor.org/rfc/rfc4616)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 AUTH LOGIN\nAUTH PLA|IN AGEAYg==\n535 no',
      'PLAIN',
      '**PLAIN**: User name and password in one base64 answer; safe only under TLS.',
      'The server did **not** offer it in this session.',
      'Source: [RFC 4616](https://www.rfc-editor.org/rfc/rfc4616)',
    );
    says(
      'C: AUTH PLA|IN AGEAYg==\nS: 535 no',
      'PLAIN',
      '**PLAIN**: User name and password in one base64 answer; safe only under TLS.',
      'This text does not show what the server offered before it.',
      'Source: [RFC 4616](https://www.rfc-editor.org/rfc/rfc4616)',
    );
  });
});
