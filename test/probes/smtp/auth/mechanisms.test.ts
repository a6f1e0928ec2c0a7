import assert from 'node:assert/strict';
import { encodeBase64, readBase64 } from '../../../../src/core/text/base64.ts';
import { asCharacters } from '../../../../src/core/text/utf8.ts';
import { saslCrypto } from '../../../../src/probes/node/saslCrypto.ts';
import { beginLogin, chooseMechanism, notSpoken, offeredIn } from '../../../../src/probes/smtp/auth/choose.ts';
import type { Answer, Exchange, Login, Mechanism } from '../../../../src/probes/smtp/auth/mechanism.ts';
import { scram } from '../../../../src/probes/smtp/auth/scram.ts';

const tim: Login = { user: 'tim', secret: 'tanstaaftanstaaf', host: 'mx1.contoso.test', port: 587 };

const begin = (mechanism: Mechanism, login: Login): Exchange => {
  const begun = beginLogin(mechanism, login, saslCrypto);
  assert.ok(begun.ok);
  return begun.exchange;
};
/** Why a login cannot begin. */
const refusedFor = (mechanism: Mechanism, login: Partial<Login>): string => {
  const begun = beginLogin(mechanism, { ...tim, ...login }, saslCrypto);
  assert.ok(!begun.ok);
  return begun.problem.kind === 'bad-login' ? `${begun.problem.what} ${begun.problem.why}` : begun.problem.kind;
};
const octets = (answer: Answer): string => {
  assert.ok(answer.ok);
  return answer.octets;
};
const problemOf = (answer: Answer): string => {
  assert.ok(!answer.ok);
  const { problem } = answer;
  return 'why' in problem ? `${problem.kind} ${problem.why}` : problem.kind;
};
const decoded = (base64: string): string => asCharacters(readBase64(base64).octets);

