import assert from 'node:assert/strict';
import '../load.ts';
import { clearDesk, desk, keep, show } from '../desk.ts';
import { Uri } from '../editorTypes.ts';
import { fakeServer } from '../fakeServer.ts';

const load = async () => ({
  ...(await import('../../../src/client/assistant/tool.ts')),
  ...(await import('../../../src/client/assistant/readTools.ts')),
  ...(await import('../../../src/client/assistant/networkTools.ts')),
  ...(await import('../../../src/client/probeHistory.ts')),
});
let client: Awaited<ReturnType<typeof load>>;

describe('a tool of an assistant', () => {
  before(async () => {
    client = await load();
  });
  beforeEach(clearDesk);

  const never = { isCancellationRequested: false } as never;

  it('hands over no more than twenty thousand characters, in whole lines', async () => {
    const handed = async (text: string): Promise<string> => {
      keep(client.registerTool({ name: 'mailTriage_x', prepare: () => undefined, run: async () => text }));
      const { content } = (await desk.tools.get('mailTriage_x')?.invoke({ input: {} }, never)) ?? { content: [] };
      return content.map(({ value }) => value).join('');
    };
    assert.equal(await handed('x'.repeat(20_000)), 'x'.repeat(20_000));
    assert.equal(
      await handed('x'.repeat(20_001)),
      `${'x'.repeat(20_000)}(20001 characters in all; the rest is left out.)\n`,
    );
    const lines = `${'x'.repeat(99)}\n`.repeat(300);
    assert.equal(await handed(lines), `${lines.slice(0, 20_000)}(30000 characters in all; the rest is left out.)\n`);
    const odd = `${'x'.repeat(15_000)}\n${'y'.repeat(10_000)}`;
    assert.equal(await handed(odd), `${'x'.repeat(15_000)}\n(25001 characters in all; the rest is left out.)\n`);
  });

  it('takes texts for what they are', () => {
    const input = { a: ' x ', b: 7, c: ['x'], d: '' };
    assert.deepEqual(
      ['a', 'b', 'c', 'd', 'e'].map((name) => client.textOf(input, name)),
      ['x', '', '', '', ''],
    );
  });

  const reading = async (input: object, atHand?: string) => {
    const server = fakeServer({ 'mailTriage/handOver': 'a reading' });
    const tool = client.readTool(server, () => (atHand === undefined ? undefined : (Uri.parse(atHand) as never)));
    const said = await tool.run(input as never, never);
    return { said, params: server.asked[0]?.params };
  };

  it('reads the text that is given, the file that is named, or the ticket that is there', async () => {
    show('test:/w/a.eml', 'From: a@b.test', 'eml');
    desk.folders = [{ uri: Uri.parse('test:/w') }];
    const { said, params } = await reading({ text: ' 550 no ' });
    assert.match(said, /^Addresses, .* stand-ins[\s\S]*\n\na reading$/);
    assert.deepEqual(params, { text: '550 no', as: 'reading', message: false, unmasked: false });
    for (const [input, atHand] of [
      [{ file: 'a.eml' }, undefined],
      [{ file: '/w/a.eml' }, undefined],
      [{}, 'test:/w/a.eml'],
      [{}, undefined],
    ] as const)
      assert.deepEqual((await reading(input, atHand)).params, {
        ...{ text: 'From: a@b.test', as: 'reading', message: true, unmasked: false },
      });
    assert.deepEqual((await reading({ text: 'x', unmasked: true })).said, 'a reading');
    show('test:/w/b.txt', 'x', 'plaintext');
    await assert.rejects(reading({}), /^Error: No ticket is open\./);
    await assert.rejects(reading({ file: '/other/a.eml' }), /^Error: The file is not in the workspace\./);
    assert.equal((await reading({ text: 'x'.repeat(5_000_000) })).said.length > 0, true);
    await assert.rejects(reading({ text: 'x'.repeat(5_000_001) }), /more than 5000000 characters/);
  });

  it('asks before it hands over what is not masked, and says of what', () => {
    const tool = client.readTool(fakeServer(), () => undefined);
    const message = (input: object) =>
      (tool.prepare(input as never)?.confirmationMessages?.message as string | undefined)?.replace(
        /^.*IP addresses of (.*?) as they.*$/,
        '$1',
      );
    assert.equal(message({ unmasked: true }), 'the ticket in the editor');
    assert.equal(message({ unmasked: true, text: 'x', file: 'y' }), 'the text in its question');
    assert.equal(message({ unmasked: true, file: 'y' }), '`y`');
    assert.equal(message({ file: 'y' }), undefined);
  });

  it('explains a reply that is given, and says where nothing is known', async () => {
    const explain = (answer: unknown, reply: unknown) =>
      client.explainTool(fakeServer({ 'mailTriage/handOver': answer })).run({ reply } as never, never);
    assert.equal(await explain('words', '550'), 'words');
    assert.match(await explain(null, 'x'), /^It holds no reply code/);
    for (const reply of ['', ' ', 7])
      await assert.rejects(explain('words', reply), /^Error: Give the reply as "reply"/);
  });

  it('asks the network about one name, which is no login', () => {
    const [check, probe] = client.networkTools(fakeServer(), client.createProbeHistory());
    for (const [name, isName] of [
      ['contoso.test', true],
      [' contoso.test ', true],
      ['mx1.contoso.test:587', true],
      ['[2001:db8::1]:25', true],
      ['x'.repeat(320), true],
      ['x'.repeat(321), false],
      ['', false],
      ['a b', false],
      ['a\u0000b', false],
      ['a\u202eb', false],
      ['user:secret@contoso.test', false],
      ['user@contoso.test', true],
    ] as const) {
      assert.equal(check?.prepare({ domain: name }) !== undefined, isName, name);
      assert.equal(probe?.prepare({ server: name }) !== undefined, isName, name);
    }
    assert.equal(check?.prepare({ server: 'contoso.test' }), undefined);
    assert.equal(check?.prepare({ domain: 7 }), undefined);
    const asked = check?.prepare({ domain: 'a](b' })?.confirmationMessages;
    assert.equal(asked?.title, 'Check a] (b?');
    assert.match(String(probe?.prepare({ server: 'mx1' })?.confirmationMessages?.title), /^Probe mx1\?$/);
  });

  it('tells an assistant why nothing was asked', async () => {
    const [check, probe] = client.networkTools(fakeServer(), client.createProbeHistory());
    const cancelled = { isCancellationRequested: true } as never;
    await assert.rejects(async () => check?.run({ domain: 'a b' }, never), /Give "domain": one name/);
    await assert.rejects(async () => probe?.run({}, never), /Give "server": one name/);
    await assert.rejects(
      async () => check?.run({ domain: 'mx1.contoso.test:25' }, never),
      /That is a server: use mailTriage_probeServer/,
    );
    await assert.rejects(async () => probe?.run({ server: 'mx1' }, cancelled), /It was cancelled/);
    await assert.rejects(async () => probe?.run({ server: 'mx1' }, never), /It ended without a report/);
  });
});
