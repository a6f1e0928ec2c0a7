import type { Word } from './searched.ts';

/** What people and programs call a password, in the languages that tickets come in; patterns without regard to case. */
export const PASSWORD_WORDS: readonly Word[] = [
  // German
  [['passwort', 'passwört', 'paßwort', 'passwoert'], 'pa(?:ss|ß)w(?:o|ö|oe)rt(?:e?s|er)?'],
  [['kennw'], 'kennw(?:o|ö|oe)rt(?:e?s|er)?'],
  // French
  [['mot de passe', 'mots de passe'], 'mots? de passe'],
  [['mdp'], 'mdp'],
  // Spanish, Catalan
  [['contrase'], 'contrase(?:ñ|n\\u0303|n|ny)as?'],
  [['clave'], 'clave(?: de acceso)?'],
  // Portuguese
  [['senha'], 'senhas?'],
  [['palavra'], 'palavra[- ]passe'],
  // Italian, Romanian
  [['parol'], "parol[aăe](?: d['’]ordine| d['’]accesso)?"],
  // Turkish
  [['şifre', 'sifre'], '[şs]ifre(?:niz)?'],
  // Dutch
  [['wachtwoord'], 'wachtwoord(?:en)?'],
  [['paswoord'], 'paswoord'],
  [['ww'], 'ww'],
  // Polish, Czech, Slovak
  [['hasł', 'hasl'], 'has(?:ł|l)[oa]'],
  [['hesl'], 'hesl[oa]'],
  // Russian, Ukrainian, Bulgarian
  [['парол'], 'парол(?:ь|я|ю|ем|и|а)'],
  // Chinese, Japanese, Korean
  [['密码', '密碼'], '密[码碼]'],
  [['口令'], '口令'],
  // What mail providers of China call the password of a program
  [['授权码', '授權碼'], '授[权權][码碼]'],
  [['パスワード'], 'パスワード'],
  [['暗証番号'], '暗証番号'],
  [['비밀번호', '암호', '비번'], '비밀번호|암호|비번'],
  // Swedish, Danish, Norwegian, Finnish, Estonian
  [['lösenord'], 'lösenord(?:et)?'],
  [['adgangskode', 'kodeord'], 'adgangskode(?:n)?|kodeord(?:et)?'],
  [['passord'], 'passord(?:et)?'],
  [['salasana'], 'salasana'],
  [['parool'], 'parool'],
  // Hungarian, Greek, Slovene, Croatian, Lithuanian
  [['jelsz'], 'jelsz(?:ó|o)'],
  [['κωδικός'], 'κωδικός(?: πρόσβασης)?'],
  [['geslo', 'lozinka'], 'geslo|lozinka'],
  [['slaptažodis'], 'slaptažodis'],
  // Arabic, Hebrew, Hindi, Thai, Vietnamese, Indonesian
  [['كلمة'], 'كلمة (?:المرور|السر)'],
  [['סיסמ'], 'סיסמ[הא]'],
  // Persian, Bengali, Georgian, Armenian, Serbian, Icelandic, Basque, Galician, Albanian, Malay
  [['رمز عبور'], 'رمز عبور'],
  [['পাসওয়ার্ড'], 'পাসওয়ার্ড'],
  [['პაროლი'], 'პაროლი'],
  [['գաղտնաբառ'], 'գաղտնաբառ'],
  [['лозинк'], 'лозинка'],
  [['lykilorð'], 'lykilorð'],
  [['pasahitza'], 'pasahitza'],
  [['contrasinal'], 'contrasinal'],
  [['fjalëkalimi'], 'fjalëkalimi'],
  [['kata laluan'], 'kata laluan'],
  [['पासवर्ड'], 'पासवर्ड'],
  [['รหัสผ่าน'], 'รหัสผ่าน'],
  [['mật khẩu'], 'mật khẩu'],
  [['kata sandi'], 'kata sandi(?:nya|mu)?'],
  // English, last: its short forms are the beginnings of others
  [['pass'], 'pass(?:[ _-]?(?:word(?:s(?![a-z]))?|wd|wrd|phrase|code|key))?'],
  [['swd'], 'pa?s?swd'],
  [['pwd'], 'pwd'],
  [['psw'], 'pswd?'],
  [['pw'], 'pw'],
  [['psk'], 'psk'],
  [['p/w'], 'p\\/w'],
];

