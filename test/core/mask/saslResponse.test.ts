import assert from 'node:assert/strict';
import { CHALLENGE, readDecoded, readSaslResponse, wrappedRest } from '../../../src/core/mask/saslResponse.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const says = (text: string): string => {
  const read = readDecoded(text);
  return read === undefined ? 'nothing' : [read.kind, ...read.passwords].join(' ');
};

const DIGEST = '0123456789abcdef0123456789ABCDEF';
const TOKEN = 'ya29.A0AfH6SMBx';

describe('what a login answers', () => {
  it('is user and password of PLAIN (RFC 4616 2)', () => {
    assert.equal(says('\0bob\0hunter2'), 'login hunter2');
    assert.equal(says('admin\0bob\0hunter2'), 'login hunter2');
    assert.equal(says('\0bob\0'), 'hidden');
    assert.equal(says('\0bob\0********'), 'hidden');
    assert.equal(says('\0bob\0<password>'), 'hidden');
    for (const text of ['\0\0hunter2', 'bob\0hunter2', 'a\0bob\0hunter2\0x', '\0bob\0hunter2\u0001'])
      assert.equal(says(text), 'nothing', JSON.stringify(text));
  });

  it('is a token of XOAUTH2 and OAUTHBEARER (RFC 7628 3.1)', () => {
    assert.equal(says(`user=bob@contoso.test\u0001auth=Bearer ${TOKEN}\u0001\u0001`), `token ${TOKEN}`);
    assert.equal(says(`USER=bob\u0001AUTH=bearer \t${TOKEN}\u0001\u0001`), `token ${TOKEN}`);
    assert.equal(
      says(`n,a=bob@contoso.test,\u0001host=x\u0001port=587\u0001auth=Bearer ${TOKEN}\u0001\u0001`),
      `token ${TOKEN}`,
    );
    assert.equal(says(`y,,\u0001auth=Bearer ${TOKEN}\u0001\u0001`), `token ${TOKEN}`);
    // So short a word is searched for nowhere else.
    assert.equal(says('user=bob\u0001auth=Bearer abcdefghijk\u0001\u0001'), 'token');
    assert.equal(says('user=bob\u0001auth=Bearer abcdefghijkl\u0001\u0001'), 'token abcdefghijkl');
    assert.equal(says('user=bob\u0001auth=Bearer <token>\u0001\u0001'), 'hidden');
    for (const text of [
      `user=bob auth=Bearer ${TOKEN}`,
      `to user=bob\u0001auth=Bearer ${TOKEN}\u0001`,
      `x,\u0001auth=Bearer ${TOKEN}\u0001`,
      `user=bob\u0001no auth=Bearer ${TOKEN}\u0001`,
      'user=bob\u0001auth=Bearer\u0001\u0001',
      `user=bob\u0001pass=${TOKEN}\u0001\u0001`,
    ])
      assert.equal(says(text), 'nothing', text);
  });

  it('is what was computed of the password (RFC 2195 2, RFC 5802 7, RFC 2831 2.1.2)', () => {
    assert.equal(says(`bob ${DIGEST}`), `digest ${DIGEST}`);
    for (const text of [
      `bob ${DIGEST}0`,
      `bob ${DIGEST.slice(1)}`,
      `bob  smith ${DIGEST}`,
      `bob ${DIGEST.replace('a', 'g')}`,
      ` ${DIGEST}`,
    ])
      assert.equal(says(text), 'nothing', text);
    assert.equal(says('c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts='), 'digest');
    assert.equal(says('c=biws,r=abc,m=ext,p=v0X8'), 'digest');
    for (const text of [
      'c=biws,r=abc',
      'c=,r=abc,p=v0X8',
      'c=biws,p=v0X8',
      'x c=biws,r=abc,p=v0X8',
      'c=biws,r=abc,p=v0X8,x',
    ])
      assert.equal(says(text), 'nothing', text);
    const md5 = (response: string): string =>
      `username="bob",realm="contoso.test",nonce="x",response=${response},qop=auth`;
    assert.equal(says(md5(DIGEST)), `digest ${DIGEST}`);
    assert.equal(says(`response=${DIGEST},USERNAME="bob"`), `digest ${DIGEST}`);
    assert.equal(says(md5('0123')), 'nothing');
    assert.equal(says(`xresponse=${DIGEST},username="bob"`), 'nothing');
    assert.equal(says(`response=${DIGEST},realm="x"`), 'nothing');
  });

  it('is read from base64, which has no octets but those of text', () => {
    const read = (text: string): string | undefined => readSaslResponse(text)?.kind;
    assert.deepEqual(readSaslResponse(base64('\0bob\0hünter2')), { kind: 'login', passwords: ['hünter2'] });
    assert.equal(read(base64('\0bob\0hunter2').replace(/=+$/, '')), 'login');
    assert.equal(read('AGEAYg=='), 'login');
    assert.equal(read('AGEAYg='), undefined);
    assert.equal(read('AGJvYgB4'), 'login');
    assert.equal(read('AGJvYgB'), undefined);
    assert.equal(read('TlRMTVNTUAADAAAA'), 'digest');
    assert.equal(read('TlRMTVNTUAACAAAA'), undefined);
    assert.equal(read(`AA${'A'.repeat(20_000)}`), undefined);
    assert.equal(read(`TlRMTVNTUAAD${'A'.repeat(20_000 - 12)}`), 'digest');
    assert.equal(read(`TlRMTVNTUAAD${'A'.repeat(20_000 - 11)}`), undefined);
    assert.equal(read(Buffer.from('\0bob\0hunt\x02er2').toString('base64')), undefined);
  });

  it('is not what the server asks with', () => {
    for (const words of ['Username:', 'User Name\0', 'user', 'Password:', 'pass', 'login:', 'LOGIN'])
      assert.ok(CHALLENGE.test(words), words);
    for (const words of ['Usernames:', 'my password', 'passw', 'logins', '']) assert.ok(!CHALLENGE.test(words), words);
  });
});

