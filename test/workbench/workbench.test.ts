import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { takePicture } from './person.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('the workbench', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await takePicture(workbench.page, 'failed');
  });

  it('shows the sample tickets in the explorer', async () => {
    const rows = workbench.page.locator('.explorer-folders-view .monaco-list-row');
    const samples = readdirSync(workbench.workspace).filter((name) => !name.startsWith('.'));
    assert.deepEqual((await rows.allTextContents()).sort(), samples.sort());
    await takePicture(workbench.page, 'explorer');
  });
});
