import assert from 'node:assert/strict';
import { secretsIn } from '../masked.ts';

/** What a password is called, by language, each as people write it. */
const WORDS = `
  German: Passwort Passwörter Passworts Paßwort Passwoert Kennwort Kennwörter Kennwoert
  French: mot-de-passe|mots-de-passe|mdp
  Spanish, Catalan: contraseña contraseñas contrasena contrasenya clave clave-de-acceso
  Portuguese: senha senhas palavra-passe
  Italian, Romanian: parola|parola-d’ordine|parola-d'accesso parole parolă
  Turkish: şifre sifre şifreniz
  Dutch: wachtwoord wachtwoorden paswoord ww
  Polish, Czech, Slovak: hasło hasla heslo hesla
  Russian, Ukrainian, Bulgarian: пароль пароля паролю паролем пароли парола
  Chinese: 密码 密碼 口令 授权码 授權碼
  Japanese, Korean: パスワード 暗証番号 비밀번호 암호 비번
  Swedish, Danish, Norwegian: lösenord lösenordet adgangskode adgangskoden kodeord kodeordet passord passordet
  Finnish, Estonian: salasana parool
  Hungarian, Greek: jelszó jelszo κωδικός κωδικός-πρόσβασης
  Slovene, Croatian, Lithuanian: geslo lozinka slaptažodis
  Arabic, Hebrew: كلمة-المرور كلمة-السر סיסמה סיסמא
  Persian, Bengali, Georgian, Armenian: رمز-عبور পাসওয়ার্ড პაროლი գաղտնաբառ
  Serbian, Icelandic, Basque, Galician, Albanian: лозинка lykilorð pasahitza contrasinal fjalëkalimi
  Malay, Indonesian, Hindi, Thai, Vietnamese: kata-laluan kata-sandi kata-sandinya पासवर्ड รหัสผ่าน mật-khẩu
  English: password passwords passwd passwrd passphrase passcode passkey pass pswd psw pwd paswd pw psk p/w pass-word
`;

const words = WORDS.split('\n').flatMap((line) => (line.split(':')[1] ?? '').split(/[ |]/).filter(Boolean));

describe('what a password is called', () => {
  it('is known in the languages that tickets come in, in capitals and behind a colon or a sign', () => {
    const missed = words.flatMap((word) => {
      const spoken = /^pa(?:lavra|ss)-/.test(word) ? word : word.replaceAll('-', ' ');
      return [`${spoken}: Tr0ub4dor&3`, `${spoken.toUpperCase()} = Tr0ub4dor&3`].filter(
        (text) => !secretsIn(text).some(([, secret]) => secret.endsWith('Tr0ub4dor&3')),
      );
    });
    assert.deepEqual(missed, []);
  });

  it('is no part of another word', () => {
    for (const word of ['bypass', 'compass', 'awww', 'passage', 'hasslo', 'upsk'])
      assert.deepEqual(secretsIn(`${word}: Tr0ub4dor&3`), [], word);
  });
});
