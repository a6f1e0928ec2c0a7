import assert from 'node:assert/strict';
import { authorizationOf, fetched, refusalOf } from '../../../src/search/node/http.ts';
import { answering } from './answering.ts';

const url = new URL('http://logs:9200/x');

describe('a server that is asked over HTTP', () => {
  it('is asked again where it closed the connection meanwhile, once', async () => {
    const failing = (code: string, times: number) => {
      let left = times;
      return () =>
        left-- > 0
          ? Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(`is ${code}`), { code }) })
          : {};
    };
    for (const [code, times, count] of [
      ['ECONNRESET', 0, 1],
      ['ECONNRESET', 1, 2],
      ['UND_ERR_SOCKET', 1, 2],
    ] as const)
      assert.equal((await answering(failing(code, times), () => fetched(url, {}))).length, count, code);
    for (const [code, times] of [
      ['ECONNRESET', 2],
      ['UND_ERR_SOCKET', 2],
      ['ECONNREFUSED', 1],
    ] as const)
      await assert.rejects(
        answering(failing(code, times), () => fetched(url, {})),
        { message: `logs:9200 cannot be asked: is ${code}` },
      );
    await assert.rejects(
      answering(
        () => new Error('stopped'),
        () => fetched(url, {}),
      ),
      { message: 'logs:9200 cannot be asked: stopped' },
    );
  });

  it('that refuses is told with the beginning of what it says', async () => {
    const refusal = async (body: BodyInit | null): Promise<string> =>
      (await refusalOf(url, new Response(body, { status: 403 }))).message;
    assert.equal(await refusal('no access'), 'logs:9200 answers 403: no access');
    assert.equal(await refusal(null), 'logs:9200 answers 403: ');
    const long = await refusal('x'.repeat(5000));
    assert.ok(long.length < 250 && long.startsWith(`logs:9200 answers 403: ${'x'.repeat(150)}`), long);
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(Buffer.from('ä'.repeat(500))),
    });
    assert.ok((await refusal(endless)).includes('ä'.repeat(100)));
    const broken = new ReadableStream({
      start: (controller) => controller.enqueue(Buffer.from('half ')),
      pull: (controller) => controller.error(new Error('broken')),
    });
    assert.match(await refusal(broken), /^logs:9200 answers 403: half/);
  });
});

describe('a token', () => {
  it('is sent with its scheme, or as name and password', () => {
    for (const [token, expected] of [
      ['abc', 'ApiKey abc'],
      ['Basic abc', 'Basic abc'],
      ['bearer abc', 'bearer abc'],
      ['ApiKey a:b', 'ApiKey a:b'],
      ['name:word', `Basic ${Buffer.from('name:word').toString('base64')}`],
      ['xBearer abc', 'ApiKey xBearer abc'],
      ['Bearer', 'ApiKey Bearer'],
    ] as const)
      assert.equal(authorizationOf(token, 'ApiKey'), expected);
  });
});
