import assert from 'node:assert/strict';
import type { PortTry } from '../../../../src/probes/smtp/flows/findings.ts';
import { judgePort25, withPort25 } from '../../../../src/probes/smtp/flows/port25.ts';
import type { SmtpProbeResult, SmtpStep } from '../../../../src/probes/smtp/types.ts';
import { fakePorts, type Script } from '../../fakePorts.ts';

const never = new AbortController().signal;
const connect = (kind?: string): SmtpStep =>
  ({
    step: 'connect',
    address: 'x',
    elapsed: 1,
    ...(kind !== undefined && { failure: { kind, detail: '' } }),
  }) as SmtpStep;
const result = (steps: readonly SmtpStep[], { host = 'mx.a.test', port = 25 } = {}): SmtpProbeResult => ({
  ...{ endpoint: { host, port }, started: 0, steps, findings: [] },
});
const ZONE = { 'mx.a.test A': ['192.0.2.1'], 'other.test A': ['192.0.2.9'] };

async function told(results: readonly SmtpProbeResult[], script: Script = {}, compare?: string, signal = never) {
  const ports = fakePorts(ZONE, script);
  const after = await withPort25(results, ports, compare, signal);
  return { after, finding: after[0]?.findings[0], dialled: ports.dialled, closed: ports.closed.count };
}

describe('port 25 that is silent', () => {
  it('is asked about where every connection was', async () => {
    const asked = async (...steps: readonly SmtpStep[]): Promise<boolean> =>
      (await told([result(steps)])).finding !== undefined;
    assert.equal(await asked(connect('timeout')), true);
    assert.equal(await asked(connect('unreachable'), connect('timeout')), true);
    assert.equal(await asked(connect('unreachable')), false);
    assert.equal(await asked(connect('timeout'), connect('refused')), false);
    assert.equal(await asked(connect('timeout'), connect()), false);
    assert.equal(await asked(), false);
    assert.equal(await asked({ step: 'redirect', from: 'a', to: 'b' }, connect('timeout')), false);
    assert.equal((await told([result([connect('timeout')], { port: 587 })])).finding, undefined);
  });
  it('is asked about where all results have it, and told with the first', async () => {
    const silent = result([connect('timeout')]);
    const { after } = await told([silent, silent]);
    assert.deepEqual(
      after.map(({ findings }) => findings.length),
      [1, 0],
    );
    assert.equal((await told([silent, result([connect()])])).finding, undefined);
    assert.deepEqual((await told([])).after, []);
    assert.equal((await told([silent], {}, undefined, AbortSignal.abort())).finding, undefined);
  });
  it('has other ports of at most four hosts tried, each once', async () => {
    const hosts = ['h0', 'h1', 'h1', 'h2', 'h3', 'h4'].map((host) => result([connect('timeout')], { host }));
    const { finding } = await told(hosts);
    assert.ok(finding?.code === 'port-25');
    assert.deepEqual(finding.silent, ['h0', 'h1', 'h2', 'h3']);
    assert.deepEqual(finding.others.map(({ host, port, outcome }) => `${host}:${port} ${outcome}`).slice(0, 3), [
      'h0:587 name',
      'h0:465 name',
      'h1:587 name',
    ]);
    assert.equal(finding.others.length, 8);
    assert.ok(!('compared' in finding));
  });
  it('has connections closed that come about', async () => {
    const script = { '192.0.2.1:587': [], '192.0.2.1:465': 'refused', '192.0.2.9:25': [] } as const;
    const { finding, closed, dialled } = await told([result([connect('timeout')])], script, 'other.test');
    assert.deepEqual(dialled.toSorted(), ['192.0.2.1:465', '192.0.2.1:587', '192.0.2.9:25']);
    assert.equal(closed, 2);
    assert.ok(finding?.code === 'port-25');
    assert.deepEqual([finding.verdict, finding.compared], ['open', { host: 'other.test', port: 25, outcome: 'open' }]);
    assert.deepEqual(
      finding.others.map(({ outcome }) => outcome),
      ['open', 'refused'],
    );
  });
});

describe('what is concluded of port 25', () => {
  const one = (outcome: PortTry['outcome']): PortTry => ({ host: 'h', port: 587, outcome });
  const judge = (others: readonly PortTry['outcome'][], compared?: PortTry['outcome']): string =>
    judgePort25(others.map(one), compared && one(compared));
  it('is that it is blocked where somebody answers elsewhere, and nobody there', () => {
    for (const outcome of ['open', 'refused', 'reset'] as const)
      assert.equal(judge(['timeout', outcome], 'timeout'), 'blocked');
    for (const outcome of ['timeout', 'name', 'unreachable'] as const)
      assert.equal(judge([outcome], 'timeout'), 'likely');
  });
  it('is less where nobody else was asked, or was not silent', () => {
    assert.equal(judge(['open', 'refused']), 'likely');
    assert.equal(judge(['refused']), 'unknown');
    assert.equal(judge([]), 'unknown');
    assert.equal(judge(['timeout', 'open'], 'refused'), 'likely');
    assert.equal(judge(['timeout'], 'open'), 'open');
  });
});
