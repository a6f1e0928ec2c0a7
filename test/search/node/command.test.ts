import assert from 'node:assert/strict';
import { commandSource, printed } from '../../../src/search/node/command.ts';

const never = new AbortController().signal;
const node = (script: string): readonly string[] => [process.execPath, '-e', script];

async function read(octets: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const piece of octets) text += piece.toString();
  return text;
}
const asked = (command: readonly string[], ...pieces: readonly string[]): Promise<string> =>
  read(commandSource({ name: 'mx2', command }).open({ pieces }, never));

describe('a program that prints lines', () => {
  it('is given nothing that a shell or itself could read as something else', async () => {
    for (const piece of [
      'a b',
      'a;b',
      '$(x)',
      '`x`',
      "a'b",
      'a"b',
      'a\nb',
      '-n',
      '--x',
      'a*',
      'ä',
      '',
      'a|b',
      'x'.repeat(301),
    ])
      await assert.rejects(asked(['no-such-program', '{needle}'], piece), /^Error: mx2 is not given “/, piece);
    await assert.rejects(asked(['no-such-program', '{needle}'], 'x-y.z@a+b=c:/_'), /^Error: mx2: spawn/);
    await assert.rejects(asked(['no-such-program', '{needle}'], 'x'.repeat(300)), /^Error: mx2: spawn/);
  });

  it('runs for each needle, fifty times at most, or once where it prints all', async () => {
    const echo = [...node('console.log(process.argv.slice(1).join(" "))'), '<{needle}|{needle}>', 'x'];
    assert.equal(await asked(echo, 'one', 'two'), '<one|one> x\n\n<two|two> x\n\n');
    assert.equal(await asked(node('console.log("all")'), 'one', 'two'), 'all\n');
    const many = Array.from({ length: 51 }, (_, i) => `id${i}`);
    await assert.rejects(asked(['no-such-program', '{needle}'], ...many), {
      message: 'mx2 would run 51 times, at most 50 are allowed',
    });
    await assert.rejects(asked(['no-such-program', '{needle}'], ...many.slice(1)), /spawn/);
  });

  it('is named with what it said where it fails', async () => {
    for (const [script, message] of [
      ['process.exit(1)', undefined],
      ['console.error("no"); process.exit(1)', 'mx2: no'],
      ['process.exit(2)', 'mx2: status 2'],
      ['console.error("  "); process.exit(2)', 'mx2: status 2'],
      ['console.error("x".repeat(600)); process.exit(255)', `mx2: ${'x'.repeat(500)}`],
      ['console.error("warning")', undefined],
    ] as const) {
      const [program = '', ...words] = node(script);
      const reading = read(printed('mx2', program, words, never));
      if (message === undefined) assert.equal(await reading, '');
      else await assert.rejects(reading, { message });
    }
  });

  it('is missed where the settings name none', async () => {
    for (const command of [[], [''], ['', '{needle}']])
      await assert.rejects(asked(command, 'x'), { message: 'mx2 names no program: its command is empty' });
  });

  it('ends with the search', async () => {
    const stop = new AbortController();
    const [program = '', ...words] = node('console.log("x"); setTimeout(() => {}, 60_000)');
    const pieces: string[] = [];
    for await (const piece of printed('mx2', program, words, stop.signal)) {
      pieces.push(piece.toString());
      stop.abort();
    }
    assert.deepEqual(pieces, ['x\n']);
  });
});
