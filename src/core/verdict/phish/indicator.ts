import type { MessageLink } from '../../mail/links/messageLinks.ts';
import type { Part } from '../../mail/message.ts';
import type { Span } from '../../text/span.ts';

/** Something of a message by which others of its kind can be found or kept out. */
export interface Indicator {
  readonly kind: 'subject' | 'message-id' | 'address' | 'ip' | 'host' | 'link' | 'attachment';
  /** As it is written, decoded; of a link the whole address. */
  readonly value: string;
  /** The address inside one that a filter or another service put around it, or its host where only that is told. */
  readonly leadsTo?: string;
  /** The field, or the type of the part. */
  readonly where: string;
  readonly at: Span;
  /** What is to be known before something is done with it, a sentence each. */
  readonly notes: readonly string[];
  /** Of an attachment. */
  readonly part?: Part;
}

/** What is no way out to somebody: documents of the web's makers, and addresses that are listed as such. */
export const isListed = ({ address }: MessageLink): boolean =>
  !/^mailto:/i.test(address) &&
  !/^https?:\/\/(?:www\.)?w3\.org\/|^https?:\/\/schemas\.(?:microsoft|openxmlformats)\./i.test(address);

export const partName = ({ contentType, filename }: Part): string =>
  filename === undefined ? `${contentType} part` : `${contentType} part ${filename}`;
