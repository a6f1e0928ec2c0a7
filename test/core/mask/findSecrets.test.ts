import assert from 'node:assert/strict';
import { findSecrets } from '../../../src/core/mask/findSecrets.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { base64, masked as maskedText, secretsIn } from './masked.ts';

const shows = (text: string, ...expected: readonly (readonly [string, string])[]): void =>
  assert.deepEqual(secretsIn(text), expected);

const PASSWORD = 'Tr0ub4dor&3';
const opening = '220 mx.contoso.test ESMTP\nEHLO pc.contoso.test\n250-mx.contoso.test\n250 AUTH PLAIN LOGIN CRAM-MD5\n';
const closing = '235 2.7.0 Authentication successful\nQUIT\n221 bye\n';
const login = (...lines: readonly string[]): string => `${opening}${lines.join('\n')}\n${closing}`;

describe('logins', () => {
  const plain = base64(`\0alice\0${PASSWORD}`);
  it('give user and password with PLAIN', () => shows(login(`AUTH PLAIN ${plain}`), ['login', plain]));
  it('give them in an answer', () => shows(login('AUTH PLAIN', '334 ', plain), ['login', plain]));
  it('give the password with LOGIN, not the user name', () =>
    shows(login('AUTH LOGIN', '334 VXNlcm5hbWU6', base64('alice'), '334 UGFzc3dvcmQ6', base64(PASSWORD)), [
      'password',
      base64(PASSWORD),
    ]));
  it('give it when the user name came with the command', () =>
    shows(login(`AUTH LOGIN ${base64('alice')}`, '334 UGFzc3dvcmQ6', base64('abc')), ['password', base64('abc')]));
  it('give what can be guessed from with CRAM-MD5, not the challenge', () => {
    const answer = base64('alice 0123456789abcdef0123456789abcdef');
    shows(login('AUTH CRAM-MD5', `334 ${base64('<1.2@mx.contoso.test>')}`, answer), ['digest', answer]);
  });
  it('give a token with XOAUTH2 and OAUTHBEARER', () => {
    const old = base64('user=alice@contoso.test\u0001auth=Bearer ya29.secret-token\u0001\u0001');
    const bearer = base64('n,a=alice@contoso.test,\u0001host=x\u0001auth=Bearer vF9dft4qmT\u0001\u0001');
    shows(login(`AUTH XOAUTH2 ${old}`), ['token', old]);
    shows(login(`AUTH OAUTHBEARER ${bearer}`), ['token', bearer]);
  });
  it('give what nobody can read, too', () =>
    shows(login('AUTH GSSAPI YIIFqQYJKoZIhvcSAQIC'), ['response', 'YIIFqQYJKoZIhvcSAQIC']));
  it('give the last message of NTLM', () => {
    const third = `TlRMTVNTUAAD${'AAAA'.repeat(10)}`;
    assert.deepEqual(
      secretsIn(login('AUTH NTLM', '334 NTLM supported', 'TlRMTVNTUAABAAAAB4IIog==', '334 TlRMTVNTUAACAAAA', third)).at(
        -1,
      ),
      ['digest', third],
    );
  });
  it('give the proof of SCRAM', () => {
    const last = base64('c=biws,r=abc,p=dGVzdA==');
    assert.deepEqual(secretsIn(login(`AUTH SCRAM-SHA-1 ${base64('n,,n=alice,r=abc')}`, '334 cj1hYmM=', last)).at(-1), [
      'digest',
      last,
    ]);
  });
  it('give nothing where the tool hid it', () =>
    shows(login(`AUTH PLAIN ${base64('\0alice\0PROVIDED_BUT_REMOVED')}`) + login('AUTH LOGIN', '334 x', '*')));
  it('end where the client goes on with a command of SMTP', () => {
    for (const line of ['DATA', 'STARTTLS', 'VRFY alice', 'RSET', 'HELP', 'bdat 20', 'QUIT']) {
      for (const asked of ['AUTH PLAIN\n334 ', 'AUTH LOGIN\n334 VXNlcm5hbWU6', 'AUTH LOGIN YQ==\n334 UGFzc3dvcmQ6'])
        shows(`${opening}${asked}\n${line}\n500 no\n`);
    }
  });
  it('are known in lines of no known tool', () => {
    const text = `something wrote [AUTH PLAIN ${plain}] here\nthen 334 UGFzc3dvcmQ6\nand sent ${base64('hunter22')}\n`;
    shows(text, ['login', plain], ['password', base64('hunter22')]);
  });
  it('are read on over all rows that a mail program made of them, quoted again', () => {
    const token = `user=alice@contoso.test\u0001auth=Bearer ${'Kettle42Drum'.repeat(40)}\u0001\u0001`;
    for (const answer of [base64(token), base64(`\0alice\0${'a kettle and a drum '.repeat(9)}`)]) {
      for (const mark of ['', '> ', '>> ', '> | ']) {
        for (const asked of ['AUTH X ', `334\n${mark}`]) {
          const rows = answer.match(/.{1,70}/g)?.join(`\n${mark}`);
          const masked = maskedText(`Hi,\n\n${mark}${asked}${rows}\n${mark}535 5.7.3 no\n`);
          for (let at = 0; at + 12 <= answer.length; at += 12)
            assert.ok(!masked.includes(answer.slice(at, at + 12)), masked);
          assert.ok(masked.startsWith(`Hi,\n\n${mark}${asked}`) && masked.endsWith(`\n${mark}535 5.7.3 no\n`), masked);
        }
      }
    }
  });
  it('are read on where a console wrapped them', () => {
    const long = base64(`\0alice@a-rather-long-name.contoso.test\0a-very-long-password-indeed-and-more`);
    const [first, rest] = [long.slice(0, 67), long.slice(67)];
    assert.ok(secretsIn(login(`AUTH PLAIN ${first}`, rest)).some(([, text]) => text.endsWith(rest)));
  });
});

