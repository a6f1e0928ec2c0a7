import assert from 'node:assert/strict';
import { mayBeDnsJson } from '../../../../src/core/dns/json/dnsJson.ts';
import { lookups, queriesOf, reads } from '../told.ts';

const answer = (more: object = {}): string =>
  JSON.stringify({
    Status: 0,
    Question: [{ name: 'a.test.', type: 15 }],
    Answer: [{ name: 'a.test.', type: 15, TTL: 300, data: '10 mx.a.test.' }],
    ...more,
  });
const told = 'json a.test MX NOERROR: 300 10 mx.a.test.';

describe('an answer of DNS in JSON, in a text,', () => {
  it('begins with a key that it has', () => {
    const may = (text: string): boolean => mayBeDnsJson(text, 0);
    for (const key of [
      'Status',
      'Question',
      'QNAME',
      'QTYPE',
      'responses',
      'questions',
      'queries',
      'QueryType',
      'NameExchange',
      'NameHost',
      'IP4Address',
      'IPAddress',
      'Strings',
      'answerRRs',
      'resolver',
      'authorities',
      'status_code',
    ])
      for (const text of [`{"${key}":1`, `{ "${key}" : 1`, `[{"${key}": 1`, `{\n  "${key}": 1`])
        assert.ok(may(text), text);
    for (const text of [
      '{"status":1',
      '{Status: 1',
      '{x "Status": 1',
      '("Status": 1',
      '{"x": "Status"',
      `{"x":"${'y'.repeat(800)}","Status":1`,
    ])
      assert.ok(!may(text), text);
    assert.ok(may(`${'{'.padEnd(60)}"Status": 1`));
    assert.ok(mayBeDnsJson('x {"Status": 1', 2));
  });
  it('ends with its value', () => {
    reads(`${answer()}\nand more\n`, [told]);
    reads(JSON.stringify(JSON.parse(answer()), undefined, 2), [told]);
    reads(answer({ Comment: 'a } b ] "c" \\' }), [told]);
    reads(answer().slice(0, -1), []);
    reads(answer().replace('"Status":0', '"Status":'), []);
    const [lookup] = lookups(`${JSON.stringify(JSON.parse(answer()), undefined, 2)}\nand more\n`);
    assert.equal(lookup?.end, JSON.stringify(JSON.parse(answer()), undefined, 2).length);
    reads(`${answer()}\n${answer()}\n`, [told, told]);
  });
  it('is that of the command above', () => {
    reads(`$ kdig @192.0.2.53 b.test TXT +json\n${answer()}\n`, [
      'kdig b.test TXT NOERROR @192.0.2.53: 300 10 mx.a.test.',
    ]);
    reads(`$ kdig\n${answer()}\n`, [told.replace('json', 'kdig')]);
  });
  it('has the places of its records, one behind the other', () => {
    const record = (data: string) => ({ name: 'a.test.', type: 16, TTL: 5, data });
    const text = answer({
      Question: [{ name: 'a.test.', type: 16 }],
      Answer: [record('"x"'), record('"x"'), record('"y\\"z"'), record('')],
    });
    const places = queriesOf(text)[0]?.answers.map(({ start, end }) => [start, text.slice(start, end)] as const) ?? [];
    assert.deepEqual(places.map(([, words]) => words).slice(0, 2), places.map(() => places[0]?.[1]).slice(0, 2));
    assert.ok((places[1]?.[0] ?? 0) > (places[0]?.[0] ?? 0));
    assert.equal(places.at(-1)?.[1], JSON.stringify('"y\\"z"').slice(1, -1));
  });
});
