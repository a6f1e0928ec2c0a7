import assert from 'node:assert/strict';
import type { Stream, StreamFailure, StreamResult } from '../../../../src/probes/ports.ts';
import { scanTls } from '../../../../src/probes/smtp/flows/tlsScan.ts';
import type { SmtpProbeOptions } from '../../../../src/probes/smtp/types.ts';
import type { TlsInfo, TlsOffer } from '../../../../src/probes/tls.ts';
import { fakePorts } from '../../fakePorts.ts';

const never = new AbortController().signal;
type Handshake = (offer: TlsOffer | undefined) => Partial<TlsInfo> | StreamFailure;

interface Server {
  readonly port?: number;
  /** What is said to a command, by its first four letters; `-` for no line at all. */
  readonly says?: Readonly<Record<string, string>>;
  readonly handshake?: Handshake;
  /** The same, from the third connection on. */
  readonly later?: Readonly<Record<string, string>>;
  /** How many connections are taken; all where absent. */
  readonly connections?: number;
}

const USUAL = {
  hi: '220 mx',
  EHLO: '250-mx.a.test\n250 STARTTLS',
  STAR: '220 go',
  MAIL: '250 ok',
  RSET: '250 ok',
  QUIT: '221 bye',
};
const only = (offer: TlsOffer | undefined): string => offer?.from ?? 'TLSv1.3';

/** A server that answers each command, and what it heard on each connection. */
async function scan(
  { port = 25, says = {}, later = {}, handshake, connections = 100 }: Server,
  options: SmtpProbeOptions = {},
) {
  const heard: string[][] = [];
  const offers: (TlsOffer | undefined)[] = [];
  const failed = (failure: StreamFailure): StreamResult<never> => ({ ok: false, failure, detail: '' });
  const dial = async (): Promise<StreamResult<Stream>> => {
    if (heard.length >= connections) return failed('refused');
    const commands: string[] = [];
    const words = { ...USUAL, ...says, ...(heard.length > 1 && later) };
    heard.push(commands);
    const implicit = port === 465;
    const lines = words.hi.split('\n');
    return {
      ok: true,
      value: {
        ...{ remote: `192.0.2.1:${port}`, local: '192.0.2.7' },
        readLine: async () => {
          const line = lines.shift();
          return line === undefined || line === '-' ? failed('closed') : { ok: true, value: line };
        },
        write: async (text) => {
          const command = text.trimEnd();
          commands.push(command);
          lines.push(...(words[command.slice(0, 4) as keyof typeof words] ?? '500 what').split('\n'));
          return { ok: true, value: undefined };
        },
        unasked: async () => [],
        startTls: async (_, __, offer) => {
          offers.push(offer);
          if (implicit) commands.push('(tls)');
          const got = handshake === undefined ? {} : handshake(offer);
          if (typeof got === 'string') return failed(got);
          return { ok: true, value: { version: only(offer), cipher: 'X', names: ['mx.a.test'], chain: [], ...got } };
        },
        close: () => {},
      },
    };
  };
  const ports = { ...fakePorts({ 'mx.a.test A': ['192.0.2.1'] }), dial };
  const result = await scanTls({ host: 'mx.a.test', port }, ports, { helo: 'probe.test', ...options }, never);
  const flow = result.flow?.kind === 'tls-scan' ? result.flow : undefined;
  const told = flow?.scanned.map(({ name, info, lost }) => `${name}: ${info === undefined ? (lost ?? 'no') : 'yes'}`);
  return { result, flow, told, heard, offers };
}
const ORDER = ['TLS 1.2 in our order', 'TLS 1.2 in the opposite order', 'TLS 1.2 without forward secrecy'];

