import { exchangeEvents } from './microsoft/exchangeEvents.ts';
import { exchangeLoginTexts } from './microsoft/exchangeLogin.ts';
import { exchangeOnlineTexts } from './microsoft/exchangeOnline.ts';
import { exchangeServerTexts } from './microsoft/exchangeServer.ts';
import { exchangeStoreTexts } from './microsoft/exchangeStore.ts';
import { outlookComTexts } from './microsoft/outlookCom.ts';
import type { ReplyText } from './replyText.ts';

/** Words of Microsoft: Exchange, Exchange Online, Outlook.com. */
export const microsoftTexts: readonly ReplyText[] = [
  ...exchangeEvents,
  ...exchangeLoginTexts,
  ...exchangeOnlineTexts,
  ...exchangeServerTexts,
  ...exchangeStoreTexts,
  ...outlookComTexts,
];
