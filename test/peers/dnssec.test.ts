import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Area } from '../../src/checks/areas.ts';
import { runChecks } from '../../src/checks/check.ts';
import { domainChecks } from '../../src/checks/domain.ts';
import type { Finding } from '../../src/checks/finding.ts';
import { createPorts } from '../../src/probes/node/main.ts';
import { createResolve } from '../../src/probes/node/resolve.ts';
import type { Answer, Question } from '../../src/probes/ports.ts';
import { wordFinding } from '../../src/report/check/checkRows.ts';
import { freePort } from '../support/freePort.ts';
import { type Running, start, temporaryFolder, until, whyMissing } from './servers.ts';

const ZONE = `$TTL 300
@ SOA ns1.nic.test. hostmaster 1 7200 900 1209600 300
@ NS ns1.nic.test.
@ MX 10 mx
@ TXT "v=spf1 mx -all"
mx A 203.0.113.5
_25._tcp.mx TLSA 3 1 1 ${'A'.repeat(64)}
`;
/** What is done to each zone below test. */
const ZONES = ['signed', 'unsigned', 'forged', 'expired', 'island', 'undone', 'other', 'tlsa'] as const;
type Name = (typeof ZONES)[number];

describe('unbound with zones that are signed, and zones that are signed badly', () => {
  const folder = temporaryFolder('dnssec');
  const never = new AbortController().signal;
  const running: Running[] = [];
  let unbound = 0;

  before(async function () {
    const missing =
      whyMissing(['bind9', 'bind9-utils'], '/usr/bin/dnssec-signzone') ??
      whyMissing(['bind9'], '/usr/sbin/named') ??
      whyMissing(['unbound'], '/usr/sbin/unbound');
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    const named = await freePort();
    unbound = await freePort();
    const files = ZONES.map((name) => [`${name}.test`, makeZone(name)] as const);
    const parent = makeParent();
    startNamed(named, [...files, ['test', parent]]);
    startUnbound(named);
    await until(
      async () => (await ask({ name: 'unsigned.test', type: 'MX' })).status === 'NOERROR',
      () => running.map((one) => one.output()).join('\n'),
    );
  });
  after(async () => {
    await Promise.all(running.map((one) => one.stop()));
    folder.remove();
  });

  const runIn = (path: string, command: string, ...args: readonly string[]): string =>
    execFileSync(command, [...args], { cwd: path, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

  /** A zone with one key, and the DS record of that key in a file `dsset-…`; gives the file that is served. */
  function sign(origin: string, text: string, ...dates: readonly string[]): string {
    const path = join(folder.path, origin);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'zone'), text);
    runIn(path, 'dnssec-keygen', '-q', '-a', 'ECDSAP256SHA256', '-f', 'KSK', origin);
    runIn(path, 'dnssec-signzone', '-S', '-z', '-P', '-O', 'full', '-o', origin, ...dates, '-f', 'signed', 'zone');
    return join(path, 'signed');
  }
  function makeZone(name: Name): string {
    const origin = `${name}.test`;
    const past = name === 'expired' ? ['-s', '20250101000000', '-e', '20250201000000'] : [];
    const file = sign(origin, ZONE, ...past);
    const change = (from: string | RegExp, to: string): void => {
      const text = readFileSync(file, 'utf8');
      assert.notEqual(text.replace(from, to), text);
      writeFileSync(file, text.replace(from, to));
    };
    if (name === 'unsigned' || name === 'undone') writeFileSync(file, ZONE);
    if (name === 'forged') change(/MX\s+10 mx\.forged\.test\./, 'MX 11 mx.forged.test.');
    if (name === 'tlsa') change(/(TLSA\s+3 1 1 )A/, '$1B');
    return file;
  }
  function makeParent(): string {
    const delegations = ZONES.map((name) => {
      const file = readFileSync(join(folder.path, `${name}.test`, `dsset-${name}.test.`), 'utf8');
      const ds = name === 'unsigned' || name === 'island' ? '' : file;
      const other = ds.replace(/DS\s+(\d+)/, (_, tag: string) => `DS ${(Number(tag) + 1) % 65_536}`);
      return `${name}.test. NS ns1.nic.test.\n${name === 'other' ? other : ds}`;
    });
    const head = '$TTL 300\n@ SOA ns1.nic hostmaster.nic 1 7200 900 1209600 300\n@ NS ns1.nic\nns1.nic A 127.0.0.1\n';
    return sign('test', head + delegations.join('\n'));
  }
  function startNamed(port: number, zones: readonly (readonly [string, string])[]): void {
    const file = join(folder.path, 'named.conf');
    writeFileSync(
      file,
      `options { directory "${folder.path}"; listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; };
        recursion no; pid-file none; session-keyfile none; dnssec-validation no; };
       controls {};
       ${zones.map(([name, path]) => `zone "${name}" { type primary; file "${path}"; };`).join('\n')}`,
    );
    running.push(start('/usr/sbin/named', ['-c', file, '-g', '-n', '1']));
  }
  function startUnbound(named: number): void {
    const keys = join(folder.path, 'test');
    const anchor = readdirSync(keys).find((one) => one.endsWith('.key')) ?? '';
    const stub = (name: string): string =>
      `stub-zone:\n  name: "${name}"\n  stub-addr: 127.0.0.1@${named}\n  stub-prime: no\n`;
    const file = join(folder.path, 'unbound.conf');
    writeFileSync(
      file,
      `server:
  interface: 127.0.0.1@${unbound}
  do-daemonize: no
  username: ""
  chroot: ""
  directory: "${folder.path}"
  pidfile: ""
  use-syslog: no
  ede: yes
  do-not-query-localhost: no
  module-config: "validator iterator"
  trust-anchor-file: "${join(keys, anchor)}"
  local-zone: "test." nodefault
  access-control: 127.0.0.0/8 allow
${['test', ...ZONES.map((name) => `${name}.test`)].map(stub).join('')}remote-control:
  control-enable: no
`,
    );
    running.push(start('/usr/sbin/unbound', ['-d', '-c', file]));
  }

  const resolve = createResolve({ timeout: 10_000, tries: 1 });
  const ask = (question: Question): Promise<Answer> => resolve({ ...question, at: `127.0.0.1:${unbound}` }, never);
  const find = async (name: Name, ...areas: readonly Area[]): Promise<readonly Finding[]> => {
    const checks = new Map([...domainChecks].filter(([area]) => areas.some((one) => one === area)));
    const ports = { ...createPorts({}), resolve: ask };
    const result = await runChecks(`${name}.test`, checks, ports, never);
    return result.areas.flatMap(({ findings }) => findings);
  };
  const codes = async (name: Name, ...areas: readonly Area[]): Promise<readonly string[]> =>
    (await find(name, ...areas)).map(({ level, code }) => `${level} ${code}`);

  it('says AD of what it has validated, and SERVFAIL with the reason of what is broken', async () => {
    const say = async (name: Name, checking?: false): Promise<string> => {
      const question: Question = { name: `${name}.test`, type: 'MX', ...(checking === false && { checking }) };
      const { status, authenticated = false, extended = [] } = await ask(question);
      return [status, authenticated, ...extended.map(({ code }) => code)].join(' ');
    };
    assert.equal(await say('signed'), 'NOERROR true');
    assert.equal(await say('unsigned'), 'NOERROR false');
    assert.match(await say('forged'), /^SERVFAIL false .*6/);
    // Which of its reasons unbound gives for a key whose signature has run out depends on what it asked before.
    assert.match(await say('expired'), /^SERVFAIL false .*[679]/);
    assert.equal(await say('forged', false), 'NOERROR false');
  });
  it('is understood: signed, not signed, forged, expired, without DS, without keys, with the DS of another key', async () => {
    assert.deepEqual(await codes('signed', 'dnssec'), ['pass dnssec-valid']);
    assert.deepEqual(await codes('unsigned', 'dnssec'), ['note dnssec-unsigned']);
    assert.deepEqual(await codes('forged', 'dnssec'), ['fail dnssec-bogus']);
    assert.deepEqual(await codes('island', 'dnssec'), ['warning dnssec-no-ds']);
    const undone = await codes('undone', 'dnssec');
    assert.deepEqual(undone, ['fail dnssec-bogus', 'fail dnssec-no-keys']);
    assert.deepEqual(await codes('other', 'dnssec'), ['fail dnssec-bogus', 'fail dnssec-ds-mismatch']);
    const [expired] = await find('expired', 'dnssec');
    assert.equal(expired?.code, 'dnssec-bogus');
    assert.match(
      expired === undefined ? '' : wordFinding(expired).text,
      /It says: (?:DNSSEC Bogus \(6\)|Signature Expired \(7\)|DNSKEY Missing \(9\)), \w/,
    );
  });
  it('is asked for TLSA records, which count where they are validated', async () => {
    assert.deepEqual(await codes('signed', 'dane'), ['pass dane-found']);
    assert.deepEqual(await codes('unsigned', 'dane'), ['fail dane-insecure']);
    assert.deepEqual(await codes('tlsa', 'dane'), ['fail dane-bogus']);
  });
});
