import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import {
  answer,
  answerWith,
  hoverOver,
  openFile,
  pick,
  runCommand,
  startAsItStands,
  takePicture,
  webviewWith,
} from './person.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('a person at the workbench', () => {
  let workbench: Workbench;
  let page: Page;

  before(async () => {
    workbench = await openWorkbench();
    page = workbench.page;
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await takePicture(page, `failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
  });

  it('sees the sample tickets in the explorer', async () => {
    const rows = page.locator('.explorer-folders-view .monaco-list-row');
    const samples = readdirSync(workbench.workspace).filter((name) => !name.startsWith('.'));
    assert.deepEqual((await rows.allTextContents()).sort(), samples.sort());
  });

  it('hovers a refused recipient and reads what to do', async () => {
    await openFile(page, '1-relaying-denied.smtp.txt');
    await page.locator('.codelens-decoration').filter({ hasText: 'Refused at RCPT' }).waitFor();
    await hoverOver(page, '5.7.1');
    const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents').filter({ hasText: 'Who acts' });
    await hover.waitFor();
    const text = await hover.innerText();
    assert.match(text, /550 5\.7\.1 in answer to RCPT/);
    assert.match(text, /the sender's admin/);
    await takePicture(page, 'hover');
  });

  it('finds no problem where a server refused: nothing is wrong with the text', async () => {
    await runCommand(page, 'Problems: Focus on Problems View');
    const rows = page.locator('.markers-panel .monaco-list-row');
    await page.locator('.markers-panel').getByText('No problems have been detected').first().waitFor();
    assert.equal(await rows.filter({ hasText: 'only from clients it knows' }).count(), 0);
    await takePicture(page, 'problems');
  });

  it('looks up mail exchangers from the palette', async () => {
    await runCommand(page, 'Mail Triage: Look Up Mail Exchangers');
    await answerWith(page, 'contoso.test');
    const output = page.locator('.output-view .view-line').filter({ hasText: '10 mx1.contoso.test' });
    await output.first().waitFor();
    await takePicture(page, 'mail-exchangers');
  });

  it('probes a server and hovers its reply in the output', async () => {
    await runCommand(page, 'Mail Triage: Probe SMTP Server');
    await answer(page, 'mx1.contoso.test');
    await startAsItStands(page);
    const last = page.locator('.output-view .view-line').filter({ hasText: '* Result:' });
    await last.last().waitFor();
    await takePicture(page, 'smtp-probe');
  });

  it('cancels a probe that hangs, and gets a report of it', async () => {
    await runCommand(page, 'Mail Triage: Probe SMTP Server');
    await answer(page, 'silent.lab.test');
    await startAsItStands(page);
    const toast = page.locator('.notification-list-item').filter({ hasText: 'silent.lab.test' });
    await toast.waitFor();
    await toast.locator('.monaco-button', { hasText: 'Cancel' }).click();
    await page
      .locator('.output-view .view-line')
      .filter({ hasText: /cancel/i })
      .last()
      .waitFor();
    await toast.waitFor({ state: 'detached' });
  });

  it('opens the timeline with the button in the title bar and goes to a hop and back', async () => {
    await runCommand(page, 'View: Hide Panel');
    await openFile(page, '3-took-four-hours.eml');
    await page.locator('.editor-actions .action-label[aria-label*="Show Hop Timeline"]').click();
    const timeline = await webviewWith(page, '#timeline table tbody tr');
    const rows = timeline.locator('#timeline tbody tr');
    assert.equal(await rows.count(), 5);
    assert.match(await rows.nth(0).innerText(), /Written/);
    assert.match(await rows.nth(1).innerText(), /\[10\.1\.2\.3\][\s\S]*mail\.fabrikam\.test/);
    assert.match(await rows.nth(3).innerText(), /4 h 6 min/);
    assert.match(await timeline.locator('#timeline').innerText(), /4 h 6 min/);
    await rows.nth(3).click();
    await page.locator('.statusbar-item').filter({ hasText: 'Ln 6, Col 1' }).waitFor();
    await timeline.locator('#timeline tbody tr[aria-current="true"]').waitFor();
    await takePicture(page, 'timeline');
  });

  it('reaches every hop with the keyboard', async () => {
    const timeline = await webviewWith(page, '#timeline table tbody tr');
    await timeline.locator('#timeline tbody tr').nth(2).focus();
    await page.keyboard.press('Home');
    assert.equal(
      await timeline
        .locator('#timeline tbody tr')
        .nth(0)
        .evaluate((row) => row === row.ownerDocument.activeElement),
      true,
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await timeline
      .locator('#timeline tbody tr[aria-current="true"]')
      .filter({ hasText: 'scan.filter.example' })
      .first()
      .waitFor();
  });

  it('is offered to read pasted text, and accepts', async () => {
    await page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: '5-blocked' }).click();
    await page.locator('.tabs-container .tab.active').filter({ hasText: '5-blocked' }).waitFor();
    await runCommand(page, 'View: Close All Editors');
    await runCommand(page, 'File: New Untitled Text File');
    await page.keyboard.insertText(
      '220 mx1.contoso.test ESMTP Postfix\nEHLO a.test\n250 mx1.contoso.test\nQUIT\n221 2.0.0 Bye\n',
    );
    const hint = page.locator('.statusbar-item').filter({ hasText: 'Read as mail ticket' });
    await hint.waitFor();
    await hint.locator('a').click();
    await page.locator('.statusbar-item').filter({ hasText: 'SMTP Transcript' }).waitFor();
    await hint.waitFor({ state: 'hidden' });
  });

  it('chooses another resolver', async () => {
    await runCommand(page, 'Mail Triage: Choose DNS Resolver');
    await pick(page, 'Quad9');
    await page.locator('.statusbar-item').filter({ hasText: 'The probes now ask 9.9.9.9' }).waitFor();
    await runCommand(page, 'Mail Triage: Choose DNS Resolver');
    await page.locator('.quick-input-widget input[placeholder*="9.9.9.9"]').waitFor();
    await page.keyboard.press('Escape');
  });
});
