import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { root } from '../../scripts/bootstrap.mjs';
import { until } from '../support/until.ts';

/** What a person does in the workbench, with the keyboard and the mouse. */

/** The list or box in which VS Code asks: palette, quick pick, input box. */
const widget = '.quick-input-widget:not([style*="display: none"])';

/** Opens the palette, types the title of a command and clicks the line that bears it. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await pick(page, title);
}

/** Opens a file of the workspace through the list of files. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+P');
  await pick(page, name);
  await page.locator('.tabs-container .tab.active').filter({ hasText: name }).waitFor();
  await page.locator('.editor-instance .view-lines').last().waitFor();
}

/** Types into the list that is open and clicks the first line that holds the text. */
export async function pick(page: Page, text: string): Promise<void> {
  const input = page.locator(`${widget} input`).first();
  await input.waitFor();
  await input.pressSequentially(text);
  const row = page.locator(`${widget} .monaco-list-row`).filter({ hasText: text }).first();
  await row.waitFor();
  await row.click();
}

/** Answers the input box that is open. */
export async function answer(page: Page, text: string): Promise<void> {
  const input = page.locator(`${widget} input`).first();
  await input.waitFor();
  await input.fill(text);
  await input.press('Enter');
}

/** Starts a probe from its form as it is filled in. */
export async function startAsItStands(page: Page): Promise<void> {
  await page.locator(`${widget} .monaco-list-row`).filter({ hasText: 'Stop behind' }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Types into the input that has suggestions, and takes what was typed. */
export async function answerWith(page: Page, text: string): Promise<void> {
  await page.locator(`${widget} input`).first().fill(text);
  await page.locator(`${widget} .monaco-list-row`).filter({ hasText: 'as typed' }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Types at the cursor of the editor in front. */
export async function typeInEditor(page: Page, text: string): Promise<void> {
  await page.locator('.editor-instance .view-lines').last().click();
  await page.keyboard.type(text);
}

/**
 * Moves the mouse onto the first place where the visible text stands, and returns the hover that appears. Lenses that
 * come meanwhile push the text away from under the mouse, where no hover would ever appear: it is moved again.
 */
export async function hoverOver(page: Page, text: string): Promise<Locator> {
  const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents').first();
  await until(`a hover over "${text}"`, async () => {
    const place = await placeOf(page, text);
    if (place === undefined) return false;
    // Away first: an editor shows no hover for a mouse that does not move.
    await page.mouse.move(place.x + 1, place.y + 200);
    await page.mouse.move(place.x, place.y, { steps: 5 });
    return hover.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
  });
  return hover;
}

/** The middle of the first letter of a text on the screen; undefined where its line was drawn anew meanwhile. */
async function placeOf(page: Page, text: string): Promise<{ readonly x: number; readonly y: number } | undefined> {
  const line = page.locator('.editor-instance .view-line').filter({ hasText: text }).first();
  await line.waitFor();
  return line.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const pieces: { node: Node; start: number }[] = [];
    let whole = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      pieces.push({ node, start: whole.length });
      // The editor shows every blank as one that does not break.
      whole += (node.textContent ?? '').replaceAll('\u00a0', ' ');
    }
    const at = whole.indexOf(wanted);
    const piece = pieces.findLast(({ start }) => start <= at);
    if (at < 0 || !piece) return undefined;
    const range = document.createRange();
    range.setStart(piece.node, at - piece.start);
    range.setEnd(piece.node, at - piece.start + 1);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, text);
}

/** The document inside the webview that holds the element; a webview is a frame within a frame. */
export async function webviewWith(page: Page, selector: string): Promise<Frame> {
  return until(`a webview with ${selector}`, async () => {
    for (const frame of page.frames()) {
      // A frame may go away while it is asked.
      const count =
        frame === page.mainFrame()
          ? 0
          : await frame
              .locator(selector)
              .count()
              .catch(() => 0);
      if (count > 0) return frame;
    }
    return undefined;
  });
}

/** Takes a picture of the whole window, into `out/screenshots` unless another folder of the project is named. */
export async function takePicture(page: Page, name: string, folder = 'out/screenshots'): Promise<string> {
  const path = join(root, folder, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  return path;
}
