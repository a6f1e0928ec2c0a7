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
