import assert from 'node:assert/strict';
import { brandIn, brands } from '../../../../src/core/verdict/phish/brandRows.ts';

/** Names that are everyday words. */
const EVERYDAY = ['Ledger', 'Chase'];
const NAMED = brands.filter(({ name }) => !EVERYDAY.includes(name));

describe('a brand', () => {
  it('is found by its name in other words, and in no longer word', () => {
    assert.ok(brands.length >= 40);
    for (const { name } of NAMED) {
      for (const shown of [
        name,
        `${name} Support`,
        `${name.toLowerCase()} support team`,
        `${name.toUpperCase()} SUPPORT`,
      ])
        assert.equal(brandIn(shown)?.name, name, shown);
      const joined = name.replaceAll(' ', '');
      for (const longer of [`x${joined}`, `${joined}x`]) assert.equal(brandIn(longer), undefined, longer);
    }
    for (const name of [...EVERYDAY, 'apple']) assert.equal(brandIn(`An ${name} a day`), undefined, name);
  });

  it('is found in the other ways to write it', () => {
    for (const [brand, ...ways] of [
      ['PayPal', 'Pay Pal'],
      ['Microsoft', 'Office365', 'office 365', 'Outlook Team', 'outlook support', 'Outlook account'],
      ['Microsoft', 'OneDrive', 'one drive', 'SharePoint', 'Share point'],
      ['Google', 'Gmail Team', 'google drive'],
      ['Apple', 'Apple ID', 'apple support', 'Apple Pay', 'Apple Store', 'Apple Inc.', 'iCloud', 'i cloud', 'iTunes'],
      ['Apple', 'I Tunes'],
      ['Amazon', 'Amazon Prime'],
      ['Facebook', 'Face Book'],
      ['WhatsApp', 'whats app'],
      ['LinkedIn', 'Linked in'],
      ['FedEx', 'Fed Ex'],
      ['UPS', 'ups', 'United Parcel Service of America'],
      ['DocuSign', 'Docu Sign'],
      ['Dropbox', 'Drop Box'],
      ['WeTransfer', 'We transfer'],
      ['MetaMask', 'Meta Mask'],
      ['Trust Wallet', 'trustwallet'],
      ['Ledger', 'Ledger Live', 'ledger support', 'My Ledger wallet'],
      ['Wells Fargo', 'wellsfargo'],
      ['Chase', 'Chase Bank', 'chase online', 'Chase support', 'JPMorgan', 'jp morgan & co'],
      ['American Express', 'AmericanExpress', 'Amex Cards'],
      ['Citibank', 'Citi Bank'],
      ['Itaú', 'itau'],
      ['Sparkasse', 'Ihre Sparkassen'],
      ['AT&T', 'AT & T', 'at& t'],
      ['Norton', 'Norton LifeLock'],
      ['McAfee', 'Mc Afee'],
      ['GoDaddy', 'go daddy'],
      ['Mercado Livre', 'mercadolivre', 'MercadoLibre', 'Mercado Pago'],
    ] as const)
      for (const way of ways) assert.equal(brandIn(way)?.name, brand, way);
  });

  it('is not found in words that only begin or end like it', () => {
    for (const other of [
      'big ups from us',
      'upstairs',
      'Bank of Americans',
      'reunited parcel service',
      'united parcel services',
      'pineapple',
      'An apple',
      'Norton-Smith',
      'gmail teams',
      'Chase Banker',
      'the jp morgans',
    ])
      assert.equal(brandIn(other), undefined, other);
    assert.equal(brandIn('Google and PayPal')?.name, 'PayPal');
  });

  it('is found behind marks that nobody sees, and far into a long name', () => {
    assert.equal(brandIn('P\u0430yPal')?.name, undefined);
    assert.equal(brandIn('Pa\u200byPal')?.name, 'PayPal');
    assert.equal(brandIn('Páypal')?.name, 'PayPal');
    assert.equal(brandIn('ＰａｙＰａｌ')?.name, 'PayPal');
    assert.equal(brandIn(`${' '.repeat(194)}PayPal`)?.name, 'PayPal');
    assert.equal(brandIn(`${' '.repeat(195)}PayPal`), undefined);
  });

  it('has domains of its own', () => {
    for (const { name, domains } of brands) {
      assert.match(name, /^\p{L}\S/u);
      assert.ok(domains.length > 0, name);
      assert.equal(new Set(domains).size, domains.length, name);
      for (const domain of domains) {
        assert.match(domain, /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, `${name}: ${domain}`);
      }
    }
  });
});
