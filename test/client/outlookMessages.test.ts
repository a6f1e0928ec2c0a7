import assert from 'node:assert/strict';
import './load.ts';
import { compoundFile } from '../support/compoundFile.ts';
import { clearDesk, desk, keep, show } from './desk.ts';
import { Uri } from './editorTypes.ts';

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const file = compoundFile(
  new Map([
    ['__properties_version1.0', Buffer.alloc(32)],
    ['__substg1.0_007D001F', wide('From: ann@fabrikam.test\r\nSubject: Hello\r\n')],
    ['__substg1.0_1000001F', wide('Hello Bob')],
  ]),
);

describe('in the editor', () => {
  let client: typeof import('../../src/client/outlookMessages.ts') & typeof import('../../src/client/verify.ts');
  before(async () => {
    client = {
      ...(await import('../../src/client/outlookMessages.ts')),
      ...(await import('../../src/client/verify.ts')),
    };
  });
  beforeEach(clearDesk);

  describe('a file of Outlook', () => {
    /** Opens a file as the editor does; what its page shows, and whether it was closed. */
    async function opened(
      bytes: Uint8Array | undefined,
      viewColumn?: number,
    ): Promise<{ html: string; closed: boolean }> {
      const uri = Uri.parse('file:/x/mail.msg');
      if (bytes !== undefined) desk.files.set(uri.toString(), bytes);
      keep(client.registerOutlookMessages());
      const panel = {
        webview: { html: '' },
        viewColumn,
        closed: false,
        dispose: () => Object.assign(panel, { closed: true }),
      };
      const editor = desk.customEditors.get('mailTriage.outlook');
      assert.ok(editor !== undefined);
      await editor.resolveCustomEditor(editor.openCustomDocument(uri), panel);
      return { html: panel.webview.html, closed: panel.closed };
    }

    it('is opened as the message that it holds, in the place of the file', async () => {
      assert.deepEqual(await opened(file, 2), { html: '', closed: true });
      const { document, viewColumn } = desk.editor ?? {};
      assert.equal(document?.uri.toString(), 'mail-triage-outlook:/x/mail.msg.eml?file:/x/mail.msg');
      assert.match(
        document?.getText() ?? '',
        /^Comments: Made of an Outlook \.msg file.*\r\nFrom: ann@fabrikam\.test\r\n/,
      );
      assert.equal(viewColumn, 2);
      assert.ok(client.isOutlookUri(document?.uri as never));
      assert.ok(!client.isOutlookUri(Uri.parse('file:/x/mail.msg') as never));
    });

    it('that is none says why, in words that are no markup', async () => {
      const page = (words: string): string => `<!DOCTYPE html><meta charset="utf-8"><p>${words}</p>`;
      assert.deepEqual(await opened(Buffer.from('x')), {
        html: page('The file is damaged: it is no compound file that can be read to its end.'),
        closed: false,
      });
      desk.files.clear();
      const gone = await opened(undefined);
      assert.deepEqual(gone, { html: page('file:/x/mail.msg is no file'), closed: false });
    });

    it('is not verified, for it is not as it travelled', async () => {
      const history = {
        records: [],
        report: undefined,
        repeat: async () => false,
        onDidRun: () => ({ dispose: () => {} }),
      };
      const output = { append() {}, extend() {}, show() {}, dispose() {} };
      const run = async (): Promise<never> => assert.fail('it is verified');
      keep(client.registerVerify(output, { ...history, run }, { verified: () => undefined }));
      show('mail-triage-outlook:/x/mail.msg.eml?file:/x/mail.msg', 'From: a@b.test\n\nx\n', 'eml');
      await (desk.commands.get('mailTriage.verifyAuthentication') as () => Promise<void>)();
      assert.deepEqual(desk.said, [
        'information: Made of an Outlook .msg file, in which the body and the parts are not as they travelled: DKIM, ARC and S/MIME signatures cannot be verified.',
      ]);
    });
  });
});
