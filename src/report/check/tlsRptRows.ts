import type { ReportFindings } from '../../checks/reports/findings.ts';
import type { TlsRptFindings } from '../../checks/tlsRpt/findings.ts';
import type { CheckRowsFor } from './checkRow.ts';

const WHY = {
  'null-mx': 'takes no mail (null MX)',
  'no-such-domain': 'does not exist',
  'no-host': 'has neither MX nor address records',
} as const;

export const tlsRptRows: CheckRowsFor<TlsRptFindings & ReportFindings> = {
  'tls-rpt-none': {
    source: 'RFC 8460 3',
    says: () => 'There is no record for TLS reports, so nobody tells of TLS that fails on the way to the domain.',
    next: (_, about) => `Publish: _smtp._tls.${about}. IN TXT "v=TLSRPTv1; rua=mailto:tls-reports@${about}"`,
  },
  'tls-rpt-several': {
    source: 'RFC 8460 3',
    says: ({ count }) => `There are ${count} records for TLS reports, and with more than one no reports are sent.`,
    next: (_, about) => `Keep one record at ${about}; it may name several addresses with commas between them.`,
  },
  'tls-rpt-found': {
    source: 'RFC 8460 3',
    says: ({ addresses }) => `Reports on TLS go to ${addresses.join(', ')}.`,
  },
  'report-address-dead': {
    source: ['RFC 5321 5.1', 'RFC 7505 3'],
    says: ({ tag, address, why }, about) => `${tag} sends reports to ${address}, but ${about} ${WHY[why]}.`,
    next: ({ tag }) => `Name an address in ${tag} that takes mail.`,
  },
  'report-addresses-left': {
    source: 'RFC 7489 6.2',
    says: ({ left }) =>
      `${left} more addresses for reports were not looked at; receivers need not send to more than two.`,
    next: () => 'Name one or two addresses, and send on from there.',
  },
};
