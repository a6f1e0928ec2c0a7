import { says } from './hoverFacts.ts';

describe('a hover on what a server said', () => {
  it('explains it at the place where it was said', () => {
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250 mx.a.test\nMAIL FROM:<a@b.test>\n250 2.1.0 Ok\nRCPT TO:<b@a.test>\n45|1 4.3.0 Try again',
      '451 4.3.0 Try again',
      '**451 4.3.0** in answer to RCPT: The server asks for a later try without a cause; greylisting often looks like this.',
      '**Next:**\n- Wait: the sending server tries again by itself.\n- As the receiving admin, check load and running services if it lasts for hours.',
      '`Try again`  \nSource: [RFC 5321 4.2.1](https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1); [RFC 6647 2.1](https://www.rfc-editor.org/rfc/rfc6647#section-2.1)',
    );
    says(
      '421 Too busy, clos|ing',
      '421 Too busy, closing',
      '**421**: The server says that it is busy, and takes nothing at the moment.',
      '**Next:**\n- Wait: the sending server tries again by itself.\n- As the receiving admin, check load and running services if it lasts for hours.',
      '`421 Too busy, closing`  \nSource: [RFC 5321 4.2.3](https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3)',
    );
    says(
      '22|0 mx.a.test ESMTP\nEHLO b.test\n250 mx.a.test',
      '220 mx.a.test ESMTP',
      '**220** on connecting: The server greets: it is ready and waits for EHLO. The first word is its name.',
      '`mx.a.test ESMTP`  \nSource: [RFC 5321 4.3.1](https://www.rfc-editor.org/rfc/rfc5321#section-4.3.1)',
    );
  });
});

describe('a hover on what a client said', () => {
  it('says what the command is, what it needs and how it was answered', () => {
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 STARTTLS\nSTAR|TTLS\n220 go\nEHLO b.test\n250 mx.a.test\nSTARTTLS\n503 again',
      'STARTTLS',
      '**STARTTLS**: Asks to encrypt the session; after the handshake EHLO is sent again.',
      'Form: `STARTTLS`',
      'It needs STARTTLS. The server offered it in this session.',
      'Answered here with `220 go`.',
      'Source: [RFC 3207 4](https://www.rfc-editor.org/rfc/rfc3207#section-4)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 STARTTLS\nSTARTTLS\n220 go\nEHLO b.test\n250 mx.a.test\nSTAR|TTLS\n503 again',
      'STARTTLS',
      '**STARTTLS**: Asks to encrypt the session; after the handshake EHLO is sent again.',
      'Form: `STARTTLS`',
      'It needs STARTTLS. The server did **not** offer it in this session.',
      'Answered here with `503 again`.',
      'Source: [RFC 3207 4](https://www.rfc-editor.org/rfc/rfc3207#section-4)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250-mx.a.test\n250 AUTH PLAIN\nAU|TH PLAIN AGEAYg==\n535 5.7.8 no',
      'AUTH PLAIN AGEAYg==',
      '**AUTH**: Logs in; what follows the mechanism may hold the password in base64, which is no encryption.',
      'Form: `AUTH mechanism [initial-response]`',
      'It needs AUTH. The server offered it in this session.',
      'Answered here with `535 no`.',
      'Source: [RFC 4954 4](https://www.rfc-editor.org/rfc/rfc4954#section-4)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250 mx.a.test\nAU|TH\n503 5.5.1 no',
      'AUTH',
      '**AUTH**: Logs in; what follows the mechanism may hold the password in base64, which is no encryption.',
      'Form: `AUTH mechanism [initial-response]`',
      'It needs AUTH. The server did **not** offer it in this session.',
      'Answered here with `503 no`.',
      'Source: [RFC 4954 4](https://www.rfc-editor.org/rfc/rfc4954#section-4)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250 mx.a.test\nNO|OP',
      'NOOP',
      '**NOOP**: Does nothing; it keeps the session alive.',
      'Form: `NOOP`',
      'Source: [RFC 5321 4.1.1.9](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.9)',
    );
    says(
      '220 mx.a.test ESMTP\nQU|IT\n221 bye',
      'QUIT',
      '**QUIT**: Ends the session.',
      'Form: `QUIT`',
      'Answered here with `221 bye`.',
      'Source: [RFC 5321 4.1.1.10](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.10)',
    );
    says(
      '220 mx.a.test ESMTP\nFO|O bar\n500 what',
      'FOO',
      '**FOO** is no SMTP command that is known. A server answers it with 500 ([RFC 5321 4.2.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.2.4)).',
    );
    says(
      '220 mx.a.test ESMTP\nQU|IT\nConnection closed by foreign host.\n220 mx.b.test ESMTP\nQUIT\n221 bye',
      'QUIT',
      '**QUIT**: Ends the session.',
      'Form: `QUIT`',
      'Source: [RFC 5321 4.1.1.10](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.10)',
    );
  });
  it('calls the message what it is, whole or cut off', () => {
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250 mx.a.test\nMAIL FROM:<a@b.test>\n250 ok\nRCPT TO:<b@a.test>\n250 ok\nDATA\n354 go\nSubj|ect: x\n\nhi\n.\n250 queued',
      'Subject: x\n\nhi\n.',
      'The message itself, header and body, as the client sent it after the 354. It ends with the lone dot. Source: [RFC 5321 4.1.1.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.4)',
    );
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250 mx.a.test\nMAIL FROM:<a@b.test>\n250 ok\nRCPT TO:<b@a.test>\n250 ok\nDATA\n354 go\nSubj|ect: x\n\nhi',
      'Subject: x\n\nhi',
      'The message itself, header and body, as the client sent it after the 354. Its lone dot is not in this text, so it was cut off here or never finished. Source: [RFC 5321 4.1.1.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.4)',
    );
  });
  it('warns of what is said in a login', () => {
    says(
      '220 mx.a.test ESMTP\nEHLO b.test\n250 AUTH LOGIN\nAUTH LOGIN\n334 VXNlcm5hbWU6\nYm|9i\n334 UGFzc3dvcmQ6\neA==\n535 no',
      'Ym9i',
      'An answer to the server during login. It holds a user name or a password, only encoded, not encrypted: take it out before you pass this text on. Source: [RFC 4954 4](https://www.rfc-editor.org/rfc/rfc4954#section-4)',
    );
  });
});
