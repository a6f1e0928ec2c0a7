import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Area } from '../../src/checks/areas.ts';
import { runChecks } from '../../src/checks/check.ts';
import type { CheckOptions } from '../../src/checks/context.ts';
import { domainChecks } from '../../src/checks/domain.ts';
import type { Finding } from '../../src/checks/finding.ts';
import { createPorts } from '../../src/probes/node/main.ts';
import { createResolve } from '../../src/probes/node/resolve.ts';
import type { Answer, Question, Resolve } from '../../src/probes/ports.ts';
import { freePort } from '../support/freePort.ts';
import { CLEAN, type Mistake, mistakes, USUAL_PARENT, USUAL_ZONE, type ZoneMistake, zoneMistakes } from './mistakes.ts';
import { policyMistakes } from './policyMistakes.ts';
import { type Running, start, temporaryFolder, until, whyMissing } from './servers.ts';

const nameOf = (i: number): string => `m${i}.bad.test`;
const zoneNameOf = (i: number): string => `z${i}.test`;
const changed = (text: string, change: readonly [string, string] | undefined): string => {
  if (change === undefined) return text;
  const other = text.replace(...change);
  assert.notEqual(other, text, change[0]);
  return other;
};
/** All names with a mistake. */
const every: readonly Mistake[] = [...mistakes, ...policyMistakes];
const POLICIES: readonly Area[] = ['dkim', 'dmarc', 'mta-sts', 'tls-rpt', 'bimi'];
const HEAD = '$TTL 300\n';
const withHost = (records: string): string => records.replaceAll('HOST', 'mx.clean.test.');

/** The zones of each of the three servers: both have the domains, and the third has the zone above. */
function zonesOf(place: 'first' | 'second' | 'parent'): ReadonlyMap<string, string> {
  const below = ['clean', 'bad', ...zoneMistakes.map((_, i) => `z${i}`)];
  const mistakeOf = (name: string): ZoneMistake | undefined => zoneMistakes[below.indexOf(name) - 2];
  const test = [
    `${HEAD}$ORIGIN test.\n@ SOA a.nic hostmaster.nic 1 7200 900 1209600 300\n@ NS a.nic\na.nic A 203.0.113.1`,
    ...below.map((name) => `$ORIGIN ${name}.test.\n${changed(USUAL_PARENT, mistakeOf(name)?.parent)}`),
  ].join('\n');
  if (place === 'parent') return new Map([['test', test]]);
  const zones = new Map<string, string>();
  const bad = every.map(({ records }, i) => `$ORIGIN ${nameOf(i)}.\n${withHost(records)}`).join('\n');
  const apart = USUAL_ZONE.replace(/@ (?:MX|TXT) .*\n/g, '');
  zones.set('clean.test', `${HEAD}$ORIGIN clean.test.\n${apart}${CLEAN}`);
  zones.set('bad.test', `${HEAD}$ORIGIN bad.test.\n${apart}@ CAA 0 issue "ca.test"\n${bad}\n`);
  for (const [i, mistake] of zoneMistakes.entries()) {
    const { second } = mistake;
    if (place === 'second' && second === 'none') continue;
    const own = changed(USUAL_ZONE, mistake.zone);
    const text = place === 'second' && second !== 'none' ? changed(own, second) : own;
    zones.set(zoneNameOf(i), `${HEAD}$ORIGIN ${zoneNameOf(i)}.\n${text}`);
  }
  // The first server is also asked in the place of a resolver.
  if (place === 'first') zones.set('test', test);
  return zones;
}

