import { filterTexts } from './filters.ts';
import { generalTexts } from './general.ts';
import { microsoftTexts } from './microsoft.ts';
import { providerTexts } from './providers.ts';
import type { ReplyText } from './replyText.ts';
import { serverTexts } from './servers.ts';
import { serviceTexts } from './services.ts';
import { toolTexts } from './tools.ts';

/** Every row, as it stands in the files. */
export const rows: readonly ReplyText[] = [
  ...providerTexts,
  ...microsoftTexts,
  ...filterTexts,
  ...serviceTexts,
  ...serverTexts,
  ...generalTexts,
  ...toolTexts,
];
