import type { MtaStsProblemData } from '../../dns/records/mtaStsPolicy.ts';
import type { RowsFor } from './diagnosticRow.ts';

/** What is found in the policy that a domain serves for MTA-STS. */
export const policyRows: RowsFor<MtaStsProblemData> = {
  'mta-sts-line': {
    about: 'A line of an MTA-STS policy that is none',
    level: 'warning',
    source: 'RFC 8461 3.2',
    says: ({ text }) => `"${text}" is no line of a policy: "key: value" is expected, without a blank before the colon.`,
  },
  'mta-sts-key-case': {
    about: 'A key of an MTA-STS policy that is not written exactly',
    level: 'error',
    source: 'RFC 8461 3.2',
    says: ({ key, meant }) => `The key must be written ${meant}, not "${key}": senders take it for an unknown one.`,
  },
  'mta-sts-key-repeated': {
    about: 'A key of an MTA-STS policy that stands twice',
    level: 'warning',
    source: 'RFC 8461 3.2',
    says: ({ key }) => `The key ${key} stands here twice; senders use the first.`,
  },
  'mta-sts-key-missing': {
    about: 'An MTA-STS policy without a key that it needs',
    level: 'error',
    source: 'RFC 8461 3.2',
    says: ({ key }) => `The policy has no valid line "${key}:"; senders take it for invalid.`,
  },
  'mta-sts-value': {
    about: 'A value that a key of an MTA-STS policy does not take',
    level: 'error',
    source: 'RFC 8461 3.2',
    says: ({ key, value, values }) => `${key}: ${value} is not understood: it takes ${values}.`,
  },
  'mta-sts-pattern': {
    about: 'A name of an exchanger in an MTA-STS policy that is none',
    level: 'error',
    source: ['RFC 8461 3.2', 'RFC 8461 4.1'],
    says: ({ pattern }) =>
      `"${pattern}" is no name of an exchanger: a host name without a final dot is expected, "*." may stand in front for one label.`,
  },
  'mta-sts-age-short': {
    about: 'An MTA-STS policy that is soon forgotten',
    level: 'warning',
    source: 'RFC 8461 3.2',
    says: ({ seconds }) =>
      `The policy is kept for only ${seconds} seconds; weeks are expected, and what is forgotten between two messages protects nobody.`,
  },
  'mta-sts-not-ascii': {
    about: 'A character that does not belong into an MTA-STS policy',
    level: 'error',
    source: 'RFC 8461 3.2',
    says: ({ char }) =>
      `The character U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} does not belong into a policy; it often comes from an editor that writes a byte order mark.`,
  },
};
