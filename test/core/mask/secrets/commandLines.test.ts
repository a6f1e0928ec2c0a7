import { commandLineSecrets } from '../../../../src/core/mask/secrets/commandLines.ts';
import { finder } from './finding.ts';

const finds = finder(commandLineSecrets, 'password');

describe('a password on a command line', () => {
  for (const tool of ['ldapsearch', 'ldapadd', 'ldapmodify', 'ldapdelete', 'ldapwhoami', 'ldapcompare', 'ldapmodrdn'])
    finds(`${tool} -x -D cn=a -w §kettle§ -b dc=a`);
  finds('ldapsearch -xZZw §kettle§ -b x');
  finds('ldapsearch -W -D a');
  finds('ldappasswd -s §kettle§ -a §drum§ -w §pot§ x');
  for (const tool of [
    'mysql',
    'mariadb',
    'mysqldump',
    'mysqladmin',
    'mysqlimport',
    'mysqlcheck',
    'mysqlshow',
    'mariadb-dump',
  ])
    finds(`${tool} -u alice -p§kettle§ mail`);
  finds('mysql -p kettle mail');
  for (const tool of ['sshpass', 'testsaslauthd', 'saslpasswd2', 'saslpasswd', 'usermod', 'useradd'])
    finds(`${tool} -p §kettle§ x`);
  finds("sshpass -p'§kettle§' x");
  finds('swaks -ap §kettle§ --ap=§drum§ --auth-password §pot§ -auth-password=§pan§');
  finds('sendEmail -xp §kettle§ -p drum');
  for (const tool of ['mailsend', 'mailsend-go', 'bmail', 'postie']) finds(`${tool} -pass §kettle§ -p §drum§`);
  for (const tool of ['blat', 'plink', 'pscp', 'psftp', 'putty', 'kitty']) finds(`${tool}.exe -pw §kettle§ x`);
  for (const tool of ['smtp-cli', 'smtptest', 'smtpauth', 'imtest', 'sivtest', 'pop3test', 'lmtptest', 'mupdatetest'])
    finds(`${tool} -w §kettle§ x`);
  for (const tool of ['sieveshell', 'cyradm']) finds(`${tool} --pass §kettle§ x`);
  finds("curl -u alice:§kettle§ --proxy-user 'bob:§dr um§' x");
  finds('curl --user=alice:§kettle§ -Ubob:§drum§ --oauth2-bearer §pot§');
  finds('curl -u §abcdefghijklmnopqrst§: x');
  finds('curl -u "alice:§it\'s one§" x');
  finds("curl -u 'alice:§kettle§ x");
  finds('curl -u alice x:y');
  for (const tool of ['wget', 'http', 'https', 'httpie']) finds(`${tool} --auth alice:§kettle§ -a bob:§drum§ x`);
  for (const tool of ['smbclient', 'smbmap', 'rpcclient', 'winexe', 'wmic']) finds(`${tool} -U alice%§kettle§ x`);
  finds('net use \\\\nas\\mail §kettle§');
  finds('net use Z: \\\\nas\\mail /user:alice §kettle§');
  finds('net use \\\\nas\\mail /delete');
  finds('net use \\\\nas\\mail *');
  for (const tool of ['psexec', 'psexec64', 'sqlcmd', 'bcp', 'osql', 'isql', 'az login', 'docker login', 'helm login'])
    finds(`${tool} -U alice -P §kettle§ x`);
  for (const tool of [
    'mongo',
    'mongosh',
    'mongodump',
    'cqlsh',
    'zip',
    'unzip',
    '7z',
    '7za',
    'rar',
    'unrar',
    'oc login',
  ])
    finds(`${tool} -p §kettle§ x`);
  for (const tool of ['lftp', 'ncftp', 'ncftpget', 'ncftpls']) finds(`${tool} -u alice,§kettle§ -p §drum§ x`);
  for (const tool of ['hydra', 'medusa', 'ncrack', 'crackmapexec', 'netexec', 'nxc', 'evil-winrm'])
    finds(`${tool} -l alice -p §kettle§ --pass §drum§ x`);
  for (const tool of ['schtasks', 'winrs', 'sc config', 'sc create'])
    finds(`${tool} /rp §kettle§ /p §drum§ -p:§pot§ -password:§pan§ password= §cup§`);
  for (const tool of [
    'az keyvault secret set',
    'vault kv put',
    'vault write',
    'aws ssm put-parameter',
    'gh secret set',
  ])
    finds(`${tool} x --value §kettle§ --body=§drum§ --secret-string §pot§`);
  finds('aws secretsmanager create-secret --secret-string §kettle§');
  finds('v-add-mail-account admin contoso.test alice §kettle§');
  finds('v-change-mail-account-password admin contoso.test alice §kettle§');
  finds('setup email add alice@contoso.test §kettle§');
  finds(' setup.sh email update alice@contoso.test §kettle§');
  finds('addmailuser alice@contoso.test §kettle§');
  for (const tool of ['nsupdate', 'knsupdate', 'dig', 'kdig', 'mdig', 'host', 'khost'])
    finds(`${tool} -y hmac-sha256:acme.key:§kettle§ x`);
  finds('dig -y acme:§kettle§ x');
  for (const name of ['SmtpPassword', 'PASS', 'pwd', 'ApiKey', 'x.Secret', 'token'])
    finds(`reg add HKLM\\x /v ${name} /t REG_SZ /d §kettle§ /f`);
  finds('reg add HKLM\\x /v Name /t REG_SZ /d kettle /f');
  finds("ansible-vault encrypt_string --vault-id dev '§kettle§' --name x");
  finds('redis-cli -h x -a §kettle§ ping');
  finds('htpasswd -nb alice §kettle§');
  finds('htpasswd -bc users alice §kettle§');
  finds('htpasswd -b -c users alice §kettle§');
  finds('doveadm pw -s SSHA -p §kettle§');
  finds('doveadm auth test -x service=smtp alice §kettle§');
  finds('doveadm auth login alice §kettle§');
  for (const verb of ['sp', 'setPassword', 'ca', 'createAccount']) finds(`zmprov ${verb} alice@contoso.test §kettle§`);
  finds('openssl passwd -6 §kettle§');
  finds('mkpasswd -m sha-512 §kettle§');
  finds('openssl rsa -passin pass:§kettle§ -k §drum§ -K §pot§');
  finds('net user alice §kettle§ /add');
  finds('net user alice /delete');
  finds('sqlplus -S alice/§kettle@db§');
  finds('wpa_passphrase net §kettle§');
  for (const tool of ['snmpwalk', 'snmpget', 'snmpbulkwalk', 'snmpset', 'snmptable'])
    finds(`${tool} -v2c -c §kettle§ x`);
  finds('snmp-server community §kettle§ ro');
  finds('snmpget -A §kettle§ -X §drum§ x');
  finds('rspamc -P §kettle§ --password=§drum§');
  finds('check_smtp -U alice -P §kettle§');
  for (const tool of ['chpasswd', 'passwd', 'sudo -S']) finds(`${tool} <<< alice:§kettle§`);
});

describe('a command line', () => {
  finds('swaks --to a \\\n  -ap §kettle§ \\\n  -x\n -ap drum');
  finds('swaks --to a ^\r\n  -ap §kettle§\r\n -ap drum');
  finds('swaks `\n -ap §kettle§');
  finds('my-swaks -ap kettle');
  finds('swaksy -ap kettle');
  finds('x.swaks -ap kettle');
  finds('swaks -ap -x');
  finds('swaks x-ap kettle');
  finds('swaks -ap "§-kettle§"');
  finds('swaks -ap $PASS');
});
