import { commands, type Diagnostic, type DocumentSymbol, env, extensions, languages, workspace } from 'vscode';
import type { MailTriage } from '../../src/client/platform/everywhere.ts';
import { hoverOn, open } from './editor.ts';
import { matches, ok, type Tests, until } from './run.ts';

const api = async (): Promise<MailTriage> => {
  const extension = extensions.getExtension<MailTriage>('mail-triage.mail-triage');
  ok(extension, 'the extension is not known');
  return extension.activate();
};

export const reading: Tests = {
  'the extension is activated where there is no Node': async () => {
    ok(!('process' in globalThis) || process.versions?.node === undefined, 'this is Node');
    ok(await api(), 'nothing is given');
  },
  'a refusal is explained, and the ticket says what happened': async () => {
    const document = await open('1-relaying-denied.smtp.txt');
    matches(await hoverOn(document, '550 5.7.1'), /relay/i);
    const { findings } = await api();
    await until('what happened', () => (findings().length > 0 ? findings() : undefined));
  },
  'a session is folded, outlined and coloured': async () => {
    const { uri } = await open('1-relaying-denied.smtp.txt');
    const list = <T>(command: string): Promise<readonly T[]> =>
      until(command, async () => {
        const found = await commands.executeCommand<T[] | undefined>(command, uri);
        return found !== undefined && found.length > 0 ? found : undefined;
      });
    await list('vscode.executeFoldingRangeProvider');
    ok((await list<DocumentSymbol>('vscode.executeDocumentSymbolProvider')).length > 0, 'no outline');
    const tokens = await commands.executeCommand<{ data: Uint32Array }>('vscode.provideDocumentSemanticTokens', uri);
    ok(tokens.data.length > 0, 'no colours');
  },
  'problems of a text are found': async () => {
    const document = await workspace.openTextDocument({
      language: 'smtp-transcript',
      content: '220 mx1.contoso.test ESMTP\nEHLO a.test\n999 no such code\n',
    });
    const found = await until<readonly Diagnostic[]>('a problem', () => {
      const all = languages.getDiagnostics(document.uri);
      return all.length > 0 ? all : undefined;
    });
    ok(found[0], 'no problem');
  },
  'the timeline shows each hop': async () => {
    await open('3-took-four-hours.eml');
    await commands.executeCommand('mailTriage.showTimeline');
    const { timelineRows } = await api();
    const rows = await until('the rows of the timeline', () =>
      timelineRows().length > 2 ? timelineRows() : undefined,
    );
    matches(rows.join('\n'), /contoso\.test|fabrikam\.test/);
  },
  'an answer is copied': async () => {
    await open('1-relaying-denied.smtp.txt');
    await commands.executeCommand('mailTriage.copyAnswer');
    matches(await until('the answer', async () => (await env.clipboard.readText()) || undefined), /relay/i);
  },
};
