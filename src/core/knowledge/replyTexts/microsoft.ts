import { exchangeOnlineTexts } from './exchangeOnline.ts';
import { exchangeServerTexts } from './exchangeServer.ts';
import { outlookComTexts } from './outlookCom.ts';
import type { TextRow } from './replyText.ts';

/** Words of Exchange, Exchange Online and Outlook.com. */
export const microsoftTexts: readonly TextRow[] = [...exchangeOnlineTexts, ...exchangeServerTexts, ...outlookComTexts];