describe('login mechanisms', () => {
  it('PLAIN says name and password at once (RFC 4616 4)', async () => {
    const plain = begin('PLAIN', tim);
    assert.equal(plain.first, '\0tim\0tanstaaftanstaaf');
    assert.equal(
      encodeBase64(begin('PLAIN', { ...tim, user: 'test', secret: '1234' }).first ?? ''),
      'AHRlc3QAMTIzNA==',
    );
    assert.equal(problemOf(await plain.answer('')), 'bad-challenge too-many');
  });

  it('PLAIN writes UTF-8 as typed (RFC 4616 2)', () => {
    assert.equal(
      begin('PLAIN', { ...tim, secret: 'p\u00e4ss\u2168' }).first,
      '\0tim\0p\u00c3\u00a4ss\u00e2\u0085\u00a8',
    );
  });

  it('PLAIN has no NUL in its parts', () => {
    assert.equal(refusedFor('PLAIN', { user: 'a\0b' }), 'user nul');
    assert.equal(refusedFor('PLAIN', { secret: 'a\0b' }), 'secret nul');
  });

  it('LOGIN answers two questions, whatever they are called, and no third', async () => {
    const login = begin('LOGIN', tim);
    assert.equal(login.first, undefined);
    assert.equal(octets(await login.answer('Username:')), 'tim');
    assert.equal(octets(await login.answer('')), 'tanstaaftanstaaf');
    assert.equal(problemOf(await login.answer('Password:')), 'bad-challenge too-many');
  });

  it('CRAM-MD5 gives the digest of RFC 2195 2', async () => {
    const cram = begin('CRAM-MD5', tim);
    assert.equal(cram.first, undefined);
    const said = octets(await cram.answer('<1896.697170952@postoffice.reston.mci.net>'));
    assert.equal(said, 'tim b913a602c7eda7a495b4e6e7334d3890');
    assert.ok(cram.derived.includes('b913a602c7eda7a495b4e6e7334d3890'));
    assert.equal(problemOf(await cram.answer('<2>')), 'bad-challenge too-many');
  });

  it('CRAM-MD5 answers no empty challenge, and needs MD5', async () => {
    assert.equal(problemOf(await begin('CRAM-MD5', tim).answer('')), 'bad-challenge form');
    const without = beginLogin('CRAM-MD5', tim, { ...saslCrypto, hmac: () => undefined });
    assert.ok(without.ok);
    assert.equal(problemOf(await without.exchange.answer('<1@x>')), 'no-hash');
  });

  describe('SCRAM-SHA-256', () => {
    const user: Login = { ...tim, user: 'user', secret: 'pencil' };
    const nonce = 'rOprNGfwEbeRWgbNEkqO';
    const both = `${nonce}%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0`;
    const first = `r=${both},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096`;
    const exchange = (login: Login = user): Exchange => {
      const begun = scram(login, saslCrypto, nonce);
      assert.ok(begun.ok);
      return begun.exchange;
    };

    it('goes as RFC 7677 3 shows', async () => {
      const one = exchange();
      assert.equal(one.first, `n,,n=user,r=${nonce}`);
      assert.equal(octets(await one.answer(first)), `c=biws,r=${both},p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=`);
      assert.deepEqual(one.lacks?.(), { kind: 'unproven', why: 'missing' });
      assert.equal(octets(await one.answer('v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=')), '');
      assert.equal(one.lacks?.(), undefined);
      assert.equal(
        problemOf(await one.answer('v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=')),
        'bad-challenge too-many',
      );
    });

    it('knows a server that does not know the password by its signature (RFC 5802 3)', async () => {
      const one = exchange();
      await one.answer(first);
      assert.equal(problemOf(await one.answer('v=AAAATRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=')), 'unproven forged');
      assert.equal(one.lacks?.()?.kind, 'unproven');
    });

    it('hears the error of the server (RFC 5802 7)', async () => {
      const one = exchange();
      await one.answer(first);
      assert.equal(octets(await one.answer('e=invalid-proof')), '');
      assert.equal(one.refusal?.()?.status, 'invalid-proof');
    });

    it('answers nothing that is not for its own nonce', async () => {
      for (const forged of ['abc', nonce, `x${both}`]) {
        const said = first.replace(both, forged);
        assert.equal(problemOf(await exchange().answer(said)), 'bad-challenge nonce', forged);
      }
    });

    it('bounds the rounds that a server asks for', async () => {
      for (const count of ['0', '1000001', '999999999999']) {
        assert.equal(problemOf(await exchange().answer(first.replace('4096', count))), 'bad-iterations', count);
      }
      for (const count of ['-1', '', '1e9', '04096', '9999999999999']) {
        assert.equal(problemOf(await exchange().answer(first.replace('4096', count))), 'bad-challenge form', count);
      }
      assert.ok((await exchange().answer(first.replace('4096', '1'))).ok);
    });

    it('reads no challenge of another form', async () => {
      const bad = [
        '',
        'x',
        `m=ext,${first}`,
        first.replace('W22ZaJ0SNY7soEsUEjb6gQ==', ''),
        first.replace('W22', '***'),
      ];
      for (const one of [...bad, `r=${both}`, first.replace(',i=4096', ''), `\0${first}`, 'r='.repeat(2000)]) {
        assert.equal(problemOf(await exchange().answer(one)), 'bad-challenge form', one.slice(0, 50));
      }
      // Extensions behind the rounds may stand there (RFC 5802 5.1).
      assert.ok((await exchange().answer(`${first},x=y`)).ok);
    });

    it('writes comma and equals sign of a user name as RFC 5802 5.1 has it', () => {
      assert.equal(exchange({ ...user, user: 'a=b,c' }).first, `n,,n=a=3Db=2Cc,r=${nonce}`);
    });

    it('prepares name and password by SASLprep', async () => {
      assert.equal(exchange({ ...user, user: 'u\u00adser' }).first, `n,,n=user,r=${nonce}`);
      const said = octets(await exchange().answer(first));
      assert.equal(octets(await exchange({ ...user, secret: 'pen\u00adcil' }).answer(first)), said);
      assert.equal(refusedFor('SCRAM-SHA-256', { secret: 'pen\u0007cil' }), 'secret forbidden-character');
      assert.equal(refusedFor('SCRAM-SHA-256', { user: '\u06271' }), 'user mixed-direction');
    });

    it('has another nonce each time', () => {
      assert.notEqual(begin('SCRAM-SHA-256', user).first, begin('SCRAM-SHA-256', user).first);
    });
  });

  describe('with tokens', () => {
    const token = 'vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==';
    const login: Login = { user: 'user@example.com', secret: token, host: 'server.example.com', port: 143 };
    const error =
      'eyJzdGF0dXMiOiJpbnZhbGlkX3Rva2VuIiwic2NvcGUiOiJleGFtcGxlX3Njb3BlIiwib3BlbmlkLWNvbmZpZ3VyYXRpb24iOiJodHRwczovL2V4YW1wbGUuY29tLy53ZWxsLWtub3duL29wZW5pZC1jb25maWd1cmF0aW9uIn0=';

    it('OAUTHBEARER goes as RFC 7628 4.1 and 4.3 show', async () => {
      const one = begin('OAUTHBEARER', login);
      assert.equal(
        encodeBase64(one.first ?? ''),
        'bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGUuY29tAXBvcnQ9MTQzAWF1dGg9QmVhcmVyIHZGOWRmdDRxbVRjMk52YjNSbGNrQmhiSFJoZG1semRHRXVZMjl0Q2c9PQEB',
      );
      assert.equal(octets(await one.answer(decoded(error))), '\u0001');
      assert.deepEqual(one.refusal?.(), { status: 'invalid_token', scope: 'example_scope' });
      assert.equal(problemOf(await one.answer(decoded(error))), 'bad-challenge too-many');
    });

    it('XOAUTH2 goes as Google shows, its error too', async () => {
      const one = begin('XOAUTH2', {
        ...login,
        user: 'someuser@example.com',
        secret: 'ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg',
      });
      assert.equal(
        encodeBase64(one.first ?? ''),
        'dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxbVRjMk52YjNSbGNrQmhkSFJoZG1semRHRXVZMjl0Q2cBAQ==',
      );
      const refused = decoded(
        'eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiYmVhcmVyIG1hYyIsInNjb3BlIjoiaHR0cHM6Ly9tYWlsLmdvb2dsZS5jb20vIn0K',
      );
      assert.equal(octets(await one.answer(refused)), '');
      assert.deepEqual(one.refusal?.(), { status: '401', scope: 'https://mail.google.com/', schemes: 'bearer mac' });
    });

    it('what is no error in JSON is no challenge', async () => {
      for (const said of ['', 'x', '[]', 'null', '"a"', '{', `{"status":${'['.repeat(3000)}`]) {
        assert.equal(problemOf(await begin('XOAUTH2', login).answer(said)), 'bad-challenge form', said.slice(0, 20));
      }
    });

    it('members of the error are plain and short', async () => {
      const one = begin('XOAUTH2', login);
      await one.answer(
        JSON.stringify({ status: 400, scope: ['a'], error_description: `a\r\nb\u001b${'x'.repeat(900)}` }),
      );
      assert.deepEqual(Object.keys(one.refusal?.() ?? {}), ['status', 'description']);
      assert.match(one.refusal?.()?.description ?? '', /^a\ufffd\ufffdb\ufffdx{200,300}\u2026$/);
    });

    it('a token has no blanks, and no word in front of it', () => {
      for (const mechanism of ['XOAUTH2', 'OAUTHBEARER'] as const) {
        assert.equal(refusedFor(mechanism, { secret: `Bearer ${token}` }), 'secret no-token');
        assert.equal(refusedFor(mechanism, { secret: 'a\u0001b' }), 'secret no-token');
        assert.equal(refusedFor(mechanism, { user: 'a\u0001auth=Bearer x' }), 'user forbidden-character');
      }
    });
  });

  it('neither name nor secret is empty or longer than an answer can be', () => {
    assert.equal(refusedFor('PLAIN', { user: '' }), 'user empty');
    assert.equal(refusedFor('LOGIN', { secret: '' }), 'secret empty');
    assert.equal(refusedFor('PLAIN', { secret: 'x'.repeat(9001) }), 'secret too-long');
  });
});

