import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { language } from '../../../src/core/features/language.ts';
import { storySummaries } from '../../../src/core/report/storySummary.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { openAt } from '../features/cursor.ts';

const RECEIVED =
  'Received: from mail.fabrikam.test (mail.fabrikam.test [203.0.113.9]) by mx.northwind.test with ESMTP; Mon, 4 Mar 2024 10:00:01 +0000\n';
const HEAD = `${RECEIVED}From: "PayPal" <a@contoso.test>\nTo: user@northwind.test\nSubject: x\nDate: Mon, 4 Mar 2024 10:00:00 +0000\n`;

describe('the ticket view of a message that arrived', () => {
  it('says what speaks against it and for it, each with its line', () => {
    const stories = storySummaries(readTicket(`A user asks:\n\n${HEAD}\nhttp://203.0.113.77/x\n`));
    assert.equal(stories.length, 1);
    assert.equal(stories[0]?.line, 2);
    const facts = stories[0]?.facts.map(({ side, words, line }) => `${side} ${line} ${words}`) ?? [];
    assert.ok(
      facts.some((fact) =>
        /^against 3 The sender calls itself “PayPal”; the address is of contoso\[\.\]test/.test(fact),
      ),
    );
    assert.ok(facts.some((fact) => /^against 8 A link leads to the bare address 203\.0\.113\.77/.test(fact)));
  });

  it('says nothing of a bounce, nor of a message that only stands there', () => {
    const bounce =
      'From: MAILER-DAEMON@contoso.test\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.contoso.test\n\nFinal-Recipient: rfc822; b@contoso.test\nAction: failed\nStatus: 5.1.1\n\n--b--\n';
    assert.deepEqual(storySummaries(readTicket(RECEIVED + bounce, 'message')), []);
    assert.deepEqual(storySummaries(readTicket('From: a@contoso.test\nSubject: x\n\nhi\n', 'message')), []);
  });
});

describe('the hover on the name of From and of Subject', () => {
  const hoverAt = (text: string): string => {
    const { document, ticket, position } = openAt(text, 'message');
    const found = language.hover(document, ticket, position, { commandLinks: false });
    return found !== undefined && MarkupContent.is(found.contents) ? found.contents.value : '';
  };

  it('says what speaks against the message and for it', () => {
    for (const name of ['From', 'Subject']) {
      const told = hoverAt(HEAD.replace(`${name}:`, `|${name}:`));
      assert.match(
        told,
        /\n\n\*\*Speaks against the message\*\*\n\n- The sender calls itself “PayPal”; the address is of contoso&#46;test/,
      );
      assert.match(told, /\n\n\*\*Cannot be told from it\*\*/);
    }
    assert.doesNotMatch(hoverAt(HEAD.replace('To:', '|To:')), /Speaks against/);
    assert.doesNotMatch(hoverAt(HEAD.replace('a@contoso', 'a@con|toso')), /Speaks against/);
  });

  it('puts no markup of the message into the editor', () => {
    const told = hoverAt(HEAD.replace('From: "PayPal"', '|From: "PayPal [x](command:y) <img src=z>"'));
    assert.doesNotMatch(told, /(?<!\\)\[x\]\(|<img/);
  });
});
