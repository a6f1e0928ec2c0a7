import assert from 'node:assert/strict';
import type { SmtpFailure, SmtpProbeResult } from '../../src/probes/smtpProbe.ts';
import { describeProbeFailure } from '../../src/report/probeFailure.ts';

const result: SmtpProbeResult = { endpoint: { host: 'mx.test', port: 25 }, started: 0, steps: [], findings: [] };

/** What is said of a connection that failed. */
const connecting = (kind: string, detail: string): string =>
  describeProbeFailure({ step: 'connect', kind, detail } as unknown as SmtpFailure, result);

describe('a connection that failed', () => {
  it('is told in the words of the system, or as closed', () => {
    assert.match(connecting('reset', 'ECONNRESET'), /^connecting to mx\.test:25 failed: ECONNRESET\. Check/);
    assert.match(
      connecting('reset', ''),
      /^connecting to mx\.test:25 failed: the server closed the connection\. Check/,
    );
  });

  it('is told by its kind', () => {
    assert.match(connecting('refused', ''), /^mx\.test:25 refuses connections/);
    assert.match(connecting('timeout', ''), /^mx\.test:25 does not answer at all/);
    assert.match(connecting('unreachable', 'ENETUNREACH'), /from this machine \(ENETUNREACH\)\. Check/);
    assert.match(connecting('unreachable', ''), /from this machine\. Check/);
  });
});
