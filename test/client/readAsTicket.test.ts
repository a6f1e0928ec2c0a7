import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import './load.ts';
import { clearDesk, desk, focus, keep, run, show } from './desk.ts';
import { unforetold } from './fakeServer.ts';
import { folder } from './page.ts';
import { textServer } from './textServer.ts';

let client: typeof import('../../src/client/readAsTicket.ts');
describe('in the editor', () => {
  before(async () => {
    client = await import('../../src/client/readAsTicket.ts');
  });
  beforeEach(clearDesk);

  const session = '220 a.test ESMTP\nEHLO b.test\n250 a.test\nQUIT\n221 bye\n';

  describe('Read Text as Mail Ticket', () => {
    const language = async (command: string): Promise<unknown> => {
      keep(client.registerReadAsTicket(folder, textServer(), unforetold));
      await run(command);
      return desk.editor && [desk.editor.document.languageId, desk.editor.document.getText()];
    };
    const mail =
      'Received: from a by b; Fri, 20 Nov 2026 10:00:00 +0000\nFrom: a@b.test\nTo: c@d.test\nSubject: x\n\ny\n';

    it('gives the text the language that reads it', async () => {
      show('test:a', session, 'plaintext');
      assert.deepEqual(await language('mailTriage.readAsTicket'), ['smtp-transcript', session]);
      show('test:b', mail, 'plaintext');
      assert.deepEqual(await language('mailTriage.readAsTicket'), ['eml', mail]);
      focus(undefined);
      assert.deepEqual(await language('mailTriage.readAsTicket'), ['smtp-transcript', '']);
    });

    it('takes the text from the clipboard', async () => {
      desk.clipboard = mail;
      assert.deepEqual(await language('mailTriage.newTicketFromClipboard'), ['eml', mail]);
      focus(undefined);
      desk.clipboard = ' \n';
      assert.equal(await language('mailTriage.newTicketFromClipboard'), undefined);
      assert.match(desk.said[0] ?? '', /clipboard holds no text/);
    });

    it('opens a sample that is named with what there is to see of it, and asks for one otherwise', async () => {
      keep(client.registerReadAsTicket(folder, textServer(), unforetold));
      desk.files.set(`${folder}/samples/3-took-four-hours.eml`, readFileSync('samples/3-took-four-hours.eml'));
      await run('mailTriage.openSample', '3-took-four-hours.eml');
      assert.match(desk.editor?.document.getText() ?? '', /^Return-Path: <wendy@fabrikam\.test>/);
      assert.deepEqual(desk.executed.splice(0), [['mailTriage.showTimeline']]);
      focus(undefined);
      await run('mailTriage.openSample', '../package.json');
      assert.deepEqual([desk.editor, desk.executed], [undefined, []]);
    });

    it('leads to the first steps', async () => {
      keep(client.registerReadAsTicket(folder, textServer(), unforetold));
      await run('mailTriage.openWalkthrough');
      assert.equal(desk.executed[0]?.[1], 'mail-triage.mail-triage#start');
    });

    it('says so where the clipboard holds no ticket, and opens it only when told to', async () => {
      desk.clipboard = 'milk, bread, butter\n';
      assert.equal(await language('mailTriage.newTicketFromClipboard'), undefined);
      assert.match(desk.said[0] ?? '', /holds no session, header, bounce, log or look-up/);
      desk.answers.push('Open It Anyway');
      assert.deepEqual(await language('mailTriage.newTicketFromClipboard'), ['smtp-transcript', desk.clipboard]);
    });
  });
});
