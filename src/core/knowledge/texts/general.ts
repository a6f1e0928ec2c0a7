import { accessPhrases, accessTexts } from './general/access.ts';
import { authenticationTexts } from './general/authentication.ts';
import { contentPhrases, contentTexts } from './general/content.ts';
import { deliveryPhrases, deliveryTexts } from './general/delivery.ts';
import { greylistingTexts } from './general/greylisting.ts';
import { limitPhrases, limitTexts } from './general/limits.ts';
import { protocolPhrases, protocolTexts } from './general/protocol.ts';
import { recipientPhrases, recipientTexts } from './general/recipients.ts';
import { reputationTexts } from './general/reputation.ts';
import { transportPhrases, transportTexts } from './general/transport.ts';
import type { ReplyText } from './replyText.ts';

/** Words that many servers use, by what they are about. */
export const generalTexts: readonly ReplyText[] = [
  ...accessPhrases,
  ...accessTexts,
  ...authenticationTexts,
  ...contentPhrases,
  ...contentTexts,
  ...deliveryPhrases,
  ...deliveryTexts,
  ...greylistingTexts,
  ...limitPhrases,
  ...limitTexts,
  ...protocolPhrases,
  ...protocolTexts,
  ...recipientPhrases,
  ...recipientTexts,
  ...reputationTexts,
  ...transportPhrases,
  ...transportTexts,
];
