import { encodedLogins, tracedLogins } from '../../../../src/core/mask/secrets/tracedLogins.ts';
import { base64 } from '../masked.ts';
import { finder } from './finding.ts';

const traced = finder(tracedLogins);
const encoded = finder(encodedLogins);
const [ALICE, KETTLE, USER, PASS] = ['alice', 'kettle', 'Username:', 'Password:'].map(base64);

describe('the answers of LOGIN in a trace', () => {
  traced(`AUTH LOGIN\n334 ${USER}\n${ALICE}\n334 ${PASS}\n§${KETTLE}§\n235 ok\n${KETTLE}\n`);
  traced(`AUTH LOGIN ${ALICE}\n334 ${PASS}\n§${KETTLE}§\n`);
  traced(`AUTH LOGIN\n${ALICE}\n§${KETTLE}§\n`);
  traced(`AUTH LOGIN ${ALICE}\n§${KETTLE}§\n`);
  traced(`AUTHENTICATE LOGIN\n+ ${USER}\n${ALICE}\n+ ${PASS}\n§${KETTLE}§\n`);
  traced(`AUTH="LOGIN"\n334 ${PASS}\n§${KETTLE}§\n`);
  traced(`334 ${PASS}\nsent: §${KETTLE}§\n`);
  traced(`334 ${base64('password')}\n"§${KETTLE}§\\r\\n"\n`);
  traced(`x 334 ${USER}\n${ALICE}\n§${KETTLE}§ | more\n`);
  traced(`334 ${PASS}\n§${KETTLE}§ <EOL>\n`);
  traced(`334 ${PASS}\n-> (§${KETTLE}§)\n`);
  traced(`334 ${PASS}\n+§${KETTLE}§\n`);
  traced(`334 ${PASS}\n535 no\n${KETTLE}\n`);
  traced(`334 ${PASS}\nAUTH PLAIN x\n${KETTLE}\n`);
  traced(`334 ${PASS}\n${base64('****')}\n${KETTLE}\n`);
  traced(`334 ${PASS}\nMASKED\n${KETTLE}\n`);
  traced(`334 ${PASS}\nno answer here!\n§${KETTLE}§\n`);
  traced(`334 ${PASS}\n${'one line more than it takes,\n'.repeat(7)}§${KETTLE}§\n`);
  traced(`334 ${PASS}\n${'one line more than it takes,\n'.repeat(8)}${KETTLE}\n`);
  traced(`334 ${USER}\n${PASS}\n§${KETTLE}§\n`);
  traced(`AUTH LOGIN PLAIN\n${ALICE}\n§${KETTLE}§\n`);
  traced(`1.334 ${PASS}\n${KETTLE}\n`);
  traced(`AUTH LOGINX\n${ALICE}\n${KETTLE}\n`);
  traced(`${PASS}\n${KETTLE}\n`);
});

describe('an answer wherever it stands', () => {
  const plain = base64('\0alice\0kettle');
  encoded(`it sent §${plain}§ to us`);
  encoded(`\\n§${plain}§`);
  encoded(`x=§${plain}§ y`);
  encoded(base64('\0alice\0****'));
  encoded(base64('some other words'));
  encoded('00610062');
  encoded('4C1D5228');
  encoded('AUTH GSSAPI §YIIFqQYJKoZI§');
  encoded('AUTHENTICATE "NTLM" "§YIIFqQYJKoZI§"');
  encoded('auth=XOAUTH2 §YIIFqQYJKoZI§');
  encoded('AUTH SCRAM-SHA-256 §YIIFqQYJKoZI§');
  for (const mechanism of ['PLAIN', 'XOAUTH', 'OAUTHBEARER', 'CRAM-MD5', 'DIGEST-MD5'])
    encoded(`AUTH ${mechanism} §YIIFqQYJKoZI§ x`);
  encoded('AUTH MOO YIIFqQYJKoZI');
  encoded('AUTH PLAIN LOGIN');
  encoded('AUTH PLAIN CRAM-MD5');
  encoded('AUTH PLAIN MASKED');
  encoded('AUTH PLAIN YIIFq');
  encoded('AUTH PLAIN YIIFqQYJKoZI-x');
  encoded('XAUTH PLAIN YIIFqQYJKoZI');
});
