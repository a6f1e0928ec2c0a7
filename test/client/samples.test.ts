import assert from 'node:assert/strict';
import './load.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { clearDesk, desk, focus, keep, run, show } from './desk.ts';
import { settled, unforetold } from './fakeServer.ts';
import { folder } from './page.ts';
import { textServer } from './textServer.ts';

const load = async () => ({
  ...(await import('../../src/client/probeOutput.ts')),
  ...(await import('../../src/client/readAsTicket.ts')),
});
let client: Awaited<ReturnType<typeof load>>;

describe('in the editor', () => {
  before(async () => {
    client = await load();
  });
  beforeEach(clearDesk);

  describe('the samples', () => {
    const files = readdirSync('samples').toSorted();

    it('are those that lie in their folder, opened as they are', async () => {
      keep(client.registerReadAsTicket(folder, textServer(), unforetold));
      for (const file of files) desk.files.set(`${folder}/samples/${file}`, readFileSync(`samples/${file}`));
      const labels: string[] = [];
      for (const [i, file] of files.entries()) {
        focus(undefined);
        desk.answers.push((items: readonly { label: string }[]) => {
          assert.equal(items.length, files.length);
          labels.push(items[i]?.label ?? '');
          return items[i];
        });
        await run('mailTriage.openSample');
        assert.equal(desk.editor?.document.getText(), readFileSync(`samples/${file}`, 'utf8'), file);
        // Whoever picks one sees it; the walkthrough shows what there is to see of one.
        assert.deepEqual(desk.executed, [], file);
        await run('mailTriage.openSample', file);
        const shows = file.startsWith('3-') ? 'mailTriage.showTimeline' : 'mailTriage.showTicket';
        assert.deepEqual(desk.executed.splice(0), [[shows]], file);
      }
      assert.ok(labels.every((label) => label.length > 5) && new Set(labels).size === files.length);
      focus(undefined);
      desk.answers.push(undefined);
      await run('mailTriage.openSample');
      assert.equal(desk.editor, undefined);
    });
  });

  describe('a text that becomes a ticket', () => {
    it('is told of until it is one', async () => {
      const told: string[] = [];
      const ticket = {
        foretell: async () => {
          told.push('begins');
          return () => told.push('over');
        },
      };
      keep(client.registerReadAsTicket(folder, textServer(), ticket as never));
      const { document } = show('test:a', '220 a.test ESMTP\n', 'plaintext');
      await run('mailTriage.readAsTicket');
      assert.deepEqual([document.languageId, told], ['smtp-transcript', ['begins', 'over']]);
      focus(undefined);
      await run('mailTriage.readAsTicket');
      assert.equal(desk.editor?.document.getText(), '');
    });

    it('is looked at for a million characters where it is in the clipboard', async () => {
      const server = textServer();
      server.answers.set('mailTriage/notice', { kind: 'conversation', offset: 0 });
      keep(client.registerReadAsTicket(folder, server, unforetold));
      desk.clipboard = 'x'.repeat(1_000_001);
      await run('mailTriage.newTicketFromClipboard');
      assert.equal(String(server.asked[0]?.params.text).length, 1_000_000);
      assert.equal(desk.editor?.document.getText().length, 1_000_001);
      focus(undefined);
      desk.clipboard = ' \n';
      await run('mailTriage.newTicketFromClipboard');
      await settled();
      assert.deepEqual([desk.editor, server.asked.length], [undefined, 1]);
      assert.match(desk.said.at(-1) ?? '', /^information: The clipboard holds no text\./);
    });

    it('has its first steps in a place of their own', async () => {
      keep(client.registerReadAsTicket(folder, textServer(), unforetold));
      await run('mailTriage.openWalkthrough');
      assert.deepEqual(desk.executed, [['workbench.action.openWalkthrough', 'mail-triage.mail-triage#start', false]]);
    });
  });

  describe('the output of probes', () => {
    it('has the lines of reports, one behind the other', () => {
      const output = keep(client.createProbeOutput());
      output.append(['# one', 'x']);
      output.extend(['y', 'z']);
      output.extend([]);
      output.append(['# two']);
      assert.equal(desk.output, '# one\nx\ny\nz\n\n# two\n');
      output.show();
      assert.equal(desk.outputShown, 1);
    });
  });
});
