import { encodeBase64, readBase64 } from '../../../core/text/base64.ts';
import { asCharacters, octetsOfText } from '../../../core/text/utf8.ts';
import {
  type Answer,
  answer,
  type Begun,
  badChallenge,
  begun,
  type Login,
  type LoginRefusal,
  type Octets,
  problem,
  type SaslCrypto,
  unsendable,
} from './mechanism.ts';
import { saslPrep } from './saslPrep.ts';

/** Rounds of the hash that a server may ask for: beyond, it keeps the client busy rather than the password safe. */
export const MOST_ITERATIONS = 1_000_000;
/** RFC 7677 4: at least so many should be asked for; with fewer a password is guessed sooner. */
export const USUAL_ITERATIONS = 4096;

/** RFC 5802 7: nonce, salt, rounds; an extension that must be understood (`m=`) stands in front and fits nothing. */
const SERVER_FIRST = /^r=([!-+\--~]{1,1000}),s=([A-Za-z0-9+/]{4,1000}={0,2}),i=([1-9]\d{0,11}|0)(?:,.*)?$/s;
const SERVER_FINAL = /^(?:v=([A-Za-z0-9+/]{4,1000}={0,2})|e=([^,]{1,200}))(?:,.*)?$/s;

/**
 * SCRAM-SHA-256 (RFC 5802, RFC 7677), with `-PLUS` where a connection is given. The password is not sent, and the server
 * must show that it knows it too.
 * `nonce` is what the client puts in, for tests of known answers.
 */
export function scram(login: Login, crypto: SaslCrypto, nonce = encodeBase64(crypto.random(18))): Begun {
  const { user, secret, binding } = login;
  const name = saslPrep(user, false);
  if (!name.ok) return unsendable('user', name.why);
  const password = saslPrep(secret, true);
  if (!password.ok) return unsendable('secret', password.why);
  const gs2 = headerOf(binding);
  const bound = typeof binding === 'object' ? binding.octets : '';
  const bare = `n=${saslName(name.text)},r=${nonce}`;
  const derived: Octets[] = password.text === secret ? [] : [octetsOfText(password.text)];
  let signature: Octets | undefined;
  let rounds: number | undefined;
  let isProven = false;
  let refused: LoginRefusal | undefined;

  const prove = async (challenge: Octets): Promise<Answer> => {
    const [, both = '', salt = '', count = ''] = SERVER_FIRST.exec(challenge) ?? [];
    const salted = octetsIn(salt);
    if (both === '' || salted === undefined) return badChallenge('form');
    if (!both.startsWith(nonce) || both.length === nonce.length) return badChallenge('nonce');
    const iterations = Number(count);
    if (iterations < 1 || iterations > MOST_ITERATIONS) return problem({ kind: 'bad-iterations', iterations });
    rounds = iterations;
    const final = `c=${encodeBase64(gs2 + bound)},r=${both}`;
    const message = `${bare},${challenge},${final}`;
    const stretched = await crypto.stretch(octetsOfText(password.text), salted, iterations);
    const hmac = (key: Octets, data: Octets): Octets => crypto.hmac('sha256', key, data) ?? '';
    const clientKey = hmac(stretched, 'Client Key');
    const storedKey = crypto.sha256(clientKey);
    const serverKey = hmac(stretched, 'Server Key');
    const proof = xor(clientKey, hmac(storedKey, message));
    signature = hmac(serverKey, message);
    derived.push(stretched, clientKey, storedKey, serverKey, proof, signature);
    return answer(`${final},p=${encodeBase64(proof)}`);
  };
  const verify = (challenge: Octets): Answer => {
    const [, shown, error] = SERVER_FINAL.exec(challenge) ?? [];
    if (error !== undefined) {
      refused = { status: error };
      return answer('');
    }
    if (shown === undefined) return badChallenge('form');
    if (octetsIn(shown) !== signature) return problem({ kind: 'unproven', why: 'forged' });
    isProven = true;
    return answer('');
  };
  return begun({
    first: `${gs2}${bare}`,
    answer: async (challenge) => {
      if (isProven || refused !== undefined) return badChallenge('too-many');
      return signature === undefined ? prove(challenge) : verify(challenge);
    },
    lacks: () => (isProven ? undefined : { kind: 'unproven', why: 'missing' }),
    refusal: () => refused,
    iterations: () => rounds,
    derived,
  });
}

/**
 * Whether the login is bound to TLS (RFC 5802 6): `y` has a server that offers it refuse the login, since somebody between
 * has then taken it out of the offer.
 */
function headerOf(binding: Login['binding']): Octets {
  if (typeof binding === 'object') return `p=${binding.type},,`;
  return binding === 'not-offered' ? 'y,,' : 'n,,';
}

/** RFC 5802 5.1 */
export const saslName = (name: string): Octets => octetsOfText(name.replace(/=/g, '=3D').replace(/,/g, '=2C'));

function octetsIn(base64: string): Octets | undefined {
  const { octets, wrong } = readBase64(base64);
  return wrong === undefined && octets.length > 0 ? asCharacters(octets) : undefined;
}

const xor = (a: Octets, b: Octets): Octets =>
  [...a].map((one, at) => String.fromCharCode(one.charCodeAt(0) ^ b.charCodeAt(at))).join('');
