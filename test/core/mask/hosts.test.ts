import assert from 'node:assert/strict';
import { masked, secretsOnly } from './masked.ts';

const host = (line: string, after: string, choice = { ...secretsOnly, hosts: true }): void => {
  it(line, () => assert.equal(masked(`${line}\n`, choice), `${after}\n`));
};
/** A host whose name is hidden, alone in a line. */
const hides = (name: string): void =>
  host(name, name.split('.').length > 2 ? 'host1.domain1.example' : 'domain1.example');
const keeps = (line: string): void => host(line, line);

describe('a host', () => {
  for (const name of ['mx1.contoso.test', 'contoso.info', 'mx.contoso.local', 'mx.contoso.de', 'MX.CONTOSO.ORG'])
    hides(name);
  for (const name of ['mx.xn--bcher-kva.test', 'mx.contoso.xn--p1ai', 'mx_1.contoso.lan', 'srv.contoso.internal'])
    hides(name);
  host('mx.contoso.test-', 'host1.domain1.example-');
  host('250-mx.contoso.test', '250-host1.domain1.example');
  host('a250-mx.contoso.test xmx.contoso.dev', 'host1.domain1.example host2.domain2.example');
  host('x mx.contoso.test.', 'x host1.domain1.example.');
  host('(mx.contoso.test:25)', '(host1.domain1.example:25)');
  host('a@mx.contoso.test', 'a@host1.domain1.example');
});

describe('no host', () => {
  keeps('notes.txt mail.log setup.py main.ts index.js run.sh lib.so a.pm b.rb c.db');
  keeps('postfix.main.cf sendmail.mc javax.mail.Session smtp.mailfrom header.from');
  keeps('version.1.2 localhost mailhost a.b1');
  keeps('mx.google.com outlook.office.com zen.spamhaus.org www.postfix.org smtp.gmail.com');
  keeps('mx.google.COM MX.Spamhaus.ORG');
  keeps('a.docx');
  keeps('index.html page.htm mail.eml report.docx photo.jpeg photo.jpg cert.pem server.crt server.key main.conf');
});

describe('the host of a customer', () => {
  host('contoso.secureserver.net ec2-1.compute.amazonaws.com', 'host1.domain1.example host2.domain2.example');
  const choice = { ...secretsOnly, addresses: true };
  host(
    'a@contoso.test mx.contoso.test mx.fabrikam.test',
    'user1@domain1.example mx.domain1.example mx.fabrikam.test',
    choice,
  );
  host(
    'a@contoso.co.uk contoso-co-uk.mail.protection.outlook.com',
    'user1@domain1.example domain1-example.mail.protection.outlook.com',
    choice,
  );
  host(
    'a@contoso.test CONTOSO-test.mail.eo.outlook.com',
    'user1@domain1.example domain1-example.mail.eo.outlook.com',
    choice,
  );
  host(
    'a@contoso.test fabrikam-test.mail.protection.outlook.com',
    'user1@domain1.example fabrikam-test.mail.protection.outlook.com',
    choice,
  );
});
