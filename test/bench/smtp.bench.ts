import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundles, common } from '../../scripts/build/bundles.mjs';
import { createPorts } from '../../src/probes/node/network.ts';
import type { Answer, Resolve } from '../../src/probes/ports.ts';
import { probeEveryAddress } from '../../src/probes/smtp/everyAddress.ts';
import { probeSmtpServer } from '../../src/probes/smtp/server.ts';
import type { SmtpProbeOptions, SmtpProbeResult } from '../../src/probes/smtp/types.ts';
import { certificate } from '../lab/certificate.ts';
import { delayed } from '../lab/delayed.ts';
import { hostileServers } from '../lab/hostile.ts';
import type { Probes } from '../lab/hostileProbes.ts';
import { startHostileServer } from '../lab/hostileServer.ts';
import { startSmtpServer } from '../lab/smtpServer.ts';
import { figure } from './measure.ts';

/** Probes of SMTP servers: how long they take beside the network, how soon a cancel ends them, what memory lies need. */

const ROUND_TRIP = 50;
const name = 'mx1.contoso.test';
const tls = await certificate(name, [name]);
const server = await startSmtpServer(name, { tls });
const far = await delayed(server.port, ROUND_TRIP / 2);
const ports = createPorts({ resolvers: ['127.0.0.1:1'] });
const never = new AbortController().signal;
const common25: SmtpProbeOptions = {
  helo: 'probe.test',
  envelope: { from: 'a@contoso.test', recipients: ['b@contoso.test'] },
};

const probe = (port: number): Promise<SmtpProbeResult> => {
  const connectTo = new Map([[`${name}:25`, `127.0.0.1:${port}`]]);
  return probeSmtpServer({ host: name, port: 25 }, ports, { ...common25, connectTo }, never);
};

/**
 * Behind the banner a round trip for EHLO, STARTTLS, the handshake of TLS 1.3, EHLO, MAIL, RCPT and QUIT. Beside it a bare
 * socket that makes as many.
 */
const ROUND_TRIPS = 7;

async function bare(port: number): Promise<void> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'data');
  for (let i = 0; i < ROUND_TRIPS; i++) {
    socket.write('NOOP\r\n');
    await once(socket, 'data');
  }
  socket.destroy();
}

// By turns, and the shortest of each: what else runs on the machine is then in neither.
let [probed, needed] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
for (let i = 0; i < 15; i++) {
  const from = performance.now();
  const { failure } = await probe(far.port);
  if (failure !== undefined) throw new Error(`the probe failed: ${JSON.stringify(failure)}`);
  const between = performance.now();
  await bare(far.port);
  probed = Math.min(probed, between - from);
  needed = Math.min(needed, performance.now() - between);
}
figure('a probe with an envelope, 50 ms away: ms', probed);
figure('the same / its round trips', probed / needed, { most: 1.15 });

// Eight exchangers: seven at different distances, one that accepts and says nothing.
const LIMIT = 1000;
const distances = [5, 10, 15, 20, 25, 30, 35];
const ways = await Promise.all(distances.map((oneWay) => delayed(server.port, oneWay)));
const dead = createServer(() => {}).listen(0, '127.0.0.1');
await once(dead, 'listening');
const deadPort = (dead.address() as { port: number }).port;
const hosts = [...ways.map(({ port }) => port), deadPort].map((port, i) => ({ host: `mx${i}.fabrikam.test`, port }));
const resolve: Resolve = async (question): Promise<Answer> => {
  const { name: asked, type } = question;
  const record = (data: string) => ({ name: asked, type, ttl: 300, data });
  const records =
    type === 'MX' && asked === 'fabrikam.test'
      ? hosts.map(({ host }, i) => record(`${10 * i} ${host}.`))
      : type === 'A' && asked.startsWith('mx')
        ? [record('127.0.0.1')]
        : [];
  return { question, status: 'NOERROR', records, elapsed: 0 };
};
const everywhere: SmtpProbeOptions = {
  ...common25,
  timeouts: { connect: LIMIT, banner: LIMIT, reply: LIMIT, tls: LIMIT },
  connectTo: new Map(hosts.map(({ host, port }) => [`${host}:25`, `127.0.0.1:${port}`])),
};
const target = { host: 'fabrikam.test', port: 25 };
const from = performance.now();
const all = await probeEveryAddress(target, { ...ports, resolve }, everywhere, never);
const took = performance.now() - from;
const failed = all.probes.filter(({ result }) => result.failure !== undefined);
if (all.probes.length !== 8 || failed.length !== 1) throw new Error(`${failed.length} of ${all.probes.length} failed`);
const lengthOf = ({ steps }: SmtpProbeResult): number =>
  steps.reduce((sum, step) => sum + ('elapsed' in step ? step.elapsed : 0), 0);
