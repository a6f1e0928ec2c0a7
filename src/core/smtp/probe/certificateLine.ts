import { reportLine } from '../../text/finding.ts';

/**
 * What a report tells of one certificate: its writer and its reader. Names are whatever somebody wrote into the
 * certificate; each stands between quotation marks, of which it holds none, so that it cannot pass for anything else.
 * `* certificate 1: "mx1.contoso.test", issued by "Contoso CA", RSA 2048, SHA-256 with RSA, 2026-01-01 to 2027-01-01,
 * for "mx1.contoso.test"`.
 */
export interface ReportedCertificate {
  /** From 1 on, the server's own first. */
  readonly place: number;
  readonly subject: string;
  readonly issuer: string;
  /** `RSA 2048` */
  readonly key: string;
  /** `SHA-256 with RSA` */
  readonly signature?: string;
  /** Days, `2026-01-01`. */
  readonly from?: string;
  readonly until?: string;
  /** Among those that this machine trusts. */
  readonly known?: true;
  /** The names that the server's own one is for. */
  readonly names?: readonly string[];
}

/** Names that are written, and characters of each. */
const MOST_NAMES = 20;
const LONGEST_NAME = 255;

const quoted = (name: string): string => `"${name.slice(0, LONGEST_NAME).replaceAll('"', "'")}"`;

export function writeCertificate(certificate: ReportedCertificate): string {
  const { place, subject, issuer, key, signature, from, until, known, names = [] } = certificate;
  const left = names.length - MOST_NAMES;
  return reportLine(
    [
      `* certificate ${place}: ${quoted(subject)}`,
      `issued by ${quoted(issuer)}`,
      key || 'unknown key',
      ...(signature === undefined ? [] : [signature]),
      ...(from === undefined || until === undefined ? [] : [`${from} to ${until}`]),
      ...(known === true ? ['known here'] : []),
      ...(names.length === 0 ? [] : [`for ${names.slice(0, MOST_NAMES).map(quoted).join(', ')}`]),
      ...(left > 0 ? [`and ${left} more`] : []),
    ].join(', '),
  );
}

const LINE =
  /^\* certificate (\d{1,2}): "([^"]{0,255})", issued by "([^"]{0,255})", ([A-Za-z0-9 -]{1,40})(?:, ((?:MD5|SHA-\d{1,3}) with [A-Z]{2,5}|RSA-PSS|Ed\d{3,5}|unknown signature algorithm))?(?:, (\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d))?(, known here)?(?:, for ("[^"]{0,255}"(?:, "[^"]{0,255}"){0,19}))?(?:, and \d{1,5} more)?$/;

/** The certificate that a line tells of; undefined for any other line. */
export function readCertificate(line: string): ReportedCertificate | undefined {
  const [, place, subject, issuer, key, signature, from, until, known, names] = LINE.exec(line) ?? [];
  if (subject === undefined || issuer === undefined || key === undefined) return undefined;
  return {
    place: Number(place),
    subject,
    issuer,
    key,
    ...(signature !== undefined && { signature }),
    ...(from !== undefined && until !== undefined && { from, until }),
    ...(known !== undefined && { known: true }),
    ...(names !== undefined && { names: names.slice(1, -1).split('", "') }),
  };
}
