import { blockListTexts } from './blockLists.ts';
import { contentFilterTexts } from './contentFilters.ts';
import { gatewayTexts } from './gateways.ts';
import { mimecastTexts } from './mimecast.ts';
import type { TextRow } from './replyText.ts';

/** Words of filters in front of mail servers, of block lists and of scanners. */
export const filterTexts: readonly TextRow[] = [
  ...mimecastTexts,
  ...gatewayTexts,
  ...blockListTexts,
  ...contentFilterTexts,
];
