import type { Step } from '../session.ts';

/** STARTTLS and TLS (RFC 3207 4), where there is something to start. */
export const startTls: Step = async (session) => {
  const { tls } = session.options;
  if (session.tls || tls === 'none') return undefined;
  if (!session.offered.has('STARTTLS')) {
    if (tls === 'required') return session.fail({ step: 'starttls', kind: 'not-offered', keyword: 'STARTTLS' });
    session.find({ code: 'no-starttls' });
    return undefined;
  }
  const answer = await session.expect('starttls', 'STARTTLS');
  return answer.ok ? session.startTls() : answer.failure;
};
