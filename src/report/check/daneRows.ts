import type { DaneFindings } from '../../checks/dane/findings.ts';
import type { CheckRowsFor } from './checkRow.ts';

const FAULTS = {
  usage: 'only the usages 2 and 3 count between mail servers',
  selector: 'the selector must be 0 or 1',
  matching: 'the matching type must be 0, 1 or 2',
  length: 'the digest does not have the length of its type',
} as const;

const PROBLEMS: Readonly<Record<string, string>> = {
  'certificate-expired': 'it has expired',
  'certificate-not-yet-valid': 'it is not valid yet',
  'certificate-other-name': 'it does not bear the name of the host',
};

export const daneRows: CheckRowsFor<DaneFindings> = {
  'dane-none': {
    source: 'RFC 7672 1.3',
    says: ({ hosts }) =>
      `${hosts.length === 1 ? 'The mail exchanger has' : 'The mail exchangers have'} no TLSA record, so DANE protects no mail to this domain; MTA-STS may.`,
  },
  'dane-found': {
    source: ['RFC 7672 2.2', 'RFC 7672 3.1'],
    says: ({ records, server, compared }, about) =>
      `${about} is protected by DANE (${records.join('; ')}), validated by ${server || 'the resolver'}; ${compared ? 'the certificate that the server shows fits' : 'not compared with the certificate, because nothing was connected to'}.`,
  },
  'dane-left': {
    says: ({ hosts }) => `There are more exchangers than are looked at; not looked at: ${hosts.join(', ')}.`,
    next: ({ hosts }) => `Look up the TLSA record of each, _25._tcp.${hosts[0] ?? ''} and so on.`,
  },
  'dane-missing': {
    source: 'RFC 7672 2.2.3',
    says: (_, about) =>
      `${about} has no TLSA record while another exchanger of the domain has, so who stands between can lead mail to this one and read it.`,
    next: (_, about) => `Publish _25._tcp.${about}. IN TLSA 3 1 1 with the SHA-256 of its public key.`,
  },
  'dane-mx-insecure': {
    source: 'RFC 7672 2.2.1',
    says: (_, about) =>
      `The MX record of ${about} is not secured by DNSSEC while the TLSA records of its exchangers are: who forges the MX record gets the mail, and many senders do not use DANE then.`,
    next: (_, about) => `Sign the zone of ${about}.`,
  },
  'dane-insecure': {
    source: 'RFC 7672 2.2',
    says: ({ zone }, about) =>
      `${about} has TLSA records, but the zone ${zone} is not signed with DNSSEC, so no sender looks at them.`,
    next: ({ zone }) => `Sign ${zone} and give its DS record to the registrar, or remove the TLSA records.`,
  },
  'dane-not-validated': {
    source: 'RFC 7672 2.2',
    says: ({ server }, about) =>
      `The TLSA records of ${about} come from a signed zone, but ${server || 'the resolver'} does not say that it has validated them, so whether senders use them is not known.`,
    next: () => 'Ask a resolver that validates (mailTriage.dns.servers).',
  },
  'dane-bogus': {
    source: ['RFC 7672 2.1.1', 'RFC 4035 5.5'],
    says: ({ why }, about) =>
      `The TLSA question for ${about} gives SERVFAIL and is answered when the resolver does not check: DNSSEC is broken there${why.length === 0 ? '' : ` (${why.join('; ')})`}. Senders that do DANE deliver nothing to this host and try again later.`,
    next: (_, about) => `Mend the DNSSEC of the zone of ${about}.`,
  },
  'dane-unusable': {
    source: ['RFC 7672 3.1.3', 'RFC 6698 2.1'],
    says: ({ record, fault }) => `The TLSA record "${record}" is not used by mail servers: ${FAULTS[fault]}.`,
    next: (_, about) =>
      `Publish _25._tcp.${about}. IN TLSA 3 1 1 with the SHA-256 of the server's public key (64 digits).`,
  },
  'dane-none-usable': {
    source: 'RFC 7672 2.2',
    says: (_, about) =>
      `None of the TLSA records of ${about} can be used, so senders that do DANE demand TLS but check no certificate.`,
  },
  'dane-mismatch': {
    source: ['RFC 7672 2.2', 'RFC 6698 2.1'],
    says: (_, about) =>
      `The certificate that ${about} shows fits none of its TLSA records: senders that do DANE do not deliver there.`,
    next: ({ shown }, about) =>
      `Publish _25._tcp.${about}. IN TLSA ${shown}, or give the server the key again that the records name.`,
  },
  'dane-rollover': {
    source: ['RFC 7671 8.1', 'RFC 7671 8.4'],
    says: ({ records }) =>
      `${records.join('; ')} ${records.length === 1 ? 'fits' : 'fit'} nothing that the server shows, beside one that does: the key that comes next, or one that is gone.`,
    next: () => 'If no change of the certificate is under way, remove what does not fit.',
  },
  'dane-certificate': {
    source: ['RFC 7672 3.1.2', 'RFC 7672 3.2.2'],
    says: ({ problems }, about) =>
      `The TLSA record of ${about} names an issuer (usage 2), so the certificate must be valid and bear the name: ${problems.map((one) => PROBLEMS[one] ?? one).join(', ')}.`,
    next: () => 'Install a valid certificate, or publish a record of usage 3, for which neither counts.',
  },
  'dane-no-tls': {
    source: 'RFC 7672 2.2',
    says: (_, about) =>
      `${about} has TLSA records but offers no STARTTLS, so senders that do DANE do not deliver there.`,
    next: () => 'Switch STARTTLS on, or remove the TLSA records.',
  },
  'dane-not-reached': {
    says: ({ step, detail }, about) =>
      `${about} could not be asked for its certificate (${step}${detail && `: ${detail}`}), so the TLSA records were not compared with it.`,
    next: () => 'Port 25 is closed in many networks; ask from a mail server.',
  },
};
