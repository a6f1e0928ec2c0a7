import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { language } from '../../../../src/core/features/language.ts';
import { currentRfc } from '../../../../src/core/knowledge/rfcs.ts';
import type { Block, Start } from '../../../../src/core/ticket/ticket.ts';
import { openAt } from '../cursor.ts';

interface Told {
  readonly kind: Block['kind'] | undefined;
  readonly markdown: string;
  readonly covers: string;
}

function hoverAt(text: string, start?: Start): Told {
  const { document, ticket, position } = openAt(text, start);
  const offset = document.offsetAt(position);
  const kind = ticket.blocks.find((block) => block.start <= offset && offset <= block.end)?.kind;
  const found = language.hover(document, ticket, position, { commandLinks: false });
  if (found === undefined || !MarkupContent.is(found.contents)) return { kind, markdown: '', covers: '' };
  return { kind, markdown: found.contents.value, covers: found.range ? document.getText(found.range) : '' };
}

/** A hover in a block of a kind. */
function tells(kind: Block['kind'], text: string, meaning: RegExp, covers?: string): void {
  const told = hoverAt(text);
  assert.equal(told.kind, kind, text);
  assert.match(told.markdown, meaning, text);
  if (covers !== undefined) assert.equal(told.covers, covers);
}

const silent = (text: string): void => assert.equal(hoverAt(text).markdown, '', text);

const RELAYING = /outside domain only from clients it knows/;
const NO_MAILBOX = /no mailbox|knows no|no account/i;
const REFUSED = /nothing takes connections on this port/;

describe('a hover in a transcript', () => {
  const session =
    'Trying 192.0.2.1...\nConnected to mx1.contoso.test.\n220 mx1.contoso.test ESMTP\nEHLO a.test\n250 ok\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n550-5.7.1 Relaying\n550 5.7.1 denied\nConnection closed by foreign host.\n';
  const on = (words: string): string => session.replace(words, `|${words}`);

  it('is the same on the code, the enhanced code and the text behind it', () => {
    for (const words of ['550-5', '5.7.1 Relaying', 'laying', 'denied']) tells('conversation', on(words), RELAYING);
  });

  it('explains what the tool says of the connection', () => {
    const told = hoverAt(
      `${session}telnet mx2.contoso.test 25\nTrying 192.0.2.2...\ntelnet: Unable to connect to remote host: Connection ref|used\n`,
    );
    assert.match(told.markdown, REFUSED);
    assert.match(told.covers, /^telnet: Unable/);
  });
});

describe('a hover in a log', () => {
  const line = (said: string): string =>
    `Nov 21 20:02:03 mx1 postfix/smtp[1]: 4F6bQ2: to=<bob@contoso.test>, relay=none, delay=1, dsn=4.4.1, status=deferred (${said})\n`;

  it('explains the words of the server and of the system', () => {
    tells(
      'log',
      line('host mx1.contoso.test[192.0.2.1] said: 550 5.1.1 <bob@contoso.test>: User un|known'),
      NO_MAILBOX,
    );
    tells('log', line('connect to mx1.contoso.test[192.0.2.1]:25: Connection ref|used'), REFUSED);
  });

  it('explains a line of which nothing else is known', () => {
    tells(
      'log',
      'Nov 21 20:02:03 mx1 postfix/smtpd[1]: connect from unknown[192.0.2.9]\nNov 21 20:02:04 mx1 postfix/smtpd[1]: warning: unknown[192.0.2.9]: SASL LOGIN authenti|cation failed: UGFzc3dvcmQ6\n',
      /tried to log in and was refused/,
    );
    tells(
      'log',
      'Nov 21 20:02:03 mx1 postfix/smtp[1]: warning: TLS library problem: error:0A00010B:SSL routines::wrong vers|ion number:ssl3_record.c:354:\n',
      /What came was no TLS/,
    );
  });

  it('leaves lines alone that say nothing', () =>
    silent('Nov 21 20:02:03 mx1 postfix/smtpd[1]: conn|ect from localhost\n'));

  it('explains events and columns of message tracking', () => {
    const log = (row: string): string =>
      `#Software: Microsoft Exchange Server\n#Version: 15.02.0986.005\n#Log-type: Message Tracking Log\n#Date: 2026-11-21T20:02:03.000Z\n#Fields: date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id\n${row}\n`;
    tells(
      'log',
      log('2026-11-21T20:02:03.000Z,192.0.2.1,a,192.0.2.2,b,,,STOREDRIVER,DEL|IVER'),
      /delivered to a local mailbox/,
    );
    tells('log', log('').replace('connector-id', 'conn|ector-id'), /connector that the message passed/);
  });
});

