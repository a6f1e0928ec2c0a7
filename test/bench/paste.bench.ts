import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { root } from '../../scripts/bootstrap.mjs';
import { runCommand, webviewWith } from '../workbench/person.ts';
import { openWorkbench } from '../workbench/workbench.ts';
import { figure, percentile } from './measure.ts';

/**
 * From a paste into an untitled text to the first words of the page of the ticket, in a real workbench. Beside it stands
 * a view that does nothing but write down the text that it is handed (`bareView`): what that takes at the same paste is
 * the editor's.
 */

/** Pastes that are measured, besides the first. */
const PASTES = 9;

const workbench = await openWorkbench({
  settings: { 'mailTriage.notice.readUntitled': true },
  beside: [join(root, 'test', 'bench', 'bareView')],
});
const { page } = workbench;
page.setDefaultTimeout(300_000);
await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
await runCommand(page, 'Mail Triage: Show Ticket');
const ticket = await webviewWith(page, '#ticket textarea');
const bare = await webviewWith(page, '#bare');

/** Keeps when each text was first there, in a page; all pages of a browser have one clock. */
const watch = (frame: Frame, selector: string): Promise<void> =>
  frame.evaluate((wanted) => {
    const seen: [string, number][] = [];
    Object.assign(globalThis, { seen });
    const look = (): void => {
      const text = document.querySelector(wanted)?.textContent ?? '';
      if (seen.at(-1)?.[0] !== text) seen.push([text, Date.now()]);
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  }, selector);

/** When a text with a mark was first seen. */
const seenAt = async (frame: Frame, mark: string): Promise<number> => {
  const handle = await frame.waitForFunction(
    (wanted) =>
      (globalThis as unknown as { seen: [string, number][] }).seen.find(([text]) => text.includes(wanted))?.[1],
    mark,
    { polling: 20 },
  );
  return (await handle.jsonValue()) as number;
};

await watch(ticket, '#ticket');
await watch(bare, '#bare');
await page.evaluate(() => {
  Object.assign(globalThis, { pressed: 0 });
  document.addEventListener('keydown', () => Object.assign(globalThis, { pressed: Date.now() }), true);
});
const pressed = (): Promise<number> => page.evaluate(() => (globalThis as unknown as { pressed: number }).pressed);

const session = readFileSync(join(root, 'samples', '1-relaying-denied.smtp.txt'), 'utf8');
const pastes: (readonly [ours: number, editors: number])[] = [];
for (let i = 0; i < PASTES; i++) {
  await runCommand(page, 'File: New Untitled Text File');
  await page.locator('.editor-instance .view-lines').last().waitFor();
  // A recipient of its own makes each page another.
  const mark = `round${i}x@northwind.test`;
  const text = session.replaceAll('customer@northwind.test', mark);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.waitForTimeout(500);
  await page.keyboard.press('ControlOrMeta+V');
  const ours = await seenAt(ticket, mark);
  const editors = await seenAt(bare, mark);
  const from = await pressed();
  pastes.push([ours - from, editors - from]);
  console.log(`paste ${i}: ${pastes.at(-1)?.join(' ms, the editor alone ')} ms`);
  if (i < PASTES - 1) {
    await runCommand(page, 'View: Revert and Close Editor');
    await ticket.locator('textarea').waitFor();
  }
}
await workbench.close();
const warm = pastes.slice(1);
const [ours, editors] = [0, 1].map((column) =>
  percentile(
    warm.map((paste) => paste[column] as number),
    0.5,
  ),
) as [number, number];
figure('paste to first words: ms', ours);
figure('the same into a view that only writes the text down: ms', editors);
figure('paste to first words / the editor alone', ours / editors, { most: 3 });
