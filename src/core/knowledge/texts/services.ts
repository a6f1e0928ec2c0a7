import type { ReplyText } from './replyText.ts';
import { serviceAccountPhrases, serviceAccountTexts } from './services/accounts.ts';
import { brevoTexts } from './services/brevo.ts';
import { cloudflareTexts } from './services/cloudflare.ts';
import { improvmxTexts } from './services/improvmx.ts';
import { mailgunTexts } from './services/mailgun.ts';
import { mandrillTexts } from './services/mandrill.ts';
import { otherServiceTexts } from './services/others.ts';
import { postmarkTexts } from './services/postmark.ts';
import { sendgridTexts } from './services/sendgrid.ts';
import { sesPhrases, sesTexts } from './services/ses.ts';
import { sparkpostTexts } from './services/sparkpost.ts';

/** Words of services that send or forward mail. */
export const serviceTexts: readonly ReplyText[] = [
  ...serviceAccountPhrases,
  ...serviceAccountTexts,
  ...brevoTexts,
  ...cloudflareTexts,
  ...improvmxTexts,
  ...mailgunTexts,
  ...mandrillTexts,
  ...otherServiceTexts,
  ...postmarkTexts,
  ...sendgridTexts,
  ...sparkpostTexts,
  ...sesPhrases,
  ...sesTexts,
];
