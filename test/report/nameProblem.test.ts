import assert from 'node:assert/strict';
import { readDomain, readHost } from '../../src/probes/hostName.ts';
import { describeNameProblem } from '../../src/report/nameProblem.ts';

/** What is said of a name that was typed and is none. */
const says = (typed: string, read: typeof readDomain = readDomain): string => {
  const result = read(typed, (name) => name);
  return result.ok ? 'nothing is wrong' : describeNameProblem(result.problem, typed);
};

describe('what is said of a name that is none', () => {
  it('shows it, tells what is wrong with it, and what to type', () => {
    for (const [typed, wrong] of [
      ['a b.test', /a space/],
      [' a b.test ', /a space/],
      ['https://a.test/x', /a web address/],
      ['a.test:25', /a colon/],
      ['192.0.2.1', /an IP address/],
      ['2001:db8::1', /an IP address/],
      ['a$b.test', /a character that no host name has/],
      ['a..test', /two dots in a row/],
      [`${'a'.repeat(64)}.test`, /more than 63 characters/],
      [`${'a.'.repeat(130)}test`, /longer than the 253 characters/],
    ] as const) {
      const said = says(typed);
      assert.ok(said.startsWith(`"${typed.trim()}" `), said);
      assert.match(said, wrong, typed);
    }
    assert.match(says('  '), /^Nothing was asked\./);
    assert.match(says('ann@contoso.test', readHost), /a character that no host name has/);
    assert.equal(says('ann@contoso.test'), 'nothing is wrong');
  });
});
