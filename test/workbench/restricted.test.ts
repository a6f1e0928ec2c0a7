import type { Page } from 'playwright-core';
import { answerWith, openFile, runCommand, takePicture } from './person.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('a workspace that is not trusted', () => {
  let workbench: Workbench;
  let page: Page;

  before(async () => {
    workbench = await openWorkbench({
      restricted: true,
      settings: {
        'security.workspace.trust.startupPrompt': 'never',
        'security.workspace.trust.banner': 'never',
        // Nobody answers there, at once: no question leaves this machine.
        'mailTriage.dns.servers': ['127.0.0.1:1'],
      },
    });
    page = workbench.page;
  });
  after(() => workbench?.close());

  const output = (text: string) => page.locator('.output-view .view-line').filter({ hasText: text });

  it('does not choose the resolver, and the report says whose answer it is and what was ignored', async () => {
    // It has no look-up of its own, so that the whole report is in sight.
    await openFile(page, '1-relaying-denied.smtp.txt');
    await runCommand(page, 'Mail Triage: Look Up Mail Exchangers');
    await answerWith(page, 'contoso.test');
    await output('asked of 127.0.0.1:1').first().waitFor();
    await output('mailTriage.dns.servers').first().waitFor();
    await takePicture(page, 'restricted');
  });

  it('is told of beside the language of the document', async () => {
    const status = page.locator('[id="status.languageStatus"]');
    await status.click();
    await page
      .getByText('of the workspace are ignored')
      .or(page.getByText('of the workspace is ignored'))
      .first()
      .waitFor();
  });
});
