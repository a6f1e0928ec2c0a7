import assert from 'node:assert/strict';
import { getPublicKey } from '../../../src/message/verify/publicKey.ts';
import { createRecordingResolver, isAnswered } from '../../../src/message/verify/resolver.ts';
import { inspectKey } from '../../../src/message/verify/signatureKey.ts';
import type { Answer, AnswerStatus, Question } from '../../../src/probes/ports.ts';
import { makeEd25519Signer, makeSigner, zoneText } from '../signed.ts';

const never = new AbortController().signal;
const answer = (question: Question, data: readonly string[], status: AnswerStatus = 'NOERROR'): Answer =>
  ({
    ...{ question, status, server: 'test', authenticated: false, milliseconds: 1 },
    records: data.map((one) => ({ name: question.name, type: question.type, ttl: 60, data: one })),
  }) as unknown as Answer;

function resolving(data: readonly string[], status: AnswerStatus = 'NOERROR') {
  const asked: string[] = [];
  const resolver = createRecordingResolver(async (question) => {
    asked.push(`${question.type} ${question.name}`);
    return answer(question, data, status);
  }, never);
  return { resolver, asked };
}

describe('what DNS answers while a message is verified', () => {
  it('is given in the forms that a resolver of Node has', async () => {
    for (const [type, data, value] of [
      ['TXT', ['"v=spf1 " "-all"', '"x"'], [['v=spf1 ', '-all'], ['x']]],
      ['MX', ['10 mx1.contoso.test.'], [{ priority: 10, exchange: 'mx1.contoso.test' }]],
      ['A', ['192.0.2.1'], ['192.0.2.1']],
      ['AAAA', ['2001:db8::1'], ['2001:db8::1']],
      ['PTR', ['mx1.contoso.test.'], ['mx1.contoso.test']],
      ['CNAME', ['a.test.'], ['a.test']],
      ['NS', ['ns.a.test.'], ['ns.a.test']],
    ] as const)
      assert.deepEqual(await resolving(data).resolver.resolve('contoso.test', type), value, type);
  });

  it('is asked once, and remembered', async () => {
    const { resolver, asked } = resolving(['"x"']);
    await Promise.all([resolver.resolve('A.test', 'TXT'), resolver.resolve('a.test.', 'TXT')]);
    await resolver.resolve('a.test', 'MX');
    assert.deepEqual(asked, ['TXT A.test', 'MX a.test']);
    assert.equal(resolver.answers.length, 2);
    assert.equal(resolver.answerTo('A.TEST', 'TXT'), resolver.answers[0]);
    assert.equal(resolver.answerTo('a.test', 'A'), undefined);
  });

  it('fails in the words of Node where there is nothing', async () => {
    for (const [status, code] of [
      ['NXDOMAIN', 'ENOTFOUND'],
      ['TIMEOUT', 'ETIMEOUT'],
      ['REFUSED', 'EREFUSED'],
      ['UNREACHABLE', 'ECONNREFUSED'],
      ['CANCELLED', 'ECANCELLED'],
      ['SERVFAIL', 'ESERVFAIL'],
      ['LAME', 'ESERVFAIL'],
      ['NOERROR', 'ENODATA'],
    ] as const) {
      await assert.rejects(resolving([], status).resolver.resolve('a.test', 'TXT'), { code }, status);
      assert.equal(
        isAnswered(answer({ name: 'a', type: 'A' }, [], status)),
        status === 'NXDOMAIN' || status === 'NOERROR',
      );
    }
    const { resolver, asked } = resolving(['x']);
    await assert.rejects(resolver.resolve('a.test', 'NAPTR'), { code: 'ENODATA', message: 'NAPTR' });
    assert.deepEqual(asked, []);
    // Records of another type, as an alias has in front, are no answer.
    const alias = createRecordingResolver(
      async (question) => answer({ ...question, type: 'CNAME' }, ['b.test.']),
      never,
    );
    await assert.rejects(alias.resolve('a.test', 'TXT'), { code: 'ENODATA' });
  });

  it('is no more than two hundred questions', async () => {
    const { resolver, asked } = resolving(['"x"']);
    for (let i = 0; i < 200; i++) await resolver.resolve(`a${i}.test`, 'TXT');
    await assert.rejects(resolver.resolve('a200.test', 'TXT'), { code: 'ECANCELLED' });
    await resolver.resolve('a7.test', 'TXT');
    assert.equal(asked.length, 200);
  });
});

