import assert from 'node:assert/strict';
import { yamlRows } from '../../../../src/core/dns/loose/yamlRows.ts';

const rows = (text: string): readonly string[] =>
  [...yamlRows(0, text)].map(({ name, type, data, span }) => {
    assert.equal(text.slice(span?.start, span?.end).replace(/\.?$/, '.'), data);
    return `${name} ${type} ${data}`;
  });

const first = '- name: contoso.test.\n  type: MX\n  rrdatas:\n  - 10 mx1.contoso.test.\n';
const second = '- name: www.fabrikam.test\n  type: CNAME\n  values:\n  - web.fabrikam.test\n';

describe('records in lists of YAML', () => {
  it('have the name and the type of their own object', () => {
    const both = ['contoso.test MX 10 mx1.contoso.test.', 'www.fabrikam.test CNAME web.fabrikam.test.'];
    assert.deepEqual(rows(first + second), both);
    assert.deepEqual(rows(second + first), [...both].reverse());
    assert.deepEqual(rows(`${first}---\n${second}`), both);
    assert.deepEqual(rows(`${first}\n${second}`), both);
    assert.deepEqual(rows(`${first}${second}`.replace(/^/gm, '> ').replace(/> $/, '')), both);
  });
  it('are none of an object without a name or a type', () => {
    assert.deepEqual(rows(`- type: MX\n  values:\n  - 10 mx1.contoso.test.\n${second}`), [
      'www.fabrikam.test CNAME web.fabrikam.test.',
    ]);
    assert.deepEqual(rows('- name: contoso.test\n  values:\n  - 10 mx1.contoso.test.\n'), []);
  });
  it('are of their type alone: an exchanger has a preference, an alias none', () => {
    assert.deepEqual(
      rows('name: contoso.test\ntype: mx\nvalues:\n- mx1.contoso.test\n- 20 "mx2.contoso.test"\n- 5 a.test\n'),
      ['contoso.test MX 5 a.test.'],
    );
    assert.deepEqual(rows('name: contoso.test\ntype: CNAME\nvalues:\n- 10 mx1.contoso.test\n- web.test\n'), [
      'contoso.test CNAME web.test.',
    ]);
  });
});
