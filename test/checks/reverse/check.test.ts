import assert from 'node:assert/strict';
import { checkAddress } from '../../../src/checks/address.ts';
import { checkReverse } from '../../../src/checks/reverse/check.ts';
import { isGenericName } from '../../../src/checks/reverse/genericName.ts';
import { wordFinding } from '../../../src/report/check/checkRows.ts';
import { context, told } from '../zone.ts';

const MX = 'contoso.test MX 10 mx.contoso.test.\nmx.contoso.test A 203.0.113.5\n';
const ptr = (name: string): string => `5.113.0.203.in-addr.arpa PTR ${name}.\n`;
const found = async (records: string): Promise<readonly string[]> => told(await checkReverse(context(records)));

describe('the names of the addresses of exchangers', () => {
  it('lead back', async () => {
    assert.deepEqual(await found(MX + ptr('mx.contoso.test')), ['pass reverse-found contoso.test']);
    const six = `contoso.test MX 10 mx.contoso.test.\nmx.contoso.test AAAA 2001:DB8::5\n5.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa PTR mx.contoso.test.`;
    assert.deepEqual(await found(six), ['pass reverse-found contoso.test']);
  });
  it('may be another name that has the address', async () => {
    assert.deepEqual(await found(`${MX}${ptr('gw.fabrikam.test')}gw.fabrikam.test A 203.0.113.5`), [
      'pass reverse-found contoso.test',
    ]);
  });
  it('may be delegated by an alias (RFC 2317)', async () => {
    const alias = '5.113.0.203.in-addr.arpa CNAME 5.0/28.113.0.203.in-addr.arpa.\n';
    assert.deepEqual(await found(`${MX}${alias}5.0/28.113.0.203.in-addr.arpa PTR mx.contoso.test.`), [
      'pass reverse-found contoso.test',
    ]);
  });
  it('are missing, or not known', async () => {
    assert.deepEqual(await found(MX), ['warning reverse-none 203.0.113.5']);
    assert.deepEqual(await found(`${MX}5.113.0.203.in-addr.arpa PTR !SERVFAIL`), [
      'unknown dns-unanswered 5.113.0.203.in-addr.arpa',
    ]);
    const [finding] = await checkReverse(context(MX));
    assert.match(wordFinding(finding as never).next ?? '', /set its PTR record to mx\.contoso\.test/);
  });
  it('do not lead back, or nobody says whether they do', async () => {
    assert.deepEqual(await found(`${MX}${ptr('mx.fabrikam.test')}mx.fabrikam.test A 203.0.113.6`), [
      'warning reverse-unconfirmed 203.0.113.5',
    ]);
    assert.deepEqual(await found(MX + ptr('gone.fabrikam.test')), ['warning reverse-unconfirmed 203.0.113.5']);
    assert.deepEqual(await found(`${MX}${ptr('mx.fabrikam.test')}mx.fabrikam.test A !TIMEOUT`), [
      'unknown dns-unanswered mx.fabrikam.test',
    ]);
  });
  it('are several', async () => {
    const two = `${MX}${ptr('mx.contoso.test')}${ptr('mail.contoso.test')}mail.contoso.test A 203.0.113.5`;
    assert.deepEqual(await found(two), ['note reverse-several 203.0.113.5']);
  });
  it('are more than are followed, so that none is said to lead nowhere', async () => {
    const many = [...Array(12).keys()].map((i) => ptr(`n${i}.contoso.test`)).join('');
    assert.deepEqual(await found(MX + many), ['note reverse-several 203.0.113.5']);
  });
  it('look like those of a line of customers', async () => {
    const generic = `${MX}${ptr('203-0-113-5.dsl.fabrikam.test')}203-0-113-5.dsl.fabrikam.test A 203.0.113.5`;
    assert.deepEqual(await found(generic), ['warning reverse-generic 203.0.113.5']);
  });
  it('are not asked for where an address is of a network of its own, or nobody takes mail', async () => {
    assert.deepEqual(await found(MX.replace('203.0.113.5', '10.0.0.5')), []);
    assert.deepEqual(await found('contoso.test MX 0 .'), []);
  });
});

describe('the addresses of exchangers that are followed', () => {
  const data = async (count: number): Promise<unknown> => {
    const addresses = [...Array(count).keys()].map((i) => `a.test A 203.0.113.${i}\n`).join('');
    const found = await checkReverse(context(addresses, { name: 'a.test' }));
    assert.equal(found.filter(({ code }) => code === 'reverse-none').length, Math.min(40, count));
    return found.flatMap((one) => (one.code === 'reverse-not-looked-up' ? [one.level, one.about, one.data] : []));
  };
  it('are forty at most, of a domain without MX records its own', async () => {
    assert.deepEqual(await data(40), []);
    assert.deepEqual(await data(41), ['unknown', 'a.test', { left: 1 }]);
    assert.deepEqual(
      await checkReverse(context('a.test MX 10 mx.a.test.\na.test MX !TIMEOUT', { name: 'a.test' })),
      [],
    );
    assert.deepEqual(await checkReverse(context('a.test TXT "x"', { name: 'a.test' })), []);
  });
});

