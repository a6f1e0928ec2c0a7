import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { until } from '../support/until.ts';
import { assertAccessible, assertFits } from './axe.ts';
import { openFile, runCommand, takePicture, webviewWith } from './person.ts';
import { bodyClasses, openWorkbench, themes, type Workbench } from './workbench.ts';

const JUNK = `Received: from a.prod.outlook.com (2001:db8::5) by b.prod.outlook.com with HTTPS; Fri, 20 Nov 2026 09:12:44 +0000
Authentication-Results: spf=fail (sender IP is 203.0.113.77)
 smtp.mailfrom=contoso.test; dkim=none (message not signed)
 header.d=none;dmarc=fail action=quarantine header.from=contoso.test;compauth=fail reason=000
Received: from mail.fabrikam.test (203.0.113.77) by c.mail.protection.outlook.com (10.167.8.198) with
 Microsoft SMTP Server id 15.20.8158.14 via Frontend Transport; Fri, 20 Nov 2026 09:12:39 +0000
Received: from web01.fabrikam.test ([192.0.2.14]) by mail.fabrikam.test with ESMTP id 4F; Fri, 20 Nov 2026 08:29:02 +0000
From: =?utf-8?q?B=C3=BCro?= <accounts@contoso.test>
To: Bob <bob@northwind.test>
Subject: <script>top.pwned=1</script>
Date: Fri, 20 Nov 2026 08:29:00 +0000
Message-ID: <9d2f01@contoso.test>
MIME-Version: 1.0
X-Forefront-Antispam-Report: SCL:6;SFV:SPM;CAT:SPOOF;DIR:INB;
X-Microsoft-Antispam-Mailbox-Delivery: jmr:1;dest:J;
Content-Type: multipart/mixed; boundary="x1"

--x1
Content-Type: text/html

<a href="http://203.0.113.9/pay">https://www.contoso.test/</a><img src="https://evil.example/a.png">
--x1
Content-Type: application/pdf
Content-Disposition: attachment; filename="<img src=https://evil.example/b.png>.pdf"

x
--x1--
`;

const LOG = Array.from(
  { length: 61 },
  (_, i) =>
    `Nov 20 09:14:10 mx1 postfix/smtp[51]: 4C1D5228${1000 + i}: to=<u${i}@northwind.test>, relay=mx.northwind.test[192.0.2.30]:25, delay=1, delays=0/0/0/1, dsn=${i < 60 ? '5.1.1, status=bounced (host mx.northwind.test[192.0.2.30] said: 550 5.1.1 User unknown (in reply to RCPT TO command))' : '2.0.0, status=sent (250 Ok)'}\n`,
).join('');

/** Pages and what shows that each is there. */
const PAGES: readonly (readonly [file: string, shows: string])[] = [
  ['junk.eml', '.message .strip'],
  ['61.ticket.txt', '.recipients summary'],
  ['4-mixed.ticket.txt', '.recipients li'],
  ['empty.ticket.txt', 'textarea'],
];

