import assert from 'node:assert/strict';
import '../load.ts';
import { clearDesk, desk, keep, run } from '../desk.ts';

const load = async () => ({
  ...(await import('../../../src/client/login/askForLogin.ts')),
  ...(await import('../../../src/client/login/keptLogins.ts')),
  ...(await import('../../../src/client/login/probeLogin.ts')),
  ...(await import('../../../src/client/probeHistory.ts')),
});
let client: Awaited<ReturnType<typeof load>>;

interface Box {
  value: string;
  readonly title: string;
  readonly prompt: string;
  readonly password: boolean;
  readonly ignoreFocusOut: boolean;
  readonly validationMessage: string;
  readonly buttons: readonly object[];
  press(index: number): void;
}

const logins = () => {
  const held = new Map<string, string>();
  const kept = client.keptLogins({
    get: async (key: string) => held.get(key),
    store: async (key: string, value: string) => void held.set(key, value),
    delete: async (key: string) => void held.delete(key),
  });
  return { held, kept };
};

describe('a login', () => {
  before(async () => {
    client = await load();
  });
  beforeEach(clearDesk);

  const MECHANISMS = 'SCRAM-SHA-256-PLUS SCRAM-SHA-256 CRAM-MD5 PLAIN LOGIN OAUTHBEARER XOAUTH2'.split(' ');

  it('is by one of the mechanisms that are spoken, or the strongest', async () => {
    const seen: string[] = [];
    for (let i = 0; i < MECHANISMS.length + 1; i++) {
      desk.answers.push(' ann ', (items: readonly { label: string }[]) => {
        if (i === 0) seen.push(...items.map(({ label }) => label));
        return items[i];
      });
      assert.deepEqual(await client.askLoginAs('mx1'), { user: 'ann', ...(i > 0 && { mechanism: MECHANISMS[i - 1] }) });
    }
    assert.deepEqual(seen.slice(1), MECHANISMS);
  });

  it('has that of the session first', async () => {
    const order = async (usual: string): Promise<readonly string[]> => {
      let seen: readonly string[] = [];
      desk.answers.push('ann', (items: readonly { label: string }[]) => {
        seen = items.map(({ label }) => label);
      });
      assert.equal(await client.askLoginAs('mx1', usual), undefined);
      return seen;
    };
    const plain = await order('PLAIN');
    assert.deepEqual([plain[0], plain.length, plain.filter((one) => one === 'PLAIN').length], ['PLAIN', 8, 1]);
    assert.match((await order('GSSAPI'))[0] ?? '', /^The strongest/);
  });

  it('is none where nobody is named', async () => {
    for (const typed of ['', '  ', undefined]) {
      desk.answers.push(typed);
      assert.equal(await client.askLoginAs('mx1'), undefined);
    }
    assert.equal(desk.questions.length, 3);
  });

  const ask = async (answer: unknown, kept = logins().kept, mechanism?: 'PLAIN' | 'XOAUTH2' | 'OAUTHBEARER') => {
    desk.answers.push(answer);
    const given = await client.askForLogin('mx1:25', { user: 'ann', ...(mechanism && { mechanism }) }, kept);
    const box = desk.questions.at(-1) as unknown as Box;
    return { given: given === 'given-up' ? given : { ...given, secret: given.secret() }, box };
  };

  it('has its secret asked for, and says what becomes of it', async () => {
    const { given, box } = await ask('word');
    assert.deepEqual(given, { user: 'ann', secret: 'word' });
    assert.deepEqual(
      [box.title, box.prompt, box.password, box.ignoreFocusOut, box.buttons.length],
      ['Log in at mx1:25', 'Password of ann. It is not kept. It is sent under TLS only.', true, true, 2],
    );
    for (const mechanism of ['XOAUTH2', 'OAUTHBEARER'] as const)
      assert.match((await ask('x', undefined, mechanism)).box.prompt, /^Access token of ann\./);
    assert.match((await ask('x', undefined, 'PLAIN')).box.prompt, /^Password of ann\./);
  });

  it('is given up with the box, and not empty', async () => {
    assert.equal((await ask(undefined)).given, 'given-up');
    const { given, box } = await ask('');
    assert.deepEqual([given, box.validationMessage], ['given-up', 'The password is empty.']);
    assert.equal((await ask('', undefined, 'XOAUTH2')).box.validationMessage, 'The access token is empty.');
  });

  it('is kept, and sent in the clear, as often as the buttons say', async () => {
    const pressing =
      (...buttons: readonly number[]) =>
      (box: Box) => {
        for (const button of buttons) box.press(button);
        return 'word';
      };
    for (const [buttons, keeps, clear] of [
      [[], false, false],
      [[0], true, false],
      [[0, 0], false, false],
      [[1], false, true],
      [[1, 1], false, false],
      [[0, 1], true, true],
    ] as const) {
      const { kept } = logins();
      const { given, box } = await ask(pressing(...buttons), kept);
      assert.deepEqual(given, { user: 'ann', secret: 'word', ...(clear && { withoutTls: true }) });
      assert.equal(await kept.get('mx1:25', 'ann'), keeps ? 'word' : undefined);
      assert.equal(box.prompt.includes('It is kept in the secret storage.'), keeps);
      assert.equal(box.prompt.includes('IT IS SENT IN THE CLEAR'), clear);
    }
    // Where nothing may be kept, the one button is for the way.
    desk.answers.push(pressing(0));
    const given = await client.askForLogin('mx1:25', { user: 'ann' }, undefined);
    assert.equal(given !== 'given-up' && given.withoutTls, true);
  });

  it('is the kept one where nothing is typed', async () => {
    const { kept } = logins();
    await kept.keep('mx1:25', 'ann', 'kept');
    const { given, box } = await ask('', kept);
    assert.deepEqual(given, { user: 'ann', secret: 'kept' });
    assert.match(box.prompt, /^Password of ann\. Empty: the kept one is used\. It is not kept\./);
    assert.deepEqual((await ask('other', kept)).given, { user: 'ann', secret: 'other' });
    assert.equal(await kept.get('mx1:25', 'ann'), 'kept');
  });
});

