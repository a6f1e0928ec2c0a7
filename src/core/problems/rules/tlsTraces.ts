import type { Conversation, Session } from '../../smtp/conversation.ts';
import { firstEndingBehind } from '../../text/span.ts';

/** Tools that speak over TLS alone. */
const TLS_TOOLS = /openssl|gnutls|tls|ssl/i;
const TRACE =
  /\b(?:TLS|SSL|SMTPS)(?:v?[\d.]{1,4})?\b|\bcipher\b|\bcertificate\b|\bstarttls\b|CONNECTED\(|[:= ]465\b|s_client/i;

/** How many notes in front of a session are looked at. */
const NOTES = 50;

/** Whether a text speaks of TLS. */
export const speaksOfTls = (text: string): boolean => TRACE.test(text);

/** Whether something the tool said before or in the session speaks of TLS, so that it cannot be called clear. */
export function mayBeEncrypted(text: string, conversation: Conversation, session: Session): boolean {
  if (TLS_TOOLS.test(conversation.dialect)) return true;
  const { notes } = conversation;
  const before = firstEndingBehind(notes, session.start);
  return notes
    .slice(Math.max(0, before - NOTES), before + NOTES)
    .filter(({ start }) => start <= session.end)
    .some(({ start, end }) => speaksOfTls(text.slice(start, Math.min(end, start + 300))));
}
