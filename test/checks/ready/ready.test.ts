import assert from 'node:assert/strict';
import type { CheckOptions } from '../../../src/checks/context.ts';
import { checkReady } from '../../../src/checks/ready/ready.ts';
import { wordFinding } from '../../../src/report/check/checkRows.ts';
import { context, told } from '../zone.ts';

const MICROSOFT = `contoso.test MX 0 contoso-test.mail.protection.outlook.com.
contoso-test.mail.protection.outlook.com A 203.0.113.1
contoso.test TXT "v=spf1 include:spf.protection.outlook.com -all"
spf.protection.outlook.com TXT "v=spf1 ip4:203.0.113.0/24 -all"
selector1._domainkey.contoso.test CNAME selector1-contoso-test._domainkey.contoso.onmicrosoft.com.
selector1-contoso-test._domainkey.contoso.onmicrosoft.com TXT "v=DKIM1; k=rsa; p=AAAA"
autodiscover.contoso.test CNAME autodiscover.outlook.com.
autodiscover.outlook.com A 203.0.113.2`;
const found = async (records: string, options: CheckOptions): Promise<readonly string[]> =>
  told(await checkReady(context(records, options))).map((one) => one.split(' ').slice(0, 2).join(' '));
const changed = (from: string, to: string): Promise<readonly string[]> => {
  assert.ok(MICROSOFT.includes(from));
  return found(MICROSOFT.replace(from, to), { ready: 'microsoft365' });
};

