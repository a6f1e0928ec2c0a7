/** What a word of a record text means. */
export interface RecordWord {
  /** One or two sentences in plain words. */
  readonly meaning: string;
  /** What its usual values mean, by the value in small letters. */
  readonly values: ReadonlyMap<string, string>;
  /** The clause it rests on. */
  readonly source: string;
}

function word(
  key: string,
  meaning: string,
  source: string,
  values: Readonly<Record<string, string>> = {},
): readonly [string, RecordWord] {
  return [key, { meaning, source, values: new Map(Object.entries(values)) }];
}

const policies = {
  none: 'none: nothing is asked for; the mail is delivered as without DMARC, and reports are sent.',
  quarantine: 'quarantine: mail that fails is to be treated as suspicious, mostly by putting it into the spam folder.',
  reject: 'reject: mail that fails is to be refused.',
};
const alignment = {
  r: 'r (relaxed): the same organisational domain is enough.',
  s: 's (strict): the domains must be the same.',
};

/** Mechanisms, modifiers and tags, by kind of record and name: `spf include`, `dmarc p`. */
export const recordWords: ReadonlyMap<string, RecordWord> = new Map([
  word(
    'spf',
    'SPF: which hosts may send mail with this domain as envelope sender or HELO name. Terms are tried from left to right; the first that matches decides.',
    'RFC 7208 4.6.2',
  ),
  word('spf v', 'Marks the text as an SPF record; exactly v=spf1 with a blank or the end behind it.', 'RFC 7208 4.5'),
  word(
    'spf all',
    'Matches every sender, so that it stands last and settles what no other term matched.',
    'RFC 7208 5.1',
  ),
  word(
    'spf include',
    'Asks the SPF record of another domain; matches only if that record passes the sender. Costs a DNS look-up.',
    'RFC 7208 5.2',
  ),
  word(
    'spf a',
    'Matches if the sender’s address is among the A or AAAA addresses of the domain, this one where none is named. Costs a DNS look-up.',
    'RFC 7208 5.3',
  ),
  word(
    'spf mx',
    'Matches if the sender is one of the mail exchangers of the domain, this one where none is named. Costs a DNS look-up, and one for each exchanger, at most 10.',
    'RFC 7208 5.4',
  ),
  word(
    'spf ptr',
    'Matches by the reverse name of the sender’s address. It is slow and unreliable and should not be used.',
    'RFC 7208 5.5',
  ),
  word('spf ip4', 'Matches a sender with this IPv4 address or in this network.', 'RFC 7208 5.6'),
  word('spf ip6', 'Matches a sender with this IPv6 address or in this network.', 'RFC 7208 5.6'),
  word(
    'spf exists',
    'Builds a name, mostly with macros, and matches if it has an A record. Costs a DNS look-up.',
    'RFC 7208 5.7',
  ),
  word(
    'spf redirect',
    'Where no mechanism matched, the record of this domain is used instead. Costs a DNS look-up; ignored if there is an all.',
    'RFC 7208 6.1',
  ),
  word('spf exp', 'Names a TXT record with an explanation for senders that fail.', 'RFC 7208 6.2'),
  word(
    'spf macro',
    'A macro, which the receiver replaces for each message; digits keep that many labels from the right, r turns the labels round.',
    'RFC 7208 7.1',
    {
      i: 'the IP address of the sender',
      s: 'the sender’s mail address',
      l: 'the local part of the sender’s address',
      o: 'the domain of the sender’s address',
      d: 'the domain whose record is evaluated',
      h: 'the HELO name',
      v: 'in-addr for IPv4, ip6 for IPv6',
      p: 'the validated reverse name of the IP address (not to be used)',
    },
  ),
  word('spf modifier', 'A modifier that SPF does not define; receivers ignore it.', 'RFC 7208 6'),
  word('spf qualifier', 'What a match means.', 'RFC 7208 4.6.2', {
    '+': '+ pass: the sender is allowed.',
    '-': '- fail: the sender is not allowed; receivers may refuse the mail.',
    '~': '~ softfail: the sender is probably not allowed; receivers mostly accept and mark the mail.',
    '?': '? neutral: nothing is said about the sender, as if there were no record.',
  }),

  word(
    'dmarc',
    'DMARC: what receivers are asked to do with mail that has this domain in its From field and passes neither SPF nor DKIM with a domain that fits, and where to send reports.',
    'RFC 7489 6.3; RFC 9989 4.7',
  ),
  word(
    'dmarc v',
    'Marks the text as a DMARC record; it must stand first and be exactly DMARC1.',
    'RFC 7489 6.3; RFC 9989 4.7',
  ),
  word('dmarc p', 'The policy for mail from this domain that fails.', 'RFC 7489 6.3; RFC 9989 4.7', policies),
  word(
    'dmarc sp',
    'The policy for subdomains; without it p counts for them, too.',
    'RFC 7489 6.3; RFC 9989 4.7',
    policies,
  ),
  word('dmarc np', 'The policy for subdomains that do not exist.', 'RFC 9091 3.2; RFC 9989 4.7', policies),
  word(
    'dmarc adkim',
    'How closely the domain of a DKIM signature must fit the From field; relaxed where the tag is missing.',
    'RFC 7489 3.1.1; RFC 9989 4.7',
    alignment,
  ),
  word(
    'dmarc aspf',
    'How closely the domain that SPF checked must fit the From field; relaxed where the tag is missing.',
    'RFC 7489 3.1.2; RFC 9989 4.7',
    alignment,
  ),
  word(
    'dmarc rua',
    'Where receivers send their summaries, once a day or so. Another domain must agree by a record of its own.',
    'RFC 7489 6.3; RFC 7489 7.1; RFC 9990',
  ),
  word(
    'dmarc ruf',
    'Where receivers send reports of single messages that failed; few of them do.',
    'RFC 7489 6.3; RFC 9991',
  ),
  word('dmarc fo', 'Which failures are reported one by one.', 'RFC 7489 6.3; RFC 9989 4.7', {
    '0': '0: when neither SPF nor DKIM passes in a way that counts (this is the usual value).',
    '1': '1: when SPF or DKIM does not pass in a way that counts.',
    d: 'd: when a DKIM signature does not verify.',
    s: 's: when SPF does not pass.',
  }),
  word(
    'dmarc pct',
    'The share of failing mail, in percent, that the policy is applied to. RFC 9989 has dropped it.',
    'RFC 7489 6.3; RFC 9989 A.6',
  ),
  word('dmarc ri', 'The seconds between two summaries. RFC 9989 has dropped it.', 'RFC 7489 6.3'),
  word('dmarc rf', 'The format of failure reports. RFC 9989 has dropped it.', 'RFC 7489 6.3'),
  word(
    'dmarc psd',
    'Whether the domain is one below which others register theirs, such as a top-level domain.',
    'RFC 9989 4.7',
    {
      y: 'y: it is such a domain.',
      n: 'n: it is not, and it is the organisational domain of all below it.',
      u: 'u: it is not said (this is the usual value).',
    },
  ),
  word('dmarc t', 'Whether the policy is only tried out.', 'RFC 9989 4.7', {
    y: 'y: a test; receivers are asked to apply the policy one step milder.',
    n: 'n: the policy counts as it is written.',
  }),

  word(
    'dkim-key',
    'DKIM key: the public key with which receivers verify signatures that name this selector and domain.',
    'RFC 6376 3.6.1',
  ),
  word(
    'dkim-key v',
    'Marks the text as a DKIM key; if it is there it must stand first and be DKIM1.',
    'RFC 6376 3.6.1',
  ),
  word('dkim-key k', 'The kind of key; rsa where the tag is missing.', 'RFC 6376 3.6.1; RFC 8463 4', {
    rsa: 'rsa: an RSA key, of at least 1024 bits and better 2048.',
    ed25519:
      'ed25519: short and modern; many receivers do not know it, so that mail is signed with an RSA key as well.',
  }),
  word('dkim-key p', 'The public key in base64. Empty, it says that the key was withdrawn.', 'RFC 6376 3.6.1'),
  word(
    'dkim-key h',
    'The hashes that signatures with this key may use; any where the tag is missing.',
    'RFC 6376 3.6.1; RFC 8301 3.1',
  ),
  word('dkim-key s', 'What the key may sign: everything (*) or mail (email).', 'RFC 6376 3.6.1'),
  word('dkim-key t', 'Flags of the key.', 'RFC 6376 3.6.1', {
    y: 'y: the domain is testing DKIM; a signature that fails counts as none.',
    s: 's: the address in i= of the signature must be of the domain itself, not of a subdomain.',
  }),
  word('dkim-key n', 'A note for people.', 'RFC 6376 3.6.1'),
  word('dkim-key g', 'The local part that may sign; obsolete and ignored.', 'RFC 6376 C.2; RFC 4871 3.6.1'),

  word(
    'mta-sts',
    'MTA-STS: says that the domain has a policy for TLS, which senders fetch from mta-sts.domain over HTTPS.',
    'RFC 8461 3.1',
  ),
  word('mta-sts v', 'Marks the text as an MTA-STS record; it must stand first and be STSv1.', 'RFC 8461 3.1'),
  word('mta-sts id', 'The version of the policy; senders fetch it again when this changes.', 'RFC 8461 3.1'),

  word(
    'tls-rpt',
    'TLS-RPT: where senders report failures of TLS, MTA-STS and DANE on the way to this domain.',
    'RFC 8460 3',
  ),
  word('tls-rpt v', 'Marks the text as a TLS-RPT record; it must stand first and be TLSRPTv1.', 'RFC 8460 3'),
  word('tls-rpt rua', 'Where the reports go: mailto: or https: addresses with commas between them.', 'RFC 8460 3'),

  word(
    'bimi',
    'BIMI: the logo that mail programs may show beside mail of this domain that passes DMARC.',
    'draft-brand-indicators-for-message-identification 4',
  ),
  word(
    'bimi v',
    'Marks the text as a BIMI record; it must stand first and be BIMI1.',
    'draft-brand-indicators-for-message-identification 4.2',
  ),
  word(
    'bimi l',
    'The https: address of the logo, an SVG file; empty, the domain declines to show one.',
    'draft-brand-indicators-for-message-identification 4.2',
  ),
  word(
    'bimi a',
    'The https: address of a certificate for the logo; some providers show no logo without it.',
    'draft-brand-indicators-for-message-identification 4.2',
  ),
  word(
    'bimi avp',
    'Whether the logo of the brand or of the person is preferred.',
    'draft-brand-indicators-for-message-identification 4.2',
  ),

  word(
    'mx',
    'A mail exchanger of the domain. Senders try the lowest preference first; the higher ones are tried when it cannot be reached, and those with the same number in any order.',
    'RFC 5321 5.1',
  ),
  word('mx null', 'The null MX: this domain takes no mail at all; senders give up at once.', 'RFC 7505 3'),

  word(
    'dmarc authorisation',
    'The domain agrees to receive the DMARC reports about another domain, the one in front of _report: without this record receivers send it none. Its version is all it needs.',
    'RFC 7489 7.1; RFC 9990 4',
  ),
  word(
    'dmarc external',
    'This address is in another domain, which must agree to receive the reports, by a record of its own.',
    'RFC 7489 7.1; RFC 9990 4',
  ),
  word(
    'tlsa',
    'TLSA (DANE): which certificate the server at this port has to show. It counts only if DNSSEC verified the answer.',
    'RFC 6698 2.1; RFC 7672 3',
  ),
  word('tlsa usage', 'Usage', 'RFC 6698 2.1.1; RFC 7218 2.1; RFC 7672 3.1', {
    '0': '0 (PKIX-TA): an authority that browsers would trust; not usable for mail servers.',
    '1': '1 (PKIX-EE): the certificate itself, trusted as browsers do; not usable for mail servers.',
    '2': '2 (DANE-TA): the authority that signed the certificate of the server.',
    '3': '3 (DANE-EE): the certificate of the server itself; names and dates in it do not matter.',
  }),
  word('tlsa selector', 'Selector', 'RFC 6698 2.1.2', {
    '0': '0: of the whole certificate, so that the record changes with each renewal.',
    '1': '1: of its public key, which may stay the same at a renewal.',
  }),
  word('tlsa matching', 'Matching type', 'RFC 6698 2.1.3', {
    '0': '0: the data itself.',
    '1': '1: its SHA2-256 digest, 32 octets.',
    '2': '2: its SHA2-512 digest, 64 octets.',
  }),
  word(
    'caa',
    'CAA: which certification authorities may issue certificates for this domain and the names below it.',
    'RFC 8659 4',
    {
      issue: 'issue: the named authority may issue certificates; ";" allows none.',
      issuewild: 'issuewild: the same for certificates with a wildcard.',
      iodef: 'iodef: where an authority reports requests that the policy forbids.',
      issuemail: 'issuemail: the named authority may issue certificates for S/MIME (RFC 9495).',
    },
  ),
  word(
    'srv',
    'SRV: the host and port of a service. Lower priorities are tried first; among equal ones the weight is the share.',
    'RFC 2782',
  ),
  word('srv none', 'SRV with the target ".": the service is not offered at this domain.', 'RFC 2782; RFC 6186 3.4'),
  word(
    'svcb',
    'SVCB and HTTPS: where a service is and how it is spoken to. Priority 0 makes it an alias, any other gives parameters such as protocols (alpn), port and address hints.',
    'RFC 9460 2',
  ),
  word(
    'ds',
    'DS: the digest of the key that signs the zone, kept by the parent zone. With it resolvers verify the zone by DNSSEC; if it does not fit the key, they answer SERVFAIL.',
    'RFC 4034 5',
    {
      '1': 'digest type 1: SHA-1, which must not be used for new records.',
      '2': 'digest type 2: SHA-256.',
      '4': 'digest type 4: SHA-384.',
    },
  ),
  word(
    'soa',
    'SOA: the first name server, the admin’s address with a dot for the @, the serial, then refresh, retry, expire, and how long "does not exist" may be kept.',
    'RFC 1035 3.3.13; RFC 2308 4',
  ),
  word('cname', 'An alias: all that is asked of this name is looked up at the other one.', 'RFC 1034 3.6.2'),
  word(
    'policy',
    'The MTA-STS policy, which senders fetch over HTTPS: which hosts may take the mail, and whether TLS with a valid certificate is required.',
    'RFC 8461 3.2',
  ),
  word('policy version', 'The version, which must be STSv1.', 'RFC 8461 3.2'),
  word('policy mode', 'What senders do where the policy is not kept.', 'RFC 8461 5', {
    enforce: 'enforce: they do not deliver to a host that is not listed, or shows no valid certificate over TLS.',
    testing: 'testing: they deliver, and report it where TLS-RPT is set up.',
    none: 'none: there is no policy (any more).',
  }),
  word(
    'policy mx',
    'A host that may take the mail of the domain; *. stands for one label. Each exchanger must fit one of these lines.',
    'RFC 8461 4.1',
  ),
  word(
    'policy max_age',
    'For how many seconds senders may keep the policy, at most 31557600 (a year); weeks or more are usual.',
    'RFC 8461 3.2',
  ),
]);
