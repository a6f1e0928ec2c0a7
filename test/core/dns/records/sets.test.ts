import assert from 'node:assert/strict';
import { exchangerProblems, isPrivateAddress } from '../../../../src/core/dns/records/exchangers.ts';
import { authorityProblems, pointerProblems } from '../../../../src/core/dns/records/pointers.ts';
import { problemsOfSet } from '../../../../src/core/dns/records/recordSet.ts';
import type { SetRecord } from '../../../../src/core/dns/records/setProblem.ts';
import {
  addressesOf,
  checkTags,
  extensions,
  missingTags,
  readTagList,
  type TagRule,
} from '../../../../src/core/dns/records/tagList.ts';

/** Records, one a line as `name type data`. */
const set = (lines: readonly string[], more: Partial<SetRecord> = {}): readonly SetRecord[] =>
  lines.map((line) => {
    const [name = '', type = '', ...data] = line.split(' ');
    return { name, type, data: data.join(' '), ...more };
  });
const told = (
  found: Iterable<readonly [SetRecord, { readonly code: string; readonly data: object }]>,
): readonly string[] => [...found].map(([, { code, data }]) => [code, ...Object.values(data)].join(' '));

describe('exchangers of a set, each by itself,', () => {
  const of = (more: Partial<SetRecord>, ...lines: readonly string[]) => told(exchangerProblems(set(lines, more)));
  it('have a preference and a name', () => {
    for (const fine of ['10 mx.a.test.', '0 .', '65535 mx.a.test', ' 10  mx.a.test. '])
      assert.deepEqual(of({}, `a.test MX ${fine}`), [], fine);
    for (const data of ['65536 mx.a.test.', '1 .', '10 https://mx.a.test', '10 a@a.test', '10 25', '10 25.'])
      assert.deepEqual(of({}, `a.test MX ${data}`), [`mx-form ${data}`], data);
    assert.deepEqual(of({ isWhole: true }, 'a.test MX mx.a.test'), ['mx-form mx.a.test']);
    assert.deepEqual(of({}, 'a.test MX mx.a.test'), []);
    assert.deepEqual(of({ isWhole: true }, 'a.test TXT mx.a.test'), []);
  });
  it('lead to a host outside that is no alias', () => {
    assert.deepEqual(of({}, 'a.test MX 10 MX.a.test.', 'mx.a.test. A 10.0.0.1'), ['mx-private MX.a.test 10.0.0.1']);
    assert.deepEqual(of({}, 'a.test MX 10 mx.a.test.', 'mx.a.test AAAA fd00::1'), ['mx-private mx.a.test fd00::1']);
    assert.deepEqual(of({}, 'a.test MX 10 mx.a.test.', 'mx.a.test A 192.0.2.1', 'mx.a.test TXT 10.0.0.1'), []);
    assert.deepEqual(of({}, 'a.test MX 10 mx.a.test.', 'mx.a.test. CNAME b.test.'), ['mx-alias mx.a.test b.test']);
    for (const host of ['192.0.2.1', '[192.0.2.1]', '192.0.2.1.', '[IPv6:2001:db8::1]'])
      assert.match(of({}, `a.test MX 10 ${host}`).join(), /^mx-address /, host);
    for (const host of ['localhost', 'localhost.localdomain', 'a.localhost.', 'LOCALHOST'])
      assert.match(of({}, `a.test MX 10 ${host}`).join(), /^mx-this-host /, host);
    assert.deepEqual(of({}, 'a.test MX 10 localhost.a.test'), []);
  });
  it('are none beside others of the same name and answer', () => {
    assert.deepEqual(of({}, 'a.test MX 0 .', 'A.test. MX 10 b.test.'), ['mx-null-beside']);
    assert.deepEqual(of({}, 'a.test MX 0 .', 'a.test MX 0 .'), []);
    const [one, other] = [set(['a.test MX 0 .'], { answer: 1 }), set(['a.test MX 10 b.test.'], { answer: 2 })];
    assert.deepEqual(told(exchangerProblems([...one, ...other])), []);
  });
  it('have addresses that nobody reaches, or others', () => {
    for (const ip of [
      '10.1.2.3',
      '127.0.0.1',
      '192.168.0.1',
      '172.16.0.1',
      '172.31.9.9',
      '169.254.1.1',
      '100.64.0.1',
      '100.127.0.1',
      '100.99.0.1',
      '100.100.0.1',
      'fe80::1',
      'FEBF::1',
      'fc00::1',
      'fd12::1',
      '::1',
    ])
      assert.ok(isPrivateAddress(ip), ip);
    for (const ip of [
      '110.1.2.3',
      '172.15.0.1',
      '172.32.0.1',
      '192.169.0.1',
      '100.63.0.1',
      '100.128.0.1',
      '169.253.1.1',
      'fec0::1',
      '2001:db8::1',
      '::10',
      'f::1',
    ])
      assert.ok(!isPrivateAddress(ip), ip);
  });
});

