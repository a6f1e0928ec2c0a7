/** A keyword in the answer to EHLO, a parameter of a command, or a login mechanism. */
export interface Extension {
  /** In capitals, without `=`. */
  readonly keyword: string;
  /** One sentence. */
  readonly meaning: string;
  readonly source: string;
  /** It hands over the password or token itself, only encoded (RFC 4954 4). */
  readonly revealing?: true;
}

type Row = readonly [keyword: string, meaning: string, source: string, traits?: Pick<Extension, 'revealing'>];

const table = (rows: readonly Row[]): ReadonlyMap<string, Extension> =>
  new Map(rows.map(([keyword, meaning, source, traits]) => [keyword, { keyword, meaning, source, ...traits }]));

const exchange = 'Exchange Server: keywords between its own servers';
const oracle = 'Oracle Communications Messaging Server';

/** Keywords of the answer to EHLO. */
export const extensions: ReadonlyMap<string, Extension> = table([
  ['8BITMIME', 'The server takes bodies with 8-bit characters as they are.', 'RFC 6152'],
  ['ATRN', 'A client may log in and fetch the mail that waits for its domains.', 'RFC 2645'],
  ['AUTH', 'The server takes logins; the words behind it are the mechanisms it knows.', 'RFC 4954'],
  ['BINARYMIME', 'The server takes binary bodies; it needs CHUNKING.', 'RFC 3030'],
  ['BURL', 'The server can fetch the message from an IMAP server.', 'RFC 4468'],
  ['CHECKPOINT', 'A broken transfer can be resumed.', 'RFC 1845'],
  ['CHUNKING', 'The server takes BDAT, messages in pieces of known size, instead of DATA.', 'RFC 3030'],
  ['CONNEG', 'The server can ask what the recipient is able to show.', 'RFC 4141'],
  ['CONPERM', 'The sender may allow the content to be converted.', 'RFC 4141'],
  ['DELIVERBY', 'The sender may demand delivery within a time; a number is the least seconds allowed.', 'RFC 2852'],
  ['DSN', 'The sender may ask for delivery reports (NOTIFY, RET, ENVID, ORCPT).', 'RFC 3461'],
  ['ENHANCEDSTATUSCODES', 'Replies carry a code of three numbers such as 5.1.1.', 'RFC 2034'],
  ['ETRN', 'A client may ask to start the queue for its domain.', 'RFC 1985'],
  ['EXPN', 'The server answers EXPN, which lists the members of a mailing list.', 'RFC 5321 4.1.1.7'],
  ['VRFY', 'The server answers VRFY, which asks whether an address exists.', 'RFC 5321 4.1.1.6'],
  ['HELP', 'The server answers HELP.', 'RFC 5321 4.1.1.8'],
  ['FUTURERELEASE', 'The sender may have the message held until a time.', 'RFC 4865'],
  ['LIMITS', 'The server tells its limits, such as RCPTMAX, the most recipients a message.', 'RFC 9422'],
  ['MT-PRIORITY', 'The sender may give a message a priority from -9 to 9.', 'RFC 6710'],
  ['MTRK', 'The sender may track the message later.', 'RFC 3885'],
  ['NO-SOLICITING', 'The server says that advertising is not wanted.', 'RFC 3865'],
  ['PIPELINING', 'The client may send several commands without waiting for each reply.', 'RFC 2920'],
  ['REQUIRETLS', 'The sender may demand TLS on every further hop.', 'RFC 8689'],
  ['RRVS', 'The sender may demand that the mailbox still has the same owner as at a date.', 'RFC 7293'],
  ['SIZE', 'The number is the largest message in bytes; 0 or none means no stated limit.', 'RFC 1870'],
  ['SMTPUTF8', 'The server takes addresses and headers with letters beyond ASCII.', 'RFC 6531'],
  ['UTF8SMTP', 'The experimental forerunner of SMTPUTF8.', 'RFC 5336'],
  ['STARTTLS', 'The session can be encrypted with the command STARTTLS.', 'RFC 3207'],
  ['SUBMITTER', 'The sender may name the responsible submitter (Sender ID, historic).', 'RFC 4405'],
  ['SEND', 'Old: the server can show a message on the terminal of a user.', 'RFC 821'],
  ['SOML', 'Old: the server can show a message on a terminal or deliver it.', 'RFC 821'],
  ['SAML', 'Old: the server can show a message on a terminal and deliver it.', 'RFC 821'],
  ['TURN', 'Old and unsafe: client and server can swap roles.', 'RFC 821'],
  ['VERB', 'sendmail can show what it does while it delivers.', 'IANA registry of SMTP extensions'],
  ['ONEX', 'The client may say that only one message follows.', 'IANA registry of SMTP extensions'],
  ['PRDR', 'The server answers for each recipient after the message.', 'draft-hall-prdr (Exim)'],
  ['PIPECONNECT', 'The client may send EHLO before the greeting came next time.', 'Exim: PIPECONNECT'],
  ['PIPE_CONNECT', 'The client may send EHLO before the greeting came next time.', 'Exim: PIPECONNECT'],
  ['X_PIPE_CONNECT', 'The older name of PIPECONNECT: EHLO before the greeting.', 'Exim: PIPECONNECT'],
  ['CLIENTID', 'The client may send an identity token of its own.', 'draft-storey-smtp-client-id'],
  [
    'XCLIENT',
    'A trusted proxy may pass the true data of the client; only proxies should see this offer.',
    'Postfix: XCLIENT_README',
  ],
  ['XFORWARD', 'A filter may pass the data of the original client for the log.', 'Postfix: XFORWARD_README'],
  ['VERP', 'The server can make one envelope sender for each recipient.', 'Postfix: VERP_README'],
  ['XVERP', 'The server can make one envelope sender for each recipient.', 'Postfix: VERP_README'],
  ['X-ANONYMOUSTLS', 'Exchange servers may encrypt the session with their own certificates.', exchange],
  ['X-EXPS', 'Exchange servers may log in to each other; the words behind it are the mechanisms.', exchange],
  ['X-EXCHANGEAUTH', 'Exchange servers may log in to each other by SHA256.', exchange],
  ['X-LINK2STATE', 'Exchange 2000 and 2003 servers may pass routing information.', exchange],
  ['XEXCH50', 'Exchange 2000 and 2003 servers may pass extra properties of messages.', exchange],
  ['XRDST', 'Exchange servers may pass a hint on the destination.', exchange],
  ['XSHADOW', 'Exchange servers may keep shadow copies of messages for each other.', exchange],
  ['XSHADOWREQUEST', 'Exchange servers may ask each other for a shadow copy of a message.', exchange],
  ['XPROXY', 'The Exchange front end may pass data of the client to the back end.', exchange],
  ['XPROXYFROM', 'The Exchange front end may pass data of the client to the back end.', exchange],
  ['XPROXYTO', 'The Exchange front end can carry outgoing sessions.', exchange],
  ['X-MESSAGECONTEXT', 'Exchange servers may pass extra data of messages.', exchange],
  ['XSYSPROBE', 'Exchange servers may send test messages of their own monitoring.', exchange],
  ['XOORG', 'Exchange servers may name the organisation that a message comes from.', exchange],
  ['XLOOP', 'The server detects mail loops by this value.', oracle],
  ['XADR', 'The server can test an address.', oracle],
  ['XDFLG', 'The server takes delivery flags.', oracle],
  ['X-RCPTLIMIT', 'The number is the most recipients a message.', oracle],
  ['XUSR', 'The client says that the message comes fresh from a user.', 'sendmail'],
  ['XEXDATA', 'The server answers for each recipient after the message.', 'Courier'],
  ['TLS', 'An old name that early servers used for STARTTLS.', 'no RFC; early servers'],
  [
    'XXXXXXXA',
    'No extension: a firewall replaced a keyword, most often STARTTLS, with letters X.',
    'Cisco ASA: ESMTP inspection',
  ],
]);

