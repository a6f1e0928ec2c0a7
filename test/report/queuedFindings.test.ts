import assert from 'node:assert/strict';
import type { SmtpProbeResult } from '../../src/probes/smtp/types.ts';
import { queuedFindings } from '../../src/report/queuedFindings.ts';

const QUEUED = '250 2.0.0 Ok: queued as 4F1A2B3C4D';

/** What is noted of steps, each with the lines of its reply. */
const noted = (...steps: readonly object[]): readonly string[] => {
  const result = { endpoint: { host: '2001:db8::25', port: 25 }, steps } as unknown as SmtpProbeResult;
  return [...queuedFindings(result)].map(
    ({ level, code, about, text }) => `${level} ${code} ${about}: ${/[0-9A-F]{8,}/.exec(text)?.[0]}`,
  );
};
const NOTED = 'note queued-as [2001:db8::25]:25: 4F1A2B3C4D';

describe('the id of a message that a server has', () => {
  it('is noted behind the message, in the last line of the reply', () => {
    assert.deepEqual(noted({ step: 'message', lines: [QUEUED] }), [NOTED]);
    assert.deepEqual(noted({ step: 'message', lines: ['250-2.0.0 Thanks', QUEUED] }), [NOTED]);
    assert.deepEqual(noted({ step: 'bdat', lines: ['250 2.0.0 Go on'] }, { step: 'bdat', lines: [QUEUED] }), [NOTED]);
  });
  it('is none where the message was not taken, the step failed, or it is another step', () => {
    for (const step of [
      { step: 'message', lines: [QUEUED.replace('250 2', '450 4')] },
      { step: 'message', lines: [`450 4.2.0 ${QUEUED}`] },
      { step: 'message', lines: [QUEUED], failure: { kind: 'closed' } },
      { step: 'message', lines: ['250 2.0.0 Ok'] },
      { step: 'message', lines: [QUEUED, '250 2.0.0 Ok'] },
      { step: 'message', lines: [] },
      { step: 'rcpt', lines: [QUEUED] },
      { step: 'quit', lines: [QUEUED.replace('250', '221')] },
    ])
      assert.deepEqual(noted(step), [], JSON.stringify(step));
  });
});
