import assert from 'node:assert/strict';
import type { Login } from '../../../../src/probes/smtp/auth/mechanism.ts';
import { oauthBearer, xoauth2 } from '../../../../src/probes/smtp/auth/tokens.ts';

const login = (more: Partial<Login> = {}): Login => ({
  ...{ user: 'ann@a.test', secret: 'ya29.token', host: 'mx.a.test', port: 587 },
  ...more,
});
/** What is said first, or why nothing can be. */
const first = (begin: typeof xoauth2, more?: Partial<Login>): unknown => {
  const begun = begin(login(more));
  return begun.ok ? begun.exchange.first?.replaceAll('\u0001', '|') : begun.problem;
};
const unsendable = (what: string, why: string): unknown => ({ kind: 'bad-login', what, why });

describe('a login with a token', () => {
  it('says user and token as Google and Microsoft had it first', () =>
    assert.equal(first(xoauth2), 'user=ann@a.test|auth=Bearer ya29.token||'));
  it('says user, server and token as RFC 7628 3.1 has it', () => {
    assert.equal(first(oauthBearer), 'n,a=ann@a.test,|host=mx.a.test|port=587|auth=Bearer ya29.token||');
    assert.equal(
      first(oauthBearer, { user: 'a=b,c' }),
      'n,a=a=3Db=2Cc,|host=mx.a.test|port=587|auth=Bearer ya29.token||',
    );
  });
  it('says nothing where one of them cannot be said', () => {
    for (const begin of [xoauth2, oauthBearer]) {
      assert.deepEqual(first(begin, { user: 'a\u0001b' }), unsendable('user', 'forbidden-character'));
      for (const secret of ['', 'Bearer x', 'tok\u00e9n', 'x'.repeat(16_001)])
        assert.deepEqual(first(begin, { secret }), unsendable('secret', 'no-token'));
      assert.equal(typeof first(begin, { secret: 'x'.repeat(16_000) }), 'string');
    }
  });
});

describe('the refusal of a token (RFC 7628 3.2.2)', () => {
  /** What is answered to a challenge, and what it tells. */
  const told = async (begin: typeof xoauth2, ...challenges: readonly string[]): Promise<readonly unknown[]> => {
    const begun = begin(login());
    assert.ok(begun.ok);
    const answers = [];
    for (const challenge of challenges) answers.push(await begun.exchange.answer(challenge));
    return [answers.at(-1), begun.exchange.refusal?.()];
  };
  const refused = async (challenge: string): Promise<unknown> => (await told(oauthBearer, challenge))[1];

  it('is acknowledged as each mechanism has it', async () => {
    const challenge = '{"status":"invalid_token","schemes":"bearer","scope":"https://mail.a.test/"}';
    const says = { status: 'invalid_token', scope: 'https://mail.a.test/', schemes: 'bearer' };
    assert.deepEqual(await told(oauthBearer, challenge), [{ ok: true, octets: '\u0001' }, says]);
    assert.deepEqual(await told(xoauth2, challenge), [{ ok: true, octets: '' }, says]);
  });
  it('is told as far as it says, by the names that others have for it', async () => {
    assert.deepEqual(await refused('{}'), { status: 'none' });
    assert.deepEqual(await refused('{"status":400}'), { status: '400' });
    assert.deepEqual(await refused('{"error":"e","error_description":"d"}'), { status: 'e', description: 'd' });
    assert.deepEqual(await refused('{"status":"s","error":"e","message":"m"}'), { status: 's', description: 'm' });
    assert.deepEqual(await refused('{"status":{},"scope":[],"message":" "}'), { status: 'none' });
    assert.deepEqual(await refused(`{"scope":"${'x'.repeat(400)}"}`), { status: 'none', scope: `${'x'.repeat(300)}…` });
    assert.deepEqual(await refused('{"message":"m\u00c3\u00bcde"}'), { status: 'none', description: 'm\u00fcde' });
  });
  it('is none of another form, and none behind another', async () => {
    for (const challenge of ['', 'no', '[]', '7', 'null', '"x"'])
      assert.deepEqual(await told(oauthBearer, challenge), [
        { ok: false, problem: { kind: 'bad-challenge', why: 'form' } },
        undefined,
      ]);
    assert.deepEqual((await told(oauthBearer, '{}', '{}'))[0], {
      ok: false,
      problem: { kind: 'bad-challenge', why: 'too-many' },
    });
  });
});
