import assert from 'node:assert/strict';
import { commands, extensions, type FoldingRange, type TextDocument, window, workspace } from 'vscode';
import { until } from '../support/until.ts';
import { hoverAt, listed, open, outputWith, positionOf } from './editor.ts';

describe('the probes, against the lab', () => {
  before(() => open('1-relaying-denied.smtp.txt'));
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  let output: TextDocument;

  it('look up mail exchangers by preference, with their addresses', async () => {
    await commands.executeCommand('mailTriage.lookUpMailExchangers', 'contoso.test');
    output = await outputWith('mx-found contoso.test');
    const text = output.getText();
    assert.ok(text.indexOf('10 mx1.contoso.test') > 0, text);
    assert.ok(text.indexOf('20 mx2.contoso.test') > text.indexOf('10 mx1.contoso.test'), text);
    assert.match(text, /mx1\.contoso\.test\.?\s+\d+\s+IN\s+A\s+127\.0\.0\.1/);
  });

  it('tell a name that does not exist from a resolver that does not answer', async () => {
    await commands.executeCommand('mailTriage.lookUpMailExchangers', 'nobody.nxdomain.test');
    assert.match((await outputWith('mx-no-such-domain nobody.nxdomain.test')).getText(), /NXDOMAIN|does not exist/);
    await commands.executeCommand('mailTriage.lookUpMailExchangers', 'silent.test');
    const text = (await outputWith('dns-unanswered silent.test')).getText();
    assert.match(text.slice(text.indexOf('# Check of silent.test')), /did not answer|no answer/i);
  });

  it('check a domain, one area of it, or one record, and read as what they are', async () => {
    await commands.executeCommand('mailTriage.check', 'spf:contoso.test');
    await outputWith('pass spf-costs contoso.test');
    await commands.executeCommand('mailTriage.lookUpRecord', 'TXT contoso.test');
    output = await outputWith('pass lookup-found contoso.test');
    assert.match(output.getText(), /contoso\.test\. {2}\d+ {2}IN {2}TXT {2}"v=spf1 mx -all"/);
    assert.match(await hoverAt(output, positionOf(output, 'v=spf1', 'TXT  "v=spf1 mx -all"')), /SPF/);
  });

  it('ask again what a ticket says, and say what differs', async () => {
    const told = { name: 'fabrikam.test', type: 'MX', records: ['10 old.fabrikam.test.'] };
    await commands.executeCommand('mailTriage.askAgain', told);
    await outputWith('the ticket: 10 old.fabrikam.test; now: 5 mail.fabrikam.test');
  });

  it('talk to a server up to QUIT and over TLS', async () => {
    // Others of this window may have asked the same server: their reports stand in the same output.
    const before = (await outputWith('# Check of fabrikam.test')).getText();
    const head = '# SMTP probe of mx1.contoso.test:25';
    const reports = before.split(head).length;
    await commands.executeCommand('mailTriage.probeSmtpServer', 'mx1.contoso.test');
    output = await outputWith(head);
    // A report is written step by step.
    const report = (): string => output.getText().split(head)[reports] ?? '';
    await until('its result', () => report().includes('* Result: passed: mx1.contoso.test:25'));
    const text = report();
    for (const part of ['S: 220', 'C: EHLO', 'C: STARTTLS', 'TLSv1.', 'C: QUIT', 'S: 221']) {
      assert.ok(text.includes(part), `${part} is not in:\n${text}`);
    }
    assert.equal(text.match(/^C: EHLO /gm)?.length, 2, text);
    assert.doesNotMatch(text, /^C: (?:MAIL|RCPT|DATA)/m);
  });

  it('write what can be hovered and folded where it stands', async () => {
    assert.match(await hoverAt(output, positionOf(output, 'STARTTLS', 'C: STARTTLS')), /\*\*STARTTLS\*\*/);
    assert.match(await hoverAt(output, positionOf(output, '221', 'S: 221')), /221.*in answer to QUIT/);
    const ranges = await listed<FoldingRange>('vscode.executeFoldingRangeProvider', output.uri);
    assert.ok(ranges.length >= 2);
  });

  for (const [host, says] of [
    ['refuses.lab.test', /refused/i],
    ['closes.lab.test', /closed/i],
    ['rubbish.lab.test', /not (?:an )?SMTP|no SMTP/i],
    ['banner554.lab.test', /554/],
    ['nobody.nxdomain.test', /does not exist|NXDOMAIN/],
  ] as const) {
    it(`say what failed with ${host}`, async () => {
      await commands.executeCommand('mailTriage.probeSmtpServer', host);
      const report = (text: string): string => text.slice(text.indexOf(`# SMTP probe of ${host}`));
      const document = await outputWith(`# SMTP probe of ${host}`);
      await until('its result', () => report(document.getText()).includes('\n* Result: '));
      assert.match(report(document.getText()), says);
    });
  }

  it('can be repeated', async () => {
    const count = (): number => output.getText().match(/# SMTP probe of nobody\.nxdomain\.test/g)?.length ?? 0;
    assert.equal(count(), 1);
    await commands.executeCommand('mailTriage.repeatProbe');
    await until('a second report', () => count() === 2);
  });

  it('are set by settings that the workspace gives only when it is trusted', () => {
    const manifest = extensions.getExtension('mail-triage.mail-triage')?.packageJSON;
    assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes('mailTriage.smtp.connectTo'));
    assert.equal(workspace.isTrusted, true);
    assert.ok(window.visibleTextEditors.length > 0);
  });
});
