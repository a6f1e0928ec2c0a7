import { isRefusal } from '../codes.ts';
import type { Step } from '../session.ts';

/** RFC 5321 3.1: the server speaks first, and nothing is sent before it has. */
export const hearBanner: Step = async (session) => {
  const banner = await session.hear('banner');
  if (!banner.ok) return banner.failure;
  if (banner.code === 220) return undefined;
  // RFC 5321 3.1: after a 554 the server waits for QUIT.
  const kind = isRefusal(banner.code) ? 'unwelcome' : 'wrong-code';
  return session.fail({ step: 'banner', kind, code: banner.code });
};
