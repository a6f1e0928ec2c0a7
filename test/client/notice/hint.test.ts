import assert from 'node:assert/strict';
import '../load.ts';
import { changed, clearDesk, desk, focus, keep, show } from '../desk.ts';
import { onAClock, rest, settled, unforetold } from '../fakeServer.ts';
import { textServer } from '../textServer.ts';

let client: typeof import('../../../src/client/notice/ticketHint.ts');
const session = '220 a.test ESMTP\nEHLO b.test\n250 a.test\nQUIT\n221 bye\n';

describe('the hint in the bar of the editor', () => {
  before(async () => {
    client = await import('../../../src/client/notice/ticketHint.ts');
  });
  beforeEach(clearDesk);

  const item = () => desk.items.get('mailTriage.hint');
  const visible = (): unknown => item()?.visible;
  const register = (server = textServer()) => ({ server, hint: keep(client.registerTicketHint(server, unforetold)) });
  const context = (): unknown =>
    desk.executed.findLast(([name, key]) => name === 'setContext' && key === 'mailTriage.noticed')?.[2];

  it('says what it does, to the eye, to the ear and to menus', async () => {
    const { document } = show('test:a', session, 'plaintext');
    const { hint } = register();
    await settled();
    const { name, text, command, accessibilityInformation } = (item() ?? {}) as Readonly<Record<string, unknown>>;
    assert.deepEqual(
      { name, text, command, accessibilityInformation },
      {
        name: 'Mail Triage',
        text: '$(mail) Read as mail ticket',
        command: 'mailTriage.readAsTicket',
        accessibilityInformation: { label: 'Read this text as a mail ticket', role: 'button' },
      },
    );
    assert.equal(context(), true);
    const [lens] = (desk.lenses?.(document) ?? []) as { range: { start: object; end: object } }[];
    assert.deepEqual(
      [lens?.range.start, lens?.range.end].map((at) => JSON.stringify(at)),
      Array(2).fill('{"line":0,"character":0}'),
    );
    const other = show('test:b', 'hello\n', 'plaintext').document;
    await settled();
    assert.deepEqual([context(), hint.noticed, desk.lenses?.(other), desk.lenses?.(document)], [false, false, [], []]);
  });

  it('is for texts, and for none that the editor makes', async () => {
    register();
    for (const scheme of [
      'output',
      'debug',
      'vscode-notebook',
      'comment',
      'search-editor',
      'git',
      'mail-triage-part',
    ]) {
      show(`${scheme}:a`, session, 'plaintext');
      await settled();
      assert.equal(visible(), false, scheme);
    }
    for (const scheme of ['file', 'untitled', 'xgit']) {
      show(`${scheme}:a`, session, 'plaintext');
      await settled();
      assert.equal(visible(), true, scheme);
    }
    for (const [language, isText] of [
      ...'plaintext log markdown json jsonc jsonl csv tsv xml html restructuredtext asciidoc'
        .split(' ')
        .map((one) => [one, true] as const),
      ['python', false],
      ['eml', false],
    ] as const) {
      show('file:b', session, language);
      await settled();
      assert.equal(visible(), isText, language);
    }
  });

  it('is not asked about twice for one text, and never shown for another', async () => {
    const server = textServer();
    const { document } = show('test:a', session, 'plaintext');
    register(server);
    await settled();
    const count = server.asked.length;
    focus(document);
    await settled();
    assert.deepEqual([visible(), server.asked.length], [true, count]);
    let answer = (_: unknown): void => undefined;
    server.answers.set('mailTriage/notice', () => new Promise((done) => (answer = done)));
    show('test:b', `${session}more\n`, 'plaintext');
    // While another is looked at, none stands there.
    assert.equal(visible(), false);
    await settled();
    server.answers.set('mailTriage/notice', { kind: 'conversation', offset: 0 });
    show('test:c', session, 'plaintext');
    await settled();
    answer(null);
    await settled();
    assert.equal(visible(), true);
  });

  it('looks again at a text that gets another language, and where settings change', async () => {
    const { document } = show('test:a', session, 'python');
    register();
    await settled();
    assert.equal(visible(), false);
    document.languageId = 'markdown';
    changed.opened.fire(document);
    await settled();
    assert.equal(visible(), true);
    changed.configuration.fire({ affectsConfiguration: (name) => name === 'mailTriage.notice' });
    await settled();
    assert.equal(visible(), true);
    const pasted = show('untitled:b', session, 'plaintext').document;
    pasted.isUntitled = true;
    await settled();
    assert.equal(visible(), true);
    desk.settings.set('mailTriage.notice.readUntitled', true);
    changed.configuration.fire({ affectsConfiguration: (name) => name === 'mailTriage.notice' });
    await settled();
    assert.deepEqual([pasted.languageId, visible()], ['smtp-transcript', false]);
  });

  it('stays as it is where texts change that nobody looks at', async () => {
    const { document } = show('test:a', session, 'plaintext');
    const { hint, server } = register();
    await settled();
    focus(undefined);
    await settled();
    const count = server.asked.length;
    document.paste(`${session}more\n`);
    await settled();
    assert.deepEqual([hint.noticed, server.asked.length], [false, count]);
  });

  it(
    'waits until somebody has stopped to type',
    onAClock(async () => {
      const { document } = show('test:a', 'hello\n', 'plaintext');
      const { server } = register();
      await rest(0);
      document.text = session;
      await rest(200);
      document.text = `${session}x`;
      await rest(299);
      assert.deepEqual([visible(), server.asked.length], [false, 0]);
      await rest(1);
      assert.equal(visible(), true);
    }),
  );

  it(
    'is silent once it is gone',
    onAClock(async () => {
      const { document } = show('test:a', 'hello\n', 'plaintext');
      const server = textServer();
      const { hint } = register(server);
      await rest(0);
      document.text = session;
      hint.dispose();
      await rest(300);
      assert.equal(server.asked.length, 0);
      let answer = (_: unknown): void => undefined;
      server.answers.set('mailTriage/notice', () => new Promise((done) => (answer = done)));
      const other = register(server).hint;
      await rest(0);
      const count = desk.executed.length;
      other.dispose();
      answer({ kind: 'conversation', offset: 0 });
      await rest(0);
      assert.equal(desk.executed.length, count);
    }),
  );
});
