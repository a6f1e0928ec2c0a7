import type { AuthResults } from '../../../mail/message.ts';
import { type Trust, trustOf } from '../../../trace/trust.ts';
import type { FieldPlace } from './place.ts';

const TRUST: Readonly<Record<Trust, string>> = {
  own: "Written by the recipient's own servers, as far as this header shows.",
  'own-unnamed': "It stands where the recipient's own servers write and names none, as Microsoft does it.",
  'other-server':
    "It stands where the recipient's own servers write but names a server of others: believe it only if that filter stands in front of them.",
  below: 'It stands below the hop at which the message came in: the sender could have written it. Do not go by it.',
  sealed: 'A copy kept by an ARC set: as good as the seals and the server that made it.',
  unknown: 'It does not say whether it was written by your own server; believe it only then.',
};

/** How far an Authentication-Results field can be believed. */
export function trustLine(place: FieldPlace, read: AuthResults): string {
  const own = place.message.authResults.find(({ field }) => field === place.field);
  if (own === undefined && !/^authentication-results$/i.test(read.header)) {
    return 'A copy that a later server kept: the sender could have written it. Do not go by it.';
  }
  return TRUST[trustOf(place.message, own ?? read)];
}
