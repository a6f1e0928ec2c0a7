import type { FindingLevel } from '../core/text/finding.ts';
import type { CertificateFault } from '../probes/certificate.ts';
import type { SmtpFinding } from '../probes/smtp/types.ts';
import type { TlsInfo } from '../probes/tls.ts';

/** The words of one finding of a probe. */
export interface ProbeFindingRow {
  readonly level: FindingLevel;
  readonly says: (about: ProbeFindingAbout) => string;
  readonly next?: string;
  /** The clause that it rests on. */
  readonly source?: `RFC ${string}`;
}

/** What they are filled with. */
export interface ProbeFindingAbout {
  readonly host: string;
  readonly tls: TlsInfo | undefined;
  /** What is wrong with its certificates. */
  readonly faults: readonly CertificateFault[];
  /** The step, in the word that the server heard. */
  readonly step: string;
  readonly finding: SmtpFinding;
}
