import assert from 'node:assert/strict';
import { checkBlockLists } from '../../../src/checks/blockLists/blockLists.ts';
import type { CheckList } from '../../../src/checks/blockLists/lists.ts';
import { wordFinding } from '../../../src/report/check/checkRows.ts';
import { context, told } from '../zone.ts';

const DOMAIN = `contoso.test SOA ns1.contoso.test. h.contoso.test. 1 7200 900 1209600 300
contoso.test MX 10 mx.contoso.test.
mx.contoso.test A 203.0.113.5
mx.contoso.test AAAA 2001:db8::5
2.0.0.127.zen.spamhaus.org A 127.0.0.2
dbltest.com.dbl.spamhaus.org A 127.0.1.2
`;
const LISTS: readonly CheckList[] = [{ zone: 'zen.spamhaus.org', of: ['ipv4', 'ipv6'] }, { zone: 'dbl.spamhaus.org' }];
const check = (more = '', blockLists = LISTS, name = 'contoso.test') =>
  checkBlockLists(context(DOMAIN + more, { name, blockLists }));
const found = async (...given: Parameters<typeof check>): Promise<readonly string[]> => told(await check(...given));
const meanings = async (...given: Parameters<typeof check>): Promise<readonly string[]> =>
  (await check(...given)).flatMap(({ data }) => ('meanings' in data ? data.meanings : []));
const LISTED = '5.113.0.203.zen.spamhaus.org A 127.0.0.4\n5.113.0.203.zen.spamhaus.org A 127.0.0.10\n';

describe('the check of block lists', () => {
  it('asks for the domain and for the addresses of its exchangers, of both families', async () => {
    const given = context(DOMAIN, { blockLists: LISTS });
    assert.deepEqual(told(await checkBlockLists(given)), ['pass dnsbl-clean contoso.test']);
    const { asked } = given.ports.resolve as unknown as { asked: readonly string[] };
    for (const name of [
      '5.113.0.203.zen.spamhaus.org',
      '5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.zen.spamhaus.org',
      'contoso.test.dbl.spamhaus.org',
    ]) {
      assert.ok(asked.includes(`${name} A`), name);
    }
    assert.equal(asked.filter((one) => one.startsWith('contoso.test.zen')).length, 0);
  });
  it('explains a listing by its codes and in the words of the list', async () => {
    const reason = '5.113.0.203.zen.spamhaus.org TXT "https://check.spamhaus.org/query/ip/203.0.113.5"\n';
    const findings = await check(LISTED + reason);
    assert.deepEqual(told(findings), ['fail dnsbl-listed 203.0.113.5']);
    const [finding] = findings;
    const { text } = finding === undefined ? { text: '' } : wordFinding(finding);
    assert.match(text, /127\.0\.0\.4, 127\.0\.0\.10: XBL: infected or misused by others \(CBL\); PBL: the provider/);
    assert.match(text, /The list says: https:/);
    assert.deepEqual(await found('contoso.test.dbl.spamhaus.org A 127.0.1.4\n'), ['fail dnsbl-listed contoso.test']);
  });
  it('reads the bits of SURBL and URIBL', async () => {
    const lists = [{ zone: 'multi.surbl.org' }];
    const more = 'test.surbl.org.multi.surbl.org A 127.0.0.254\ncontoso.test.multi.surbl.org A 127.0.0.80\n';
    assert.deepEqual(await meanings(more, lists), ['MW: malware', 'ABUSE: spam and abuse']);
  });
  it('never takes a refusal for a listing', async () => {
    for (const refusal of ['127.255.255.250', '127.255.255.252', '127.255.255.254', '127.255.255.255', '127.0.0.1']) {
      const every = `5.113.0.203.zen.spamhaus.org A ${refusal}\n`;
      assert.deepEqual(await found(every, LISTS.slice(0, 1)), ['unknown dnsbl-refused zen.spamhaus.org'], refusal);
    }
    for (const status of ['TIMEOUT', 'REFUSED', 'SERVFAIL']) {
      const none = `5.113.0.203.zen.spamhaus.org A !${status}\n`;
      assert.deepEqual(await found(none, LISTS.slice(0, 1)), ['unknown dnsbl-unanswered zen.spamhaus.org'], status);
    }
    const blocked = 'test.uribl.com.multi.uribl.com A 127.0.0.1\n';
    assert.deepEqual(await found(blocked, [{ zone: 'multi.uribl.com' }]), ['unknown dnsbl-refused multi.uribl.com']);
  });
  it('does not believe a list that lists everything, or nothing', async () => {
    assert.deepEqual(await found(`${LISTED}1.0.0.127.zen.spamhaus.org A 127.0.0.2\n`, LISTS.slice(0, 1)), [
      'unknown dnsbl-lists-all zen.spamhaus.org',
    ]);
    assert.deepEqual(await found('', [{ zone: 'bl.fabrikam.test' }]), ['unknown dnsbl-lists-nothing bl.fabrikam.test']);
    const sold = '2.0.0.127.bl.fabrikam.test A 198.51.100.80\n';
    assert.deepEqual(await found(sold, [{ zone: 'bl.fabrikam.test' }]), ['unknown dnsbl-no-list bl.fabrikam.test']);
    assert.deepEqual(await found('', [{ zone: 'dnsbl.sorbs.net' }]), ['note dnsbl-closed dnsbl.sorbs.net']);
  });
  it('takes lists of the user with their own meanings', async () => {
    const own: readonly CheckList[] = [{ zone: 'bl.fabrikam.test.', meanings: { '127.0.0.9': 'seen in our traps' } }];
    const more = '2.0.0.127.bl.fabrikam.test A 127.0.0.2\n5.113.0.203.bl.fabrikam.test A 127.0.0.9\n';
    assert.deepEqual(await meanings(more, own), ['seen in our traps']);
  });
  it('asks for an address as it is', async () => {
    assert.deepEqual(await found(LISTED, LISTS, '203.0.113.5'), ['fail dnsbl-listed 203.0.113.5']);
    assert.deepEqual(await found('', LISTS, '2001:db8::5'), ['pass dnsbl-clean 2001:db8::5']);
  });
  it('does not know what it has no address of, and asks for none of a private network', async () => {
    const silent = DOMAIN.replace('mx.contoso.test A 203.0.113.5', 'mx.contoso.test A !TIMEOUT');
    const findings = await checkBlockLists(context(silent, { blockLists: LISTS }));
    assert.ok(told(findings).includes('unknown dns-unanswered mx.contoso.test'));
    const inside = context(DOMAIN.replace('A 203.0.113.5', 'A 127.0.0.2'), { blockLists: LISTS });
    assert.deepEqual(told(await checkBlockLists(inside)), ['pass dnsbl-clean contoso.test']);
  });
  it('names the lists that are too many for one check', async () => {
    const many = [...Array(43).keys()].map((n): CheckList => ({ zone: `l${n}.fabrikam.test` }));
    const findings = await checkBlockLists(context(DOMAIN, { blockLists: many }));
    const left = findings.find(({ code }) => code === 'dnsbl-lists-left');
    assert.match(wordFinding(left as never).text, /^3 more lists .* l40\.fabrikam\.test, l41\.fabrikam\.test, l42/);
  });
  it('keeps to a few addresses and says how many it left out', async () => {
    const many = [...Array(12).keys()].map((i) => `mx.contoso.test A 198.51.100.${i}\n`).join('');
    assert.ok((await found(many)).includes('note dnsbl-left contoso.test'));
  });
});