const slowest = Math.max(...all.probes.filter((one) => !failed.includes(one)).map(({ result }) => lengthOf(result)));
figure('eight exchangers, one dead: ms', took);
figure('the same / the slowest live one and its limit', took / (slowest + LIMIT), { most: 1 });

// A cancel while a server is waited for.
const closed = new Promise<number>((done) => {
  dead.once('connection', (socket) => socket.on('error', () => {}).once('close', () => done(performance.now())));
});
const controller = new AbortController();
const waiting = probeSmtpServer(
  { host: '127.0.0.1', port: deadPort },
  ports,
  { helo: 'probe.test' },
  controller.signal,
);
await new Promise((done) => setTimeout(done, 200));
const cancelled = performance.now();
controller.abort();
await waiting;
figure('from a cancel to the closed socket: ms', (await closed) - cancelled, { most: 100 });

for (const one of [far, server, ...ways]) await one.close();
dead.close();

// The hostile servers, ten at a time by a process of its own.
const host = ['hostile.lab.test'];
const hostile = Object.values(
  hostileServers({
    good: await certificate('hostile.lab.test', host),
    expired: await certificate('hostile.lab.test', host, new Date('2020-01-01'), new Date('2020-02-01')),
    hostile: await certificate('evil\r\n* Result: passed: x', ['a.test\r\nfail']),
  }),
);
const outdir = join(common.absWorkingDir, 'out', 'bench');
const entryPoints = [{ in: 'test/lab/hostileProbes.ts', out: 'hostileProbes' }];
await build({ ...common, ...bundles.cli, entryPoints, minify: true, logLevel: 'silent', outdir });
/** A large message is one line again and again. */
const linesOf = (text: string): Pick<Probes['at'][number], 'lines'> => {
  const line = text.slice(0, text.indexOf('\n') + 1);
  return text.length > 1_000_000 ? { lines: { line, count: text.length / line.length } } : {};
};
const running = await Promise.all(
  hostile.map(({ script, tls: shown, implicit }) => startHostileServer(script, shown, implicit)),
);
const at: Probes['at'] = hostile.map(({ plan, implicit }, i) => {
  const endpoint = `hostile.lab.test:${implicit === true ? 465 : 25}`;
  const connectTo = { [endpoint]: `127.0.0.1:${running[i]?.port}` };
  return {
    target: endpoint,
    options: { ...plan, helo: 'probe.test', resolvers: ['127.0.0.1:1'], timeout: 400, connectTo },
    ...linesOf(plan?.message?.text ?? ''),
  };
});
let kilobytes = 0;
for (let first = 0; first < at.length; first += 10) {
  const child = fork(join(outdir, 'hostileProbes.js'), { execArgv: [] });
  const some = at.slice(first, first + 10).map(({ options: { message, ...options }, ...one }) => ({
    ...one,
    options: one.lines === undefined && message !== undefined ? { ...options, message } : options,
  }));
  child.send({ at: some } satisfies Probes);
  const [used] = (await once(child, 'message')) as [{ kilobytes: number }];
  kilobytes = Math.max(kilobytes, used.kilobytes);
}
figure(`memory that ten of ${hostile.length} hostile servers need: MB`, kilobytes / 1024, { most: 80 });
await Promise.all(running.map((one) => one.close()));
