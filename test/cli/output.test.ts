import assert from 'node:assert/strict';
import { note, say, sayDocument, sayJson, sayJsonFields, sayLines, showProgress } from '../../src/cli/output.ts';
import { atTerminal } from './terminal.ts';

const written = async (run: () => unknown, isTTY = false) => {
  const { out, err } = await atTerminal(
    {},
    async () => {
      await run();
    },
    { isTTY },
  );
  return { out, err };
};

describe('what a command writes', () => {
  it('does nothing to a terminal but be read', async () => {
    assert.deepEqual(await written(() => say('a\u001b[31mb\n')), { out: 'a\ufffd[31mb\n', err: '' });
    assert.deepEqual(await written(() => note('a\u0007')), { out: '', err: 'mail-triage: a\ufffd\n' });
    assert.doesNotMatch((await written(() => sayJson({ a: '\u001b\u009b' }))).out, /\p{Cc}(?!$)/u);
    // A document is what it is, but for a terminal.
    assert.equal((await written(() => sayDocument('a\u001bb'))).out, 'a\u001bb');
    assert.equal((await written(() => sayDocument('a\u001bb'), true)).out, 'a\ufffdb');
  });

  it('is all lines, however many and however slowly they are taken', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `line ${i}`);
    assert.equal((await written(() => sayLines(lines))).out, `${lines.join('\n')}\n`);
    assert.equal((await written(() => sayLines([]))).out, '');
    assert.equal((await written(() => sayJsonFields([['a', 1]]))).out, '{"a":1}\n');
  });

  it('shows how far it is on a terminal alone, on one line of a hundred characters', async () => {
    assert.deepEqual(await written(() => showProgress('50 MB')), { out: '', err: '' });
    assert.deepEqual(await written(() => showProgress('50 MB'), true), { out: '', err: '\r\u001b[K50 MB' });
    assert.equal((await written(() => showProgress('x'.repeat(300)), true)).err, `\r\u001b[K${'x'.repeat(100)}`);
  });
});
