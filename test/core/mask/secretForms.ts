/** How a form writes a password down. */
export type Notation =
  /** As it is, up to a blank. */
  | 'bare'
  /** Between double quotation marks, with backslashes in front of marks and backslashes. */
  | 'double'
  /** Between single quotation marks, with backslashes. */
  | 'single'
  /** Between single quotation marks, a mark doubled. */
  | 'doubled'
  /** In an element of XML. */
  | 'xml'
  /** In a cell of a table. */
  | 'cell'
  /** In HTML, up to a blank. */
  | 'shown'
  /** In a URL. */
  | 'url'
  /** In base64. */
  | 'base64'
  /** With `\0user\0` in front, in base64. */
  | 'plain'
  /** To the end of the line, blanks included. */
  | 'rest';

export interface SecretForm {
  readonly text: string;
  readonly notation: Notation;
  /** It is a line, or lines, of its own: no part of a sentence or a cell. */
  readonly lines: boolean;
}

const form =
  (notation: Notation, lines: boolean) =>
  (text: string): SecretForm => ({ text, notation, lines });

/** `…` is where the password stands. Forms of one line that may stand anywhere. */
const anywhere: readonly SecretForm[] = [
  ...[
    'password=…',
    'password: …',
    'Password : …',
    'passwd=…',
    'PASS=…',
    'pass: …',
    'pwd=…',
    'PW: …',
    'pw=…',
    'P/W: …',
    'passphrase: …',
    'smtp_password = …',
    'SMTP_PASS=…',
    'smtpPassword: …',
    'MAIL_PASSWORD=…',
    'mail.smtp.password=…',
    'spring.mail.password=…',
    'export SMTP_PASSWORD=…',
    'set SMTP_PASSWORD=…',
    'EMAIL_HOST_PASSWORD = …',
    'DB_PASSWORD_PROD=…',
    'PASSWORD2=…',
    'AuthPass=…',
    'Passwort: …',
    'Kennwort: …',
    'SMTP-Passwort: …',
    'mot de passe : …',
    'mdp: …',
    'contraseña: …',
    'contrasena: …',
    'clave: …',
    'senha: …',
    'palavra-passe: …',
    'parola d’ordine: …',
    'wachtwoord: …',
    'hasło: …',
    'пароль: …',
    '密码：…',
    '密碼: …',
    'パスワード：…',
    'パスワード: …',
    '비밀번호: …',
    'heslo: …',
    'lösenord: …',
    'Password for alice@contoso.test: …',
    'Password (SMTP): …',
    '**Password:** …',
    'given password: …',
    'user=alice password=… method=PLAIN',
    'curl smtp://mx.contoso.test --user alice:… -v',
    'curl -u alice@contoso.test:… smtps://mx.contoso.test',
    'swaks --to a@contoso.test -a LOGIN -au alice -ap … --tls',
    'swaks --auth-user alice --auth-password … -s mx.contoso.test',
    'swaks --auth-password=…',
    'ldapsearch -x -D cn=admin,dc=contoso -w … -b dc=contoso',
    'mysql -u alice -p… mail',
    'mysqldump --password=… mail',
    'sshpass -p … ssh alice@mx.contoso.test',
    'testsaslauthd -u alice -p … -s smtp',
    'imtest -a alice -w … mx.contoso.test',
    'sendEmail -f a@contoso.test -xu alice -xp … -s mx.contoso.test',
    'blat a.txt -u alice -pw … -server mx.contoso.test',
    'plink -l alice -pw … mx.contoso.test',
    'redis-cli -h mx.contoso.test -a … ping',
    'sqlcmd -S mx.contoso.test -U alice -P …',
    'doveadm auth test alice@contoso.test …',
    'doveadm pw -s SSHA256 -p …',
    'openssl rsa -in key.pem -passin pass:…',
    'smbclient //mx/share -U alice%…',
    'htpasswd -bc users alice …',
    'zmprov sp alice@contoso.test …',
    'docker login -u alice -p … mx.contoso.test',
    'mail -S smtp-auth-password=… a@contoso.test',
    'New-Thing -Password … -Force',
    'send-mail --password …',
    'tool --smtp-pass … --tls',
    '--from-literal=password=…',
    'smtp_sasl_password_maps = static:alice:…',
    'passwordeval …',
  ].map(form('bare', false)),
  ...[
    '"password": "…",',
    '"smtp_pass":"…"',
    'password = "…"',
    'password => "…",',
    'set smtp_pass="…"',
    'my $password = "…";',
    'String password = "…";',
    'var pass = "…"',
    'const smtpPass = "…";',
    'password: str = "…"',
    'props.put("mail.smtp.password", "…");',
    'props.setProperty("mail.smtp.password", "…");',
    'message.setPassword("…");',
    'smtp.PlainAuth("", "alice", "…", "mx.contoso.test")',
    'smtp.PlainAuth("","alice","…","mx.contoso.test")',
    'server.login("alice@contoso.test", "…")',
    'new NetworkCredential("alice", "…");',
    'new PasswordAuthentication("alice", "…")',
    'gomail.NewDialer("mx.contoso.test", 587, "alice", "…")',
    'Credentials::new("alice".to_owned(), "…".to_owned())',
    'client.Authenticate("alice", "…");',
    'transport.connect("mx.contoso.test", "alice", "…");',
    '["--password", "…"]',
    '{"name": "SMTP_PASSWORD", "value": "…"}',
    'auth: { user: "alice", pass: "…" }',
    'The password is "…"',
    'mutt -e \'set smtp_pass="…"\'',
    'passwordeval "echo …"',
    'a1 LOGIN "alice" "…"',
    'password "…"',
  ].map(form('double', false)),
  ...[
    "$mail->Password = '…';",
    "define('SMTP_PASS','…')",
    "define( 'SMTP_PASS', '…' );",
    "'password' => '…',",
    "$config['smtp_pass'] = '…';",
    "ini_set('smtp_password', '…');",
    "server.login('alice', '…')",
    "EMAIL_HOST_PASSWORD = '…'",
    "password='…'",
    "auth=('alice', '…')",
    "->setPassword('…')",
    "password: '…'",
    "imap_open('{mx.contoso.test}', 'alice', '…')",
    "Net::SMTP.start('mx.contoso.test', 25, 'pc', 'alice', '…', :plain)",
  ].map(form('single', false)),
  ...[
    "'…' | ConvertTo-SecureString -AsPlainText -Force",
    "ConvertTo-SecureString '…' -AsPlainText -Force",
    "ConvertTo-SecureString -String '…' -AsPlainText -Force",
    "$pw = '…'",
    "$Password = '…'",
    "CREATE USER alice IDENTIFIED WITH password '…';",
    "user 'alice' there with password '…' is alice here",
    "echo '…' | saslpasswd2 -p -c alice",
  ].map(form('doubled', false)),
  ...['echo … | saslpasswd2 -p -c alice'].map(form('cell', false)),
  ...[
    '<password>…</password>',
    '<smtp:password type="plain">…</smtp:password>',
    '<add key="smtpPassword" value="…" />',
    '<property name="mail.password" value="…"/>',
    '<param name="password">…</param>',
    '<key>password</key><string>…</string>',
    '<name>mail.smtp.password</name><value>…</value>',
    '<network host="mx.contoso.test" userName="alice" password="…" />',
  ].map(form('xml', false)),
  ...[
    'smtp://alice:…@mx.contoso.test:587',
    'smtps://alice%40contoso.test:…@mx.contoso.test',
    'MAILER_DSN=smtp://alice:…@mx.contoso.test:25',
    'https://mx.contoso.test/login?user=alice&password=…&x=1',
    'postgres://alice:…@db.contoso.test/mail',
  ].map(form('url', false)),
  ...['AUTH LOGIN YWxpY2U=\\r\\n334 UGFzc3dvcmQ6\\r\\n…\\r\\n'].map(form('base64', true)),
  ...['AUTH PLAIN …', 'sent [AUTH PLAIN …] to it', 'AUTHENTICATE PLAIN …', 'auth=PLAIN …', '334 answered with …'].map(
    form('plain', false),
  ),
  ...[
    'The password is …',
    'the password is … and it fails',
    'The password for alice is …',
    'My password was …',
    'password has been set to …',
    'Das Passwort ist …',
    'das Passwort lautet …',
    'Kennwort lautet: …',
    'Le mot de passe est …',
    'La contraseña es …',
    'La clave es …',
    'A senha é …',
    'La password è …',
    'La parola d’ordine è …',
    'Het wachtwoord is …',
    'Hasło to …',
    'Пароль это …',
    '密码是…',
    '密碼為…',
    'パスワードは … です',
  ].map(form('bare', false)),
];

