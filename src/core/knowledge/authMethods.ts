/** What one method and result of an Authentication-Results field says (RFC 8601). */
export interface AuthResultMeaning {
  readonly method: string;
  readonly result: string;
  /** One sentence. */
  readonly meaning: string;
  readonly source: string;
}

export interface AuthMethod {
  readonly method: string;
  /** One sentence. */
  readonly meaning: string;
  readonly source: string;
}

const methodRows: readonly (readonly [string, string, string])[] = [
  ['spf', 'Whether the sending host may use the domain of the envelope sender or of HELO.', 'RFC 7208; RFC 8601 2.7.2'],
  ['dkim', 'Whether a DKIM signature of the message is good.', 'RFC 6376; RFC 8601 2.7.1'],
  ['dmarc', 'Whether SPF or DKIM passed with the domain that From shows.', 'RFC 7489 11.2'],
  ['arc', 'Whether the chain of ARC seals is whole.', 'RFC 8617 5.2'],
  ['auth', 'Whether the client logged in.', 'RFC 8601 2.7.4'],
  ['iprev', 'Whether reverse and forward DNS of the sending host agree.', 'RFC 8601 3'],
  ['sender-id', 'The result of Sender ID, which is no longer used.', 'RFC 4406; RFC 8601 2.7.2'],
  ['domainkeys', 'The result of DomainKeys, the forerunner of DKIM.', 'RFC 4870'],
  ['dkim-adsp', 'The result of ADSP, which DMARC replaced.', 'RFC 5617'],
  ['dkim-atps', 'Whether the author allows another domain to sign.', 'RFC 6541'],
  ['dnswl', 'Whether the sending host stands on a list of good senders.', 'RFC 8904'],
  ['rrvs', 'Whether the mailbox still has the same owner.', 'RFC 7293'],
  ['smime', 'Whether the S/MIME signature is good.', 'RFC 7281'],
  ['vbr', 'Whether somebody vouches for the sender.', 'RFC 6212'],
  ['bimi', 'Whether the logo of the sender may be shown.', 'draft-brand-indicators-for-message-identification'],
  [
    'compauth',
    'The joint verdict of Microsoft on the origin of the message.',
    'Microsoft Learn: Anti-spam message headers in Microsoft 365',
  ],
];

/** Methods by name in small letters. */
export const authMethods: ReadonlyMap<string, AuthMethod> = new Map(
  methodRows.map(([method, meaning, source]) => [method, { method, meaning, source }]),
);

const dkim = 'RFC 8601 2.7.1';
const dmarc = 'RFC 7489 11.2';
const auth = 'RFC 8601 2.7.4';
const iprev = 'RFC 8601 2.7.3';
const compauth = 'Microsoft Learn: Anti-spam message headers in Microsoft 365';