describe('what programs and people write', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['password=hunter22', 'hunter22'],
    ['  Password: "hunter 22"', 'hunter 22'],
    ["$mail->Password = 'hunter22';", 'hunter22'],
    ['"smtp_password": "hunter22",', 'hunter22'],
    ['passwd: hunter22', 'hunter22'],
    ['pass hunter: pass=hunter22', 'hunter22'],
    ['swaks --to a@b.test -a LOGIN -au alice -ap secret --tls', 'secret'],
    ['swaks --auth-password=hunter22', 'hunter22'],
    ["curl --user 'alice:hunter22' smtp://mx.contoso.test", 'hunter22'],
    ['relayhost smtp://alice:hunter22@mx.contoso.test:587', 'hunter22'],
    ['smtp://alice%40contoso.test:p%40ss@mx.contoso.test', 'p%40ss'],
    ['set smtp_url="smtps://alice@contoso.test:hunter22@smtp.contoso.test"', 'hunter22'],
    ['<password>hunter22</password>', 'hunter22'],
    ['<add key="smtpPassword" value="hunter22" />', 'hunter22'],
    ['machine smtp.contoso.test login alice password hunter22', 'hunter22'],
    ['server.login("alice@contoso.test", "hunter22")', 'hunter22'],
    ['ConvertTo-SecureString "hunter22" -AsPlainText -Force', 'hunter22'],
    ['mot de passe : hunter22', 'hunter22'],
    ['Authorization: Bearer abcdef0123456789', 'abcdef0123456789'],
    ['Authorization: Basic YWxpY2U6aHVudGVyMjI=', 'YWxpY2U6aHVudGVyMjI='],
    ['<Authorization: Bearer abcdef0123456789>', 'abcdef0123456789'],
    ['X-Api-Key: 0123456789abcdef', '0123456789abcdef'],
    ['client_secret = "q1w2e3r4"', 'q1w2e3r4'],
    ['api_key=0123456789', '0123456789'],
    [`SG.${'a'.repeat(22)}.${'b'.repeat(43)}`, `SG.${'a'.repeat(22)}.${'b'.repeat(43)}`],
    [`    Master-Key: ${'AB'.repeat(24)}`, 'AB'.repeat(24)],
  ];
  for (const [text, secret] of cases) {
    it(`is a secret in ${text.slice(0, 60)}`, () =>
      assert.deepEqual(
        secretsIn(`${text}\n`).map(([, found]) => found),
        [secret],
      ));
  }

  const innocent: readonly string[] = [
    'Authentication-Results: mx.test; spf=pass (x) smtp.mailfrom=a@b.test; dkim=pass: ok',
    'X-Spam-Status: No, score=-1.0 tests=SPF_PASS=-0.001,DKIM_PASS=-0.1',
    'error: bad password: authentication failed',
    'DEBUG SMTP: protocolConnect login, host=a.test, user=alice, password=<non-null>',
    'password=********',
    'password: $SMTP_PASSWORD',
    'https://www.contoso.test:8443/path@2',
    '250-AUTH PLAIN LOGIN CRAM-MD5',
    'The password must be changed.',
    'The password is unacceptable.',
    'google-site-verification=abcdefghijklmnop',
    'v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC',
  ];
  for (const text of innocent) it(`is none in ${text.slice(0, 60)}`, () => shows(`${text}\n`));

  it('is behind a label and a name in a file of secrets, and nowhere else', () => {
    shows('table secrets file:/etc/mail/secrets\n\nlabel1 alice:hunter-22\n', ['password', 'hunter-22']);
    shows('label1 alice:hunter-22\n');
  });

  it('is no time of day in the log of an smtpd', () => {
    const lines = ['.123"\t"192.0.2.7"\t"SENT: 250 OK"', '"\t"192.0.2.7"\t"RECEIVED: QUIT"', '']
      .map((end) => `"SMTPD"\t1234\t55\t"2026-11-21 20:02:03${end}\n`)
      .join('');
    shows(lines);
    shows(lines.replace(/^(?=.)/gm, '> '));
    shows('smtpd secrets\n\nlabel1 20:02\nlabel1 20:hunter-22\n', ['password', 'hunter-22']);
    shows('mail.contoso.test 20:02:03 said nothing\n');
  });

  it('is in the column of a table, down to its end or to the head of the next one', () => {
    shows('user,password\nalice,hunter-22\nThat is all.\nbob,tuesday-33\n', ['password', 'hunter-22']);
    shows(
      'user,password\nalice,hunter-22\npassword,comment\nother-44,all-fine\n',
      ['password', 'hunter-22'],
      ['password', 'other-44'],
    );
  });

  it('is no id of a queue', () => {
    for (const id of ['9AC6AD0327', '4VGx0g0QfAzB3qK', 'B2C4A1D0E9F8']) shows(`status ${id}: to=<a@b.test>\n`);
  });

  it('is a private key, whole', () =>
    shows('-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nAbCd==\n-----END RSA PRIVATE KEY-----\n', [
      'private-key',
      'MIIEow\nAbCd==',
    ]));
});

