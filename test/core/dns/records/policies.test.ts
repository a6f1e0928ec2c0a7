import assert from 'node:assert/strict';
import { isDmarc, readDmarcPolicy, reportHost } from '../../../../src/core/dns/records/dmarcPolicy.ts';
import { coversHost, readMtaStsPolicy, startsMtaStsPolicy } from '../../../../src/core/dns/records/mtaStsPolicy.ts';
import { rsaKeyBits } from '../../../../src/core/dns/records/rsaKey.ts';

describe('the policy of a DMARC record (RFC 9989 4.7)', () => {
  const asks = (text: string, expected: object): void => {
    const policy = readDmarcPolicy(`v=DMARC1; ${text}`) as unknown as Record<string, unknown>;
    for (const [name, value] of Object.entries(expected)) assert.deepEqual(policy[name], value, `${text} ${name}`);
  };
  it('has defaults', () =>
    assert.deepEqual(readDmarcPolicy('v=DMARC1; p=none'), {
      ...{
        p: 'none',
        isTakenAsNone: false,
        adkim: 'r',
        aspf: 'r',
        isTest: false,
        percent: 100,
        psd: 'u',
        rua: [],
        ruf: [],
      },
    }));
  it('has what is written', () => {
    asks('p=REJECT; sp=quarantine; np=none', { p: 'reject', sp: 'quarantine', np: 'none' });
    asks('p=none; adkim=s; aspf=S; t=y', { adkim: 's', aspf: 's', isTest: true });
    asks('p=none; adkim=x; aspf=r; t=n', { adkim: 'r', aspf: 'r', isTest: false });
    for (const [written, percent] of [
      ['0', 0],
      ['99', 99],
      ['100', 100],
      ['x', 100],
      ['5x', 100],
      ['', 100],
    ] as const)
      asks(`p=none; pct=${written}`, { percent });
    for (const [written, psd] of [
      ['y', 'y'],
      ['n', 'n'],
      ['u', 'u'],
      ['x', 'u'],
    ] as const)
      asks(`p=none; psd=${written}`, { psd });
    asks('p=none; rua=mailto:a@a.test!10m, https://a.test/x, b@a.test, mailto:; ruf=mailto:c@a.test', {
      rua: ['mailto:a@a.test!10m', 'https://a.test/x'],
      ruf: ['mailto:c@a.test'],
    });
  });
  it('is taken as none where it is wrong and asks for reports, else it is none', () => {
    for (const wrong of ['p=x', 'p=reject; sp=x', 'p=reject; np=x', 'sp=none']) {
      asks(wrong, { p: undefined, sp: undefined, np: undefined, isTakenAsNone: false });
      asks(`${wrong}; rua=mailto:a@a.test`, { p: 'none', sp: undefined, np: undefined, isTakenAsNone: true });
      asks(`${wrong}; rua=a@a.test`, { p: undefined, isTakenAsNone: false });
    }
  });
  it('begins with exactly its version', () => {
    for (const text of ['v=DMARC1', 'v=DMARC1;', 'V = DMARC1 ; p=none', 'v\t=\tDMARC1']) assert.ok(isDmarc(text), text);
    for (const text of [' v=DMARC1', 'v=dmarc1', 'v=DMARC10', 'v=DMARC1 p=none', 'x=DMARC1', 'p=none; v=DMARC1'])
      assert.ok(!isDmarc(text), text);
  });
  it('sends its reports to a host', () => {
    for (const [uri, host] of [
      ['mailto:a@Contoso.test', 'contoso.test'],
      ['MAILTO:a@contoso.test!10m', 'contoso.test'],
      ['mailto:a@contoso.test?subject=x', 'contoso.test'],
      ['mailto:a@contoso.test.', 'contoso.test'],
      ['https://u:p@contoso.test:8443/x', 'contoso.test'],
      ['http://contoso.test?x', 'contoso.test'],
      ['mailto:contoso.test', undefined],
      ['ftp://contoso.test', undefined],
      ['x mailto:a@contoso.test', undefined],
    ] as const)
      assert.equal(reportHost(uri), host, uri);
  });
});