describe('a hover in a bounce', () => {
  const bounce = (text: string): string =>
    `From: MAILER-DAEMON@mx1.fabrikam.test\nTo: alice@fabrikam.test\nSubject: Undelivered\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n--b\nContent-Type: text/plain\n\n${text}\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx1.fabrikam.test\n\nFinal-Recipient: rfc822; bob@contoso.test\nAction: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp; 550 5.7.1 Relaying\n    denied\n\n--b--\n`;

  it('explains the part for people, on every line of a wrapped reply', () => {
    const said =
      '<bob@contoso.test>: host mx1.contoso.test[192.0.2.1] said: 550 5.7.1\n    Unable to relay: Relaying\n    denied (in reply to RCPT TO command)';
    for (const words of ['host mx1', '550', '5.7.1', 'Relaying', 'denied (in', 'RCPT']) {
      tells('message', bounce(said.replace(words, `|${words}`)), RELAYING, said);
    }
  });

  it('explains words without a code', () =>
    tells(
      'message',
      bounce('bob@contoso.test\n    connect to mx1.contoso.test[192.0.2.1]: Connection ref|used'),
      REFUSED,
    ));

  it('explains the report over its folding', () =>
    tells('message', bounce('x').replace('Relaying', 'Re|laying'), RELAYING));

  it('does not read what is no text', () => {
    const html = bounce('550 5.7.1 Relaying de|nied').replace('text/plain', 'application/octet-stream');
    silent(html);
  });
});

describe('a hover in prose', () => {
  it('explains a reply on its code, its text, and the lines that carry it on', () => {
    const text = 'Hello,\n\nthe user got: 550 5.7.1 Relaying\ndenied for him\n\nWhat now?\n';
    for (const words of ['the user', '550', '5.7.1 Re', 'laying', 'denied', 'him'])
      tells('prose', text.replace(words, `|${words}`), RELAYING);
    silent(text.replace('What', 'W|hat'));
    silent(text.replace('Hello', 'He|llo'));
  });

  it('does not take the next sentence for a part of the reply', () => {
    const text = 'It said 550 5.1.1 User unknown\nGreylisted, I thou|ght.\n';
    assert.doesNotMatch(hoverAt(text.replace('|', '').replace('5.1.1', '5.|1.1')).markdown, /come back/);
  });

  it('explains what systems and libraries print', () => {
    tells('prose', 'Our scanner says: socket error 100|60\n', /did not answer in time/);
    tells('prose', 'Outlook: The certificate chain was iss|ued by an authority that is not trusted.\n', /no authority/);
    tells('prose', 'Event ID: 40|00\n', /Exchange could not deliver/);
    silent('The file has 100|60 bytes.\n');
  });

  it('escapes what the document says', () => {
    const told = hoverAt('Connection refused <img src=x on|error=alert(1)> [x](command:workbench.action.quit) ```\n');
    assert.match(told.markdown, REFUSED);
    assert.doesNotMatch(told.markdown.replace(/(`+)[^\n]*?\1/g, ''), /<img|\]\(command:/);
  });
});

describe('a hover on an RFC', () => {
  const seventeen = [974, 4406, 4408, 4871, 821, 822, 2821, 2822, 5321, 1725, 1939, 2449, 5034, 3501, 1991, 2246, 2595];

  it('says what it is, links to it, and names what obsoletes it', () => {
    for (const number of seventeen) {
      for (const form of [`RFC ${number}`, `RFC${number}`, `RFC-${number}`, `rfc ${number}`]) {
        const { markdown, covers } = hoverAt(`See ${form.slice(0, 2)}|${form.slice(2)} of the IETF.\n`);
        assert.equal(covers, form);
        assert.match(
          markdown,
          new RegExp(`\\[RFC ${number}\\]\\(https://www\\.rfc-editor\\.org/rfc/rfc${number}\\)`),
          form,
        );
        assert.doesNotMatch(markdown, /no document that/, form);
        if (currentRfc(number) !== number) assert.match(markdown, /Obsoleted by .*rfc\d+/, form);
      }
    }
  });

  it('knows the text that counts today as well', () => {
    for (const number of seventeen.map(currentRfc)) {
      assert.doesNotMatch(hoverAt(`RF|C ${number}\n`).markdown, /no document that/, String(number));
    }
  });

  it('leads to the section', () => {
    for (const form of [
      'RFC 2821 4.2',
      'rfc 2821, section 4.2',
      'RFC 2821 Section 4.2',
      'RFC2821, sec. 4.2',
      'RFC 2821 § 4.2',
    ]) {
      assert.match(hoverAt(`${form.slice(0, 1)}|${form.slice(1)}, it says\n`).markdown, /#section-4\.2\)/, form);
    }
  });

  it('works in every kind of block', () => {
    tells('conversation', '220 mx ESMTP\nEHLO a.test\n250 ok\nfoo\n500 see R|FC 2821\n', /Obsoleted by/);
    tells('log', 'Nov 21 20:02:03 mx1 postfix/smtpd[1]: 4F6bQ2: reject: see R|FC 2821\n', /Obsoleted by/);
    tells('message', 'From: a@b.test\nTo: c@d.test\nSubject: x\n\nsee R|FC 2821\n', /Obsoleted by/);
  });
});

describe('a hover anywhere in a large body', () => {
  it('looks at the lines around the cursor alone', () => {
    const filler = `${'x'.repeat(70)}\n`.repeat(200_000);
    const text = `From: a@b.test\nTo: c@d.test\nSubject: x\n\n${filler}550 5.7.1 Relaying de|nied\n${filler}`;
    assert.match(hoverAt(text, 'message').markdown, RELAYING);
  });
});