describe('pointers of a set', () => {
  const of = (more: Partial<SetRecord>, ...lines: readonly string[]) => told(pointerProblems(set(lines, more)));
  const name = '1.2.0.192.in-addr.arpa';
  it('lead from the name of an address to a name', () => {
    assert.deepEqual(of({}, `${name} PTR a.test.`, 'a.test A 192.0.2.1', 'x.ip6.arpa PTR b.test'), []);
    for (const data of ['192.0.2.1', '2001:db8::1', name, 'x.ip6.arpa.'])
      assert.deepEqual(of({}, `${name} PTR ${data}`), [`ptr-form ${name} ${data.replace(/\.$/, '')}`]);
    for (const wrong of ['256.2.0.192.in-addr.arpa', '1.2.0.999.in-addr.arpa'])
      assert.deepEqual(of({}, `${wrong} PTR a.test.`), [`ptr-form ${wrong} a.test`]);
    for (const fine of ['255.2.0.192.in-addr.arpa', '0-255.2.0.192.in-addr.arpa', '300.1.2.0.192.in-addr.arpa'])
      assert.deepEqual(of({}, `${fine} PTR a.test.`), [], fine);
    assert.deepEqual(of({}, '192.0.2.1 PTR a.test.'), ['ptr-form 192.0.2.1 a.test']);
    assert.deepEqual(of({ answer: 1 }, '192.0.2.1 PTR a.test.'), []);
  });
  it('are one for each name', () => {
    assert.deepEqual(of({}, `${name} PTR a.test.`, `${name}. PTR b.test.`), [`ptr-several ${name}`]);
    assert.deepEqual(of({}, `${name} PTR a.test.`, `${name} PTR A.test`), []);
    assert.deepEqual(of({}, `${name} PTR A.test`, `${name} PTR A.test`), []);
    assert.deepEqual(of({}, ' PTR a.test.', ' PTR b.test.'), []);
    const apart = [...set([`${name} PTR a.test.`], { answer: 1 }), ...set([`${name} PTR b.test.`], { answer: 2 })];
    assert.deepEqual(told(pointerProblems(apart)), []);
  });
});

describe('the values of an SOA record', () => {
  const of = (data: string, isWhole?: true) =>
    [...authorityProblems({ name: 'a.test', type: 'SOA', data, ...(isWhole && { isWhole }) })].map(({ data }) =>
      Object.values(data).join(),
    );
  it('can be right', () => {
    assert.deepEqual(of('ns.a.test. dns.a.test. 4294967295 7200 3600 1209600 300'), []);
    assert.deepEqual(of('ns. dns. 1 60 59 119 5'), []);
    for (const other of [
      '192.0.2.1 a@b 9 59 99 1 1',
      '192.0.2.1 dns. 1 2h 1h 1w 1',
      '192.0.2.1 dns. 1 7200 3600 1209600',
    ])
      assert.deepEqual(of(other), [], other);
    const [server, mailbox, serial, retry, expire] = [
      of('192.0.2.1. dns. 1 60 59 119 5'),
      of('ns. a@a.test. 1 60 59 119 5'),
      of('ns. dns. 4294967296 60 59 119 5'),
      of('ns. dns. 1 60 60 120 5'),
      of('ns. dns. 1 60 59 118 5'),
    ];
    for (const [found, words] of [
      [server, /primary server, is an address/],
      [mailbox, /has an @/],
      [serial, /4294967296 is larger/],
      [retry, /retry is not shorter/],
      [expire, /expires before/],
    ] as const) {
      assert.equal(found?.length, 1);
      assert.match(found?.[0] ?? '', words);
    }
  });
  it('are seven', () => {
    assert.deepEqual(of('ns. dns. 1 2 3 4', true), ['1 of the seven fields is missing']);
    assert.deepEqual(of('ns. dns. 1 2 3', true), ['2 of the seven fields are missing']);
    assert.deepEqual(of('ns. dns. 1 2 3 4'), []);
  });
});

