import assert from 'node:assert/strict';
import { checkReady } from '../../../src/checks/ready/ready.ts';
import { type FilterService, isHostOf, serviceNamed } from '../../../src/checks/ready/services.ts';
import { context } from '../zone.ts';

const all = (records: string, filter: FilterService) =>
  checkReady(context(records, { name: 'a.test', ready: 'filter', filterServices: { filter } }));
const found = async (records: string, filter: FilterService): Promise<readonly unknown[]> =>
  (await all(records, filter)).map(({ code, data }) => [code, data]);
const WELL = (...parts: readonly string[]) => [['ready-all', { service: 'filter', parts }]];

describe('what a service wants published', () => {
  it('is nothing where none is chosen, and not known of one without a name', async () => {
    assert.deepEqual(await checkReady(context('', { ready: '' })), []);
    const [unknown] = await checkReady(context('', { ready: 'x', filterServices: { filter: {} } }));
    assert.deepEqual(unknown?.data, { service: 'x', known: ['microsoft365', 'google', 'filter'] });
    assert.deepEqual(await found('', {}), WELL());
    assert.deepEqual(await found('', { relay: '' }), WELL());
  });
  it('is exchangers, which a domain without MX records has not', async () => {
    const mailExchangers = ['*.test'];
    assert.deepEqual(await found('a.test A 192.0.2.1', { mailExchangers }), [
      ['ready-mx', { service: 'filter', expected: mailExchangers, mx: '' }],
    ]);
  });
  it('is where autodiscover leads', async () => {
    const to = (records: string) => found(records, { autodiscover: 'auto.test' });
    const elsewhere = (target: string) => [
      ['ready-autodiscover', { service: 'filter', found: target, expected: 'auto.test' }],
    ];
    assert.deepEqual(await to('autodiscover.a.test CNAME AUTO.test.'), WELL('autodiscover'));
    assert.deepEqual(await to('autodiscover.a.test CNAME b.test.'), elsewhere('b.test'));
    assert.deepEqual(
      await to('autodiscover.a.test A 192.0.2.1\nautodiscover.a.test A 192.0.2.2'),
      elsewhere('192.0.2.1'),
    );
    assert.deepEqual(await to(''), elsewhere(''));
  });
  it('is a relay, which nobody can judge without an answer', async () => {
    const relay = { relay: 'r.a.test' };
    const records = 'r.a.test A 192.0.2.9\na.test TXT "v=spf1 ip4:192.0.2.9 -all"\n';
    assert.deepEqual(await found(`${records}a.test MX !TIMEOUT`, relay), WELL('relay'));
    assert.deepEqual(await found(records, relay), [['ready-relay-mx', { relay: 'r.a.test', preference: 99 }]]);
    const last = `${records}a.test MX 99 r.a.test.\na.test MX 10 mx.a.test.\nmx.a.test A 192.0.2.1\n`;
    assert.deepEqual(await found(last, relay), WELL('relay'));
    const refused = `${last}r.a.test A 192.0.2.7\nr.a.test A 192.0.2.8\n`;
    assert.deepEqual(await found(refused, relay), [
      ['ready-relay-spf', { relay: 'r.a.test', addresses: ['192.0.2.7', '192.0.2.8'], result: 'fail' }],
    ]);
  });
});

describe('a service', () => {
  it('is known by its name, of the settings first', () => {
    assert.equal(serviceNamed('microsoft365', 'a.b.test')?.mx, '0 a-b-test.mail.protection.outlook.com.');
    assert.equal(serviceNamed('microsoft365', 'a-b.test')?.mx, '0 NAME.mail.protection.outlook.com.');
    assert.equal(serviceNamed('google', 'a.test')?.title, 'Google Workspace');
    assert.deepEqual(serviceNamed('google', 'a.test', { google: { spf: ['x'] } }), { title: 'google', spf: ['x'] });
    assert.equal(serviceNamed('constructor', 'a.test'), undefined);
    assert.equal(serviceNamed('constructor', 'a.test', {}), undefined);
  });
  it('has hosts by their name, or all below one', () => {
    const is = (pattern: string, host: string, expected: boolean): void =>
      assert.equal(isHostOf(pattern, host), expected, `${pattern} ${host}`);
    is('mx.a.test', 'MX.a.test.', true);
    is('MX.a.test.', 'mx.a.test', true);
    is('mx.a.test', 'x.mx.a.test', false);
    is('*.a.test', 'x.y.A.test', true);
    is('*.a.test', 'a.test', false);
    is('*.a.test', 'xa.test', false);
  });
});
