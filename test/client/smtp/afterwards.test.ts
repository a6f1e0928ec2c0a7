import assert from 'node:assert/strict';
import '../load.ts';
import { mock } from 'node:test';
import type { ProbeHistory } from '../../../src/client/probeHistory.ts';
import { phrase } from '../../../src/core/text/words.ts';
import { outcomeRequest, type ProbeOutcome } from '../../../src/protocol/session.ts';
import { clearDesk, desk, keep, run } from '../desk.ts';
import { fakeServer, settled } from '../fakeServer.ts';

describe('what is offered behind a probe', () => {
  beforeEach(clearDesk);

  let runs = 0;
  /** Runs a probe whose report has this outcome; without one it leaves no report. */
  async function probed(outcome: ProbeOutcome | undefined, target = 'mx1.contoso.test:25'): Promise<void> {
    const { createAfterwards } = await import('../../../src/client/smtp/afterwards.ts');
    let report: ProbeHistory['report'];
    const title = phrase('Probed SMTP server {0}', target);
    const history: ProbeHistory = {
      records: [],
      get report() {
        return report;
      },
      async run(probe) {
        runs++;
        const made = await probe.start();
        if (made !== undefined) report = { ...made, title, target };
      },
      repeat: async () => false,
      onDidRun: () => ({ dispose: () => undefined }),
    };
    const server = fakeServer(outcome === undefined ? {} : { [outcomeRequest.method]: outcome });
    const start = async () => (outcome === undefined ? undefined : { lines: ['a', 'b'], ignored: [] });
    await keep(createAfterwards(history, server)).run({ title, target, start });
    await settled();
    assert.deepEqual(
      server.asked.map(({ params }) => params),
      outcome === undefined ? [] : [{ report: 'a\nb' }],
    );
  }
  const putOff = (seconds: number, named = false): ProbeOutcome => ({
    queued: [],
    retry: { seconds, named, reply: '450 4.2.0 [later](command:x)' },
  });
  /** The last question, with its buttons. */
  const asked = (): readonly unknown[] => {
    const { text, rest } = desk.questions.at(-1) as unknown as { text: string; rest: readonly unknown[] };
    return [text, ...rest];
  };

  it('is nothing where there is no report, or nothing in it', async () => {
    await probed(undefined);
    await probed({ queued: [] });
    assert.deepEqual([desk.questions, desk.said], [[], []]);
  });

  it('is the id, and how many there are beside it', async () => {
    desk.answers.push('Copy Id');
    await probed({ queued: ['4F6b', '5G7c', '6H8d'] });
    assert.deepEqual(asked(), [
      'mx1.contoso.test:25 has the message, queued as 4F6b (and 2 more).',
      'Copy Id',
      'Search in Files',
    ]);
    assert.deepEqual([desk.clipboard, desk.executed], ['4F6b', []]);
    await probed({ queued: ['4F6b', '5G7c'] });
    assert.equal(asked()[0], 'mx1.contoso.test:25 has the message, queued as 4F6b (and 1 more).');
    desk.clipboard = '';
    desk.answers.push('Search in Files');
    await probed({ queued: ['4F6b'] }, `${'x'.repeat(60)}y`);
    assert.equal(asked()[0], `${'x'.repeat(59)}… has the message, queued as 4F6b.`);
    assert.deepEqual(
      [desk.clipboard, desk.executed],
      ['', [['workbench.action.findInFiles', { query: '4F6b', triggerSearch: true, isRegex: false }]]],
    );
    await probed({ queued: ['4F6b'] }, 'x'.repeat(60));
    assert.equal(asked()[0], `${'x'.repeat(60)} has the message, queued as 4F6b.`);
  });

  it('is another try when the server says, in a unit that people use', async () => {
    const offered = async (seconds: number, named = false): Promise<readonly unknown[]> => {
      await probed(putOff(seconds, named));
      return asked();
    };
    const words = (why: string): string =>
      `mx1.contoso.test:25 puts it off: 450 4.2.0 [later] (command:x) ${why}. A retry waits in this window only: closing it forgets it.`;
    assert.deepEqual(await offered(89, true), [words('The server says when'), 'Retry in 89 Seconds', 'Other Time…']);
    assert.deepEqual(await offered(90), [words('It does not say when'), 'Retry in 2 Minutes', 'Other Time…']);
    assert.equal((await offered(7140))[1], 'Retry in 119 Minutes');
    assert.equal((await offered(7141))[1], 'Retry in 2 Hours');
    assert.equal((await offered(10_801))[1], 'Retry in 4 Hours');
    assert.equal(desk.items.get('mailTriage.retry')?.visible, false);
  });

  it('waits by the clock, and can be called off', async () => {
    mock.timers.enable({ apis: ['setInterval', 'Date'], now: 1000 });
    try {
      desk.answers.push('Retry in 4 Minutes');
      await probed(putOff(240));
      const item = desk.items.get('mailTriage.retry');
      const shown = (): unknown => item?.visible && String(item.text).split(' ').at(-1);
      assert.deepEqual([item?.name, item?.command], ['Mail Triage: Retry', 'mailTriage.cancelRetry']);
      assert.match(
        String(item?.tooltip),
        /^Probed SMTP server mx1\.contoso\.test:25: tried again at \d.*Click to cancel\.$/,
      );
      for (const [passed, left] of [
        [0, '4:00'],
        [1000, '3:59'],
        [57_000, '3:02'],
        [178_000, '0:04'],
      ] as const) {
        mock.timers.tick(passed);
        assert.equal(shown(), left);
      }
      const before = runs;
      await run('mailTriage.cancelRetry');
      assert.deepEqual([shown(), desk.said.at(-1)], [false, 'information: The retry is cancelled.']);
      await run('mailTriage.cancelRetry');
      assert.equal(desk.said.at(-1), 'information: No retry is waiting in this window.');
      mock.timers.tick(600_000);
      assert.equal(runs, before);
      // What waits is left with the window.
      desk.answers.push('Retry in 30 Seconds');
      await probed(putOff(30));
      const waiting = runs;
      clearDesk();
      mock.timers.tick(600_000);
      assert.equal(runs, waiting);
    } finally {
      mock.timers.reset();
    }
  });

  it('waits as many minutes as are typed', async () => {
    mock.timers.enable({ apis: ['setInterval', 'Date'], now: 1000 });
    try {
      const typed = async (minutes: string | undefined): Promise<unknown> => {
        await run('mailTriage.cancelRetry').catch(() => undefined);
        desk.answers.push('Other Time…', minutes);
        await probed(putOff(301));
        const item = desk.items.get('mailTriage.retry');
        return item?.visible && item.text;
      };
      assert.equal(await typed('30'), '$(watch) mx1.contoso.test:25 again in 30:00');
      const box = desk.questions.at(-1) as unknown as {
        title: string;
        value: string;
        validateInput: (text: string) => string | undefined;
      };
      assert.deepEqual([box.title, box.value], ['Retry', '6']);
      const wrong = 'Enter minutes, from 1 to 1440.';
      assert.deepEqual(['0', '1', ' 1440 ', '1441', '1.5', 'x', '', '00001'].map(box.validateInput), [
        wrong,
        undefined,
        undefined,
        wrong,
        wrong,
        wrong,
        wrong,
        wrong,
      ]);
      const before = runs;
      mock.timers.tick(29 * 60_000);
      assert.deepEqual(
        [desk.items.get('mailTriage.retry')?.text, runs],
        ['$(watch) mx1.contoso.test:25 again in 1:00', before],
      );
      mock.timers.tick(60_000);
      assert.deepEqual([desk.items.get('mailTriage.retry')?.visible, runs], [false, before + 1]);
      clearDesk();
      assert.equal(await typed(undefined), false);
      clearDesk();
      assert.equal(await typed('0'), false);
      clearDesk();
      assert.equal(await typed('1440'), '$(watch) mx1.contoso.test:25 again in 1440:00');
    } finally {
      mock.timers.reset();
    }
  });
});