describe('logins that are kept', () => {
  beforeEach(clearDesk);

  it('are one for each user at each server', async () => {
    const { held, kept } = logins();
    await kept.keep('a:25', 'ann', '1');
    await kept.keep('a:25', 'bob', '2');
    await kept.keep('b:25', 'ann', '3');
    await kept.keep('a:25', 'ann', '4');
    assert.deepEqual(
      await Promise.all([
        kept.get('a:25', 'ann'),
        kept.get('a:25', 'bob'),
        kept.get('b:25', 'ann'),
        kept.get('b:25', 'bob'),
      ]),
      ['4', '2', '3', undefined],
    );
    assert.deepEqual(await kept.names(), [
      { target: 'a:25', user: 'bob' },
      { target: 'b:25', user: 'ann' },
      { target: 'a:25', user: 'ann' },
    ]);
    await kept.forget({ target: 'a:25', user: 'ann' });
    assert.equal((await kept.names()).length, 2);
    await kept.forget({ target: 'a:25', user: 'bob' });
    await kept.forget({ target: 'b:25', user: 'ann' });
    assert.equal(held.size, 0);
  });

  it('are forgotten one by one, or all, where that is chosen', async () => {
    const { kept } = logins();
    const history = client.createProbeHistory();
    keep(client.registerLoginProbe({ append: () => undefined } as never, history, kept));
    const forget = async (answer: unknown): Promise<readonly string[]> => {
      desk.answers.push(answer);
      await run('mailTriage.forgetSmtpLogins');
      return (await kept.names()).map(({ user }) => user);
    };
    for (const user of ['ann', 'bob', 'eve']) await kept.keep('a:25', user, 'x');
    assert.deepEqual(await forget(undefined), ['ann', 'bob', 'eve']);
    assert.deepEqual(desk.said, []);
    assert.deepEqual(await forget((items: readonly object[]) => items[1]), ['ann', 'eve']);
    assert.equal(desk.said.at(-1), 'information: The login of bob is forgotten.');
    let seen: readonly object[] = [];
    assert.deepEqual(
      await forget((items: readonly object[]) => {
        seen = items;
        return items.at(-1);
      }),
      [],
    );
    assert.deepEqual(
      seen.map(({ label, description }: { label?: string; description?: string }) => [label, description]),
      [
        ['ann', 'a:25'],
        ['eve', 'a:25'],
        ['All of them', '2'],
      ],
    );
    assert.equal(desk.said.at(-1), 'information: All kept logins are forgotten.');
  });
});
