import type { CaaFindings } from '../../checks/caa/findings.ts';
import type { CheckRowsFor } from './checkRow.ts';

const or = (issuers: readonly string[]): string => (issuers.length === 0 ? 'nobody' : issuers.join(', '));
const where = (at: string, about: string): string => (at === about ? '' : `, by the records at ${at}`);

export const caaRows: CheckRowsFor<CaaFindings> = {
  'caa-none': {
    source: 'RFC 8659 3',
    says: () => 'There is no CAA record, so any certification authority may issue certificates for this domain.',
    next: (_, about) =>
      `Publish whom you have certificates from: ${about}. IN CAA 0 issue "ca.example" with the name that this authority documents, such as letsencrypt.org.`,
  },
  'caa-found': {
    source: ['RFC 8659 4.2', 'RFC 8659 4.3', 'RFC 9495 3'],
    says: ({ at, issuers, wildcards, mail }, about) =>
      `Certificates may be issued by ${or(issuers)}${wildcards === undefined ? '' : `; wildcards by ${or(wildcards)}`}${mail === undefined ? '' : `; certificates for S/MIME by ${or(mail)}`}${where(at, about)}.`,
  },
  'caa-forbidden': {
    source: 'RFC 8659 4.2',
    says: ({ at }, about) =>
      `No certification authority may issue a certificate for this domain${where(at, about)}: mail servers, MTA-STS and web servers in it get none.`,
    next: () => 'If certificates are needed, name the authority: 0 issue "ca.example" with the name that it documents.',
  },
  'caa-unrestricted': {
    source: 'RFC 8659 4.2',
    says: ({ at }, about) =>
      `There are CAA records, but none with the tag issue, so any certification authority may issue ordinary certificates${where(at, about)}.`,
    next: ({ at }) =>
      `Add who may issue: ${at}. IN CAA 0 issue "ca.example" with the name that the authority documents.`,
  },
  'caa-value': {
    source: 'RFC 8659 4.2',
    says: ({ tag, value }) =>
      `The value "${value}" of ${tag} is no domain of a certification authority, so it allows nobody and forbids all others.`,
    next: ({ tag, suggestion }, about) =>
      `Write one record for each authority, with the domain that it documents and nothing else: ${about}. IN CAA 0 ${tag} "${suggestion || 'ca.example'}"`,
  },
  'caa-parameter': {
    source: 'RFC 8659 4.2',
    says: ({ tag, value }) =>
      `What stands behind the issuer in "${value}" of ${tag} is not of the form name=value, so authorities may refuse to issue.`,
    next: () => 'Write the parameters as the authority documents them: "ca.example; accounturi=https://…".',
  },
  'caa-tag-unknown': {
    source: 'RFC 8659 4.1',
    says: ({ tag, meant }) =>
      `The tag ${tag} is none that is known${meant && `; ${meant} was probably meant`}, so the record has no effect.`,
    next: ({ meant }) => (meant === '' ? 'Remove the record, or correct its tag.' : `Write ${meant} as the tag.`),
  },
  'caa-tag-critical': {
    source: 'RFC 8659 4.1',
    says: ({ tag }) =>
      `The tag ${tag} is none that is known and is marked as critical, so no certification authority may issue anything.`,
    next: () => 'Correct the tag, or set the flags to 0.',
  },
  'caa-flags': {
    source: 'RFC 8659 4.1',
    says: ({ flags }) => `The flags are ${flags}; only 0 and 128 (critical) have a meaning.`,
    next: () => 'Write 0, or 128 where an authority that does not know the tag must not issue.',
  },
  'caa-iodef': {
    source: 'RFC 8659 4.4',
    says: ({ value }) =>
      `The value "${value}" of iodef is no address to report to: it must be a mailto:, http: or https: URL.`,
    next: ({ suggestion }, about) => `Write ${about}. IN CAA 0 iodef "${suggestion || `mailto:security@${about}`}"`,
  },
};