describe('a row of base64', () => {
  const hidden = base64(`a text with password=${PASSWORD} in it`);
  it('may be a line of ten million digits', () => {
    shows(`${'QUJD'.repeat(2_500_000)}\n`);
    shows(`${'/'.repeat(5_000_000)}\n${hidden}\n`, ['again', hidden]);
  }).timeout(120_000);
  it('ends with two equals signs at most', () => {
    shows(`${hidden}\n`, ['again', hidden]);
    shows(`${hidden}===\n`);
  });
});

describe('a password that is known', () => {
  const known = login(`AUTH PLAIN ${base64(`\0alice\0${PASSWORD}`)}`);
  it('is found as it is', () =>
    assert.deepEqual(secretsIn(`${known}I typed ${PASSWORD}, but\n`).at(-1), ['again', PASSWORD]));
  it('is found in base64 wherever it falls', () => {
    for (const before of ['', 'x', 'xy', 'xyz', 'a longer text ']) {
      const word = base64(`${before}${PASSWORD} and more`);
      assert.deepEqual(secretsIn(`${known}\n\nand then ${word} came\n`).at(-1), ['again', word]);
    }
  });
  it('is found where there are a thousand others, and beside those that begin like it', () => {
    const words = Array.from({ length: 1000 }, (_, i) => `Tr0ub4dor${i}`);
    const shown = words.map((word) => `password: ${word}\n`).join('');
    const again = `\n\n${words.map((word) => `I typed ${word}, but\n`).join('')}`;
    assert.equal(secretsIn(shown + again).filter(([kind]) => kind === 'again').length, 1000);
    const longer = secretsIn(`password: Tr0ub\npassword: Tr0ub!4dor\n\nI typed Tr0ub!4dor and Tr0ub, but\n`);
    assert.deepEqual(longer.slice(2), [
      ['again', 'Tr0ub!4dor'],
      ['again', 'Tr0ub'],
    ]);
  });
  it('is not found inside another word', () => {
    const hunter = login(`AUTH PLAIN ${base64('\0alice\0hunter')}`);
    assert.equal(secretsIn(`${hunter}\n\nthe hunters of hunter.contoso.test\n`).length, 1);
    assert.equal(secretsIn(`${hunter}\n\nmy word is hunter.\n`).length, 2);
  });
  it('is not looked for in dates where it is a number, nor where a tool puts it in front of many lines', () => {
    const dated = login(`AUTH PLAIN ${base64('\0alice\x0011-21')}`);
    assert.equal(secretsIn(`${dated}\n\non 2026-11-21, not on 11-21\n`).length, 2);
    const marked = login(`AUTH PLAIN ${base64('\0alice\0debug(1)')}`);
    assert.equal(secretsIn(`${marked}\n\n${'debug(1) read\n'.repeat(4)}`).length, 5);
    assert.equal(secretsIn(`${marked}\n\n${'> debug(1) read\n'.repeat(5)}`).length, 1);
  });
  it('is no arrow, and not looked for where it is an address', () => {
    shows('the password: → 10 of them\n');
    assert.equal(secretsIn('password: 192.0.2.7\n\n192.0.2.7 said no\n').length, 1);
  });
  it('is not looked for when it is short, a command or an enhanced code', () => {
    assert.equal(secretsIn(`${login(`AUTH PLAIN ${base64('\0alice\x005.1.1')}`)}550 5.1.1 no\n`).length, 1);
    assert.equal(secretsIn(`${login(`AUTH PLAIN ${base64('\0alice\0abc')}`)}abc\n`).length, 1);
    assert.equal(secretsIn(login(`AUTH PLAIN ${base64('\0alice\0QUIT')}`)).length, 1);
  });
});

