import assert from 'node:assert/strict';
import type { Finding } from '../../../src/checks/finding.ts';
import { checkRows, wordFinding } from '../../../src/report/check/checkRows.ts';

const word = (code: string, data: object, about: string) =>
  wordFinding({ code, level: 'note', about, data, evidence: [] } as unknown as Finding);
/** What is said of a finding of a.test with these data holds these words. */
const says = (code: string, data: object, words: string, about = 'a.test'): void => {
  const { text } = word(code, data, about);
  assert.ok(text.includes(words), `${code}: ${text}`);
};
/** What is to be done about it. */
const next = (code: string, data: object, words: string | undefined, about = 'a.test'): void => {
  const told = checkRows[code as Finding['code']].next?.(data as never, about);
  assert.ok(words === undefined ? told === undefined : told?.includes(words), `${code}: ${told}`);
};

describe('what a check says', () => {
  it('of name servers counts them', () => {
    const found = (hosts: readonly string[], left: number) => ({ hosts, left, serial: 7 });
    says(
      'ns-found',
      found(['x', 'y'], 0),
      'Both name servers answer for a.test with the same records, serial 7: x, y.',
    );
    says('ns-found', found(['x', 'y', 'z'], 0), 'All 3 name servers');
    says('ns-found', found(['x', 'y'], 1), '2 of 3 name servers');
    const silent = { addresses: ['192.0.2.1'] };
    says('ns-silent', { ...silent, all: true }, 'at 192.0.2.1. From');
    says('ns-silent', { ...silent, all: false }, 'at 192.0.2.1, while another address of it did. From');
    const lame = { address: '192.0.2.1', zone: 'a.test' };
    says('ns-lame', { ...lame, status: 'NOERROR' }, 'does not answer for it: it answers without authority');
    says('ns-lame', { ...lame, status: 'REFUSED' }, 'does not answer for it: REFUSED.');
    says(
      'ns-not-asked',
      { addresses: ['192.0.2.1', '192.0.2.2'], status: 'TIMEOUT' },
      'at 192.0.2.1, 192.0.2.2 from here (TIMEOUT, ',
    );
    const many = Array.from({ length: 11 }, (_, i) => `h${i}`);
    says('ns-addresses-left', { addresses: many }, 'not asked: h0, h1, h2, h3, h4, h5, h6, h7, h8, h9');
    assert.ok(!word('ns-addresses-left', { addresses: many }, 'x').text.includes('h10'));
    says(
      'ns-glue-differs',
      { glue: ['1', '2'], addresses: ['3', '4'] },
      'gives 1, 2 as the address of a.test, and the zone 3, 4.',
    );
    next('ns-glue-differs', { glue: ['1'], addresses: ['3', '4'] }, 'to 3, 4.');
    says('ns-serials-differ', { serials: ['1 x', '2 y'] }, ': 1 x; 2 y.');
    says('ns-records-differ', { type: 'MX', versions: ['v', 'w'] }, ': v; w.');
  });
  it('of exchangers', () => {
    says('mx-found', { exchangers: ['x'], hasEqual: false }, 'One mail exchanger: x.');
    says('mx-found', { exchangers: ['x', 'y'], hasEqual: false }, '2 mail exchangers, tried in this order: x, y.');
    says('mx-found', { exchangers: ['x', 'y'], hasEqual: true }, 'order, those of equal preference in any: x, y.');
    next('mx-expected-missing', { expected: ['x', 'y'] }, 'Publish a.test. IN MX 10 x.');
    says('mx-not-looked-up', {}, 'a.test was not looked up');
    says('mx-not-looked-up', { more: 3 }, 'a.test and 3 more were not looked up');
    for (const kind of ['loopback', 'private', 'link-local', 'unspecified']) {
      says(`address-${kind}`, { addresses: ['1', '2'] }, '1, 2, which');
      says(`address-${kind}`, {}, 'address ,');
    }
    says('mx-same-address', { others: ['x', 'y'], address: '1' }, 'address 1, as x, y has');
  });
  it('of DANE', () => {
    says('dane-none', { hosts: ['x'] }, 'The mail exchanger has no');
    says('dane-none', { hosts: ['x', 'y'] }, 'The mail exchangers have no');
    const found = { records: ['3 1 1 x', '3 1 1 y'], server: '', compared: true };
    says(
      'dane-found',
      found,
      'DANE (3 1 1 x; 3 1 1 y), validated by the resolver; the certificate that the server shows fits.',
    );
    says('dane-found', { ...found, server: 's', compared: false }, 'validated by s; not compared');
    next('dane-left', { hosts: ['x', 'y'] }, '_25._tcp.x and');
    says('dane-not-validated', { server: '' }, 'but the resolver does not');
    says('dane-not-validated', { server: 's' }, 'but s does not');
    says('dane-bogus', { why: [] }, 'broken there. Senders');
    says('dane-bogus', { why: ['x', 'y'] }, 'broken there (x; y). Senders');
    for (const [fault, words] of [
      ['usage', '2 and 3'],
      ['selector', '0 or 1'],
      ['matching', '0, 1 or 2'],
      ['length', 'length'],
    ] as const)
      says('dane-unusable', { record: 'r', fault }, words);
    says('dane-rollover', { records: ['x'] }, 'x fits nothing');
    says('dane-rollover', { records: ['x', 'y'] }, 'x; y fit nothing');
    const problems = ['certificate-expired', 'certificate-not-yet-valid', 'certificate-other-name', 'other'];
    says(
      'dane-certificate',
      { problems },
      ': it has expired, it is not valid yet, it does not bear the name of the host, other.',
    );
    says('dane-not-reached', { step: 'TLS', detail: '' }, '(TLS), so');
    says('dane-not-reached', { step: 'TLS', detail: 'd' }, '(TLS: d), so');
  });
  it('of MTA-STS', () => {
    says('mta-sts-unreachable', { url: 'u', failure: 'f', detail: '' }, 'here: f. Others');
    says('mta-sts-unreachable', { url: 'u', failure: 'f', detail: 'd' }, 'here: f (d). Others');
    says('mta-sts-content-type', { contentType: '' }, 'as no type at all;');
    says('mta-sts-content-type', { contentType: 'text/html' }, 'as text/html;');
    const uncovered = { hosts: ['x', 'y'], patterns: ['p', 'q'] };
    says(
      'mta-sts-uncovered',
      { ...uncovered, mode: 'enforce' },
      '(p, q) does not stand for x, y: senders that keep to it do not',
    );
    says('mta-sts-uncovered', { ...uncovered, mode: 'testing' }, ': with mode enforce, nobody');
    next('mta-sts-uncovered', uncovered, 'mx: x; mx: y;');
    says(
      'mta-sts-not-met',
      { faults: ['x', 'y'], mode: 'enforce' },
      'Senders that keep to the policy do not deliver, because of what the servers show: x, y.',
    );
    says('mta-sts-not-met', { faults: ['x', 'y'], mode: 'testing' }, 'Once the policy is in force');
    const found = { id: '1', hosts: ['x', 'y'] };
    says('mta-sts-found', { ...found, maxAge: 604_800 }, 'for x, y; the policy (id 1) is kept for 7 days.');
    says('mta-sts-found', { ...found, maxAge: 86_401 }, 'kept for 86401 seconds.');
    for (const [key, line] of [
      ['version', 'version: STSv1'],
      ['mode', 'mode: testing'],
      ['max_age', 'max_age: 604800'],
      ['mx', 'mx: HOST'],
    ] as const)
      next('mta-sts-key-missing', { key }, `Add the line "${line}".`);
    for (const [key, line] of [
      ['version', 'version: STSv1'],
      ['mode', 'mode: testing'],
      ['max_age', 'max_age: 604800'],
    ] as const)
      next('mta-sts-value', { key }, `Write "${line}" or`);
    for (const [code, words] of [
      ['line', 'Correct'],
      ['key-case', 'Write m.'],
      ['key-repeated', 'line k:.'],
      ['pattern', 'mx:'],
      ['age-short', '604800'],
      ['not-ascii', 'ASCII'],
    ] as const)
      next(`mta-sts-${code}`, { meant: 'm', key: 'k' }, words);
  });
  it('of DKIM and DMARC', () => {
    says('dkim-found', { keys: ['x'] }, 'One key: x.');
    says('dkim-found', { keys: ['x', 'y'] }, '2 keys: x, y.');
    says('dkim-none-known', { tried: 9, below: false }, 'cannot be listed.');
    says('dkim-none-known', { tried: 9, below: true }, '_domainkey.a.test answers');
    says('dkim-wildcard', { text: 'T', isRevoked: true }, 'has an empty key');
    says('dkim-wildcard', { text: 'T', isRevoked: false }, 'has the same record (a wildcard record): T');
    const unsigned = { service: 'S', selectors: ['x', 'y'] };
    says(
      'dkim-service-unsigned',
      { ...unsigned, isOwnEnvelope: true },
      '(x, y) has a key here: its signatures are of another domain, and do not count for DMARC. Nor does SPF, for S puts',
    );
    assert.ok(word('dkim-service-unsigned', { ...unsigned, isOwnEnvelope: false }, 'x').text.endsWith('for DMARC.'));
    const found = { policy: 'reject', tag: 'p', from: 'a.test', reports: true, text: 'T' };
    says('dmarc-found', found, 'For mail of the domain that fails, reject is asked for (T).');
    says(
      'dmarc-found',
      { ...found, reports: false, from: 'b.test' },
      '(T); no reports are asked for. The record is that of b.test, because a.test has none',
    );
    says('dmarc-found', { ...found, tag: 'sp' }, 'mail of subdomains that exist that');
    says('dmarc-found', { ...found, tag: 'np' }, 'mail of subdomains that do not exist that');
    const text = 'v=DMARC1; P=none; sp=none ; ';
    next('dmarc-monitoring', { ...found, text }, '"v=DMARC1; p=quarantine; sp=none ; "');
    next('dmarc-monitoring', { ...found, tag: 'sp', text }, '"v=DMARC1; P=none; sp=quarantine; "');
    next(
      'dmarc-monitoring',
      { ...found, reports: false, text },
      '"v=DMARC1; P=none; sp=none ; rua=mailto:dmarc-reports@a.test"',
    );
    const differs = { walk: 'w', list: 'l' };
    says(
      'dmarc-organisation-differs',
      { ...differs, walkRecord: 'w', listRecord: 'l' },
      'The former apply the record of w, the latter that of l.',
    );
    says('dmarc-organisation-differs', { ...differs, walkRecord: 'w' }, 'record of w, the latter that of no domain.');
    says('dmarc-organisation-differs', { ...differs, listRecord: 'l' }, 'record of no domain, the latter that of l.');
    assert.ok(
      !word('dmarc-organisation-differs', { ...differs, walkRecord: 'w', listRecord: 'w' }, 'x').text.includes(
        'former',
      ),
    );
  });
  it('of SPF', () => {
    const client = { sender: 's@s.test', domain: 's.test', result: 'fail', term: '-all' };
    says('spf-of-client', client, 'SPF of s.test gives fail for a.test as the sender of <s@s.test>, by -all.');
    says('spf-of-client', { ...client, term: '' }, '<s@s.test>.');
    for (const result of ['pass', 'temperror']) next('spf-of-client', { ...client, result }, 'Nothing for SPF.');
    next('spf-of-client', { ...client, result: 'none' }, 'Publish an SPF record for s.test.');
    next('spf-of-client', client, 'Add the address to the SPF record of s.test');
    const costs = { lookups: 3, voids: 0, records: 1, text: 'T' };
    says('spf-costs', costs, '3 of 10 look-ups over 1 record.');
    says('spf-costs', { ...costs, records: 2, voids: 1 }, 'over 2 records, 1 of 2 that may find nothing among them.');
    says('spf-lookups', { lookups: 11, most: ['x', 'y'] }, 'By term: x, y.');
    says('spf-voids', { voids: 3, terms: ['x', 'y'] }, ': x, y.');
  });
  it('of DNSSEC', () => {
    says('dnssec-valid', { algorithms: ['x', 'y'], server: '' }, '(x, y), and the resolver says');
    says('dnssec-valid', { algorithms: ['x'], server: 's' }, 'and the resolver s says');
    says(
      'dnssec-bogus',
      { types: ['MX', 'A'], why: [] },
      'The MX and A records of a.test do not verify by DNSSEC: the resolver gives SERVFAIL, and answers when it is told not to check. Everybody',
    );
    says('dnssec-bogus', { types: ['MX'], why: ['x', 'y'] }, 'check. It says: x; y. Everybody');
    says('dnssec-ds-mismatch', { tags: ['1', '2'], keys: [] }, '(1, 2) names a key of the zone (none that may sign):');
    says('dnssec-ds-mismatch', { tags: ['1'], keys: ['3', '4'] }, 'zone (3, 4):');
    next('dnssec-ds-mismatch', { tags: [], keys: [] }, 'Sign the zone with the key');
    next('dnssec-ds-mismatch', { tags: [], keys: ['3'] }, 'Give the registrar');
    says('dnssec-signatures-end', { type: 'MX', hours: 1 }, 'ends in 1 hour,');
    says('dnssec-signatures-end', { type: 'MX', hours: 2 }, 'ends in 2 hours,');
    says('dnssec-nsec3-iterations', { iterations: 100 }, 'protect nothing.');
    says('dnssec-nsec3-iterations', { iterations: 101 }, 'protect nothing; resolvers');
  });
});
