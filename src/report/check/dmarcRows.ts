import type { DmarcFindings } from '../../checks/dmarc/findings.ts';
import type { CheckRowsFor } from './checkRow.ts';

const TAG_MEANS = {
  p: 'mail of the domain',
  sp: 'mail of subdomains that exist',
  np: 'mail of subdomains that do not exist',
} as const;

const inherited = (from: string, about: string): string =>
  from === about ? '' : ` The record is that of ${from}, because ${about} has none of its own.`;

/** The record with a tag set to another value. */
const withTag = (text: string, tag: string, value: string): string =>
  text
    .split(';')
    .map((piece) => (piece.trim().toLowerCase().startsWith(`${tag}=`) ? ` ${tag}=${value}` : piece))
    .join(';');

export const dmarcRows: CheckRowsFor<DmarcFindings> = {
  'dmarc-none': {
    source: ['RFC 9989 4.10', 'RFC 7489 6.6.3'],
    says: () =>
      'There is no DMARC record, neither for the domain nor for those above it: anybody may write its name into From.',
    next: (_, about) =>
      `Publish: _dmarc.${about}. IN TXT "v=DMARC1; p=none; rua=mailto:dmarc-reports@${about}"; read the reports, and then go on to p=quarantine and p=reject. A domain that sends no mail publishes p=reject at once.`,
  },
  'dmarc-several': {
    source: ['RFC 9989 4.10', 'RFC 7489 6.6.3'],
    says: ({ count }) => `There are ${count} DMARC records, and with more than one receivers use none of them.`,
    next: (_, about) => `Keep one record at ${about} and delete the others.`,
  },
  'dmarc-unrecognised': {
    source: 'RFC 9989 4.7',
    says: ({ text }) =>
      `What stands here counts as no DMARC record, because it does not begin with exactly v=DMARC1: ${text}`,
    next: (_, about) => `Begin the record at ${about} with "v=DMARC1;", without a blank in front of it.`,
  },
  'dmarc-alias': {
    source: 'RFC 1034 3.6.2',
    says: ({ target }) => `The record is an alias (CNAME) for ${target}: who runs that name decides on the policy.`,
  },
  'dmarc-alias-gone': {
    source: 'RFC 1034 3.6.2',
    says: ({ target }) => `The name is an alias (CNAME) for ${target}, where there is no record.`,
    next: ({ target }, about) =>
      `Remove the CNAME at ${about} and publish a TXT record there, or have ${target} mended.`,
  },
  'dmarc-not-applied': {
    source: ['RFC 9989 4.10.1', 'RFC 7489 6.6.3'],
    says: ({ from, text }, about) =>
      `The record has no valid policy and no address for reports, so receivers do not apply it: ${text}${inherited(from, about)}`,
    next: ({ from }) => `Publish: _dmarc.${from}. IN TXT "v=DMARC1; p=none; rua=mailto:dmarc-reports@${from}"`,
  },
  'dmarc-taken-as-none': {
    source: ['RFC 9989 4.10.1', 'RFC 7489 6.6.3'],
    says: ({ from, text }, about) =>
      `A policy in the record is missing or not valid, so receivers take it as p=none: ${text}${inherited(from, about)}`,
    next: () => 'Write p, and sp and np where they stand, as none, quarantine or reject.',
  },
  'dmarc-found': {
    source: 'RFC 9989 4.7',
    says: ({ policy, tag, from, reports, text }, about) =>
      `For ${TAG_MEANS[tag]} that fails, ${policy} is asked for (${text})${reports ? '' : '; no reports are asked for'}.${inherited(from, about)}`,
  },
  'dmarc-monitoring': {
    source: 'RFC 9989 4.7',
    says: ({ tag, from, text }, about) =>
      `For ${TAG_MEANS[tag]} that fails, nothing is asked for (${text}), so forged mail is delivered.${inherited(from, about)}`,
    next: ({ tag, from, text, reports }) =>
      reports
        ? `When the reports show no mail of your own that fails, publish: _dmarc.${from}. IN TXT "${withTag(text, tag, 'quarantine')}"`
        : `Ask for reports first: _dmarc.${from}. IN TXT "${text.replace(/;?\s*$/, '')}; rua=mailto:dmarc-reports@${from}"`,
  },
  'dmarc-test': {
    source: ['RFC 9989 4.7', 'RFC 9989 A.6'],
    says: ({ policy, instead }) =>
      `t=y says that the policy is only tried out: ${instead} is asked for instead of ${policy}. Receivers of RFC 7489 do not know t and ask for ${policy}.`,
    next: () => 'Remove t=y when no mail of your own fails any more.',
  },
  'dmarc-subdomains-weaker': {
    source: ['RFC 9989 4.7', 'RFC 9989 4.10.1'],
    says: ({ tag, value, than }) =>
      `${tag}=${value} asks for less than ${than} for ${TAG_MEANS[tag]}: whoever forges takes such a name.`,
    next: ({ tag, than }) =>
      `Remove ${tag} or set it to ${than}; what must send from a subdomain gets a record of its own there.`,
  },
  'dmarc-tag-without-effect': {
    source: 'RFC 9989 4.7',
    says: ({ tag, organisation }) =>
      `${tag} has no effect in this record: it counts only in that of the organisational domain ${organisation}.`,
    next: ({ tag, organisation }) => `Set ${tag} in the record of ${organisation}.`,
  },
  'dmarc-organisation-differs': {
    source: ['RFC 9989 4.10.2', 'RFC 7489 3.2'],
    says: ({ walk, list, walkRecord, listRecord }) => {
      const records =
        walkRecord === listRecord
          ? ''
          : ` The former apply the record of ${walkRecord ?? 'no domain'}, the latter that of ${listRecord ?? 'no domain'}.`;
      return `Receivers of RFC 9989 take ${walk} for the organisational domain, those of RFC 7489 ${list}: a signature or envelope sender of another name of ${list} is aligned only for the latter.${records}`;
    },
    next: ({ list }) =>
      `Publish a record for ${list}, too; psd=n in it, or in that of a domain below, says where the organisation begins.`,
  },
  'dmarc-report-unauthorised': {
    source: ['RFC 9990', 'RFC 7489 7.1'],
    says: ({ tag, address, at }, about) =>
      `${tag} sends reports to ${address}, but ${about} does not say that it wants them: there is no record at ${at}, so no reports are sent there.`,
    next: ({ at }, about) =>
      `Have this published in the zone of ${about}: ${at}. IN TXT "v=DMARC1"; or use an address of your own domain.`,
  },
  'dmarc-report-name-long': {
    source: ['RFC 9990', 'RFC 7489 7.1'],
    says: ({ tag, address }, about) =>
      `${tag} sends reports to ${address}, but the name at which ${about} would have to allow it is longer than a name may be: no reports are sent there.`,
    next: () => 'Use an address of your own domain.',
  },
  'dmarc-report-elsewhere': {
    source: ['RFC 9990', 'RFC 7489 7.1'],
    says: ({ tag, address, instead }, about) =>
      `${tag} sends reports to ${address}, and ${about} sends them on to ${instead} on another host, which is not allowed: no reports are sent to either.`,
    next: (_, about) => `Tell who runs ${about}, or use another address.`,
  },
  'dmarc-strict-envelope': {
    source: 'RFC 9989 4.4.2',
    says: ({ services }, about) =>
      `aspf=s lets SPF count only where the envelope sender is exactly of ${about}; ${services.join(', ')}, which SPF names, put${services.length === 1 ? 's' : ''} another name there, at best a subdomain.`,
    next: () => 'Write aspf=r, or see to it that all of their mail is signed with DKIM as this domain.',
  },
  'dmarc-strict-signature': {
    source: 'RFC 9989 4.4.1',
    says: ({ from }, about) =>
      `adkim=s in the record of ${from} lets a signature count only where it is exactly of ${about}; one of ${from} does not.`,
    next: ({ from }, about) => `Sign this mail as ${about}, or write adkim=r in the record of ${from}.`,
  },
  'dmarc-cannot-pass': {
    source: ['RFC 9989 4.4', 'RFC 9989 5.1'],
    says: ({ policy }) =>
      `The policy is ${policy}, but there is neither an SPF record nor a DKIM key: no mail of the domain can pass.`,
    next: (_, about) =>
      `Sign with DKIM as ${about}, and publish an SPF record of what may send; until then publish p=none.`,
  },
};
