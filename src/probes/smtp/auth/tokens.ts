import { plainText } from '../../../core/text/plain.ts';
import { octetsOfText, textOfOctets } from '../../../core/text/utf8.ts';
import {
  type Answer,
  answer,
  type Begun,
  badChallenge,
  begun,
  type Login,
  type LoginRefusal,
  type Octets,
  unsendable,
} from './mechanism.ts';
import { saslName } from './scram.ts';

const SEPARATOR = '\u0001';
/** RFC 6750 2.1, and what else providers put into tokens; no blank, so that no scheme stands in front of it. */
const TOKEN = /^[!-~]{1,16000}$/;
/** Characters of a member of the error that are kept. */
const LONGEST = 300;

/** Google's and Microsoft's XOAUTH2: what goes before OAUTHBEARER. */
export function xoauth2(login: Login): Begun {
  if (/\p{Cc}/u.test(login.user)) return unsendable('user', 'forbidden-character');
  return bearer(
    login,
    octetsOfText(`user=${login.user}${SEPARATOR}auth=Bearer ${login.secret}${SEPARATOR}${SEPARATOR}`),
    '',
  );
}

/** RFC 7628 3.1 */
export function oauthBearer(login: Login): Begun {
  const { user, host, port, secret } = login;
  if (/\p{Cc}/u.test(user)) return unsendable('user', 'forbidden-character');
  const parts = [`n,a=${saslName(user)},`, `host=${host}`, `port=${port}`, `auth=Bearer ${secret}`, '', ''];
  // RFC 7628 3.2.3: the client acknowledges the error with a lone separator.
  return bearer(login, parts.join(SEPARATOR), SEPARATOR);
}

function bearer({ secret }: Login, first: Octets, acknowledged: Octets): Begun {
  if (!TOKEN.test(secret)) return unsendable('secret', 'no-token');
  let refused: LoginRefusal | undefined;
  return begun({
    first,
    answer: async (challenge): Promise<Answer> => {
      if (refused !== undefined) return badChallenge('too-many');
      refused = refusalIn(challenge);
      return refused === undefined ? badChallenge('form') : answer(acknowledged);
    },
    refusal: () => refused,
    derived: [],
  });
}

/** RFC 7628 3.2.2; `error` and `error_description` are what others name them. */
function refusalIn(challenge: Octets): LoginRefusal | undefined {
  let read: unknown;
  try {
    read = JSON.parse(textOfOctets(challenge) ?? challenge);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
  const members = new Map<string, unknown>(Object.entries(read));
  const member = (...names: string[]): string | undefined => {
    const value = names
      .map((name) => members.get(name))
      .find((one) => typeof one === 'string' || typeof one === 'number');
    return value === undefined ? undefined : plainText(String(value), LONGEST).trim() || undefined;
  };
  const scope = member('scope');
  const schemes = member('schemes');
  const description = member('error_description', 'message');
  return {
    status: member('status', 'error') ?? 'none',
    ...(scope !== undefined && { scope }),
    ...(schemes !== undefined && { schemes }),
    ...(description !== undefined && { description }),
  };
}