describe('what a scan of TLS offers', () => {
  it('is each version alone, the newest first, and of TLS 1.2 some ciphers in both orders', async () => {
    const { told, offers } = await scan({});
    assert.deepEqual(told, [
      ...['TLS 1.3: yes', 'TLS 1.2: yes', 'TLS 1.1: yes', 'TLS 1.0: yes'],
      ...ORDER.map((name) => `${name}: yes`),
    ]);
    assert.deepEqual(
      offers.slice(1, 5).map((one) => [one?.from, one?.to, one?.ciphers]),
      ['TLSv1.3', 'TLSv1.2', 'TLSv1.1', 'TLSv1'].map((one) => [one, one, undefined]),
    );
    const [ours, opposite, weak] = offers.slice(5).map((one) => one?.ciphers?.split(':'));
    assert.deepEqual(ours, opposite?.toReversed());
    assert.equal(ours?.length, 4);
    for (const cipher of ours ?? []) assert.match(cipher, /^ECDHE-(?:RSA|ECDSA)-AES(?:128|256)-GCM-SHA(?:256|384)$/);
    assert.equal(new Set(ours).size, 4);
    assert.deepEqual(weak, ['kRSA']);
    assert.ok(offers.slice(5).every((one) => one?.from === 'TLSv1.2' && one.to === 'TLSv1.2'));
  });
  it('is no cipher of TLS 1.2 where that is not taken', async () => {
    const { told } = await scan({ handshake: (offer) => (only(offer) === 'TLSv1.2' ? 'tls' : {}) });
    assert.deepEqual(told, ['TLS 1.3: yes', 'TLS 1.2: no', 'TLS 1.1: yes', 'TLS 1.0: yes']);
  });
  it('is refused by what ends the handshake, and lost by what breaks on the way', async () => {
    for (const [failure, said] of [
      ['tls', 'no'],
      ['reset', 'no'],
      ['closed', 'no'],
      ['timeout', 'timeout'],
      ['unsupported', 'unsupported'],
    ] as const) {
      const { told } = await scan({ handshake: (offer) => (offer?.from === 'TLSv1' ? failure : {}) });
      assert.equal(told?.[3], `TLS 1.0: ${said}`, failure);
    }
    const { result, flow } = await scan({ handshake: (offer) => (offer?.from === 'TLSv1.1' ? 'cancelled' : {}) });
    assert.deepEqual([result.failure, flow], [{ step: 'tls', kind: 'cancelled', detail: '' }, undefined]);
  });
  it('goes on though the first handshake fails, but not where anything else does', async () => {
    const old = await scan({ handshake: (offer) => (offer?.from === 'TLSv1' ? {} : 'tls') });
    assert.deepEqual(old.told, ['TLS 1.3: no', 'TLS 1.2: no', 'TLS 1.1: no', 'TLS 1.0: yes']);
    assert.equal((await scan({ says: { hi: '554 no' } })).result.failure?.step, 'banner');
    assert.equal((await scan({ connections: 0 })).result.failure?.kind, 'refused');
    const without = await scan({ says: { EHLO: '250 mx.a.test' } });
    assert.deepEqual([without.flow, without.heard.length, without.heard[0]?.at(-1)], [undefined, 1, 'QUIT']);
  });
  it('is told by what stands in its way', async () => {
    const behind = async (says: Readonly<Record<string, string>>): Promise<string | undefined> =>
      (await scan({ later: says })).told?.[0];
    assert.equal((await scan({ connections: 2 })).told?.[0], 'TLS 1.3: refused');
    assert.equal(await behind({ STAR: '454 not now' }), 'TLS 1.3: STARTTLS 454');
    assert.equal(await behind({ STAR: '-' }), 'TLS 1.3: no reply');
    assert.equal(await behind({ hi: '554 no' }), 'TLS 1.3: unwelcome');
  });
});

describe('MAIL in the clear', () => {
  const clear = async (says: Readonly<Record<string, string>>, more: Partial<Server> = {}) => {
    const { flow, heard } = await scan({ says, ...more });
    return { clear: flow?.clear, said: heard[1] };
  };
  it('is said once, and taken back', async () => {
    const taken = await clear({});
    assert.deepEqual(taken.clear, { code: 250, lines: ['250 ok'] });
    assert.deepEqual(taken.said, ['EHLO probe.test', 'MAIL FROM:<>', 'RSET', 'QUIT']);
    const refused = await clear({ MAIL: '530 Must issue STARTTLS first' });
    assert.deepEqual(refused.clear, { code: 530, lines: ['530 Must issue STARTTLS first'] });
    assert.deepEqual(refused.said, ['EHLO probe.test', 'MAIL FROM:<>', 'QUIT']);
  });
  it('is not known where nothing is answered', async () => {
    assert.deepEqual((await clear({ MAIL: '-' })).clear, { lines: [] });
    assert.deepEqual((await clear({}, { connections: 1 })).clear, { lines: [] });
  });
  it('is not said where TLS comes first', async () => {
    const first = await scan({ port: 465 });
    assert.equal(first.flow?.clear, undefined);
    assert.deepEqual([first.flow?.port, first.told?.[0]], [465, 'TLS 1.3: yes']);
    assert.ok(first.heard.slice(1).every((said) => said[0] === '(tls)' && said.length === 1));
    const chosen = await scan({ port: 25 }, { tls: 'implicit' });
    assert.equal(chosen.flow?.clear, undefined);
  });
});
