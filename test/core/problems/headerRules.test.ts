import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { diagnostics } from '../../../src/core/features/diagnostics.ts';
import type { DiagnosticCode } from '../../../src/core/problems/diagnosticRows.ts';
import { open } from '../features/cursor.ts';

/** Code and covered text of each finding in a header. */
function finds(header: string, ...expected: readonly (readonly [DiagnosticCode, string])[]): void {
  const { document, ticket } = open(`${header}\n\nbody\n`, 'message');
  assert.deepEqual(
    diagnostics(document, ticket).map(({ code, range }) => [code, document.getText(range)]),
    expected,
  );
}

const date = 'Date: Fri, 20 Nov 2026 10:00:00 +0000';

describe('a header in order', () => {
  it('has nothing to tell', () => {
    finds(`From: "Bob" <b@contoso.test>\nReply-To: b@mail.contoso.test\nTo: c@fabrikam.test\n${date}\nSubject: x`);
    finds(
      'From: "Contoso" <list@contoso.test>\nReply-To: list@lists.test\nList-Id: <list.lists.test>\nReceived: a\nReceived: b',
    );
    finds(
      'From: b@contoso.test\nDKIM-Signature: v=1; a=rsa-sha256; d=contoso.test; s=a; h=from; bh=AA; b=BB\nDKIM-Signature: v=1; a=ed25519-sha256; d=contoso.test; s=b; h=from; bh=AA; b=BB',
    );
  });
});

describe('a sender', () => {
  it('whose name is another address', () =>
    finds('From: "ceo@contoso.com" <x@fabrikam.org>\nTo: a@a.test', [
      'from-name-address-differs',
      '"ceo@contoso.com"',
    ]));
  it('whose domain looks like another', () =>
    finds('From: Bob <b@xn--80ak6aa92e.test>\nTo: a@a.test', ['from-homograph', 'b@xn--80ak6aa92e.test']));
  it('whose answers go elsewhere', () =>
    finds('From: b@contoso.test\nReply-To: Bob <b@fabrikam.test>', ['reply-to-differs', 'b@fabrikam.test']));
});

describe('fields', () => {
  it('that stand twice', () =>
    finds('From: a@a.test\nSubject: x\nsubject: y\nX-A: 1\nX-A: 2', ['field-repeated', 'subject']));
  it('that lost their folding', () =>
    finds(`Received: from a.test\nby b.test\nwith SMTP; Fri, 20 Nov 2026 10:00:00 +0000\nFrom: a@a.test`, [
      'header-folding-lost',
      'by b.test',
    ]));
  it('with a date that is none', () => {
    finds('From: a@a.test\nDate: Mon, 20 Nov 2026 10:00:00 +0000', ['date-wrong', 'Mon, 20 Nov 2026 10:00:00 +0000']);
    finds('From: a@a.test\nDate: tomorrow', ['date-wrong', 'tomorrow']);
    finds(`From: a@a.test\n${date}`);
  });
});

describe('signatures', () => {
  it('that are weak', () =>
    finds(
      'From: a@a.test\nDKIM-Signature: v=1; a=rsa-sha1; d=a.test; s=s; h=from; bh=AA; b=BB; l=5',
      ['signature-problem', 'l=5'],
      ['signature-problem', 'a=rsa-sha1'],
    ));
  it('of a broken chain', () =>
    finds('From: a@a.test\nARC-Seal: i=2; cv=pass; d=a.test', ['arc-chain-broken', 'ARC-Seal']));
});

describe('recorded mail', () => {
  it('gives no false alarm', () => {
    const told: string[] = [];
    for (const file of globSync('test/corpus/mail/*.eml')) {
      const { document, ticket } = open(readFileSync(file, 'utf8'), 'message');
      for (const { code } of diagnostics(document, ticket)) {
        if (/^(?:header-f|field-|from-|reply-to|signature|arc-|date-)/.test(String(code))) {
          told.push(`${file.replace(/^.*[\\/]/, '')} ${code}`);
        }
      }
    }
    assert.deepEqual(told.sort(), [
      'auth-arc-broken-cv-fail.eml arc-chain-broken',
      'hdr-no-date-no-msgid-duplicate-subject.eml field-repeated',
    ]);
  });
});
