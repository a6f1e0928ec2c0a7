import assert from 'node:assert/strict';
import { openSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { CliCommand } from '../../src/cli/command.ts';
import { commandNamed } from '../../src/cli/commands.ts';
import { readSecret } from '../../src/cli/login/secret.ts';
import { certificate } from '../lab/certificate.ts';
import { type SaslServer, startSaslServer } from '../lab/saslServer.ts';
import { type Run, run } from '../support/shell.ts';

const secret = 'Tr0ub4dor+3=';
const user = 'alice@contoso.test';
const target = 'mx.contoso.test:587';

/** Nothing that was written holds the secret. */
function tellsNothing({ out, err }: Run, one = secret): void {
  for (const text of [out, err]) {
    assert.ok(!text.includes(one), text);
    assert.ok(!text.includes(Buffer.from(one).toString('base64').slice(0, 10)), text);
  }
}

describe('mail-triage smtp --auth', () => {
  let server: SaslServer;
  let clear: SaslServer;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mail-triage-login-'));
    const tls = await certificate('mx.contoso.test', ['mx.contoso.test']);
    server = await startSaslServer({ mechanisms: 'PLAIN LOGIN SCRAM-SHA-256 XOAUTH2', user, secret, tls });
    clear = await startSaslServer({ mechanisms: 'PLAIN', user, secret, inTheClear: true });
  });
  after(async () => {
    await server.close();
    await clear.close();
    await rm(folder, { recursive: true });
  });

  const smtp = async (args: readonly string[], one = secret, port = server.port): Promise<Run> => {
    process.env.MAIL_TRIAGE_TEST_SECRET = one;
    const to = ['--connect-to', `${target}=127.0.0.1:${port}`, '--helo', 'probe.test', '--timeout', '3', target];
    const done = await run(['smtp', ...args, ...to]);
    tellsNothing(done, one);
    return done;
  };
  const fromEnv = ['--user', user, '--password-env', 'MAIL_TRIAGE_TEST_SECRET'];

  it('logs in with the strongest mechanism, and leaves no secret in the environment', async () => {
    const { code, out } = await smtp(['--auth', ...fromEnv]);
    assert.equal(code, 0, out);
    assert.match(out, /^C: AUTH SCRAM-SHA-256 \(hidden\)$/m);
    assert.equal(process.env.MAIL_TRIAGE_TEST_SECRET, undefined);
  });

  it('logs in with the mechanism that is asked for, in whatever case', async () => {
    for (const mechanism of ['PLAIN', 'login', 'XOAUTH2']) {
      const { code, out } = await smtp(['--auth', mechanism, ...fromEnv]);
      assert.equal(code, 0, out);
      assert.match(out, new RegExp(`^C: AUTH ${mechanism.toUpperCase()}`, 'm'));
    }
  });

  it('ends with the status of AUTH where the login is refused, and says so in JSON', async () => {
    const { code, out } = await smtp(['--auth', 'PLAIN', '--json', ...fromEnv], 'Wr0ng+one');
    assert.equal(code, 28);
    const { addresses, verdicts } = JSON.parse(out);
    assert.deepEqual([addresses[0].failedAt, addresses[0].code], ['AUTH', 'reply-refused']);
    assert.equal(verdicts[0].reason ?? verdicts[0].code, 'login-failed');
  });

  it('sends nothing without TLS, unless that is asked for aloud', async () => {
    const kept = await smtp(['--auth', ...fromEnv], secret, clear.port);
    assert.match(kept.out, /^\* Result: failed at AUTH, login-needs-tls: /m);
    assert.ok(!clear.heard.some((line) => line.startsWith('AUTH')));
    const told = await smtp(['--auth', '--auth-without-tls', ...fromEnv], secret, clear.port);
    assert.equal(told.code, 0, told.out);
    assert.match(told.err, /--auth-without-tls: where .* has no TLS, the password goes in the clear/);
  });

  it('stops behind AUTH where that is asked for', async () => {
    const { out } = await smtp(['--auth', 'PLAIN', '--stop-after', 'AUTH', '--from', 'a@contoso.test', ...fromEnv]);
    assert.ok(out.includes('* AUTH') && !out.includes('MAIL FROM'), out);
  });

  it('takes the first line of a file descriptor', async () => {
    const file = join(folder, 'secret');
    writeFileSync(file, `${secret}\r\nmore\n`);
    const fd = openSync(file, 'r');
    const { code, out } = await smtp(['--auth', 'PLAIN', '--user', user, '--password-fd', String(fd)]);
    assert.equal(code, 0, out);
  });

  describe('never takes a secret as an argument, and repeats none', () => {
    const args: Readonly<Record<string, readonly string[]>> = {
      'as swaks has it': ['--auth', '--user', user, '--auth-password', secret],
      'as swaks has it in short': ['--auth', '--user', user, '-ap', secret],
      'behind an equals sign': ['--auth', '--user', user, `--password=${secret}`],
      'as a token': ['--auth', 'XOAUTH2', '--user', user, '--access-token', secret],
      'as curl has it': ['--auth', '--user', `${user}:${secret}`],
      'behind the name and an equals sign': ['--auth', `--user=${user}:${secret}`],
      'in the target': ['--auth', `alice:${secret}@mx.contoso.test:587`],
      'in a URL': ['--auth', `smtps://alice:${secret}@mx.contoso.test`],
    };
    for (const [how, list] of Object.entries(args)) {
      it(how, async () => {
        const done = await run(['smtp', ...list, target]);
        assert.equal(done.code, 2);
        assert.match(done.err, /others on this machine can read arguments/);
        tellsNothing(done);
      });
    }

    it('also where it stands in the place of something else', async () => {
      const places = [
        ['--auth', '--user', user, '--password-env', secret],
        ['--auth', '--user', user, '--password-fd', secret],
        ['--auth', '--user', user, `--password-fd=${secret}`],
        ['--auth', `--auth-without-tls=${secret}`, '--user', user],
      ];
      for (const list of places) {
        const done = await run(['smtp', ...list, target]);
        assert.equal(done.code, 2, list.join(' '));
        tellsNothing(done);
      }
    });
  });

  it('is refused where options do not go together', async () => {
    const problem = async (...args: readonly string[]) => (await run(['smtp', ...args, target])).err;
    assert.match(await problem('--user', user), /--user goes with --auth/);
    assert.match(await problem('--auth'), /--auth needs --user/);
    assert.match(await problem('--auth', 'NTLM', '--user', user), /--auth speaks SCRAM-SHA-256-PLUS, .*, and no other/);
    assert.match(await problem('--auth', '--user', user, '--password-env', 'NO_SUCH_ONE'), /is not set/);
    assert.match(await problem('--auth', '--user', user, '--password-fd', '999'), /cannot be read/);
    assert.match(await problem('--auth', '--user', user, '--password-fd', '3', '--password-env', 'X'), /exclude/);
  });

  it('takes the host behind --auth for the host', async () => {
    const outcome = await (commandNamed('smtp') as CliCommand).run(['--auth', 'PLAIN']);
    assert.deepEqual(outcome, { kind: 'wrong usage', problem: 'name one host' });
    assert.match((await run(['smtp', '--auth', 'mx.contoso.test'])).err, /--auth needs --user/);
  });
});

