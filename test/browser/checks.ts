import { commands } from 'vscode';
import { hoverOn, open, outputWith } from './editor.ts';
import { matches, type Tests } from './run.ts';

export const checks: Tests = {
  'a domain is checked over HTTPS, and what is not asked is named': async () => {
    await open('1-relaying-denied.smtp.txt');
    await commands.executeCommand('mailTriage.checkDomain', 'contoso.test');
    const text = await outputWith('Not asked in a browser');
    matches(text, /pass spf-/);
    matches(text, /mx-found contoso\.test/);
    matches(text, /Not asked in a browser, [^\n]*MTA-STS/);
  },
  'one record is looked up': async () => {
    await commands.executeCommand('mailTriage.lookUpRecord', 'TXT contoso.test');
    matches(await outputWith('lookup-found contoso.test'), /"v=spf1 mx -all"/);
  },
  'a session is still explained behind all that': async () => {
    matches(await hoverOn(await open('1-relaying-denied.smtp.txt'), '550 5.7.1'), /relay/i);
  },
};
