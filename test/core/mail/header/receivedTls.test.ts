import assert from 'node:assert/strict';
import { tlsOf } from '../../../../src/core/mail/header/receivedTls.ts';

/** What is said of TLS as `version cipher`, `-` for nothing said of it, undefined where it was not used. */
function is(expected: string | undefined, protocol?: string, clause?: string, ...notes: readonly string[]): void {
  const { tls, tlsVersion, cipher } = tlsOf(protocol, clause, notes);
  assert.equal(
    tls ? `${tlsVersion ?? '-'} ${cipher ?? '-'}` : undefined,
    expected,
    [protocol, clause, ...notes].join(),
  );
}

describe('what a hop says of TLS', () => {
  it('by its protocol (RFC 3848, RFC 6531)', () => {
    for (const protocol of [
      'ESMTPS',
      'esmtpsa',
      'UTF8SMTPS',
      'UTF8ESMTPSA',
      'LMTPS',
      'SMTPS',
      'HTTPS',
      'ESMTP/TLS',
      'SMTPA/TLS/',
    ])
      is('- -', protocol);
    is('- TLS_AES_256_GCM_SHA384', 'ESMTP/TLS/TLS_AES_256_GCM_SHA384');
    for (const protocol of ['ESMTP', 'ESMTPA', 'SMTP', 'LMTP', 'HTTP', 'XESMTPS', 'ESMTPSX']) is(undefined, protocol);
    is(undefined);
  });

  it('by a clause or a comment', () => {
    is('- X', undefined, 'X');
    is('TLSv1.3 TLS_AES_256', undefined, undefined, 'using TLSv1.3 with cipher TLS_AES_256 (256/256 bits)');
    is('TLSv1.2 ECDHE-RSA', undefined, undefined, 'version=TLS1_2, cipher=ECDHE-RSA');
    is('TLSv1.3 X25', undefined, undefined, 'TLSv1.3:X25:256:NO');
    is('TLSv1.3 -', undefined, undefined, 'TLS1.3');
    is('TLSv1.0 -', undefined, undefined, 'tls1');
    is('SSLv3 -', undefined, undefined, 'SSLv3');
    is('TLSv1.2 AES256', undefined, undefined, 'TLS: TLSv1.2,256bits,AES256');
    is('TLSv1.2 -', undefined, undefined, 'version=TLS\\Tls12');
    is('- AES256-SHA', undefined, undefined, 'AES256-SHA encrypted');
    for (const note of ['Using TLS', 'STARTTLS', 'TLS']) is('- -', undefined, undefined, note);
    for (const note of ['not using STARTTLS', 'TLS off', 'x', 'HTLS1.3', 'TLS1.3x', 'encrypted'])
      is(undefined, undefined, undefined, note);
  });

  it('by the first that says it', () => {
    is('TLSv1.2 A-B', 'ESMTPS', 'A-B', 'TLS1.2:CCC:256', 'TLS1.3:DDD:256');
    is('TLSv1.2 CCC', 'ESMTP/TLS/EEE', undefined, 'TLS1.2:CCC:256');
    is('TLSv1.2 DDD', undefined, undefined, 'TLS1.2', 'cipher=DDD', 'cipher=EEE');
    const many = Array.from({ length: 40 }, () => 'x');
    is(undefined, undefined, undefined, ...many, 'TLS1.2');
    is('TLSv1.2 -', undefined, undefined, ...many.slice(1), 'TLS1.2');
  });
});
