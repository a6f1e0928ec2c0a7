import assert from 'node:assert/strict';
import '../load.ts';
import { certificate } from '../../lab/certificate.ts';
import { type SaslServer, startSaslServer } from '../../lab/saslServer.ts';
import { clearDesk, desk, keep, run, show } from '../desk.ts';
import { probeDesk } from '../probeDesk.ts';

const load = async () => ({
  ...(await import('../../../src/client/probeHistory.ts')),
  ...(await import('../../../src/client/probeOutput.ts')),
  ...(await import('../../../src/client/probes.ts')),
});

const user = 'alice@contoso.test';
const secret = 'Tr0ub4dor+3=';

interface Item {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}
const choose =
  (label: string) =>
  (items: readonly Item[]): Item => {
    const item = items.find((one) => one.label.startsWith(label));
    assert.ok(item, `${label} is none of ${items.map((one) => one.label).join(', ')}`);
    return item;
  };
const GO = (items: readonly Item[]): Item => items[0] as Item;

describe('a login in the form of a probe', () => {
  let client: Awaited<ReturnType<typeof load>>;
  let server: SaslServer;
  before(async () => {
    client = await load();
    const tls = await certificate('mx1.contoso.test', ['mx1.contoso.test']);
    server = await startSaslServer({ mechanisms: 'PLAIN LOGIN', user, secret, tls });
  });
  after(() => server.close());
  beforeEach(clearDesk);

  const register = () => {
    const history = client.createProbeHistory();
    const all = probeDesk(keep(client.createProbeOutput()), history);
    keep(client.registerProbes(all));
    desk.settings.set('mailTriage.smtp.heloName', 'probe.test');
    desk.settings.set('mailTriage.smtp.timeout', 5);
    desk.settings.set('mailTriage.smtp.connectTo', {
      'mx1.contoso.test:25': `127.0.0.1:${server.port}`,
      'mx1.contoso.test:587': `127.0.0.1:${server.port}`,
    });
    /** Nothing that stays has the secret. */
    const isSafe = (): void => {
      const stays = JSON.stringify([desk.output, desk.said, history.records, history.report, all.choices.get()]);
      assert.ok(!stays.includes(secret) && !stays.includes(Buffer.from(secret).toString('base64').slice(0, 8)), stays);
    };
    return { ...all, isSafe, said: () => desk.output.split('\n').filter((line) => line.startsWith('C: ')) };
  };
  const form = (title: RegExp): readonly Item[] =>
    (
      desk.questions.findLast(
        (one) => title.test(String(one.title)) && 'items' in one && one.title !== undefined,
      ) as unknown as {
        items: readonly Item[];
      }
    ).items;

  it('is made behind the greeting, its secret asked for at the start and again with each repetition', async () => {
    const { said, isSafe, choices, history } = register();
    desk.answers.push('mx1.contoso.test', choose('Login'), user, choose('PLAIN'), GO, secret);
    await run('mailTriage.probeSmtpServer');
    assert.deepEqual(said().slice(-2), ['C: AUTH PLAIN (hidden)', 'C: QUIT']);
    assert.match(desk.output, /^pass login-accepted /m);
    const rows = form(/^Probe SMTP Server mx1/);
    assert.match(rows[0]?.detail ?? '', /AUTH/);
    assert.match(rows.find(({ label }) => label === 'Login')?.description ?? '', /^alice@contoso\.test, PLAIN;/);
    assert.deepEqual([choices.get().stopAfter, JSON.stringify(choices.get()).includes(user)], ['secured', false]);
    isSafe();
    const before = desk.output;
    desk.answers.push(undefined);
    await run('mailTriage.repeatProbe');
    assert.equal(desk.output, before);
    desk.answers.push(secret);
    await run('mailTriage.repeatProbe');
    assert.equal(history.records.length, 2);
  });

  it('is asked for in the name of all who will have it, and kept for one server only', async () => {
    register();
    desk.settings.delete('mailTriage.smtp.connectTo');
    const asked = async (...rows: readonly unknown[]): Promise<readonly unknown[]> => {
      let box: { readonly title: string; readonly buttons: readonly unknown[] } | undefined;
      desk.answers.push('mx1.contoso.test', ...rows, choose('Login'), user, choose('PLAIN'), GO, (one: typeof box) => {
        box = one;
      });
      await run('mailTriage.probeSmtpServer');
      return [box?.title, box?.buttons.length];
    };
    const [one, both] = await asked();
    const [several, none] = await asked(choose('Port'), '25 587');
    const [every, noneEither] = await asked(choose('Addresses'), choose('every address'));
    assert.match(String(one), /mx1\.contoso\.test:25/);
    assert.match(String(several), /mx1\.contoso\.test(?!:)/);
    assert.match(String(every), /every exchanger of mx1\.contoso\.test/);
    // To keep it, and to send it without TLS, too.
    assert.deepEqual([both, none, noneEither], [2, 1, 1]);
  });

  it('is asked for where the form is to stop behind it', async () => {
    const { said } = register();
    desk.answers.push('mx1.contoso.test', choose('Stop behind'), choose('AUTH'), GO);
    await run('mailTriage.probeSmtpServer');
    assert.match(desk.said.at(-1) ?? '', /name who logs in in the row Login/);
    assert.deepEqual(said(), []);
  });

  it('goes before recipients that are asked about, and before a message', async () => {
    const { said, isSafe } = register();
    desk.answers.push(choose('Recipients'), 'bob@contoso.test', choose('Login'), user, choose('LOGIN'), GO, secret);
    await run('mailTriage.checkRecipients', 'mx1.contoso.test');
    const auth = said().indexOf('C: AUTH LOGIN');
    assert.ok(auth > 0 && said().indexOf('C: RCPT TO:<bob@contoso.test>') > auth, desk.output);
    desk.output = '';
    desk.answers.push(choose('Server'), 'mx1.contoso.test', choose('Port'), '587', choose('Login'), user);
    desk.answers.push(choose('PLAIN'), choose('Sender'), user, GO, 'Send', secret);
    await run('mailTriage.sendSampleMessage');
    assert.ok(said().includes('C: AUTH PLAIN (hidden)') && said().includes('C: DATA'), desk.output);
    isSafe();
  });

  it('is in a session that is run again only where somebody logs in, with a secret that is asked for', async () => {
    const { said, isSafe } = register();
    const session = `$ telnet mx1.contoso.test 25
220 mx1.contoso.test ESMTP
EHLO client.test
250-mx1.contoso.test
250-STARTTLS
250 AUTH PLAIN LOGIN
STARTTLS
220 go
EHLO client.test
250-mx1.contoso.test
250 AUTH PLAIN LOGIN
AUTH LOGIN
334 VXNlcm5hbWU6
YWxpY2U=
334 UGFzc3dvcmQ6
eHh4
535 5.7.8 Error: authentication failed
`;
    show('test:t', session);
    desk.answers.push('Run up to STARTTLS');
    await run('mailTriage.runSession', 'test:t', 2);
    assert.ok(!said().some((line) => line.startsWith('C: AUTH')));
    const modal = () => {
      const { rest } = desk.questions.findLast((one) => one.rest !== undefined) as unknown as {
        rest: readonly [{ readonly detail: string }, ...string[]];
      };
      return rest;
    };
    assert.match(modal()[0].detail, /no AUTH: the login of the session \(LOGIN\) is left out/);
    assert.ok(modal().includes('Log In, Too…'));
    desk.output = '';
    desk.answers.push('Log In, Too…', user, (items: readonly Item[]) => {
      assert.equal(items[0]?.label, 'LOGIN');
      return items[0];
    });
    desk.answers.push('Run up to AUTH', secret);
    await run('mailTriage.runSession', 'test:t', 2);
    assert.match(modal()[0].detail, /^AUTH as alice@contoso\.test; the secret is asked for next$/m);
    assert.deepEqual(said().slice(-4), ['C: AUTH LOGIN', 'C: (hidden)', 'C: (hidden)', 'C: QUIT']);
    assert.match(desk.output, /^warning again-reply-differs .*AUTH: the ticket: 535 5\.7\.8/m);
    assert.match(desk.output, /^pass login-accepted /m);
    isSafe();
  });
});
