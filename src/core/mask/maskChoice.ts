import type { Span } from '../text/span.ts';

/** What is masked besides secrets, which always are. */
export interface MaskChoice {
  /** Mail addresses, user names, and the domains of the addresses wherever they stand. */
  readonly addresses: boolean;
  /** Display names of people. */
  readonly names: boolean;
  /** Names of hosts and all other domains, but those of well-known services. */
  readonly hosts: boolean;
  readonly ips: boolean;
  readonly messageIds: boolean;
}

export interface Replacement extends Span {
  readonly text: string;
}

/** What to write in the place of what. */
export interface Masking {
  readonly replacements: readonly Replacement[];
  /** Names and passwords that are too many to be looked for beyond the places that show what they are. */
  readonly unsought: number;
}