const resultRows: readonly (readonly [method: string, result: string, meaning: string, source: string])[] = [
  ['spf', 'pass', 'The SPF record allows the sending host.', 'RFC 7208 2.6.3'],
  ['spf', 'fail', 'The SPF record forbids the sending host (-all).', 'RFC 7208 2.6.4'],
  ['spf', 'hardfail', 'The SPF record forbids the sending host; an old word for fail.', 'RFC 5451 2.4.2'],
  ['spf', 'softfail', 'The SPF record says that the sending host is probably not allowed (~all).', 'RFC 7208 2.6.5'],
  ['spf', 'neutral', 'The SPF record says nothing about the sending host (?all).', 'RFC 7208 2.6.2'],
  ['spf', 'none', 'There is no SPF record, or no domain to check.', 'RFC 7208 2.6.1'],
  ['spf', 'temperror', 'DNS failed during the check; a later check may give a result.', 'RFC 7208 2.6.6'],
  ['spf', 'permerror', 'The SPF record is broken, or needs more than ten DNS look-ups.', 'RFC 7208 2.6.7, 4.6.4'],
  ['spf', 'policy', 'A rule of the receiver changed the result.', 'RFC 8601 2.7.2'],
  ['dkim', 'pass', 'The signature is good and acceptable to the receiver.', dkim],
  [
    'dkim',
    'fail',
    'The signature does not verify: the message was changed after signing, or the key does not fit.',
    dkim,
  ],
  ['dkim', 'neutral', 'The message is signed, but the signature could not be processed.', dkim],
  ['dkim', 'none', 'The message is not signed.', dkim],
  ['dkim', 'policy', 'The signature is not acceptable to the receiver.', dkim],
  ['dkim', 'temperror', 'The key could not be fetched; a later check may give a result.', dkim],
  ['dkim', 'permerror', 'The signature cannot be checked: a needed tag or the key is missing.', dkim],
  ['dmarc', 'pass', 'SPF or DKIM passed with the domain that From shows.', dmarc],
  ['dmarc', 'fail', 'Neither SPF nor DKIM passed with the domain that From shows.', dmarc],
  ['dmarc', 'none', 'The From domain has no DMARC record.', dmarc],
  ['dmarc', 'bestguesspass', 'The From domain has no DMARC record, but the message would have passed one.', compauth],
  ['dmarc', 'temperror', 'DNS failed during the check; a later check may give a result.', dmarc],
  ['dmarc', 'permerror', 'The DMARC record is broken.', dmarc],
  ['arc', 'pass', 'All ARC seals verify: what earlier servers found was not changed.', 'RFC 8617 4.4'],
  ['arc', 'fail', 'The chain of ARC seals is broken and stays so.', 'RFC 8617 4.4'],
  ['arc', 'none', 'The message came without ARC seals.', 'RFC 8617 4.4'],
  ['auth', 'pass', 'The client logged in.', auth],
  ['auth', 'fail', 'The login failed.', auth],
  ['auth', 'none', 'No login was tried.', auth],
  ['auth', 'temperror', 'The login could not be checked at the time.', auth],
  ['auth', 'permerror', 'The login cannot be checked.', auth],
  ['iprev', 'pass', 'Reverse and forward DNS of the sending host agree.', iprev],
  [
    'iprev',
    'fail',
    'Reverse DNS of the sending host is missing, or its name does not lead back to the address.',
    iprev,
  ],
  ['iprev', 'temperror', 'DNS failed during the check; a later check may give a result.', iprev],
  ['iprev', 'permerror', 'Reverse DNS of the sending host cannot be checked.', iprev],
  ['dkim-adsp', 'pass', 'The author domain signed the message.', 'RFC 5617 5.4'],
  [
    'dkim-adsp',
    'fail',
    'The author domain says that it signs all mail, and this message is not signed.',
    'RFC 5617 5.4',
  ],
  [
    'dkim-adsp',
    'discard',
    'The author domain asks to drop unsigned mail, and this message is not signed.',
    'RFC 5617 5.4',
  ],
  ['dkim-adsp', 'nxdomain', 'The author domain does not exist.', 'RFC 5617 5.4'],
  ['dkim-adsp', 'unknown', 'The author domain says nothing on signing.', 'RFC 5617 5.4'],
  ['dkim-adsp', 'none', 'The author domain has no ADSP record.', 'RFC 5617 5.4'],
  ['dkim-atps', 'pass', 'The author domain allows the signing domain.', 'RFC 6541'],
  ['dkim-atps', 'fail', 'The author domain does not allow the signing domain.', 'RFC 6541'],
  ['dkim-atps', 'none', 'No signature asks for this check.', 'RFC 6541'],
  ['dnswl', 'pass', 'The sending host stands on the list of good senders.', 'RFC 8904'],
  ['dnswl', 'none', 'The sending host does not stand on the list of good senders.', 'RFC 8904'],
  ['dnswl', 'temperror', 'The list did not answer; a later check may give a result.', 'RFC 8904'],
  ['dnswl', 'permerror', 'The list cannot be asked.', 'RFC 8904'],
  ['rrvs', 'pass', 'The mailbox still has the same owner.', 'RFC 7293'],
  ['rrvs', 'fail', 'The mailbox has another owner since the date that was named.', 'RFC 7293'],
  ['rrvs', 'none', 'The message does not ask for this check.', 'RFC 7293'],
  ['rrvs', 'unknown', 'It is not known since when the owner has the mailbox.', 'RFC 7293'],
  ['smime', 'pass', 'The S/MIME signature is good.', 'RFC 7281'],
  ['smime', 'fail', 'The S/MIME signature does not verify.', 'RFC 7281'],
  ['smime', 'none', 'The message has no S/MIME signature.', 'RFC 7281'],
  ['smime', 'policy', 'The S/MIME signature is not acceptable to the receiver.', 'RFC 7281'],
  ['smime', 'neutral', 'The S/MIME signature could not be processed.', 'RFC 7281'],
  ['vbr', 'pass', 'Somebody whom the receiver trusts vouches for the sender.', 'RFC 6212'],
  ['vbr', 'fail', 'The one who should vouch for the sender does not.', 'RFC 6212'],
  ['vbr', 'none', 'Nobody is named who vouches for the sender.', 'RFC 6212'],
  ['bimi', 'pass', 'The logo of the sender may be shown.', 'draft-brand-indicators-for-message-identification'],
  [
    'bimi',
    'fail',
    'The logo or its certificate is not acceptable.',
    'draft-brand-indicators-for-message-identification',
  ],
  ['bimi', 'none', 'The sender has no BIMI record.', 'draft-brand-indicators-for-message-identification'],
  ['bimi', 'declined', 'The sender wishes no logo.', 'draft-brand-indicators-for-message-identification'],
  [
    'bimi',
    'skipped',
    'The check was not done, most often because DMARC does not pass.',
    'draft-brand-indicators-for-message-identification',
  ],
  ['compauth', 'pass', 'Microsoft takes the origin of the message as proven.', compauth],
  [
    'compauth',
    'fail',
    'Microsoft does not take the origin as proven; other signs may still let the message in.',
    compauth,
  ],
  ['compauth', 'softpass', 'Microsoft takes the origin as proven, but only weakly.', compauth],
  ['compauth', 'none', 'Microsoft did not check the origin, or the check was bypassed.', compauth],
];

/** What a result word says whatever the method, for methods that no table knows (RFC 8601 2.7). */
const generalRows: readonly (readonly [string, string])[] = [
  ['pass', 'The check passed.'],
  ['fail', 'The check failed.'],
  ['none', 'There was nothing to check.'],
  ['neutral', 'The check gave no statement.'],
  ['policy', 'A rule of the receiver changed the result.'],
  ['temperror', 'The check failed for now; a later check may give a result.'],
  ['permerror', 'The check cannot give a result.'],
];

/** Results by `method=result` in small letters. */
export const authResults: ReadonlyMap<string, AuthResultMeaning> = new Map(
  resultRows.map(([method, result, meaning, source]) => [`${method}=${result}`, { method, result, meaning, source }]),
);

const general: ReadonlyMap<string, string> = new Map(generalRows);

/** What a method with this result means; undefined for a result word that is not known. Case does not matter. */
export function authResultMeaning(method: string, result: string): AuthResultMeaning | undefined {
  const name = method.toLowerCase();
  const word = result.toLowerCase();
  const row = authResults.get(`${name}=${word}`);
  if (row !== undefined) return row;
  const meaning = general.get(word);
  if (meaning === undefined) return undefined;
  return { method: name, result: word, meaning, source: 'RFC 8601 2.7' };
}
