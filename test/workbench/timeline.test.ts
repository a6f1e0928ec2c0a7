import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { openFile, runCommand, takePicture, webviewWith } from './person.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** Values that would do something in a page which took them for markup. */
const HOSTILE = `Received: from <img src=https://evil.example/a.png onerror=top.pwned=1> (<script>top.pwned=2</script> [203.0.113.4])
 by "><svg/onload=top.pwned=3> with <iframe src=https://evil.example/b.html> id javascript:alert(4);
 Fri, 20 Nov 2026 12:00:40 +0000 (<style>@import url(https://evil.example/c.css)</style>)
Received: from a ([10.0.0.1]) by <a href=https://evil.example/d>x</a> with ESMTP id 1; Fri, 20 Nov 2026 12:00:10 +0000
X-Greylist: delayed 30 seconds by <b>x</b> at "><svg/onload=top.pwned=3>
Date: <img src=x onerror=top.pwned=5> Fri, 20 Nov 2026 12:00:00 +0000
Subject: <script>top.pwned=6</script>

body
`;

const HOSTS =
  'web1 mail out3 mx-in-7.filter.example scan-12.filter.example deliver-4.filter.example mx1 av2 hub mbx-07 store';

/** Ten servers of three houses, with a wait that is told. */
const TEN = `${HOSTS.split(' ')
  .map((host, i) => (host.includes('.') ? host : `${host}.${i < 5 ? 'fabrikam' : 'northwind'}.test`))
  .map((by, i, all) => {
    const time = `Fri, 20 Nov 2026 ${i < 4 ? '09' : '12'}:54:${String(i * 2).padStart(2, '0')} +0000`;
    return `Received: from ${all[i - 1]} (${all[i - 1]} [203.0.113.${i}]) by ${by} (Postfix) with ESMTPS id 4F${i} (TLS1.3); ${time}\n`;
  })
  .slice(1)
  .toReversed()
  .join(
    '',
  )}X-Greylist: delayed 10800 seconds by postgrey-1.37 at scan-12.filter.example; Fri, 20 Nov 2026 12:54:08 +0000
From: a@fabrikam.test
Date: Fri, 20 Nov 2026 09:53:58 +0000
Subject: Ten hops

body
`;

