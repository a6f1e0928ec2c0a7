import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matching } from '../../src/search/node/files.ts';

describe('a pattern for files', () => {
  it('takes capitals for small letters on Windows alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mail-triage-'));
    try {
      for (const name of ['MSGTRK1.LOG', 'msgtrk2.log', 'other.txt']) writeFileSync(join(folder, name), '');
      const found = async (platform: NodeJS.Platform): Promise<readonly string[]> => {
        const names: string[] = [];
        for await (const name of matching(join(folder, '*.log'), platform)) names.push(name.slice(folder.length + 1));
        return names;
      };
      assert.deepEqual(await found('win32'), ['MSGTRK1.LOG', 'msgtrk2.log']);
      assert.deepEqual(await found('linux'), ['msgtrk2.log']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
