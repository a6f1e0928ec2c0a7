import { refusal } from '../codes.ts';
import type { Session, Step } from '../session.ts';

/** EHLO, or HELO for a server that does not know it (RFC 5321 3.2); LHLO for LMTP (RFC 2033 4.1). */
export const sayHello: Step = async (session) => {
  const verb = session.options.protocol === 'lmtp' ? 'lhlo' : 'ehlo';
  const hello = await session.say(verb, `${verb.toUpperCase()} ${session.helo}`);
  if (!hello.ok) return hello.failure;
  if (hello.code === 250) {
    session.offered = keywordsIn(hello.lines);
    return undefined;
  }
  if (verb === 'lhlo' || ![500, 502, 504].includes(hello.code)) return session.fail(refusal(verb, hello.code));
  return sayHelo(session);
};

async function sayHelo(session: Session) {
  session.find({ code: 'only-helo' });
  const helo = await session.expect('helo', `HELO ${session.helo}`);
  if (!helo.ok) return helo.failure;
  session.offered = new Map();
  return undefined;
}

/** The keywords of an answer to EHLO in capitals, each with its parameters (RFC 5321 4.1.1.1); `AUTH=LOGIN` is an old form. */
function keywordsIn(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of lines.slice(1)) {
    const text = line.slice(4).trim();
    const end = text.search(/[ =]/);
    const keyword = (end === -1 ? text : text.slice(0, end)).toUpperCase();
    if (!found.has(keyword)) found.set(keyword, end === -1 ? '' : text.slice(end + 1).trim());
  }
  return found;
}
