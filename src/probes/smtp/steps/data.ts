import { limits } from '../../limits.ts';
import { isDue, refusal } from '../codes.ts';
import { dotStuffed, octetsOf, piecesOf, withLineEnds } from '../message.ts';
import type { Session, Step } from '../session.ts';
import type { SentBody, SmtpFailure } from '../types.ts';

/** DATA (RFC 5321 4.1.1.4). */
export const sayData: Step = async (session) => {
  const answer = await session.expect('data', 'DATA');
  return answer.ok ? undefined : answer.failure;
};

/** The text of the message with its lone dot (RFC 5321 4.5.2), and what the server makes of it. */
export const sendMessage: Step = (session) =>
  sendText(session, dotStuffed(withLineEnds(session.options.message?.text ?? '')));

/** The same of a message of nothing, for a server that wants one though it took no recipient (RFC 2920 3.1). */
export const sendNothing: Step = (session) => sendText(session, '');

async function sendText(session: Session, text: string): Promise<SmtpFailure | undefined> {
  const latin1 = session.options.message?.latin1;
  await session.hearEarly('message');
  const begun = session.clock.now();
  let wrote: Awaited<ReturnType<Session['writeText']>> = { ok: true, value: undefined };
  for (const piece of piecesOf(`${text}.\r\n`, limits.writeCharacters)) {
    wrote = await session.writeText(piece);
    if (!wrote.ok) break;
  }
  const body = shownBody(text, octetsOf({ text, ...(latin1 === true && { latin1 }) }));
  const answer = await session.hearBody(
    'message',
    begun,
    wrote.ok ? '.' : undefined,
    body,
    wrote.ok ? undefined : wrote,
  );
  if (!answer.ok) return answer.failure;
  return judgeMessage(session, 'message', answer.code);
}

/**
 * What the answer to the whole message makes of the probe. In LMTP there is one for each recipient that was taken
 * (RFC 2033 4.2), with PRDR behind a 353 one for each and one for all.
 */
export async function judgeMessage(
  session: Session,
  step: 'message' | 'bdat',
  first: number,
): Promise<SmtpFailure | undefined> {
  const codes = [first];
  const isEach = session.options.protocol === 'lmtp' && session.accepted > 0;
  const more = isEach
    ? session.accepted - 1
    : first === 353 && session.options.prdr === true
      ? session.accepted + 1
      : 0;
  for (let left = more; left > 0; left--) {
    const answer = await session.hear(step);
    if (!answer.ok) return answer.failure;
    codes.push(answer.code);
  }
  const decided = first === 353 && more > 0 ? codes.slice(-1) : codes;
  const last = decided.findLast((code) => !isDue(step, code));
  if (last === undefined) return undefined;
  return decided.some((code) => isDue(step, code)) ? undefined : session.fail(refusal(step, last));
}

/** What a report shows of a message. */
export function shownBody(text: string, octets: number): SentBody {
  const lines: string[] = [];
  let at = 0;
  while (at < text.length && lines.length < limits.shownLines) {
    const end = text.indexOf('\r\n', at);
    lines.push(text.slice(at, Math.min(end, at + limits.lineLength)));
    at = end + 2;
  }
  let left = 0;
  for (let end = text.indexOf('\r\n', at); end !== -1; end = text.indexOf('\r\n', end + 2)) left++;
  return { lines, left, octets };
}