/** Parameters of MAIL FROM. */
export const mailParameters: ReadonlyMap<string, Extension> = table([
  ['SIZE', 'The size of the message in bytes, as the client counts it.', 'RFC 1870'],
  ['BODY', 'The form of the body: 7BIT, 8BITMIME or BINARYMIME.', 'RFC 6152; RFC 3030'],
  ['AUTH', 'Who submitted the message at first, or <> where that is not known.', 'RFC 4954 5'],
  ['RET', 'What a bounce shall return: FULL for the whole message, HDRS for its headers.', 'RFC 3461 4.3'],
  ['ENVID', 'A name for this sending that reports repeat.', 'RFC 3461 4.4'],
  ['SMTPUTF8', 'The message has addresses or headers with letters beyond ASCII.', 'RFC 6531'],
  ['REQUIRETLS', 'The message must travel over TLS on every hop.', 'RFC 8689'],
  ['BY', 'Deliver within this time: R returns the message after it, N only notifies.', 'RFC 2852'],
  ['HOLDFOR', 'Hold the message for this many seconds.', 'RFC 4865'],
  ['HOLDUNTIL', 'Hold the message until this time.', 'RFC 4865'],
  ['MT-PRIORITY', 'The priority of the message from -9 to 9.', 'RFC 6710'],
  ['MTRK', 'A token with which the sender can track the message.', 'RFC 3885'],
  ['SOLICIT', 'Keywords that mark the message as advertising.', 'RFC 3865'],
  ['SUBMITTER', 'The responsible submitter (Sender ID, historic).', 'RFC 4405'],
  ['TRANSID', 'The name of a transfer that can be resumed.', 'RFC 1845'],
  ['XVERP', 'Make one envelope sender for each recipient.', 'Postfix: VERP_README'],
  ['XOORG', 'The organisation that the message comes from.', exchange],
]);

