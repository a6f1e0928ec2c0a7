import '../client/load.ts';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { desk } from '../client/desk.ts';

describe('what a browser cannot do', () => {
  it('is said in a sentence with where it can be done, by every command that needs it', async () => {
    const { registerElsewhere } = await import('../../src/web/elsewhere.ts');
    // Other tests leave their commands on the desk.
    const others = [...desk.commands];
    desk.commands.clear();
    const registered = registerElsewhere();
    const names = [...desk.commands.keys()];
    try {
      for (const name of names) {
        desk.said.length = 0;
        await desk.commands.get(name)?.();
        assert.equal(desk.said.length, 1, name);
        assert.match(desk.said[0] ?? '', /browser.*VS Code on your machine|No password|Nothing waits/, name);
      }
    } finally {
      registered.dispose();
      for (const [name, run] of others) desk.commands.set(name, run);
    }
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const known = new Set(contributes.commands.map(({ command }: { command: string }) => command));
    assert.deepEqual(
      names.filter((name) => !known.has(name)),
      [],
    );
    assert.ok(names.length > 10);
  });
});
