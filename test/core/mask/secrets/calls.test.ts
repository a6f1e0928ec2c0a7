import { callSecrets } from '../../../../src/core/mask/secrets/calls.ts';
import { finder } from './finding.ts';

const finds = finder(callSecrets, 'password');

describe('a password behind a user', () => {
  for (const name of [
    'login',
    'auth',
    'authenticate',
    'setAuth',
    'signin',
    'sign_in',
    'basicauth',
    'basic_auth',
    'HTTPBasicAuth',
  ])
    finds(`x.${name}("alice", "§kettle§")`);
  for (const name of [
    'credentials',
    'set_credentials',
    'withCredentials',
    'Creds',
    'SmtpCred',
    'Credentials::new',
    'Cred.of',
  ])
    finds(`${name}('alice', '§kettle§')`);
  for (const name of [
    'PasswordAuthentication',
    'DefaultAuthenticator',
    'PlainAuthentication',
    'SmtpAuthentication',
    'setAuthentication',
    'CRAMMD5Auth',
  ])
    finds(`new ${name}("alice", "§kettle§");`);
  for (const name of [
    'LoginAuth',
    'LOGINAuth',
    'userpass',
    'UserPassword',
    'createUser',
    'yagmail.SMTP',
    'BasicAuth',
    'pscredential',
  ])
    finds(`${name}( "alice" , "§kettle§" )`);
  finds('auth(true).as("alice", "§kettle§")');
  finds('x.as("alice", "kettle")');
  finds('[pscredential]::new("alice", "§kettle§")');
  finds('encode_base64_auth("alice", "§kettle§")');
  finds('client.AuthenticateAsync("alice", "§kettle§")');
  finds('relogin("alice", "kettle")');
  finds('x-login("alice", "kettle")');
  finds('auth: ["alice", "§kettle§"]');
  finds("'auth' => ['alice', '§kettle§']");
  finds("'auth' => ['login', 'alice', '§kettle§']");
  finds("'auth' => ['login', 'plain']");
  finds('Credentials = new("alice", "§kettle§")');
  finds('login("alice")');
  finds('login("alice", password)');
  finds('login("alice", "")');
  finds('login(alice, "§kettle§")');
  finds("auth(connection, 'alice', '§kettle§')");
  finds('login("alice", "MASKED")');
  finds('login("alice",\n    "§kettle§")');
});

describe('a password at its place', () => {
  for (const name of [
    'PlainAuth',
    'imap_open',
    'ftp_login',
    'mysqli',
    'mysqli_connect',
    'mysql_connect',
    'mysql_pconnect',
    'PDO',
  ])
    finds(`${name}("a", "alice", "§kettle§")`);
  for (const name of [
    'pg_connect',
    'ssh2_auth_password',
    'ldap_bind',
    'ldap_simple_bind',
    'ldap_simple_bind_s',
    'simple_bind_s',
  ])
    finds(`${name}(x, "alice", "§kettle§")`);
  finds('smtp.PlainAuth("", "alice", "§kettle§", "mx.contoso.test")');
  finds('Transport.send(msg, "alice", "§kettle§")');
  finds('keyring.set_password("smtp", "alice", "§kettle§")');
  for (const name of [
    'btoa',
    'base64_encode',
    'base64encode',
    'b64encode',
    'urlsafe_b64encode',
    'strict_encode64',
    'encode64',
  ])
    finds(`${name}("§kettle§")`);
  finds("base64_encode(utl_raw.cast_to_raw('§kettle§'))");
  finds('ToBase64String(Encoding.UTF8.GetBytes("§kettle§"))');
  finds('EncodeToString([]byte("§kettle§"))');
  for (const name of [
    'NewDialer',
    'NewPlainDialer',
    'NewMailer',
    'NewSMTP',
    'withSmtpServer',
    'smtp_client',
    'SmtpTransport',
  ])
    finds(`${name}("mx.contoso.test", port, "alice", "§kettle§")`);
  for (const name of ['smtp_mail', 'my_smtp_send', 'smtpLogin', 'smtp_auth2', 'smtpConnect', 'smtpOpen'])
    finds(`${name}("mx", port, "alice", "§kettle§", to)`);
  finds('smtp_mail("mx", port, "Hello", "this is the text of it")');
  finds('smtp_mail("mx", port, "Hello", "bob@contoso.test")');
  finds('smtpServer("mx", port, "alice", "§this is the text of it§")');
  finds("Net::SMTP.start('mx', 25, 'pc', 'alice', '§kettle§', :plain)");
});

