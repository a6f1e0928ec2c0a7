import assert from 'node:assert/strict';
import { secretsIn } from '../masked.ts';

const PW = 'sesam42x';

/** What a text shows as passwords. */
const shown = (text: string): readonly string[] => secretsIn(text).map(([, secret]) => secret);

describe('passwords in the forms of mail programs', () => {
  it('are found where the form says that one stands there', () => {
    for (const text of [
      `smtp_sasl_password_maps = static:alice:${PW}`,
      `client_send = : alice : ${PW}`,
      `client_send = ^alice^${PW}`,
      `client_send = "<. : alice : ${PW}"`,
      `$auth2 = ${PW}`,
      `4711 $auth3 = ${PW}`,
      `it says $auth2 = ${PW}`,
      `server_condition = \${if eq{$auth2}{${PW}}{1}{0}}`,
      `eqi {$auth3} {${PW}}`,
      `hide mysql_servers = localhost/mail/exim/${PW}`,
      `pgsql_servers = db.contoso.test/mail/exim/${PW} : other`,
      `auth-worker(7): conn user_pass=${PW}`,
      `passdb out: OK,nopassword_pass=${PW}`,
      `inline:{ { [smtp.contoso.test]:587 = alice@contoso.test:${PW} } }`,
      `inline:{ smtp.contoso.test = alice:${PW} }`,
      `AuthInfo:smtp.contoso.test "U:alice" "P:${PW}"`,
      `(setq smtpmail-auth-credentials '(("smtp.contoso.test" 587 "alice" "${PW}")))`,
      `put [smtp.contoso.test]:587 alice@contoso.test:${PW} into it`,
      `put smtp.contoso.test:submission alice@contoso.test:${PW} into it`,
      `$ postmap -q smtp.contoso.test hash:/etc/postfix/sasl_passwd\nalice:${PW}\n`,
      `a1 LOGIN alice ${PW}`,
      `. login "al ice" "${PW}"`,
      `a1 LOGIN {5}\r\n+ OK\r\nalice {8}\r\n+ OK\r\n${PW}\r\n`,
      `u: alice p: ${PW}`,
      `user=alice, p=${PW}`,
      `IDENTIFIED WITH sha256_password BY '${PW}'`,
    ])
      assert.deepEqual(shown(text), [PW], text);
  });

  it('are what a program prints that is asked for them, not the program', () => {
    for (const name of [
      'passwordeval',
      'PassCmd',
      'pass_cmd',
      'password-command',
      'source-cred-cmd',
      'backend.auth.cmd',
    ])
      for (const sign of [' = ', '=', ': ', ...(/cred|auth/.test(name) ? [] : [' '])]) {
        for (const says of [`"echo ${PW}"`, `"/bin/echo -n ${PW}"`, `"printf '%s' ${PW}"`, `echo ${PW}`])
          assert.deepEqual(shown(`${name}${sign}${says}`), [PW], `${name}${sign}${says}`);
        for (const gets of ['"pass show mail"', '"gpg -d ~/.pw.gpg"', '/usr/bin/cat /etc/pw', '~/bin/pw', '$HOME/pw'])
          assert.deepEqual(shown(`${name}${sign}${gets}`), [], `${name}${sign}${gets}`);
      }
  });

  it('go to the end of a line that holds nothing else', () => {
    assert.deepEqual(shown('  $auth1 = alice\n  $auth2 = sesam 42 x!  \n'), ['sesam 42 x!']);
    assert.deepEqual(shown('$ postmap -q a.test hash:/etc/postfix/sasl_passwd\nalice:sesam 42x\n'), ['sesam 42x']);
    assert.deepEqual(shown('then $auth2 = sesam is what it says'), []);
  });

  it('are told in a sentence with a login, in the languages that tickets come in', () => {
    for (const text of [
      `I log in with alice@contoso.test:${PW}`,
      `signed in as alice:${PW}`,
      `authenticated with alice:${PW}`,
      `angemeldet als alice:${PW}`,
      `connecté avec alice:${PW}`,
      `log in as alice / ${PW}`,
      `angemeldet mit alice / ${PW}`,
      `connecté avec alice | ${PW}`,
      `use alice@contoso.test with ${PW}`,
      `login alice@contoso.test / ${PW}`,
      `Benutzer alice@contoso.test / ${PW}`,
    ])
      assert.deepEqual(shown(text), [PW], text);
    assert.deepEqual(shown(`the password was changed from ${PW} to tiger77y`), [PW, 'tiger77y']);
    assert.deepEqual(shown('password from yesterday'), []);
  });

  it('are keys where they look like one', () => {
    const key = 'bWFkZSB1cCBrZXkgZm9yIHRlc3Rz==';
    assert.deepEqual(shown(`update: key hmac-sha256:ddns.contoso.test ${key}`), [key]);
    assert.deepEqual(shown('key 7 094F471A1A0A'), ['094F471A1A0A']);
    assert.deepEqual(shown('key-string 7 094F471A1A0A'), ['094F471A1A0A']);
    assert.deepEqual(shown('key 7 words'), []);
    assert.deepEqual(shown('mailgun: { user: "alice", key: "k3y-1234567890" }'), ['k3y-1234567890']);
    assert.deepEqual(shown('colour: { key: "k3y-1234567890" }'), []);
  });
});

describe('passwords in tables', () => {
  it('stand below the name, beside it, or above it', () => {
    for (const [text, ...expected] of [
      ['| user | password |\n| --- | --- |\n| alice | sesam42x |\n| bob | tiger77y |\n', PW, 'tiger77y'],
      ['> | user | password |\n> | --- | --- |\n> | alice | **sesam42x** |\n', PW],
      ['| user | password |\n| --- | --- |\n| alice | `ses\\|am42x` |\n', 'ses\\|am42x'],
      ['user\tpassword\nalice\tsesam42x\n', PW],
      ['user;password\nalice;sesam42x\nbob;tiger77y\n', PW, 'tiger77y'],
      ['user,password\nalice,"sesam42x"\n', PW],
      ['| Password | sesam42x |\n', PW],
      ['│ password │ sesam42x │\n', PW],
      ['password\tsesam42x\n', PW],
      ['| Password | for the mailbox | sesam42x |\n', PW],
      ['| Password | app | abcd efgh ijkl mnop |\n', 'app', 'abcd efgh ijkl mnop'],
      ['| alice | sesam42x |\n| user | password |\n', PW],
      ['user,password\r\nalice,sesam42x\r\n', PW],
      ['Nov 21 10:00:00 host app[7]: | user | password |\nNov 21 10:00:00 host app[7]: | alice | sesam42x |\n', PW],
    ] as const)
      assert.deepEqual(shown(text), expected, text);
  });

  it('are none where a cell says something of them, or the table has ended', () => {
    for (const text of [
      '| password |\n| --- |\n| incorrect |\n',
      '| user | password |\n| --- | --- |\n| alice | the one of the mailbox |\n',
      '| user | password |\n| --- | --- |\n\n| alice | sesam42x |\n',
      '| colour | password |\n| --- | --- |\n',
    ])
      assert.deepEqual(shown(text), [], text);
  });
});
