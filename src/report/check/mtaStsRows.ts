import type { MtaStsFindings } from '../../checks/mtaSts/findings.ts';
import type { MtaStsProblemData } from '../../core/dns/records/mtaStsPolicy.ts';
import { policyRows } from '../../core/knowledge/problems/policyRows.ts';
import type { CheckRowsFor } from './checkRow.ts';

const DAY = 86_400;

const idNow = 'and give the record another id, so that senders fetch the policy again';

const ownRows: CheckRowsFor<MtaStsFindings> = {
  'mta-sts-none': {
    source: 'RFC 8461 3',
    says: () =>
      'There is no MTA-STS, so senders deliver without TLS to whoever stands between when TLS is not offered.',
    next: (_, about) =>
      `Serve a policy (version: STSv1; mode: testing; mx: …; max_age: 604800, a line each) at https://mta-sts.${about}/.well-known/mta-sts.txt, and publish: _mta-sts.${about}. IN TXT "v=STSv1; id=1"`,
  },
  'mta-sts-several': {
    source: 'RFC 8461 3.1',
    says: ({ count }) =>
      `There are ${count} MTA-STS records, and with more than one senders act as if there were none.`,
    next: (_, about) => `Keep one record at ${about} and delete the others.`,
  },
  'mta-sts-record-missing': {
    source: 'RFC 8461 3.1',
    says: ({ url }) => `A policy is served at ${url}, but there is no record, so nobody fetches it.`,
    next: (_, about) => `Publish: _mta-sts.${about}. IN TXT "v=STSv1; id=1"`,
  },
  'mta-sts-host-missing': {
    source: 'RFC 8461 3.2',
    says: ({ url }, about) =>
      `${about} has no address, so the policy at ${url} cannot be fetched, and nothing is enforced.`,
    next: (_, about) => `Create an address record for ${about} and serve the policy there, or remove the record.`,
  },
  'mta-sts-unreachable': {
    source: 'RFC 8461 3.3',
    says: ({ url, failure, detail }) =>
      `${url} could not be fetched from here: ${failure}${detail && ` (${detail})`}. Others may reach it.`,
    next: () => 'Try it from another network; senders that do not reach it act as if there were no policy.',
  },
  'mta-sts-certificate': {
    source: 'RFC 8461 3.3',
    says: ({ url, detail }, about) =>
      `The certificate of ${url} is not valid for ${about} (${detail}), so senders must not use the policy.`,
    next: (_, about) => `Get a certificate for ${about} from a public authority, with its whole chain.`,
  },
  'mta-sts-redirect': {
    source: 'RFC 8461 3.3',
    says: ({ url, status }) =>
      `${url} redirects (${status}), which senders must not follow: the policy counts as missing.`,
    next: ({ url }) => `Serve the policy at ${url} itself, with the status 200.`,
  },
  'mta-sts-status': {
    source: 'RFC 8461 3.3',
    says: ({ url, status }) => `${url} answers with the status ${status}, so there is no policy.`,
    next: ({ url }) => `Serve the policy at ${url} with the status 200.`,
  },
  'mta-sts-content-type': {
    source: 'RFC 8461 3.2',
    says: ({ contentType }) =>
      `The policy is served as ${contentType === '' ? 'no type at all' : contentType}; it should be text/plain, and some senders take nothing else.`,
    next: () => 'Serve it with "Content-Type: text/plain".',
  },
  'mta-sts-too-large': {
    source: 'RFC 8461 3.2',
    says: ({ url }) => `What is served at ${url} is larger than 64 KB, more than senders have to read.`,
    next: () => 'Serve the policy alone.',
  },
  'mta-sts-uncovered': {
    source: 'RFC 8461 4.1',
    says: ({ hosts, patterns, mode }) =>
      `The policy (${patterns.join(', ')}) does not stand for ${hosts.join(', ')}: ${mode === 'enforce' ? 'senders that keep to it do not deliver there' : 'with mode enforce, nobody would deliver there'}.`,
    next: ({ hosts }) => `Add to the policy: ${hosts.map((host) => `mx: ${host}`).join('; ')}; ${idNow}.`,
  },
  'mta-sts-testing': {
    source: 'RFC 8461 5',
    says: ({ id }) =>
      `The policy covers every exchanger but is only tested (mode testing, id ${id}): mail is delivered though TLS fails.`,
    next: () => `When the TLS reports show no failures, serve "mode: enforce" ${idNow}.`,
  },
  'mta-sts-off': {
    source: ['RFC 8461 5', 'RFC 8461 8.3'],
    says: ({ id }) => `The policy says that there is none (mode none, id ${id}).`,
    next: () => 'When its max_age is over everywhere, remove the record and the policy.',
  },
  'mta-sts-not-met': {
    says: ({ faults, mode }) =>
      mode === 'enforce'
        ? `Senders that keep to the policy do not deliver, because of what the servers show: ${faults.join(', ')}.`
        : `Once the policy is in force, senders that keep to it will not deliver, because of what the servers show: ${faults.join(', ')}.`,
    next: () => 'Give each exchanger a certificate of a public authority for its name in MX, and offer STARTTLS.',
    source: 'RFC 8461 4.2',
  },
  'mta-sts-found': {
    source: ['RFC 8461 3.2', 'RFC 8461 4.1'],
    says: ({ id, maxAge, hosts }) =>
      `TLS is enforced for ${hosts.join(', ') || 'nobody, as no mail is taken'}; the policy (id ${id}) is kept for ${maxAge % DAY === 0 ? `${maxAge / DAY} days` : `${maxAge} seconds`}.`,
  },
};

const next: { readonly [Code in keyof MtaStsProblemData]: (data: MtaStsProblemData[Code]) => string } = {
  'mta-sts-line': () => 'Correct or remove the line.',
  'mta-sts-key-case': ({ meant }) => `Write ${meant}.`,
  'mta-sts-key-repeated': ({ key }) => `Keep one line ${key}:.`,
  'mta-sts-key-missing': ({ key }) =>
    `Add the line "${{ version: 'version: STSv1', mode: 'mode: testing', max_age: 'max_age: 604800' }[key] ?? 'mx: ' + 'HOST'}".`,
  'mta-sts-value': ({ key }) =>
    `Write "${{ version: 'version: STSv1', mode: 'mode: testing' }[key] ?? 'max_age: 604800'}" or what is meant.`,
  'mta-sts-pattern': () => 'Write one exchanger a line, as "mx: mail.example.com" or "mx: *.example.com".',
  'mta-sts-age-short': () => 'Write "max_age: 604800" (a week) or more.',
  'mta-sts-not-ascii': () => 'Save the policy as plain ASCII, without a byte order mark.',
};

/** What is wrong with the text of a policy, with what to do. */
const problemRows = Object.fromEntries(
  Object.entries(policyRows).map(([code, row]) => [code, { ...row, next: next[code as keyof MtaStsProblemData] }]),
) as unknown as CheckRowsFor<MtaStsProblemData>;

export const mtaStsRows: CheckRowsFor<MtaStsFindings & MtaStsProblemData> = { ...problemRows, ...ownRows };
