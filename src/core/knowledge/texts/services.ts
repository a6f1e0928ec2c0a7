import type { ReplyText } from './replyText.ts';
import { cloudflareTexts } from './services/cloudflare.ts';
import { improvmxTexts } from './services/improvmx.ts';
import { mailgunTexts } from './services/mailgun.ts';
import { otherServiceTexts } from './services/others.ts';
import { sendgridTexts } from './services/sendgrid.ts';
import { sesPhrases, sesTexts } from './services/ses.ts';

/** Words of services that send or forward mail. */
export const serviceTexts: readonly ReplyText[] = [
  ...cloudflareTexts,
  ...improvmxTexts,
  ...mailgunTexts,
  ...otherServiceTexts,
  ...sendgridTexts,
  ...sesPhrases,
  ...sesTexts,
];