/** Parameters of RCPT TO. */
export const rcptParameters: ReadonlyMap<string, Extension> = table([
  ['NOTIFY', 'When to send a report: NEVER, or SUCCESS, FAILURE, DELAY.', 'RFC 3461 4.1'],
  ['ORCPT', 'The recipient as the sender first wrote it; reports repeat it.', 'RFC 3461 4.2'],
  ['RRVS', 'Deliver only if the mailbox has had the same owner since this time.', 'RFC 7293'],
  ['CONNEG', 'Ask what the recipient is able to show.', 'RFC 4141'],
]);

const REVEALING = { revealing: true } as const;

/** Login mechanisms (SASL) as AUTH lists them. */
export const authMechanisms: ReadonlyMap<string, Extension> = table([
  ['PLAIN', 'User name and password in one base64 answer; safe only under TLS.', 'RFC 4616', REVEALING],
  [
    'LOGIN',
    'User name and password in two base64 answers; obsolete but common, safe only under TLS.',
    'draft-murchison-sasl-login',
    REVEALING,
  ],
  [
    'CRAM-MD5',
    'The server sends a challenge and the password itself is not sent; weak by the measure of today.',
    'RFC 2195',
  ],
  ['DIGEST-MD5', 'A challenge as in HTTP digest; historic.', 'RFC 2831; RFC 6331'],
  ['SCRAM-SHA-1', 'A salted challenge; the password itself is not sent.', 'RFC 5802'],
  ['SCRAM-SHA-1-PLUS', 'SCRAM-SHA-1 bound to the TLS session.', 'RFC 5802'],
  ['SCRAM-SHA-256', 'A salted challenge; the password itself is not sent.', 'RFC 7677'],
  ['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256 bound to the TLS session.', 'RFC 7677'],
  ['SCRAM-SHA-512', 'A salted challenge with a longer hash.', 'draft-melnikov-scram-sha-512'],
  ['GSSAPI', 'A Kerberos ticket.', 'RFC 4752'],
  ['GSS-SPNEGO', 'A Kerberos ticket or NTLM, as both sides agree.', 'Microsoft: [MS-SPNG]'],
  ['NTLM', 'The challenge of Windows.', 'Microsoft: [MS-SMTPNTLM]'],
  ['XOAUTH2', 'An access token of Google or Microsoft instead of a password.', 'Google: XOAUTH2 protocol', REVEALING],
  ['OAUTHBEARER', 'An access token instead of a password.', 'RFC 7628', REVEALING],
  ['OAUTH10A', 'A token of OAuth 1.0a.', 'RFC 7628', REVEALING],
  ['XOAUTH', 'The old token of Google, switched off.', 'Google Workspace Help: Gmail SMTP errors and codes', REVEALING],
  ['PLAIN-CLIENTTOKEN', 'A token that only programs of Google use.', 'shown by Gmail servers', REVEALING],
  ['EXTERNAL', 'The identity comes from the TLS client certificate.', 'RFC 4422 A'],
  ['ANONYMOUS', 'A login with no identity.', 'RFC 4505'],
  ['OTP', 'A one-time password.', 'RFC 2444'],
  ['SKEY', 'An old one-time password.', 'RFC 2222'],
  ['SECURID', 'A code from an RSA token.', 'RFC 2808'],
  ['KERBEROS_V4', 'A ticket of Kerberos 4; obsolete.', 'RFC 2222'],
  ['GS2-KRB5', 'A Kerberos ticket in the GS2 form.', 'RFC 5801'],
  ['EXCHANGEAUTH', 'The login of one Exchange server to another.', exchange],
]);

