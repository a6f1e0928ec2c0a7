import type { Span } from '../../text/span.ts';

/** Whole sentences of plain text. */
export interface Words {
  readonly words: string;
  /** They begin with “It”, which is the message. */
  readonly ofMessage?: true;
}

/** What the message does or what is done to it, as a sentence that stands behind others. */
export const it = (deed: string): Words => ({ words: `${IT} ${deed}`, ofMessage: true });

/** The same as a sentence that stands first. */
export const opening = ({ words, ofMessage }: Words): string =>
  ofMessage === true ? `The message${words.slice(IT.length)}` : words;

const IT = 'It';

/** Something that a message tells, and the field that shows it. */
export interface Told extends Span, Words {
  /** It speaks against the message. */
  readonly against?: true;
  /** A filter took it for phishing or malware. */
  readonly perilous?: true;
}