/** What programs call a key or a token that lets in whoever has it. */
export const TOKEN_WORDS: readonly Word[] = [
  [
    ['secret'],
    '(?:(?:client|consumer|app|api|shared|webhook|signing|auth|oauth|jwt|session|token|user|server|cookie)[ _-]?)?secret(?:[ _-]?(?:key|token|value))?',
  ],
  [
    ['token'],
    '(?:(?:access|refresh|id|auth|bearer|api|session|security|sas|push|oauth2?|server|account|app|bot|personal access)[ _-]?)?token',
  ],
  [
    ['key'],
    '(?:api|access|auth|account|signing|encryption|primary|secondary|shared|shared[ _-]?access|storage|master|private|webhook|hmac|service|app|license|licence|sending|smtp|sendgrid|mailgun|postmark|brevo|sendinblue|mailjet|sparkpost|mandrill|mailersend|resend|twilio|dkim|des|cipher|crypt|hash|cookie)[ _-]?key',
  ],
  [['code'], '(?:(?:device|user|auth(?:orization|entication)?|verification)[ _-]?code|code[ _-]?verifier)'],
  [['signature'], 'shared[ _-]?access[ _-]?signature'],
];

/**
 * What follows these words is told, not given: "password: incorrect" is no password. Words of themselves, and the words
 * that sentences go on with.
 */
export const TOLD: ReadonlySet<string> = new Set(
  `incorrect invalid wrong bad failed failure failures fails fail expired expire expires expiring expiry required requires
  requirement requirements mismatch missing not no is was are were has have had been being be authentication auth
  authenticate authenticated sasl error errors unknown empty unspecified command commands verification verify verified
  change changed changes changing reset resets resetting too must should cannot could can will would may might shall
  policy policies protected protection protect prompt prompts manager managers hash hashes hashing hashed file files
  field fields only based database databases store stored stores rotation rotate recovery recover length strength
  complexity history age update updated login logins attempt attempts check checks checked checking lookup lookups
  quality rules rule sync synced synchronisation synchronization encryption encrypted encoded decoded cleartext plain
  plaintext text scheme schemes type types mode modes accepted rejected denied ok okay correct valid matches match
  does doesn't isn't wasn't hasn't didn't did do don't and or but if when then that this these those the a an in on at
  of for from to with by as via per because since until while after before it its your you my our their his her we they
  again also always never here there where which who what how why please see ask enter entered type typed use used using
  set sets sent send sends given provided supplied saved lost forgotten forgot leaked compromised stolen guessed
  shown without stands line lines strict relaxed
  same both right high low different new old long short strong weak case-sensitive unchanged unset undefined default blank secret hidden
  kept known held made read hidden broken gone done string text varchar integer int boolean bool char
  real actual client server inbound outbound above below attached available needed optional disabled enabled allowed grant granted flow credentials credential
  value values name names key keys token tokens id ids number list lists digest cram plain-text two-factor
  nicht kein keine beide seit depuis desde sinds dal schon falsch ungültig abgelaufen fehlt fehlerhaft erforderlich korrekt richtig wurde wird ist war muss
  lautet geändert zurückgesetzt zurücksetzen ändern vergessen bitte siehe und oder der die das den dem ein eine
  correcta correcto correctas correctos incorrecta incorrecto errónea erróneo caducada inválida requerida no es era está fue debe y o la el los las un una
  correct correcte corrects correctes incorrect expiré expirée invalide erroné erronée requis oublié est était doit et ou le les une des pas
  correta correto corretas corretos incorreta inválido expirada expirou obrigatória não é foi está deve e ou os as um uma
  corretta corretto corrette corretti errata scaduta non valida richiesta è stata deve il lo gli uno
  juist goed onjuist verlopen ongeldig vereist niet en of de het een
  poprawne prawidłowe dobre nieprawidłowe błędne wygasło wymagane nie jest był było
  bytt sparat fel rätt zadano potřeba oblig faible requise nécessaire lu zu kurz schwach от для к по на с из под
  верный верные верно правильный правильные неверный неправильный неверен истек истёк не был был
  错误 不正确 无效 已过期 が は を に の`.split(/\s+/),
);

/** Names of algorithms and protocols look made like passwords, and stand behind "password" often. */
export const ALGORITHM =
  /^(?:base|sha|md|pbkdf|rc|aes|utf|hmac|cram|digest|auth|ssl|tls|oauth|bcrypt|scrypt|argon|ntlm|rfc|crypt|blf|ssha|smd)[-_ ]?\w{0,12}(?:-\w{1,12})?$/i;
