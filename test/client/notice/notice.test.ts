import assert from 'node:assert/strict';
import '../load.ts';
import type { TextDocument } from 'vscode';
import { Document } from '../desk.ts';
import { Uri } from '../editorTypes.ts';
import { type FakeServer, fakeServer } from '../fakeServer.ts';

const session = '220 a.test ESMTP\nEHLO b.test\n250 a.test\n';
const filler = (lines: number): string => 'Nothing of mail.\n'.repeat(lines);

/** A server that finds a session where one begins in what it is given. */
const finding = (): FakeServer =>
  fakeServer({
    'mailTriage/notice': ({ text }: { text: string }) => {
      const offset = text.indexOf(session);
      return offset < 0 ? null : { kind: 'conversation', offset };
    },
  });
const never = (): boolean => false;

describe('the first ticket in a document of another language', () => {
  let noticeIn: typeof import('../../../src/client/notice/notice.ts').noticeIn;
  before(async () => {
    ({ noticeIn } = await import('../../../src/client/notice/notice.ts'));
  });

  const look = async (text: string, server = finding(), isOver = never) => {
    const document = new Document(Uri.parse('test:a'), 'plaintext', text) as unknown as TextDocument;
    return {
      notice: await noticeIn(document, server, isOver),
      texts: server.asked.map(({ params }) => params.text),
    };
  };

  it('has the line on which it begins', async () => {
    for (const above of [0, 1, 7, 399, 400, 401, 5000])
      for (const end of ['\n', '\r\n', '\r']) {
        const text = (filler(above) + session + filler(3)).replaceAll('\n', end);
        const server = fakeServer({ 'mailTriage/notice': { kind: 'conversation', offset: above * (16 + end.length) } });
        assert.deepEqual((await look(text, server)).notice, { kind: 'conversation', line: above }, `${above}`);
      }
  });

  it('is looked for in a document of ordinary length as a whole', async () => {
    const text = filler(5000) + session + filler(5000);
    assert.deepEqual(await look(text), { notice: { kind: 'conversation', line: 5000 }, texts: [text] });
  });

  it('is looked for in a longer one from a hundred lines above the sign on', async () => {
    const far = filler(15_000);
    const { notice, texts } = await look(far + session + far);
    assert.deepEqual(notice, { kind: 'conversation', line: 15_000 });
    assert.deepEqual(texts, [filler(100) + session + filler(397)]);
    assert.deepEqual((await look(filler(20) + session + far)).texts, [filler(20) + session + filler(397)]);
    // Many short lines are a long document, too.
    const short = '\n'.repeat(20_001);
    assert.deepEqual((await look(session + short)).texts, [session + '\n'.repeat(397)]);
  });

  it('is looked for in no more than 200,000 characters at once', async () => {
    const { texts } = await look(`${session}${'x'.repeat(300_000)}\n`);
    assert.deepEqual(
      texts.map((text) => String(text).length),
      [200_000],
    );
  });

  it('is found behind what looked like one and was none', async () => {
    const far = filler(15_000);
    const seeming = 'Received: nothing\n';
    const { notice, texts } = await look(`${far}${seeming}${filler(800)}${seeming}${filler(800)}${session}${far}`);
    assert.deepEqual(notice, { kind: 'conversation', line: 16_602 });
    assert.equal(texts.length, 3);
  });

  it('is looked for no longer after twelve that were none', async () => {
    const seeming = `Received: nothing\n${filler(999)}`.repeat(15);
    assert.equal((await look(seeming + session)).texts.length, 12);
    assert.equal((await look(seeming + session)).notice, undefined);
  });

  it('is not asked for where nothing looks like one, or the question is over', async () => {
    assert.deepEqual(await look(filler(900)), { notice: undefined, texts: [] });
    assert.deepEqual(await look(''), { notice: undefined, texts: [] });
    assert.deepEqual(await look(session, finding(), () => true), { notice: undefined, texts: [] });
  });

  it('is looked for in a long line, too', async () => {
    assert.deepEqual((await look(`${'x '.repeat(40_000)}\n${session}`)).notice, { kind: 'conversation', line: 1 });
    const { notice } = await look(
      `${'x '.repeat(40_000)}550 5.1.1 <a@b.test>: no such user\n`,
      fakeServer({
        'mailTriage/notice': { kind: 'notice', offset: 80_000 },
      }),
    );
    assert.deepEqual(notice, { kind: 'notice', line: 0 });
  });
});
