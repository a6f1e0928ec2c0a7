import type { KnownBy, OwnAddress } from '../../probes/smtp/flows/ownAddress.ts';

const BY: Readonly<Record<KnownBy, string>> = {
  local: 'which is this machine’s own',
  'same-network': 'which is this machine’s own in the inner network that the server is in, too',
  said: 'as the server itself says',
  asked: 'as a service says that was asked for it; a network with several ways out may show the server another one',
};

/** From which address a server was asked, and how that is known. */
export const clientWords = ({ address, by, of }: OwnAddress): string =>
  address === undefined || by === undefined
    ? 'From which address it was asked is not known: this machine has an inner address only, and the server did not say which one it sees.'
    : `It was asked from ${address}, ${BY[by]}${of === undefined ? '' : ` (${of})`}.`;