describe('a password that is typed', () => {
  /** A terminal on which these keys are pressed; what it showed and whether it echoes in the end. */
  async function type(...keys: readonly string[]) {
    const terminal = Object.assign(new PassThrough(), {
      isTTY: true,
      raw: [] as boolean[],
      setRawMode: (on: boolean) => terminal.raw.push(on),
    });
    const kept = (['stdin', 'stderr'] as const).map(
      (name) => [name, Object.getOwnPropertyDescriptor(process, name)] as const,
    );
    let shown = '';
    const replace = (name: string, value: unknown) =>
      Object.defineProperty(process, name, { value, configurable: true });
    replace('stdin', terminal);
    replace('stderr', { write: (text: string) => (shown += text) });
    try {
      const read = readSecret({}, 'Password: ');
      for (const key of keys) terminal.write(key);
      return { read: await read, shown, raw: terminal.raw };
    } finally {
      for (const [name, stream] of kept) if (stream !== undefined) Object.defineProperty(process, name, stream);
    }
  }

  it('is not shown', async () => {
    const { read, shown, raw } = await type('s3c', 'ret\r');
    assert.deepEqual(read, { ok: true, secret: 's3cret' });
    assert.equal(shown, 'Password: \n');
    assert.deepEqual(raw, [true, false]);
  });

  it('can be mended', async () => {
    assert.deepEqual((await type('xy\u007f\u007fab\u0008c\n')).read, { ok: true, secret: 'ac' });
    assert.deepEqual((await type('wrong\u0015right\u0004')).read, { ok: true, secret: 'right' });
    assert.deepEqual((await type('p\u00e4\u{1f600}\u007f\r')).read, { ok: true, secret: 'p\u00e4' });
  });

  it('can be given up', async () => {
    assert.deepEqual((await type('abc\u0003')).read, { ok: false, problem: 'no password was given' });
    assert.deepEqual((await type('\r')).read, { ok: false, problem: 'the password is empty' });
  });
});
