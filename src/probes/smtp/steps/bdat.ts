import { limits } from '../../limits.ts';
import { refusal } from '../codes.ts';
import { octetsOf, piecesOf, withLineEnds } from '../message.ts';
import type { Step } from '../session.ts';
import { judgeMessage, shownBody } from './data.ts';

/** The message in chunks, the last one marked (RFC 3030 2): no dots are added, and none ends it. */
export const sendChunks: Step = async (session) => {
  const { message } = session.options;
  const latin1 = message?.latin1;
  const pieces = [...piecesOf(withLineEnds(message?.text ?? ''), limits.chunkCharacters)];
  if (pieces.length === 0) pieces.push('');
  for (const [index, text] of pieces.entries()) {
    const isLast = index === pieces.length - 1;
    const octets = octetsOf({ text, ...(latin1 === true && { latin1 }) });
    const sent = `BDAT ${octets}${isLast ? ' LAST' : ''}`;
    await session.hearEarly('bdat');
    const begun = session.clock.now();
    const wrote = await session.writeText(`${sent}\r\n${text}`);
    const body = shownBody(text, octets);
    const answer = await session.hearBody('bdat', begun, sent, body, wrote.ok ? undefined : wrote);
    if (!answer.ok) return answer.failure;
    if (isLast) return judgeMessage(session, 'bdat', answer.code);
    // RFC 3030 2: after a chunk that is refused the rest is not sent.
    if (answer.code !== 250) return session.fail(refusal('bdat', answer.code));
  }
  return undefined;
};
