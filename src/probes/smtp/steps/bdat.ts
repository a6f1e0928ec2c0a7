import { defined } from '../../../core/text/defined.ts';
import { limits } from '../../limits.ts';
import { refusal } from '../codes.ts';
import { octetsOf, piecesOnWire } from '../message.ts';
import type { Step } from '../session.ts';
import { judgeMessage, ShownBody } from './data.ts';

/** The message in chunks, the last one marked (RFC 3030 2): no dots are added, and none ends it. */
export const sendChunks: Step = async (session) => {
  const { message } = session.options;
  const encoding = defined({ latin1: message?.latin1 });
  const pieces = piecesOnWire(message?.text ?? '', limits.chunkCharacters, false)[Symbol.iterator]();
  for (let piece = pieces.next(); ; ) {
    const text = piece.done === true ? '' : piece.value;
    const next = piece.done === true ? piece : pieces.next();
    const isLast = next.done === true;
    const octets = octetsOf({ text, ...encoding });
    const sent = `BDAT ${octets}${isLast ? ' LAST' : ''}`;
    await session.hearEarly('bdat');
    const begun = session.clock.now();
    const wrote = await session.writeText(`${sent}\r\n${text}`);
    const shown = new ShownBody();
    shown.add(text, octets);
    const { body } = shown;
    const answer = await session.hearBody('bdat', begun, sent, body, wrote.ok ? undefined : wrote);
    if (!answer.ok) return answer.failure;
    if (isLast) return judgeMessage(session, 'bdat', answer.code);
    // RFC 3030 2: after a chunk that is refused the rest is not sent.
    if (answer.code !== 250) return session.fail(refusal('bdat', answer.code));
    piece = next;
  }
};
