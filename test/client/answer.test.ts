import assert from 'node:assert/strict';
import './load.ts';
import type { ActiveTicket } from '../../src/client/activeTicket.ts';
import { phrase } from '../../src/core/text/words.ts';
import { clearDesk, desk, keep, run } from './desk.ts';
import { Uri } from './editorTypes.ts';
import { fakeServer, settled } from './fakeServer.ts';

let client: typeof import('../../src/client/answer.ts');
describe('in the editor', () => {
  before(async () => {
    client = await import('../../src/client/answer.ts');
  });
  beforeEach(clearDesk);

  describe('Copy Answer', () => {
    const probes = [{ title: phrase('Probed'), target: 'a', time: 0, outcome: 'well' }];
    const register = (answer: unknown, uri: string | undefined = 'file:/folder/a.txt') => {
      const server = fakeServer({ 'mailTriage/answer': answer });
      const ticket = { uri: uri === undefined ? undefined : Uri.parse(uri) } as unknown as ActiveTicket;
      keep(client.registerAnswer(ticket, server, () => probes));
      return server;
    };

    it('puts what the server wrote into the clipboard', async () => {
      desk.settings.set('mailTriage.answer.template', 'mine');
      const server = register({ text: 'The answer', unknown: [] });
      await run('mailTriage.copyAnswer');
      assert.equal(desk.clipboard, 'The answer');
      assert.deepEqual(server.asked[0]?.params, {
        uri: 'file:/folder/a.txt',
        form: 'answer',
        template: 'mine',
        file: 'a.txt',
        probes,
      });
      assert.deepEqual(desk.said, ['information: The answer is in the clipboard.']);
    });

    it('writes the questions for the sender in another form, and names no file that has none', async () => {
      desk.settings.set('mailTriage.answer.senderTemplate', 3);
      const server = register({ text: 'x', unknown: [] }, 'untitled:one');
      await run('mailTriage.copySenderRequest');
      const { form, template, file } = server.asked[0]?.params ?? {};
      assert.deepEqual([form, template, file], ['request', '', '']);
      assert.match(desk.said[0] ?? '', /questions for the sender are in the clipboard/);
    });

    it('writes the answer for a user in a form of its own', async () => {
      desk.settings.set('mailTriage.answer.userTemplate', 'plain');
      const server = register({ text: 'x', unknown: [] });
      await run('mailTriage.copyUserAnswer');
      const { form, template } = server.asked[0]?.params ?? {};
      assert.deepEqual([form, template], ['user', 'plain']);
      assert.match(desk.said[0] ?? '', /answer for the user is in the clipboard/);
    });

    it('writes for whom the settings say, or for who is picked', async () => {
      const server = register({ text: 'x', unknown: [] });
      desk.settings.set('mailTriage.answer.reader', 'user');
      await run('mailTriage.copyAnswer');
      desk.settings.set('mailTriage.answer.reader', 'ask');
      for (const picked of [1, 0, undefined]) {
        desk.answers.push((items: readonly unknown[]) => (picked === undefined ? undefined : items[picked]));
        await run('mailTriage.copyAnswer');
        await settled();
      }
      assert.deepEqual(
        server.asked.map(({ params }) => params.form),
        ['user', 'user', 'answer'],
      );
    });

    it('says so where there is nothing to answer, and what a template cannot mean', async () => {
      const server = register(null);
      await run('mailTriage.copyAnswer');
      assert.match(desk.said[0] ?? '', /Nothing was found/);
      assert.equal(desk.clipboard, '');
      server.answers.set('mailTriage/answer', { text: 'x', unknown: ['a', 'b'] });
      await run('mailTriage.copyAnswer');
      assert.match(
        desk.said[1] ?? '',
        /^warning: The template mailTriage\.answer\.template .*: \{\{a\}\}, \{\{b\}\}\./,
      );
    });

    it('offers to read a text where no ticket is open', async () => {
      register({ text: 'x', unknown: [] }, '');
      const ticket = { uri: undefined } as unknown as ActiveTicket;
      keep(client.registerAnswer(ticket, fakeServer(), () => []));
      for (const [answer, command] of [
        ['Read Text as Mail Ticket', 'mailTriage.readAsTicket'],
        ['New Ticket from Clipboard', 'mailTriage.newTicketFromClipboard'],
        [undefined, undefined],
      ]) {
        desk.answers.push(answer);
        await run('mailTriage.copyAnswer');
        assert.equal(desk.executed.splice(0)[0]?.[0], command);
      }
    });

    it('opens the text or its template where the user wants to', async () => {
      register({ text: 'The answer', unknown: [] });
      desk.answers.push('Edit Template');
      await run('mailTriage.copyAnswer');
      await settled();
      assert.deepEqual(desk.executed, [['workbench.action.openSettings', 'mailTriage.answer.template']]);
      desk.answers.push('Open');
      await run('mailTriage.copyAnswer');
      await settled();
      assert.deepEqual([desk.editor?.document.getText(), desk.editor?.document.languageId], ['The answer', 'markdown']);
    });
  });
});
