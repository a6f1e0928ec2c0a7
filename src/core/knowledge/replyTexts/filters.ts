import { blockListTexts } from './blockLists.ts';
import { contentFilterTexts } from './contentFilters.ts';
import { gatewayTexts } from './gateways.ts';
import { mimecastTexts } from './mimecast.ts';
import type { ReplyText } from './replyText.ts';

/** Words of filters in front of mail servers, of block lists and of scanners. */
export const filterTexts: readonly ReplyText[] = [
  ...mimecastTexts,
  ...gatewayTexts,
  ...blockListTexts,
  ...contentFilterTexts,
];
