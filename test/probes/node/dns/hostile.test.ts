import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ticketJson } from '../../../../src/core/report/ticketJson.ts';
import { plainText } from '../../../../src/core/text/plain.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { certificate } from '../../../lab/certificate.ts';
import type { Checked } from '../../../lab/hostile/checkAlone.ts';
import { hostiles } from '../../../lab/hostile/hostiles.ts';
import { type Hostile, startHostile } from '../../../lab/hostile/servers.ts';

interface Told {
  readonly level: string;
  readonly code: string;
  readonly about: string;
  readonly text: string;
}

/** Milliseconds for one packet to one server. */
const WAIT = 250;
/** Milliseconds for a whole check: some questions one after the other, each asked twice; a busy machine has its time. */
const LIMIT = 60_000;
const MEMORY = 100 * 1024 * 1024;

/** Who is to be heard out has time, however busy the machine is. */
const waitFor = (says: RegExp, { over }: Hostile): number =>
  !says.source.includes('TIMEOUT') && (over === 'tcp' || says.source.includes('packets')) ? 5000 : WAIT;

describe('a hostile resolver', () => {
  let child: ChildProcess;
  /** A process that ends while it is asked fails every test that waits for it. */
  const ended = new AbortController();
  const folder = mkdtempSync(join(tmpdir(), 'mail-triage-hostile-'));
  let credentials: Awaited<ReturnType<typeof certificate>>;
  const warnings: string[] = [];

  before(async function () {
    this.timeout(LIMIT);
    credentials = await certificate('localhost', ['localhost']);
    const trusted = join(folder, 'trusted.pem');
    writeFileSync(trusted, credentials.cert);
    child = fork('test/lab/hostile/checkAlone.ts', {
      // What is garbage already is collected before it counts as memory that is needed.
      execArgv: ['--expose-gc', '--no-warnings', '--max-semi-space-size=2', '--max-old-space-size=128'],
      env: { ...process.env, NODE_EXTRA_CA_CERTS: trusted },
    });
    child.once('exit', () => ended.abort());
    // What is loaded and compiled by the first check is none of the others' memory.
    const quiet = await startHostile({ over: 'udp', says: () => [] }, credentials);
    await check(quiet.server, 50);
    await quiet.close();
  });
  after(() => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  async function check(server: string, wait = WAIT): Promise<Checked> {
    child.send({ server, wait });
    for (;;) {
      const [message] = (await once(child, 'message', { signal: ended.signal })) as [Checked | { warning: string }];
      if (!('warning' in message)) return message;
      warnings.push(message.warning);
    }
  }

  for (const { name, says, hostile } of hostiles) {
    it(`that ${name}`, async () => {
      const running = await startHostile(hostile, credentials);
      const { text, json, elapsed, grown } = await check(running.server, waitFor(says, hostile)).finally(() =>
        running.close(),
      );
      if (process.env.HOSTILE === 'show') console.log(`${text.slice(0, 3000)}\n${elapsed} ms, ${grown >> 20} MB`);

      assert.match(text, says);
      assert.ok(elapsed < LIMIT, `${elapsed} ms`);
      assert.ok(grown < MEMORY, `${grown} bytes`);
      assert.ok(text.length < 2_000_000 && JSON.stringify(json).length < 10_000_000);
      for (const line of text.split('\n')) assert.equal(line, plainText(line, 5000));

      const written = json.findings as readonly Told[];
      assert.ok(written.length > 0 || text.includes('NOERROR'));
      const read = ticketJson('a.txt', readTicket(text)) as { checks?: readonly Told[] };
      const plain = (one: Told): string => `${one.level} ${one.code} ${one.about}: ${one.text}`;
      assert.deepEqual((read.checks ?? []).map(plain).sort(), written.map(plain).sort());
    }).timeout(LIMIT + 5000);
  }

  it('makes the process warn of nothing', () => assert.deepEqual(warnings, []));
});
