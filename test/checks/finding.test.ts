import assert from 'node:assert/strict';
import { ipv6Nibbles } from '../../src/checks/answers.ts';
import { weightOf } from '../../src/checks/blockLists/lists.ts';
import { checkCaa } from '../../src/checks/caa/caa.ts';
import { evidenceFrom, unanswered } from '../../src/checks/finding.ts';
import { sameForm } from '../../src/checks/sameData.ts';
import type { Answer } from '../../src/probes/ports.ts';
import { context } from './zone.ts';

const answer = (data: readonly string[], more: Partial<Answer> = {}): Answer => ({
  question: { name: 'a.test', type: 'TXT' },
  status: 'NOERROR',
  records: data.map((one) => ({ name: 'a.test', type: 'TXT', ttl: 300, data: one })),
  elapsed: 1,
  ...more,
});

describe('the evidence of a finding', () => {
  it('is the records of an answer, twenty-five at most, and how many more there are', () => {
    assert.deepEqual(evidenceFrom(answer(['"x"'])), ['a.test. 300 IN TXT "x"']);
    const many = (count: number): readonly string[] =>
      evidenceFrom(answer(Array.from({ length: count }, (_, i) => `"${i}"`)));
    assert.deepEqual([many(25).length, many(25).at(-1)], [25, 'a.test. 300 IN TXT "24"']);
    assert.deepEqual([many(28).length, many(28).at(-1)], [26, '; and 3 more records']);
  });
  it('is what came instead of records', () => {
    assert.deepEqual(evidenceFrom(answer([])), ['a.test. TXT: NOERROR, no record']);
    assert.deepEqual(evidenceFrom(answer([], { status: 'SERVFAIL' })), ['a.test. TXT: SERVFAIL']);
  });
  it('cuts a record that is very long, and names the root by its dot', () => {
    const [whole = '', cut = ''] = evidenceFrom(answer(['x'.repeat(4000), 'x'.repeat(4001)]));
    assert.ok(whole.endsWith(`TXT ${'x'.repeat(4000)}`));
    assert.ok(cut.endsWith(`TXT ${'x'.repeat(4000)}…`));
    const root = answer([], { records: [{ name: '.', type: 'NS', ttl: 1, data: 'a.root-servers.net.' }] });
    assert.deepEqual(evidenceFrom(root), ['. 1 IN NS a.root-servers.net.']);
  });
});

describe('an answer that says nothing', () => {
  it('is an alias that leads back, or why nobody answered', () => {
    assert.deepEqual(unanswered(answer([], { aliasLoop: true })), {
      ...{ code: 'dns-alias-loop', level: 'fail', about: 'a.test', data: { type: 'TXT' } },
      evidence: ['a.test. TXT: NOERROR, no record'],
    });
    const { code, level, data } = unanswered(
      answer([], { status: 'SERVFAIL', extended: [{ code: 22, text: 'none reached' }], detail: 'no more' }),
    );
    assert.deepEqual([code, level], ['dns-unanswered', 'unknown']);
    assert.match((data as { detail: string }).detail, /none reached.*; no more$/);
  });
});

describe('what a listing weighs', () => {
  it('is less where it says in what kind of network a machine is', () => {
    const weigh = (kind: string): string => weightOf({ kind } as Parameters<typeof weightOf>[0]);
    for (const kind of ['home', 'network', 'country', 'names', 'bounces']) assert.equal(weigh(kind), 'warning', kind);
    for (const kind of ['spam', 'domains', 'hacked']) assert.equal(weigh(kind), 'fail', kind);
    assert.equal(weightOf(undefined), 'fail');
  });
});

describe('the data of a record in one form', () => {
  it('is the same however a tool writes it', () => {
    assert.equal(sameForm('AAAA', ' 2001:DB8::1 '), sameForm('AAAA', '2001:db8:0:0:0:0:0:1'));
    assert.equal(sameForm('AAAA', ' Odd '), 'odd');
    assert.equal(sameForm('TXT', '"a" "b"'), 'ab');
    assert.equal(sameForm('SPF', 'v=spf1 -all'), 'v=spf1 -all');
    assert.equal(sameForm('MX', ' 10   MX1.a.test. '), '10 mx1.a.test');
  });
  it('of IPv6 has eight groups (RFC 4291 2.2)', () => {
    assert.equal(ipv6Nibbles('::'), '0'.repeat(32));
    assert.equal(ipv6Nibbles('1:2:3:4:5:6:7:8'), '00010002000300040005000600070008');
    assert.equal(ipv6Nibbles('::ffff:192.0.2.1'), `${'0'.repeat(20)}ffffc0000201`);
    assert.equal(ipv6Nibbles('1:2:3:4:5:6:7::'), '00010002000300040005000600070000');
    for (const wrong of ['1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1::2::3', '1:2:3:4:5:6:7:8::', 'x::', '12345::'])
      assert.equal(ipv6Nibbles(wrong), undefined, wrong);
  });
});

describe('the CAA records of a domain', () => {
  const found = async (...records: readonly string[]): Promise<readonly unknown[]> =>
    (await checkCaa(context(records.map((one) => `contoso.test CAA ${one}`).join('\n'))))
      .filter(({ code }) => /^caa-(?:iodef|tag|value|flags)/.test(code))
      .map(({ code, level, data }) => [code, level, data]);
  it('name where to report, as an address of the web or of mail', async () => {
    const iodef = async (value: string): Promise<unknown> =>
      (await found('0 issue "ca.test"', `0 iodef "${value}"`))[0];
    assert.equal(await iodef('mailto:sec@contoso.test'), undefined);
    assert.equal(await iodef('https://contoso.test/caa'), undefined);
    assert.deepEqual(await iodef('sec@contoso.test'), [
      ...['caa-iodef', 'warning'],
      { value: 'sec@contoso.test', suggestion: 'mailto:sec@contoso.test' },
    ]);
    assert.deepEqual(await iodef('ftp://contoso.test/'), [
      'caa-iodef',
      'warning',
      { value: 'ftp://contoso.test/', suggestion: '' },
    ]);
  });
  it('have tags that are known, or near one', async () => {
    assert.deepEqual(await found('0 issuer "ca.test"'), [
      ['caa-tag-unknown', 'warning', { tag: 'issuer', meant: 'issue' }],
    ]);
    assert.deepEqual(await found('0 zork "ca.test"'), [['caa-tag-unknown', 'warning', { tag: 'zork', meant: '' }]]);
    assert.deepEqual(await found('128 zork "ca.test"'), [['caa-tag-critical', 'fail', { tag: 'zork' }]]);
    assert.deepEqual(await found('1 issue "ca.test"'), [['caa-flags', 'warning', { flags: 1 }]]);
  });
});
