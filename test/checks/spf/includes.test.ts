import assert from 'node:assert/strict';
import { includesIn } from '../../../src/checks/spf/includes.ts';
import { answer } from '../answer.ts';

const includes = (...texts: readonly string[]): string =>
  includesIn(
    answer(
      'contoso.test',
      'TXT',
      texts.map((one) => `"${one}"`),
    ),
  ).join(' ');

describe('the domains that a record of SPF names', () => {
  it('are those of include and redirect (RFC 7208 5.2, 6.1), without the final dot', () => {
    for (const [text, expected] of [
      ['v=spf1 include:a.test include:b.test. -all', 'a.test b.test'],
      ['v=spf1 mx redirect=c.test', 'c.test'],
      ['V=SPF1 ~include:a.test redirect=c.test.', 'a.test c.test'],
      ['v=spf1 a:d.test mx:e.test exists:f.test exp=g.test ip4:192.0.2.1 -all', ''],
      ['v=spf1 include: -all', ''],
      ['v=spf1', ''],
      ['v=spf10 include:a.test', ''],
      ['x v=spf1 include:a.test', ''],
    ] as const)
      assert.equal(includes(text), expected, text);
  });
  it('are of the text that is a record', () => {
    assert.equal(includes('MS=1', 'v=spf1 include:a.test -all'), 'a.test');
    assert.equal(includes('MS=1'), '');
    assert.equal(includes(), '');
  });
});
