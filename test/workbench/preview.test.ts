import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { hostileMessage } from '../message/hostileHtml.ts';
import { hoverOver, openFile, runCommand, takePicture, webviewWith } from './person.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** Values of header fields that try to be markup where the timeline and the hovers show them. */
const hostileHeader = (): string => {
  const bad = '<img src=https://hop.evil.test/x onerror=window.top.pwned=1>';
  return [
    `Received: from ${bad} (x"><script>window.top.pwned=1</script> [192.0.2.1])`,
    `\tby mx.fabrikam.test with </td><svg/onload=window.top.pwned=1> id ${bad};`,
    '\tFri, 20 Nov 2026 10:00:05 +0000',
    'Received: from a.contoso.test by \'"><iframe src=https://by.evil.test/></iframe> with [x](command:workbench.action.quit)',
    '\tid <x>; Fri, 20 Nov 2026 10:00:00 +0000 (<script>window.top.pwned=1</script>)',
    `Subject: ${bad}`,
    `X-${'x'.repeat(50)}: ${bad}`,
    `Authentication-Results: ${bad}; spf=pass (${bad}) smtp.mailfrom=${bad}`,
    '',
  ].join('\r\n');
};

const harmless = [
  'From: Alice <alice@contoso.test>',
  'To: bob@fabrikam.test',
  'Subject: Quarterly figures',
  'Date: Fri, 20 Nov 2026 10:00:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Please see <a href="https://login.evil.test/x">https://www.contoso.com/</a>',
  'and <a href="https://www.contoso.com/figures">the figures</a>.</p>',
  '<img src="https://track1.evil.test/1.gif"><img src="https://track2.evil.test/1.gif">',
  '--b',
  'Content-Type: application/pdf; name="figures.pdf"',
  'Content-Disposition: attachment; filename="figures.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  ...Array.from({ length: 60 }, () => 'JVBERi0xLjQKJVBERi0xLjQKJVBERi0xLjQKJVBERi0xLjQKJVBERi0xLjQKJVBERi0xLjQK'),
  '--b',
  'Content-Type: message/rfc822',
  '',
  'From: inner@contoso.test',
  'Subject: The inner message',
  '',
  'Inside.',
  '--b--',
  '',
].join('\r\n');

