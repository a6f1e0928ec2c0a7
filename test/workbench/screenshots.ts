import type { Page } from 'playwright-core';
import { answer, answerWith, hoverOver, openFile, runCommand, takePicture, webviewWith } from './person.ts';
import { type Clip, takeSmallPicture } from './smallPicture.ts';
import { openWorkbench, themes, type WorkbenchOptions } from './workbench.ts';

/** Writes the pictures of the README, and the same scenes in every theme. Run by `npm run screenshots`. */
const scenes: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async transcript(page) {
    await openFile(page, '1-relaying-denied.smtp.txt');
    await page.locator('.codelens-decoration').filter({ hasText: 'Refused at RCPT' }).waitFor();
    await hoverOver(page, '5.7.1');
    await page.locator('.monaco-hover:not(.hidden) .hover-contents').filter({ hasText: 'Who acts' }).waitFor();
  },
  async timeline(page) {
    await openFile(page, '3-took-four-hours.eml');
    await page.locator('.codelens-decoration').filter({ hasText: 'Hop timeline' }).waitFor();
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await runCommand(page, 'Mail Triage: Show Hop Timeline');
    const timeline = await webviewWith(page, '#timeline tbody tr');
    await timeline.locator('#timeline tbody tr').nth(3).click();
    await timeline.locator('#timeline tbody tr[aria-current="true"]').waitFor();
    await page.locator('.statusbar-item').filter({ hasText: 'Ln 6, Col 1' }).waitFor();
  },
  async bounce(page) {
    await openFile(page, '2-bounced.eml');
    await page.locator('.codelens-decoration').filter({ hasText: 'Bounced: ' }).waitFor();
  },
  async ticket(page) {
    await openFile(page, '6-mail-log.ticket.txt');
    await page.locator('.codelens-decoration').filter({ hasText: 'Refused' }).first().waitFor();
    await page.locator('.activitybar .action-label[aria-label^="Mail Triage"]').click({ force: true });
    const ticket = await webviewWith(page, '#ticket .recipients');
    await ticket.locator('h2').filter({ hasText: 'mailbox is full' }).waitFor();
  },
  async probe(page) {
    await openFile(page, '4-mixed.ticket.txt');
    await page.locator('.codelens-decoration').filter({ hasText: 'Deferred at RCPT' }).waitFor();
    await runCommand(page, 'Mail Triage: Look Up Mail Exchangers');
    await answerWith(page, 'contoso.test');
    await page.locator('.output-view .view-line').filter({ hasText: ' fail, ' }).first().waitFor();
    await runCommand(page, 'Mail Triage: Probe SMTP Server');
    await answer(page, 'mx2.contoso.test');
    await page.locator('.output-view .view-line').filter({ hasText: 'mx2.contoso.test:25 accepts' }).first().waitFor();
    await page.locator('.notification-list-item').first().waitFor({ state: 'detached' });
  },
};

/** The scenes that the README shows, and how much of the window: each is a part of what users download. */
const ofReadme: ReadonlyMap<string, Clip> = new Map([
  ['transcript', { x: 0, y: 0, width: 1080, height: 660 }],
  ['timeline', { x: 52, y: 36, width: 1024, height: 466 }],
  ['ticket', { x: 48, y: 36, width: 1032, height: 480 }],
]);

describe('the pictures', () => {
  for (const theme of Object.keys(themes) as NonNullable<WorkbenchOptions['theme']>[]) {
    for (const [name, show] of Object.entries(scenes)) {
      it(`${name} in the theme ${theme}`, async () => {
        const { page, close } = await openWorkbench({
          theme,
          size: { width: 1080, height: 660 },
          settings: { 'editor.minimap.enabled': false },
        });
        try {
          await show(page);
          // Nothing that the mouse rests on; colours come from the server a moment after the text.
          await page.mouse.move(1, 1);
          await page.waitForTimeout(1500);
          const clip = theme === 'dark' ? ofReadme.get(name) : undefined;
          if (clip !== undefined) await takeSmallPicture(page, `${name}-dark`, 'media/screenshots', clip);
          else await takePicture(page, `${name}-${theme}`);
        } finally {
          await close();
        }
      });
    }
  }
});
