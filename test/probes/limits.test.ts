import assert from 'node:assert/strict';
import { waitOf } from '../../src/probes/limits.ts';
import type { Stream } from '../../src/probes/ports.ts';
import { probeSmtpServer } from '../../src/probes/smtp/server.ts';
import type { SmtpProbeOptions } from '../../src/probes/smtp/types.ts';
import { fakePorts } from './fakePorts.ts';

describe('a wait that was chosen', () => {
  it('is held between a twentieth of a second and ten minutes', () => {
    for (const [chosen, wait] of [
      [49, 50],
      [50, 50],
      [51.4, 51],
      [51.5, 52],
      [599_999, 599_999],
      [600_001, 600_000],
      [0.1, 50],
    ] as const)
      assert.equal(waitOf(chosen, 7), wait, `${chosen}`);
  });
  it('is the usual one where none was chosen, or none that can be', () => {
    for (const chosen of [undefined, 0, -1, Number.NaN, Number.POSITIVE_INFINITY]) assert.equal(waitOf(chosen, 7), 7);
  });
});

describe('how long a probe waits', () => {
  /** The waits that were granted, each for what it was. */
  const waits = async (options: SmtpProbeOptions = {}): Promise<readonly string[]> => {
    const granted: string[] = [];
    const lines = [
      '220 mx',
      '250-mx',
      '250 STARTTLS',
      '220 go',
      { tls: {} },
      '250 mx',
      '250 m',
      '250 r',
      '354 go',
      '250 ok',
      '221 q',
    ] as const;
    const ports = fakePorts({}, { '192.0.2.1:25': lines });
    const dial: typeof ports.dial = async (endpoint, timeout, signal) => {
      granted.push(`connect ${timeout}`);
      const dialled = await ports.dial(endpoint, timeout, signal);
      if (!dialled.ok) return dialled;
      const stream = dialled.value;
      const noted: Stream = {
        ...stream,
        readLine: (wait) => {
          granted.push(`line ${Math.round(wait / 100) * 100}`);
          return stream.readLine(wait);
        },
        startTls: (name, wait, offer) => {
          granted.push(`tls ${wait}`);
          return stream.startTls(name, wait, offer);
        },
        write: (text, encoding, wait) => {
          if (wait !== undefined) granted.push(`write ${wait}`);
          return stream.write(text, encoding, wait);
        },
      };
      return { ok: true, value: noted };
    };
    const envelope = { from: '', recipients: ['u@x.test'] };
    const plan = { helo: 'p.test', envelope, message: { text: 'x\r\n' }, ...options };
    await probeSmtpServer({ host: '192.0.2.1', port: 25 }, { ...ports, dial }, plan, new AbortController().signal);
    return granted;
  };
  const all = (connect: number, banner: number, reply: number, tls: number, quit: number): readonly string[] => [
    ...[`connect ${connect}`, `line ${banner}`, ...Array<string>(3).fill(`line ${reply}`), `tls ${tls}`],
    ...[...Array<string>(4).fill(`line ${reply}`), `write ${reply}`, `line ${reply}`, `line ${quit}`],
  ];
  it('is less than a sending server has to, and least for QUIT', async () =>
    assert.deepEqual(await waits(), all(10_000, 30_000, 30_000, 15_000, 5000)));
  it('is as long as was chosen for each', async () => {
    const timeouts = { connect: 1000, banner: 2000, reply: 6000, tls: 4000 };
    assert.deepEqual(await waits({ timeouts }), all(1000, 2000, 6000, 4000, 5000));
    assert.deepEqual(await waits({ timeouts: { ...timeouts, reply: 3000 } }), all(1000, 2000, 3000, 4000, 3000));
  });
});
