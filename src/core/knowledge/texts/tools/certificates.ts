import { act, probe, wait } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** A result of OpenSSL's check of a certificate, by number and by words. */
const verify = (number: string, words: string): RegExp =>
  new RegExp(
    `(?:verify error: ?num=|Verify return code: |: num=|\\berror )(?:${number})(?=[: ](?!\\d)|$| at )(?<!error (?:${number})(?! at \\d))|${words}`,
    'i',
  );

const renew = act.server('Renew the certificate and load it into the mail server.');
const chain = act.server('Install the certificate with all its intermediate certificates, in the order leaf first.');
const roots = act('Update the list of trusted authorities on the side that checks.');
const name = act.server('Use a host name that the certificate holds, or get a certificate that holds this host name.');

/** What is wrong with a certificate, as libraries and mail servers print it. */
export const certificateErrors = ranked('tool', [
  {
    name: 'certificate-verified',
    pattern: /Verify return code: 0 \(ok\)/i,
    holds: 'success',
    reason: 'accepted',
    meaning:
      'The certificate was checked and is trusted; whether it holds the host name is checked only when a name was given.',
    source: ['openssl-verification', 'openssl-store'],
  },
  {
    name: 'certificate-name',
    pattern: verify(
      '62|64',
      "(?:host ?name|IP address) mismatch|name (?:in the certificate |on the security certificate )?(?:does not|doesn't|is invalid or does not) match|Hostname\\/IP does not match certificate|ERR_TLS_CERT_ALTNAME_INVALID|SSL_ERROR_BAD_CERT_DOMAIN|SEC_E_WRONG_PRINCIPAL|0x80090322|target principal name is incorrect|CERT_E_CN_NO_MATCH|0x800B010F|RemoteCertificateNameMismatch|No subject alternative (?:DNS )?names? (?:matching|present)|x509: certificate is (?:valid for|not valid for any names)|no alternative certificate subject name matches|certificate common name [^\\n]{1,120}doesn't match|certificate owner does not match hostname|certificate does(?: not|n.t) match the host|Cert Hostname DOES NOT VERIFY",
    ),
    reason: 'tls-failed',
    meaning: 'The certificate does not hold the name under which the server was called.',
    source: ['openssl-verification', 'openssl-store', 'RFC 9525', 'sspi'],
    next: [name, act('Check that the host name in the settings is the right one.', 'sending admin')],
  },
  {
    name: 'certificate-expired',
    pattern: verify(
      '10',
      'certificate has expired|CERT_HAS_EXPIRED|certificate (?:is )?expired|expired certificate|SEC_ERROR_EXPIRED(?:_ISSUER)?_CERTIFICATE|SEC_E_CERT_EXPIRED|0x80090328|CERT_E_EXPIRED|0x800B0101|CertificateExpiredException|chain uses expired',
    ),
    reason: 'tls-failed',
    meaning: 'The certificate is past its last day, or the clock of the side that checks is wrong.',
    source: ['openssl-verification', 'openssl-store', 'sspi'],
    next: [
      renew,
      act('Check that the mail server was restarted since the last renewal.'),
      act('Check the clocks of both sides.'),
    ],
  },
  {
    name: 'certificate-not-yet-valid',
    pattern: verify(
      '9',
      'certificate\\b[^\\n.]{0,60}\\bnot (?:yet valid|yet activated)|CERT_NOT_YET_VALID|CertificateNotYetValidException|not yet activated[^\\n.]{0,60}\\bcertificate\\b',
    ),
    reason: 'tls-failed',
    meaning: 'The certificate is valid only from a later time on, or the clock of the side that checks is wrong.',
    source: ['openssl-verification', 'openssl-store'],
    next: [act('Check the clocks of both sides.'), wait('Wait until the first day of the certificate.')],
  },
  {
    name: 'certificate-revoked',
    pattern: verify(
      '23',
      'certificate (?:was |has been |is )?revoked|CERT_REVOKED|SEC_ERROR_REVOKED_CERTIFICATE|CRYPT_E_REVOKED|0x80092010|certificate chain is revoked',
    ),
    reason: 'tls-failed',
    meaning: 'The authority took the certificate back.',
    source: ['openssl-verification', 'openssl-store', 'sspi'],
    next: [act.server('Get a new certificate with a new key.')],
  },
  {
    name: 'certificate-revocation-unknown',
    pattern: verify(
      '3|11|12',
      'unable to get certificate CRL|CRL has expired|CRYPT_E_REVOCATION_OFFLINE|0x80092013|CRYPT_E_NO_REVOCATION_CHECK|0x80092012|unable to check revocation|revocation (?:server was offline|function was unable)|Unable to find valid CRL',
    ),
    reason: 'tls-failed',
    meaning: 'Whether the certificate was revoked could not be found out.',
    source: ['openssl-verification', 'openssl-store', 'com-errors'],
    actor: 'sending admin',
    next: [act('Check that the checking host reaches the addresses of the revocation lists over HTTP.')],
  },
  {
    name: 'certificate-self-signed',
    pattern: verify('18|19', 'self[- ]signed certificate|SELF_SIGNED_CERT'),
    reason: 'tls-failed',
    meaning:
      'The certificate, or the top of its chain, is signed by itself and not by an authority that the checking side trusts.',
    source: ['openssl-verification', 'openssl-store'],
    next: [
      act.server('Use a certificate of a public authority on the server.'),
      act('For an own authority, add its root certificate to the trusted ones of the side that checks.'),
      act.server('Check for a virus scanner or proxy that puts its own certificate in between.'),
    ],
  },
  {
    name: 'certificate-chain',
    pattern: verify(
      '2|20|21|27',
      "unable to get (?:local )?issuer certificate|unable to verify the first certificate|UNABLE_TO_(?:GET_ISSUER_CERT|VERIFY_LEAF_SIGNATURE)|certificate not trusted|untrusted issuer|certificate issuer is unknown|PKIX path building failed|unable to find valid certification path|SunCertPathBuilderException|x509: certificate signed by unknown authority|SEC_ERROR_UNKNOWN_ISSUER|SEC_ERROR_UNTRUSTED_(?:ISSUER|CERT)|SEC_E_UNTRUSTED_ROOT|0x80090325|issued by an? (?:untrusted authority|authority that is not trusted)|CERT_E_(?:UNTRUSTEDROOT|CHAINING)|0x800B010[9A]|RemoteCertificateChainErrors|root certificate which is not trusted|Peer's Certificate issuer is not recognized|Trust anchor for certification path not found|no trusted certificate found|chain incomplete|incomplete (?:certificate )?chain",
    ),
    reason: 'tls-failed',
    meaning:
      'The certificate leads to no authority that the checking side trusts: often the server leaves out an intermediate certificate.',
    source: ['openssl-verification', 'openssl-store', 'RFC 5280 6', 'sspi', 'java-pkix'],
    next: [
      chain,
      roots,
      act('For an own authority, add its root certificate to the trusted ones of the side that checks.'),
    ],
  },
  {
    name: 'certificate-purpose',
    pattern: verify(
      '24|25|26|79',
      'unsuitable certificate purpose|unsupported certificate purpose|invalid CA certificate|INVALID_PURPOSE|INVALID_CA\\b|SEC_E_CERT_WRONG_USAGE|Key usage violation|path length constraint exceeded|incompatible key usage|Extended key usage does not permit',
    ),
    reason: 'tls-failed',
    meaning: 'The certificate was not issued for this use, or one in its chain may not sign others.',
    source: ['openssl-verification', 'openssl-store', 'RFC 5280 4.2.1'],
    next: [act.server('Get a certificate for TLS servers.'), act('Check the chain that the server sends.')],
  },
  {
    name: 'certificate-too-weak',
    pattern: verify(
      '66|67|68',
      '\\bee key too small|\\bca key too small|\\bca md too weak|EE certificate key too weak|signature digest algorithm too weak|insecure (?:signature )?algorithm|CERTIFICATE_SIGNATURE_ALGORITHM_DISABLED|Algorithm constraints check failed|key too weak',
    ),
    reason: 'tls-failed',
    meaning: 'The key or the signature of the certificate is weaker than the own settings allow.',
    source: ['openssl-verification', 'openssl-store', 'openssl-level'],
    next: [act.server('Get a certificate with an RSA key of 2048 bits or more, or ECDSA, signed with SHA-256.')],
  },
  {
    name: 'dane-mismatch',
    wins: ['certificate-chain'],
    pattern: verify(
      '65',
      'no matching DANE TLSA records|TLSA records?\\b[^\\n]{0,80}(?:does|do) not match|TLSA (?:lookup error|records? (?:mismatch|unusable))|DANE (?:attempt failed|error|validation failed)',
    ),
    reason: 'tls-failed',
    meaning: 'The certificate does not fit the TLSA record that the domain publishes in DNS (DANE).',
    source: ['RFC 7672 3.1', 'openssl-store'],
    next: [act.server('Publish the TLSA record of the certificate in use, and do so before each change of the key.')],
  },
  {
    name: 'certificate-key-mismatch',
    wins: ['tls-engine'],
    pattern:
      /key values mismatch|private key does not match|no start line|cannot load (?:RSA |EC )?(?:private key|certificate)|unable to load (?:certificate|private key)|bad decrypt|cannot get (?:RSA )?(?:private key|certificate) from file/i,
    reason: 'tls-failed',
    meaning: 'The mail server cannot use its certificate file or key file, so that it offers no TLS.',
    source: ['openssl-key-file', 'postfix-tls'],
    next: [
      act('Check path, rights and form (PEM) of both files.'),
      act('Check that key and certificate belong together.'),
    ],
  },
  {
    name: 'certificate-damaged',
    pattern: verify(
      '7',
      'certificate signature failure|CERT_SIGNATURE_FAILURE|SEC_ERROR_BAD_SIGNATURE|SEC_E_CERT_UNKNOWN|0x80090327|unable to decode|signature check failed',
    ),
    reason: 'tls-failed',
    meaning: 'The signature of the certificate is wrong, or the certificate cannot be read.',
    source: ['openssl-verification', 'openssl-store', 'sspi'],
    next: [chain],
  },
  {
    name: 'certificate-refused',
    wins: ['tls-setup-failed'],
    vague: true,
    pattern:
      /certificate verif(?:y|ication) failed|CERTIFICATE_VERIFY_FAILED|Server certificate not (?:trusted|verified)|certificate verification failed for|remote certificate is invalid|certificate is NOT trusted|Error in the certificate verification|SSL certificate problem|peer certificate cannot be authenticated|CertificateException|verify error: ?num=\d{1,3}|cURL error 60\b|curl: \(60\)|tls: failed to verify certificate|bad certificate/i,
    reason: 'tls-failed',
    meaning: 'The certificate did not pass the check: name, dates or chain are wrong.',
    source: ['openssl-verification', 'openssl-store', 'RFC 5280 6'],
    next: [
      probe.server('Look at the certificate with openssl s_client -starttls smtp to see which of the three it is.'),
      chain,
    ],
  },
]);
