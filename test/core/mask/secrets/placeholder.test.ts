import assert from 'node:assert/strict';
import { passwordAt } from '../../../../src/core/mask/secrets/placeholder.ts';
import { plainValue, type Value, wholeValue } from '../../../../src/core/mask/secrets/value.ts';

/** What is found where a value stands between §; it is not quoted, if nothing else is said. */
const found = (
  marked: string,
  of: (start: number, end: number) => Value = plainValue,
): readonly (readonly string[])[] => {
  const [before = '', word = '', after = ''] = marked.split('§');
  const text = `${before}${word}${after}`;
  const secrets = [...passwordAt(text, of(before.length, before.length + word.length))];
  for (const { start, end, kind, encoded } of secrets)
    assert.deepEqual([text.slice(start, end), kind, encoded], [word, 'password', false]);
  return secrets.map(({ passwords }) => passwords);
};
const literal = (start: number, end: number): Value => ({ ...wholeValue(start, end), literal: true });

const isNone = (marked: string, of?: (start: number, end: number) => Value): void =>
  assert.deepEqual(found(marked, of), [], marked);
const isOne = (marked: string, of?: (start: number, end: number) => Value): void =>
  assert.deepEqual(found(marked, of), [[marked.split('§')[1]]], marked);

describe('a value that is a password', () => {
  it('is found as it stands, and as it is without what a string puts around its signs', () => {
    assert.deepEqual(found('pass=§kettle-9§'), [['kettle-9']]);
    assert.deepEqual(found('pass="§it\\"s-9§"', wholeValue), [['it\\"s-9', 'it"s-9']]);
    assert.deepEqual(found('pass=§kettle%219§'), [['kettle%219', 'kettle!9']]);
  });
  it('is none where there is no value, or one without characters', () => {
    assert.deepEqual([...passwordAt('pass=', undefined)], []);
    isNone('pass="§§"', wholeValue);
  });
});

describe('a value that a program gets from elsewhere', () => {
  for (const value of [
    'process.env.MAIL_PW',
    'process.env["MAIL_PW"]',
    'import.meta.env.PW',
    'os.environ["PW"]',
    'config.mail.pw',
    'config("mail.pw")',
    'settings.PW',
    'secrets.SMTP',
    'secret.SMTP',
    'vault(smtp)',
    'var.smtp',
    'local.smtp',
    'data.smtp.word',
    'self.word',
    'this.word',
    'args.word',
    'opts.word',
    'options.word',
    'params.word',
    'params["word',
    'request.word',
    'req.word',
    'Rails.application.credentials',
    'System.getenv("PW")',
    'Environment.GetEnvironmentVariable("PW")',
    'getenv("PW")',
    'getpass(',
    'ENV["PW"]',
    'vault:mail/pw',
    'ref:mail/pw',
    'lookup("pw")',
    'input()',
    'prompt("Word")',
    '$_ENV["PW"]',
    '$_POST["pw"]',
    '$_SERVER["PW"]',
    'Read-Host',
    'Get-Secret',
    'ConvertTo-SecureString',
    'ConvertFrom-Json',
    'Import-Clixml',
    'New-Object',
    'Unprotect-CmsMessage',
    'file:/run/pw',
    '/run/secrets/pw',
    '/etc/mail/pw',
    '/var/lib/pw',
    '@Microsoft.KeyVault(SecretUri=x)',
    'op://vault/mail/pw',
    'arn:aws:secretsmanager:x',
    '{:system,',
    'projects/contoso/secrets/pw',
    'get_secret("pw")',
    'mail.readWord()',
    'app->load_pw(',
    'Fetch(',
    'decrypt(x)',
    'find_pw[3](',
    'str(pw)',
    'resolve(x)',
  ])
    it(value, () => {
      isNone(`x=§${value}§`);
      isOne(`x='§${value}§'`, literal);
    });
  for (const value of [
    'process-env',
    'configure',
    'osenv',
    'varnish9',
    'Read-it',
    'Get-9',
    'filed:/9',
    '/runner9/x',
    '/etc/x',
    'projects/contoso/pw',
    'ENVoy9',
    'kettle(9',
    '9get(',
    'get-it(9',
  ])
    it(`not ${value}`, () => isOne(`x=§${value}§`));
});

