import assert from 'node:assert/strict';
import { checkTrace } from '../../../src/checks/trace/trace.ts';
import { traceFromRoot } from '../../../src/checks/trace/walk.ts';
import { rootServers } from '../../../src/core/knowledge/dns/rootServers.ts';
import type { RecordType } from '../../../src/probes/ports.ts';
import { context, told, zone } from '../zone.ts';

const ROOT = '203.0.113.250';
const WAY = `@${ROOT} test NS a.nic.test.
@${ROOT} a.nic.test A 203.0.113.1
@${ROOT} example NS ns1.fabrikam.test.
@203.0.113.1 test SOA a.nic.test. x.nic.test. 1 7200 900 1209600 300
@203.0.113.1 contoso.test NS ns1.contoso.test.
@203.0.113.1 contoso.test NS ns2.contoso.test.
@203.0.113.1 ns1.contoso.test A 192.0.2.1
@203.0.113.1 ns2.contoso.test A 192.0.2.2
@203.0.113.1 fabrikam.test NS ns1.fabrikam.test.
@192.0.2.1 contoso.test SOA ns1.contoso.test. x.contoso.test. 7 7200 900 1209600 300
@192.0.2.1 contoso.test MX 10 mx.contoso.test.
@192.0.2.1 www.contoso.test CNAME www.fabrikam.test.
@192.0.2.3 fabrikam.test SOA ns1.contoso.test. x.contoso.test. 7 7200 900 1209600 300
@192.0.2.3 www.fabrikam.test A 198.51.100.9
ns1.fabrikam.test A 192.0.2.3
www.contoso.test CNAME www.fabrikam.test.
www.fabrikam.test A 198.51.100.9
@192.0.2.2 contoso.test SOA ns1.contoso.test. x.contoso.test. 7 7200 900 1209600 300
@192.0.2.2 contoso.test MX 10 mx.contoso.test.
contoso.test MX 10 mx.contoso.test.`;

const found = async (
  records: string,
  name = 'contoso.test',
  traceType: RecordType = 'MX',
): Promise<readonly string[]> => {
  const findings = await checkTrace(context(records, { name, rootServers: [ROOT], traceType }));
  return told(findings);
};

describe('the walk from the root servers', () => {
  it('goes from zone to zone and asks each server for what it knows itself', async () => {
    const resolve = zone(WAY);
    const trace = await traceFromRoot('contoso.test', 'MX', { resolve, roots: [ROOT] }, new AbortController().signal);
    assert.equal(trace.end, 'answer');
    assert.deepEqual(resolve.asked, [
      `@${ROOT} contoso.test MX`,
      '@203.0.113.1 contoso.test MX',
      '@192.0.2.1 contoso.test MX',
    ]);
    assert.deepEqual(await found(WAY), [
      'note trace-step test',
      'note trace-step contoso.test',
      'pass trace-answer contoso.test',
    ]);
  });
  it('begins at the root servers where no others are chosen', async () => {
    const resolve = zone('');
    const trace = await traceFromRoot('contoso.test', 'MX', { resolve }, new AbortController().signal);
    assert.equal(trace.end, 'stuck');
    assert.equal(resolve.asked[0], '@198.41.0.4 contoso.test MX');
    assert.equal(rootServers.length, 13);
  });
  it('asks a resolver for servers without glue, and follows aliases', async () => {
    assert.deepEqual(await found(WAY, 'www.contoso.test', 'A'), [
      'note trace-step test',
      'note trace-step contoso.test',
      'note trace-alias www.contoso.test',
      'note trace-step test',
      'note trace-step fabrikam.test',
      'pass trace-answer www.fabrikam.test',
    ]);
    assert.ok((await found(WAY, 'www.example', 'A')).includes('note trace-step example'));
  });
  it('goes on to the next server where one is lame or silent', async () => {
    const without = WAY.replace(/^@192\.0\.2\.1 .*\n/gm, '');
    assert.ok((await found(without)).includes('warning trace-lame ns1.contoso.test'));
    assert.equal((await found(without)).at(-1), 'pass trace-answer contoso.test');
    assert.ok((await found(`${without}\n@192.0.2.1 * !TIMEOUT`)).includes('note trace-silent ns1.contoso.test'));
  });
  it('says at which zone the way ends, and does not know what nobody answered', async () => {
    const lame = WAY.replace(/^@192\.0\.2\.\d .*\n/gm, '');
    assert.equal((await found(lame)).at(-1), 'fail trace-stuck contoso.test');
    const silent = `${lame}\n@192.0.2.1 * !TIMEOUT\n@192.0.2.2 * !TIMEOUT`;
    assert.equal((await found(silent)).at(-1), 'unknown trace-unknown contoso.test');
  });
  it('tells a name that is not there from one without such a record', async () => {
    assert.equal((await found(WAY, 'nowhere.contoso.test')).at(-1), 'fail trace-no-such-name nowhere.contoso.test');
    assert.equal((await found(WAY, 'www.fabrikam.test', 'TXT')).at(-1), 'note trace-no-data www.fabrikam.test');
  });
  it('says where the resolver answers something else', async () => {
    const stale = WAY.replace(/\ncontoso\.test MX .*$/, '\ncontoso.test MX 10 old.contoso.test.');
    assert.ok((await found(stale)).includes('warning trace-differs contoso.test'));
  });
  it('ends where servers lead in a circle', async () => {
    const circle = `@${ROOT} test NS a.nic.test.\n@${ROOT} a.nic.test A ${ROOT}`;
    assert.equal((await found(circle)).at(-1), 'fail trace-stuck contoso.test');
    const aliases = WAY.replace('www.fabrikam.test A 198.51.100.9', 'www.fabrikam.test CNAME www.contoso.test.');
    assert.equal((await found(aliases, 'www.contoso.test', 'A')).at(-1), 'unknown trace-cut www.contoso.test');
  });
});
