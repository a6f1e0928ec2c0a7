import assert from 'node:assert/strict';
import { answersInJson } from '../../../src/core/dns/json/jsonShapes.ts';

const answers = (value: unknown): readonly string[] =>
  answersInJson(value).map(({ name, type, status, records }) =>
    [name, type, status, ...records.map(({ data }) => data)].join(' '),
  );
const zdns = {
  name: 'contoso.test',
  type: 'MX',
  status: 'NOERROR',
  data: {
    answers: [{ type: 'MX', name: 'contoso.test', answer: 'mx1.contoso.test', preference: 10, ttl: 300 }],
    resolver: '192.0.2.53:53',
  },
};

describe('an answer of a scanner in JSON', () => {
  it('has a name, a status that is known and its data', () => {
    assert.deepEqual(answers(zdns), ['contoso.test MX NOERROR 10 mx1.contoso.test']);
    assert.equal(answersInJson(zdns)[0]?.server, '192.0.2.53');
    for (const left of [{ name: '' }, { status: 'WHATEVER' }, { status: undefined }, { data: 'x' }, { data: null }])
      assert.deepEqual(answers({ ...zdns, ...left }), [], JSON.stringify(left));
  });
  it('has the type of its first record that is no alias, where none is named', () => {
    const alias = { type: 'CNAME', name: 'contoso.test', answer: 'a.test', ttl: 1 };
    const data = { answers: [alias, { type: 'A', name: 'a.test', answer: '192.0.2.1', ttl: 1 }] };
    assert.equal(answersInJson({ ...zdns, type: undefined, data })[0]?.type, 'A');
    assert.equal(answersInJson({ ...zdns, type: undefined, data: { answers: [alias] } })[0]?.type, '?');
  });
  it('stands in a list a type, where the scanner asked for several', () => {
    const { name, ...one } = zdns;
    assert.deepEqual(
      answers({
        name,
        results: { MX: one, A: { ...one, type: undefined, status: 'NXDOMAIN', data: { answers: [] } } },
      }),
      ['contoso.test MX NOERROR 10 mx1.contoso.test', 'contoso.test ? NXDOMAIN'],
    );
  });
  it('stands by the names of types, as dnsx writes it', () => {
    const dnsx = {
      host: 'contoso.test.',
      status_code: 'NOERROR',
      a: ['192.0.2.1', ''],
      mx: ['mx1.contoso.test'],
      txt: 7,
    };
    assert.deepEqual(answers(dnsx), ['contoso.test A NOERROR 192.0.2.1', 'contoso.test MX NOERROR mx1.contoso.test']);
    assert.deepEqual(answers({ host: 'gone.test', status_code: 'NXDOMAIN' }), ['gone.test ? NXDOMAIN']);
    assert.deepEqual(answers({ host: 'gone.test' }), []);
    assert.deepEqual(answers({ status_code: 'NXDOMAIN' }), []);
  });
});
