import assert from 'node:assert/strict';
import { keysIn } from '../../../../src/core/mask/secrets/keys.ts';
import { Searched } from '../../../../src/core/mask/secrets/searched.ts';

/** The names of secrets in a text: `name` of each, with what belongs to it behind a bar, `!` in front of those of tokens. */
const names = (text: string, ...all: readonly string[]): void => {
  it(text, () =>
    assert.deepEqual(
      [...keysIn(new Searched(text))].map(({ kind, name, start, end }) => {
        assert.equal(text.slice(start, start + name.length), name);
        const behind = text.slice(start + name.length, end);
        return `${kind === 'token' ? '!' : ''}${name}${behind === '' ? '' : `|${behind}`}`;
      }),
      all,
    ),
  );
};

describe('the name of a secret', () => {
  for (const name of [
    'password',
    'smtp_password',
    'smtpPassword',
    'SMTPPASS',
    '--password',
    'mail.smtp.password',
    '$pass',
  ])
    names(`${name}: x`, name);
  for (const name of [
    'smtp/password',
    'x@password',
    'my-pass',
    'dbpass',
    'authpw',
    'userpwd',
    'x9pass',
    'Zugangskennwort',
  ])
    names(`${name} = x`, name);
  for (const name of [
    'bypass',
    'compass',
    'trespass',
    'overpass',
    'surpass',
    'underpass',
    'outpass',
    'encompass',
    'eyepass',
  ])
    names(`${name} = x`);
  names('existingpass = x');
  names('-srcstorepass x --xyzpasswd y -Xpass z', '-srcstorepass', '--xyzpasswd');
  names('abcPass = x', 'abcPass');
  names('abPass = x');
  names('abcpass = x');
  names('abcPw = x');
  names('xpass = x', 'xpass');
  names('abcpassword = x', 'abcpassword');
  for (const owner of [
    'smtp',
    'auth',
    'mail',
    'sasl',
    'usr',
    'relay',
    'relayhost',
    'sender',
    'bind',
    'imap',
    'pop',
    'pop3',
  ])
    names(`${owner}pass = x`, `${owner}pass`);
  for (const owner of [
    'login',
    'admin',
    'root',
    'client',
    'proxy',
    'ftp',
    'ldap',
    'sql',
    'mysql',
    'pg',
    'wp',
    'account',
    'email',
  ])
    names(`a_${owner}pw = x`, `a_${owner}pw`);
  for (const owner of [
    'host',
    'server',
    'http',
    'https',
    'xmpp',
    'ssh',
    'ssl',
    'store',
    'key',
    'app',
    'net',
    'redis',
    'mongo',
  ])
    names(`${owner}pw = x`, `${owner}pw`);
  for (const owner of [
    'rabbitmq',
    'postgres',
    'smtps',
    'sys',
    'svc',
    'service',
    'web',
    'wifi',
    'wlan',
    'wpa',
    'vpn',
    'secure',
  ])
    names(`${owner}pw = x`, `${owner}pw`);
  for (const owner of [
    'dn',
    'rootdn',
    'olcroot',
    'require',
    'keystore',
    'truststore',
    'send',
    'submission',
    'outgoing',
  ])
    names(`${owner}pass = x`, `${owner}pass`);
  for (const owner of ['incoming', 'from', 'remote', 'local', 'my', 'db']) names(`${owner}pass = x`, `${owner}pass`);
  names('xsmtppw = x');
});

describe('what is a result', () => {
  names('spf=pass (x) dkim=pass: y');
  names('pass=pass=x', 'pass', 'pass');
  names('"result": "pass"');
  names('result=pass');
  names('10:"pass"');
  names('s:4:"pass"', 'pass');
  names("{'x':'pass'}");
  names('spf_pass dkim_pass dmarcpass arc_pass helo_pass');
});

describe('what belongs to a name', () => {
  for (const suffix of [
    '2',
    '_1',
    '-23',
    '_prod',
    '-production',
    '_dev',
    '_test',
    '.secured',
    '_old',
    '_new',
    'Neu',
    '_alt',
  ])
    names(`password${suffix} = x`, `password|${suffix}`);
  for (const suffix of [
    '_value',
    '_plain',
    '_plaintext',
    '_clear',
    '_cleartext',
    '_text',
    '_b64',
    '_base64',
    '_encoded',
    '_enc',
  ])
    names(`password${suffix} = x`, `password|${suffix}`);
  for (const suffix of [
    '_txt',
    '_str',
    '_string',
    '_private',
    '_priv',
    '_live',
    '_encrypted',
    '_crypted',
    '_protected',
  ])
    names(`password${suffix}_3 = x`, `password|${suffix}_3`);
  names('password_staging = x', 'password|_staging');
  names('password_secret_3 = x', 'password|_secret_3', '!password_secret|_3');
  names('password_file = x');
  names('passwordless = x');
  names('password1234 = x');
  names('passwords = x', 'passwords');
});

describe('the name of a token', () => {
  for (const name of [
    'secret',
    'client_secret',
    'api-secret',
    'jwt secret',
    'secret_key',
    'shared secret token',
    'token',
  ])
    names(`${name} = x`, `!${name}`);
  for (const name of [
    'access_token',
    'bearer token',
    'api_key',
    'apikey',
    'signing-key',
    'sendgrid_key',
    'private key',
  ])
    names(`${name} = x`, `!${name}`);
  for (const name of ['device_code', 'authorization code', 'code_verifier', 'shared_access_signature'])
    names(`${name} = x`, `!${name}`);
  names('key = x');
  names('code = x');
  names('password and token', 'password', '!token');
});

describe('words of other languages', () => {
  for (const word of [
    'Passwort',
    'Kennwörter',
    'mot de passe',
    'mdp',
    'contraseña',
    'clave de acceso',
    'senha',
    'palavra-passe',
  ])
    names(`${word}: x`, word);
  for (const word of [
    'parola d’ordine',
    'şifreniz',
    'wachtwoord',
    'paswoord',
    'ww',
    'hasło',
    'heslo',
    'пароль',
    '密码',
    '口令',
  ])
    names(`${word}: x`, word);
  for (const word of [
    '授权码',
    'パスワード',
    '暗証番号',
    '비밀번호',
    'lösenordet',
    'adgangskoden',
    'kodeord',
    'passordet',
    'salasana',
  ])
    names(`${word}: x`, word);
  for (const word of [
    'parool',
    'jelszó',
    'κωδικός πρόσβασης',
    'geslo',
    'lozinka',
    'slaptažodis',
    'كلمة المرور',
    'סיסמה',
  ])
    names(`${word}: x`, word);
  for (const word of ['رمز عبور', 'পাসওয়ার্ড', 'პაროლი', 'գաղտնաբառ', 'лозинка', 'lykilorð', 'pasahitza', 'contrasinal'])
    names(`${word}: x`, word);
  for (const word of [
    'fjalëkalimi',
    'kata laluan',
    'पासवर्ड',
    'รหัสผ่าน',
    'mật khẩu',
    'kata sandinya',
    'pass phrase',
    'passkey',
  ])
    names(`${word}: x`, word);
  for (const word of ['passwd', 'paswd', 'psswd', 'pwd', 'psw', 'pswd', 'pw', 'psk', 'p/w']) names(`${word}: x`, word);
});
