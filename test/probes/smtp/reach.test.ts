import assert from 'node:assert/strict';
import type { Ports, StreamFailure } from '../../../src/probes/ports.ts';
import { reachServer } from '../../../src/probes/smtp/reach.ts';
import type { SmtpProbeOptions, SmtpStep } from '../../../src/probes/smtp/types.ts';
import { type FakeZone, fakePorts, type Script } from '../fakePorts.ts';

const never = new AbortController().signal;
const HOST = 'mx.a.test';
const ZONE = { 'mx.a.test A': ['192.0.2.1', '192.0.2.2'], 'mx.a.test AAAA': ['2001:db8::1'] };

async function reach(
  { host = HOST, zone = ZONE as FakeZone, script = {} as Script, ports = fakePorts(zone, script) },
  options: SmtpProbeOptions = {},
  signal: AbortSignal = never,
) {
  const steps: SmtpStep[] = [];
  const reached = await reachServer({ host, port: 25 }, ports, options, signal, (step) => steps.push(step));
  return { steps, asked: ports.asked, dialled: ports.dialled, ...(reached.ok ? {} : { failure: reached.failure }) };
}
const open: Script = { '192.0.2.1:25': [], '192.0.2.2:25': [], '[2001:db8::1]:25': [], '2001:db8::1:25': [] };

