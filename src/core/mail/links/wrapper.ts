import type { WebAddress } from './webAddress.ts';

/**
 * Who put an address around another: `filter` a mail filter that checks links when they are clicked, `redirect` a site
 * that sends its visitors on, `tracker` a mailing service that counts clicks, `shortener` a service for short addresses.
 */
export type WrapperKind = 'filter' | 'redirect' | 'tracker' | 'shortener';

/**
 * What an address of a service tells of the one inside: the address, its host alone, or nothing, as the service keeps it
 * with itself.
 */
export type Inside =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'host'; readonly host: string }
  | { readonly kind: 'kept' };

export interface Wrapper {
  /** As its maker calls it. */
  readonly service: string;
  readonly kind: WrapperKind;
  /** The host as a whole; undefined for programs that run on any host, which anybody can imitate. */
  readonly host?: RegExp;
  /** The beginning of the path, or all of it. */
  readonly path?: RegExp;
  /** Undefined where the address is none that the service made. */
  readonly inside: (address: WebAddress) => Inside | undefined;
  /** Who says that it is so: documentation, a published decoder, or links as they were met. */
  readonly source: string;
}