describe('the timeline at the workbench', () => {
  let workbench: Workbench;
  let page: Page;
  const asked: string[] = [];

  before(async () => {
    workbench = await openWorkbench({
      size: { width: 1400, height: 900 },
      settings: {
        'workbench.activityBar.location': 'hidden',
        'mailTriage.trustedNetworks': ['10.0.0.0/8', '192.0.2.0 / 255.255.255.0', 'our network'],
      },
    });
    page = workbench.page;
    page.on('request', (request) => asked.push(request.url()));
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await takePicture(page, `failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
    }
  });

  /** Opens a message with the timeline beside it. */
  async function show(name: string, text?: string): Promise<Frame> {
    await runCommand(page, 'View: Close All Editors');
    if (text !== undefined) writeFileSync(join(workbench.workspace, name), text);
    await openFile(page, name);
    await page.locator('.codelens-decoration').filter({ hasText: 'Hop timeline' }).waitFor();
    await runCommand(page, 'Mail Triage: Show Hop Timeline');
    return webviewWith(page, '#timeline tbody tr');
  }

  it('runs and loads nothing that a message brings', async () => {
    const timeline = await show('hostile.eml', HOSTILE);
    await timeline.locator('tbody tr').nth(2).hover();
    await timeline.locator('.tip:not([hidden])').filter({ hasText: '<img' }).waitFor();
    for (const wish of ['markdown', 'svg']) {
      await timeline.locator(`[data-wish=${wish}]`).click();
      await timeline.locator('.said:not(:empty)').waitFor();
    }
    for (const frame of page.frames()) {
      assert.equal(
        await frame.evaluate(() => (globalThis as { pwned?: number }).pwned).catch(() => undefined),
        undefined,
      );
    }
    assert.equal(await timeline.locator('#timeline').locator('img, iframe, script, style, a, b').count(), 0);
    assert.deepEqual(
      asked.filter((url) => url.includes('evil.example')),
      [],
    );
  });

  it('names the hop that came in from outside the networks that are trusted, and an entry that is none', async () => {
    const timeline = await show('3-took-four-hours.eml');
    await timeline
      .locator('tbody tr')
      .nth(3)
      .filter({ hasText: '198.51.100.9, which is not in mailTriage.trustedNetworks' })
      .waitFor();
    await timeline.locator('.summary .note').filter({ hasText: 'our network' }).waitFor();
  });

  it('is copied by commands', async () => {
    const timeline = await webviewWith(page, '#timeline tbody tr');
    await runCommand(page, 'Mail Triage: Copy Hop Timeline as SVG');
    await timeline.locator('.said').filter({ hasText: 'SVG' }).waitFor();
    await runCommand(page, 'Mail Triage: Copy Hop Timeline as Markdown');
    await timeline.locator('.said').filter({ hasText: 'Markdown' }).waitFor();
  });

  it('shows the returned message while the cursor is in it', async () => {
    const timeline = await show('2-bounced.eml');
    const outer = timeline.locator('tbody').filter({ hasText: 'mx1.contoso.test' });
    await outer.waitFor();
    await page.keyboard.press('ControlOrMeta+1');
    await page.keyboard.press('ControlOrMeta+G');
    await page.keyboard.insertText('60');
    await page.keyboard.press('Enter');
    await outer.waitFor({ state: 'detached' });
    await timeline.locator('tbody tr[aria-current="true"]').waitFor();
  });

  it('turns to the other scale and back by keyboard', async () => {
    const timeline = await show('3-took-four-hours.eml');
    const width = (): Promise<string> =>
      timeline
        .locator('tbody tr')
        .nth(4)
        .locator('.bar')
        .evaluate((bar) => (bar as HTMLElement).style.getPropertyValue('--width'));
    const before = await width();
    await timeline.locator('[data-wish=scale]').focus();
    await page.keyboard.press('Enter');
    await timeline.locator('[data-wish=scale][aria-pressed=true]').waitFor();
    assert.ok(Number.parseFloat(await width()) > Number.parseFloat(before) * 10);
    await page.keyboard.press('Enter');
    await timeline.locator('[data-wish=scale][aria-pressed=false]').waitFor();
    assert.equal(await width(), before);
  });

  it('shows the details of a row to the keyboard, and Escape takes them away', async () => {
    const timeline = await webviewWith(page, '#timeline tbody tr');
    // From the last button to the rows.
    await timeline.locator('[data-wish=scale]').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    const tip = timeline.locator('.tip:not([hidden])').filter({ hasText: 'Queue id' });
    await tip.waitFor();
    assert.equal(await timeline.locator('tbody tr[aria-describedby=tip]').count(), 1);
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'hidden' });
  });

  it('is copied as a PNG', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const timeline = await webviewWith(page, '#timeline tbody tr');
    await timeline.locator('[data-wish=copyPng]').click();
    await timeline.locator('.said').filter({ hasText: 'The picture is in the clipboard' }).waitFor();
  });

  it('is saved as a PNG', async () => {
    const timeline = await webviewWith(page, '#timeline tbody tr');
    await timeline.locator('[data-wish=png]').click();
    await page.locator('.quick-input-widget input').first().waitFor();
    await page.keyboard.press('Enter');
    await timeline.locator('.said').filter({ hasText: 'saved as 3-took-four-hours-hops.png' }).waitFor();
    const file = join(workbench.workspace, '3-took-four-hours-hops.png');
    assert.ok(existsSync(file));
    assert.equal(readFileSync(file).subarray(1, 4).toString('latin1'), 'PNG');
  });

  it('shows ten hops on one screen beside an editor at 1280 pixels', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    const timeline = await show('ten.eml', TEN);
    const rows = timeline.locator('tbody tr');
    assert.equal(await rows.count(), 11);
    const bottom = await rows.nth(10).evaluate((row) => row.getBoundingClientRect().bottom - window.innerHeight);
    assert.ok(bottom <= 0, `${bottom} pixels below`);
    // No name of these is cut; one that could be has its whole width beside what is seen.
    const cut = await timeline
      .locator('.host:not(.known), .transport > span > span')
      .evaluateAll((all) =>
        all
          .filter((one) => (one.firstElementChild ?? one).scrollWidth > one.clientWidth + 1)
          .map((one) => one.textContent),
      );
    assert.deepEqual(cut, []);
    await takePicture(page, 'timeline-ten');
  });

  it('fits into 300 pixels', async () => {
    const timeline = await show('hostile.eml', HOSTILE);
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    // Half a window, less its borders.
    await page.setViewportSize({ width: 610, height: 900 });
    await timeline.waitForFunction(() => window.innerWidth <= 300 && window.innerWidth > 250);
    const [inner, scrolled] = await timeline.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
    assert.equal(scrolled, inner);
    await takePicture(page, 'timeline-300');
  });
});
