import assert from 'node:assert/strict';
import type { Recipe } from '../../../src/core/replay/recipe.ts';
import { type System, stepSheet, type TypedTool } from '../../../src/core/replay/stepSheet.ts';

const recipe = (more: Partial<Recipe> = {}): Recipe =>
  ({
    ...{ host: 'mx.a.test', port: 25, hello: 'EHLO', helo: 'b.test', tls: 'none', reached: 'EHLO' },
    ...{ leftOut: [], otherTransactions: 0, cut: [] },
    ...more,
  }) as unknown as Recipe;
const envelope = (from: string, ...recipients: readonly string[]): Recipe['envelope'] => ({
  ...{ from, parameters: [] },
  recipients: recipients.map((address) => ({ address, parameters: [] })),
});

/** What is typed, step by step. */
const typed = (of: Recipe, tool: TypedTool = 'telnet', system: System = 'unix'): readonly string[] =>
  stepSheet(of, tool, system)
    .split('\n')
    .filter((line) => line.startsWith('     '))
    .map((line) => line.slice(5));
/** What is to be known. */
const notes = (of: Recipe, tool: TypedTool = 'telnet', system: System = 'unix'): readonly string[] => {
  const lines = stepSheet(of, tool, system).split('\n');
  return lines.slice(lines.indexOf('To know:') + 1, -1).map((line) => line.replace(/^- /, ''));
};

const MISTYPED =
  'A typing error cannot be taken back: Backspace is sent, too, and the server may refuse the line. Quit and begin again.';
const COPY = 'Copy all that came, from the first line on, into the ticket: Mail Triage reads it.';

