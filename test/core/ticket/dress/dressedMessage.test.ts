import assert from 'node:assert/strict';
import { fieldText } from '../../../../src/core/mail/header/fieldText.ts';
import type { Message } from '../../../../src/core/mail/message.ts';
import { spanText } from '../../../../src/core/text/span.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { damages } from '../../../support/headerDamage.ts';

const messagesIn = (text: string): readonly Message[] =>
  readTicket(text).blocks.filter((block): block is Message => block.kind === 'message');

const HEADER = [
  'Received: from mail.northwind.test (mail.northwind.test [192.0.2.7])',
  '\tby mx1.contoso.test (Postfix) with ESMTPS id 4C1D52280FF',
  '\tfor <alice@contoso.test>; Fri, 20 Nov 2026 20:11:38 +0000 (UTC)',
  'DKIM-Signature: v=1; a=rsa-sha256; d=northwind.test; s=s1;',
  '\th=from:to:subject; bh=AAAA; b=BBBB',
  'From: "Bob" <bob@northwind.test>',
  'To: alice@contoso.test',
  'Subject: Offer for December',
  'Date: Fri, 20 Nov 2026 20:11:36 +0000',
  'Message-ID: <a1b2c3@northwind.test>',
].join('\n');

describe('a field of a header in any dress', () => {
  for (const [name, damage] of damages) {
    it(`stands where its characters stand: ${name}`, () => {
      const text = `Here it is.\n\n${damage(HEADER)}\n`;
      const [message] = messagesIn(text);
      assert.ok(message, text);
      for (const field of message.fields) {
        assert.equal(spanText(text, field.nameSpan), field.name);
        const read = fieldText(text, field);
        for (const word of read.value.matchAll(/\w{2,60}/g)) {
          const last = word.index + word[0].length - 1;
          const written = text.slice(read.offset(word.index), read.offset(last) + 1);
          // A window may have cut the word.
          assert.equal(written.replace(/\n {8}/, ''), word[0], field.name);
          assert.equal(read.index(read.offset(word.index)), word.index);
        }
      }
      const hop = message.hops[0];
      assert.match(hop?.date === undefined ? '' : spanText(text, hop.date), /^F\s*r\s*i/);
    });
  }
});

describe('a header with what filters write', () => {
  const info = Array.from({ length: 60 }, () => ' =?utf-8?B?WFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhY?=').join('\n');
  const filtered = `${HEADER}\nX-Spam-Status: No\nX-Quarantine-ID: <a>\nX-Microsoft-Antispam-Message-Info:\n${info}\nMIME-Version: 1.0`;
  const names = (text: string): readonly string[] => messagesIn(text)[0]?.fields.map(({ name }) => name) ?? [];

  it('is no report of a service in JSON, however its fields are called', () => {
    const text = damages.get('JSON, names as keys')?.(filtered) ?? '';
    assert.deepEqual(new Set(names(text)), new Set(names(filtered)));
    assert.equal(names(text).length, 11);
    const event =
      '{"event":"failed","recipient":"b@b.test","message":{"headers":{"message-id":"1@a.test","from":"a@a.test","to":"b@b.test","subject":"x"}},"delivery-status":{"code":550}}';
    assert.equal(readTicket(event).blocks[0]?.kind, 'log');
  });

  it('is read to its end in markup, however many lines a field has', () => {
    for (const name of ['names between <b>', 'names between <strong>'])
      assert.deepEqual(names(`${damages.get(name)?.(filtered) ?? ''}\n`), names(filtered), name);
  });
});

/** No message may be read in these. */
const none = (...texts: readonly string[]): void => {
  for (const text of texts) assert.deepEqual(messagesIn(text), [], text);
};

