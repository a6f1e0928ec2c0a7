import assert from 'node:assert/strict';
import './load.ts';
import { clearDesk, desk, focus, keep, run, select, show } from './desk.ts';
import type { FakeServer } from './fakeServer.ts';
import { textServer } from './textServer.ts';

let client: typeof import('../../src/client/mask.ts');
describe('in the editor', () => {
  before(async () => {
    client = await import('../../src/client/mask.ts');
  });
  beforeEach(clearDesk);

  describe('Mask', () => {
    const secret = 'password=hunter22 for alice@contoso.test\n';
    const mask = async (...picked: readonly string[]) => {
      desk.answers.push((items: readonly { choice: string }[]) =>
        items.filter(({ choice }) => picked.includes(choice)),
      );
      await run('mailTriage.mask');
    };
    const picked = (): unknown =>
      (desk.questions.at(-1)?.items as readonly { choice: string; picked: boolean }[] | undefined)
        ?.filter((item) => item.picked)
        .map(({ choice }) => choice);

    let server: FakeServer;
    beforeEach(() => {
      server = textServer();
      keep(client.registerMask(server));
    });

    it('changes the text, and says how much', async () => {
      const { document } = show('test:a', secret);
      await mask('addresses');
      assert.equal(document.getText(), 'password=MASKED for user1@domain1.example\n');
      assert.match(desk.said.at(-1) ?? '', /^information: Masked 2 places\. Read the text through/);
      show('test:b', secret);
      await mask();
      assert.match(desk.said.at(-1) ?? '', /^information: Masked 1 place\. /);
    });

    it('keeps to the selection, with the stand-ins of the whole', async () => {
      const text = 'a@b.test c@d.test\n';
      const editor = show('test:a', text);
      select(editor, 10, 12);
      await mask('addresses');
      assert.equal(editor.document.getText(), 'a@b.test user2@domain2.example\n');
      select(editor, 0, 0);
      const other = show('test:b', `${text}no address here\n`);
      select(other, text.length, text.length + 5);
      await mask('addresses');
      assert.match(desk.said.at(-1) ?? '', /Nothing to mask was found in the selection\./);
    });

    it('leaves the text as it is where a copy is wanted or nothing was found', async () => {
      const { document } = show('test:a', secret);
      await mask('copy');
      assert.equal(document.getText(), secret);
      assert.equal(desk.editor?.document.getText(), secret.replace('hunter22', 'MASKED'));
      show('test:b', 'hello\n');
      await mask();
      assert.match(desk.said.at(-1) ?? '', /Nothing to mask was found in this text\./);
      desk.answers.push(undefined);
      await run('mailTriage.mask');
      assert.equal(desk.editor?.document.getText(), 'hello\n');
    });

    it('says where the text cannot be changed, and where there is none', async () => {
      desk.settings.set('read-only', true);
      show('test:a', secret);
      await mask();
      assert.match(desk.said.at(-1) ?? '', /^warning: The text could not be changed/);
      focus(undefined);
      await run('mailTriage.mask');
      assert.match(desk.said.at(-1) ?? '', /^information: Open the text/);
    });

    it('says of how many names and passwords it did not look for other places', async () => {
      show('test:a', secret);
      server.answers.set('mailTriage/mask', { replacements: [{ start: 9, end: 17, text: 'MASKED' }], unsought: 3 });
      await mask();
      assert.match(
        desk.said.at(-1) ?? '',
        /Masked 1 place\. Names and passwords .* because there are too many: 3\. Read/,
      );
    });

    it('leaves a text alone that changed while it was read', async () => {
      const { document } = show('test:a', secret);
      server.answers.set('mailTriage/mask', () => {
        document.text = `x${secret}`;
        return { replacements: [{ start: 9, end: 17, text: 'MASKED' }], unsought: 0 };
      });
      await mask();
      assert.equal(document.getText(), `x${secret}`);
      assert.match(desk.said.at(-1) ?? '', /^warning: The text changed/);
    });

    it('proposes what was picked last, before that what is set', async () => {
      show('test:a', secret);
      desk.answers.push(undefined);
      await run('mailTriage.mask');
      assert.deepEqual(picked(), ['copy', 'addresses', 'ips', 'messageIds']);
      desk.settings.set('mailTriage.mask.kinds', ['hosts', 'nonsense', 3]);
      desk.answers.push(undefined);
      await run('mailTriage.mask');
      assert.deepEqual(picked(), ['copy', 'hosts']);
      await mask('names', 'copy');
      desk.answers.push(undefined);
      await run('mailTriage.mask');
      // What is looked at now is the copy, a text of no file.
      assert.deepEqual(picked(), ['names']);
      show('test:a', secret);
      desk.answers.push(undefined);
      await run('mailTriage.mask');
      assert.deepEqual(picked(), ['copy', 'names']);
    });
  });
});
