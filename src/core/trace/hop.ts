import type { MomentProblem, Received } from '../mail/message.ts';
import type { Span } from '../text/span.ts';
import type { AddressKind } from './networks.ts';

/**
 * `clock-behind` and `clock-ahead`: this hop's clock is off, the hops around it agree without it.
 * `clock-disagrees`: this hop is earlier than the one before it, and nothing shows which of the two clocks is off.
 * `chain-break`: the hop before was taken in by another host than the one that handed the message in here.
 * `maybe-forged`: below such a break, a line that claims to be of the receiver's own servers.
 * `outside-networks`: the first address, seen from the receiver, that lies outside the networks that are trusted.
 */
export type HopProblem =
  | MomentProblem
  | 'clock-behind'
  | 'clock-ahead'
  | 'clock-disagrees'
  | 'chain-break'
  | 'maybe-forged'
  | 'outside-networks';

/** `date`: the Date field, by the clock of the writing client. `delivery-date`: Exim's, when it reached the mailbox. */
export type HopOrigin = 'date' | 'received' | 'x-received' | 'delivery-date';

export interface TraceHop {
  readonly origin: HopOrigin;
  readonly from?: string;
  readonly by?: string;
  readonly with?: string;
  readonly via?: string;
  readonly ip?: string;
  readonly tls: boolean;
  readonly tlsVersion?: string;
  readonly cipher?: string;
  /** Milliseconds since 1970, by this hop's own clock. */
  readonly time?: number;
  /** The time as written. */
  readonly timeText?: string;
  /** Milliseconds since the dated hop before it, both clocks taken at their word; may be negative. */
  readonly delay?: number;
  /** The same with the hops left out whose clocks are off or in doubt; undefined for those. Never negative. */
  readonly correctedDelay?: number;
  /** Milliseconds by which the clock is off at least: negative behind, positive ahead. */
  readonly clockOff?: number;
  /** The hop's time fits in with what the other dated hops agree on. */
  readonly sound: boolean;
  readonly problems: readonly HopProblem[];
  /** What the Received field states, taken apart; undefined for the dates. */
  readonly received?: Received;
  /** What kind of address `ip` is. */
  readonly address?: AddressKind;
  /** Whether `ip` lies in the networks that are trusted, or is private; undefined where none are named. */
  readonly trusted?: boolean;
  readonly organisation?: Organisation;
  /** Why the message waited here, where the message itself says so. */
  readonly waiting?: Waiting;
  /** The field in the document. */
  readonly span: Span;
}

/** Whose server took a message in. */
export interface Organisation {
  /** The service by its name, any other organisation by its registrable domain. */
  readonly name: string;
  /** Its part in this message; undefined where it stands between the others. */
  readonly role?: 'sender' | 'filter' | 'receiver';
}

/** Why a message waited, by what the message itself says of it. */
export interface Waiting {
  /**
   * `moderation`: a list held it for its owner. `deferral`: the sender asked for a later delivery, or a try failed.
   * `quarantine`: it was released from there.
   */
  readonly kind: 'greylisting' | 'queueing' | 'deferral' | 'moderation' | 'quarantine';
  /** How long, in milliseconds, where it is stated. */
  readonly length?: number;
  /** The words that say so, in one line. */
  readonly evidence: string;
  /** The field that says so, where it is not the hop's own. */
  readonly span?: Span;
}
