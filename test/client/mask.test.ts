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

    it('asks for what was picked, and of a message as of one', async () => {
      const none = { addresses: false, names: false, hosts: false, ips: false, messageIds: false };
      show('test:a', secret);
      for (const kind of Object.keys(none)) {
        await mask(kind, 'copy');
        const { message, choice } = server.asked.at(-1)?.params ?? {};
        assert.deepEqual([message, choice], [false, { ...none, [kind]: true }], kind);
      }
      show('test:b', `From: a@b.test\n\n${secret}`, 'eml');
      await mask('copy');
      assert.deepEqual([server.asked.at(-1)?.params.message, server.asked.at(-1)?.params.choice], [true, none]);
      assert.equal(desk.editor?.document.languageId, 'eml');
    });

    it('has a list of all that can be masked, and says what each becomes', async () => {
      const asked = async (isUntitled: boolean): Promise<readonly { label: string; detail: string }[]> => {
        show('test:a', secret).document.isUntitled = isUntitled;
        desk.answers.push(undefined);
        await run('mailTriage.mask');
        return desk.questions.at(-1)?.items as never;
      };
      const kinds = ['Addresses', 'Names of people', 'Host names', 'IP addresses', 'Message-IDs'];
      const ofFile = await asked(false);
      assert.deepEqual(
        ofFile.map(({ label }) => label),
        ['Mask into a copy', ...kinds],
      );
      assert.ok(ofFile.every(({ detail }) => detail.length > 10));
      assert.equal(desk.questions.at(-1)?.canPickMany, true);
      // Of what was only pasted nobody needs a copy.
      assert.deepEqual(
        (await asked(true)).map(({ label }) => label),
        [...kinds, 'Mask into a copy'],
      );
    });

    it('says which kinds of the workspace do not count, until others were picked', async () => {
      const { Uri } = await import('./editorTypes.ts');
      desk.trusted = false;
      desk.folders = [{ uri: Uri.parse('test:/w') }];
      desk.files.set(
        'test:/w/.vscode/settings.json',
        Buffer.from('{"mailTriage.mask.kinds":[],"mailTriage.dns.servers":[]}'),
      );
      show('test:/w/a', secret);
      const placeHolder = () => String(desk.questions.at(-1)?.placeHolder);
      desk.answers.push(undefined);
      await run('mailTriage.mask');
      assert.match(
        placeHolder(),
        /^Passwords, tokens and keys are always masked\. What else\? Ignored, .*mask\.kinds\./,
      );
      assert.doesNotMatch(placeHolder(), /dns/);
      await mask('addresses');
      assert.match(desk.said.at(-1) ?? '', /^information: Masked 2 places\./);
      desk.answers.push(undefined);
      await run('mailTriage.mask');
      assert.equal(placeHolder(), 'Passwords, tokens and keys are always masked. What else?');
    });

    it('says that it was in a copy', async () => {
      show('test:a', secret);
      await mask('addresses', 'copy');
      assert.match(desk.said.at(-1) ?? '', /^information: Masked 2 places in a copy\. Read/);
    });

    it('takes what lies in the selection, were it in part', async () => {
      const masked = async (from: number, to: number): Promise<string> => {
        const editor = show('test:a', 'aa bb cc');
        select(editor, from, to);
        server.answers.set('mailTriage/mask', {
          replacements: [0, 3, 6].map((start) => ({ start, end: start + 2, text: 'X' })),
          unsought: 0,
        });
        await mask();
        return editor.document.getText();
      };
      for (const [from, to, expected] of [
        [3, 5, 'aa X cc'],
        [4, 5, 'aa X cc'],
        [3, 4, 'aa X cc'],
        [2, 6, 'aa X cc'],
        [1, 7, 'X X X'],
        [5, 6, 'aa bb cc'],
      ] as const)
        assert.equal(await masked(from, to), expected, `${from} to ${to}`);
    });

    it('remembers for files and for what was pasted whether a copy is wanted', async () => {
      show('test:a', secret);
      await mask('addresses');
      desk.answers.push(undefined);
      await run('mailTriage.mask');
      assert.deepEqual(picked(), ['addresses']);
      const { document } = show('untitled:b', secret);
      document.isUntitled = true;
      await mask('addresses', 'copy');
      focus(document);
      desk.answers.push(undefined);
      await run('mailTriage.mask');
      assert.deepEqual(picked(), ['addresses', 'copy']);
      show('test:c', secret);
      desk.answers.push(undefined);
      await run('mailTriage.mask');
      assert.deepEqual(picked(), ['addresses']);
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
