import type { DiagnosticCode } from '../../../src/core/problems/diagnosticRows.ts';
import type { Start } from '../../../src/core/ticket/ticket.ts';

/** A text in which a diagnostic is found; read as a message from its first line where it says so. */
export interface DiagnosticExample {
  readonly text: string;
  readonly start?: Start;
}

const opening = (...keywords: readonly string[]): string => {
  const lines = ['mx.contoso.test', ...keywords];
  const reply = lines.map((line, i) => `250${i === lines.length - 1 ? ' ' : '-'}${line}`).join('\n');
  return `220 mx.contoso.test ESMTP\nEHLO client.fabrikam.test\n${reply}\n`;
};
const envelope = 'MAIL FROM:<a@fabrikam.test>\n250 2.1.0 Ok\nRCPT TO:<b@contoso.test>\n250 2.1.5 Ok\n';
const message = 'DATA\n354 go on\nSubject: hello\n\ntext\n.\n250 2.0.0 queued\n';
const closing = 'QUIT\n221 2.0.0 Bye\n';

const session = (text: string): DiagnosticExample => ({ text: `${opening()}${text}${closing}` });
const greeted = (name: string): DiagnosticExample => ({
  text: `220 mx.contoso.test ESMTP\nHELO ${name}\n250 mx.contoso.test\n${closing}`,
});
const header = (text: string): DiagnosticExample => ({ text: `${text}\n\nbody\n`, start: 'message' });
const signature = (tags: string): DiagnosticExample => header(`From: a@contoso.test\nDKIM-Signature: ${tags}`);
const report = (action: string, status: string, diagnostic: string): DiagnosticExample =>
  header(
    `From: MAILER-DAEMON@contoso.test\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nIt was not delivered.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.contoso.test\n\nFinal-Recipient: rfc822; b@contoso.test\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; ${diagnostic}\n--b--`,
  );

const txt = (name: string, ...strings: readonly string[]): string =>
  `${name} 300 IN TXT ${strings.map((string) => `"${string}"`).join(' ')}\n`;
const spf = (terms: string): DiagnosticExample => ({ text: txt('contoso.test.', `v=spf1 ${terms}`) });
const dmarc = (tags: string): DiagnosticExample => ({ text: txt('_dmarc.contoso.test.', tags) });
const key = (tags: string): DiagnosticExample => {
  const parts = tags.match(/.{1,250}/g) ?? [];
  return { text: txt('s1._domainkey.contoso.test.', ...parts) };
};

const policy = (lines: string): DiagnosticExample => ({ text: `version: STSv1\n${lines}\n` });

const rsa2048 =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvJ00WFw+SefJhWRHkcWH32jvH1pS8pQWJkobwULJnh8fgNHu1e/Tmzty/RhivdDsOwgHFFPXHEUbYen7jpCYPNbu2xdEKmAdQ5SXo4QnSr5NZjQz1JNNVlssDD7RvFwFyraR37/MMj3nPFvjOcIhIvmbOhqtOdCvC3Nv1fE4FWQDVTm+PmPd5ZmuvLhVivhdGSLB+lyga5PR4i7i2VsI3efATAj/UyL5ZZAJ69/+pb8JQd7W7dRBd+LaQCjofebtpK3K/WHyZiMnQKzR94gXrxQ3tScPqrnU1o16OtCRRNKdXW4CMIOCeqm7iqasfz97AOF5/Wzjsn1OvMPACAy2NQIDAQAB';
const rsa1024 =
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDNU3z5uh1XY3OIEXFh7Nl2tWzzUrc/pm3k6eU2beM5rc5NrU3pKLlmJDxJ6HN2ag6yx7VeuiJrMQpxwMySdNuNkPa8CZ/SUn8xSuqoEV2mkY6TJ8kRUIRFGUG0CuTA3axNK+6E7aHxOi4H7C7ScAS6zphD8Wgc+tZlybsbkqwGlQIDAQAB';
const rsa512 =
  'MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBALYjpkOswXCjU7KO46PxhC4vtPV4oywdvz/aGJL+ToS1zSBeckwU0UD07aUiOfwWf5qBVIg0meyONkM/HvufD9kCAwEAAQ==';