describe('the way to a mail server', () => {
  it('goes to the first address that takes a connection', async () => {
    const second = await reach({ script: { '192.0.2.2:25': [] } });
    assert.deepEqual([second.dialled, second.failure], [['192.0.2.1:25', '192.0.2.2:25'], undefined]);
    assert.deepEqual(
      second.steps.map((step) => [
        step.step,
        'address' in step && step.address,
        'failure' in step && step.failure?.kind,
      ]),
      [
        ['name', false, false],
        ['connect', '192.0.2.1:25', 'refused'],
        ['connect', '192.0.2.2:25', false],
      ],
    );
  });
  it('ends with what the last address said, or where it is cancelled', async () => {
    const lost = await reach({ script: { '192.0.2.1:25': 'timeout', '2001:db8::1:25': 'reset' } });
    assert.deepEqual(lost.failure, { step: 'connect', kind: 'reset', detail: 'fake reset' });
    const cancelled = await reach({ script: { '192.0.2.1:25': 'cancelled' } });
    assert.deepEqual(cancelled.dialled, ['192.0.2.1:25']);
    const before = await reach({ host: '192.0.2.1' }, {}, AbortSignal.abort());
    assert.deepEqual([before.failure, before.dialled], [{ step: 'connect', kind: 'cancelled', detail: '' }, []]);
  });
  it('is tried at eight addresses at most', async () => {
    const many = Array.from({ length: 10 }, (_, i) => `192.0.2.${i}`);
    assert.equal((await reach({ zone: { 'mx.a.test A': many } })).dialled.length, 8);
  });
  it('goes to addresses of one family where that is asked for', async () => {
    assert.deepEqual((await reach({ script: open }, { family: 6 })).dialled, ['2001:db8::1:25']);
    assert.deepEqual((await reach({ script: open }, { family: 4 })).dialled, ['192.0.2.1:25']);
    const none = await reach({ zone: { 'mx.a.test A': ['192.0.2.1'] } }, { family: 6 });
    assert.deepEqual(none.failure, { step: 'name', kind: 'no-address', family: 6 });
    assert.deepEqual((await reach({ host: '192.0.2.1' }, { family: 6 })).dialled, ['192.0.2.1:25']);
  });
  it('goes to the address that was chosen', async () => {
    const chosen = await reach({}, { address: '192.0.2.9' });
    assert.deepEqual([chosen.asked, chosen.dialled], [[], ['192.0.2.9:25']]);
  });
  it('is led elsewhere by the settings, of the address first', async () => {
    const to = (...pairs: readonly (readonly [string, string])[]): SmtpProbeOptions => ({ connectTo: new Map(pairs) });
    const led = await reach({}, to([' MX.A.test:25 ', '127.0.0.1:2525']));
    assert.deepEqual(led.dialled, ['127.0.0.1:2525']);
    assert.deepEqual(led.steps[0], { step: 'redirect', from: 'mx.a.test:25', to: '127.0.0.1:2525' });
    assert.deepEqual((await reach({}, to(['mx.a.test:25', '127.0.0.1']))).dialled, ['127.0.0.1:25']);
    assert.deepEqual((await reach({}, to(['mx.a.test:587', '127.0.0.1']))).dialled[0], '192.0.2.1:25');
    const both = { ...to(['mx.a.test:25', '127.0.0.1'], ['192.0.2.9:25', '127.0.0.2']), address: '192.0.2.9' };
    assert.deepEqual((await reach({}, both)).dialled, ['127.0.0.2:25']);
    const host = { ...to(['mx.a.test:25', '127.0.0.1']), address: '192.0.2.9' };
    assert.deepEqual((await reach({}, host)).dialled, ['127.0.0.1:25']);
    assert.deepEqual((await reach({}, to(['mx.a.test:25', '127.0.0.1:0']))).failure, {
      ...{ step: 'connect', kind: 'bad-redirect', to: '127.0.0.1:0' },
    });
  });
  it('asks no resolver for this machine itself', async () => {
    for (const host of ['localhost', 'a.localhost'])
      assert.deepEqual(await reach({ host }).then(({ asked, dialled }) => [asked, dialled]), [
        [],
        ['127.0.0.1:25', '::1:25'],
      ]);
    assert.equal((await reach({ host: 'xlocalhost' })).asked.length, 2);
  });
  it('is not known by a name that is not, or that nobody answers for', async () => {
    const failure = async (zone: FakeZone): Promise<unknown> => (await reach({ zone })).failure;
    assert.deepEqual(await failure({}), { step: 'name', kind: 'no-such-name' });
    assert.deepEqual(await failure({ 'mx.a.test TXT': ['"x"'] }), { step: 'name', kind: 'no-address' });
    assert.deepEqual(await failure({ 'mx.a.test A': 'NXDOMAIN' }), { step: 'name', kind: 'no-address' });
    assert.deepEqual(await failure({ 'mx.a.test A': ['x'] }), { step: 'name', kind: 'no-address' });
    for (const status of ['SERVFAIL', 'TIMEOUT'] as const)
      assert.deepEqual(await failure({ 'mx.a.test AAAA': status }), { step: 'name', kind: 'unanswered', status });
    assert.deepEqual(await failure({ 'mx.a.test A': 'CANCELLED' }), { step: 'name', kind: 'cancelled' });
    assert.equal(
      await failure({ 'mx.a.test A': ['192.0.2.1'], 'mx.a.test AAAA': 'TIMEOUT' }).then(
        (one) => (one as { step: string }).step,
      ),
      'connect',
    );
  });
  it('takes each address once, of its own type', async () => {
    const zone = { 'mx.a.test CNAME': ['b.test.'], 'b.test A': ['192.0.2.1', '192.0.2.1'] };
    assert.deepEqual((await reach({ zone })).dialled, ['192.0.2.1:25']);
  });
  it('is told with what was waited for, which is not the time of the server', async () => {
    let now = 0;
    const fake = fakePorts(ZONE);
    const dial = (failure?: StreamFailure): Ports['dial'] =>
      Object.assign(
        async () => {
          now += 500;
          return failure === undefined
            ? ({ ok: true, value: { waited: 300, local: '192.0.2.7', remote: 'x' } } as never)
            : ({ ok: false, failure, detail: '', waited: 200 } as const);
        },
        { via: 'socks5://127.0.0.1:1080', source: '192.0.2.7' },
      );
    const told = async (failure?: StreamFailure): Promise<unknown> => {
      const ports = { ...fake, clock: { now: () => now }, dial: dial(failure) };
      return (await reach({ host: '192.0.2.1', ports })).steps[0];
    };
    const way = { step: 'connect', address: '192.0.2.1:25', via: 'socks5://127.0.0.1:1080', source: '192.0.2.7' };
    assert.deepEqual(await told(), { ...way, elapsed: 200, waited: 300, local: '192.0.2.7' });
    assert.deepEqual(await told('refused'), {
      ...way,
      elapsed: 300,
      waited: 200,
      failure: { kind: 'refused', detail: '' },
    });
  });
});
