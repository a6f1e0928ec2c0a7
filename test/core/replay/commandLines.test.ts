import assert from 'node:assert/strict';
import { commandLine } from '../../../src/core/replay/commandLines.ts';
import type { Recipe } from '../../../src/core/replay/recipe.ts';

const recipe: Recipe = {
  host: 'mx1.contoso.test',
  port: 25,
  hello: 'EHLO',
  tls: 'none',
  reached: 'EHLO',
  leftOut: [],
  otherTransactions: 0,
  cut: [],
};
/** The lines of a command in a shell; `more` is other than in the plain recipe. */
const lines = (
  more: Partial<Recipe>,
  tool: Parameters<typeof commandLine>[1],
  shell: Parameters<typeof commandLine>[2] = 'sh',
): readonly string[] => commandLine({ ...recipe, ...more }, tool, shell).split('\n');
const to = (...addresses: readonly string[]): Pick<Recipe, 'envelope'> => ({
  envelope: { from: '', parameters: [], recipients: addresses.map((address) => ({ address, parameters: [] })) },
});

describe('a session as a command of swaks', () => {
  const swaks = (more: Partial<Recipe>, shell?: Parameters<typeof commandLine>[2]): readonly string[] =>
    lines(more, 'swaks', shell);

  it('greets as it did', () => {
    assert.deepEqual(swaks({}), ['swaks --server mx1.contoso.test --port 25 --quit-after EHLO']);
    assert.deepEqual(swaks({ hello: 'HELO', helo: 'a.test' }), [
      'swaks --server mx1.contoso.test --port 25 --protocol SMTP --helo a.test --quit-after EHLO',
    ]);
    assert.deepEqual(swaks({ hello: 'LHLO', port: 24 }), [
      'swaks --server mx1.contoso.test --port 24 --protocol LMTP --quit-after EHLO',
    ]);
  });
  it('turns TLS on as it was, and stops where it ended', () => {
    assert.match(swaks({ tls: 'starttls', reached: 'STARTTLS' })[0] ?? '', / --tls --quit-after TLS$/);
    assert.match(swaks({ tls: 'implicit', reached: 'MAIL' })[0] ?? '', / --tls-on-connect --quit-after MAIL$/);
  });
  it('names recipients but those with a comma, of which it says that they are left out', () => {
    const left = '# swaks takes a comma for the end of an address: a recipient with one in it is left out';
    assert.deepEqual(swaks({ ...to('a@b.test', 'c@d.test'), reached: 'RCPT' }), [
      "swaks --server mx1.contoso.test --port 25 --from '<>' --to 'a@b.test,c@d.test' --quit-after RCPT",
    ]);
    assert.deepEqual(swaks({ ...to('a@b.test', '"x,y"@d.test'), reached: 'RCPT' }), [
      "swaks --server mx1.contoso.test --port 25 --from '<>' --to a@b.test --quit-after RCPT",
      left,
    ]);
    assert.deepEqual(swaks({ ...to('"x,y"@d.test'), reached: 'RCPT' }), [
      "swaks --server mx1.contoso.test --port 25 --from '<>' --quit-after RCPT",
      left,
    ]);
  });
  it('leaves out what a shell cannot hand over, or would be an option', () => {
    assert.deepEqual(swaks({ helo: '-x' }), [
      'swaks --server mx1.contoso.test --port 25 --quit-after EHLO',
      '# --helo is left out: a shell cannot hand over -x as it stands',
    ]);
    for (const [shell, mark, name] of [
      ['sh', '#', 'a shell'],
      ['powershell', '#', 'PowerShell'],
      ['cmd', 'REM', 'cmd.exe'],
    ] as const)
      assert.equal(
        swaks({ helo: 'a\nb\u00e9' }, shell)[1],
        `${mark} --helo is left out: ${name} cannot hand over a?b? as it stands`,
      );
  });
  it('says what is not known and what is left out', () => {
    const { host: _, ...nameless } = recipe;
    assert.deepEqual(commandLine({ ...nameless, leftOut: ['VRFY', 'XCLIENT'] }, 'swaks', 'sh').split('\n'), [
      'swaks --server SERVER --port 25 --quit-after EHLO',
      '# the text does not name the server: put it in the place of SERVER',
      '# not done again: VRFY, XCLIENT',
    ]);
    assert.deepEqual(swaks({ hostFromGreeting: true, otherTransactions: 2, cut: ['a line is cut'] }).slice(1), [
      '# the text does not say where it connected: the server is named as it greeted',
      '# a line is cut',
      '# one of the 3 transactions of the session: the one that was refused, or the last',
    ]);
  });
});

describe('a session as a command of our own', () => {
  const own = (more: Partial<Recipe>): string | undefined => lines(more, 'mail-triage')[0];
  it('is that session', () => {
    assert.equal(own({}), 'mail-triage smtp --tls none --stop-after EHLO mx1.contoso.test:25');
    assert.equal(
      own({ hello: 'LHLO', helo: 'a.test', port: 24, tls: 'implicit', host: '2001:db8::25', reached: 'STARTTLS' }),
      "mail-triage smtp --lmtp --helo a.test --tls implicit --stop-after TLS '[2001:db8::25]:24'",
    );
    assert.match(own({ hello: 'HELO' }) ?? '', /^mail-triage smtp --tls none /);
  });
  it('leaves out a server that would be an option', () => {
    assert.deepEqual(lines({ host: '-x' }, 'mail-triage'), [
      'mail-triage smtp --tls none --stop-after EHLO',
      '# the server is left out: a shell cannot hand over -x:25 as it stands',
    ]);
  });
});
