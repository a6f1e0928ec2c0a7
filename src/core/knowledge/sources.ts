import { type RfcNumber, rfcUrl } from './rfcs.ts';

type Address = `${'https' | 'http'}://${string}`;

/**
 * Where words were found. `manual`: what comes with a program; `code`: the program's own code; `page`: what a provider
 * or vendor publishes; `list`: replies that others collected; `message`: what the message itself says.
 */
interface Found {
  readonly kind: 'manual' | 'code' | 'page' | 'list' | 'message';
  readonly title: string;
  readonly address?: Address;
  /** What leads from the address to a place in it; without it the address stands for the whole. */
  readonly placeAfter?: '#' | '/';
  /** The day on which it, or a copy with a date, was seen; absent where nobody wrote it down. */
  readonly seen?: `${number}-${number}-${number}`;
}

/** Words that are known from tickets alone: nothing better was found. */
interface Wording {
  readonly kind: 'wording';
  readonly title: string;
}

const github = (repository: string, path = ''): Address => `https://github.com/${repository}/blob/HEAD${path}`;

const table = {
  // Programs
  postconf: {
    kind: 'manual',
    title: 'Postfix, postconf(5)',
    address: 'https://www.postfix.org/postconf.5.html',
    placeAfter: '#',
    seen: '2026-11-28',
  },
  'postfix-access': {
    kind: 'manual',
    title: 'Postfix, access(5)',
    address: 'https://www.postfix.org/access.5.html',
    seen: '2026-11-28',
  },
  'postfix-smtpd': {
    kind: 'manual',
    title: 'Postfix, smtpd(8)',
    address: 'https://www.postfix.org/smtpd.8.html',
    seen: '2026-11-28',
  },
  postscreen: {
    kind: 'manual',
    title: 'Postfix, postscreen(8)',
    address: 'https://www.postfix.org/postscreen.8.html',
    seen: '2026-11-28',
  },
  'postfix-verify': {
    kind: 'manual',
    title: 'Postfix, ADDRESS_VERIFICATION_README',
    address: 'https://www.postfix.org/ADDRESS_VERIFICATION_README.html',
    seen: '2026-11-28',
  },
  'postfix-databases': {
    kind: 'manual',
    title: 'Postfix, DATABASE_README',
    address: 'https://www.postfix.org/DATABASE_README.html',
    seen: '2026-11-28',
  },
  'postfix-policy': {
    kind: 'manual',
    title: 'Postfix, SMTPD_POLICY_README',
    address: 'https://www.postfix.org/SMTPD_POLICY_README.html',
    seen: '2026-11-28',
  },
  'postfix-sasl': {
    kind: 'manual',
    title: 'Postfix, SASL_README',
    address: 'https://www.postfix.org/SASL_README.html',
    seen: '2026-11-28',
  },
  'postfix-tls': {
    kind: 'manual',
    title: 'Postfix, TLS_README',
    address: 'https://www.postfix.org/TLS_README.html',
    seen: '2026-11-28',
  },
  'postfix-code': {
    kind: 'code',
    title: 'Postfix, source',
    address: github('vdukhovni/postfix', '/postfix'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'exim-spec': {
    kind: 'manual',
    title: 'Exim specification',
    address: 'https://www.exim.org/exim-html-current/doc/html/spec_html/index.html',
    seen: '2026-11-28',
  },
  'exim-code': {
    kind: 'code',
    title: 'Exim, source',
    address: github('Exim/exim'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'sendmail-code': {
    kind: 'code',
    title: 'sendmail, source',
    address: github('hrs-allbsd/sendmail'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'opensmtpd-code': {
    kind: 'code',
    title: 'OpenSMTPD, source',
    address: github('OpenSMTPD/OpenSMTPD', '/usr.sbin/smtpd'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'qmail-code': {
    kind: 'code',
    title: 'notqmail, source',
    address: github('notqmail/notqmail'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'chkuser-code': {
    kind: 'code',
    title: 'qmail with chkuser, source',
    address: github('sagredo-dev/qmail'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'vpopmail-code': {
    kind: 'code',
    title: 'vpopmail, source',
    address: github('DerDakon/vpopmail'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'courier-code': {
    kind: 'code',
    title: 'Courier, source',
    address: github('svarshavchik/courier', '/courier/courier'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'cpanel-limits': {
    kind: 'page',
    title: 'cPanel and WHM documentation: how mail limits work',
    address: 'https://docs.cpanel.net/knowledge-base/email/',
  },
  'hosting-limits': { kind: 'page', title: 'Hostinger and Titan help: sending limits' },
  'stalwart-code': {
    kind: 'code',
    title: 'Stalwart, source',
    address: github('stalwartlabs/mail-server'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'maddy-code': {
    kind: 'code',
    title: 'maddy, source',
    address: github('foxcpp/maddy'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'james-code': {
    kind: 'code',
    title: 'Apache James, source',
    address: github('apache/james-project'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'kumomta-code': {
    kind: 'code',
    title: 'KumoMTA, source',
    address: github('KumoCorp/kumomta'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  mandrill: {
    kind: 'code',
    title: 'mandrill for Dart: SentMessageRejectReason',
    address: 'https://pub.dev/documentation/mandrill/latest/messages/SentMessageRejectReason/hardBounce-constant.html',
    seen: '2026-11-28',
  },
  'eyou-codes': {
    kind: 'list',
    title: 'blog.sina.com.cn: replies of eYou',
    address: 'https://blog.sina.com.cn/s/blog_8dc13ec50101fxxr.html',
    seen: '2026-11-28',
  },
  'cloudflare-replies': {
    kind: 'list',
    title: 'dreamhunter2333/cloudflare_temp_email, issue 52',
    address: 'https://github.com/dreamhunter2333/cloudflare_temp_email/issues/52',
    seen: '2026-11-29',
  },
  plunk: {
    kind: 'list',
    title: 'useplunk/plunk, issue 164',
    address: 'https://github.com/useplunk/plunk/issues/164',
    seen: '2026-11-28',
  },
  'postal-code': {
    kind: 'code',
    title: 'Postal, source',
    address: github('postalserver/postal'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'dovecot-code': {
    kind: 'code',
    title: 'Dovecot, source',
    address: github('dovecot/core'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'haraka-code': {
    kind: 'code',
    title: 'Haraka, source',
    address: github('haraka/Haraka'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'pyspf-milter': {
    kind: 'code',
    title: 'policyd-spf (pyspf-milter), source',
    address: 'https://launchpad.net/spf-engine',
  },
  'hmailserver-docs': {
    kind: 'manual',
    title: 'hMailServer documentation: SMTP error messages',
    address: 'http://www.hmailserver.com/documentation/latest/?page=reference_error_messages_smtp',
    seen: '2026-11-28',
  },
  'hmailserver-code': {
    kind: 'code',
    title: 'hMailServer, source',
    address: github('hmailserver/hmailserver', '/hmailserver/source/Server'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'dma-code': {
    kind: 'code',
    title: 'DragonFly Mail Agent, source',
    address: github('corecode/dma'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'snail-code': {
    kind: 'code',
    title: 'S-nail, source',
    address: github('s-nail/s-nail'),
    placeAfter: '/',
    seen: '2026-11-29',
  },
  'ossec-code': {
    kind: 'code',
    title: 'OSSEC and Wazuh, source of the mailer',
    address: github('ossec/ossec-hids', '/src/os_maild'),
    placeAfter: '/',
    seen: '2026-11-29',
  },
  'cyrus-imap-code': {
    kind: 'code',
    title: 'Cyrus IMAP, source',
    address: github('cyrusimap/cyrus-imapd'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'cyrus-sasl-code': {
    kind: 'code',
    title: 'Cyrus SASL, source',
    address: github('cyrusimap/cyrus-sasl'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'sasl-errstring': {
    kind: 'manual',
    title: 'Cyrus SASL, sasl_errstring(3)',
    address: github('cyrusimap/cyrus-sasl', '/docsrc/sasl/reference/manpages/library/sasl_errstring.rst'),
    seen: '2026-11-28',
  },
  'rspamd-code': {
    kind: 'code',
    title: 'Rspamd, source',
    address: github('rspamd/rspamd'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'spamassassin-code': {
    kind: 'code',
    title: 'SpamAssassin, source',
    address: github('apache/spamassassin'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'spamassassin-conf': {
    kind: 'manual',
    title: 'SpamAssassin, Mail::SpamAssassin::Conf',
    address: 'https://spamassassin.apache.org/full/4.0.x/doc/Mail_SpamAssassin_Conf.html',
  },
  'haraka-outbound': {
    kind: 'manual',
    title: 'Haraka, Outbound',
    address: github('haraka/Haraka', '/docs/Outbound.md'),
  },
  'opendkim-code': {
    kind: 'code',
    title: 'OpenDKIM, source',
    address: github('trusteddomainproject/OpenDKIM'),
    seen: '2026-11-29',
  },
  'amavis-code': {
    kind: 'code',
    title: 'amavis, source',
    address: github('lathiat/amavisd'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'clamav-milter': { kind: 'code', title: 'ClamAV, clamav-milter.c of older versions', seen: '2026-11-28' },
  'postgrey-code': {
    kind: 'code',
    title: 'Postgrey, source',
    address: github('schweikert/postgrey'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'milter-greylist-code': {
    kind: 'code',
    title: 'milter-greylist, source',
    address: github('ryoqun/milter-greylist'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'sqlgrey-code': {
    kind: 'code',
    title: 'SQLgrey, source',
    address: github('mmatuska/sqlgrey'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'spamdyke-code': {
    kind: 'code',
    title: 'spamdyke, source',
    address: github('chrisboulton/spamdyke'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'greylistd-code': {
    kind: 'code',
    title: 'greylistd, source',
    address: github('eurovibes/greylistd'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'asa-inspection': { kind: 'manual', title: 'Cisco ASA: ESMTP inspection' },
  asyncos: { kind: 'manual', title: 'Cisco Secure Email Gateway (AsyncOS): SMTP responses' },
  'ironport-rat': { kind: 'manual', title: 'Cisco Secure Email Gateway: Recipient Access Table' },

  // Systems and libraries
  errno: { kind: 'manual', title: 'errno(3)', address: 'https://man7.org/linux/man-pages/man3/errno.3.html' },
  getaddrinfo: {
    kind: 'manual',
    title: 'getaddrinfo(3)',
    address: 'https://man7.org/linux/man-pages/man3/getaddrinfo.3.html',
  },
  sysexits: { kind: 'manual', title: 'sysexits(3)', address: 'https://man.openbsd.org/sysexits.3' },
  'openssl-err': {
    kind: 'manual',
    title: 'OpenSSL, ERR_get_error(3)',
    address: 'https://docs.openssl.org/master/man3/ERR_get_error/',
  },
  'openssl-client': {
    kind: 'manual',
    title: 'OpenSSL, openssl-s_client(1)',
    address: 'https://docs.openssl.org/master/man1/openssl-s_client/',
    seen: '2026-11-29',
  },
  'openssl-verification': {
    kind: 'manual',
    title: 'OpenSSL, openssl-verification-options(1)',
    address: 'https://docs.openssl.org/master/man1/openssl-verification-options/',
  },
  'openssl-store': {
    kind: 'manual',
    title: 'OpenSSL, X509_STORE_CTX_get_error(3)',
    address: 'https://docs.openssl.org/master/man3/X509_STORE_CTX_get_error/',
  },
  'openssl-key-file': {
    kind: 'manual',
    title: 'OpenSSL, SSL_CTX_use_PrivateKey_file(3)',
    address: 'https://docs.openssl.org/master/man3/SSL_CTX_use_certificate/',
  },
  'openssl-level': {
    kind: 'manual',
    title: 'OpenSSL, SSL_CTX_set_security_level(3)',
    address: 'https://docs.openssl.org/master/man3/SSL_CTX_set_security_level/',
  },
  'java-jsse': { kind: 'manual', title: 'Java JSSE' },
  'java-pkix': { kind: 'manual', title: 'Java PKIX' },
  'jakarta-mail': {
    kind: 'manual',
    title: 'Jakarta Mail',
    address: 'https://jakarta.ee/specifications/platform/10/apidocs/jakarta/mail/AuthenticationFailedException.html',
    seen: '2026-11-28',
  },
  'go-smtp': {
    kind: 'code',
    title: 'Go, net/smtp',
    address: github('golang/go', '/src/net/smtp'),
    seen: '2026-11-28',
  },
  'dotnet-mail': {
    kind: 'code',
    title: '.NET, System.Net.Mail',
    address: github('dotnet/runtime', '/src/libraries/System.Net.Mail/src/Resources/Strings.resx'),
    seen: '2026-11-28',
  },
  phpmailer: {
    kind: 'code',
    title: 'PHPMailer, source',
    address: github('PHPMailer/PHPMailer', '/src/PHPMailer.php'),
    seen: '2026-11-28',
  },
  msmtp: { kind: 'manual', title: 'msmtp', address: 'https://marlam.de/msmtp/' },
  thunderbird: {
    kind: 'code',
    title: 'Thunderbird, messages when sending',
    address: github('mozilla/releases-comm-central', '/mailnews/compose/src/MessageSend.sys.mjs'),
    seen: '2026-11-28',
  },
  'cdo-errors': { kind: 'page', title: 'Microsoft: error codes of CDO (0x800402xx)' },
  'outlook-errors': { kind: 'page', title: 'Microsoft: error codes of Outlook and Outlook Express (0x800CCCxx)' },
  'ms-aadsts': {
    kind: 'page',
    title: 'Microsoft Learn: Microsoft Entra authentication and authorization error codes',
    address: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
  },
  nodemailer: { kind: 'manual', title: 'Nodemailer', address: 'https://nodemailer.com/' },
  'python-smtplib': {
    kind: 'manual',
    title: 'Python, smtplib',
    address: 'https://docs.python.org/3/library/smtplib.html',
  },
  winsock: {
    kind: 'page',
    title: 'Microsoft Learn, Windows Sockets Error Codes',
    address: 'https://learn.microsoft.com/en-us/windows/win32/winsock/windows-sockets-error-codes-2',
  },
  sspi: {
    kind: 'page',
    title: 'Microsoft Learn, SSPI Status Codes',
    address: 'https://learn.microsoft.com/en-us/windows/win32/secauthn/sspi-status-codes',
  },
  'com-errors': {
    kind: 'page',
    title: 'Microsoft Learn, COM Error Codes (Security and Setup)',
    address: 'https://learn.microsoft.com/en-us/windows/win32/com/com-error-codes-4',
  },
  'ms-telnet': {
    kind: 'page',
    title: 'Microsoft Learn, telnet',
    address: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/telnet',
  },

  // Microsoft
  'ms-exchange-online': {
    kind: 'page',
    title: 'Microsoft Learn: Non-delivery reports in Exchange Online',
    address:
      'https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/non-delivery-reports-in-exchange-online',
    seen: '2026-11-28',
  },
  'ms-exchange-server': {
    kind: 'page',
    title: 'Microsoft Learn: Non-delivery reports and bounce messages in Exchange Server',
    address:
      'https://learn.microsoft.com/en-us/exchange/mail-flow/non-delivery-reports-and-bounce-messages/non-delivery-reports-and-bounce-messages',
    seen: '2026-11-28',
  },
  'ms-exchange-2013': {
    kind: 'page',
    title: 'Microsoft Learn: DSNs and NDRs in Exchange 2013',
    address: github(
      'MicrosoftDocs/OfficeDocs-Exchange',
      '/Exchange/ExchangeServer2013/dsns-and-ndrs-in-exchange-2013-exchange-2013-help.md',
    ),
    seen: '2026-11-28',
  },
  'ms-telnet-test': {
    kind: 'page',
    title: 'Microsoft Learn: Use Telnet to test SMTP communication on Exchange servers',
    address: 'https://learn.microsoft.com/en-us/exchange/mail-flow/test-smtp-with-telnet',
    seen: '2026-11-28',
  },
  'ms-devices': {
    kind: 'page',
    title: 'Microsoft Learn: Fix issues with printers, scanners, and LOB applications',
    address: github(
      'MicrosoftDocs/OfficeDocs-Exchange',
      '/Exchange/ExchangeOnline/mail-flow-best-practices/fix-issues-with-printers-scanners-and-lob-applications-that-send-email-using-off.md',
    ),
    seen: '2026-11-28',
  },
  'ms-smtp-auth': {
    kind: 'page',
    title: 'Microsoft Learn: Enable or disable SMTP AUTH in Exchange Online',
    address:
      'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
    seen: '2026-11-28',
  },
  'ms-terrl': {
    kind: 'page',
    title: 'Exchange Team: tenant outbound email limits (TERRL)',
    address:
      'https://techcommunity.microsoft.com/blog/exchange/introducing-exchange-online-tenant-outbound-email-limits/4372797',
  },
  'ms-onmicrosoft': {
    kind: 'page',
    title: 'Exchange Team: limiting onmicrosoft domain usage for sending emails',
    address:
      'https://techcommunity.microsoft.com/blog/exchange/limiting-onmicrosoft-domain-usage-for-sending-emails/4446167',
  },
  'ms-wrong-region': {
    kind: 'page',
    title: 'Microsoft Learn: mail sent to the wrong Office 365 region',
    address: 'https://go.microsoft.com/fwlink/?linkid=865268',
  },
  'ms-concurrent-sending': {
    kind: 'page',
    title: 'Microsoft: concurrent connections of SMTP AUTH',
    address: 'https://aka.ms/concurrent_sending',
  },
  'ms-answers': { kind: 'page', title: 'Microsoft Q&A, answers of its support' },
  'ms-basic-retired': {
    kind: 'page',
    title: 'Exchange Team: retirement of basic authentication for client submission (SMTP AUTH)',
    address:
      'https://techcommunity.microsoft.com/blog/exchange/exchange-online-to-retire-basic-auth-for-client-submission-smtp-auth/4114750',
  },
  'ms-smtp-tls': {
    kind: 'page',
    title: 'Microsoft: TLS 1.0 and 1.1 with SMTP AUTH',
    address: 'https://aka.ms/smtp_auth_tls',
  },
  'ms-approval': {
    kind: 'page',
    title: 'Microsoft Learn: 550 5.6.0 APPROVAL.InvalidExpiry',
    address:
      'https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/550-5-6-0-approval-invalidexpiry-cannot-read-expiry-poilcy-error',
  },
  'ms-store-driver': {
    kind: 'page',
    title: 'Microsoft Learn: 554 5.2.0 STOREDRV.Deliver.Exception',
    address: 'https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/mapiexceptionnotfound-ndr',
  },
  'ms-invalid-message': {
    kind: 'page',
    title: 'Microsoft Learn: 554 5.6.0 Invalid message content',
    address: 'https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/invalid-message-ndr',
  },
  'ms-bad-primary': {
    kind: 'page',
    title: 'Microsoft Learn: BadPrimary NDR',
    address: 'https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/badprimary-ndr',
  },
  'ms-recipient-not-found': {
    kind: 'page',
    title: 'Microsoft Learn: ExRecipNotFound NDR',
    address: 'https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/exrecipnotfound-ndr',
  },
  'ms-best-practices': { kind: 'page', title: 'Microsoft Learn, Exchange Server Analyzer' },
  'ms-kb': { kind: 'page', title: 'Microsoft KB' },
  'ms-smtp-event': { kind: 'page', title: 'Microsoft SMTP service' },
  'outlook-postmaster': {
    kind: 'page',
    title: 'Outlook.com postmaster: troubleshooting',
    address: 'https://sendersupport.olc.protection.outlook.com/pm/troubleshooting',
    seen: '2026-06-15',
  },
  'outlook-high-volume': {
    kind: 'page',
    title: 'Outlook.com: requirements for high-volume senders',
    address: github(
      'azumakuniyuki/feb-2024-no-auth-no-entry',
      '/microsoft-new-requirements-for-high-volume-senders.txt',
    ),
    seen: '2025-08-02',
  },

  // Providers
  google: {
    kind: 'page',
    title: 'Google Workspace Help: Gmail SMTP errors and codes',
    address: 'https://support.google.com/a/answer/3726730',
    seen: '2026-02-15',
  },
  yahoo: {
    kind: 'page',
    title: 'Yahoo Sender Hub: SMTP error codes',
    address: 'https://senders.yahooinc.com/smtp-error-codes',
    seen: '2026-02-15',
  },
  apple: {
    kind: 'page',
    title: 'Apple: Postmaster information for iCloud Mail',
    address: 'https://support.apple.com/en-us/102322',
    seen: '2025-02-26',
  },
  aol: { kind: 'page', title: 'AOL postmaster: error codes (before 2018)' },
  comcast: {
    kind: 'page',
    title: 'Comcast postmaster: mail error codes',
    address: 'http://postmaster.comcast.net/mail-error-codes.html',
  },
  cox: {
    kind: 'page',
    title: 'Cox error codes',
    address: 'https://www.cox.com/residential/support/email-error-codes.html',
  },
  spectrum: {
    kind: 'page',
    title: 'Spectrum error codes',
    address: 'https://www.spectrumbusiness.net/support/internet/understanding-email-error-codes',
  },
  godaddy: {
    kind: 'page',
    title: 'GoDaddy (Workspace Email) error codes',
    address: 'https://ca.godaddy.com/help/fix-rejected-email-with-a-bounce-error-40685',
  },
  gmx: {
    kind: 'page',
    title: 'GMX and mail.com postmaster pages: error messages',
    address: 'https://postmaster.gmx.net/en/error-messages',
  },
  telekom: { kind: 'page', title: 'Telekom: postmaster.t-online.de', address: 'https://postmaster.t-online.de/' },
  orange: {
    kind: 'list',
    title: 'Postmastery: SMTP error codes OFR of Orange',
    address: 'https://www.postmastery.com/orange-postmaster-smtp-error-codes-ofr/',
  },
  laposte: {
    kind: 'list',
    title: 'laposte.net: codes LPN',
    address: github('sisimai/p5-sisimai', '/lib/Sisimai/Rhost/FrancePTT.pm'),
    seen: '2026-11-28',
  },
  free: { kind: 'page', title: 'Free: postmaster.free.fr', address: 'https://postmaster.free.fr/index_en.html' },
  mailru: { kind: 'page', title: 'Mail.ru postmaster', address: 'https://help.mail.ru/notspam-support/errors' },
  yandex: { kind: 'page', title: 'Yandex postmaster', address: 'https://yandex.com/support/mail/bounces/yandex.html' },
  rambler: {
    kind: 'page',
    title: 'Rambler: error messages',
    address: 'https://help.rambler.ru/mail/mail-soobsheniya-ob-oshibkah/1326/',
  },
  iua: { kind: 'page', title: 'i.ua error pages', address: 'https://mail.i.ua/err/', placeAfter: '/' },
  qq: { kind: 'page', title: 'QQ Mail service pages', address: 'https://service.mail.qq.com/detail/122' },
  fastmail: {
    kind: 'page',
    title: 'Fastmail help: sending identities',
    address: 'https://www.fastmail.help/hc/en-us/articles/1500000277582',
  },
  'qq-authorization-code': {
    kind: 'page',
    title: 'QQ Mail help: authorization codes for programs',
    address: 'https://service.mail.qq.com/detail/0/75',
  },
  zoho: {
    kind: 'page',
    title: 'Zoho Mail help: delivery failures and blocked accounts',
    address: 'https://www.zoho.com/mail/help/email-delivery.html',
  },
  netease: { kind: 'page', title: '163 Mail help: bounce codes', address: 'http://mail.163.com/help/help_spam_16.htm' },
  facebook: {
    kind: 'list',
    title: 'Facebook: response codes',
    address: github('sisimai/p5-sisimai', '/lib/Sisimai/Lhost/Facebook.pm'),
    seen: '2026-11-28',
  },
  improvmx: {
    kind: 'page',
    title: 'ImprovMX: error codes',
    address: 'https://improvmx.com/guides/improvmx-error-codes/',
  },
  cloudflare: {
    kind: 'page',
    title: 'Cloudflare Email Routing: postmaster',
    address: 'https://developers.cloudflare.com/email-routing/postmaster/',
    seen: '2026-11-28',
  },
  brevo: {
    kind: 'page',
    title: 'Brevo help: errors of the SMTP relay',
    address: 'https://help.brevo.com/hc/en-us/articles/115000188150',
  },
  postmark: {
    kind: 'page',
    title: 'Postmark: error codes of the API',
    address: 'https://postmarkapp.com/developer/api/overview#error-codes',
  },
  sparkpost: {
    kind: 'page',
    title: 'SparkPost: SMTP and API error codes',
    address: 'https://support.sparkpost.com/docs/deliverability/smtp-errors',
  },
  resend: { kind: 'page', title: 'Resend: errors', address: 'https://resend.com/docs/api-reference/errors' },
  mailjet: {
    kind: 'page',
    title: 'Mailjet: errors of the SMTP relay',
    address: 'https://dev.mailjet.com/smtp-relay/overview/',
  },
  'elastic-email': { kind: 'page', title: 'Elastic Email help: account statuses' },
  smtp2go: { kind: 'page', title: 'SMTP2GO: SMTP errors', address: 'https://support.smtp2go.com/' },
  'ses-errors': {
    kind: 'page',
    title: 'Amazon SES Developer Guide: SMTP response codes and sending errors',
    address: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html',
    seen: '2026-11-28',
  },
  'ses-receipt': { kind: 'page', title: 'Amazon SES: bounce action of receipt rules' },
  'ses-templates': { kind: 'page', title: 'Amazon SES: bounce templates' },
  sendgrid: {
    kind: 'page',
    title: 'SendGrid: SMTP errors and troubleshooting',
    address: 'https://sendgrid.com/docs/for-developers/sending-email/smtp-errors-and-troubleshooting/',
    seen: '2026-11-28',
  },
  mailgun: { kind: 'page', title: 'Mailgun help: suppressions, authorized recipients' },

  // Filters and lists
  mimecast: {
    kind: 'page',
    title: 'Mimecast: SMTP error codes',
    address: 'https://community.mimecast.com/s/article/Mimecast-SMTP-Error-Codes-842605754',
  },
  barracuda: {
    kind: 'page',
    title: 'Barracuda Email Security Gateway: SMTP error codes',
    address: 'https://campus.barracuda.com/product/emailsecuritygateway/doc/39815000/smtp-error-codes/',
  },
  'barracuda-central': { kind: 'page', title: 'Barracuda Central', address: 'https://www.barracudacentral.org/' },
  broadcom: {
    kind: 'page',
    title: 'Broadcom: Email Security.cloud, refused messages',
    address: 'https://knowledge.broadcom.com/external/article/165144/smtp-bounce-back-error-codes-for-email-s.html',
  },
  talos: { kind: 'page', title: 'Talos reputation', address: 'https://talosintelligence.com/reputation_center' },
  proofpoint: { kind: 'page', title: 'Proofpoint: Dynamic Reputation', address: 'https://ipcheck.proofpoint.com/' },
  'trend-micro': { kind: 'page', title: 'Trend Micro: rejected by the hosted filter' },
  'trend-micro-reputation': {
    kind: 'page',
    title: 'Trend Micro Email Reputation Services',
    address: 'https://www.ers.trendmicro.com/reputations/index',
  },
  sophos: {
    kind: 'page',
    title: 'Sophos: IP reputation policy',
    address: 'http://www.sophos.com/security/ip-reputation-policy.html',
  },
  cloudmark: {
    kind: 'page',
    title: 'Cloudmark Sender Intelligence',
    address: 'http://csi.cloudmark.com/reset-request/',
  },
  spamhaus: { kind: 'page', title: 'Spamhaus', address: 'https://check.spamhaus.org/' },
  multirbl: {
    kind: 'list',
    title: 'multirbl.valli.org: lists of DNS block lists',
    address: 'https://multirbl.valli.org/list/',
  },
  fortimail: { kind: 'manual', title: 'FortiMail Administration Guide: replies of the antispam scan' },
  hornet: { kind: 'page', title: 'Hornetsecurity: reasons of refusal in the control panel' },
  strato: { kind: 'page', title: 'Strato: spam protection of mailboxes' },
  spamcop: { kind: 'page', title: 'SpamCop: blocking list', address: 'https://www.spamcop.net/bl.shtml' },
  sorbs: { kind: 'page', title: 'SORBS (closed in June 2024)' },
  uceprotect: { kind: 'page', title: 'UCEPROTECT: levels 1 to 3', address: 'http://www.uceprotect.net/' },
  backscatterer: { kind: 'page', title: 'Backscatterer.org', address: 'http://www.backscatterer.org/' },
  'list-pages': { kind: 'page', title: 'Pages of block lists: what each of them lists, and how to get off it' },
  'uribl-refused': { kind: 'page', title: 'URIBL: refused queries', address: 'http://uribl.com/refused.shtml' },
  surbl: { kind: 'page', title: 'SURBL and URIBL', address: 'https://surbl.org/' },
  invaluement: { kind: 'page', title: 'Invaluement: lookup', address: 'https://www.invaluement.com/lookup/' },
  hostkarma: {
    kind: 'page',
    title: 'JunkEmailFilter: Hostkarma',
    address: 'http://ipadmin.junkemailfilter.com/remove.php',
  },
  'nix-spam': { kind: 'page', title: 'NiX Spam (ended in 2025)' },
  abusix: { kind: 'page', title: 'Abusix Mail Intelligence', address: 'https://lookup.abusix.com/' },
  spamrl: { kind: 'page', title: 'SpamRL', address: 'https://spamrl.com/' },
  psbl: { kind: 'page', title: 'PSBL', address: 'https://psbl.org/' },

  // What others collected
  sisimai: {
    kind: 'list',
    title: 'sisimai',
    address: github('sisimai/p5-sisimai', '/lib/Sisimai'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'sisimai-reasons': { kind: 'list', title: 'sisimai: list of reasons', address: 'https://libsisimai.org/en/reason/' },
  'sisimai-mails': {
    kind: 'list',
    title: 'sisimai, set of emails',
    address: github('sisimai/set-of-emails', '/maildir/bsd'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'smtp-field-manual': {
    kind: 'list',
    title: 'SMTP Field Manual',
    address: github('ActiveCampaign/smtp-field-manual', '/data/codes'),
    placeAfter: '/',
    seen: '2026-11-28',
  },
  'zone-mta': {
    kind: 'list',
    title: 'ZoneMTA: bounce rules',
    address: github('zone-eu/zone-mta', '/config/bounces.txt'),
    seen: '2026-11-28',
  },
  kumomta: {
    kind: 'list',
    title: 'KumoMTA: bounce rules',
    address: github('KumoCorp/kumomta', '/assets/community/bounces.toml'),
    seen: '2026-11-28',
  },
  fail2ban: {
    kind: 'list',
    title: 'fail2ban, filters',
    address: github('fail2ban/fail2ban', '/config/filter.d'),
    placeAfter: '/',
    seen: '2026-11-28',
  },

  // Registries and drafts
  'iana-enhanced': {
    kind: 'page',
    title: 'IANA registry',
    address: 'https://www.iana.org/assignments/smtp-enhanced-status-codes',
  },
  'draft-bimi': {
    kind: 'page',
    title: 'draft-brand-indicators-for-message-identification',
    address: 'https://datatracker.ietf.org/doc/draft-brand-indicators-for-message-identification/',
  },
  uts39: {
    kind: 'page',
    title: 'Unicode Security Mechanisms (UTS 39)',
    address: 'https://www.unicode.org/reports/tr39/',
  },
  'draft-hall-prdr': {
    kind: 'page',
    title: 'draft-hall-prdr (Exim PRDR)',
    address: 'https://datatracker.ietf.org/doc/draft-hall-prdr/',
  },
  'draft-martin-fallback': {
    kind: 'page',
    title: 'draft-martin-smtp-ipv6-to-ipv4-fallback (expired)',
    address: 'https://datatracker.ietf.org/doc/draft-martin-smtp-ipv6-to-ipv4-fallback/',
  },
  'google-groups': { kind: 'page', title: 'Google Groups Help' },
  'x-arf': { kind: 'page', title: 'X-ARF 0.2 specification', address: 'http://www.x-arf.org/specification.html' },

  // The ticket itself
  'message-field': { kind: 'message', title: 'field of the message' },

  // Known from tickets alone
  'exchange-wording': { kind: 'wording', title: 'Exchange wording' },
  'exchange-online-wording': { kind: 'wording', title: 'Exchange Online wording' },
  'naver-wording': { kind: 'wording', title: 'Naver and Hanafos wording' },
  'daum-wording': { kind: 'wording', title: 'Daum wording' },
  'services-wording': { kind: 'wording', title: 'wording of several sending services' },
  'filters-wording': { kind: 'wording', title: 'wording of several filters' },
  'kerio-wording': { kind: 'wording', title: 'Kerio Connect wording' },
  'domino-wording': { kind: 'wording', title: 'HCL Domino wording' },
  'courier-wording': { kind: 'wording', title: 'Courier wording' },
  'policyd-wording': { kind: 'wording', title: 'policyd wording' },
  'gld-wording': { kind: 'wording', title: 'gld wording' },
  'mailgun-wording': { kind: 'wording', title: 'Mailgun wording' },
  'products-wording': { kind: 'wording', title: 'no RFC; sent by products' },
  'services-numbers': { kind: 'wording', title: 'numbers 600 to 699 of sending services' },
  'orange-kerio-wording': { kind: 'wording', title: 'seen at Orange and in Kerio Connect' },
} as const satisfies Readonly<Record<string, Found | Wording>>;

type Key = keyof typeof table | `RFC ${RfcNumber}`;

/** A row of the table of sources or an RFC, and mostly a place in it: `RFC 5321 4.2.1`, `postconf queue_minfree`. */
export type Source = Key | `${Key} ${string}`;

/** What a fact rests on. */
export type Sources = Source | readonly Source[];

/** Every source that is no RFC, by its key. */
export const sources: ReadonlyMap<string, Found | Wording> = new Map(Object.entries(table));

export const listOfSources = (some: Sources): readonly Source[] => (typeof some === 'string' ? [some] : some);

/** A source as people read it. */
export interface CitedSource {
  readonly words: string;
  readonly kind: 'rfc' | (Found | Wording)['kind'];
  /** Where it can be read, at the place where that has an address of its own. */
  readonly address?: Address;
}

const RFC = /^RFC (\d{1,5})(?: ([^ ,]{1,20}))?/;

/** What a source is called and where it can be read. */
export function citedSource(source: Source): CitedSource {
  const rfc = RFC.exec(source);
  if (rfc !== null) return { words: source, kind: 'rfc', address: rfcClause(Number(rfc[1]), rfc[2]) };
  const blank = source.indexOf(' ');
  const place = blank < 0 ? '' : source.slice(blank + 1);
  const row = sources.get(blank < 0 ? source : source.slice(0, blank)) as Found | Wording;
  const words = place === '' ? row.title : `${row.title}: ${place}`;
  if (row.kind === 'wording' || row.address === undefined) return { words, kind: row.kind };
  const { kind, address, placeAfter } = row;
  return {
    words,
    kind,
    address: place === '' || placeAfter === undefined ? address : `${address}${placeAfter}${place}`,
  };
}

/** The address of a clause. RFC 3463 names its codes X.1.1, and tells of the subject 1 in section 3.2. */
function rfcClause(number: number, clause: string | undefined): Address {
  if (clause === undefined) return rfcUrl(number);
  const subject = number === 3463 ? /^X\.(\d)/.exec(clause)?.[1] : undefined;
  return `${rfcUrl(number)}#section-${subject === undefined ? clause : `3.${Number(subject) + 1}`}`;
}

/** Sources together. */
export const citing = (...some: readonly Sources[]): readonly Source[] => some.flatMap(listOfSources);

/** Sources in one line. */
export const sourceWords = (some: Sources): string =>
  listOfSources(some)
    .map((one) => citedSource(one).words)
    .join('; ');
