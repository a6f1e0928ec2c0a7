import assert from 'node:assert/strict';
import { lookups, queriesOf, reads } from './told.ts';

const HEAD = 'Pref  Hostname  IP Address  TTL\n';
const ROW = '10  mx.a.test  192.0.2.1  5 min\n';

describe('the table of MXToolbox, in its place', () => {
  it('reaches from the command or its head to its last row', () => {
    for (const [text, name] of [
      [`mx:a.test\n${HEAD}${ROW}${ROW}`, 'a.test'],
      [`${HEAD}${ROW}${ROW}`, ''],
    ] as const) {
      const [query, ...others] = queriesOf(`Hello.\n${text}Bye.\n`);
      assert.equal(others.length, 0);
      assert.equal(query?.name, name);
      assert.equal(`Hello.\n${text}Bye.\n`.slice(query?.start, query?.end), text.trimEnd());
      assert.deepEqual(
        query?.answers.map((one) => `Hello.\n${text}`.slice(one.start, one.end)),
        [ROW.trimEnd(), ROW.trimEnd()],
      );
      assert.deepEqual(
        query?.answers.map(({ type = query.type }) => type),
        ['MX', 'MX'],
      );
    }
  });
  it('is read though the words of a command stand alone above', () => {
    assert.equal(lookups('mx:a.test\nHello.\n').length, 0);
    reads(`mx:b.test\nHello.\n${HEAD}${ROW}`, ['json  MX NOERROR: 300 10 mx.a.test']);
  });
  it('is two where it stands there twice', () => {
    reads(`mx:a.test\n${HEAD}${ROW}mx:b.test\n${HEAD}${ROW.replaceAll('a.test', 'b.test')}`, [
      'json a.test MX NOERROR: 300 10 mx.a.test',
      'json b.test MX NOERROR: 300 10 mx.b.test',
    ]);
  });
});