describe('a policy of MTA-STS', () => {
  it('stands for a host by its name, or for exactly one label more', () => {
    for (const [pattern, host, expected] of [
      ['mx.a.test', 'MX.a.test.', true],
      ['mx.a.test', 'mx2.a.test', false],
      ['*.a.test', 'mx.a.test', true],
      ['*.a.test', 'a.test', false],
      ['*.a.test', 'x.mx.a.test', false],
      ['*.a.test', '.a.test', false],
      ['*a.test', 'xa.test', false],
    ] as const)
      assert.equal(coversHost(pattern, host), expected, `${pattern} ${host}`);
  });
  it('begins with its version', () => {
    for (const text of ['version: STSv1', '\ufeffversion: STSv1', ' Version : stsv2', 'version:STSv'])
      assert.ok(startsMtaStsPolicy(text), text);
    for (const text of ['mode: none\nversion: STSv1', 'version: 1', 'xversion: STSv1'])
      assert.ok(!startsMtaStsPolicy(text), text);
  });
  it('has its values, and the places of what is wrong', () => {
    const read = (text: string) => {
      const { mode, maxAge, patterns, problems } = readMtaStsPolicy(text);
      return [
        mode,
        maxAge,
        patterns.join(),
        problems.map(({ code, start, end }) => `${code} [${text.slice(start, end)}]`).join(),
      ];
    };
    const fine = 'version: STSv1\r\nmode: enforce\r\nmx: MX.a.test\r\nmx: *.b.test\r\nmax_age: 86400\r\n';
    assert.deepEqual(read(fine), ['enforce', 86_400, 'mx.a.test,*.b.test', '']);
    assert.deepEqual(read(fine.replace('86400', '86399')).slice(1), [
      86_399,
      'mx.a.test,*.b.test',
      'mta-sts-age-short [max_age: 86399]',
    ]);
    assert.deepEqual(read(fine.replace('86400', '31557600')).slice(1, 2), [31_557_600]);
    assert.deepEqual(read(fine.replace('86400', '31557601')).slice(3), ['mta-sts-value [max_age: 31557601]']);
    assert.deepEqual(read('version: STSv1\nmode: none\nmax_age: 5'), ['none', 5, '', '']);
    assert.deepEqual(read(fine.replace('mx: *.b.test', 'max-age: 1'))[3], 'mta-sts-key-case [max-age: 1]');
    for (const key of ['Mode: x', 'MX: x', 'Version: x', 'maxage: 1'])
      assert.equal(read(fine.replace('mx: *.b.test', key))[3], `mta-sts-key-case [${key}]`, key);
    for (const key of ['x-more: 1', 'a.b: c']) assert.equal(read(fine.replace('mx: *.b.test', key))[3], '', key);
    for (const line of ['x', 'mode : none', ': x', '-x: 1', 'x:', 'a b: c'])
      assert.equal(read(fine.replace('mx: *.b.test', line))[3], `mta-sts-line [${line}]`, line);
    for (const mx of ['a', '192.0.2.1', 'mx.a.test.', '*', '*.', '-a.test', 'a_.b-.test', 'a..test'])
      assert.equal(read(fine.replace('*.b.test', mx))[3], `mta-sts-pattern [mx: ${mx}]`, mx);
    assert.equal(read(`${fine}mode: none`)[3], 'mta-sts-key-repeated [mode: none]');
    assert.equal(read(fine.replace('MX', 'MÜ'))[3], 'mta-sts-not-ascii [Ü],mta-sts-pattern [mx: MÜ.a.test]');
  });
});

describe('the bits of an RSA key', () => {
  /** An element of X.690 8.1. */
  const der = (tag: number, ...content: readonly number[]): readonly number[] =>
    content.length < 128
      ? [tag, content.length, ...content]
      : [tag, 0x82, content.length >> 8, content.length & 255, ...content];
  const bits = (octets: readonly number[]): number | undefined => rsaKeyBits(Uint8Array.from(octets));
  const exponent = der(2, 1, 0, 1);
  const bare = (...modulus: readonly number[]) => der(0x30, ...der(2, ...modulus), ...exponent);
  const RSA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
  const spki = (key: readonly number[], oid: readonly number[] = RSA) =>
    der(0x30, ...der(0x30, ...der(6, ...oid)), ...der(3, 0, ...key));
  it('are counted from its first one', () => {
    assert.equal(bits(bare(0, 0x80, ...Array(127).fill(1))), 1024);
    assert.equal(bits(bare(0x01, ...Array(127).fill(0))), 1017);
    assert.equal(bits(bare(0x40, 0)), 15);
    assert.equal(bits(spki(bare(0, 0x80, ...Array(255).fill(1)))), 2048);
  });
  it('are those of a key alone, which is whole', () => {
    assert.equal(bits([]), undefined);
    assert.equal(bits([0x30]), undefined);
    assert.equal(bits([...bare(1), 0]), undefined);
    assert.equal(bits(bare(1).slice(0, -1)), undefined);
    assert.equal(bits(bare(0)), undefined);
    assert.equal(bits(bare()), undefined);
    assert.equal(bits(der(0x30, ...der(2, 1))), undefined);
    assert.equal(bits(der(0x30, ...der(3, 1), ...exponent)), undefined);
    assert.equal(bits(spki(bare(1), [...RSA.slice(0, -1), 2])), undefined);
    assert.equal(bits(spki(der(0x31, 1))), undefined);
    assert.equal(bits([0x30, 0x80, ...bare(1)]), undefined);
    assert.equal(bits([0x30, 0x85, 0, 0, 0, 0, 5, ...der(2, 1), ...der(2, 1)]), undefined);
    assert.equal(bits([0x30, 0x84, 0, 0, 0, 6, ...der(2, 1), ...der(2, 1)]), 1);
  });
});