describe('the ticket at the workbench', () => {
  let workbench: Workbench;
  let page: Page;
  let ticket: Frame;
  const asked: string[] = [];

  before(async () => {
    workbench = await openWorkbench();
    page = workbench.page;
    page.on('request', (request) => asked.push(request.url()));
    for (const [name, text] of [
      ['junk.eml', JUNK],
      ['61.ticket.txt', LOG],
      ['empty.ticket.txt', ''],
    ] as const)
      writeFileSync(join(workbench.workspace, name), text);
    await runCommand(page, 'Mail Triage: Show Ticket');
    ticket = await webviewWith(page, '#ticket textarea');
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await takePicture(page, `failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
    }
  });

  /** Draws the edge of the side bar until the page has a width, give or take a few pixels. */
  async function widen(width: number): Promise<void> {
    await until(
      `a page of ${width} pixels`,
      async () => {
        const inner = await ticket.evaluate(() => window.innerWidth);
        if (Math.abs(inner - width) < 4) return true;
        const box = await page.locator('.part.sidebar').boundingBox();
        assert.ok(box);
        const edge = box.x + box.width + 2;
        await page.mouse.move(edge, 400);
        await page.mouse.down();
        await page.mouse.move(edge + width - inner, 400, { steps: 4 });
        await page.mouse.up();
        // The page is laid out again a moment later.
        await ticket.waitForFunction((was) => window.innerWidth !== was, inner).catch(() => undefined);
        return undefined;
      },
      60_000,
    );
  }

  /** Opens a file and waits until its page is there. */
  async function open(file: string, shows: string): Promise<void> {
    await openFile(page, file);
    await ticket.locator('h1').filter({ hasText: file }).waitFor();
    await ticket.locator(shows).first().waitFor();
  }

  const unfold = (): Promise<void> =>
    ticket.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });

  it('runs and loads nothing that a message brings', async () => {
    await open('junk.eml', '.message .strip');
    await unfold();
    assert.equal(await ticket.locator('#ticket').locator('img, iframe, script, style, a, b').count(), 0);
    assert.ok(await ticket.locator('dd').filter({ hasText: '<script>top.pwned=1</script>' }).isVisible());
    for (const frame of page.frames()) {
      const pwned = await frame.evaluate(() => (globalThis as { pwned?: number }).pwned).catch(() => undefined);
      assert.equal(pwned, undefined);
    }
    assert.deepEqual(
      asked.filter((url) => url.includes('evil.example')),
      [],
    );
  });

  for (const [theme, name] of Object.entries(themes)) {
    it(`has no fault of accessibility and nothing beside its edge in the theme ${theme}`, async function () {
      this.timeout(300_000);
      const file = join(workbench.workspace, '.vscode', 'settings.json');
      const settings = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, JSON.stringify({ ...settings, 'workbench.colorTheme': name }));
      await ticket.locator(`body.${bodyClasses[theme as keyof typeof themes]}`).waitFor();
      // What a theme changes is colours and borders: all pages at both widths in one, the most coloured ones in each.
      for (const width of theme === 'dark' ? [900, 300] : [300]) {
        await widen(width);
        for (const [file, shows] of theme === 'dark' ? PAGES : PAGES.slice(0, 2)) {
          await open(file, shows);
          await unfold();
          await assertFits(ticket, `${file} at ${width}`);
          await assertAccessible(ticket, `${file} at ${width}`);
          await takePicture(page, `ticket-${theme}-${width}-${file.replace(/\W.*/, '')}`);
        }
      }
    });
  }

  it('leads to the line, opens the timeline and copies the answer by keyboard alone', async () => {
    await widen(300);
    await open('junk.eml', '.message .strip');
    const press = async (selector: string): Promise<void> => {
      await runCommand(page, 'Mail Triage: Show Ticket');
      await ticket.waitForFunction(() => document.hasFocus());
      await until(`the focus on ${selector}`, async () => {
        await page.keyboard.press('Tab');
        return (await ticket.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) || undefined;
      });
      await page.keyboard.press('Enter');
    };
    await press('.evidence');
    await page.locator('.statusbar-item').filter({ hasText: 'Ln 15, Col 1' }).waitFor();
    await press('.strip');
    await webviewWith(page, '#timeline tbody tr');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await press('.primary');
    await page.locator('.notification-list-item').filter({ hasText: 'The answer is in the clipboard' }).waitFor();
  });

  it('shows what was asked since', async () => {
    await open('4-mixed.ticket.txt', '.recipients li');
    await ticket.locator('button').filter({ hasText: 'Probe mx2.contoso.test' }).click();
    await ticket.locator('.probes li').filter({ hasText: 'Probed SMTP server mx2.contoso.test' }).waitFor();
    await takePicture(page, 'ticket-asked');
  });

  it('has beside each check what we verified', async () => {
    await open('3-took-four-hours.eml', '.message .strip');
    await ticket.locator('button').filter({ hasText: 'Verify SPF' }).click();
    await ticket.locator('.message > .muted').filter({ hasText: 'Verified by us' }).first().waitFor();
    await takePicture(page, 'ticket-verified');
  });

  it('takes a text that is pasted into it', async () => {
    await runCommand(page, 'View: Close All Editors');
    await ticket.locator('textarea').waitFor();
    await ticket.locator('textarea').evaluate((box) => {
      const data = new DataTransfer();
      data.setData('text/plain', '220 a.test ESMTP\nMAIL FROM:<a@a.test>\n550 5.7.1 Relaying denied\n');
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, cancelable: true }));
    });
    await ticket.locator('.happened h2').filter({ hasText: 'elaying denied' }).waitFor();
  });
});
