import type { DnssecFindings } from '../../checks/dnssec/findings.ts';
import type { CheckRowsFor } from './checkRow.ts';

const by = (server: string): string => (server === '' ? 'the resolver' : `the resolver ${server}`);

export const dnssecRows: CheckRowsFor<DnssecFindings> = {
  'dnssec-unsigned': {
    source: 'RFC 4033 2',
    says: () =>
      'The zone is not signed with DNSSEC. Mail works without; DANE does not, and answers can be forged on the way to a resolver.',
  },
  'dnssec-valid': {
    source: ['RFC 4035 3.2.3', 'RFC 8624 3.1'],
    says: ({ algorithms, server }) =>
      `The zone is signed (${algorithms.join(', ')}), and ${by(server)} says that it has validated it.`,
  },
  'dnssec-not-validated': {
    source: 'RFC 4035 3.2.3',
    says: ({ server }) =>
      `The zone is signed and its parent names a key, but ${by(server)} does not say that it has validated anything, so whether the signatures are right is not known.`,
    next: () => 'Ask a resolver that validates, such as 9.9.9.9 or an unbound of your own (mailTriage.dns.servers).',
  },
  'dnssec-bogus': {
    source: ['RFC 4035 5.5', 'RFC 8914 4.7'],
    says: ({ types, why }, about) =>
      `The ${types.join(' and ')} records of ${about} do not verify by DNSSEC: the resolver gives SERVFAIL, and answers when it is told not to check.${why.length === 0 ? '' : ` It says: ${why.join('; ')}.`} Everybody whose resolver validates sees no such records, and mail waits or bounces.`,
    next: () =>
      'Sign the zone again and compare its keys with the DS records at the registrar. If that takes long, have the registrar remove the DS records: the domain then works unsigned when their TTL has passed.',
  },
  'dnssec-no-ds': {
    source: 'RFC 4035 2.4',
    says: ({ tags }) =>
      `The zone is signed (keys ${tags.join(', ')}), but there is no DS record at the parent, so nobody can check the signatures.`,
    next: () => 'Give the DS record of the key that signs keys to the registrar, or stop signing.',
  },
  'dnssec-no-keys': {
    source: 'RFC 4035 5',
    says: ({ tags }) =>
      `The parent has a DS record (key ${tags.join(', ')}), but the zone has no DNSKEY: for everybody whose resolver validates, the domain does not work.`,
    next: () => 'Have the registrar remove the DS records, or sign the zone with the key that they name.',
  },
  'dnssec-ds-mismatch': {
    source: 'RFC 4035 5.2',
    says: ({ tags, keys }) =>
      `No DS record at the parent (${tags.join(', ')}) names a key of the zone (${keys.join(', ') || 'none that may sign'}): for everybody whose resolver validates, the domain does not work.`,
    next: ({ keys }) =>
      keys.length === 0
        ? 'Sign the zone with the key that the DS record names, or have the registrar remove the DS records.'
        : 'Give the registrar the DS record of the key that signs keys now, in place of the old one.',
  },
  'dnssec-ds-stray': {
    source: 'RFC 6781 4.1.2',
    says: ({ tag }) =>
      `The DS record of key ${tag} fits no key of the zone; another one does, so nothing is broken. It belongs to a key that is to come, or is left over.`,
  },
  'dnssec-ds-length': {
    source: 'RFC 4034 5.1.4',
    says: ({ tag, digits, expected }) =>
      `The digest of the DS record of key ${tag} has ${digits} digits in place of ${expected}, so it fits nothing.`,
    next: () => 'Give the whole digest to the registrar, without blanks.',
  },
  'dnssec-algorithm': {
    source: ['RFC 8624 3.1', 'RFC 9905 2'],
    says: ({ algorithm }) =>
      `The zone is signed with ${algorithm}, which is not to be used any more: resolvers take such a zone for unsigned.`,
    next: () => 'Roll over to ECDSAP256SHA256 (13).',
  },
  'dnssec-digest': {
    source: ['RFC 8624 3.3', 'RFC 9905 2'],
    says: ({ digest }) =>
      `The DS records at the parent have digests of ${digest} only, which are not to be used any more.`,
    next: () => 'Give the registrar a DS record with SHA-256 (digest type 2).',
  },
  'dnssec-signatures-end': {
    source: 'RFC 6781 4.4.2',
    says: ({ type, hours }) =>
      `The signature of the ${type} records ends in ${hours} ${hours === 1 ? 'hour' : 'hours'}, and has not been renewed. After that, the domain does not work for those whose resolver validates.`,
    next: () =>
      'Look why the zone is not signed again: the signer, its clock, and the transfer to the secondary servers.',
  },
  'dnssec-nsec3-iterations': {
    source: 'RFC 9276 3.1',
    says: ({ iterations }) =>
      `NSEC3 has ${iterations} extra iterations, which protect nothing${iterations > 100 ? '; resolvers may take the zone for unsigned or answer SERVFAIL' : ''}.`,
    next: () => 'Set the iterations to 0 and the salt to none.',
  },
};