/** The keyword of EHLO that must be offered before a parameter of MAIL or RCPT is used; the clause that says so. */
export const parameterKeywords: ReadonlyMap<string, { readonly keyword: string; readonly source: string }> = new Map(
  (
    [
      ['SIZE', 'SIZE', 'RFC 1870 6'],
      ['BODY', '8BITMIME', 'RFC 6152 2'],
      ['AUTH', 'AUTH', 'RFC 4954 5'],
      ['RET', 'DSN', 'RFC 3461 4'],
      ['ENVID', 'DSN', 'RFC 3461 4'],
      ['NOTIFY', 'DSN', 'RFC 3461 4'],
      ['ORCPT', 'DSN', 'RFC 3461 4'],
      ['SMTPUTF8', 'SMTPUTF8', 'RFC 6531 3.4'],
      ['REQUIRETLS', 'REQUIRETLS', 'RFC 8689 2'],
      ['BY', 'DELIVERBY', 'RFC 2852 4'],
      ['HOLDFOR', 'FUTURERELEASE', 'RFC 4865 3'],
      ['HOLDUNTIL', 'FUTURERELEASE', 'RFC 4865 3'],
      ['MT-PRIORITY', 'MT-PRIORITY', 'RFC 6710 4'],
      ['MTRK', 'MTRK', 'RFC 3885 4'],
      ['SOLICIT', 'NO-SOLICITING', 'RFC 3865 2'],
      ['SUBMITTER', 'SUBMITTER', 'RFC 4405 4'],
      ['TRANSID', 'CHECKPOINT', 'RFC 1845 4'],
      ['RRVS', 'RRVS', 'RFC 7293 3'],
      ['CONNEG', 'CONNEG', 'RFC 4141'],
      ['XVERP', 'XVERP', 'Postfix: VERP_README'],
      ['XOORG', 'XOORG', 'Exchange Server'],
    ] as const
  ).map(([name, keyword, source]) => [name, { keyword, source }]),
);

/** The keyword that a parameter needs; undefined for one that is not known. */
export function keywordOf(
  name: string,
  value: string,
): { readonly keyword: string; readonly source: string } | undefined {
  if (name === 'BODY' && value.toUpperCase() === 'BINARYMIME') return { keyword: 'BINARYMIME', source: 'RFC 3030 3' };
  return parameterKeywords.get(name);
}

/** The keyword of EHLO that must be offered before a command is sent. */
export const verbKeywords: ReadonlyMap<string, { readonly keyword: string; readonly source: string }> = new Map(
  (
    [
      ['BDAT', 'CHUNKING', 'RFC 3030 2'],
      ['STARTTLS', 'STARTTLS', 'RFC 3207 4'],
      ['ETRN', 'ETRN', 'RFC 1985 5'],
      ['ATRN', 'ATRN', 'RFC 2645 4'],
      ['BURL', 'BURL', 'RFC 4468 3'],
      ['XCLIENT', 'XCLIENT', 'Postfix: XCLIENT_README'],
      ['XFORWARD', 'XFORWARD', 'Postfix: XFORWARD_README'],
      ['XEXCH50', 'XEXCH50', 'Exchange Server'],
      ['X-EXPS', 'X-EXPS', 'Exchange Server'],
      ['X-ANONYMOUSTLS', 'X-ANONYMOUSTLS', 'Exchange Server'],
      ['X-LINK2STATE', 'X-LINK2STATE', 'Exchange Server'],
    ] as const
  ).map(([verb, keyword, source]) => [verb, { keyword, source }]),
);

/** The values that a parameter of MAIL or RCPT may have, where they are few (RFC 6152 2, RFC 3030 3; RFC 3461 4.1 to 4.3). */
export const parameterValues: ReadonlyMap<string, readonly string[]> = new Map([
  ['BODY', ['8BITMIME', '7BIT', 'BINARYMIME']],
  ['RET', ['HDRS', 'FULL']],
  ['NOTIFY', ['NEVER', 'SUCCESS', 'FAILURE', 'DELAY']],
  ['ORCPT', ['rfc822;', 'utf-8;']],
]);
