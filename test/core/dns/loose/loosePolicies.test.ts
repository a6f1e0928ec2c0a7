import assert from 'node:assert/strict';
import { loosePolicies, policyProblems } from '../../../../src/core/dns/loose/loosePolicies.ts';

/** The policies of a text, as they stand in it. */
const reads = (text: string, ...expected: readonly string[]): void =>
  assert.deepEqual(
    loosePolicies(text, 0, text.length).map(({ start, end }) => text.slice(start, end)),
    expected,
    text,
  );
const policy = 'version: STSv1\nmode: enforce\nmx: mx.a.test\nmax_age: 604800';

describe('policies of MTA-STS in a text', () => {
  it('begin and end with their lines', () => {
    reads(`We have:\n\n${policy}\n\nIs it right?`, policy);
    reads(`We have\n${policy}\nIs it right? Or is it not right at all?`, policy);
    reads(policy, policy);
    reads(policy.replaceAll('\n', '\r\n'), policy.replaceAll('\n', '\r\n'));
    reads(`mode: none\n${policy}`, `mode: none\n${policy}`);
    reads(`${policy}\n\n${policy}\n`, policy, policy);
    reads(`version: STSv1\nversion: STSv1\nmode: none`, `version: STSv1\nversion: STSv1\nmode: none`);
  });
  it('may be indented, and of other versions', () => {
    for (const version of ['Version : STSv1 ', 'version:STSv2', 'version: STSv'])
      reads(`  ${version}\n  mode: none`, `  ${version}\n  mode: none`);
    reads('version: TLSv1\nmode: none');
    reads('the version: STSv1\nmode: none');
  });
  it('have a line more than the version', () => {
    for (const line of ['mode: none', 'mx: a', 'nmx: a', 'max_age: 1', 'max-age: 1', 'maxage: 1'])
      reads(`version: STSv1\n${line}`, `version: STSv1\n${line}`);
    reads('version: STSv1');
    reads('version: STSv1\nother: 1');
    reads('version: STSv1\nmode none');
  });
  it('have lines that were meant so', () => {
    for (const line of ['max_age 604800', 'mx:  mx.a.test', 'x! : 1', 'mx: a, b and c', 'mode : a b', 'x-more: y'])
      reads(`version: STSv1\nmode: none\n${line}\n`, `version: STSv1\nmode: none\n${line}`);
    for (const line of ['one two three', 'word', `mx: ${'x '.repeat(200)}`])
      reads(`version: STSv1\nmode: none\n${line}\n`, 'version: STSv1\nmode: none');
    reads(`mx : a\nversion: STSv1\nmode: none`, 'version: STSv1\nmode: none');
  });
  it('stand between two places of the text', () => {
    const text = `mx: a\n${policy}\nmx: b`;
    const [found] = loosePolicies(text, 6, 6 + policy.length);
    assert.equal(text.slice(found?.start, found?.end), policy);
    assert.deepEqual(loosePolicies(text, 7, text.length), []);
  });
  it('have problems at their places', () => {
    const text = `x\n${policy.replace('enforce', 'enforced')}`;
    const [problem] = policyProblems(text, { start: 2, end: text.length });
    assert.equal(text.slice(problem?.start, problem?.end), 'mode: enforced');
  });
});
