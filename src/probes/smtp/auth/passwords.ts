import { octetsOfText } from '../../../core/text/utf8.ts';
import {
  answer,
  type Begun,
  badChallenge,
  begun,
  type Login,
  type Octets,
  problem,
  type SaslCrypto,
  unsendable,
} from './mechanism.ts';

/** RFC 4616: user name and password in one answer; UTF-8 as typed, which the server prepares. */
export function plain({ user, secret }: Login): Begun {
  if (user.includes('\0')) return unsendable('user', 'nul');
  if (secret.includes('\0')) return unsendable('secret', 'nul');
  return begun({
    first: octetsOfText(`\0${user}\0${secret}`),
    answer: async () => badChallenge('too-many'),
    derived: [],
  });
}

/** draft-murchison-sasl-login: two questions in whatever words, the name first. */
export function login({ user, secret }: Login): Begun {
  const answers = [user, secret].map(octetsOfText);
  return begun({
    answer: async () => {
      const next = answers.shift();
      return next === undefined ? badChallenge('too-many') : answer(next);
    },
    derived: [],
  });
}

/** RFC 2195: the challenge hashed with the password. */
export function cramMd5({ user, secret }: Login, crypto: SaslCrypto): Begun {
  const derived: Octets[] = [];
  let asked = 0;
  return begun({
    answer: async (challenge) => {
      if (asked++ > 0) return badChallenge('too-many');
      // RFC 2195 2: a challenge holds a time and a name; an empty one would make every answer the same.
      if (challenge === '') return badChallenge('form');
      const hash = crypto.hmac('md5', octetsOfText(secret), challenge);
      if (hash === undefined) return problem({ kind: 'no-hash', hash: 'MD5' });
      const digest = hexOf(hash);
      derived.push(hash, digest);
      return answer(`${octetsOfText(user)} ${digest}`);
    },
    derived,
  });
}

export const hexOf = (octets: Octets): string =>
  [...octets].map((one) => one.charCodeAt(0).toString(16).padStart(2, '0')).join('');