describe('names of a set beside each other', () => {
  const of = (...lines: readonly string[]) =>
    [...problemsOfSet(set(lines))].map(({ code, data }) => [code, ...Object.values(data)].join(' '));
  it('that go on with their zone once more', () => {
    assert.deepEqual(of('a.b.test.b.test A 192.0.2.1'), ['name-doubled a.b.test.b.test a.b.test']);
    assert.deepEqual(of('x NS ns.a.b.test.a.b.test.'), ['name-doubled ns.a.b.test.a.b.test ns.a.b.test']);
    assert.deepEqual(
      of('x A 192.0.2.1', 'b.test.b A 192.0.2.1', 'x.1.2.1.2 A 192.0.2.1', '1.1.1.1.in-addr.arpa A 192.0.2.1'),
      [],
    );
    const deep = (size: number) => Array.from({ length: size }, (_, i) => `l${i}`).join('.');
    assert.equal(of(`${deep(8)}.${deep(8)} A 192.0.2.1`).length, 1);
    assert.equal(of(`${deep(9)}.${deep(9)} A 192.0.2.1`).length, 0);
    assert.deepEqual(of('x TXT b.test.b.test'), []);
  });
  it('that are aliases and something else', () => {
    const alias = 'a.test CNAME b.test.';
    assert.deepEqual(of(alias, 'A.test. MX 10 c.test.'), ['cname-beside A.test MX']);
    assert.deepEqual(of(alias, 'a.test CNAME c.test.'), ['cname-beside a.test CNAME']);
    for (const type of ['RRSIG', 'NSEC', 'NSEC3', 'KEY', '?'])
      assert.deepEqual(of(alias, `a.test ${type} x`), [], type);
    assert.deepEqual(of(' CNAME b.test.', ' MX 10 c.test.'), []);
    assert.deepEqual(of('a.test SPF "x"'), ['spf-type']);
  });
});

describe('a list of tags', () => {
  const problems = (text: string) =>
    readTagList(text).problems.map(({ code, start, end }) => `${code} [${text.slice(start, end)}]`);
  it('has names and values, blanks around them taken off', () => {
    const text = ' v = a b ;\tp=x;;q=;';
    assert.deepEqual(
      readTagList(text).tags.map(({ name, value, nameSpan, valueSpan }) => [
        name,
        value,
        text.slice(nameSpan.start, nameSpan.end),
        text.slice(valueSpan.start, valueSpan.end),
      ]),
      [
        ['v', 'a b', 'v', 'a b'],
        ['p', 'x', 'p', 'x'],
        ['q', '', 'q', ''],
      ],
    );
    assert.equal(readTagList('a=1;'.repeat(600)).tags.length, 500);
  });
  it('has mistakes', () => {
    assert.deepEqual(problems('v=1; p=2'), []);
    assert.deepEqual(problems('v=1; v=2'), ['record-tag-repeated [v=2]']);
    assert.deepEqual(problems('v=1; x; =2'), ['record-tag-malformed [x]', 'record-tag-malformed [=2]']);
    assert.deepEqual(problems('v=1 p=2'), ['record-semicolon-missing [ p=]']);
    assert.deepEqual(problems('v=1\tp =2'), ['record-semicolon-missing [\tp =]']);
    for (const fine of ['n=1 p=2', 'v=1 toolong=2', 'v=1 P=2', 'v=1p=2']) assert.deepEqual(problems(fine), [], fine);
    assert.deepEqual(problems('v=1;;p=2; ;q=3'), ['record-tag-malformed [;;]']);
    assert.deepEqual(problems(';v=1;'), []);
  });
  it('has a version in front, and tags that are known', () => {
    const rules = new Map<string, TagRule>([['p', { allowed: /^x$/, values: 'x' }]]);
    const check = (text: string) =>
      [...checkTags(text, readTagList(text).tags, 'V1', rules)].map(
        ({ code, start, end }) => `${code} [${text.slice(start, end)}]`,
      );
    for (const fine of ['v=V1; p=x', 'p=x', 'v=V1 x; p=x']) assert.deepEqual(check(fine), [], fine);
    assert.deepEqual(check('p=x; v=V1'), ['record-version-not-first [v=V1]']);
    assert.deepEqual(check('v=v1; p=x'), ['record-version [v1]']);
    assert.deepEqual(check('v=V12; p=x'), ['record-version [V12]']);
    assert.deepEqual(check('V=V1; p=x'), ['record-version [V]']);
    assert.deepEqual(check('v=V1; P=x'), ['record-tag-unknown [P=x]']);
    assert.deepEqual(check('v=V1; p=y'), ['record-value [y]']);
    assert.deepEqual(check('v=V1; p='), ['record-value [p=]']);
    assert.deepEqual(check('v=V1; p=“'), ['record-value [“]', 'record-not-ascii [“]']);
    const { tags } = readTagList('V=1; p=2; x-1.y_z=3; _q=4');
    assert.deepEqual(
      [...missingTags('ab', tags, ['v', 'q'])].map(({ start, end, data }) => [start, end, data]),
      [[0, 2, { tag: 'q' }]],
    );
    assert.deepEqual(
      extensions(tags, ['p']).map(([name]) => name),
      ['V', 'x-1.y_z'],
    );
    assert.ok(!extensions(tags, [])[0]?.[1].allowed.test(' '));
  });
  it('may hold several addresses', () => {
    const text = 'rua= a , b,, c';
    const [tag] = readTagList(text).tags;
    assert.ok(tag !== undefined);
    assert.deepEqual(
      [...addressesOf(tag)].map(({ address, start, end }) => `${address}|${text.slice(start, end)}`),
      ['a|a', 'b|b', '|rua= a , b,, c', 'c|c'],
    );
  });
});