/** An example of every diagnostic; docs/diagnostics.md shows them with what is said of each. */
export const diagnosticExamples: Readonly<Record<DiagnosticCode, DiagnosticExample>> = {
  'reply-transient': session('MAIL FROM:<a@fabrikam.test>\n451 4.7.1 Greylisting in action, please come back later\n'),
  'reply-permanent': session(
    'MAIL FROM:<a@fabrikam.test>\n250 2.1.0 Ok\nRCPT TO:<b@contoso.test>\n550 5.1.1 User unknown\n',
  ),
  'reply-not-a-code': session('NOOP\n999 what\n'),
  'reply-codes-differ': {
    text: `220 mx.contoso.test ESMTP\nEHLO client.fabrikam.test\n250-mx.contoso.test\n251-SIZE\n251 HELP\n${closing}`,
  },
  'reply-unfinished': {
    text: 'S: 220 mx.contoso.test ESMTP\nC: EHLO client.fabrikam.test\nS: 250-mx.contoso.test\nS: 250-HELP\nC: QUIT\nS: 221 bye\n',
  },
  'reply-unexpected': session(`${envelope}DATA\n250 what\n`),
  'enhanced-code-class': session('MAIL FROM:<a@fabrikam.test>\n450 5.1.8 no\n'),
  'command-out-of-order': session('RCPT TO:<b@contoso.test>\n503 5.5.1 need MAIL\n'),
  'credentials-in-clear': {
    text: `${opening('AUTH PLAIN', 'STARTTLS')}AUTH PLAIN AGEAYg==\n235 2.7.0 ok\n${closing}`,
  },
  'credentials-maybe-in-clear': {
    text: `${opening('AUTH LOGIN')}AUTH LOGIN\n334 VXNlcm5hbWU6\nYQ==\n334 UGFzc3dvcmQ6\nYg==\n235 2.7.0 ok\n${closing}`,
  },
  'secret-shown': { text: 'The account is set up with password: Tr0ub4dor&3\n' },
  'starttls-unused': { text: `${opening('STARTTLS')}${envelope}${message}${closing}` },
  'starttls-injection': { text: `${opening('STARTTLS')}STARTTLS\nRSET\n220 go ahead\n250 ok\n${closing}` },
  'starttls-not-followed': {
    text: '<-  220 mx.contoso.test ESMTP\n -> EHLO client.fabrikam.test\n<-  250-mx.contoso.test\n<-  250 STARTTLS\n -> STARTTLS\n<-  220 go\n -> EHLO client.fabrikam.test\n<-  250 mx.contoso.test\n -> QUIT\n<-  221 bye\n',
  },
  'auth-not-offered': { text: `${opening('AUTH CRAM-MD5')}AUTH SCRAM-SHA-1\n504 5.5.4 no\n${closing}` },
  'extension-not-offered': session('MAIL FROM:<a@fabrikam.test> BODY=8BITMIME\n555 5.5.4 no\n'),
  'size-over-limit': {
    text: `${opening('SIZE 1000')}MAIL FROM:<a@fabrikam.test> SIZE=1001\n552 5.3.4 too large\n${closing}`,
  },
  'line-end-bare': {
    text: `${`${opening()}${envelope}DATA\n354 go on\n`.replaceAll('\n', '\r\n')}one\ntwo\r\n.\r\n${`250 ok\n${closing}`.replaceAll('\n', '\r\n')}`,
  },
  'line-too-long': session(`NOOP\n250 ${'x'.repeat(520)}\n`),
  'data-ended-early': session(
    `${envelope}DATA\n354 go on\nSubject: x\n\none\n.\n250 2.0.0 queued\nand two more words\n500 5.5.1 what\nbest regards\n500 5.5.1 what\n`,
  ),
  'banner-not-a-host': {
    text: `220 *** ESMTP ***\nEHLO client.fabrikam.test\n250 mx.contoso.test\n${closing}`,
  },
  'helo-not-a-host': greeted('under_score.test'),
  'helo-not-qualified': greeted('pc'),
  'address-disclosed': session('VRFY alice\n250 Alice <alice@contoso.test>\n'),
  'argument-too-long': session(`MAIL FROM:<${'x'.repeat(300)}@contoso.test>\n501 5.1.7 no\n`),
  'session-cut-off': { text: `${opening()}MAIL FROM:<a@fabrikam.test>\n` },
  'session-without-quit': { text: opening() },
  'spoke-before-banner': {
    text: `EHLO client.fabrikam.test\n220 mx.contoso.test ESMTP\n250 mx.contoso.test\n${closing}`,
  },
  'report-failed': report('failed', '5.1.1', '550 5.1.1 User unknown'),
  'report-delayed': report('delayed', '4.4.1', '421 4.4.1 Connection timed out'),
  'header-missing': { text: 'Hello, my mail bounced.\n', start: 'message' },
  'header-stray-line': header('From: a@contoso.test\n=== pasted by hand ===\nSubject: x'),
  'header-folding-lost': header(
    'Received: from a.test\nby b.test\nwith SMTP; Fri, 20 Nov 2026 10:00:00 +0000\nFrom: a@contoso.test',
  ),
  'field-repeated': header('From: a@contoso.test\nSubject: x\nSubject: y'),
  'from-name-address-differs': header('From: "ceo@contoso.com" <x@fabrikam.org>\nTo: a@contoso.test'),
  'from-homograph': header('From: Bob <b@xn--80ak6aa92e.test>\nTo: a@contoso.test'),
  'reply-to-differs': header('From: b@contoso.test\nReply-To: Bob <b@fabrikam.test>'),
  'signature-problem': signature('v=1; a=rsa-sha1; d=contoso.test; s=s; h=from; bh=AA; b=BB'),
  'arc-chain-broken': header('From: a@contoso.test\nARC-Seal: i=2; cv=pass; d=contoso.test'),
  'date-wrong': header('From: a@contoso.test\nDate: Mon, 20 Nov 2026 10:00:00 +0000'),
  'record-not-ascii': spf('mx \u2013all'),
  'record-version': dmarc('v=dmarc1; p=reject'),
  'record-version-not-first': dmarc('p=reject; v=DMARC1'),
  'record-tag-malformed': dmarc('v=DMARC1; p=reject; nonsense'),
  'record-tag-repeated': dmarc('v=DMARC1; p=reject; p=none'),
  'record-tag-unknown': dmarc('v=DMARC1; p=reject; polcy=x'),
  'record-tag-missing': dmarc('v=DMARC1; rua=mailto:a@contoso.test'),
  'record-semicolon-missing': dmarc('v=DMARC1; p=reject rua=mailto:a@contoso.test'),
  'record-value': dmarc('v=DMARC1; p=quarantaine'),
  'record-wrong-name': { text: txt('contoso.test.', 'v=DMARC1; p=reject') },
  'record-several': { text: `${txt('contoso.test.', 'v=spf1 mx -all')}${txt('contoso.test.', 'v=spf1 a -all')}` },
  'record-string-too-long': spf(`${Array.from({ length: 20 }, (_, i) => `ip4:192.0.2.${10 + i} `).join('')}-all`),
  'record-quotes': { text: txt('contoso.test.', '\\"v=spf1 mx -all\\"') },
  'spf-version-missing': { text: txt('contoso.test.', 'spf1 mx -all') },
  'spf-sender-id': { text: txt('contoso.test.', 'spf2.0/pra mx -all') },
  'spf-version': { text: txt('contoso.test.', 'v=spf1; -all') },
  'spf-equals': spf('ip4=192.0.2.1 -all'),
  'spf-modifier-unknown': spf('mx redirct=_spf.contoso.test -all'),
  'spf-range': spf('ip4:10.0.0.0/8 -all'),
  'spf-itself': { text: txt('contoso.test.', 'v=spf1 include:contoso.test -all') },
  'spf-unknown-mechanism': spf('ipv4:192.0.2.1 -all'),
  'spf-blank-missing': spf('ip4:192.0.2.1ip4:192.0.2.2 -all'),
  'spf-value-missing': spf('include: -all'),
  'spf-value-unexpected': spf('-all:x'),
  'spf-address': spf('ip4:192.0.2.256 -all'),
  'spf-prefix-length': spf('ip4:192.0.2.0/33 -all'),
  'spf-domain': spf('include:https://fabrikam.test -all'),
  'spf-macro': spf('exists:%{x}.contoso.test -all'),
  'spf-too-many-lookups': spf(`${[...'abcdefghijk'].map((one) => `include:${one}.test`).join(' ')} -all`),
  'spf-ptr': spf('ptr -all'),
  'spf-pass-all': spf('mx +all'),
  'spf-neutral-all': spf('mx ?all'),
  'spf-term-repeated': spf('mx mx -all'),
  'spf-after-all': spf('-all mx'),
  'spf-redirect-ignored': spf('redirect=fabrikam.test -all'),
  'spf-no-end': spf('mx'),
  'spf-version-again': { text: txt('contoso.test.', 'v=spf1 mx v=spf1 include:fabrikam.test -all') },
  'spf-modifier-repeated': spf('redirect=fabrikam.test redirect=northwind.test'),
  'dmarc-policy-not-second': dmarc('v=DMARC1; rua=mailto:a@contoso.test; p=reject'),
  'dmarc-address': dmarc('v=DMARC1; p=reject; rua=a@contoso.test'),
  'dmarc-address-scheme': dmarc('v=DMARC1; p=reject; rua=https://contoso.test/dmarc'),
  'dmarc-no-effect': dmarc('v=DMARC1; p=none'),
  'dmarc-partly': dmarc('v=DMARC1; p=reject; pct=20'),
  'dmarc-tag-removed': dmarc('v=DMARC1; p=reject; pct=20'),
  'dkim-key-revoked': key('v=DKIM1; p='),
  'dkim-key-testing': key(`v=DKIM1; t=y; p=${rsa2048}`),
  'dkim-key-blanks': key(`v=DKIM1; p=${rsa2048.slice(0, 60)} ${rsa2048.slice(60)}`),
  'dkim-key-base64': key(`v=DKIM1; p=${rsa1024.slice(0, 40)}*${rsa1024.slice(40)}`),
  'dkim-key-unreadable': key(`v=DKIM1; p=${rsa1024.slice(0, 100)}`),
  'dkim-key-too-short': key(`v=DKIM1; p=${rsa512}`),
  'dkim-key-short': key(`v=DKIM1; p=${rsa1024}`),
  'dkim-key-sha1': key(`v=DKIM1; h=sha1; p=${rsa2048}`),
  'tls-rpt-address': { text: txt('_smtp._tls.contoso.test.', 'v=TLSRPTv1; rua=a@contoso.test') },
  'mta-sts-line': policy('mode enforce\nmx: mx1.contoso.test\nmax_age: 604800\nmode: enforce'),
  'mta-sts-key-case': policy('mode: enforce\nMX: mx1.contoso.test\nmax_age: 604800'),
  'mta-sts-key-repeated': policy('mode: enforce\nmode: testing\nmx: mx1.contoso.test\nmax_age: 604800'),
  'mta-sts-key-missing': policy('mode: enforce\nmax_age: 604800'),
  'mta-sts-value': policy('mode: on\nmx: mx1.contoso.test\nmax_age: 604800'),
  'mta-sts-pattern': policy('mode: enforce\nmx: *.*.contoso.test\nmax_age: 604800'),
  'mta-sts-age-short': policy('mode: enforce\nmx: mx1.contoso.test\nmax_age: 60'),
  'mta-sts-not-ascii': policy('mode: enforce\nmx: m\u00e4il.contoso.test\nmax_age: 604800'),
  'mx-address': { text: 'contoso.test. 300 IN MX 10 192.0.2.25.\n' },
  'mx-this-host': { text: 'contoso.test. 300 IN MX 10 localhost.\n' },
  'mx-alias': {
    text: 'contoso.test. 300 IN MX 10 mail.contoso.test.\nmail.contoso.test. 300 IN CNAME mx1.fabrikam.test.\n',
  },
  'mx-null-beside': { text: 'contoso.test. 300 IN MX 0 .\ncontoso.test. 300 IN MX 10 mx1.contoso.test.\n' },
  'mx-form': { text: 'contoso.test. 300 IN MX 70000 mx1.contoso.test.\n' },
  'mx-private': { text: 'contoso.test. 300 IN MX 10 mx1.contoso.test.\nmx1.contoso.test. 300 IN A 10.0.0.25\n' },
  'ptr-form': { text: '25.2.0.192.in-addr.arpa. 300 IN PTR 192.0.2.25.\n' },
  'ptr-several': {
    text: '25.2.0.192.in-addr.arpa. 300 IN PTR mx1.contoso.test.\n25.2.0.192.in-addr.arpa. 300 IN PTR www.contoso.test.\n',
  },
  'soa-value': {
    text: 'contoso.test. 300 IN SOA ns1.contoso.test. dns@contoso.test. 2026112801 7200 3600 1209600 3600\n',
  },
  'name-doubled': { text: 'contoso.test. 300 IN MX 10 mx1.contoso.test.contoso.test.\n' },
  'cname-beside': {
    text: `_dmarc.contoso.test. 300 IN CNAME _dmarc.fabrikam.test.\n${txt('_dmarc.contoso.test.', 'v=DMARC1; p=reject')}`,
  },
  'soa-serials-differ': {
    text: 'contoso.test. 300 IN SOA ns1.contoso.test. dns.contoso.test. 2026112801 7200 3600 1209600 3600\ncontoso.test. 300 IN SOA ns1.contoso.test. dns.contoso.test. 2026112705 7200 3600 1209600 3600\n',
  },
  'spf-type': { text: 'contoso.test. 300 IN SPF "v=spf1 mx -all"\n' },
  'zone-host-no-address': {
    text: "zone contoso.test/IN: contoso.test/MX 'mx1.contoso.test' has no address records (A or AAAA)\n",
  },
  'zone-host-alias': { text: "zone contoso.test/IN: contoso.test/MX 'mx1.contoso.test' is a CNAME (illegal)\n" },
  'zone-not-loaded': { text: 'zone contoso.test/IN: not loaded due to errors.\n' },
  'zone-line': { text: "dns_rdata_fromtext: db.contoso:46: near 'mx1': bad IPv6 address\n" },
  'checker-reports': { text: 'fabrikam.test does not indicate that it accepts DMARC reports about contoso.test\n' },
  'checker-lookups': { text: 'Parsing the SPF record requires 11/10 maximum DNS lookups\n' },
  'zone-spf-type': {
    text: "zone contoso.test/IN: 'contoso.test' found SPF/TXT record but no SPF/SPF record found, add matching type SPF record\n",
  },
  'tlsa-name': { text: `mx1.contoso.test. 300 IN TLSA 3 1 1 ${'0a'.repeat(32)}\n` },
  'tlsa-usage': {
    text: `_25._tcp.mx1.contoso.test. 300 IN TLSA 1 1 1 ${'0a'.repeat(32)}\n`,
  },
  'tlsa-length': {
    text: `_25._tcp.mx1.contoso.test. 300 IN TLSA 3 1 1 ${'0a'.repeat(31)}\n`,
  },
  'tlsa-parameter': {
    text: `_25._tcp.mx1.contoso.test. 300 IN TLSA 3 2 1 ${'0a'.repeat(32)}\n`,
  },
  'bimi-address': { text: txt('default._bimi.contoso.test.', 'v=BIMI1; l=http://contoso.test/logo.svg') },
};
