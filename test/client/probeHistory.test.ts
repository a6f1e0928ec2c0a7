import assert from 'node:assert/strict';
import { createProbeHistory } from '../../src/client/probeHistory.ts';
import { inEnglish, phrase } from '../../src/core/text/words.ts';

describe('the history of probes', () => {
  it('remembers what came out, and repeats the last one', async () => {
    const history = createProbeHistory();
    assert.equal(await history.repeat(), false);
    let runs = 0;
    const start = async () => ({ lines: ['# x', `* Result: ${++runs}`], ignored: [] });
    await history.run({ title: phrase('A'), target: 'a.test', start });
    assert.equal(await history.repeat(), true);
    await history.run({ title: phrase('B'), target: 'b.test', start: async () => undefined });
    assert.equal(await history.repeat(), true);
    await history.run({ title: phrase('C'), target: 'c.test', start: async () => ({ lines: [], ignored: [] }) });
    await history.run({
      title: phrase('D'),
      target: 'd.test',
      start: async () => ({ lines: ['* cancelled'], ignored: ['x.y'] }),
    });
    assert.deepEqual(
      history.records.map(({ title, target, outcome }) => `${inEnglish(title)} ${target} ${outcome}`.slice(0, 60)),
      ['A a.test 1', 'A a.test 2', 'C c.test ', "D d.test cancelled This workspace's own value of x.y was ign"],
    );
    assert.ok(Math.abs((history.records[0]?.time ?? 0) - Date.now()) < 60_000);
  });

  it('has an end', async () => {
    const history = createProbeHistory();
    for (let i = 0; i < 201; i++)
      await history.run({ title: phrase('{0}', i), target: 'x', start: async () => ({ lines: ['x'], ignored: [] }) });
    assert.deepEqual([history.records.length, history.records[0]?.title.values], [200, [1]]);
  });
});
