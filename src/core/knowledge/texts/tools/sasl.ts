import { act, again, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const server = 'receiving admin';

/** Errors of logins as SASL libraries, mail servers and clients print them. */
export const saslErrors = ranked('tool', [
  {
    name: 'sasl-no-mechanism',
    wins: ['sasl-client-failed'],
    pattern:
      /no mechanism available|no worthy mechs found|no compatible authentication mechanism|no matching SASL mechanism|No authentication mechanisms? (?:supported|available)|no supported (?:auth\w{0,14} )?(?:mechanism|method)s?\b|AUTH extension not supported by server|None of (?:the|your) (?:authentication|SASL) (?:mechanisms|methods)/i,
    reason: 'login-failed',
    meaning:
      'Client and server have no login mechanism in common; often a package with mechanisms is missing, or TLS must come first.',
    source: ['sasl-errstring SASL_NOMECH', 'RFC 4954 4'],
    actor: 'sending admin',
    next: [
      probe.server(
        'Compare the mechanisms behind AUTH in the answer to EHLO, before and after STARTTLS, with those of the client.',
      ),
      act('Install the missing mechanisms on the client (libsasl2-modules, cyrus-sasl-plain).'),
    ],
  },
  {
    name: 'sasl-generic-failure',
    wins: ['sasl-no-saslauthd'],
    pattern: /SASL\b[^\n]{0,200}generic failure|^ {0,8}generic failure\b/i,
    reason: 'login-failed',
    meaning: 'The login service of the server failed itself; this says nothing about the password.',
    source: 'sasl-errstring SASL_FAIL',
    actor: server,
    next: [
      act('Check that saslauthd or the other login service runs and that the mail server may open its socket.'),
      act('Look for the line of the login service before this one.'),
    ],
  },
  {
    name: 'sasl-no-saslauthd',
    wins: ['sasl-login-failed'],
    pattern:
      /cannot connect to saslauthd server|cannot connect to Courier authdaemond|SASL: Connect to \S{1,200} failed|\bno SASL authentication mechanisms\b|unable to (?:lookup|get) user record/i,
    reason: 'login-failed',
    meaning:
      'The mail server does not reach its login service, so that no login works; this says nothing about the password.',
    source: ['cyrus-sasl-code lib/checkpw.c', 'postfix-sasl'],
    actor: server,
    next: [
      act('Check that the login service runs.'),
      act('Check path and rights of its socket, and whether the mail server runs in a chroot.'),
    ],
  },
  {
    name: 'sasl-no-user',
    wins: ['sasl-login-failed'],
    pattern:
      /user not found: unable to canonify|SASL\b[^\n]{0,200}(?:user not found|no secret in database)|no user in d(?:ata)?b(?:ase)?\b|\bunknown user\b[^\n]{0,20}\(SHA1 of given password/i,
    reason: 'login-failed',
    meaning: 'The login service has no such user, or no password in the form that this mechanism needs.',
    source: 'sasl-errstring SASL_NOUSER',
    actor: server,
    next: [
      act('Check user name and realm in the database of the login service.'),
      act(
        'Offer only PLAIN and LOGIN over TLS if passwords are stored as hashes: CRAM-MD5 and DIGEST-MD5 need them in clear.',
      ),
    ],
  },
  {
    name: 'sasl-client-failed',
    wins: ['sasl-login-failed'],
    pattern:
      /SASL authentication failed; (?:server|cannot authenticate)|Authentication failed: [^\n]{0,100}(?:server said|cannot SASL authenticate)/i,
    reason: 'login-failed',
    meaning: 'The login of this mail server at its smart host was not accepted.',
    source: ['postfix-sasl', 'postconf smtp_sasl_password_maps'],
    actor: 'sending admin',
    next: [
      act('Check user name and password for the smart host, and build the lookup table anew after a change.'),
      act('Check that the entry is under the very name or address of relayhost, brackets and port included.'),
    ],
  },
  {
    name: 'sasl-temporary',
    pattern:
      /SASL\b[^\n]{0,200}temporary (?:authentication )?failure|Temporary authentication failure|auth: Error: (?:sql|ldap|passdb)|Internal (?:auth|login) failure|Timeout waiting for (?:handshake from auth server|auth)/i,
    reason: 'login-failed',
    meaning: 'The login service could not decide for the moment; this says nothing about the password.',
    source: ['RFC 4954 6', 'postfix-code src/smtpd/smtpd_sasl_glue.c'],
    actor: server,
    retry: 'yes',
    next: [
      act('Check the login service and the database or directory behind it.'),
      again('Try again later.', 'sender'),
    ],
  },
  {
    name: 'sasl-plain-needs-tls',
    pattern:
      /Plaintext authentication disallowed|encryption (?:needed|required) (?:to use|for) (?:\w{1,20} )?(?:mechanism|authentication)|must issue (?:a )?STARTTLS[^\n]{0,40}(?:AUTH|authentication)|cleartext (?:password|login)s? (?:are )?(?:not allowed|disabled)/i,
    reason: 'tls-required',
    meaning: 'The server takes passwords over TLS only.',
    source: ['RFC 4954 4', 'RFC 8314 3', 'sasl-errstring SASL_ENCRYPT'],
  },
  {
    name: 'sasl-credentials-rejected',
    pattern:
      /SMTPAuthenticationError|AuthenticationFailedException|\bEAUTH\b|Invalid login:|Username and Password not accepted|SEC_E_LOGON_DENIED|0x8009030C|The logon attempt failed|SSL_ERROR_AUTH|login (?:denied|failed): |\bcURL error 67\b|curl: \(67\)/i,
    reason: 'login-failed',
    meaning: 'The server did not accept user name and password.',
    source: ['RFC 4954 6', 'python-smtplib', 'jakarta-mail', 'nodemailer'],
  },
  {
    name: 'sasl-login-failed',
    pattern:
      /SASL (?:[\w-]{1,40} )?authentication (?:failed|failure|aborted)|authenticator failed for|authentication failed for|auth(?:entication)?(?:-worker)?\b[^\n]{0,200}(?:password mismatch|authentication failure|auth failed)|password mismatch|\bauth failed, \d{1,4} attempts|badlogin:|pam_unix\([^\n]{0,60}authentication failure|LOGIN FAILED, user=/i,
    reason: 'login-failed',
    meaning: 'A client tried to log in and was refused: a wrong password, or somebody who tries passwords.',
    source: ['RFC 4954 6', 'postfix-code src/smtpd/smtpd_sasl_glue.c', 'exim-code src/src/smtp_in.c'],
    actor: 'sender',
    next: [
      act('Check whether the address belongs to a user: then user name or password in the device is wrong.'),
      act('If it is unknown and comes often, block it (fail2ban or the firewall).'),
    ],
  },
  {
    name: 'sasl-aborted',
    pattern:
      /SASL\(-?\d{1,2}\): |authentication (?:exchange )?(?:aborted|cancell?ed)|Invalid (?:base64|BASE64) data|\bbad protocol \/ cancel\b/i,
    reason: 'login-failed',
    meaning: 'The login exchange broke off: one side sent something that the mechanism does not allow, or gave up.',
    tells: { otherLogin: true },
    source: ['sasl-errstring SASL_BADPROT', 'RFC 4954 4'],
    actor: 'sender',
    next: [act('Try another mechanism.'), act('Check that the client encodes its answers in base64.')],
  },
]);