describe('the marks around a password', () => {
  const inside = (text: string, password: string): void => shows(`${text}\n`, ['password', password]);
  it('are none of it, in the ways of languages', () => {
    inside('Das Passwort ist „hunter2“, danke', 'hunter2');
    inside('Das Passwort ist „hunter 2”, danke', 'hunter 2');
    inside('Le mot de passe est « hunter2 »'.replace(/ (?=»)|(?<=«) /g, ''), 'hunter2');
    inside("password = 'it''s2me'", "it''s2me");
    inside('password = "a\\"b2"', 'a\\"b2');
  });
  it('hold nothing where nothing stands between them', () => {
    shows('password = ""\n');
    shows('{"x":"{\\"password\\":\\"\\"}"}\n');
  });
  it('have a backslash in front in a string inside another, two where it is inside a third', () => {
    inside('{"x":"{\\"password\\":\\"hunter2\\"}"}', 'hunter2');
    inside('{"x":"{\\"y\\":\\"{\\\\\\"password\\\\\\":\\\\\\"hunter2\\\\\\"}\\"}"}', 'hunter2');
    inside("x = '{\\'password\\': \\'hunter 2\\'}'", 'hunter 2');
    inside('{"x":"{\\"password\\":\\"a\\\\\\"b2\\"}"}', 'a\\\\\\"b2');
  });
  it('may be missing at the end of the line', () => inside('password: "hunter2', 'hunter2'));
});

describe('a password in words of people and statements', () => {
  it('is what somebody uses as one', () => {
    shows(`I use ${PASSWORD} as my password\n`, ['password', PASSWORD]);
    shows('I use this as my password\n');
  });
  it('is the old and the new one where it was changed', () => {
    shows('the password was changed from hunter2x to Tr0ub4dor\n', ['password', 'hunter2x'], ['password', 'Tr0ub4dor']);
    shows('the password was changed from the web page to be safe\n');
  });
  it('is each of a column of a statement, and of no other', () =>
    shows(
      "INSERT INTO mailbox (id, username, password, quota) VALUES (1, 'alice', 'hunter2x', 'a'), (f(2), 'bob', 'Tr0ub4dor', NULL);\n",
      ['password', 'hunter2x'],
      ['password', 'Tr0ub4dor'],
    ));
  it('is a string of IMAP whose length was told, not the user in front of it', () =>
    shows('a1 LOGIN {5}\n+ go\nalice {9}\n+ go\nTr0ub4dor\na1 OK\n', ['password', 'Tr0ub4dor']));
});

describe('a password whose form a word in front of it tells', () => {
  for (const line of [
    'set password ENC §MTAwNGxpbmVzb2ZwYXNz§',
    'local-user alice password irreversible-cipher §$1a$0abcDEFghi$xyz§',
    'local-user alice password cipher §%^%#Abc123def%^%#§',
    'set security ike policy mail pre-shared-key ascii-text "§$9$kmfTn/Ct§"',
    'username alice password 7 §0822455D0A165445§',
    ' key 7 §094F471A1A0A4A5B§',
  ]) {
    it(line.replaceAll('§', ''), () => {
      const [before, secret, after] = line.split('§') as [string, string, string];
      const text = `${before}${secret}${after}\n`;
      assert.deepEqual(
        secretsIn(text).map(([, word]) => word),
        [secret],
      );
    });
  }

  it('is none where a sentence goes on', () => {
    for (const line of ['Password hash mismatch', 'password encrypted and stored', 'the password cipher is weak'])
      assert.deepEqual(secretsIn(`${line}\n`), [], line);
  });
});