describe('whether a domain is ready for a service', () => {
  it('is not looked at where no service is chosen', async () => {
    assert.deepEqual(await found(MICROSOFT, {}), []);
    assert.deepEqual(await found(MICROSOFT, { ready: 'toString' }), ['unknown ready-service-unknown']);
  });
  it('is told for Microsoft 365', async () => {
    assert.deepEqual(await found(MICROSOFT, { ready: 'microsoft365' }), ['pass ready-all']);
    assert.deepEqual(await changed('MX 0 contoso-test.mail.protection.outlook.com.', 'MX 10 mx.contoso.test.'), [
      'fail ready-mx',
    ]);
    assert.deepEqual(await changed('contoso.test TXT', 'contoso.test MX 20 old.contoso.test.\ncontoso.test TXT'), [
      'fail ready-mx-others',
    ]);
    assert.deepEqual(await changed('include:spf.protection.outlook.com', 'mx'), ['fail ready-spf']);
    assert.deepEqual(await changed('selector1._domainkey.contoso.test', 'other.test'), ['warning ready-dkim']);
    assert.deepEqual(await changed('autodiscover.contoso.test CNAME autodiscover.outlook.com.', ''), [
      'warning ready-autodiscover',
    ]);
    assert.deepEqual(await changed('contoso.test MX', 'contoso.test MX !SERVFAIL\nother.test MX'), [
      'unknown dns-unanswered',
    ]);
  });
  it('is told for Google Workspace by each of its records', async () => {
    const google = `contoso.test MX 1 smtp.google.com.
smtp.google.com A 203.0.113.1
contoso.test TXT "v=spf1 include:_spf.google.com -all"
_spf.google.com TXT "v=spf1 ip4:203.0.113.0/24 -all"
google._domainkey.contoso.test TXT "v=DKIM1; k=rsa; p=AAAA"`;
    const without = (what: string, instead = 'x'): Promise<readonly string[]> => {
      assert.ok(google.includes(what));
      return found(google.replace(what, instead), { ready: 'google' });
    };
    assert.deepEqual(await found(google, { ready: 'google' }), ['pass ready-all']);
    assert.deepEqual(await without('include:_spf.google.com', 'mx'), ['fail ready-spf']);
    assert.deepEqual(await without('google._domainkey', 'other._domainkey'), ['warning ready-dkim']);
    assert.deepEqual(await without('contoso.test MX 1 smtp.google.com.', 'contoso.test MX 1 mx.contoso.test.'), [
      'fail ready-mx',
    ]);
  });
  it('says what to publish', async () => {
    const findings = await checkReady(
      context(MICROSOFT.replace('include:spf.protection.outlook.com', 'mx'), { ready: 'microsoft365' }),
    );
    const next = findings.map((one) => wordFinding(one).next);
    assert.deepEqual(next, ['Publish v=spf1 mx include:spf.protection.outlook.com -all']);
  });
  it('says what to publish where there is no record, none that ends, and where a relay is missing', async () => {
    const next = async (records: string, options: CheckOptions, code: string): Promise<string | undefined> => {
      const finding = (await checkReady(context(records, options))).find((one) => one.code === code);
      return finding && wordFinding(finding).next;
    };
    const spf = (record: string): Promise<string | undefined> =>
      next(
        MICROSOFT.replace('contoso.test TXT "v=spf1 include:spf.protection.outlook.com -all"', record),
        { ready: 'microsoft365' },
        'ready-spf',
      );
    assert.equal(await spf(''), 'Publish v=spf1 include:spf.protection.outlook.com -all');
    assert.equal(await spf('contoso.test TXT "v=spf1 mx"'), 'Publish v=spf1 mx include:spf.protection.outlook.com');
    assert.equal(
      await spf('contoso.test TXT "v=spf1 mx ?all"'),
      'Publish v=spf1 mx include:spf.protection.outlook.com ?all',
    );
    assert.equal(
      await spf('contoso.test TXT "v=spf1 mx redirect=_spf.contoso.test"\n_spf.contoso.test TXT "v=spf1 -all"'),
      'Publish v=spf1 mx include:spf.protection.outlook.com redirect=_spf.contoso.test',
    );
    const filterServices = { filter: { mailExchangers: ['in.filter.test'], relay: 'relay.contoso.test' } };
    const own = `contoso.test MX 10 mail.contoso.test.\nmail.contoso.test A 203.0.113.30\nrelay.contoso.test A 198.51.100.9\nrelay.contoso.test AAAA 2001:db8::9\ncontoso.test TXT "v=spf1 -all"`;
    const options = { ready: 'filter', filterServices };
    assert.match(
      (await next(own, options, 'ready-mx')) ?? '',
      /^Publish contoso\.test\. IN MX 10 in\.filter\.test\., as /,
    );
    assert.equal(
      await next(own, options, 'ready-relay-spf'),
      'Add ip4:198.51.100.9 ip6:2001:db8::9 to the SPF record.',
    );
    const relay = async (preference: number): Promise<unknown> => {
      const records = own
        .replace('MX 10 mail', `MX ${preference} in.filter`)
        .replace('mail.contoso.test A', 'in.filter.test A');
      const found = (
        await checkReady(context(records.replace('in.filter.contoso.test.', 'in.filter.test.'), options))
      ).find(({ code }) => code === 'ready-relay-mx');
      return found?.data;
    };
    assert.deepEqual(
      [await relay(10), await relay(98), await relay(99), await relay(200), await relay(65_535)],
      [99, 99, 100, 201, 65_535].map((preference) => ({ relay: 'relay.contoso.test', preference })),
    );
  });
  it('is not known where DNS does not answer', async () => {
    const silent = (name: string): Promise<readonly string[]> =>
      found(`${MICROSOFT}\n${name} !SERVFAIL`, { ready: 'microsoft365' });
    for (const name of ['contoso.test TXT', 'autodiscover.contoso.test CNAME', 'selector2._domainkey.contoso.test TXT'])
      assert.deepEqual(await silent(name), ['unknown dns-unanswered'], name);
    const filterServices = { filter: { mailExchangers: ['in.filter.test'], relay: 'relay.contoso.test' } };
    const records =
      'contoso.test MX 10 in.filter.test.\nin.filter.test A 203.0.113.30\ncontoso.test MX 99 relay.contoso.test.\nrelay.contoso.test A !TIMEOUT\nrelay.contoso.test AAAA !TIMEOUT';
    const codes = await found(records, { ready: 'filter', filterServices });
    assert.ok(codes.includes('unknown dns-unanswered') && !codes.includes('fail ready-relay-address'), codes.join());
  });
  it('is told where the include stands in the record of another, or is the redirect', async () => {
    const instead = (record: string): Promise<readonly string[]> =>
      changed('"v=spf1 include:spf.protection.outlook.com -all"', record);
    assert.deepEqual(await instead('"v=spf1 redirect=spf.protection.outlook.com"'), ['pass ready-all']);
    assert.deepEqual(
      await instead('"v=spf1 include:a.test -all"\na.test TXT "v=spf1 include:SPF.protection.outlook.com -all"'),
      ['pass ready-all'],
    );
  });
  it('is told for Google Workspace', async () => {
    const google = `contoso.test MX 1 smtp.google.com.
smtp.google.com A 203.0.113.1
contoso.test TXT "v=spf1 include:_spf.google.com ~all"
_spf.google.com TXT "v=spf1 ip4:203.0.113.0/24 -all"
google._domainkey.contoso.test TXT "v=DKIM1; k=rsa; p=AAAA"`;
    assert.deepEqual(await found(google, { ready: 'google' }), ['pass ready-all']);
  });
  it('is told for a filter of the settings, with a relay that stands last and is allowed by SPF', async () => {
    const filterServices = {
      filter: { mailExchangers: ['*.filter.test'], spf: ['filter.test'], relay: 'relay.contoso.test' },
    };
    const records = `contoso.test MX 10 in1.filter.test.
in1.filter.test A 203.0.113.30
contoso.test MX 99 relay.contoso.test.
relay.contoso.test A 198.51.100.9
contoso.test TXT "v=spf1 include:filter.test ip4:198.51.100.9 -all"
filter.test TXT "v=spf1 ip4:203.0.113.0/24 -all"`;
    const of = (text: string) => found(text, { ready: 'filter', filterServices });
    assert.deepEqual(await of(records), ['pass ready-all']);
    const [all] = await checkReady(context(records, { ready: 'filter', filterServices }));
    assert.deepEqual(all?.data, { service: 'filter', parts: ['MX', 'SPF', 'relay'] });
    const sixth = records
      .replace('relay.contoso.test A 198.51.100.9', 'relay.contoso.test AAAA 2001:db8::9')
      .replace('ip4:198.51.100.9', 'ip6:2001:db8::9');
    const codesOf = async (text: string): Promise<readonly string[]> =>
      (await checkReady(context(text, { ready: 'filter', filterServices }))).map(({ code }) => code);
    assert.deepEqual(await codesOf(sixth), ['ready-all']);
    assert.deepEqual(await codesOf(sixth.replace('ip6:2001:db8::9', 'ip6:2001:db8::8')), ['ready-relay-spf']);
    assert.deepEqual(await codesOf(records.replace('MX 99', 'MX 10')), ['ready-relay-mx']);
    assert.deepEqual(await of(records.replace('MX 99', 'MX 5')), ['warning ready-relay-mx']);
    assert.deepEqual(await of(records.replace('ip4:198.51.100.9 ', '')), ['fail ready-relay-spf']);
    assert.deepEqual(await of(records.replace('relay.contoso.test A 198.51.100.9\n', '')), [
      'fail ready-relay-address',
    ]);
    assert.deepEqual(
      await of(records.replace('contoso.test TXT', 'contoso.test MX 20 mail.contoso.test.\ncontoso.test TXT')),
      ['fail ready-mx-others'],
    );
  });
});
