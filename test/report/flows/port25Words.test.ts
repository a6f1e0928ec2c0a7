import assert from 'node:assert/strict';
import type { Port25 } from '../../../src/probes/smtp/flows/findings.ts';
import { wordPort25 } from '../../../src/report/flows/port25Words.ts';

const seen = (more: Partial<Port25>): Port25 =>
  ({ verdict: 'unknown', silent: ['mx.a.test'], others: [], ...more }) as Port25;

describe('what is said of port 25', () => {
  it('is as grave as it is sure', () => {
    for (const [verdict, level, code] of [
      ['blocked', 'fail', 'port-25-blocked'],
      ['likely', 'warning', 'port-25-likely'],
      ['open', 'note', 'port-25-open'],
      ['unknown', 'unknown', 'port-25-unknown'],
    ] as const) {
      const worded = wordPort25(seen({ verdict }));
      assert.deepEqual([worded.level, worded.code, worded.about], [level, code, 'port-25']);
      assert.ok(worded.next);
    }
  });
  it('names who was tried and how that went, in the order of the tries', () => {
    const tries = (more: Partial<Port25>) => /\(([^()]*)\)$/.exec(wordPort25(seen(more)).text)?.[1];
    assert.equal(tries({}), 'mx.a.test:25 is silent');
    assert.equal(
      tries({
        silent: ['mx1.a.test', 'mx2.a.test'],
        others: [
          { host: 'mx1.a.test', port: 443, outcome: 'open' },
          { host: 'mx1.a.test', port: 587, outcome: 'refused' },
        ],
        compared: { host: 'mx.b.test', port: 25, outcome: 'timeout' },
      }),
      'mx1.a.test:25 is silent; mx2.a.test:25 is silent; mx1.a.test:443 takes connections; mx1.a.test:587 connection refused; mx.b.test:25 no answer',
    );
  });
});
