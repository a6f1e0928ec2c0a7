import assert from 'node:assert/strict';
import './load.ts';
import { certificate } from '../lab/certificate.ts';
import { type SaslServer, startSaslServer } from '../lab/saslServer.ts';
import { clearDesk, desk, keep, run } from './desk.ts';
import { probeDesk } from './probeDesk.ts';

const load = async () => ({
  ...(await import('../../src/client/probeHistory.ts')),
  ...(await import('../../src/client/probeOutput.ts')),
  ...(await import('../../src/client/probes.ts')),
  ...(await import('../../src/client/login/keptLogins.ts')),
  ...(await import('../../src/client/login/askForLogin.ts')),
  ...(await import('../../src/client/login/probeLogin.ts')),
});

/** The secret storage of the editor. */
function storage() {
  const held = new Map<string, string>();
  return {
    held,
    get: async (key: string) => held.get(key),
    store: async (key: string, value: string) => void held.set(key, value),
    delete: async (key: string) => void held.delete(key),
  };
}

const user = 'alice@contoso.test';
const secret = 'Tr0ub4dor+3=';
interface Box {
  readonly prompt: string;
  readonly password: boolean;
  readonly buttons: readonly object[];
  press(index: number): void;
}

describe('a login in the editor', () => {
  let client: Awaited<ReturnType<typeof load>>;
  let server: SaslServer;
  let target: string;
  before(async () => {
    client = await load();
    const tls = await certificate('localhost', ['localhost']);
    server = await startSaslServer({ mechanisms: 'PLAIN SCRAM-SHA-256', user, secret, tls });
    target = `127.0.0.1:${server.port}`;
  });
  after(() => server.close());
  beforeEach(clearDesk);

  function register() {
    const secrets = storage();
    const history = client.createProbeHistory();
    const output = keep(client.createProbeOutput());
    keep(client.registerLoginProbe(output, history, client.keptLogins(secrets)));
    keep(client.registerProbes(probeDesk(output, history)));
    return { secrets, history };
  }
  const mechanism = (label: string) => (items: readonly { label: string }[]) =>
    items.find((one) => one.label === label);

  it('is probed, and nothing that stays has the secret', async () => {
    const { secrets, history } = register();
    desk.answers.push(user, mechanism('PLAIN'), secret);
    await run('mailTriage.probeSmtpLogin', target);
    assert.match(desk.output, /^C: AUTH PLAIN \(hidden\)$/m);
    assert.match(desk.output, /^pass login-accepted /m);
    assert.equal((desk.questions.at(-1) as unknown as Box).password, true);
    const stays = JSON.stringify([desk.output, desk.said, history.records, history.report, [...desk.settings]]);
    assert.ok(!stays.includes(secret) && !stays.includes(Buffer.from(secret).toString('base64').slice(0, 8)), stays);
    assert.equal(secrets.held.size, 0);
  });

  it('asks for the secret anew where it is repeated', async () => {
    const { history } = register();
    desk.answers.push(user, mechanism('PLAIN'), secret);
    await run('mailTriage.probeSmtpLogin', target);
    const asked = desk.questions.length;
    desk.answers.push(secret);
    await run('mailTriage.repeatProbe');
    assert.equal(desk.questions.length, asked + 1);
    assert.equal(history.records.length, 2);
    await run('mailTriage.repeatProbe');
    assert.equal(history.records.length, 2);
  });

  it('asks for a token where the mechanism takes one', async () => {
    register();
    const prompts: string[] = [];
    for (const name of ['PLAIN', 'XOAUTH2', 'OAUTHBEARER']) {
      desk.answers.push(user, mechanism(name), (box: Box) => {
        prompts.push(box.prompt.replace(/\..*/s, ''));
        return undefined;
      });
      await run('mailTriage.probeSmtpLogin', target);
    }
    const [password, token] = ['Password of alice@contoso', 'Access token of alice@contoso'];
    assert.deepEqual(prompts, [password, token, token]);
  });

  it('is kept where the box says so, used where nothing is typed, and forgotten on demand', async () => {
    const { secrets } = register();
    desk.answers.push(user, mechanism('SCRAM-SHA-256'), (box: Box) => {
      assert.match(box.prompt, /It is not kept\. It is sent under TLS only\./);
      box.press(0);
      assert.match(box.prompt, /It is kept in the secret storage\./);
      return secret;
    });
    await run('mailTriage.probeSmtpLogin', target);
    assert.equal(secrets.held.size, 1);
    desk.output = '';
    desk.answers.push(user, mechanism('SCRAM-SHA-256'), (box: Box) => {
      assert.match(box.prompt, /Empty: the kept one is used\./);
      return '';
    });
    await run('mailTriage.probeSmtpLogin', target);
    assert.match(desk.output, /^pass login-accepted /m);
    desk.answers.push((items: readonly { label: string }[]) => items[0]);
    await run('mailTriage.forgetSmtpLogins');
    assert.equal(secrets.held.size, 0);
    assert.ok(!JSON.stringify(desk.said).includes(secret));
    await run('mailTriage.forgetSmtpLogins');
    assert.match(desk.said.at(-1) ?? '', /No password or token of a login is kept/);
  });

  it('sends nothing in the clear unless the box says so', async () => {
    const clear = await startSaslServer({ mechanisms: 'PLAIN', user, secret, inTheClear: true });
    register();
    const at = `127.0.0.1:${clear.port}`;
    desk.answers.push(user, mechanism('PLAIN'), secret);
    await run('mailTriage.probeSmtpLogin', at);
    assert.match(desk.output, /^\* Result: failed at AUTH, login-needs-tls/m);
    assert.ok(!clear.heard.some((line) => line.startsWith('AUTH')));
    desk.answers.push(user, mechanism('PLAIN'), (box: Box) => {
      box.press(1);
      assert.match(box.prompt, /SENT IN THE CLEAR/);
      return secret;
    });
    await run('mailTriage.probeSmtpLogin', at);
    assert.ok(clear.heard.some((line) => line.startsWith('AUTH')));
    await clear.close();
  });

  it('neither keeps nor uses what is kept where settings lead elsewhere', async () => {
    const { secrets } = register();
    await client.keptLogins(secrets).keep(target, user, secret);
    desk.settings.set('mailTriage.smtp.connectTo', { [target]: target });
    desk.answers.push(user, mechanism('PLAIN'), (box: Box) => {
      assert.equal(box.buttons.length, 1);
      assert.ok(!box.prompt.includes('kept one'));
      return '';
    });
    desk.output = '';
    await run('mailTriage.probeSmtpLogin', target);
    assert.equal(desk.output, '');
  });

  it('is not begun where a question is closed', async () => {
    const { history } = register();
    for (const answers of [[undefined], [user, undefined], [user, mechanism('PLAIN'), undefined]]) {
      desk.answers.push(...answers);
      await run('mailTriage.probeSmtpLogin', target);
      assert.deepEqual([desk.output, history.records], ['', []]);
      desk.answers.length = 0;
    }
  });

  it('reads what is kept, whatever stands there', async () => {
    const secrets = storage();
    for (const text of ['', '{', 'null', '[1,{"target":"a"}]']) {
      secrets.held.set('mailTriage.smtp.logins', text);
      assert.deepEqual(await client.keptLogins(secrets).names(), []);
    }
  });
});
