import { exchangeEvents } from './microsoft/exchangeEvents.ts';
import { exchangeOnlineTexts } from './microsoft/exchangeOnline.ts';
import { exchangeServerTexts } from './microsoft/exchangeServer.ts';
import { outlookComTexts } from './microsoft/outlookCom.ts';
import type { ReplyText } from './replyText.ts';

/** Words of Microsoft: Exchange, Exchange Online, Outlook.com. */
export const microsoftTexts: readonly ReplyText[] = [
  ...exchangeEvents,
  ...exchangeOnlineTexts,
  ...exchangeServerTexts,
  ...outlookComTexts,
];
