import { commands, env, type TextDocument, Uri, window, workspace } from 'vscode';
import { open } from './editor.ts';
import { matches, ok, type Tests, until } from './run.ts';

const message = (lines: readonly string[]): Thenable<TextDocument> =>
  workspace.openTextDocument({ language: 'eml', content: lines.join('\n') });

export const messages: Tests = {
  'the indicators of a message are copied, with the hash of its attachment': async () => {
    const document = await message([
      'From: "Bank" <a@contoso.test>',
      'Subject: =?utf-8?B?w7xiZXJ3ZWlzdW5n?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: application/pdf; name=a.pdf',
      'Content-Disposition: attachment; filename=a.pdf',
      'Content-Transfer-Encoding: base64',
      '',
      'YWJj',
      '--b--',
    ]);
    await window.showTextDocument(document);
    await commands.executeCommand('mailTriage.copyIndicators', 'json');
    const text = await until('the indicators', async () => {
      const copied = await env.clipboard.readText();
      return copied.includes('a.pdf') ? copied : undefined;
    });
    matches(text, /ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad/);
    matches(text, /überweisung/);
  },
  'a packed report is opened as a table': async () => {
    const xml =
      '<feedback><report_metadata><org_name>northwind.test</org_name></report_metadata><policy_published><domain>contoso.test</domain><p>none</p></policy_published><record><row><source_ip>192.0.2.9</source_ip><count>7</count><policy_evaluated><disposition>none</disposition><dkim>pass</dkim><spf>fail</spf></policy_evaluated></row><identifiers><header_from>contoso.test</header_from></identifiers></record></feedback>';
    const packed = new Blob([xml]).stream().pipeThrough(new CompressionStream('gzip'));
    const folder = workspace.workspaceFolders?.[0]?.uri as Uri;
    const file = Uri.joinPath(folder, 'northwind.test!contoso.test!1!2.xml.gz');
    await workspace.fs.writeFile(file, new Uint8Array(await new Response(packed).arrayBuffer()));
    await commands.executeCommand('mailTriage.showReport', file);
    const text = await until('the table', () => {
      const shown = window.activeTextEditor?.document.getText() ?? '';
      return shown.includes('192.0.2.9') ? shown : undefined;
    });
    matches(text, /northwind\.test/);
  },
  'a text is masked': async () => {
    const content = 'password=hunter22\nalice@contoso.test from 8.8.8.8\n';
    await window.showTextDocument(await workspace.openTextDocument({ language: 'plaintext', content }));
    void commands.executeCommand('mailTriage.mask');
    const text = await until('the masked text', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const masked = window.activeTextEditor?.document.getText() ?? '';
      return masked.includes('MASKED') ? masked : undefined;
    });
    matches(text, /user1@domain1\.example from 192\.0\.2\.1/);
  },
  'the preview opens': async () => {
    await open('2-bounced.eml');
    await commands.executeCommand('mailTriage.previewMessage');
    ok(
      window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.startsWith('Preview: '))),
      'no tab of the preview',
    );
  },
};
