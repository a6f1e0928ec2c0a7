import { defined } from '../../../core/text/defined.ts';
import { limits } from '../../limits.ts';
import { isDue, refusal } from '../codes.ts';
import { octetsOf, piecesOnWire } from '../message.ts';
import type { Session, Step } from '../session.ts';
import type { SentBody, SmtpFailure } from '../types.ts';

/** DATA (RFC 5321 4.1.1.4). */
export const sayData: Step = async (session) => {
  const answer = await session.expect('data', 'DATA');
  return answer.ok ? undefined : answer.failure;
};

/** The text of the message with its lone dot (RFC 5321 4.5.2), and what the server makes of it. */
export const sendMessage: Step = (session) => sendText(session, session.options.message?.text ?? '');

/** The same of a message of nothing, for a server that wants one though it took no recipient (RFC 2920 3.1). */
export const sendNothing: Step = (session) => sendText(session, '');

async function sendText(session: Session, text: string): Promise<SmtpFailure | undefined> {
  const latin1 = session.options.message?.latin1;
  await session.hearEarly('message');
  const begun = session.clock.now();
  const shown = new ShownBody();
  let wrote: Awaited<ReturnType<Session['writeText']>> = { ok: true, value: undefined };
  // The lone dot goes out with the last piece. What did not get out is noted, too.
  let held = '';
  for (const piece of piecesOnWire(text, limits.writeCharacters, true)) {
    shown.add(piece, octetsOf({ text: piece, ...defined({ latin1 }) }));
    if (wrote.ok && held !== '') wrote = await session.writeText(held);
    held = piece;
  }
  if (wrote.ok) wrote = await session.writeText(`${held}.\r\n`);
  const answer = await session.hearBody(
    'message',
    begun,
    wrote.ok ? '.' : undefined,
    shown.body,
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

/** What a report shows of a message or a chunk of one, which comes in pieces. */
export class ShownBody {
  readonly #lines: string[] = [];
  /** The line that has not ended, as far as it is shown. */
  #open: string | undefined;
  #left = 0;
  #octets = 0;

  add(piece: string, octets: number): void {
    this.#octets += octets;
    let at = 0;
    while (at < piece.length && this.#lines.length < limits.shownLines) {
      const found = piece.indexOf('\r\n', at);
      const end = found === -1 ? piece.length : found;
      const open = this.#open ?? '';
      this.#open = `${open}${piece.slice(at, Math.min(end, at + limits.lineLength - open.length))}`;
      at = end + 2;
      if (found === -1) return;
      this.#lines.push(this.#open);
      this.#open = undefined;
    }
    if (at >= piece.length) return;
    // The lines that are left out are counted by the piece: nothing of them is kept.
    this.#left += piece.slice(at).match(/\r\n/g)?.length ?? 0;
    this.#open = piece.endsWith('\r\n') ? undefined : '';
  }

  get body(): SentBody {
    const open = this.#open === undefined ? [] : [this.#open];
    const isShown = this.#lines.length < limits.shownLines;
    return {
      lines: isShown ? [...this.#lines, ...open] : this.#lines,
      left: this.#left + (isShown ? 0 : open.length),
      octets: this.#octets,
    };
  }
}
