import assert from 'node:assert/strict';
import { secretsIn } from '../masked.ts';

describe('a sentence about passwords tells none', () => {
  for (const line of [
    'Le mot de passe est obligatoire.',
    'Many use phrases as the password',
    'root:x:0:0::/root:/bin/sh',
    'bob@contoso.test:!!:5000:5000::/home/bob',
    '密码为 optional 字段',
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
    'I changed the password in Outlook and on the phone.',
    'Das Passwort wurde auf Anweisung der IT geändert.',
    "J'ai changé le mot de passe en ligne hier.",
    'He cambiado la contraseña en Outlook y en el móvil.',
    'A senha foi alterada para todos os usuários.',
    'Ho cambiato la password in Outlook e sul telefono.',
    'Het wachtwoord is gewijzigd op verzoek van Anna.',
    'Zmieniłem hasło na serwerze wczoraj.',
    'Я сменил пароль на сервере вчера.',
    'Das Passwort steht auf einem Zettel im Tresor.',
    'Nous avons changé le mot de passe en accord avec le client.',
    "Le mot de passe a été changé par l'administrateur lundi.",
    'Hemos cambiado la contraseña a petición del usuario.',
    'La password è stata cambiata a mano dal tecnico.',
    'We hebben het wachtwoord in overleg gewijzigd.',
    'Hasło zostało zmienione na prośbę użytkownika.',
    'Пароль сменили на прошлой неделе.',
    'set passwd complexity to high',
    "auth: ['login', 'plain'] and tls: required",
    'Das Passwort ist seit gestern abgelaufen.',
    'La password non è corretta.',
    "Le nom d'utilisateur et le mot de passe sont tous deux corrects.",
    'Gebruikersnaam en wachtwoord zijn allebei juist.',
    'Логин и пароль оба верные.',
  ]) {
    it(line, () => assert.deepEqual(secretsIn(`${line}\n`), []));
  }

  it('and one that gives it is read as before', () => {
    for (const line of [
      'The password is swordfish',
      'Das Passwort ist Seestern',
      'パスワードは「kettle」です',
      '비밀번호는 kettle7 입니다',
      'Gestern hat unser Admin das Passwort für den Scanner auf kettle gesetzt.',
      'Ik heb het wachtwoord van de scanner op Kettle_2 gezet.',
      "Le mot de passe, je l'ai changé hier en Kettle_2 et ça ne marche plus.",
      'La contraseña la cambié ayer a Kettle_2 y da 535.',
      'A senha eu mudei ontem para Kettle_2 e deu 535.',
      "La password l'ho cambiata ieri in Kettle_2 e non va.",
      'Hasło do skrzynki zmieniłem na Kettle_2 i nadal jest 535.',
      'Пароль от ящика я сменил на Kettle_2, но нет.',
      'Heslo jsem změnil na Kettle_2 a stále 535.',
      'He cambiado la contraseña a kettle y sigue fallando',
      'Ho cambiato la password in kettle ieri',
      'Jag har bytt lösenordet till Kettle_2 men det är fel.',
    ])
      assert.equal(secretsIn(`${line}\n`).length, 1, line);
  });
});

/** The first secret of a line is what stands between §; there is none where nothing does. */
const given = (marked: string): void => {
  it(marked, () =>
    assert.deepEqual(
      secretsIn(`${marked.replaceAll('§', '')}\n`)
        .map(([, words]) => words)
        .slice(0, 1),
      marked.split('§').slice(1, 2),
    ),
  );
};

describe('the word that a sentence gives', () => {
  for (const word of [
    'kettle',
    'kett',
    '1234',
    'kettle9',
    'aBcd',
    'a_bc',
    'a$b',
    'x/y!z',
    'kettle@9',
    'me@contoso.test!',
    'naïve',
    "d'été-9",
    '12.5kettle$',
    'MD5$kettle',
  ])
    given(`The password is §${word}§`);
  for (const word of [
    'ket',
    '123',
    '12.5',
    '10:30',
    '1/2',
    'sha256',
    'MD5',
    'and/or',
    'bob@contoso.test',
    'https://contoso.test/x',
    'file:x',
    'Wrong',
    'EXPIRED',
    'two-factor',
    'Shared',
    'changing',
    'non-trivial',
    'changeable',
    'useless',
    'obvious',
    'temporary',
    'quickly',
    'verbindlich',
    'gesichert',
    'obligatoire',
    'cambiado',
    'временный',
    'パスワードです',
  ])
    given(`The password is ${word}`);
  for (const end of [
    '.',
    ', thanks',
    '; x',
    ' (old)',
    ' and it fails',
    ' but no',
    ' for the scanner',
    ' yesterday',
    ' - what now',
    ' | x',
    '**',
    '"',
    ')',
    '  ',
    ' und es geht nicht',
    ' et puis',
    ' pero no',
    ' ma no',
    ' maar nee',
    ' ale nie',
    ' и всё',
    ' gestern',
    ' hoy',
  ])
    given(`The password is §kettle§${end}`);
  for (const rest of [' word of mine', ' andy', ' forward', ' itself']) given(`The password is kettle${rest}`);
  for (const words of ['a kettle of fish', 'kettle', 'ket', 'x y'.repeat(33)]) given(`The password is "§${words}§"`);
  for (const words of ['Wrong', 'expired', `x ${'y'.repeat(98)}`]) given(`The password is "${words}"`);
});

describe('how a sentence gives it', () => {
  for (const marked of [
    'I log in as alice with the password §kettle§ there',
    'login bob and password §kettle§ there',
    'Benutzer bob mit dem Passwort §kettle§ anmelden',
    'utilisateur bob avec le mot de passe §kettle§ ici',
    'I tried using my password §kettle_9§ twice',
    'I use §kettle_9§ as the password',
    'we tried kettle9x as a user and took §kettle_9§ as my mail password',
    'nehme §kettle_9§ als Passwort',
    'The password for the scanner is now §kettle_9§',
    'the password of bob was: §kettle_9§',
    "bob's password's §kettle_9§",
    'Salasana on §kettle_9§',
    'parool on §kettle_9§',
    '密码是§kettle9§。',
    '密码改成了§kettle9§，请',
    'パスワードは§kettle9§です。',
    'パスワードを「§kettle9§」に変更',
    '비밀번호는 §kettle9§ 입니다',
    'user and password kettle, please',
    'password on kettle_9',
    'the passwordis kettle_9',
    'パスワードをkettleした',
  ])
    given(marked);
});