describe('the choice of a mechanism', () => {
  const chosen = (offered: string, asked?: Mechanism) => chooseMechanism(offeredIn(offered), asked, true);

  it('is the strongest one for a password, in whatever order they are offered', () => {
    assert.deepEqual(chosen('LOGIN PLAIN XOAUTH2'), { kind: 'chosen', mechanism: 'PLAIN' });
    assert.deepEqual(chosen('LOGIN'), { kind: 'chosen', mechanism: 'LOGIN' });
    assert.deepEqual(chosen('PLAIN LOGIN CRAM-MD5 DIGEST-MD5'), { kind: 'chosen', mechanism: 'CRAM-MD5' });
    const all = 'PLAIN CRAM-MD5 SCRAM-SHA-256 SCRAM-SHA-256-PLUS';
    assert.deepEqual(chosen(all), { kind: 'chosen', mechanism: 'SCRAM-SHA-256-PLUS' });
    const clear = chooseMechanism(offeredIn(all), undefined, false);
    assert.deepEqual(clear, { kind: 'chosen', mechanism: 'SCRAM-SHA-256' });
  });

  it('is the one that was asked for, or none', () => {
    assert.deepEqual(chosen('PLAIN SCRAM-SHA-256 XOAUTH2', 'XOAUTH2'), { kind: 'chosen', mechanism: 'XOAUTH2' });
    assert.deepEqual(chosen('PLAIN', 'CRAM-MD5'), { kind: 'not-offered', asked: 'CRAM-MD5' });
  });

  it('takes no token where a password is meant', () => {
    assert.deepEqual(chosen('XOAUTH2 OAUTHBEARER'), { kind: 'not-offered' });
    assert.deepEqual(chosen('NTLM GSSAPI'), { kind: 'not-offered' });
  });

  it('is none where nothing is offered', () => {
    assert.deepEqual(chosen(''), { kind: 'no-auth' });
  });

  it('reads what is offered in the old form and in any case, each once', () => {
    assert.deepEqual(offeredIn('plain LOGIN Plain'), ['PLAIN', 'LOGIN']);
    assert.deepEqual(offeredIn('=LOGIN PLAIN'), ['LOGIN', 'PLAIN']);
    assert.deepEqual(offeredIn('PLAIN <b> \u001b[31m LOGIN'), ['PLAIN', 'LOGIN']);
  });

  it('names what is offered and not spoken here', () => {
    assert.deepEqual(notSpoken(offeredIn('NTLM PLAIN GSSAPI SCRAM-SHA-1 SCRAM-SHA-1-PLUS')), [
      'NTLM',
      'GSSAPI',
      'SCRAM-SHA-1',
      'SCRAM-SHA-1-PLUS',
    ]);
  });
});