describe('a name that a provider has made', () => {
  const generic: readonly (readonly [string, string])[] = [
    ['203-0-113-5.dsl.fabrikam.test', '203.0.113.5'],
    ['203.0.113.5.fabrikam.test', '203.0.113.5'],
    ['5.113.0.203.static.fabrikam.test', '203.0.113.5'],
    ['host5-113-0-203.fabrikam.test', '203.0.113.5'],
    ['host5-113-0.fabrikam.test', '203.0.113.5'],
    ['net203-0-113.fabrikam.test', '203.0.113.5'],
    ['static-203-0-113-5.fabrikam.test', '203.0.113.5'],
    ['ip203000113005.fabrikam.test', '203.0.113.5'],
    ['cb007105.fabrikam.test', '203.0.113.5'],
    ['p4fc2.dynamic.fabrikam.test', '203.0.113.5'],
    ['c-1.pool.fabrikam.test', '203.0.113.5'],
    ['a1.adsl.fabrikam.test', '203.0.113.5'],
    ['2001-db8--1-2-3-4.fabrikam.test', '2001:db8::1:2:3:4'],
  ];
  const own: readonly (readonly [string, string])[] = [
    ['mx.contoso.test', '203.0.113.5'],
    ['mx5.contoso.test', '203.0.113.5'],
    ['a27-112.smtp-out.northwind.test', '198.51.27.112'],
    ['mail-yw1-f170.northwind.test', '203.0.113.170'],
    ['smtp-pool-1.contoso.test', '203.0.113.5'],
    ['dynamics.contoso.test', '203.0.113.5'],
    ['mx.contoso.test', '2001:db8::5'],
    ['mail.customers.contoso.test', '203.0.113.5'],
  ];
  for (const [name, address] of generic) {
    it(`is ${name}`, () => assert.equal(isGenericName(name, address), true));
  }
  for (const [name, address] of own) {
    it(`is not ${name} of ${address}`, () => assert.equal(isGenericName(name, address), false));
  }
});

describe('a check of an address', () => {
  const check = async (records: string, helo?: string): Promise<readonly string[]> => {
    return told(await checkAddress(context(records, { name: '203.0.113.5', ...(helo !== undefined && { helo }) })));
  };
  const RIGHT = `${ptr('mx.contoso.test')}mx.contoso.test A 203.0.113.5\n`;
  it('follows it to its name and back', async () => {
    assert.deepEqual(await check(RIGHT), ['pass reverse-found 203.0.113.5']);
    assert.deepEqual(await check(''), ['warning reverse-none 203.0.113.5']);
  });
  it('holds the name in HELO against it (RFC 5321 4.1.4)', async () => {
    const fits = ['pass helo-fits 203.0.113.5', 'pass reverse-found 203.0.113.5'];
    assert.deepEqual(await check(RIGHT, 'mx.contoso.test'), fits);
    assert.deepEqual(await check(RIGHT, 'MX.Contoso.test.'), fits);
    assert.deepEqual(await check(RIGHT, '[203.0.113.5]'), fits);
    assert.deepEqual((await check(RIGHT, '[203.0.113.6]'))[0], 'warning helo-differs 203.0.113.5');
    assert.deepEqual(
      (await check(`${RIGHT}b.contoso.test A 203.0.113.6`, 'b.contoso.test'))[0],
      'warning helo-differs 203.0.113.5',
    );
    assert.deepEqual((await check(RIGHT, 'gone.contoso.test'))[0], 'fail helo-no-such-name 203.0.113.5');
    for (const helo of ['localhost', 'SERVER01', '203.0.113.5', 'a b.test', '-.test']) {
      assert.deepEqual((await check(RIGHT, helo))[0], 'fail helo-not-qualified 203.0.113.5');
    }
    assert.deepEqual(
      (await check(`${RIGHT}c.contoso.test A !TIMEOUT`, 'c.contoso.test'))[0],
      'unknown dns-unanswered c.contoso.test',
    );
  });
  it('asks SPF of the sender for it (RFC 7208 2.4)', async () => {
    const spf = async (record: string, sender = 'a@fabrikam.test'): Promise<string | undefined> => {
      const records = `${RIGHT}fabrikam.test TXT "${record}"\n`;
      const findings = await checkAddress(context(records, { name: '203.0.113.5', sender, helo: 'mx.contoso.test' }));
      const finding = findings.find(({ code }) => code === 'spf-of-client');
      return finding && `${finding.level} ${wordFinding(finding).text}`;
    };
    assert.equal(
      await spf('v=spf1 ip4:203.0.113.0/24 -all'),
      'pass SPF of fabrikam.test gives pass for 203.0.113.5 as the sender of <a@fabrikam.test>, by ip4:203.0.113.0/24.',
    );
    assert.match((await spf('v=spf1 -all')) ?? '', /^fail .* gives fail .*, by -all\.$/);
    assert.match((await spf('v=spf1 ~all')) ?? '', /^warning /);
    assert.match((await spf('no record')) ?? '', /^note .* gives none /);
    assert.match((await spf('v=spf1 -all', '')) ?? '', /^note SPF of mx\.contoso\.test gives none/);
  });
});
