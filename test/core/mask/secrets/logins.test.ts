import assert from 'node:assert/strict';
import { secretsIn } from '../masked.ts';

/** What stands between § is found, and nothing else. */
const finds = (marked: string): void => {
  it(marked.replaceAll('§', '').replaceAll('\n', ' ⏎ '), () => {
    const parts = marked.split('§');
    assert.deepEqual(
      secretsIn(`${parts.join('')}\n`).map(([, word]) => word),
      parts.filter((_, i) => i % 2 === 1),
    );
  });
};

describe('a password that stands beside a user', () => {
  finds('alice@contoso.test,§kettle42§\nbob@contoso.test,§Drum-9§');
  finds('alice@contoso.test:§kettle42§');
  finds('alice@contoso.test|§Kettle#Drum§\nbob@contoso.test|§Drum#Kettle§');
  finds('auth_param: alice:§kettle§\nport: 587');
  finds('smtp_credentials = "alice:§kettledrum§"');
  finds('basic_auth: alice@contoso.test:§kettle42§');
  finds('set httpd port 2812\n    allow alice:§kettledrum§');
  finds(' action 1.0 mail server "alice:§kettledrum§@192.0.2.4" to "noc@contoso.test"');
  finds('mail add alice@contoso.test §Kettle42§');
  finds('./manage.py createuser alice@contoso.test §Kettle42§ --staff');
  finds('relay add-auth contoso.test alice §kettleDrum§');
  finds('approve §kettledrum§ unsubscribe announce bob@contoso.test');
  finds('plain(alice,192.0.2.7): SHA512-CRYPT(§kettle drum§) != x');
  finds('4200 => §9855§,Alice,alice@contoso.test,,attach=no');
  finds('crypto isakmp key §kettledrum§ address 192.0.2.1');
  finds('tacacs-server host 192.0.2.3\n timeout 5\n key §kettledrum§');
  finds('send [smtp.contoso.test:465:alice:§kettle§:<a@contoso.test>:hi] x');
  finds('Webmail: alice@contoso.test / §Kettle-9§');
  finds('tool -H 192.0.2.8 -U alice -P §kettleDrum§ list');
  finds('sentinel auth-pass main §kettle§');
  finds("ansible-vault encrypt_string --vault-id dev 'kettle' --name mail".replace('kettle', '§kettle§'));
  finds('vault kv put secret/mail username=alice value=§kettle42§');
  // Which of the two a word alone is, nothing tells.
  finds('user and password: §alice§ / §kettle§');
  finds('usuario y contraseña: **§alice§** y\n**§kettle42§**, y');
  finds('user and password are both `§kettle§`');
  finds('User name and password are both "§kettle§".');
  finds('Benutzer und Passwort lauten beide §Kettle_9§');
  finds('le nom d’utilisateur et le mot de passe sont tous deux `§kettle§`');
  finds('usuario y contraseña son los dos "§kettle§"');
  finds('utilizador e palavra-passe são os dois `§kettle-9§`');
  finds('Nome utente e password sono entrambi §kettle_9§.');
  finds('Gebruikersnaam en wachtwoord zijn allebei §kettle_9§.');
  finds('Nazwa użytkownika i hasło to oba „§kettle§”.');
  finds('Login i hasło są takie same: §kettle_9§');
  finds('Логин и пароль одинаковые: §kettle_9§');
  finds('用户名和密码都是§kettle_9§。');
  finds('ユーザー名とパスワードは両方とも「§kettle§」です。');
  finds('identifiant / mot de passe : §alice§ / §kettle§');
  finds('login/hasło: §alice§ / §kettle§');
  finds('账号/密码：§alice§ / §kettle§');
  finds('The credentials for the relay are alice / §Kettle+9§, please test.');
  finds("'auth' => 'login:§Kettle#8§',");
  finds("'relay' => ['apop:§Kettle_8§', 'mx.contoso.test']");
  finds('print encode_base64("\\0alice\\@contoso.test\\0§Kettle#8§");');
  finds("base64.b64encode(b'\\x00' + b'alice' + b'\\x00' + b'§Kettle#8§')");
  finds('sieveshell -u alice -a alice -w §Kettle_8§ mx.contoso.test');
  finds('rspamc -P §Kettle_8§ stat');
  finds('Approved: §Kettle_8§\nSubject: x');
  finds('curl_easy_setopt(c, CURLOPT_PASSWORD, "§kettle§");');
  finds('mailer.auth(true).as("alice", "§kettle§").startTls(true)');
  finds('{:host "mx.contoso.test" :user "alice" :pass "§kettle§" :tls true}');
  finds('-H "Authorization: §4a5b6c7d8e9f0a1b2c3d§"');
  finds('gebruiker alice, ww §Kettle_9§');
  finds('uživatel alice, heslo §Kettle-a-drum§, port 465');
  finds('the api_key is §sk-abcdefghijklmnop§ now');
  finds('mailgun: { user: "postmaster", key: "§Kettle42Drum§" }');
});

