import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openFile, runCommand, takePicture } from './person.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('a message whose authentication is verified', () => {
  let workbench: Workbench;
  let page: Page;

  before(async () => {
    workbench = await openWorkbench();
    page = workbench.page;
    const signed = readFileSync('test/corpus/mail/auth-dkim-dual-pass.eml', 'latin1');
    writeFileSync(join(workbench.workspace, 'signed.eml'), signed, 'latin1');
    const silent = signed.replaceAll('d=contoso.test', 'd=silent.test').replaceAll('@contoso.test', '@silent.test');
    writeFileSync(join(workbench.workspace, 'silent.eml'), silent, 'latin1');
  });
  after(() => workbench?.close());

  const output = (text: string) => page.locator('.output-view .view-line').filter({ hasText: text });

  it('is reported in the output, with the reason of each failure', async () => {
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

  it('can be cancelled while the DNS is silent, and then says what it does not know', async () => {
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