describe('BIND and Knot with the same mistakes', () => {
  const folder = temporaryFolder('mistakes');
  const never = new AbortController().signal;
  const running: Running[] = [];
  const ports = { named: 0, knot: 0, parent: 0, mute: 0 };
  let mute: Socket | undefined;
  const asked: { readonly question: Question; readonly port: number; readonly answer: Answer }[] = [];

  before(async function () {
    const missing =
      whyMissing(['bind9'], '/usr/sbin/named') ??
      whyMissing(['bind9-dnsutils'], '/usr/bin/dig') ??
      whyMissing(['knot'], '/usr/sbin/knotd');
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    mute = createSocket('udp4');
    mute.bind(0, '127.0.0.1');
    await once(mute, 'listening');
    ports.mute = mute.address().port;
    for (const one of ['named', 'knot', 'parent'] as const) ports[one] = await freePort();
    running.push(startNamed(ports.named), startKnot('second', ports.knot), startKnot('parent', ports.parent));
    for (const [i, port] of [ports.named, ports.knot, ports.parent].entries()) {
      const name = port === ports.parent ? 'test' : 'clean.test';
      const isUp = async (): Promise<boolean> => (await ask({ name, type: 'SOA' }, port)).status === 'NOERROR';
      await until(isUp, () => running[i]?.output() ?? '');
    }
  });
  after(async () => {
    await Promise.all(running.map((one) => one.stop()));
    mute?.close();
    folder.remove();
  });

  function write(place: 'first' | 'second' | 'parent'): readonly (readonly [string, string])[] {
    const path = join(folder.path, place);
    mkdirSync(path);
    return [...zonesOf(place)].map(([name, text]) => {
      const file = join(path, name);
      writeFileSync(file, text);
      return [name, file] as const;
    });
  }
  function startNamed(port: number): Running {
    const zones = write('first');
    const file = join(folder.path, 'named.conf');
    writeFileSync(
      file,
      `options { directory "${folder.path}"; listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; };
        recursion no; pid-file none; session-keyfile none; dnssec-validation no; minimal-responses no;
        check-names primary ignore; check-mx ignore; check-mx-cname ignore; check-srv-cname ignore;
        check-integrity no; check-spf ignore; };
       controls {};
       ${zones.map(([name, path]) => `zone "${name}" { type primary; file "${path}"; };`).join('\n')}`,
    );
    return start('/usr/sbin/named', ['-c', file, '-g', '-n', '1']);
  }
  function startKnot(place: 'second' | 'parent', port: number): Running {
    const zones = write(place);
    const file = join(folder.path, `${place}.conf`);
    const storage = join(folder.path, `${place}-knot`);
    mkdirSync(storage);
    writeFileSync(
      file,
      `server:
  listen: 127.0.0.1@${port}
  rundir: ${storage}
  udp-workers: 1
  tcp-workers: 1
  background-workers: 1
database:
  storage: ${storage}
log:
  - target: stderr
    any: warning
template:
  - id: default
    storage: ${storage}
    zonefile-load: whole
    journal-content: none
zone:
${zones.map(([name, path]) => `  - domain: ${name}\n    file: ${path}\n`).join('')}`,
    );
    return start('/usr/sbin/knotd', ['-c', file]);
  }

  const portOf = (at: string | undefined): number => {
    if (at === undefined || at === '192.0.2.1') return ports.named;
    if (at === '203.0.113.1') return ports.parent;
    return at === '198.51.100.9' ? ports.mute : ports.knot;
  };
  const ask = async (question: Question, port: number): Promise<Answer> => {
    const resolve = createResolve({ timeout: port === ports.mute ? 200 : 10_000, tries: 1 });
    return resolve({ ...question, at: `127.0.0.1:${port}` }, never);
  };
  const resolve: Resolve = async (question) => {
    const port = portOf(question.at);
    const answer = { ...(await ask(question, port)), question };
    asked.push({ question, port, answer });
    return answer;
  };
  const find = async (
    name: string,
    areas: readonly Area[],
    options: CheckOptions = {},
  ): Promise<readonly Finding[]> => {
    const checks = new Map([...domainChecks].filter(([area]) => areas.some((one) => one === area)));
    const result = await runChecks(name, checks, { ...createPorts({}), resolve }, never, options);
    return result.areas.flatMap(({ findings }) => findings);
  };
  const codes = (findings: readonly Finding[]): string =>
    findings.map(({ level, code, about }) => `${level} ${code} ${about}`).join('\n');

  it('have at least 60 of them, and each is found by its code', async () => {
    assert.ok(every.length + zoneMistakes.length >= 60, String(every.length + zoneMistakes.length));
    const missed: string[] = [];
    const look = async (name: string, { code, options }: Mistake, areas: readonly Area[]): Promise<void> => {
      const findings = await find(name, areas, options);
      if (!findings.some((one) => one.code === code)) missed.push(`${name} ${code}:\n${codes(findings)}`);
    };
    for (const [i, mistake] of every.entries()) {
      await look(nameOf(i), mistake, i < mistakes.length ? ['mx', 'spf', 'caa', 'dane'] : POLICIES);
    }
    for (const [i, { code }] of zoneMistakes.entries()) {
      await look(zoneNameOf(i), { code, records: '' }, ['name-servers']);
    }
    assert.deepEqual(missed, []);
  });
  it('have a clean zone beside them in which nothing is found', async () => {
    const findings = await find('clean.test', ['mx', 'spf', 'caa', 'dane', 'name-servers', 'dnssec', ...POLICIES]);
    assert.deepEqual(
      new Set(findings.map(({ level, code }) => `${level} ${code}`)),
      new Set([
        'pass mx-found',
        'pass spf-costs',
        'pass ns-found',
        'note dnssec-unsigned',
        'note dane-none',
        'pass caa-found',
        'pass dkim-found',
        'pass dmarc-found',
        'note mta-sts-none',
        'pass tls-rpt-found',
        'pass bimi-found',
      ]),
    );
  });
  it('are walked to from the server above', async () => {
    const findings = await find('clean.test', ['trace'], { rootServers: ['203.0.113.1'] });
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['trace-step', 'trace-answer'],
    );
  });
  it('answer each question as they answer dig', async () => {
    for (const name of ['big.clean.test', 'clean.test', 'nowhere.clean.test']) {
      for (const at of ['192.0.2.1', '198.51.100.2']) await resolve({ name, type: 'TXT', at }, never);
    }
    const unlike = compareWithDig(asked.filter(({ port }) => port !== ports.mute));
    assert.deepEqual(unlike, []);
  });

  function compareWithDig(all: typeof asked): readonly string[] {
    const once = new Map(all.map((one) => [`${one.port} ${JSON.stringify(one.question)}`, one]));
    const some = [...once.values()];
    // From another address than the servers': dig picks its own port at random, and one that is a server's would ask itself.
    const batch = some.map(({ question, port }) => {
      const flags = [question.recursion === false ? '+norec' : '', question.checking === false ? '+cd' : ''].join(' ');
      return `@127.0.0.1 -b 127.0.0.2 -p ${port} ${question.name} ${question.type} ${flags} +noall +comments +answer +nosplit`;
    });
    const file = join(folder.path, 'batch');
    writeFileSync(file, `${batch.join('\n')}\n`);
    const output = execFileSync('dig', ['-f', file], { encoding: 'utf8', maxBuffer: 64_000_000 });
    const parts = output.split(/^;; Got answer:$/m).slice(1);
    assert.equal(parts.length, some.length);
    return some.flatMap(({ question, answer }, i) => {
      const part = parts[i] ?? '';
      const records = part
        .split('\n')
        .filter((line) => /^[^;\s]/.test(line))
        .map((line) => line.split(/\s+/))
        .map(([, , , type = '', ...data]) => written(type, data.join(' ')));
      const theirs = [
        /status: (\w+)/.exec(part)?.[1] ?? '',
        /flags:[^;]* aa/.test(part) ? 'aa' : '',
        ...records.sort(),
      ].join('\n');
      const ours = [
        // That the server does not ask others is our reading of the same answer.
        answer.status === 'LAME' ? 'NOERROR' : answer.status,
        answer.authoritative === true ? 'aa' : '',
        ...answer.records.map(({ type, data }) => written(type, data)).sort(),
      ].join('\n');
      return ours === theirs ? [] : [`${question.name} ${question.type}\nours: ${ours}\ndig: ${theirs}`];
    });
  }
});

/** A record without the blanks that tools put into digits. */
const written = (type: string, data: string): string =>
  type === 'TLSA' || type === 'DS' || type === 'DNSKEY'
    ? `${type} ${data.split(' ').slice(0, 3).join(' ')} ${data.split(' ').slice(3).join('')}`
    : `${type} ${data.replace(/\s+/g, ' ')}`;
