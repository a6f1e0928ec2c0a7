import type { Step } from '../session.ts';

/** QUIT (RFC 5321 4.1.1.10): whatever comes of it ends no probe. */
export const sayQuit: Step = async (session) => {
  await session.leave();
  return undefined;
};
