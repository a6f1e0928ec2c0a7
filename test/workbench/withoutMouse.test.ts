import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { root } from '../../scripts/bootstrap.mjs';
import { assertAccessible } from './axe.ts';
import { openFile, runCommand, takePicture, webviewWith } from './person.ts';
import { openWorkbench, themes, type Workbench } from './workbench.ts';

const sample = (name: string): string => readFileSync(join(root, 'samples', name), 'utf8');

/** As Microsoft 365 writes it, with a sentence above. */
const MICROSOFT = `Hello, this went to junk, why?

Received: from a.prod.outlook.com (2001:db8::5) by b.prod.outlook.com with HTTPS; Fri, 20 Nov 2026 09:12:44 +0000
Authentication-Results: spf=fail (sender IP is 203.0.113.77)
 smtp.mailfrom=contoso.test; dkim=none (message not signed)
 header.d=none;dmarc=fail action=quarantine header.from=contoso.test;compauth=fail reason=000
Received: from mail.fabrikam.test (203.0.113.77) by c.mail.protection.outlook.com (10.167.8.198) with
 Microsoft SMTP Server id 15.20.8158.14 via Frontend Transport; Fri, 20 Nov 2026 09:12:39 +0000
From: Accounts <accounts@contoso.test>
To: Bob <bob@northwind.test>
Subject: Invoice
Date: Fri, 20 Nov 2026 08:29:00 +0000
Message-ID: <9d2f01@contoso.test>
X-Forefront-Antispam-Report: SCL:6;SFV:SPM;CAT:SPOOF;DIR:INB;
X-Microsoft-Antispam-Mailbox-Delivery: jmr:1;dest:J;
`;

/** Tickets as they are pasted: what is on their page, and how their answer begins. */
const TICKETS: readonly (readonly [name: string, text: string, parts: readonly string[], answer: RegExp])[] = [
  ['session', sample('1-relaying-denied.smtp.txt'), ['.happened', '.next', '.recipients'], /relaying denied/],
  ['header', MICROSOFT, ['.happened', '.message .badges', '.message .strip'], /junk/],
  ['bounce', sample('2-bounced.eml'), ['.happened', '.next', '.message', '.recipients'], /wendy\.old@fabrikam\.test/],
  ['log', sample('6-mail-log.ticket.txt'), ['.happened', '.next', '.recipients', '.parts'], /full/],
  ['mixed', sample('4-mixed.ticket.txt'), ['.happened', '.next', '.recipients', '.parts'], /greylist/i],
];

describe('a person without a mouse', () => {
  let workbench: Workbench;
  let page: Page;
  let ticket: Frame;

  before(async () => {
    workbench = await openWorkbench();
    page = workbench.page;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    // The page is in sight, as it was left the last time.
    await runCommand(page, 'Mail Triage: Show Ticket');
    ticket = await webviewWith(page, '#ticket textarea');
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await takePicture(page, `failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
  });

  /** Presses keys one after the other, which is one step. */
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  /** Throws the text away, and what was said of it. */
  const leave = async (): Promise<void> => {
    await runCommand(page, 'Notifications: Clear All Notifications');
    await runCommand(page, 'View: Revert and Close Editor');
    await ticket.locator('textarea').waitFor();
  };

  for (const [name, text, parts, answer] of TICKETS) {
    it(`comes from the paste of a ${name} to the copied answer in two steps`, async () => {
      await runCommand(page, 'File: New Untitled Text File');
      await page.locator('.editor-instance .view-lines').last().waitFor();
      await page.evaluate((words) => navigator.clipboard.writeText(words), text);
      let steps = 0;
      const pasted = performance.now();
      await press('ControlOrMeta+V');
      // Noticed without a step: offered, or read at once where the first line names the language.
      await page
        .locator('.statusbar-item')
        .filter({ hasText: /Read as mail ticket|^E-mail$/ })
        .first()
        .waitFor();
      const noticed = performance.now();
      assert.equal(steps, 0);
      // One step to the whole answer.
      await press('ControlOrMeta+K', 'Alt+T');
      steps++;
      ticket = await webviewWith(page, '#ticket .happened h2');
      await ticket.locator('.happened h2').first().waitFor();
      const told = performance.now();
      for (const part of parts) await ticket.locator(part).first().waitFor();
      assert.ok(steps <= 2);
      await takePicture(page, `keyboard-${name}`);
      // One more into the clipboard.
      await press('ControlOrMeta+K', 'Alt+C');
      steps++;
      await page.locator('.notification-list-item').filter({ hasText: 'The answer is in the clipboard' }).waitFor();
      assert.ok(steps <= 3);
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), answer);
      await leave();
      const [notice, words] = [noticed - pasted, told - noticed].map(Math.round);
      console.log(`      ${steps} steps; noticed after ${notice} ms, the page ${words} ms after the key`);
    });
  }

  it('needs no step but the paste where pasted texts are read at once', async () => {
    const file = join(workbench.workspace, '.vscode', 'settings.json');
    const settings = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...settings, 'mailTriage.notice.readUntitled': true }));
    await runCommand(page, 'File: New Untitled Text File');
    await page.evaluate((words) => navigator.clipboard.writeText(words), sample('1-relaying-denied.smtp.txt'));
    const pasted = performance.now();
    await press('ControlOrMeta+V');
    await ticket.locator('.happened h2').first().waitFor();
    console.log(`      first words ${Math.round(performance.now() - pasted)} ms behind the paste`);
    writeFileSync(file, JSON.stringify(settings));
    await leave();
  });

  for (const [theme, name] of Object.entries(themes)) {
    it(`meets no fault of accessibility in timeline and preview in the theme ${theme}`, async function () {
      this.timeout(300_000);
      const file = join(workbench.workspace, '.vscode', 'settings.json');
      const settings = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, JSON.stringify({ ...settings, 'workbench.colorTheme': name }));
      await page.locator(`.monaco-workbench.${KINDS[theme as keyof typeof themes]}`).waitFor();
      await runCommand(page, 'View: Close All Editors');
      await openFile(page, '3-took-four-hours.eml');
      await page.locator('.codelens-decoration').filter({ hasText: 'Hop timeline' }).waitFor();
      await runCommand(page, 'Mail Triage: Show Hop Timeline');
      const timeline = await webviewWith(page, '#timeline tbody tr');
      await assertAccessible(timeline, 'timeline');
      await takePicture(page, `timeline-${theme}`);
      await runCommand(page, 'Mail Triage: Preview Message');
      const preview = await webviewWith(page, '#preview h1');
      await preview.locator('.fields').waitFor();
      await assertAccessible(preview, 'preview');
      await takePicture(page, `preview-${theme}`);
    });
  }
});

const KINDS: Readonly<Record<keyof typeof themes, string>> = {
  dark: 'vs-dark',
  light: 'vs',
  highContrast: 'hc-black',
  highContrastLight: 'hc-light',
};
