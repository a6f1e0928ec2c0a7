import { pairSecrets } from '../../../../src/core/mask/secrets/pairs.ts';
import { finder } from './finding.ts';

const finds = finder(pairSecrets, 'password');

describe('a password beside its user', () => {
  for (const both of [
    'credential',
    'Credentials',
    'creds',
    'login',
    'login data',
    'login-data',
    'logindata',
    'Zugangsdaten',
  ])
    finds(`${both}: alice:§kettle§`);
  for (const both of ['Anmeldedaten', 'identifiants', 'credenciales', 'credenciais', 'credenziali', 'inloggegevens'])
    finds(`${both} = alice / §kettle§`);
  for (const both of ['dane logowania', 'dane do logowania', 'dane dostępu', 'учётные данные', 'учетные данные'])
    finds(`${both}：alice | §kettle§`);
  for (const are of ['are', 'were', 'sind', 'lauten', 'sont', 'son', 'são', 'sono', 'zijn'])
    finds(`credentials ${are} alice / §kettle§`);
  for (const user of [
    'user',
    'username',
    'user name',
    'user_id',
    'account',
    'account id',
    'Benutzername',
    'Benutzerkennung',
  ])
    finds(`${user}/password: alice:§kettle§`);
  for (const user of [
    'Anmeldename',
    'Konto',
    'utilisateur',
    "nom d'utilisateur",
    'compte utilisateur',
    'compte',
    'usuario',
  ])
    finds(`${user} & password: alice:§kettle§`);
  for (const user of [
    'cuenta',
    'usuário',
    'utilizador',
    'conta',
    'utente',
    'nome utente',
    'gebruiker',
    'gebruikersnaam',
  ])
    finds(`${user} + password: alice:§kettle§`);
  for (const user of [
    'użytkownik',
    'nazwa użytkownika',
    'логин',
    'пользователь',
    'имя пользователя',
    '用户名',
    '用户',
    '账号',
    '帳號',
  ])
    finds(`${user} и password: alice:§kettle§`);
  for (const and of ['and', 'y', 'e', 'und', 'et', 'en', 'i', '和', '、', '与', 'と'])
    finds(`user ${and} password: alice:§kettle§`);
  for (const words of [
    'for smtp',
    'of the relay',
    'für den Server',
    'zum Relay',
    'du relais',
    'para o relay',
    'voor smtp',
  ])
    finds(`credentials ${words}: alice:§kettle§`);
  finds('credentials for a b c d: alice:kettle');
  finds('creds alice:§kettle§');
  finds('creds alice kettle');
  finds('xcredentials: alice:kettle');
  finds('old-credentials: alice:kettle');
  finds('credentials:: alice:kettle');
  finds('credentials: **alice** : **§kettle§**');
  finds('credentials: `alice` / `§kettle§`');
  finds('credentials: alice@contoso.test // §kettle§');
  finds('credentials: alice and "§kettle§"');
  finds('credentials: alice and\n"§kettle§"');
  finds('credentials: alice and kettle');
  finds('credentials: alice::kettle');
  finds('credentials: https://alice');
  finds('credentials: alice:ab');
  finds('credentials: alice:§abc§');
  for (const level of ['info', 'error', 'warning', 'debug', 'fatal', 'panic', 'failed', 'disconnected'])
    finds(`login: ${level}: kettle`);
  finds('The credentials are wrong / expired');
  finds('The credentials are alice / Wrong');
});