describe('an answer whose line was wrapped', () => {
  const whole = base64(`user=bob@contoso.test\u0001auth=Bearer ${'ya29.a0AfH6SMBx'.repeat(9)}\u0001\u0001`);
  /** The rows behind the first, which is `before` and the token up to the width. */
  const rest = (text: string, token: string) => {
    const end = text.indexOf(token) + token.length;
    const found = wrappedRest(text, token, end);
    if (found.secret !== undefined) assert.equal(found.secret.encoded, true);
    return [
      found.secret && text.slice(found.secret.start, found.secret.end),
      text.slice(end, found.end),
      found.secret?.kind,
    ];
  };
  const first = whole.slice(0, 76);

  it('goes on in the next lines, up to the last, shorter one', () => {
    const rows = [whole.slice(76, 152), whole.slice(152)] as const;
    for (const between of ['\n', '\r\n', '\r', '\n> ', '\n|\t', '\n        ']) {
      const tail = `${between}${rows[0]}${between}${rows[1]}`;
      assert.deepEqual(
        rest(`${first}${tail}\nQUIT\n`, first),
        [tail.slice(between.length), tail, 'token'],
        JSON.stringify(between),
      );
      assert.deepEqual(rest(`${first}${tail}`, first), [tail.slice(between.length), tail, 'token']);
      assert.deepEqual(rest(`${first}${tail} \t\nQUIT\n`, first), [tail.slice(between.length), tail, 'token']);
    }
    assert.deepEqual(rest(`${first}\n         ${rows[0]}\n${rows[1]}`, first), [undefined, '', undefined]);
    assert.deepEqual(rest(`${first}\n${rows[0]} x\n${rows[1]}`, first), [undefined, '', undefined]);
    assert.deepEqual(rest(`${first}\n\n${rows[0]}\n${rows[1]}`, first), [undefined, '', undefined]);
  });

  it('ends at a command, and is none where what is joined is no answer', () => {
    assert.deepEqual(rest(`${first}\nQUIT\n${whole.slice(76)}\n`, first), [undefined, '', undefined]);
    const noise = 'A'.repeat(76);
    assert.deepEqual(rest(`${noise}\n${noise}\nAAAA\nBBBB\n`, noise), [undefined, `\n${noise}\nAAAA`, undefined]);
    assert.deepEqual(rest(`${noise}\n${noise.slice(2)}==\n${noise}\n`, noise), [
      undefined,
      `\n${noise.slice(2)}==`,
      undefined,
    ]);
    const hidden = base64(`user=bob@contoso.test\u0001auth=Bearer ${'MASKED'.repeat(22)}\u0001\u0001`);
    const tail = `\n${hidden.slice(76)}`;
    assert.deepEqual(rest(`${hidden.slice(0, 76)}${tail}\n`, hidden.slice(0, 76)), [undefined, tail, undefined]);
  });

  it('is not looked for behind a line that is short and an answer already', () => {
    const short = base64('\0bob@contoso.test\0hunter2');
    assert.deepEqual(rest(`${short}\n${whole}\n`, short), [undefined, '', undefined]);
    assert.deepEqual(rest(`AUTH PLAIN ${short}\nABCD\n`, short), [undefined, '', undefined]);
    // At the width of a console the line may have been wrapped.
    const long = `${' '.repeat(72 - short.length)}${short}`;
    assert.deepEqual(rest(`${long}\nABCDEFGH\n`, short), [undefined, '\nABCDEFGH', undefined]);
    assert.deepEqual(rest(`${long.slice(1)}\nABCDEFGH\n`, short), [undefined, '', undefined]);
  });
});
