/** What a handshake that failed says of the two sides, by the words of OpenSSL and BoringSSL for it (RFC 8446 6.2). */
const ROWS: readonly (readonly [words: RegExp, why: string, next: string])[] = [
  [
    /certificate required|certificate_required/i,
    'The server insists on a certificate of the client.',
    'Show one with --cert and --key, or look for a port that asks for none.',
  ],
  [
    /(?:unknown ca|bad certificate|certificate unknown|certificate revoked|certificate expired|unsupported certificate)\b/i,
    'The server does not accept the certificate that this client showed.',
    'Look into the log of the server for which authorities it trusts.',
  ],
  [
    /unsupported protocol|protocol version|version too low|no protocols available/i,
    'The two sides have no version of TLS in common: the server is older than what is offered, or insists on a newer one.',
    'Ask for each version by itself with --tls-scan.',
  ],
  [
    /no shared cipher|handshake failure|no ciphers available|insufficient security/i,
    'The two sides have no cipher in common, or the server has no certificate that fits what is offered.',
    'Look into the log of the server, and at the certificate and key that it is set up with; --tls-scan tells what it takes.',
  ],
  [
    /dh key too small|key too small/i,
    'The server agrees on a key that is too small to be safe.',
    'Give the server parameters of DH of 2048 bits or more, or elliptic curves.',
  ],
  [
    /unrecognized name/i,
    'The server knows no certificate for the name that it was asked for.',
    'Ask for a name that the server has, or give it a certificate for this one.',
  ],
  [
    /internal error/i,
    'Something inside the server broke.',
    'Look into the log of the server: often it cannot read its certificate or its key.',
  ],
  [
    /closed the connection|ECONNRESET|reset/i,
    'The server, or something between, hung up in the middle of it: its TLS is set up wrong, or a firewall lets no TLS through.',
    'Look into the log of the server; try from another network.',
  ],
];

export function handshakeWords(detail: string): { readonly why: string; readonly next: string } {
  const [, why, next] = ROWS.find(([words]) => words.test(detail)) ?? [];
  return {
    why: why ?? "The two sides have no version or cipher in common, or the server's TLS is set up wrong.",
    next: next ?? 'Look into the log of the server.',
  };
}