describe('a password that is the last', () => {
  finds('connect("mx", "alice", "§kettle§")');
  finds('bind("cn=alice", x, "kettle")');
  finds('simpleBind("a", "b", "§kettle§")');
  finds('setSmtpAuth("a", "b", "c", "§kettle§")');
  finds('connect("alice", "kettle")');
  finds('connect("a", "b", "c", "d", "kettle")');
  finds('connect("mx", port, "alice", "§kettle§")');
  finds('connect("mx", port, alice, "kettle")');
  finds('xhr.open("GET", url, true, "alice", "§kettle§")');
  finds('xhr.OPEN("GET", url, true, "alice", "kettle")');
  finds('connect("a", "b", "the text of a sentence")');
});

describe('strings of all kinds', () => {
  finds('login("alice".to_owned(), "§kettle§".to_string())');
  finds('login("alice".toCharArray(), "§kettle§".getBytes("UTF-8"))');
  finds('login(String::from("alice"), String::from("§kettle§"))');
  finds('login(new String("alice"), new String("§kettle§"))');
  finds('login(Some("alice"), Some("§kettle§"))');
  finds("login(b'alice', b'§kettle§')");
  finds('login(`alice`, `§kettle§`)');
  finds('"login(\\"alice\\", \\"§kettle§\\")"');
  finds("login('alice', '§ket(tle§')");
  finds('login(user("x"), "§kettle§")');
  finds('login(name(), "kettle")');
});

describe('a password beside the port of a mail server', () => {
  for (const port of [25, 465, 587, 2525, 110, 143, 993, 995])
    finds(`f("mx.contoso.test", ${port}, "alice", "§kettle§")`);
  finds('f("mx.contoso.test", "587", "alice", "§kettle§")');
  finds('f("alice", "§kettle§", "mx.contoso.test", 587)');
  finds('f("alice", "§kettle§", 587)');
  finds('f("mx.contoso.test", "alice@contoso.test", "§kettle§", x, 587)');
  finds('f("192.0.2.1", 587, "alice", "§kettle§")');
  finds('f("mx.contoso.test", 26, "alice", "kettle")');
  finds('f("mx.contoso.test", 5870, "alice", "kettle")');
  finds('f("mx.contoso.test", 587, "alice", "mx.fabrikam.test")');
  finds('f("mx.contoso.test", 587, "alice", "bob@contoso.test")');
  finds('f("mx.contoso.test", 587, "alice", "two words")');
  finds('f("mx.contoso.test", 587, "alice", "§abcd efgh ijkl mnop§")');
  finds('f("mx.contoso.test", 587, "alice", "ab")');
  finds('f("mx.contoso.test", 587, "alice", "starttls")');
  finds('("mx.contoso.test", 587, "alice", "kettle")');
});

describe('a call without brackets', () => {
  finds('client.Authenticate "alice", "§kettle§"');
  finds("smtp.login 'alice' '§kettle§'");
  finds('smtp_auth \'("alice" "§kettle§")');
  finds('logon "mx.contoso.test", "alice", "§kettle§"');
  finds('authentication "alice", "bob@contoso.test"');
  finds('login "alice", "two words"');
  finds('x-login "alice", "kettle"');
  finds('login "alice" kettle');
  finds('login "alice"');
  finds('login "alice", "plain"');
});