describe('a message at the workbench', () => {
  let workbench: Workbench;
  let page: Page;
  /** What left the browser; what its policy held back was never sent. */
  const asked = new Set<string>();

  before(async () => {
    workbench = await openWorkbench();
    page = workbench.page;
    page.context().on('request', (request) => asked.add(request.url()));
    page.context().on('requestfailed', (request) => {
      if (request.failure()?.errorText === 'csp') asked.delete(request.url());
    });
    writeFileSync(join(workbench.workspace, 'figures.eml'), harmless);
    writeFileSync(join(workbench.workspace, 'hostile.eml'), hostileHeader() + hostileMessage());
    const signed = readFileSync('test/corpus/mail/auth-dkim-dual-pass.eml', 'latin1');
    writeFileSync(join(workbench.workspace, 'signed.eml'), signed, 'latin1');
    const silent = signed.replaceAll('d=contoso.test', 'd=silent.test').replaceAll('@contoso.test', '@silent.test');
    writeFileSync(join(workbench.workspace, 'silent.eml'), silent, 'latin1');
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await takePicture(page, `failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
  });

  const preview = (): Promise<Frame> => webviewWith(page, '#preview h1');
  const message = async (): Promise<Frame> => {
    const frame = await (await preview()).locator('iframe.message').elementHandle();
    const inside = await frame?.contentFrame();
    assert.ok(inside);
    return inside;
  };
  /** What scripts of the message would have left, in any frame. */
  const pwned = async (): Promise<unknown[]> => {
    const found = await Promise.all(
      page.frames().map((frame) => frame.evaluate(() => (window as { pwned?: unknown }).pwned).catch(() => undefined)),
    );
    return found.filter((one) => one !== undefined);
  };
  const evil = (): readonly string[] => [...asked].filter((url) => /evil\.test/.test(url));

  it('folds the long encoded body once', async () => {
    await openFile(page, 'figures.eml');
    await page.locator('.codelens-decoration').filter({ hasText: 'Save figures.pdf' }).waitFor();
    await page.locator('.editor-instance .inline-folded').first().waitFor();
  });

  it('shows fields, text and attachments, and counts what it blocked', async () => {
    await page.locator('.codelens-decoration a').filter({ hasText: 'Preview' }).first().click();
    const shown = await preview();
    assert.equal(await shown.locator('h1').innerText(), 'Quarterly figures');
    assert.match(await shown.locator('.fields').innerText(), /Alice/);
    assert.match(await shown.locator('.attachments').innerText(), /figures\.pdf.*application\/pdf/);
    assert.equal(
      await shown.locator('.blocked').innerText(),
      '2 remote resources blocked: track1.evil.test, track2.evil.test',
    );
    assert.match(await (await message()).locator('body').innerText(), /Please see/);
    await takePicture(page, 'preview');
  });

  it('marks the link that does not lead where it says, and asks before it opens one', async () => {
    const inside = await message();
    const link = inside.locator('[data-link="0"]');
    assert.equal(await link.getAttribute('title'), 'https://login.evil.test/x');
    assert.equal(await link.getAttribute('data-elsewhere'), 'leads to login.evil.test');
    await link.click();
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.filter({ hasText: 'names www.contoso.com. It leads to login.evil.test.' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    // By keyboard alone.
    await link.focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.match(await (await preview()).locator('.links').innerText(), /https:\/\/login\.evil\.test\/x/);
  });

  it('opens a message inside as a document of its own', async () => {
    await page.locator('.codelens-decoration a').filter({ hasText: 'Open as document' }).click();
    await page.locator('.tabs-container .tab.active').filter({ hasText: 'part.eml' }).waitFor();
    await page.locator('.view-line').filter({ hasText: 'The inner message' }).first().waitFor();
  });

  it('runs nothing of a hostile message and asks no server, in the preview', async () => {
    await runCommand(page, 'View: Close All Editors');
    await openFile(page, 'hostile.eml');
    await runCommand(page, 'Mail Triage: Preview Message');
    const shown = await preview();
    await shown.locator('iframe.message').waitFor();
    const inside = await message();
    await inside.locator('body').getByText('covers everything').waitFor();
    await shown.locator('.blocked').filter({ hasText: 'remote resources blocked' }).waitFor();
    // What would load or run later has its time.
    await page.waitForTimeout(2000);
    assert.deepEqual(await pwned(), []);
    assert.deepEqual(evil(), []);
    assert.equal(
      await inside.locator('script, img[src^="http"], iframe, form, input, a[href], link, style ~ style').count(),
      0,
    );
    for (const link of await inside.locator('[data-link]').all()) {
      await link.dispatchEvent('click');
      await page.locator('.monaco-dialog-box').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
    }
    assert.deepEqual(await pwned(), []);
    assert.deepEqual(evil(), []);
    await takePicture(page, 'preview-hostile');
  });

  it('holds even what the sanitiser would have missed: the frame runs and loads nothing', async () => {
    const shown = await preview();
    await shown.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe.message');
      if (frame === null) throw new Error('no frame');
      frame.srcdoc =
        '<script>top.pwned=1</script><img src="https://raw.evil.test/x" onerror="top.pwned=1"><p id="raw">raw</p>';
    });
    await page.waitForTimeout(1500);
    const inside = await message();
    assert.equal(await inside.locator('#raw').innerText(), 'raw');
    assert.deepEqual(await pwned(), []);
    assert.deepEqual(evil(), []);
  });

  it('runs nothing of hostile header values in the timeline and the hovers', async () => {
    await runCommand(page, 'View: Close All Editors');
    await openFile(page, 'hostile.eml');
    await runCommand(page, 'Mail Triage: Show Hop Timeline');
    const timeline = await webviewWith(page, '#timeline table tbody tr');
    assert.ok((await timeline.locator('#timeline tbody tr').count()) >= 2);
    await page.waitForTimeout(1500);
    assert.equal(await timeline.locator('#timeline script, #timeline img, #timeline iframe').count(), 0);
    // Beside the timeline lines are wrapped so often that not all of the header is in sight.
    await runCommand(page, 'View: Close All Editors');
    await openFile(page, 'hostile.eml');
    for (const name of ['Received', 'Subject', 'Authentication-Results', 'Reply-To']) {
      await hoverOver(page, name);
      assert.equal(await page.locator('.monaco-hover :is(img, script, iframe)').count(), 0, name);
    }
    assert.deepEqual(await pwned(), []);
    assert.deepEqual(evil(), []);
  });

  const output = (text: string) => page.locator('.output-view .view-line').filter({ hasText: text });

  it('whose authentication is verified is reported in the output, with the reason of each failure', async () => {
    await runCommand(page, 'View: Close All Editors');
    await openFile(page, 'signed.eml');
    // The command is there once the message is read.
    await page.locator('.codelens-decoration').first().waitFor();
    await runCommand(page, 'Mail Triage: Verify Authentication');
    // The panel shows the end of the report, which names the first reason.
    await output('* Result:').first().waitFor();
    // Long lines are wrapped.
    await output('s1._domainkey.contoso.test').first().waitFor();
    await takePicture(page, 'verify');
  });

  it('whose verification is cancelled while the DNS is silent says what it does not know', async () => {
    await openFile(page, 'silent.eml');
    await runCommand(page, 'Mail Triage: Verify Authentication');
    const toast = page.locator('.notification-list-item').filter({ hasText: 'Verifying authentication' });
    await toast.waitFor();
    await toast.locator('.monaco-button', { hasText: 'Cancel' }).click();
    await output('* Result: cancelled').first().waitFor();
    await toast.waitFor({ state: 'detached' });
    await output('this is no failure').or(output('cancelled')).first().waitFor();
  });
});
