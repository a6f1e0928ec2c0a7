import assert from 'node:assert/strict';
import { masked, secretsOnly } from './masked.ts';

/** What stands for each of `count` addresses, `nth` the number of one. */
const standIns = (count: number, nth: (n: number) => string): readonly string[] =>
  masked([...Array(count).keys()].map((n) => `from [${nth(n)}]\n`).join(''), { ...secretsOnly, ips: true })
    .trim()
    .split('\n')
    .map((line) => line.slice('from ['.length, -1));

describe('addresses of which there are many', () => {
  const own = standIns(300, (n) => `10.7.${n >> 8}.${n & 255}`);
  const others = standIns(600, (n) => `9.7.${n >> 8}.${n & 255}`);

  it('have one stand-in each', () => {
    assert.equal(new Set(own).size, 300);
    assert.equal(new Set(others).size, 600);
  });
  it('take what is for documentation first, then what is for tests of networks', () => {
    assert.deepEqual(
      [0, 253, 254, 255, 299].map((i) => own[i]),
      ['198.51.100.1', '198.51.100.254', '198.18.0.255', '198.18.1.0', '198.18.1.44'],
    );
    assert.deepEqual(
      [0, 253, 254, 507, 508, 599].map((i) => others[i]),
      ['192.0.2.1', '192.0.2.254', '203.0.113.1', '203.0.113.254', '198.19.1.253', '198.19.2.88'],
    );
  });
});