describe('no password stands', () => {
  for (const line of [
    'alice@contoso.test:550',
    'return-path=alice@contoso.test | message-info=info3',
    'alice@contoso.test / session=Ab12cd34',
    'alice@contoso.test,2024-11-29',
    'scp relay@contoso.test:backup.tar .',
    'alice@contoso.test:mail.contoso.test',
    'alice@contoso.test,Accepted',
    'auth: Debug: client in',
    'auth_mechanisms = plain:LOGIN',
    'login: https://mx.contoso.test/a',
    'allow 192.0.2.0/24',
    'allow from all:',
    '"smtp:alice@192.0.2.4"',
    'please add alice@contoso.test to the list',
    'create user alice@contoso.test today',
    'approve or reject the message',
    'assert(a) != b',
    '4200 => 9855',
    'the key exchange with the host',
    'server contoso.test\n key exchange failed',
    'tool -u 1000 -p 80:80',
    'tool -U alice -p 5432',
    'from alice@contoso.test / 4A3F00C2B1 it came',
    'imap-login: Info: Login: user=<alice>, method=PLAIN, session=<Kq3XwLkP9sTvB2nM>',
    'the token is re-generated-automatically',
    'sort key: "name", host: "contoso.test"',
    'New-MsolUser -ForceChangePassword $true',
    'helm upgrade app ./chart --set smtp.existingSecret=smtp-credentials',
    'Approved: moderator@contoso.test',
    'Authorization: missing',
    'mysqli_connect(DB_HOST, DB_USER, DB_PASSWORD, "mail")',
    'The credentials are wrong / expired.',
    'credentials: read / write',
    'Username/Password: both are required',
    "'mechanism' => 'plain:login'",
    'printf "\\0" > empty.txt',
    'SELECT id, password FROM users WHERE id = 7;',
    'Password: (hidden)',
    'Passwort: [verborgen]',
    'パスワードを変更しましたが、届きません。',
  ]) {
    it(`in ${line.replaceAll('\n', ' ⏎ ')}`, () => assert.deepEqual(secretsIn(`${line}\n`), []));
  }
});

describe('a password among the arguments of a call', () => {
  finds('new Link(net, "smtp.contoso.test", "alice@contoso.test", "§kettle§", "bob@contoso.test", 25, 0);');
  finds('Mailer("alice@contoso.test", "§kettle§", "smtp.contoso.test", 465)');
  finds('open_session("smtp.contoso.test", 587, "alice", "§kettle§")');
  finds('mail_com("Me", "a text", "", "alice", "§kettle§", 465, 1)');
  finds("utl_smtp.auth(link,\n   'alice',\n   '§kettle§');");
  finds('smtp.auth(link, "§kettle§", "PLAIN")');
  finds('app.Authenticate "Administrator", "§kettle§"');
  finds('sendMailWithLogin "smtp.contoso.test" "alice" "§kettle§" mail');
  finds(':authentication \'("alice" "§kettle§")');
  finds('{username, "alice"}, {password, "§kettle§"}, {port, 2525}');
  finds('{password, <<"§kettle§">>}');
  finds("VALUES (2, 'Passwort der Nutzer', 'sys.user.initPassword', '§846213§', 'Y')");

  it('is none where a message is sent', () => {
    for (const call of [
      'send("smtp.contoso.test", 25, "alice@contoso.test", "bob@contoso.test", "hi")',
      'connect("smtp.contoso.test", 25)',
      'connect("smtp.contoso.test", 465, "tls")',
      'log("a text of it", "and more of it", 25)',
    ])
      assert.deepEqual(secretsIn(`${call}\n`), [], call);
  });
});

describe('a password in a table', () => {
  finds('| alice | §kettle42§ | SMTP |\n| bob | §drum77§ | IMAP |\n| user | password | use |');
  finds('| Name | Use | Value |\n|---|---|---|\n| `MAIL_PASSWORD` | the one of the relay | `§abcd efgh ijkl mnop§` |');
  finds('| `MAIL_PASSWORD` | for the relay | §kettle-42§ |\n| `MAIL_PORT` | for it | 587 |');
  it('is none where a type or a description stands', () =>
    assert.deepEqual(secretsIn('| `smtp_password` | string | the one of the mailbox |\n'), []));
});

describe('a name of a secret and what belongs to it', () => {
  finds('"XToken":"§6ee44043250bfc2ae4c9§"');
  finds("-H 'Authtoken: QSDK §3a7f19c2e8b4d605§'");
  finds('smtp_password.secured=§kettle§');
  finds('oField = oFields("x/sendpassword")\noField.Value = "§kettle§"');
  finds('bin/app config:set system/smtp/password §kettle§ now');
  finds('my app password (§abcd efgh ijkl mnop§) is new');
  finds('пароль по умолчанию: `§kettle§`.');
  finds('with the password of **§kettle§**');
  finds('a senha nova do relay ficou §Kettle42§');
  finds('la contraseña quedó en §Kettle42§');
  finds('新密码改成了 §kettle42§');
  finds('密码设置为§kettle42§。');
  finds('Password (temporary)  §Kettle-42§');
  finds('密码 （临时） §Kettle_42§');
  finds('パスワード（仮）§Kettle_42§');
  finds('パスワードを「§kettle§」に変更しました');
  finds('パスワードを §Kettle_42§ に設定してください。');
  finds('■パスワード\n §kettle42§\n■x');
  finds('رمز عبور: §kettle§');
  finds('QQ邮箱授权码：§kettlekettlekett§');
});
