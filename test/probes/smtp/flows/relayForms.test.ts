import assert from 'node:assert/strict';
import { type RelayTest, relayForms } from '../../../../src/probes/smtp/flows/relayForms.ts';

const TEST: RelayTest = {
  from: 'a@a.test',
  to: 'u@b.test',
  server: 'mx.contoso.test',
  address: '192.0.2.1',
  own: 'contoso.test',
  random: 'q1w2',
};
const recipients = (more: Partial<RelayTest> = {}): readonly string[] =>
  relayForms.map(({ recipient }) => recipient({ ...TEST, ...more }));

describe('the forms in which an address of elsewhere is written', () => {
  it('are addresses of the server itself where nothing leads to the other domain by its form', () => {
    for (const { name, recipient, local } of relayForms)
      assert.equal(local === true, !recipient(TEST).endsWith('u@b.test'), name);
  });
  it('have the address of the server as a literal (RFC 5321 4.1.3)', () => {
    const literals = (more: Partial<RelayTest>) => recipients(more).flatMap((one) => /\[[^\]]*\]/.exec(one)?.[0] ?? []);
    assert.deepEqual([...new Set(literals({}))], ['[192.0.2.1]']);
    assert.deepEqual([...new Set(literals({ address: '2001:db8::1' }))], ['[IPv6:2001:db8::1]']);
  });
  it('take the address apart at its last at sign', () => {
    const [percent] = relayForms.filter(({ name }) => name === 'percent');
    assert.equal(percent?.recipient({ ...TEST, to: '"u@v"@b.test' }), '"u@v"%b.test@mx.contoso.test');
  });
  it('differ from each other, and name nothing but what is tested', () => {
    const said = relayForms.map(({ sender, recipient }) => `${sender(TEST)} ${recipient(TEST)}`);
    assert.equal(new Set(said).size, relayForms.length);
    for (const one of recipients()) assert.match(one, /^(?=.*(?:b\.test|contoso\.test))[\w@%!:".[\]-]+$/, one);
    assert.deepEqual(
      recipients().filter((one) => one.endsWith('.test') && !/b\.test|mx\./.test(one)),
      ['q1w2@contoso.test'],
    );
  });
});
