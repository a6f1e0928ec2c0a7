import type { ReplyText } from './replyText.ts';
import { courierTexts } from './servers/courier.ts';
import { dominoTexts } from './servers/domino.ts';
import { eximClientTexts, eximTexts } from './servers/exim.ts';
import { eyouTexts } from './servers/eyou.ts';
import { harakaClientTexts, harakaTexts } from './servers/haraka.ts';
import { hMailServerTexts } from './servers/hMailServer.ts';
import { hostingTexts } from './servers/hosting.ts';
import { kerioTexts } from './servers/kerio.ts';
import { localDeliveryTexts } from './servers/localDelivery.ts';
import { bulkServerTexts } from './servers/momentum.ts';
import { newerClientTexts, newerServerTexts } from './servers/newer.ts';
import { opensmtpdTexts } from './servers/opensmtpd.ts';
import { ownServiceTexts } from './servers/ownServices.ts';
import { policyServiceTexts } from './servers/policyServices.ts';
import { postfixClientTexts, postfixTexts } from './servers/postfix.ts';
import { qmailTexts } from './servers/qmail.ts';
import { sendmailTexts } from './servers/sendmail.ts';
import { statusWordTexts } from './servers/statusWords.ts';

/** Words of mail servers that many people run. */
export const serverTexts: readonly ReplyText[] = [
  ...bulkServerTexts,
  ...courierTexts,
  ...dominoTexts,
  ...eximClientTexts,
  ...eximTexts,
  ...eyouTexts,
  ...harakaClientTexts,
  ...harakaTexts,
  ...hMailServerTexts,
  ...hostingTexts,
  ...kerioTexts,
  ...localDeliveryTexts,
  ...newerClientTexts,
  ...newerServerTexts,
  ...opensmtpdTexts,
  ...ownServiceTexts,
  ...policyServiceTexts,
  ...postfixClientTexts,
  ...postfixTexts,
  ...qmailTexts,
  ...sendmailTexts,
  ...statusWordTexts,
];
