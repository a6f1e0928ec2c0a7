import { namedSecrets } from '../../../../src/core/mask/secrets/named.ts';
import { finder } from './finding.ts';

const finds = finder(namedSecrets);

describe('a password in a column', () => {
  finds('| User | Password |\n|---|---|\n| alice | §kettle§ |\n| bob | §drum§ |\n\n| x | y |');
  finds('User\tPassword\nalice\t§kettle§\nbob\t§drum§\n\nx\ty');
  finds('User,SMTP Password\nalice,§kettle§\nbob,"§dr,um§"\n');
  finds('user;password\r\nalice;§kettle§\r\nbob;§drum§\r\n\r\nx;y');
  finds('│ user │ password │\n│ alice │ §kettle§ │\n');
  finds('> | User | Password |\n> | --- | :-: |\n> | alice | **§kettle§** |\n> | bob | `§drum§` |');
  finds(
    '+-------+----------+\n| user  | password |\n+-------+----------+\n| alice | §kettle§ |\n+-------+----------+\n',
  );
  finds('user | password\n──────────\nalice | §kettle§\n');
  finds('| Password | User |\n|---|---|\n| §kettle§ | alice |');
  finds('| User | Password |\n| alice | wrong |\n| bob | two or more words |\n| eve | §abcd efgh ijkl mnop§ |');
  finds('| User | Password |\n| alice | §kettle§ |\n| Moo | Password |\n| x |');
  finds('| User | Password |\n| alice | §kettle§ |\none line\n| bob | drum |');
  finds('| User | Password |\n| alice | §ket\\|tle§ |');
  finds('| User | Password |\n| alice | |\n| bob | §drum§ |');
  finds('| alice | §kettle§ |\n| bob | §drum§ |\n| User | Password |');
  finds('| x | y | z |\n| alice | §kettle§ |\n|---|---|\n| User | Password |');
  finds('10:00:01 mx app[1]: user,password\n10:00:01 mx app[1]: alice,§kettle§\n');
  for (const label of [
    'Users',
    'user_name',
    'user id',
    'Login',
    'Name',
    'E-mail',
    'Mailbox',
    'Address',
    'Account',
    'Host',
  ])
    finds(`| ${label} | Password |\n| alice | §kettle§ |`);
  for (const label of [
    'hostname',
    'Server',
    'Port',
    'SMTP',
    'IMAP',
    'POP3',
    'Protocol',
    'Type',
    'Realm',
    'Domain',
    'Role',
  ])
    finds(`| **${label}** | Password |\n| alice | §kettle§ |`);
  for (const label of [
    'uid',
    'gid',
    'home',
    'comment',
    'note',
    'notes',
    'service',
    'Benutzer',
    'Benutzername',
    'Konto',
  ])
    finds(`| Password | ${label} |\n| §kettle§ | alice |`);
  for (const label of [
    'SMTP user',
    'iam-user',
    'pop3 login',
    'aws name',
    'Adresse',
    'usuario',
    'логин',
    '用户名',
    '账号',
  ])
    finds(`| Password | ${label} |\n| §kettle§ | alice |`);
});

describe('a password beside its name', () => {
  finds('| Password | §kettle§ |');
  finds('Password\t§kettle§');
  finds('| new password | §kettle§ |\n');
  finds('| **SMTP password:** | `§kettle§` |');
  finds('| Password | for the relay | §kettle42§ |');
  finds('| Password | §relay§ | §kettle42§ |');
  finds('Password,kettle');
  finds('Password;kettle');
  finds('| Password | wrong |');
  finds('| Setting | Value |\n| --- | --- |\n| Password | §kettle§ |');
  finds('| Password | §kettle§ |\n| --- | --- |\n| §drum§ | x |');
  finds('| The password | kettle |');
});

describe('the rows and cells of a table', () => {
  finds('|User|Password|\n|alice|§kettle§|');
  finds('|User|Password|Note|\n|alice|§kettle§|one two|\n|bob|§drum§||');
  finds('User;E-Mail;Passwort\nalice;a@b.test;§kettle§\n');
  finds('user,"password"\nalice,"§kettle§"\n');
  finds('# user,password\nalice,§kettle§\n');
  finds('- user, password\n- alice, §kettle§\n');
  finds('+ user,password\n+ alice,§kettle§\n');
  finds('> user,password\n> alice,§kettle§\n');
  finds('│ user │ password │\n├──────┼──────────┤\n│ alice │ §kettle§ │\n└──────┴──────────┘\n');
  finds('rows = ["user,password\nalice,§kettle§"]\n');
  finds('load("user;password\nalice;§kettle§")\n');
  finds('| alice | §kettle§ |\r\n| bob | §drum§ |\r\n| User | Password |\r\n');
  finds('x\n| alice | §kettle§ |\n| bob | §drum§ |\n| User | Password |\n\nmore');
  finds('| alice | kettle |\n| User | Password |\nmore');
  finds('| User | Password |\n\n| alice | kettle |');
  finds('| User | Password |\n| alice | §kettle§ |\n| **Kennwort:** | User |\n| §drum§ | bob |');
  finds('| User | Password |\n| alice | `§kettle§` |\n| bob | __§drum§__ |\n| eve | "§pot§" |');
  finds(`| User | Password |\n| alice | §kettle§ |${' '.repeat(19_900)}\n| bob | §drum§ |`);
  finds(`| User | Password |\n| alice | §kettle§ |\n| bob | drum |${' '.repeat(20_000)}`);
  finds(`| User | Password |${' '.repeat(20_000)}\n| alice | kettle |`);
  finds('| Password | for the relay | §abcd efgh ijkl mnop§ |');
  finds('| Password | §relay§ | nothing |');
  finds('| Password | for the relay of ours |');
  finds('2026-11-20 10:00:01 user,password\n2026-11-20 10:00:01 alice,§kettle§\n');
});
