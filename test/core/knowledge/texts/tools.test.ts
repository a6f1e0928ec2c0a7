import assert from 'node:assert/strict';
import { explainText } from '../../../../src/core/knowledge/explain.ts';
import { allTexts, findText, toolTexts } from '../../../../src/core/knowledge/texts.ts';
import { toolSamples } from '../../../support/replySamples.ts';

const found = (text: string): string | undefined => findText(toolTexts, { words: text })?.name;

/** Lines with the reason that a person would give, and words of the explanation. */
function told(reason: string, meaning: RegExp, ...lines: readonly string[]): void {
  for (const line of lines) {
    const explanation = explainText(line)?.explanation;
    assert.equal(explanation?.reason, reason, line);
    assert.match(explanation?.meaning ?? '', meaning, line);
    assert.notEqual(explanation?.basis, 'class', line);
  }
}

const unknown = (...lines: readonly string[]): void => {
  for (const line of lines) assert.equal(explainText(line), undefined, line);
};

describe('errors of tools', () => {
  it('whose mending begins in the settings of the program are for the admin of it', () => {
    for (const { next, actor, name } of toolTexts)
      if (/in the settings of the program that sends/.test(next?.[0]?.text ?? ''))
        assert.equal(actor, 'sending admin', name);
  });

  it('of Java tell by the words behind the class of an exception what failed', () => {
    for (const [words, name] of [
      ['Connection refused (Connection refused)', 'econnrefused'],
      ['Connection timed out: connect', 'etimedout'],
      ['Operation timed out', 'etimedout'],
      ['No route to host', 'host-unreachable'],
    ] as const)
      assert.equal(found(`java.net.ConnectException: ${words}`), name);
  });

  it('of the resolver of the machine that sends are for its admin', () => {
    for (const line of ['getaddrinfo EAI_AGAIN smtp.contoso.test', 'Temporary failure in name resolution'])
      assert.equal(explainText(line)?.explanation.actor, 'sending admin', line);
  });

  it('each have a sample that is explained by them, in a whole line, too', () => {
    for (const { name, meaning } of toolTexts) {
      const own = toolSamples.filter(({ expected }) => expected === name);
      assert.ok(own.length > 0, name);
      for (const { text } of own) {
        assert.equal(found(text), name, text);
        // What the line names stands behind it.
        assert.ok(explainText(text)?.explanation.meaning.startsWith(meaning.slice(0, -1)), text);
      }
    }
  });

  it('have names of their own', () => {
    const names = allTexts.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const { name } of toolTexts) assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});

describe('errors of the network', () => {
  it('are known by name, number and words', () => {
    told(
      'connection-failed',
      /nothing takes connections/,
      'connect to mx1.contoso.test[192.0.2.1]:25: Connection refused',
      'Error: connect ECONNREFUSED 192.0.2.1:25',
      '[Errno 111] Connection refused',
      'errno 61',
      'errno=146',
      'defer (111)',
      '10061',
      'Socket Error # 10061',
      'WSAECONNREFUSED',
      'No connection could be made because the target machine actively refused it',
      'Es konnte keine Verbindung hergestellt werden, da der Zielcomputer die Verbindung verweigerte',
      "Aucune connexion n'a pu être établie car l'ordinateur cible l'a expressément refusée",
      'No se puede establecer una conexión ya que el equipo de destino denegó expresamente dicha conexión',
    );
    told(
      'connection-failed',
      /did not answer in time/,
      'connect: Connection timed out',
      'ETIMEDOUT',
      '10060',
      'error 10060',
      'dial tcp 192.0.2.1:25: i/o timeout',
      'Ein Verbindungsversuch ist fehlgeschlagen, da die Gegenstelle nach einer bestimmten Zeitspanne nicht richtig reagiert hat',
      "Une tentative de connexion a échoué car le parti connecté n'a pas répondu convenablement au-delà d'une certaine durée",
      'Se produjo un error durante el intento de conexión ya que la parte conectada no respondió adecuadamente tras un periodo de tiempo',
    );
    told(
      'connection-failed',
      /no network path to this host/,
      'No route to host',
      'os error 113',
      'EHOSTUNREACH',
      '10065',
    );
    told('connection-failed', /no route to this network/, 'connect: Network is unreachable', 'error code 10051');
    told('connection-failed', /cut the connection/, 'read ECONNRESET', '10054');
    told('system-full', /disk/, 'write: ENOSPC');
  });

  it('are known in whole lines of logs', () => {
    told(
      'connection-failed',
      /did not answer in time/,
      'postfix/smtp[1]: 4F6bQ2: to=<bob@contoso.test>, relay=none, dsn=4.4.1, status=deferred (connect to mx1.contoso.test[192.0.2.1]:25: Connection timed out)',
    );
    told(
      'connection-failed',
      /closed the connection before it greeted/,
      'status=deferred (lost connection with mx1.contoso.test[192.0.2.1] while receiving the initial server greeting)',
    );
    told(
      'connection-failed',
      /answered no more/,
      'conversation with mx1.contoso.test[192.0.2.1] timed out while sending RCPT TO',
    );
  });

  it('are no numbers that count something', () =>
    unknown(
      '10060 bytes',
      'size=10060',
      'read 10061 of 20000',
      'room 10061',
      '11001 messages',
      'error in 10060 lines',
    ));
});

describe('errors of DNS', () => {
  it('tell a missing name from a missing answer', () => {
    told(
      'domain-not-found',
      /does not exist/,
      'NXDOMAIN',
      "*** UnKnown can't find contoso.test: Non-existent domain",
      'Name service error for name=contoso.test type=A: Host not found',
      '11001',
    );
    // It is the name of the server that is not known, and not the part behind an @.
    told(
      'domain-not-found',
      /name of the server/,
      'Error: getaddrinfo ENOTFOUND smtp.contoso.test',
      '[Errno -2] Name or service not known',
      "*** Error connecting to smpt.contoso.test:25: Can't resolve host",
      'nc: could not translate host name "smpt.contoso.test"',
      'telnet: could not resolve smpt.contoso.test/25: Name or service not known',
      'nc: getaddrinfo for host "smpt.contoso.test" port 25: nodename nor servname provided, or not known',
      'dial tcp: lookup mx.contoso.test on 192.0.2.53:53: no such host',
      'java.net.UnknownHostException: mx.contoso.test',
    );
    told('domain-not-found', /has no record of this type/, 'queryMx ENODATA contoso.test', 'NODATA', '11004');
    told(
      'dns-failure',
      /not known/,
      'Name service error for name=contoso.test type=MX: Host not found, try again',
      'getaddrinfo EAI_AGAIN smtp.contoso.test',
      'Temporary failure in name resolution',
      ';; connection timed out; no servers could be reached',
      'DNS request timed out.',
      ';; communications error to 192.0.2.53#53: connection refused',
      '11002',
    );
    told('dns-failure', /no valid answer/, 'SERVFAIL', 'lookup mx.contoso.test on 192.0.2.53:53: server misbehaving');
    told('dns-failure', /refuses to answer/, ';; ->>HEADER<<- opcode: QUERY, status: REFUSED, id: 1', 'REFUSED');
    told('dns-failure', /./, 'FORMERR', 'NOTIMP', 'YXDOMAIN', 'YXRRSET', 'NXRRSET', 'NOTAUTH', 'NOTZONE', 'BADVERS');
  });
});

describe('errors of TLS', () => {
  it('are known by alert, name and number', () => {
    told(
      'tls-failed',
      /does not know the authority that signed/,
      'error:0A000418:SSL routines::tlsv1 alert unknown ca',
      'SSL alert number 48',
      'Received fatal alert: unknown_ca',
      '[SSL: TLSV1_ALERT_UNKNOWN_CA] tlsv1 alert unknown ca (_ssl.c:1000)',
      'SSL_ERROR_UNKNOWN_CA_ALERT',
      'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 48.',
    );
    told(
      'tls-failed',
      /no TLS settings/,
      'Received fatal alert: handshake_failure',
      'remote error: tls: handshake failure',
    );
    unknown('an alert for 40 people', 'the protocol version of the document');
  });

  it('tell what is wrong with a certificate', () => {
    told(
      'tls-failed',
      /no authority that the checking side trusts/,
      'verify error:num=20:unable to get local issuer certificate',
      'Verify return code: 21 (unable to verify the first certificate)',
      'certificate verification failed for mx1.contoso.test[192.0.2.1]:25: untrusted issuer /CN=x',
      'sun.security.validator.ValidatorException: PKIX path building failed',
      'x509: certificate signed by unknown authority',
      'The certificate chain was issued by an authority that is not trusted.',
      '0x80090325',
      'SEC_ERROR_UNKNOWN_ISSUER',
    );
    told('tls-failed', /past its last day/, 'error 10 at 0 depth lookup: certificate has expired', 'CERT_HAS_EXPIRED');
    told('tls-failed', /name under which/, 'verify error:num=62:hostname mismatch', 'SEC_E_WRONG_PRINCIPAL');
    told(
      'tls-failed',
      /signed by itself/,
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'self signed certificate in certificate chain',
    );
    told('tls-failed', /did not pass the check/, 'certificate verify failed');
    assert.equal(explainText('Verify return code: 0 (ok)')?.explanation.reason, 'accepted');
  });

  it('tell why a handshake failed', () => {
    told(
      'tls-failed',
      /no TLS: mostly/,
      'SSL routines::wrong version number',
      'first record does not look like a TLS handshake',
    );
    told(
      'tls-failed',
      /no TLS version in common/,
      'unsupported protocol',
      'SSLHandshakeException: No appropriate protocol',
    );
    told('tls-failed', /no cipher in common/, 'no shared cipher', 'SEC_E_ALGORITHM_MISMATCH');
    told('tls-failed', /too short to be safe/, 'dh key too small');
    told('tls-failed', /weaker/, 'ee key too small');
    told(
      'tls-failed',
      /no further cause/,
      'Could not convert socket to TLS',
      'SSL_connect error to mx1.contoso.test[192.0.2.1]:25: -1',
    );
  });
});

describe('errors of logins', () => {
  it('tell a wrong password from a broken login service', () => {
    told(
      'login-failed',
      /wrong password/,
      'warning: unknown[192.0.2.9]: SASL LOGIN authentication failed: UGFzc3dvcmQ6',
    );
    told(
      'login-failed',
      /nothing about the password/,
      'generic failure',
      'cannot connect to saslauthd server: Connection refused',
    );
    told(
      'login-failed',
      /no login mechanism in common/,
      'no mechanism available',
      'SASL authentication failure: No worthy mechs found',
    );
  });
});

describe('events of Exchange', () => {
  it('4000 and 4001 are known as the log of events prints them', () => {
    told(
      'connection-failed',
      /could not deliver to this domain/,
      'Event ID: 4000',
      'Event Source: MSExchangeTransport Event ID: 4000',
    );
    told('unrecognized', /gives the command that failed/, 'Event ID: 4001');
    told('connection-failed', /to this host/, 'SMTPSVC 4006');
    unknown('4000', 'size 4001');
  });
});

describe('a reply of a server', () => {
  it('comes before the words of a tool', () => {
    told('relaying-denied', /./, '550 5.7.1 Relaying denied, certificate has expired');
    told('login-failed', /./, '535 5.7.8 Error: authentication failed: generic failure');
  });
});