describe('the key of a signature', () => {
  const rsa = makeSigner('contoso.test', 's', 2048);
  const short = makeSigner('contoso.test', 's', 1024);
  const ed = makeEd25519Signer('contoso.test');
  const p = /p=[^"]*/.exec(rsa.record.replaceAll('" "', ''))?.[0] ?? '';
  const name = 's._domainkey.contoso.test';
  const codes = (texts: readonly string[], algorithm = 'rsa-sha256', status: AnswerStatus = 'NOERROR') =>
    inspectKey(
      answer(
        { name, type: 'TXT' },
        texts.map((text) => (text.startsWith('"') ? text : zoneText(text))),
        status,
      ),
      name,
      algorithm,
    ).findings.map(({ code }) => code);

  it('is told by what the answer about it says (RFC 6376 3.6.1)', () => {
    for (const [text, expected, algorithm] of [
      [rsa.record, []],
      [short.record, ['key-short']],
      [ed.record, [], 'ed25519-sha256'],
      [ed.record, ['key-type'], 'rsa-sha256'],
      [rsa.record, ['key-type'], 'ed25519-sha256'],
      [`v=dkim1; ${p}`, []],
      [`v=DKIM2; ${p}`, ['key-version']],
      [p, []],
      ['v=DKIM1; p=', ['key-revoked']],
      ['v=DKIM1; k=rsa', ['key-unreadable']],
      ['v=DKIM1; p=!!!', ['key-unreadable']],
      ['v=DKIM1; p=AAAA', ['key-unreadable']],
      [`h=sha256; ${p}`, []],
      [`h=SHA1 : sha256; ${p}`, []],
      [`h=sha1; ${p}`, ['key-hash']],
      [`h=sha1; ${p}`, [], 'rsa-sha1'],
      [`s=*; ${p}`, []],
      [`s=other : email; ${p}`, []],
      [`s=other; ${p}`, ['key-not-email']],
      [`t=y; ${p}`, ['key-testing']],
      [`t=s:Y; ${p}`, ['key-testing']],
      [`t=s; ${p}`, []],
    ] as const)
      assert.deepEqual(codes([text], algorithm), expected, `${text.slice(0, 30)} ${algorithm}`);
  });

  it('is one, and there', () => {
    assert.deepEqual(codes([rsa.record, short.record]), ['key-several']);
    assert.deepEqual(codes([]), ['key-no-record']);
    assert.deepEqual(codes([], 'rsa-sha256', 'NXDOMAIN'), ['key-missing']);
    assert.deepEqual(codes([rsa.record], 'rsa-sha256', 'TIMEOUT'), ['key-unanswered']);
    assert.deepEqual(inspectKey(undefined, name, 'rsa-sha256'), { findings: [], answered: false });
    const at = { name, type: 'TXT' } as const;
    assert.equal(inspectKey(answer(at, [], 'SERVFAIL'), name, '').answered, false);
    assert.equal(inspectKey(answer(at, [], 'NXDOMAIN'), name, '').answered, true);
    assert.equal(inspectKey(answer(at, [rsa.record]), name, '').answered, true);
    const [several] = inspectKey(answer(at, [rsa.record, rsa.record]), name, 'rsa-sha256').findings;
    assert.deepEqual(several?.data, { name, count: '2' });
    const [services] = inspectKey(answer(at, [zoneText(`s=other; ${p}`)]), name, 'rsa-sha256').findings;
    assert.deepEqual(services?.data, { name, services: 'other' });
  });

  it('is given in PEM, whatever wraps it', async () => {
    const pem = (...data: readonly string[]) => getPublicKey(name, resolving(data).resolver.resolve);
    const begins = /^-----BEGIN PUBLIC KEY-----\n/;
    assert.match((await pem(rsa.record)) ?? '', begins);
    assert.match((await pem(ed.record)) ?? '', begins);
    assert.equal(await pem(zoneText(`v=DKIM1; ${p.slice(0, 50)}  ${p.slice(50)}`)), await pem(rsa.record));
    for (const text of ['v=DKIM1; p=', 'v=DKIM1', 'k=ed25519; p=AAAA', 'p=AAAA', `k=ed25519; ${p}`])
      assert.equal(await pem(zoneText(text)), undefined, text.slice(0, 20));
    assert.equal(await getPublicKey(name, resolving([], 'NXDOMAIN').resolver.resolve), undefined);
  });
});
