import assert from 'node:assert/strict';
import { lookUpName, same } from '../../../src/checks/reverse/addressName.ts';
import { context } from '../zone.ts';

const ADDRESS = '203.0.113.5';
const ptr = (...names: readonly string[]): string =>
  names.map((name) => `5.113.0.203.in-addr.arpa PTR ${name}.\n`).join('');
const names = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `n${i}.a.test`);
const found = async (records: string, address = ADDRESS, host?: string) => {
  const { findings, ...rest } = await lookUpName(address, context(records), host);
  return { ...rest, findings: findings.map(({ code, level, about, data }) => [code, level, about, data]) };
};

describe('the name of an address', () => {
  it('leads back', async () => {
    const right = await found(`${ptr('MX.a.test')}mx.a.test A ${ADDRESS}`);
    assert.deepEqual([right.confirmed, right.findings], ['mx.a.test', []]);
    assert.deepEqual(right.evidence, [
      '5.113.0.203.in-addr.arpa. 300 IN PTR MX.a.test.',
      `mx.a.test. 300 IN A ${ADDRESS}`,
    ]);
  });
  it('is none, or does not lead back', async () => {
    assert.deepEqual((await found('')).findings, [['reverse-none', 'warning', ADDRESS, {}]]);
    assert.deepEqual((await found('', ADDRESS, 'mx.a.test')).findings, [
      ['reverse-none', 'warning', ADDRESS, { host: 'mx.a.test' }],
    ]);
    assert.deepEqual((await found(ptr('mx.a.test'), ADDRESS, 'mx.a.test')).findings, [
      ['reverse-unconfirmed', 'warning', ADDRESS, { names: ['mx.a.test'], host: 'mx.a.test' }],
    ]);
  });
  it('is one of ten that are followed', async () => {
    const last = (count: number) => found(`${ptr(...names(count))}n${count - 1}.a.test A ${ADDRESS}`);
    const ten = await last(10);
    assert.deepEqual(
      [ten.confirmed, ten.findings],
      ['n9.a.test', [['reverse-several', 'note', ADDRESS, { names: names(10), followed: 10 }]]],
    );
    const eleven = await last(11);
    assert.deepEqual(
      [eleven.confirmed, eleven.findings],
      [undefined, [['reverse-several', 'note', ADDRESS, { names: names(11), followed: 10 }]]],
    );
    assert.deepEqual(
      (await found(ptr(...names(10)))).findings.map(([code]) => code),
      ['reverse-unconfirmed', 'reverse-several'],
    );
  });
  it('looks made out of the address, which counts unless another one leads back', async () => {
    const made = '203-0-113-5.a.test';
    const codes = async (...back: readonly string[]): Promise<readonly unknown[]> => {
      const records = back.map((name) => `${name} A ${ADDRESS}`).join('\n');
      return (await found(ptr('mx.a.test', made) + records)).findings.map(([code]) => code);
    };
    assert.deepEqual(await codes('mx.a.test', made), ['reverse-several']);
    assert.deepEqual(await codes(made), ['reverse-generic', 'reverse-several']);
    assert.deepEqual(await codes(), ['reverse-unconfirmed', 'reverse-generic', 'reverse-several']);
  });
  it('cannot be asked for of what is no address', async () =>
    assert.deepEqual(await found('', '2001:db8::x'), { address: '2001:db8::x', findings: [], evidence: [] }));
});

describe('two addresses', () => {
  it('are the same however they are written', () => {
    const is = (a: string, b: string, expected: boolean): void => assert.equal(same(a, b), expected, `${a} ${b}`);
    is('192.0.2.1', '192.0.2.1', true);
    is('192.0.2.1', '192.0.2.2', false);
    is('2001:db8::1', '2001:DB8:0::1', true);
    is('2001:db8::1', '2001:db8::2', false);
    is('2001:db8::x', '2001:db8::y', false);
    is('192.0.2.1', '::1', false);
    is('::1', '192.0.2.1', false);
    is('a.test', 'test.a', false);
  });
});
