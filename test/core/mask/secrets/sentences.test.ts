import assert from 'node:assert/strict';
import { secretsIn } from '../masked.ts';

describe('a sentence about passwords tells none', () => {
  for (const line of [
    'Le mot de passe est obligatoire.',
    'La contraseña es opcional, como el nombre',
    'A senha é obrigatória.',
    'La contraseña es provisional.',
    'Das Passwort ist gesperrt.',
    'Het wachtwoord is gewijzigd',
    'Lösenordet är obligatoriskt.',
    'Lösenordet är bytt.',
    'Heslo je povinné.',
    'says where the password is kept and who can read it',
    'Неверный логин или пароль от почты',
    'パスワードは自動生成されます。',
    'パスワードは「元に戻す必要がない」からです',
    '비밀번호는 6자리 이상이어야 합니다.',
    '비밀번호는 필수입니다.',
    '授权码是否已过期',
    '密码是一次性的',
    'did you mean the password?',
    "'password' => 'Het wachtwoord is onjuist.',",
    '"wrong_password": "The password does not fit",',
    'SMTP password: (the one of the mailbox)',
    'SMTP key: [click to show]',
    'password: {:system, "SMTP_PASSWORD"}',
    "smtp_password = getattr(settings, 'SMTP_PASSWORD', None)",
    'source-cred-cmd = ~/.local/bin/cred personal',
    'outgoing-cred-cmd = ${HOME}/bin/op.sh read x',
    '"mail_smtppassword": "***REMOVED SENSITIVE VALUE***",',
    'Bitte Benutzername und Passwort ausfüllen.',
    'Al módulo se entra con usuario y contraseña: cada parte queda firmado',
    'Password changed to non-default successfully',
    'info.clearpasswd=other->clearpw;',
    'auth.clearpasswd=pass;',
    'password: Field<string>,',
    "header('Auth-Pass: '.$word);",
    'Das Passwort spielt auf Caesar an',
    'the passwords are real, active ones',
    'Dein neues Passwort lautet: ${password}',
    '- MAIL_PASSWORD: senha do email',
    'val SMTP_PASSWORD = configuration.get[String]("mail.smtp.password")',
    'it says pass (relay.domain1.example) to it',
    'password: string,',
    '<input type="password" name="old">',
  ]) {
    it(line, () => assert.deepEqual(secretsIn(`${line}\n`), []));
  }

  it('and one that gives it is read as before', () => {
    for (const line of [
      'The password is swordfish',
      'Das Passwort ist Seestern',
      'パスワードは「kettle」です',
      '비밀번호는 kettle7 입니다',
    ])
      assert.equal(secretsIn(`${line}\n`).length, 1, line);
  });
});
