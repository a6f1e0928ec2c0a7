import assert from 'node:assert/strict';
import './load.ts';
import { clearDesk, desk, focus, select, show } from './desk.ts';

let client: typeof import('../../src/client/nameInput.ts');
describe('in the editor', () => {
  before(async () => {
    client = await import('../../src/client/nameInput.ts');
  });
  beforeEach(clearDesk);

  describe('the question for a name', () => {
    const asked = async (answer?: string) => {
      desk.answers.push(answer);
      const given = await client.askForName({ title: 't', prompt: 'p', placeHolder: 'h' });
      return [desk.questions.at(-1)?.value, given];
    };

    it('has filled in what is selected, else what the cursor stands on, else what the ticket names', async () => {
      assert.deepEqual(await asked(' a.test '), ['', 'a.test']);
      const editor = show('test:a', 'mail for bob@contoso.test\n220 mx.contoso.test\n');
      assert.equal((await asked())[0], 'mx.contoso.test');
      show('test:b', '220 mx1.contoso.test\n220 mx2.contoso.test\n');
      assert.equal((await asked())[0], 'mx1.contoso.test');
      show('test:c', 'bob@contoso.test and ann@fabrikam.test\n');
      assert.equal((await asked())[0], 'contoso.test');
      focus(editor.document);
      select(desk.editor as typeof editor, 30, 34);
      assert.equal((await asked())[0], 'mx.c');
      select(desk.editor as typeof editor, 0, 8);
      assert.equal((await asked())[0], 'mx.contoso.test');
      select(desk.editor as typeof editor, 14);
      assert.equal((await asked())[0], 'contoso.test');
      assert.deepEqual((await asked('  '))[1], undefined);
    });

    it('has filled in the first host of a ticket, else its first domain, else nothing', async () => {
      for (const [text, name] of [
        ['words\nTrying mx1.contoso.test:25...\nTrying mx2.contoso.test:25...\n', 'mx1.contoso.test'],
        ['words for\nbob@contoso.test and ann@fabrikam.test\n', 'contoso.test'],
        ['words of bob@contoso.test\nTrying mx1.fabrikam.test:25...\n', 'mx1.fabrikam.test'],
        ['words\nof 192.0.2.7\n', ''],
        ['words\n', ''],
      ] as const) {
        show('test:a', text);
        assert.equal((await asked())[0], name, text);
      }
      show('test:a', 'words\nTrying mx1.contoso.test:25...\n', 'plaintext');
      assert.equal((await asked())[0], '');
      assert.equal(desk.questions.at(-1)?.ignoreFocusOut, true);
    });

    it('has filled in what is selected where it can be a name, and what is known before what the ticket names', async () => {
      const long = 'x'.repeat(320);
      const editor = show('test:a', ` a.test \n${long}y\nTrying mx1.contoso.test:25...\n`);
      select(editor, 0, 8);
      assert.equal((await asked())[0], 'a.test');
      select(editor, 9, 9 + 320);
      assert.equal((await asked())[0], long);
      select(editor, 9, 9 + 321);
      assert.equal((await asked())[0], 'a.test');
      await client.askForName({ title: 't', prompt: 'p', placeHolder: 'h' }, 'known.test');
      assert.equal(desk.questions.at(-1)?.value, 'known.test');
    });

    it('says what no name can be', async () => {
      await asked();
      const check = desk.questions.at(-1)?.validateInput as (text: string) => string | undefined;
      assert.equal(check(' a.test '), undefined);
      assert.equal(check('x'.repeat(320)), undefined);
      assert.match(check('  ') ?? '', /Enter a name/);
      assert.match(check('a b') ?? '', /no blanks/);
      assert.match(check('x'.repeat(321)) ?? '', /longer than any/);
      assert.match(check('smtp://a:secret@mx.contoso.test') ?? '', /Enter the name alone/);
      assert.equal(check('bob@contoso.test'), undefined);
    });
  });
});
