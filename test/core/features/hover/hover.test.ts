import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../../src/core/features/hover/hover.ts';
import type { Start } from '../../../../src/core/ticket/ticket.ts';
import { openAt } from '../cursor.ts';

function hoverOf(text: string, start?: Start, commandLinks = false): { markdown: string; covers: string } | undefined {
  const { document, ticket, position } = openAt(text, start);
  const found = hover(document, ticket, position, { commandLinks });
  if (found === undefined) return undefined;
  assert.ok(MarkupContent.is(found.contents) && found.range !== undefined);
  return { markdown: found.contents.value, covers: document.getText(found.range) };
}

const says = (text: string, ...parts: readonly RegExp[]): void => {
  const markdown = hoverOf(text)?.markdown ?? '';
  for (const part of parts) assert.match(markdown, part);
};

const session = (rest: string): string =>
  `220 mx.contoso.test ESMTP\nEHLO a.test\n250-mx.contoso.test\n250 STARTTLS\n${rest}`;

describe('a hover on a reply', () => {
  it('says what it means where it stands, who acts, what is next and why', () => {
    says(
      session('MAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n55|0 5.7.1 Relaying denied\n'),
      /^\*\*550 5&#46;7&#46;1\*\* in answer to RCPT: The server takes mail for this outside domain only/,
      /\*\*Who acts:\*\* the sender's admin\./,
      /\*\*Next:\*\*\n- /,
      /`Relaying denied`/,
      /Source: .*\[RFC 5321/,
    );
  });

  it('links what it rests on, and names what has no address', () => {
    says(
      session(
        'MAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n55|4 5.7.1 Email cannot be delivered. Reason: Email flagged as Spam.\n',
      ),
      /Source: \[SMTP Field Manual&#58; 554&#46;json\]\(https:\/\/github\.com\/[\w./-]+\/554\.json\)$/,
    );
    says(
      session('MAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n55|4 Relaying prohibited: fabrikam.test\n'),
      /Source: HCL Domino wording$/,
    );
  });

  it('tells the same code apart by the command that it answers', () => {
    const meaningAfter = (command: string): string | undefined =>
      hoverOf(session(`${command}\n5|50 no\n`))?.markdown.split('\n')[0];
    assert.notEqual(meaningAfter('MAIL FROM:<a@a.test>'), meaningAfter('RCPT TO:<b@b.test>'));
  });

  it('covers the whole reply, wrapped line and all', () => {
    const found = hoverOf('ehlo a.test\n250-mail.test Hello a.test,\npleased to m|eet you\n250 HELP\n');
    assert.equal(found?.covers, '250-mail.test Hello a.test,\npleased to meet you\n250 HELP');
  });

  it('explains a keyword that the server offers', () =>
    says(session('').replace('250 STARTTLS', '250 START|TLS'), /\*\*STARTTLS\*\* offered/));

  it('escapes what the document says', () => {
    const found = hoverOf(
      '220 a.test ESMTP\nEHLO b.test\n5|50 <img src=x onerror=alert(1)> [x](command:workbench.action.quit) `code`\n',
      undefined,
      true,
    );
    assert.doesNotMatch(found?.markdown.replace(/`+[^\n]*`+/g, '') ?? '', /<img|\]\(command:workbench/);
  });
});

describe('a hover on the client', () => {
  it('explains a command and says how it was answered', () =>
    says('220 a.test ESMTP\nEH|LO b.test\n250 a.test\n', /\*\*EHLO\*\*/, /Answered here with `250 a\.test`/));
  it('says of an unknown word that it is none', () =>
    says('220 a.test ESMTP\neh|ol b.test\n500 what\n', /EHOL\*\* is no SMTP command/));
  it('warns of a login answer and does not decode it', () =>
    says('220 a.test ESMTP\nAUTH LOGIN\n334 VXNlcm5hbWU6\nQUxJ|Q0U=\n', /take it out before you pass/));
});

describe('a hover on a host', () => {
  it('offers the probes where the client can run commands', () => {
    const text = '220 a.test ESMTP\nEHLO mx1.con|toso.test\n250 a.test\n';
    assert.match(
      hoverOf(text, undefined, true)?.markdown ?? '',
      /\(command:mailTriage\.probeSmtpServer\?%5B%22mx1\.contoso\.test%22%5D\)/,
    );
    assert.doesNotMatch(hoverOf(text)?.markdown ?? '', /command:/);
  });

  it('offers no look-up of mail exchangers for an address', () => {
    const markdown = hoverOf('220 a.test ESMTP\nEHLO [192.0.|2.1]\n250 a.test\n', undefined, true)?.markdown ?? '';
    assert.match(markdown, /probeSmtpServer\?%5B%22192\.0\.2\.1%22%5D/);
    assert.doesNotMatch(markdown, /lookUpMailExchangers/);
  });
});

describe('a hover on a message', () => {
  const message =
    'Received: from a.test (a.test [192.0.2.1])\n\tby b.test with ESMTPS id 1\n\tfor <x@b.test>; Fri, 20 Nov 2026 10:00:05 +0000\nReceived: from c.test by a.test; Fri, 20 Nov 2026 10:00:00 +0000\nSubject: =?UTF-8?Q?gro=C3=9F?=\nFrom: x@a.test\n\nbody\n';
  const at = (where: string): string => hoverOf(message.replace(where, `|${where}`), 'message')?.markdown ?? '';

  it('takes a Received field apart', () => {
    assert.match(at('with ESMTPS'), /Hop: 2 of 2/);
    assert.match(at('with ESMTPS'), /Delay: 5 s/);
    assert.match(at('with ESMTPS'), /Address: 192&#46;0&#46;2&#46;1/);
  });

  it('decodes an encoded word', () => assert.match(at('=?UTF-8'), /Decoded: `groß`/));
  it('has nothing to say of the body', () => assert.equal(at('body'), ''));
});

describe('a hover on prose', () => {
  it('explains a reply that is quoted in it', () =>
    says('The user got: 5|50 5.1.1 unknown user, what now?\n', /550 5&#46;1&#46;1/));
});

describe('a hover on a report of delivery', () => {
  const report = (recipient: string, returned = 'From: ann@contoso.test\nPrecedence: bulk\n\nHi\n'): string =>
    `From: MAILER-DAEMON@mx1.contoso.test\nTo: ann@contoso.test\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx1.contoso.test\n\n${recipient}\n--b\nContent-Type: message/rfc822\n\n${returned}\n--b--\n`;

  it('names the recipient, and explains what the server said', () =>
    says(
      report(
        'Final-Recipient: rfc822; bob@fabrikam.test\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User |unknown\n',
      ),
      /^Recipient: bob&#64;fabrikam&#46;test\n\n\*\*550 5&#46;1&#46;1\*\*: /,
      /\n`550 5\.1\.1 User unknown` {2}\n/,
    ));
  it('without a recipient and a reply goes by the status, else by what was done', () => {
    says(report('Action: failed\nStatus: 5.1|.1\n'), /^\*\*5&#46;1&#46;1\*\*: There is no mailbox with this address/);
    says(report('Action: fai|led\n'), /^\*\*failed\*\*: The message could not be delivered/);
  });
  it('explains the header of the message that is returned', () =>
    says(
      report('Action: failed\n', 'From: ann@contoso.test\nPrecedence: bu|lk\n\nHi\n'),
      /^\*\*bulk\*\*: Sent to many; programs should not answer it/,
    ));
});