describe('the values of a secret of Kubernetes', () => {
  it('end where the lines are as far out as their list, however far the first line of the text is in', () => {
    const values = (front: string, behind: string, end = '\n'): readonly string[] =>
      secretsIn([`${front}apiVersion: v1`, 'kind: Secret', 'data:', '  relay: c2VzYW1lMTI=', behind, ''].join(end)).map(
        ([, word]) => word,
      );
    for (const end of ['\n', '\r\n']) {
      assert.deepEqual(values('        ', 'type: Opaque', end), ['c2VzYW1lMTI=']);
      assert.deepEqual(values('', 'immutable: dGhpcyBpcyBub25l', end), ['c2VzYW1lMTI=']);
      assert.deepEqual(values('', '  other: bW9yZTEyMzQ=', end), ['c2VzYW1lMTI=', 'bW9yZTEyMzQ=']);
    }
  });
});

describe('a member of an object', () => {
  it('is no password because the one in front of it names one', () => {
    assert.deepEqual(secretsIn('{"name": "SMTP_PASSWORD", "slotSetting": false}\n'), []);
    assert.deepEqual(secretsIn('{"smtp_password": {"sensitive": true}, "port": 587}\n'), []);
  });
});

describe('settings of an environment', () => {
  it('are secrets where their values are random and their names tell no id', () => {
    const value = 'Hs82JdmQpXc01ZvtY4Kw';
    assert.deepEqual(secretsIn(`DBROOT=${value}\nDBNAME=mail\n`), [['token', value]]);
    for (const name of ['MESSAGE_ID', 'BUILD_TAG', 'IMAGE_DIGEST', 'queue'])
      assert.deepEqual(secretsIn(`${name}=${value}\n`), [], name);
    assert.deepEqual(secretsIn('TZ_AREA=Europe/Berlin2026/Summer\n'), []);
  });
});

describe('an element behind that of a password', () => {
  it('has a value of its own', () =>
    assert.deepEqual(secretsIn('<SmtpPass>Sesame12</SmtpPass><SmtpPort>587</SmtpPort>\n'), [['password', 'Sesame12']]));
});

describe('a secret in HTML', () => {
  it('may have its letters as references, in digits of ten and of sixteen', () => {
    for (const word of ['pa&#115;sword', 'pa&#x73;sword'])
      assert.deepEqual(
        secretsIn(`<p>${word}: hunter22</p>\n`).map(([, found]) => found),
        ['hunter22'],
        word,
      );
    assert.equal(secretsIn('<p>password: hun&#116;er22&#x21;</p>\n')[0]?.[1], 'hun&#116;er22&#x21;');
  });
});

describe('a secret is found whole', () => {
  const long = 'aB3dE5gH7jK9mN1pQ4sT6vW8xY2z'.repeat(400);
  const only = (text: string): readonly string[] => secretsIn(text).map(([, word]) => word);

  it('however long it is', () => {
    for (const [before, after] of [
      ['{"refresh_token":"', '"}'],
      ['refresh_token=', '&x=1'],
      ['refresh_token: ', ''],
      ['client_secret = "', '"'],
      ["$token = '", "';"],
      ['<password>', '</password>'],
      ['Authorization: Negotiate ', ''],
    ] as const) {
      const found = only(`${before}${long}${after}\n`);
      assert.ok(found.length === 1 && found[0] === long, before);
    }
  });

  it('in whichever row of a statement and entry of a manifest it stands', () => {
    const rows = Array.from({ length: 1010 }, (_, i) => `('u${i}', 'Pw${i}xyz')`);
    assert.equal(only(`INSERT INTO mailbox (username, password) VALUES ${rows.join(',')};\n`).length, 1010);
    const entries = Array.from({ length: 300 }, (_, i) => `  entry${i}: ${'c2VzYW1l'.repeat(20)}${1000 + i}`);
    assert.equal(only(`kind: Secret\ndata:\n${entries.join('\n')}\n`).length, 300);
  });

  it('behind as much of a command line as shells take', () => {
    assert.deepEqual(only(`curl -H "X: ${'x'.repeat(9000)}" -u alice:Sesame12 https://mx.contoso.test\n`), [
      'Sesame12',
    ]);
  });

  it('in no time, whatever repeats', () => {
    for (const part of ['password="', 'curl -u a', 'token=x ', '<password>', 'kind: Secret\ndata:\n'])
      findSecrets(readTicket(part.repeat(Math.ceil(20_000 / part.length))));
  });
});
