import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CliCommand } from '../../src/cli/command.ts';
import { commandNamed, commands } from '../../src/cli/commands.ts';
import { usage, usageOf } from '../../src/cli/usage.ts';
import { heldIn } from '../support/held.ts';
import { run } from '../support/shell.ts';

const held = heldIn('test/cli/usage.txt');

/** What a command says of arguments that are wrong, without running. */
async function wrong(name: string, ...args: readonly string[]): Promise<string> {
  const outcome = await (commandNamed(name) as CliCommand).run(args);
  return outcome.kind === 'wrong usage' ? outcome.problem : outcome.kind;
}

async function prints(text: string, ...args: readonly string[]): Promise<void> {
  const { code, out } = await run(args);
  assert.deepEqual([code, out], [0, text]);
}

describe('the usage of mail-triage', () => {
  for (const command of commands) {
    it(`of ${command.name} is what --help prints, wherever it stands`, async () => {
      for (const args of [['--help'], ['-h'], ['word', '--help']]) {
        assert.deepEqual(await command.run(args), { kind: 'help' });
      }
      const text = usageOf(command);
      assert.ok(text.startsWith(`Usage: mail-triage ${command.name}`), text);
      held(command.name, text.split('\n'));
      for (const [name, { value = '', about }] of Object.entries(command.options)) {
        assert.ok(text.includes(`  --${[name, value].join(' ').trimEnd()}\n      ${about}\n`), name);
      }
      assert.match(
        text,
        /\nExit status: 0 when .*, 1 when .*, 2 (?:when .*, or )?for wrong usage(?:, from 11 .*)?\.\n$/,
      );
      assert.ok(usage().includes(`\n  ${command.name}`));
    });

    it(`of ${command.name} knows no other option`, async () =>
      assert.match(await wrong(command.name, '--no-such-option'), /--no-such-option/));
  }

  it('marks what may be given again and what may be left out', () => {
    assert.match(
      usageOf(commandNamed('check') as CliCommand),
      /^Usage: mail-triage check .*\[--server ADDRESS\[:PORT\]\]…/,
    );
    assert.match(usageOf(commandNamed('lsp') as CliCommand), /^Usage: mail-triage lsp \[--stdio\]\n/);
  });

  it('asks for words where there are too few or too many', async () => {
    assert.equal(await wrong('smtp', 'a.test', 'b.test'), 'name one host');
    assert.equal(await wrong('read'), 'name a file, or - for standard input');
    assert.match(await wrong('lsp', 'word'), /standard input and output only/);
  });

  it('takes a number for a number only', async () => {
    for (const seconds of ['x', '0', '-1', 'Infinity', '']) {
      assert.match(await wrong('check', `--timeout=${seconds}`, 'a.test'), /--timeout' takes a number of seconds/);
    }
    assert.match(await wrong('verify', '--line', 'first', 'a.eml'), /--line' takes a number from 1 on, not 'first'/);
  });
});

describe('mail-triage', () => {
  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    await prints(`mail-triage ${version}\n`, '--version');
    await prints(`mail-triage ${version}\n`, '-V');
  });

  it('prints the usage of one command on standard output', async () => {
    const expected = usageOf(commandNamed('verify') as CliCommand);
    await prints(expected, 'verify', '--help');
    await prints(expected, 'help', 'verify');
    await prints(usage(), '--help');
    assert.equal((await run(['help', 'no-such'])).code, 2);
  });
});
