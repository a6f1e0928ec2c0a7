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
const next = (code: string, data: object, words: string | undefined, about = 'a.test'): void => {
  const told = checkRows[code as Finding['code']].next?.(data as never, about);
  assert.ok(words === undefined ? told === undefined : told?.includes(words), `${code}: ${told}`);
};

describe('what a check says, and what to publish', () => {
  it('of reverse names', () => {
    says('reverse-found', { pairs: ['x'] }, 'One address has a name that leads back: x.');
    says('reverse-found', { pairs: ['x', 'y'] }, '2 addresses have names that lead back: x, y.');
    says('reverse-none', {}, 'a.test has no reverse name');
    says('reverse-none', { host: 'h' }, 'a.test (h) has no reverse name');
    next('reverse-none', {}, 'to the name that the server says');
    next('reverse-none', { host: 'h' }, 'record to h.');
    next('reverse-generic', {}, 'to a name of your own domain.');
    next('reverse-generic', { host: 'h' }, 'record to h.');
    const several = { names: ['x', 'y', 'z'], followed: 3 };
    says('reverse-several', several, 'has 3 reverse names (x, y, z); some servers look at one of them only.');
    assert.ok(!word('reverse-several', several, '').text.includes('followed'));
    says('reverse-several', { ...several, followed: 2 }, 'The first 2 were followed back.');
    for (const [about, type] of [
      ['192.0.2.1', 'A'],
      ['2001:db8::1', 'AAAA'],
    ] as const) {
      next('reverse-unconfirmed', { names: ['x', 'y'] }, `Publish x. IN ${type} ${about},`, about);
      next('helo-no-such-name', { helo: 'h' }, `Publish h. IN ${type} ${about}`, about);
      next('helo-differs', { helo: 'h', addresses: [] }, `Publish h. IN ${type} ${about},`, about);
    }
    says('helo-differs', { helo: 'h', addresses: [] }, 'has no such address, not a.test.');
    says('helo-differs', { helo: 'h', addresses: ['1', '2'] }, 'has the address 1, 2, not a.test.');
    const many = Array.from({ length: 11 }, (_, i) => `n${i}`);
    assert.ok(!word('reverse-found', { pairs: many }, '').text.includes('n10'));
    says('reverse-found', { pairs: many }, 'n9');
  });
  it('of services', () => {
    const mx = { service: 'S', expected: ['x', 'y'] };
    says('ready-mx', mx, 'leads to S (x, y).');
    next('ready-mx', { ...mx, mx: '' }, 'a.test. IN MX 10 x.,');
    next('ready-mx', { ...mx, mx: '5 z.' }, 'a.test. IN MX 5 z.,');
    says('ready-mx-others', { service: 'S', others: ['x'] }, 'an MX record leads to x:');
    says('ready-mx-others', { service: 'S', others: ['x', 'y'] }, 'MX records lead to x, y:');
    const spf = { service: 'S', include: 'i' };
    says('ready-spf', { ...spf, text: '' }, 'There is no one SPF record');
    says('ready-spf', { ...spf, text: 'T' }, 'does not include i, from which S sends: T');
    next('ready-spf', { ...spf, text: '' }, 'Publish v=spf1 include:i -all');
    for (const end of [' -all', ' ~all', ' all', ' redirect=x', ' ALL'])
      next('ready-spf', { ...spf, text: `v=spf1 mx${end}` }, `Publish v=spf1 mx include:i${end}`);
    next('ready-spf', { ...spf, text: 'v=spf1 a:all.test' }, 'Publish v=spf1 a:all.test include:i');
    says('ready-autodiscover', { found: '', expected: 'e' }, 'autodiscover.a.test does not exist');
    says('ready-autodiscover', { found: 'f', expected: 'e' }, 'leads to f in place of e.');
    says('ready-dkim', { service: 'S', selectors: ['x', 'y'] }, 'x._domainkey.a.test or y._domainkey.a.test,');
    next('ready-relay-spf', { addresses: ['192.0.2.1', '2001:db8::1'] }, 'Add ip4:192.0.2.1 ip6:2001:db8::1 to');
    says('ready-all', { service: 'S', parts: ['x', 'y'] }, 'asks for: x, y.');
  });
  it('of CAA', () => {
    const found = { at: 'a.test', issuers: ['x', 'y'] };
    says('caa-found', found, 'issued by x, y.');
    says('caa-found', { ...found, issuers: [] }, 'issued by nobody.');
    says(
      'caa-found',
      { ...found, wildcards: ['w'], mail: [], at: 'test' },
      'x, y; wildcards by w; certificates for S/MIME by nobody, by the records at test.',
    );
    says('caa-forbidden', { at: 'test' }, 'this domain, by the records at test:');
    says('caa-forbidden', { at: 'a.test' }, 'this domain: mail');
    next('caa-value', { tag: 'issue', suggestion: '' }, 'a.test. IN CAA 0 issue "ca.example"');
    next('caa-value', { tag: 'issue', suggestion: 's' }, 'IN CAA 0 issue "s"');
    says('caa-tag-unknown', { tag: 't', meant: '' }, 'is none that is known, so');
    says('caa-tag-unknown', { tag: 't', meant: 'issue' }, 'known; issue was probably meant, so');
    next('caa-tag-unknown', { meant: '' }, 'Remove the record');
    next('caa-tag-unknown', { meant: 'issue' }, 'Write issue as the tag.');
    next('caa-iodef', { suggestion: '' }, 'iodef "mailto:security@a.test"');
    next('caa-iodef', { suggestion: 's' }, 'iodef "s"');
  });
  it('of block lists', () => {
    const listed = { list: 'L', codes: ['1', '2'], meanings: [], reason: '' };
    says('dnsbl-listed', listed, 'a.test is on L (1, 2).');
    says('dnsbl-listed', { ...listed, meanings: ['x', 'y'], reason: 'spam' }, 'L (1, 2: x; y). The list says: spam.');
    assert.ok(word('dnsbl-listed', { ...listed, reason: 'spam.' }, '').text.endsWith('says: spam.'));
    next('dnsbl-listed', { page: '' }, 'to be taken off.');
    assert.ok(word('dnsbl-listed', { ...listed, page: 'https://x' }, '').next?.endsWith('taken off: https://x'));
    says('dnsbl-clean', { subjects: ['x'], lists: ['L', 'M'] }, 'x is not on L, M.');
    says('dnsbl-clean', { subjects: ['x', 'y'], lists: ['L'] }, 'x, y are not on L.');
    says('dnsbl-lists-left', { lists: ['L'] }, '1 more list is chosen');
    says('dnsbl-lists-left', { lists: ['L', 'M'] }, '2 more lists are chosen');
    const many = Array.from({ length: 21 }, (_, i) => `l${i}`);
    says('dnsbl-lists-left', { lists: many }, 'l19');
    assert.ok(!word('dnsbl-lists-left', { lists: many }, '').text.includes('l20'));
  });
  it('of pictures', () => {
    says('bimi-dmarc-weak', { domain: 'd', why: '' }, 'd has no DMARC policy');
    says('bimi-dmarc-weak', { domain: 'd', why: 'pct=5' }, 'of d has pct=5, and');
    says('bimi-found', { picture: 'p', evidence: '' }, 'The picture is p. Neither');
    says('bimi-found', { picture: 'p', evidence: 'e' }, 'is p, its certificate e. Neither');
  });
  it('of the way from the root', () => {
    const step = { zone: '.', server: 's', address: 's', hosts: ['x.', 'y.'] };
    says('trace-step', step, 's of the root names the servers of a.test: x, y.');
    says(
      'trace-step',
      { ...step, zone: 'test', address: '1', hosts: [] },
      's (1) of test names the servers of a.test: none.',
    );
    const lame = { address: 'a.test', zone: 'test' };
    for (const status of ['NOERROR', 'NXDOMAIN'])
      says('trace-lame', { ...lame, status }, 'for it (without authority).');
    says('trace-lame', { ...lame, status: 'REFUSED' }, 'for it (REFUSED).');
    next('trace-lame', lame, 'Load test on a.test,');
    const differs = { type: 'MX', resolver: ['x.'], zone: [], server: '' };
    says(
      'trace-differs',
      differs,
      'The resolver answers other MX records of a.test than its zone: x, and the zone none.',
    );
    says(
      'trace-differs',
      { ...differs, server: 's', zone: ['.'] },
      's answers other MX records of a.test than its zone: x, and the zone ..',
    );
    next('trace-differs', { ttl: 0 }, 'The resolver keeps');
    next('trace-differs', { ttl: 1 }, 'for 1 more seconds');
  });
  it('of records', () => {
    for (const [tag, what] of [
      ['p', 'p=none'],
      ['id', 'id=1'],
      ['rua', 'rua=mailto:ADDRESS'],
      ['v', 'v='],
    ] as const)
      next('record-tag-missing', { tag }, `Add "${what}" to the record at a.test.`);
    next('spf-equals', { term: 'ip4=1=2' }, 'Write ip4:1=2.');
    const unanswered = { type: 'MX', status: 'SERVFAIL' };
    says('dns-unanswered', { ...unanswered, detail: '' }, 'The MX records of a.test are not known: SERVFAIL, ');
    assert.ok(!word('dns-unanswered', { ...unanswered, detail: '' }, '').text.includes('('));
    says('dns-unanswered', { ...unanswered, detail: 'd' }, ' (d). That');
    for (const why of ['null-mx', 'no-such-domain', 'no-host'])
      says('report-address-dead', { tag: 'rua', address: 'x', why }, 'rua sends reports to x, but a.test ');
    says('tls-rpt-found', { addresses: ['x', 'y'] }, 'go to x, y.');
  });
});
