import { pipedSecrets } from '../../../../src/core/mask/secrets/piped.ts';
import { finder } from './finding.ts';

const finds = finder(pipedSecrets, 'password');

describe('a password that goes through a pipe', () => {
  for (const front of [
    'echo',
    'echo -n',
    'echo -n -e',
    'printf',
    "printf '%s'",
    'printf "%s\\n"',
    'print',
    'Write-Output',
  ])
    finds(`${front} §kettle§ | saslpasswd2 -p alice`);
  finds("Write-Host '§a kettle§' | passwd --stdin");
  for (const reads of [
    'saslpasswd -c',
    'docker secret create',
    'podman secret',
    'gh secret set',
    'wrangler secret put',
  ])
    finds(`echo §kettle§ | ${reads} x`);
  for (const reads of ['pass insert', 'secret-tool', 'vault kv put', 'vault write', 'kubeseal', 'passwd', 'chpasswd'])
    finds(`echo §kettle§|${reads} x`);
  for (const reads of ['kinit', 'sudo -S', 'su', 'docker login', 'podman login', 'gpg', 'base64', 'openssl base64'])
    finds(`echo §kettle§ | ${reads} x`);
  for (const reads of [
    'openssl enc',
    'openssl passwd',
    'openssl dgst',
    'mimencode',
    'htpasswd',
    'doveadm',
    'smbpasswd',
  ])
    finds(`echo §kettle§ | ${reads} x`);
  for (const reads of ['ldappasswd ', 'cryptsetup', 'msmtp', 'mutt', 'age', 'sshpass'])
    finds(`echo §kettle§ | ${reads} x`);
  for (const reads of [
    'tool --password-stdin',
    'tool -pass-stdin',
    'tool --passwordfd',
    'sudo passwd',
    '/usr/bin/passwd',
  ])
    finds(`echo §kettle§ | ${reads} x`);
  for (const reads of ['grep', 'subscribe', 'tool --stdin', 'sudox', 'mail', 'sudo mail', 'ldap'])
    finds(`echo kettle | ${reads} x`);
  finds('echo kettle; passwd x | y');
  finds("echo\t-n\t'%s'\t'§a|b§'\t|\tpasswd x");
  finds('echo a.b@c:§kettle§ | chpasswd');
  finds('echo "" | passwd x');
  finds('xecho kettle | passwd x');
  finds('re-echo kettle | passwd x');
  finds('echo alice:§kettle§ | chpasswd');
  finds("echo -ne '\\0alice\\0§kettle§' | base64");
  finds('echo $PASS | passwd x');
});

describe('a password that a script sends', () => {
  finds('expect "assword:" { send "§kettle§" }');
  finds("expect 'Password for alice: '; send -- '§kettle§'");
  finds('expect "assword:"\nsend_user "§kettle§"');
  finds('expect "login:" { send "alice" }');
  finds('assword:" { send "kettle" }');
  finds('expect "assword:" { send kettle }');
});

describe('a password that is made secure', () => {
  finds('ConvertTo-SecureString §kettle§ -AsPlainText -Force');
  finds('ConvertTo-SecureString -String "§kettle§" -AsPlainText');
  finds('ConvertTo-SecureString -AsPlainText -Force -String: "§kettle§"');
  finds('ConvertTo-SecureString -AsPlainText');
  finds("'x\rkettle' | ConvertTo-SecureString -AsPlainText -Force");
  finds("'§kettle§' | ConvertTo-SecureString -AsPlainText -Force");
  finds("$x='§a ''b'' c§' | ConvertTo-SecureString");
  finds('("§kettle§"|ConvertTo-SecureString)');
  finds("it's kettle' | ConvertTo-SecureString");
  finds("kettle' | ConvertTo-SecureString");
  finds("f('x')('§it''s§' | ConvertTo-SecureString)");
  finds("'a','§k§' | ConvertTo-SecureString");
  finds("x = \n'§kettle§'\t|\tConvertTo-SecureString");
  finds("'kettle\n' | ConvertTo-SecureString");
});

describe('a password behind the signs of PLAIN', () => {
  finds('perl -e \'print "\\0alice\\0§kettle§"\'');
  finds('\\000alice\\000§kettle§');
  finds('\\x00alice\\x00§kettle§ more');
  finds('\\u0000alice\\u0000§kettle§|x');
  finds('\\0alice\\@contoso.test\\0§kettle§');
  finds('\\0\\0§kettle§');
  finds('"\\0" . "alice" . "\\0" . "§kettle§"');
  finds("'\\0' + 'alice' + '\\0' + '§kettle§'");
  finds('\\0alice kettle\\0drum');
  finds('\\0alice\\0');
  finds('\\1alice\\1kettle');
});
