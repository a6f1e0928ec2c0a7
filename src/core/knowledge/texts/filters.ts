import { amavisTexts } from './filters/amavis.ts';
import { barracudaTexts } from './filters/barracuda.ts';
import { blockListTexts } from './filters/blockLists.ts';
import { broadcomTexts } from './filters/broadcom.ts';
import { ciscoPhrases, ciscoTexts } from './filters/cisco.ts';
import { cloudmarkTexts } from './filters/cloudmark.ts';
import { cpanelPhrases, cpanelTexts } from './filters/cpanel.ts';
import { mimecastTexts } from './filters/mimecast.ts';
import { moreBlockListTexts } from './filters/moreBlockLists.ts';
import { otherFilterTexts } from './filters/others.ts';
import { proofpointTexts } from './filters/proofpoint.ts';
import { rspamdTexts } from './filters/rspamd.ts';
import { spamAssassinTexts } from './filters/spamAssassin.ts';
import { spamdykeTexts } from './filters/spamdyke.ts';
import { spamhausTexts } from './filters/spamhaus.ts';
import { trellixTexts } from './filters/trellix.ts';
import { trendMicroPhrases, trendMicroTexts } from './filters/trendMicro.ts';
import { zerospamTexts } from './filters/zerospam.ts';
import type { ReplyText } from './replyText.ts';

/** Words of filters in front of mail servers, of scanners and of block lists. */
export const filterTexts: readonly ReplyText[] = [
  ...amavisTexts,
  ...barracudaTexts,
  ...blockListTexts,
  ...broadcomTexts,
  ...ciscoPhrases,
  ...ciscoTexts,
  ...cloudmarkTexts,
  ...cpanelPhrases,
  ...cpanelTexts,
  ...mimecastTexts,
  ...moreBlockListTexts,
  ...otherFilterTexts,
  ...proofpointTexts,
  ...rspamdTexts,
  ...spamAssassinTexts,
  ...spamdykeTexts,
  ...spamhausTexts,
  ...trellixTexts,
  ...trendMicroPhrases,
  ...trendMicroTexts,
  ...zerospamTexts,
];
