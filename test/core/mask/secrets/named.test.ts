import { namedSecrets } from '../../../../src/core/mask/secrets/named.ts';
import { finder } from './finding.ts';

const finds = finder(namedSecrets);

describe('a value behind a sign', () => {
  for (const sign of ['=', ' = ', ':', ' => ', ':=', ' ?= ', '||=', ' <- ', '->', '==', '：', '＝', '→', ' ⇒ ', '⟶'])
    finds(`password${sign}§kettle§`);
  finds('password :: kettle');
  finds('password: = kettle');
  finds('password: **§kettle§**');
  finds('password: __§kettle§__');
  finds('password: <b>§kettle§</b>');
  finds('password: {"a": "kettle"}');
  finds('password: { a');
  finds("$config['password'] = '§kettle§';");
  finds('**Password**: §kettle§');
  finds('password (SMTP): §kettle§');
  finds('password [new]: §kettle§');
  finds('password for the relay: §kettle§');
  finds('password für das Relay = §kettle§');
  finds('password where kettle: x');
  finds('contraseña nueva: §kettle§');
  finds('password: str = "§kettle§"');
  finds('password string = "§kettle§"');
  finds('password: &\'static str = "§kettle§"');
  finds('password: String = "§kettle§"');
  finds('password: |\n  §kettle§\n');
  finds('password: >-\r\n  §kettle§\r\n');
  finds('password: |\n§kettle§:\n');
});

describe('a value in a pair', () => {
  finds("define('SMTP_PASS', '§kettle§')");
  finds('props.put("mail.smtp.password", "§kettle§");');
  finds('["--password", "§kettle§"]');
  finds('s:4:"pass";s:6:"§kettle§";');
  finds('["password", "user": x]');
  finds('["password", "mail.smtp.password"]');
  finds('{password, "§kettle§"}');
  finds('{password, <<"§kettle§">>}');
  finds('curl_setopt(c, CURLOPT_PASSWORD, "§kettle§")');
  finds('f(password, "kettle")');
  finds("process.env.SMTP_PASS || '§kettle§'");
  finds('env[\'SMTP_PASS\'] ?? "§kettle§"');
  finds("SMTP_PASS or '§kettle§'");
  finds("pass || 'kettle'");
  finds('setPassword("§kettle§")');
  finds('setPassword( b"§kettle§" )');
  finds('setPassword(x)');
});

describe('a value behind a blank', () => {
  finds('tool --password §kettle§ x');
  finds('tool /Password §kettle§ x');
  finds('"--password §kettle§');
  finds('args:\n  - --password\n  - §kettle§\n');
  finds('password §kettle§\n');
  finds('set password §kettle§\n');
  finds('export SMTP_PASSWORD §kettle§\n');
  finds('the password kettle is\n');
  finds('password 7 §094F471A§\n');
  finds('password ENC §kettle42§ x\n');
  finds('password cipher §kettle$42§ x\n');
  finds('password hashed kettle x\n');
  finds('authentication-key ascii-text "kettle"; password ascii-text "§kettle§";');
  finds('config:set smtp.settings smtp_password §kettle§ x');
  finds('kv put smtp/password §kettle§ x');
  finds('kv get smtp/password kettle x');
  finds('set --secret smtpPassword §kettle§\n');
  finds(':password "§kettle§"');
  finds('login alice password §kettle§ x');
  finds('user "alice" with password §kettle§ x');
  finds('user and password kettle x');
  finds('it has a password §kettle42§ x');
  finds('it has a password kettle x');
  finds('with password "§kettle§" is');
  finds('a password "kettle" x');
  finds('smtp.password §kettle§\n');
  finds('token §aB3dE5gH7jK9mN1pQ4sT§ x');
  finds('token kettle\n');
});

describe('a value on the next line', () => {
  finds('Password:\n§kettle§\n');
  finds('> Password:\n> §kettle§\n');
  finds('Password\n  §kettle§\n');
  finds('Password\nkettle\n');
  finds('pw\n  kettle\n');
  finds('Password:\ntwo words\n');
  finds('Password:\n250 ok\n');
  finds('Password:\nName: x\n');
  finds('Password:\n----\n');
  finds('Password:\nuser$ \n');
  finds('his Password:\nkettle\n');
});

describe('what is no secret', () => {
  finds('password: incorrect');
  finds('password: "§incorrect§"');
  finds('token: abcde');
  finds('token: §abcdef§');
  finds('Authtoken: QSDK §3a7f3a7f3a7f§');
  finds('forget the user and password: they stand in a file');
  finds('password: MASKED');
  finds('password: ****');
  finds('password: $PASS');
  finds('password=process.env.PASS');
  finds('password=getenv("X")');
  finds('password: (the one of the mailbox)');
  finds('password: 10:00:01');
  finds('password: 451 Greylisted');
  finds('password: ->');
  finds('password: info->pass');
  finds('password: op://a/b');
  finds('password: file:/x');
  finds('password: /run/secrets/x');
  finds('password: {{ pass }}');
  finds('password: <%= pass %>');
  finds('password: ${PASS}');
  finds("password: '§$PASS§'");
  finds('password: "Your password is too short"');
  finds('password: alice auth failed');
});
