import { says, tells } from './headerFacts.ts';

describe('a hover on a field of a list', () => {
  it('says what its addresses are for', () => {
    says(
      'List-Unsubscribe: <mailto:u|@a.test>, <https://a.test/u>',
      '<mailto:u@a.test>',
      '**mailto:u@a.test**: write to this address to leave the list.',
      'One click is not offered: there is no List-Unsubscribe-Post (RFC 8058), which Google and Yahoo ask of those who send much.',
      'Source: [RFC 2369 3](https://www.rfc-editor.org/rfc/rfc2369#section-3)',
    );
    says(
      'List-Unsubscribe: <mailto:u@a.test>, <https://a.test|/u>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click',
      '<https://a.test/u>',
      '**https://a.test/u**: open this page to leave the list.',
      'One click is offered, but no DKIM signature covers both fields, as RFC 8058 4 asks.',
      'Source: [RFC 2369 3](https://www.rfc-editor.org/rfc/rfc2369#section-3)',
    );
    says(
      'List-Archive: <mailto:u@a.test>|<https://a.test/u>',
      '<mailto:u@a.test>',
      '**mailto:u@a.test**: write to this address to read the archive.',
      'Source: [RFC 2369 3](https://www.rfc-editor.org/rfc/rfc2369#section-3)',
    );
    says(
      'List-Archive: <https://a.test|/a>',
      '<https://a.test/a>',
      '**https://a.test/a**: open this page to read the archive.',
      'Source: [RFC 2369 3](https://www.rfc-editor.org/rfc/rfc2369#section-3)',
    );
    says(
      'List-Post: <mailto:l|@a.test>',
      '<mailto:l@a.test>',
      '**mailto:l@a.test**: write to this address to post to the list.',
      'Source: [RFC 2369 3](https://www.rfc-editor.org/rfc/rfc2369#section-3)',
    );
    says(
      'List-Help: <ht|tps://a.test/\n help>',
      '<https://a.test/\n help>',
      '**https://a.test/help**: open this page to get help.',
      'Source: [RFC 2369 3](https://www.rfc-editor.org/rfc/rfc2369#section-3)',
    );
    says(
      'List-Owner: <mailto:o|@a.test>',
      '<mailto:o@a.test>',
      '**mailto:o@a.test**: write to this address to reach whoever keeps the list.',
      'Source: [RFC 2369 3](https://www.rfc-editor.org/rfc/rfc2369#section-3)',
    );
    says(
      'List-Subscribe: <mailto:s|@a.test>',
      '<mailto:s@a.test>',
      '**mailto:s@a.test**: write to this address to join the list.',
      'Source: [RFC 2369 3](https://www.rfc-editor.org/rfc/rfc2369#section-3)',
    );
  });
  it('explains a word that is no address', () => {
    tells(
      'List-Po|st: NO',
      '**List-Post**: Where to write to the list, or NO.',
      '**NO**: Nobody may post to this list.',
      'Source: [RFC 2369 3.4](https://www.rfc-editor.org/rfc/rfc2369#section-3.4)',
    );
    tells(
      'List-Unsubscribe|-Post: List-Unsubscribe=One-Click\nList-Unsubscribe: <https://a.test/u>',
      '**List-Unsubscribe-Post**: The link of List-Unsubscribe works with one click. Google and Yahoo want it from bulk senders.',
      '**List-Unsubscribe=One-Click**: The https address in List-Unsubscribe can be used with one click, without a page in between.',
      'Source: [RFC 8058 3.1](https://www.rfc-editor.org/rfc/rfc8058#section-3.1)',
      'One click is offered, but no DKIM signature covers both fields, as RFC 8058 4 asks.',
    );
    tells(
      'List-Unsubscribe|-Post: List-Unsubscribe=One-Click\nList-Unsubscribe: < https://a.test/u>\nDKIM-Signature: v=1; d=a.test; h=From : List-Unsubscribe : LIST-Unsubscribe-Post',
      '**List-Unsubscribe-Post**: The link of List-Unsubscribe works with one click. Google and Yahoo want it from bulk senders.',
      '**List-Unsubscribe=One-Click**: The https address in List-Unsubscribe can be used with one click, without a page in between.',
      'Source: [RFC 8058 3.1](https://www.rfc-editor.org/rfc/rfc8058#section-3.1)',
      'One click is offered and signed (RFC 8058).',
    );
    tells(
      'List-Unsubscribe|-Post: List-Unsubscribe=One-Click\nList-Unsubscribe: <http://a.test/u>',
      '**List-Unsubscribe-Post**: The link of List-Unsubscribe works with one click. Google and Yahoo want it from bulk senders.',
      '**List-Unsubscribe=One-Click**: The https address in List-Unsubscribe can be used with one click, without a page in between.',
      'Source: [RFC 8058 3.1](https://www.rfc-editor.org/rfc/rfc8058#section-3.1)',
      'One click cannot work: List-Unsubscribe has no https address (RFC 8058 3.1).',
    );
  });
});