describe('what only looks like a dressed header', () => {
  it('is not read in sentences and lists', () =>
    none(
      'From: here on nothing works.\n\nTo: all admins, please check.\n\nI got this at noon.\n',
      '- From: the branch office\n- To: the head office\n- Date: tomorrow\n',
      '* Subject: what we talk about\n* Date: Friday\n* Received: three complaints\n',
      '**From:** the service desk\n**To:** all\n\nThe server is down.\n',
      '    From the log I see nothing.\n    To be sure I looked twice.\n',
      'Received\nThree of five mails arrived.\nSent\nFive mails.\n',
      '1. From: office\n3. To: home\n',
      'Date\nTuesday\nSubject\nThe outage\nFrom\nThe service desk\n',
    ));

  it('is not read in configurations', () =>
    none(
      'mail:\n  from: noreply@contoso.test\n  to: alice@contoso.test\n  subject: Nightly report\n  date: 2026-11-20\n',
      '[smtp]\n  sender = bob@contoso.test\n  received = 5\n',
      '{\n  "from": "bob@contoso.test",\n  "to": "alice@contoso.test",\n  "subject": "Hello",\n  "date": "2026-11-20T10:00:00Z"\n}\n',
      '{"name":"From","value":"contoso.test"}\n{"name":"To","value":"fabrikam.test"}\n',
      '<setting><name>From</name><value>bob@contoso.test</value></setting>\n',
      'headers:\n  - name: From\n    value: bob@contoso.test\n',
      '  "headers": { "From": "bob@contoso.test", "Subject": "Hello" }\n',
    ));

  it('is not read in tables of something else', () =>
    none(
      '| From | To | Sent |\n|------|----|------|\n| bob | alice | 5 |\n',
      '| Date | Subject |\n|---|---|\n| Friday | outage |\n',
      'From\tTo\tSize\nbob@contoso.test\talice@contoso.test\t500\n',
      'Date,Subject,Count\nFriday,outage,3\n',
      'Subject   : outage\nDate      : Friday\n\nSubject   : again\nDate      : Monday\n',
      'Name  : From\nValue : 5\n\nName  : To\nValue : 6\n',
      '<table><tr><td>From</td><td>office</td></tr><tr><td>To</td><td>home</td></tr></table>\n',
      'From      bob\nTo        alice\nDate      Friday\n',
    ));

  it('is not read in forms, columns and settings that stand as they are', () =>
    none(
      'IP: 192.0.2.1\nSender: bob@contoso.test\nDomain: contoso.test\n',
      'Sender: bob@contoso.test\nIP: 192.0.2.1\nDomain: contoso.test\n',
      'Date   : 20 Nov 2026\nServer : mx1\nUser   : bob\n',
      'Server  : mx1\nDate    : 20 Nov\nSubject : hello\n',
      'Host: mx1\nFrom: bob\nPort: 25\n',
      'from: 250\nto: 550\n',
      'date: 2026-11-20\ntitle: Outage\n',
    ));

  it('is not read in code, in logs and in what DNS tools print', () => {
    none(
      '  from: 250,\n  to: 550,\n',
      "    message['From'] = 'bob@contoso.test'\n    message['To'] = 'alice@contoso.test'\n",
      '> 220 mx.contoso.test ESMTP\n> EHLO a.test\n> 250 mx.contoso.test\n',
    );
    for (const text of [
      'Nov 20 09:14:58 mx1 postfix/qmgr[902]: 4C1D52280FF: from=<a@a.test>, size=1, nrcpt=1 (queue active)\n',
      '; <<>> DiG 9.18 <<>> mx contoso.test\n;; ANSWER SECTION:\ncontoso.test. 300 IN MX 10 mx1.contoso.test.\n',
    ])
      none(text, text.replace(/^/gm, '    '));
  });
});

describe('a header in what is written around it', () => {
  it('ends with its table, its structure or its marks', () => {
    for (const name of ['a Markdown table', 'cells of a table', 'JSON of Graph', 'CSV', 'indented by four blanks']) {
      const text = `${damages.get(name)?.(HEADER)}\n\nThat is all I have.\n`;
      const [message] = messagesIn(text);
      assert.ok(message, name);
      assert.ok(message.end <= text.indexOf('That is all'), name);
    }
  });

  it('keeps its body where only its lines were changed', () => {
    const text = `**Received:** from a.test by b.test; Fri, 20 Nov 2026 10:00:00 +0000\n**From:** a@a.test\n\nHello,\nworld\n`;
    const [message] = messagesIn(text);
    assert.equal(message && spanText(text, message.body), 'Hello,\nworld\n');
  });

  it('is kept as it was before', () => {
    const [message] = messagesIn(`${HEADER.replace(/^/gm, '    ')}\n`);
    assert.equal(message?.undressed, `${HEADER}\n`);
    assert.equal(messagesIn(`${HEADER}\n`)[0]?.undressed, undefined);
  });
});