describe('a variable', () => {
  for (const value of [
    '${PASS}',
    '${PASS:-}',
    '$(cat file)',
    '$(cat',
    '$env:PASS',
    '$PASS',
    '$MAIL_PASS2',
    '%MAIL_PASS%',
    '%s',
    '%%',
    '%1',
    '{{ mail.pw }}',
    '{{',
    '<%= pw %>',
    '#{pw}',
    '$[pw]',
    '${{ secrets.PW }}',
    '$this',
    '$self',
    '$_',
    '$this->word',
    '$mailpass',
    '$smtp_pw2',
    '$user.word',
    '$cfg["pw"]',
    '$row[1]',
    '$key(1)',
    '$MyPassword',
  ])
    it(value, () => {
      isNone(`x=§${value}§`);
      isNone(`x="§${value}§"`, wholeValue);
      // As templates write them, they are filled in anywhere.
      if (!/^(?:\$\{\w+\}|\{\{.*\}\})$/.test(value)) isOne(`x='§${value}§'`, literal);
    });
  for (const value of [
    '$kettle',
    '$Kettle9',
    '$pass!',
    '$passer9',
    '%kettle%',
    '%kett',
    'a$PASS',
    '#kettle',
    '{kettle9',
  ])
    it(`not ${value}`, () => {
      isOne(`x=§${value}§`);
      isOne(`x="§${value}§"`, wholeValue);
    });
  it('whose end was taken for a mark of the text', () => {
    for (const marked of [
      'x=§${PASS§}',
      'x=§#{pw§}',
      'x=§<your-password§>',
      'x=§[password§]',
      'x=§(password§)',
      'x=§{password§}',
    ])
      isNone(marked);
    for (const marked of ['x=§${PASS§', 'x=§<kettle9§>', 'x=§kettle9§}', 'x=§password9§>']) isOne(marked);
  });
});

describe('what a text says in the place of a password', () => {
  for (const marked of [
    'pass: §12:30§',
    'pass: §2026-11-20T10:00:00.123Z§',
    'pass: §10:00:00+02:00§',
    'pass: §2026-11-20§',
    'pass: §->§ x',
    'pass: §=====§ x',
    'pass: §:§ x',
    'pass: §451§ Greylisted',
    'pass: §535§-5.7.8 no',
    'pass: §250§ 2.1.0',
    'pass: §(the§ one of the mailbox)',
    'pass: §[click§ to show]',
    'passdb: §alice§ auth succeeded',
    'passdb: §alice§ auth failed',
    'pass: §.$word§',
    'pass: §+ $word§',
    'pass: §info->pass§',
    'pass = §other.passwd§;',
    'f(pw, §password§)',
    'f(§smtp.pw§, x)',
    'pass: §Field§<string>',
    'pass: §Map§<string, int[]>',
    'use §mdp§ here',
    'pass: §\\0§',
    'pass: §\\000§',
    'pass: §\\x00§',
    'pass: §\\u0000§',
    'pass: §********§',
    'pass: §<your password>§',
  ])
    it(marked, () => isNone(marked));
  for (const marked of [
    'pass: §12:3§0x',
    'pass: §2026-11§',
    'pass: §-----a§',
    'pass: §451§',
    'pass: §651§ Greylisted',
    'pass: §261§ Greylisted',
    'pass: §451§ !',
    'pass: §4510§ Greylisted',
    'pass: §(kettle9)§',
    'passdb: §alice§ auth',
    'pass: §Field§ <string>',
    'pass: §field§<string>',
    'pass: §kettle§;',
    'use §pass§ here',
    'use §mdp§',
    'pass: §x00§',
  ])
    it(`not ${marked}`, () => isOne(marked));
  it('is a sentence about passwords in quotation marks', () => {
    for (const words of ['The password is wrong', 'Votre mot de passe', 'Bitte Passwort eingeben'])
      isNone(`x="§${words}§"`, wholeValue);
    for (const words of ['The kettle is warm', 'password', 'pass it on', '12:30', '451', '->9', 'process.env.PW'])
      isOne(`x="§${words}§"`, wholeValue);
  });
});