/** Forms that are lines of their own. */
const whole: readonly SecretForm[] = [
  ...[
    'account x\nhost mx.contoso.test\nuser alice\npassword …',
    'password …',
    'machine mx.contoso.test login alice password …',
    'poll mx.contoso.test proto imap user alice pass …',
    'smtp_password …',
    '[mx.contoso.test]:587 alice:…',
    'mx.contoso.test alice@contoso.test:…',
    'alice@contoso.test bob:…',
    'client_send = : alice : …',
    'mx.contoso.test:alice:…',
    'alice@contoso.test:{PLAIN}…',
    'alice@contoso.test:{PLAIN}…:5000:5000::/home/alice::',
    'relay alice@contoso.test:…',
    'mx.contoso.test,587 alice …',
    ':mx.contoso.test:587 alice …',
    'passdb {\n  driver = static\n  args = password=…\n}',
    'auth-worker: client passdb out: OK\t1\tuser=alice\tpass=…',
    'password:\n…',
    'PASS …',
    'a1 LOGIN alice …',
    '- name: SMTP_PASSWORD\n  value: …',
    'smtp:\n  password: …',
    'password: |\n  …',
    'args:\n  - --password\n  - …',
  ].map(form('bare', true)),
  ...['AuthInfo:mx.contoso.test "U:alice" "P:…" "M:PLAIN"'].map(form('double', true)),
  ...[
    '| Setting | Value |\n| --- | --- |\n| Password | … |',
    '| User | Password |\n|---|---|\n| alice | … |',
    'User\tPassword\nalice\t…',
    'user,password\nalice,…',
  ].map(form('cell', true)),
  ...[
    '<table><tr><td>Password</td><td>…</td></tr></table>',
    '<table><tr><th>User</th><th>Password</th></tr><tr><td>alice</td><td>…</td></tr></table>',
  ].map(form('xml', true)),
  ...['<b>Password:</b> …<br>'].map(form('shown', true)),
  ...[
    'AUTH LOGIN\n334 VXNlcm5hbWU6\nYWxpY2U=\n334 UGFzc3dvcmQ6\n…\n235 ok',
    'AUTH LOGIN YWxpY2U=\n334 UGFzc3dvcmQ6\n…\n535 no',
    'C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: YWxpY2U=\nS: 334 UGFzc3dvcmQ6\nC: …\nS: 235 ok',
    'AuthInfo:mx.contoso.test "U=YWxpY2U=" "P=…"',
    'apiVersion: v1\nkind: Secret\ndata:\n  password: …',
  ].map(form('base64', true)),
  ...[
    '220 mx.contoso.test ESMTP\nEHLO pc\n250 AUTH PLAIN\nAUTH PLAIN …\n235 ok',
    'C: AUTH PLAIN\nS: 334\nC: …\nS: 235 ok',
  ].map(form('plain', true)),
];

export const secretForms: readonly SecretForm[] = [...anywhere, ...whole];
