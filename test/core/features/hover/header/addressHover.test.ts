import { says, tells } from './headerFacts.ts';

describe('a hover on an address', () => {
  it('tells the parts of it', () => {
    says(
      'From: Ann <a@a.te|st>',
      'Ann <a@a.test>',
      '- Address: a@a.test\n- Display name: Ann\n- Domain: a.test',
      'Source: [RFC 5322 3.4](https://www.rfc-editor.org/rfc/rfc5322#section-3.4)',
    );
    says(
      'To: Team: a@a.test, b@b.te|st;',
      'b@b.test',
      '- Address: b@b.test\n- Domain: b.test\n- Group: Team',
      'Source: [RFC 5322 3.4](https://www.rfc-editor.org/rfc/rfc5322#section-3.4)',
    );
    says(
      'To: b@xn--bcher-kva.te|st',
      'b@xn--bcher-kva.test',
      '- Address: b@xn--bcher-kva.test\n- Domain: xn--bcher-kva.test, that is bücher.test',
      'Source: [RFC 5322 3.4](https://www.rfc-editor.org/rfc/rfc5322#section-3.4)',
    );
    says('Return-Path: <|>', '<>', '**<>**: no sender: a report that must not be answered (RFC 5321 4.5.5).');
    says(
      'To: nobo|dy',
      'nobody',
      '- Address: nobody',
      '- It is no whole address.',
      'Source: [RFC 5322 3.4](https://www.rfc-editor.org/rfc/rfc5322#section-3.4)',
    );
  });
  it('tells what speaks against it', () => {
    says(
      'From: "ceo@contoso.com" <x@fabri|kam.org>',
      '"ceo@contoso.com" <x@fabrikam.org>',
      '- Address: x@fabrikam.org\n- Display name: ceo@contoso.com\n- Domain: fabrikam.org',
      '- The display name says ceo@contoso.com, which is not of the domain that the mail is from. Mailing lists do this too; so does who wants to be taken for somebody else.',
      'Source: [RFC 5322 3.4](https://www.rfc-editor.org/rfc/rfc5322#section-3.4)',
    );
    says(
      'From: x@xn--80ak6aa92e.te|st',
      'x@xn--80ak6aa92e.test',
      '- Address: x@xn--80ak6aa92e.test\n- Domain: xn--80ak6aa92e.test, that is аррӏе.test',
      '- The domain аррӏе.test looks like apple.test but is another: it has letters of another script.',
      'Source: [RFC 5322 3.4](https://www.rfc-editor.org/rfc/rfc5322#section-3.4)',
    );
  });
  it('counts many', () => {
    tells(
      'T|o: a@a.test, b@b.test',
      '**To**: The recipients as written; the envelope may name others.',
      '2 addresses.',
      'Source: [RFC 5322 3.6.3](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.3)',
    );
    tells(
      'T|o: Ann <a@a.test>',
      '**To**: The recipients as written; the envelope may name others.',
      '- Address: a@a.test\n- Display name: Ann',
      'Source: [RFC 5322 3.6.3](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.3)',
    );
  });
  it('names the domains of the sender, and what it means that they differ', () => {
    tells(
      'Fr|om: a@a.test\nSender: b@b.test\nReply-To: c@c.test\nReturn-Path: <d@d.test>\nMessage-ID: <1@e.test>\nDKIM-Signature: v=1; d=f.test; s=s; h=from; b=AA',
      '**From**: The author as readers see it. DMARC checks this domain.',
      '- Address: a@a.test',
      'Domains of this message:\n- From a.test: as readers see it\n- Sender b.test: somebody of another domain sent it for the author, as services and lists do\n- Reply-To c.test: answers go to another domain than the one shown\n- Return-Path d.test: bounces go elsewhere, as with mailing services and lists; SPF then says nothing for From\n- Message-ID e.test: a system of another domain made the message, as with services and hosted mail\n- DKIM f.test: another domain signed, which does not count for DMARC',
      'Source: [RFC 5322 3.6.2](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.2)',
      '**Speaks against the message**',
      '- Answers go to c@c.test, not to a@a.test.\n- It has no Date, which every mail program writes.',
      '**Cannot be told from it**',
      '- No result of SPF, DKIM or DMARC stands in the header that can be taken for the receiver’s own.\n- It has no Received field: by which host it came cannot be told.',
    );
    tells(
      'Fr|om: a@a.test\nReply-To: c@mail.a.test',
      '**From**: The author as readers see it. DMARC checks this domain.',
      '- Address: a@a.test',
      'Domains of this message:\n- From a.test: as readers see it\n- Reply-To mail.a.test: the same organisation',
      'Source: [RFC 5322 3.6.2](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.2)',
    );
    tells(
      'Fr|om: a@a.test',
      '**From**: The author as readers see it. DMARC checks this domain.',
      '- Address: a@a.test',
      'Source: [RFC 5322 3.6.2](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.2)',
    );
  });
});