describe('a sheet of steps', () => {
  it('for telnet is numbered, with what to wait for', () =>
    assert.equal(
      stepSheet(recipe(), 'telnet', 'unix'),
      `Steps with telnet on Unix: mx.a.test, port 25

1. Find the address of the server. At least one address must come:
     nslookup mx.a.test

2. Connect. Wait for a line that begins with 220; it may take half a minute:
     telnet mx.a.test 25

3. Say who you are. Wait for lines that begin with 250, the last one "250 " with a blank:
     EHLO b.test

4. Take leave. Wait for 221:
     QUIT

To know:
- ${MISTYPED}
- To leave without QUIT: Ctrl+], then "quit".
- ${COPY}
`,
    ));
  it('for telnet on Windows says how it is had, and how what is typed is shown', () => {
    assert.deepEqual(typed(recipe({ host: '192.0.2.1' }), 'telnet', 'windows'), [
      'dism /online /Enable-Feature /FeatureName:TelnetClient',
      'telnet 192.0.2.1 25',
      'EHLO b.test',
      'QUIT',
    ]);
    assert.match(stepSheet(recipe(), 'telnet', 'windows'), /^Steps with telnet on Windows: mx\.a\.test, port 25\n/);
    assert.deepEqual(notes(recipe({ port: 587 }), 'telnet', 'windows'), [
      MISTYPED,
      'What you type does not show? Press Ctrl+], type "set localecho", press Enter twice.',
      'Is only the port in question? PowerShell: Test-NetConnection mx.a.test -Port 587',
      COPY,
    ]);
  });
  it('for telnet says what it cannot do', () => {
    const tls = (how: string): string =>
      `telnet cannot do TLS, which the session used${how}: what follows is said in the clear, and the server may refuse it. Take the steps with openssl s_client instead.`;
    const login = 'The login is left out: telnet would send the password in the clear.';
    assert.equal(notes(recipe({ tls: 'starttls' }))[0], tls(''));
    assert.equal(notes(recipe({ tls: 'implicit' }))[0], tls(' from the first byte'));
    assert.deepEqual(notes(recipe({ tls: 'implicit', auth: 'PLAIN' })).slice(0, 2), [
      login,
      tls(' from the first byte'),
    ]);
    assert.deepEqual(typed(recipe({ auth: 'PLAIN' })).slice(2), ['EHLO b.test', 'QUIT']);
  });
  it('for openssl names server and greeting as it wants them', () => {
    const connect = (more: Partial<Recipe>): string | undefined =>
      typed(recipe(more), 'openssl').find((line) => line.startsWith('openssl'));
    const mx = '-connect mx.a.test:25 -servername mx.a.test -crlf -quiet';
    assert.equal(connect({ tls: 'starttls' }), `openssl s_client -starttls smtp -name b.test ${mx}`);
    assert.equal(connect({ tls: 'implicit' }), `openssl s_client ${mx}`);
    assert.equal(connect({ tls: 'starttls', hello: 'LHLO' }), `openssl s_client -starttls lmtp -name b.test ${mx}`);
    assert.equal(connect({ tls: 'starttls', hello: 'HELO' }), `openssl s_client -starttls smtp ${mx}`);
    assert.equal(
      connect({ tls: 'starttls', helo: undefined } as unknown as Partial<Recipe>),
      `openssl s_client -starttls smtp ${mx}`,
    );
    assert.equal(
      connect({ tls: 'implicit', host: '2001:db8::1', port: 465 }),
      'openssl s_client -connect [2001:db8::1]:465 -crlf -quiet',
    );
    assert.equal(
      connect({ tls: 'implicit', host: '192.0.2.1' }),
      'openssl s_client -connect 192.0.2.1:25 -crlf -quiet',
    );
  });
  it('for openssl says what to wait for, and what is to be known', () => {
    const steps = (tls: Recipe['tls']): string => stepSheet(recipe({ tls }), 'openssl', 'unix');
    assert.match(steps('implicit'), /\n2\. Connect; TLS comes first\. Wait for a line that begins with 220:\n/);
    assert.match(
      steps('starttls'),
      /\n2\. Connect; s_client says EHLO and STARTTLS itself\. Wait for a line that begins with 250:\n/,
    );
    assert.match(steps('none'), /^Steps with openssl s_client on Unix: /);
    const told = (tls: Recipe['tls'], system: System): readonly string[] =>
      notes(recipe({ tls }), 'openssl', system).map((one) => one.split(' ').slice(0, 3).join(' '));
    const usual = ['-crlf sends lines', 'The line "verify'];
    assert.deepEqual(told('starttls', 'unix'), [...usual, 'Copy all that']);
    assert.deepEqual(told('none', 'unix'), ['The session used', ...usual, 'Copy all that']);
    assert.deepEqual(told('implicit', 'windows'), [...usual, 'Windows has no', 'Copy all that']);
  });
});

