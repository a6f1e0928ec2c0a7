import type { Step } from '../session.ts';
import { sayHello } from './hello.ts';

/** XCLIENT, where it was asked for, and the greeting that has to follow it (Postfix, XCLIENT_README). */
export const sayXclient: Step = async (session) => {
  const { xclient } = session.options;
  if (xclient === undefined) return undefined;
  if (!session.offered.has('XCLIENT'))
    return session.fail({ step: 'xclient', kind: 'not-offered', keyword: 'XCLIENT' });
  const answer = await session.expect('xclient', `XCLIENT ${xclient}`);
  return answer.ok ? sayHello(session) : answer.failure;
};
