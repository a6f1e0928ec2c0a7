import { aolTexts } from './providers/aol.ts';
import { appleTexts } from './providers/apple.ts';
import { attTexts } from './providers/att.ts';
import { comcastTexts } from './providers/comcast.ts';
import { coxTexts } from './providers/cox.ts';
import { freeTexts } from './providers/free.ts';
import { gmxTexts } from './providers/gmx.ts';
import { godaddyTexts } from './providers/godaddy.ts';
import { googlePhrases, googleTexts } from './providers/google.ts';
import { iuaTexts } from './providers/iua.ts';
import { kddiPhrases, kddiTexts } from './providers/kddi.ts';
import { laposteTexts } from './providers/laposte.ts';
import { mailruTexts } from './providers/mailru.ts';
import { neteaseTexts } from './providers/netease.ts';
import { orangeTexts } from './providers/orange.ts';
import { otherProviderTexts } from './providers/others.ts';
import { qqTexts } from './providers/qq.ts';
import { rackspaceTexts } from './providers/rackspace.ts';
import { spectrumTexts } from './providers/spectrum.ts';
import { telekomTexts } from './providers/telekom.ts';
import { yahooPhrases, yahooTexts } from './providers/yahoo.ts';
import { yandexTexts } from './providers/yandex.ts';
import { zohoTexts } from './providers/zoho.ts';
import type { ReplyText } from './replyText.ts';

/** Words of providers of mailboxes. */
export const providerTexts: readonly ReplyText[] = [
  ...aolTexts,
  ...appleTexts,
  ...attTexts,
  ...comcastTexts,
  ...coxTexts,
  ...freeTexts,
  ...gmxTexts,
  ...godaddyTexts,
  ...googlePhrases,
  ...googleTexts,
  ...iuaTexts,
  ...kddiPhrases,
  ...kddiTexts,
  ...laposteTexts,
  ...mailruTexts,
  ...neteaseTexts,
  ...orangeTexts,
  ...otherProviderTexts,
  ...qqTexts,
  ...rackspaceTexts,
  ...spectrumTexts,
  ...telekomTexts,
  ...yahooPhrases,
  ...yahooTexts,
  ...yandexTexts,
  ...zohoTexts,
];
