import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './load.ts';
import { keptLogins } from '../../src/client/login/keptLogins.ts';
import type { FindReport, FindRequest } from '../../src/search/node/worker.ts';
import { clearDesk, desk, keep, run, select, show } from './desk.ts';
import { Uri } from './editorTypes.ts';

let client: typeof import('../../src/client/findMessage.ts');
describe('in the editor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-triage-find-'));
  const plan = join(folder, 'plan.json');
  const requests = join(folder, 'requests');
  before(async () => {
    client = await import('../../src/client/findMessage.ts');
    // Stands for the search: it writes down what it is asked, and reports what the test has planned, one search each line.
    mkdirSync(join(folder, 'dist', 'search'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{}');
    writeFileSync(
      join(folder, 'dist', 'search', 'main.js'),
      `const { parentPort, workerData } = require('node:worker_threads');
       const { appendFileSync, readFileSync } = require('node:fs');
       const at = readFileSync(${JSON.stringify(requests)}, 'utf8').split('\\n').length - 1;
       appendFileSync(${JSON.stringify(requests)}, JSON.stringify(workerData) + '\\n');
       for (const one of JSON.parse(readFileSync(${JSON.stringify(plan)}, 'utf8'))[at]) parentPort.postMessage(one);`,
    );
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  describe('Find Message', () => {
    const secrets = new Map<string, string>();
    const logins = keptLogins({
      get: async (key) => secrets.get(key),
      store: async (key, value) => void secrets.set(key, value),
      delete: async (key) => void secrets.delete(key),
    });
    beforeEach(() => {
      clearDesk();
      secrets.clear();
      writeFileSync(requests, '');
      keep(client.registerFindMessage(new Uri('file', folder, '') as never, logins));
    });

    const nothing: FindReport = { kind: 'found', text: '', messages: 0, problems: [] };
    const found: FindReport = { kind: 'found', text: 'All of it', messages: 2, problems: [] };
    const asked = (): readonly FindRequest[] =>
      readFileSync(requests, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    const plans = (...searches: readonly (readonly FindReport[])[]): void =>
      writeFileSync(plan, JSON.stringify(searches));
    /** The choice with these words among those that are offered. */
    const choose = (label: string) => (items: readonly { readonly label: string }[]) =>
      items.find((one) => one.label === label);
    const ever = choose('Of any time');
    const inLogs = { files: ['/var/log/mail.log'], commands: [] };

    it('asks what, of which time and where, and opens what is found as a ticket', async () => {
      plans([found]);
      desk.answers.push(' ann@contoso.test , ab, 4XyZ1', ever, [
        Uri.file('/var/log/mail.log'),
        Uri.file('/var/log/b.gz'),
      ]);
      await run('mailTriage.findMessage');
      assert.deepEqual(asked(), [
        {
          needles: ['ann@contoso.test', '4XyZ1'],
          files: ['/var/log/mail.log', '/var/log/b.gz'],
          commands: [],
          tokens: {},
        },
      ]);
      assert.deepEqual([desk.editor?.document.getText(), desk.said], ['All of it', []]);
      const [what, when, where] = desk.questions;
      assert.deepEqual(
        [what?.title, what?.value, when?.title],
        ['Find Message in Logs', '', 'Find Message: ann@contoso.test, 4XyZ1'],
      );
      assert.deepEqual(
        [where?.title, where?.openLabel, where?.canSelectMany],
        ['Logs to search (compressed ones, too)', 'Search', true],
      );
      const validate = what?.validateInput as (text: string) => string | undefined;
      assert.deepEqual(['', '  ', 'ab', 'a,b', 'abc', 'ab,abc'].map(validate), [
        undefined,
        undefined,
        'Three characters at least.',
        'Three characters at least.',
        undefined,
        undefined,
      ]);
    });

    it('searches nothing where one of the questions is left', async () => {
      for (const answers of [[undefined], ['ab'], ['contoso.test', undefined], ['contoso.test', ever, undefined]]) {
        desk.answers.push(...answers);
        await run('mailTriage.findMessage');
        assert.deepEqual([desk.answers.length, asked()], [0, []]);
      }
    });

    it('looks for what is given, for at most sixteen words, and names at most a hundred characters', async () => {
      plans([found]);
      desk.answers.push(ever, [Uri.file('/a')]);
      const given = [...Array(20).keys()].map((i) => `word${i}`);
      await run('mailTriage.findMessage', given.join(','));
      assert.deepEqual(asked()[0]?.needles, given.slice(0, 16));
      assert.equal(desk.questions[0]?.title, `Find Message: ${given.slice(0, 16).join(', ').slice(0, 100)}`);
    });

    it('offers what is selected, or the word under the cursor', async () => {
      const offered = async (): Promise<unknown> => {
        desk.answers.push(undefined);
        await run('mailTriage.findMessage');
        return desk.questions.at(-1)?.value;
      };
      const text = 'to=<a+n@contoso.test>, =4XyZ1.\nsecond ab\n';
      const editor = show('test:a', text);
      const under = (at: number): Promise<unknown> => {
        select(editor, at);
        return offered();
      };
      assert.equal(await under(6), 'a+n@contoso.test');
      assert.equal(await under(25), '4XyZ1');
      assert.equal(await under(22), '');
      assert.equal(await under(text.length - 2), '');
      select(editor, 8, text.length - 3);
      assert.equal(await offered(), text.slice(8, text.indexOf('\n')));
      const long = show('test:b', 'x'.repeat(400));
      select(long, 0, 400);
      assert.equal(await offered(), 'x'.repeat(300));
    });

    it('searches the files that are chosen in the explorer, and asks for none', async () => {
      plans([found], [{ ...found, messages: 1 }], [found], [found]);
      show('test:a', 'word');
      const [one, other] = [Uri.file('/var/log/a'), Uri.file('/var/log/b')];
      for (const chosen of [undefined, [], [one, 'no file', other], [other]]) {
        desk.answers.push('contoso.test', ever);
        await run('mailTriage.findMessage', one, chosen);
      }
      assert.deepEqual(
        asked().map(({ files }) => files),
        [['/var/log/a'], ['/var/log/a'], ['/var/log/a', '/var/log/b'], ['/var/log/b']],
      );
      assert.equal(desk.questions[0]?.value, '');
      assert.equal(desk.documents.size, 5);
    });

    it('searches the sources of the settings, those that are one', async () => {
      plans([found], [found]);
      const command = { name: 'mx1', command: ['ssh', 'mx1', 'cat', '/var/log/mail.log'] };
      desk.settings.set('mailTriage.logSources', [
        '/var/log/mail.log',
        command,
        3,
        null,
        { name: 'x' },
        { name: 3, command: ['a'] },
        { name: 'x', command: [] },
        { name: 'x', command: ['a', 1] },
        { name: 'x', command: 'a' },
      ]);
      desk.answers.push(ever);
      await run('mailTriage.findMessage', 'contoso.test');
      assert.deepEqual(asked()[0], { needles: ['contoso.test'], ...inLogs, commands: [command], tokens: {} });
      for (const [at, none] of [[], 'text', [3]].entries()) {
        desk.settings.set('mailTriage.logSources', none);
        desk.answers.push(ever, undefined);
        await run('mailTriage.findMessage', 'contoso.test');
        assert.equal(desk.questions.filter(({ openLabel }) => openLabel === 'Search').length, at + 1);
      }
    });

    it('goes back as long as is chosen', async () => {
      desk.settings.set('mailTriage.logSources', inLogs.files);
      for (const [at, [label, hours]] of (
        [
          ['Of the last 24 hours', 24],
          ['Of the last 7 days', 168],
          ['Of the last 30 days', 720],
        ] as const
      ).entries()) {
        plans([found], [found], [found]);
        desk.answers.push(choose(label));
        const before = Date.now();
        await run('mailTriage.findMessage', 'contoso.test');
        const since = (asked()[at]?.since ?? 0) + hours * 3_600_000;
        assert.ok(before <= since && since <= Date.now(), label);
      }
    });

    it('says what the search tells on its way, and lets the ticket grow', async () => {
      desk.settings.set('mailTriage.logSources', inLogs.files);
      plans([
        { kind: 'progress', megabytes: 12, pass: 1, lines: 3 },
        { kind: 'soFar', text: 'The start' },
        { kind: 'soFar', text: 'The start and more' },
        found,
      ]);
      desk.answers.push(ever);
      await run('mailTriage.findMessage', 'contoso.test');
      assert.deepEqual(desk.said, ['progress: 12 MB read in pass 1, 3 lines found']);
      assert.deepEqual([desk.documents.size, desk.editor?.document.getText()], [1, 'All of it']);
    });

    it('says that nothing was found, and why', async () => {
      desk.settings.set('mailTriage.logSources', inLogs.files);
      plans(
        [nothing],
        [{ ...nothing, problems: ['/a cannot be read', '/b neither'] }],
        [{ kind: 'problem', text: 'x' }],
      );
      for (let i = 0; i < 3; i++) {
        desk.answers.push(ever);
        await run('mailTriage.findMessage', 'contoso.test');
      }
      assert.deepEqual(desk.said, [
        'information: No message was found.',
        'information: No message was found. /a cannot be read /b neither',
        'error: Mail Triage: x',
      ]);
      assert.equal(desk.documents.size, 0);
    });

    it('fails in words where the search ends without an answer', async () => {
      desk.settings.set('mailTriage.logSources', inLogs.files);
      plans([]);
      desk.answers.push(ever);
      await run('mailTriage.findMessage', 'contoso.test');
      assert.deepEqual(desk.said, [
        'error: Mail Triage: Finding messages in logs failed: the search ended without an answer',
      ]);
    });

    it('asks for the token of an engine that refuses, keeps it, and searches again', async () => {
      const engine = 'loki:https://logs.contoso.test:3100?query=x';
      desk.settings.set('mailTriage.logSources', [engine, 'elasticsearch:https://es.test', 'loki:ftp://no.test', '/a']);
      for (const [status, host] of [
        [401, 'logs.contoso.test:3100'],
        [403, 'es.test'],
      ] as const) {
        writeFileSync(requests, '');
        secrets.clear();
        plans([{ ...nothing, problems: ['other', `${host} answers ${status} to /x`] }], [found]);
        desk.answers.push(ever, 'secret');
        await run('mailTriage.findMessage', 'contoso.test');
        const { title, password, ignoreFocusOut } = desk.questions.at(-1) ?? {};
        assert.deepEqual([title, password, ignoreFocusOut], [`Token for ${host}`, true, true]);
        assert.deepEqual(
          asked().map(({ tokens }) => tokens),
          [{}, { [host]: 'secret' }],
        );
      }
      assert.deepEqual(desk.said, []);
    });

    it('asks nobody else for a token, and does not search again without one', async () => {
      desk.settings.set('mailTriage.logSources', ['opensearch:http://es.test/a']);
      for (const [answers, problem] of [
        [[''], 'es.test answers 401'],
        [[undefined], 'es.test answers 403'],
        [[], 'es.test answers 500'],
        [[], 'other.test answers 401'],
      ] as const) {
        writeFileSync(requests, '');
        plans([{ ...nothing, problems: [problem] }]);
        desk.answers.push(ever, ...answers);
        await run('mailTriage.findMessage', 'contoso.test');
        assert.deepEqual([asked().length, desk.answers.length], [1, 0]);
      }
      assert.equal(desk.questions.filter(({ password }) => password === true).length, 2);
      assert.deepEqual(desk.said, [
        'information: No message was found. es.test answers 500',
        'information: No message was found. other.test answers 401',
      ]);
    });
  });
});
