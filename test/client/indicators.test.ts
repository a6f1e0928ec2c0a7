import assert from 'node:assert/strict';
import './load.ts';
import type { ActiveTicket } from '../../src/client/activeTicket.ts';
import { clearDesk, desk, focus, keep, run, select, show } from './desk.ts';
import { Uri } from './editorTypes.ts';
import { settled } from './fakeServer.ts';

const message = (name: string): string =>
  `From: ${name}@contoso.test\nTo: bob@fabrikam.test\nSubject: x\nDate: Mon, 4 Mar 2024 09:59:58 +0000\nMessage-ID: <1@contoso.test>\n\nhttps://northwind.test/${name}\n`;

let client: typeof import('../../src/client/indicators.ts');
describe('in the editor', () => {
  before(async () => {
    client = await import('../../src/client/indicators.ts');
  });
  beforeEach(clearDesk);

  describe('Copy Indicators', () => {
    const register = (uri?: string) =>
      keep(
        client.registerIndicators({ uri: uri === undefined ? undefined : Uri.parse(uri) } as unknown as ActiveTicket),
      );
    const copy = async (...args: readonly unknown[]): Promise<void> => {
      await run('mailTriage.copyIndicators', ...args);
      await settled();
    };

    it('puts them into the clipboard in the format that is picked, and says how many', async () => {
      register();
      show('test:a.eml', message('ann'), 'eml');
      for (const [at, starts] of [/^# /, /^[\w ,]+\r\n/, /^\{"about":/].entries()) {
        desk.answers.push((items: readonly unknown[]) => items[at]);
        await copy();
        assert.match(desk.clipboard, starts);
        assert.match(desk.clipboard, /ann/);
      }
      const count = (JSON.parse(desk.clipboard) as { indicators: readonly unknown[] }).indicators.length;
      assert.equal(desk.said.at(-1), `information: ${count} indicators are in the clipboard. Nothing was looked up.`);
      const [first] = desk.questions;
      const items = first?.items as readonly { label: string; detail: string }[];
      assert.deepEqual(
        [first?.title, first?.matchOnDetail, ...items.map(({ label }) => label)],
        ['Copy Indicators', true, 'Markdown', 'CSV', 'JSON'],
      );
      assert.match(String(first?.placeHolder), /\bx\b/);
    });

    it('is told the format, and asks where it is none', async () => {
      register();
      show('test:a.eml', message('ann'), 'eml');
      await copy('csv');
      assert.match(desk.clipboard, /^[\w ,]+\r\n/);
      desk.answers.length = 0;
      desk.answers.push(undefined);
      desk.clipboard = '';
      await copy('toString');
      assert.deepEqual([desk.clipboard, desk.questions.at(-1)?.title], ['', 'Copy Indicators']);
    });

    it('opens them in a document of their language', async () => {
      register();
      const { document } = show('test:a.eml', message('ann'), 'eml');
      for (const [format, language] of [
        ['markdown', 'markdown'],
        ['csv', 'plaintext'],
        ['json', 'json'],
      ]) {
        focus(document);
        desk.answers.push('Open');
        await copy(format);
        await settled();
        assert.deepEqual(
          [desk.editor?.document.getText(), desk.editor?.document.languageId],
          [desk.clipboard, language],
        );
      }
    });

    it('is of the message under the cursor, or of the ticket that is looked at', async () => {
      const text = `${message('ann').replace('\n\nhttps', '\n\nhttps')}`;
      const two = `From a Mon Mar  4 10:00:00 2024\n${text}\nFrom b Mon Mar  4 10:00:00 2024\n${message('eve')}`;
      register('test:two');
      const editor = show('test:two', two, 'eml');
      select(editor, two.indexOf('eve@'));
      await copy('json');
      assert.match(desk.clipboard, /eve@/);
      assert.doesNotMatch(desk.clipboard, /ann@/);
      focus(undefined);
      await copy('json');
      assert.match(desk.clipboard, /ann@/);
      assert.doesNotMatch(desk.clipboard, /eve@/);
    });

    it('says so where there is none', async () => {
      register();
      await copy();
      show('test:a', 'no message\n');
      await copy('json');
      assert.deepEqual(desk.said, [
        'information: Open the reported message, or a ticket that holds it, first.',
        'information: There is no message here. Open one, or put the cursor into it.',
      ]);
      assert.equal(desk.clipboard, '');
    });
  });
});