describe('what is typed once the connection stands', () => {
  it('goes as far as the session went', () => {
    assert.deepEqual(typed(recipe({ reached: 'BANNER' })).slice(2), ['QUIT']);
    assert.deepEqual(typed(recipe({ helo: undefined, hello: 'HELO' } as unknown as Partial<Recipe>)).slice(2), [
      'HELO YOUR.HOST.NAME',
      'QUIT',
    ]);
    assert.deepEqual(
      typed(recipe({ reached: 'RCPT', envelope: envelope('', 'x@a.test', 'y@a.test') } as Partial<Recipe>)).slice(3),
      ['MAIL FROM:<>', 'RCPT TO:<x@a.test>', 'RCPT TO:<y@a.test>', 'QUIT'],
    );
    const parameters = {
      from: 's@b.test',
      parameters: ['SIZE=1', 'BODY=8BITMIME'],
      recipients: [{ address: 'x@a.test', parameters: ['NOTIFY=NEVER'] }],
    };
    assert.deepEqual(typed(recipe({ reached: 'RCPT', envelope: parameters } as Partial<Recipe>)).slice(3, 5), [
      'MAIL FROM:<s@b.test> SIZE=1 BODY=8BITMIME',
      'RCPT TO:<x@a.test> NOTIFY=NEVER',
    ]);
  });
  it('has the message, each dot in front doubled, as far as it is written out', () => {
    const sheet = (shown: readonly string[] | undefined, reached = 'MESSAGE'): Recipe =>
      recipe({
        reached,
        ...(shown && { message: { shown, lines: shown, whole: true } }),
      } as unknown as Partial<Recipe>);
    const lines = (of: Recipe): readonly string[] => stepSheet(of, 'telnet', 'unix').split('\n');
    for (const reached of ['DATA', 'MESSAGE']) {
      const all = lines(sheet(undefined, reached));
      assert.deepEqual(all.slice(all.indexOf('     DATA'), all.indexOf('     DATA') + 7), [
        ...[
          '     DATA',
          '',
          all[all.indexOf('     DATA') + 2],
          '     Subject: Test',
          '',
          '     This is a test.',
          '     .',
        ],
      ]);
    }
    assert.deepEqual(typed(sheet(['.a', 'b.', '..'])).slice(4), ['..a', 'b.', '...', '.', 'QUIT']);
    const many = (count: number): string =>
      /server has it(.*):$/m.exec(stepSheet(sheet(Array(count).fill('x')), 'telnet', 'unix'))?.[1] ?? '?';
    assert.equal(many(60), '');
    assert.equal(many(61), ' (1 more line of it is left out here)');
    assert.equal(many(62), ' (2 more lines of it are left out here)');
    assert.equal(typed(sheet(Array(61).fill('x'))).filter((line) => line === 'x').length, 60);
  });
  it('has a login by openssl', () => {
    const LOGIN = ['AUTH LOGIN', '<base64 of the user name>', '<base64 of the password>'];
    for (const auth of ['PLAIN', 'LOGIN', 'CRAM-MD5'])
      assert.deepEqual(typed(recipe({ tls: 'starttls', auth }), 'openssl').slice(3, 6), LOGIN);
    const says = (auth: string): string => stepSheet(recipe({ tls: 'starttls', auth }), 'openssl', 'unix');
    assert.match(says('CRAM-MD5'), /\n4\. The session logged in by CRAM-MD5, which cannot be worked out by hand/);
    for (const auth of ['PLAIN', 'LOGIN']) assert.match(says(auth), /\n4\. Log in\. Wait for 334 behind the first two/);
  });
});

describe('what is to be known of a session', () => {
  it('is whether the server is known, and how', () => {
    const nameless = (...recipients: readonly string[]): Recipe =>
      recipe({ host: undefined, envelope: envelope('', ...recipients) } as unknown as Partial<Recipe>);
    assert.deepEqual(typed(nameless('x@a.test')).slice(0, 2), ['nslookup -type=mx a.test', 'telnet SERVER 25']);
    assert.equal(typed(nameless())[0], 'nslookup -type=mx DOMAIN');
    assert.equal(typed(nameless('x@a.test;rm'))[0], 'nslookup -type=mx DOMAIN');
    assert.ok(notes(nameless()).includes('The text does not name the server.'));
    assert.ok(
      notes(recipe({ hostFromGreeting: true })).includes(
        'The text does not say where it connected: the server is named as it greeted.',
      ),
    );
    assert.equal(typed(recipe({ host: '2001:db8::1' }))[0], 'telnet 2001:db8::1 25');
  });
  it('is what was left out of it', () =>
    assert.deepEqual(
      notes(
        recipe({
          leftOut: ['VRFY', 'NOOP'],
          otherTransactions: 2,
          cut: ['the rest is left out'],
          message: { shown: ['password: <hidden>'], lines: [], whole: true },
        } as unknown as Partial<Recipe>),
      ).slice(2),
      [
        'Not done again: VRFY, NOOP.',
        'One of the 3 transactions of the session: the one that was refused, or the last.',
        'The rest is left out.',
        'What is secret in the message stands as <hidden>.',
        COPY,
      ],
    ));
});
