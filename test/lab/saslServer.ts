import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type Credentials, secure } from './smtpServer.ts';

/** A server that takes logins, and how it differs from one that does it right. */
export interface SaslBehaviour {
  /** What stands behind AUTH; nothing is offered where empty. */
  readonly mechanisms: string;
  /** Taken out of the offer by somebody between. */
  readonly hides?: string;
  /** Another TLS connection than the client's, as with somebody between. */
  readonly otherConnection?: boolean;
  /** Logins are offered and taken in the clear too. */
  readonly inTheClear?: boolean;
  readonly tls?: Credentials;
  /** Name and password, or token, that are right. */
  readonly user: string;
  readonly secret: string;
  /** Rounds for SCRAM. */
  readonly iterations?: number;
  /** The whole reply to a line of the login, `count` from 0 on; undefined: as a server in order replies. */
  readonly replies?: (line: string, count: number, mechanism: string) => string | undefined;
  readonly banner?: string;
  /** What is said behind the login, whatever is asked. */
  readonly later?: (line: string) => string | undefined;
}

export interface SaslServer {
  readonly port: number;
  /** Every line that clients sent. */
  readonly heard: readonly string[];
  close(): Promise<void>;
}

const OK = '235 2.7.0 Authentication successful\r\n';
const NO = '535 5.7.8 Error: authentication failed\r\n';
const MALFORMED = '501 5.5.2 Cannot decode response\r\n';
const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64');
const asks = (text: string | Buffer): string => `334 ${base64(text)}\r\n`;

export async function startSaslServer(behaviour: SaslBehaviour): Promise<SaslServer> {
  const heard: string[] = [];
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    socket.write(behaviour.banner ?? '220 mx.contoso.test ESMTP\r\n');
    talk(socket, behaviour, heard, false);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

function talk(socket: Socket, behaviour: SaslBehaviour, heard: string[], tls: boolean): void {
  let rest = '';
  let login:
    | { readonly mechanism: string; readonly exchange: Generator<string, boolean, string>; count: number }
    | undefined;
  let known = false;
  const listen = (bytes: Buffer): void => {
    rest += bytes.toString('latin1');
    for (let at = rest.indexOf('\n'); at !== -1; at = rest.indexOf('\n')) {
      const line = rest.slice(0, at).replace(/\r$/, '');
      rest = rest.slice(at + 1);
      heard.push(line);
      const [verb = '', mechanism = '', first] = line.split(' ');
      if (login === undefined && verb === 'STARTTLS' && behaviour.tls !== undefined) {
        socket.write('220 2.0.0 go\r\n');
        socket.off('data', listen);
        talk(secure(socket, behaviour.tls), behaviour, heard, true);
        return;
      }
      if (login === undefined && verb === 'AUTH') {
        login = { mechanism, exchange: exchangeOf(mechanism, behaviour, socket), count: 0 };
        const began = login.exchange.next();
        const asked = behaviour.replies?.(line, login.count++, mechanism);
        if (asked !== undefined) say(asked);
        else if (began.done === true) finish(began.value);
        else if (first !== undefined) answer(first === '=' ? '' : first);
        else socket.write(began.value);
        continue;
      }
      if (login !== undefined) {
        const asked = behaviour.replies?.(line, login.count++, login.mechanism);
        if (asked !== undefined) say(asked);
        else if (line === '*') finish(undefined);
        else answer(line);
        continue;
      }
      socket.write((known ? behaviour.later?.(line) : undefined) ?? replyTo(verb, behaviour, tls), 'latin1');
      if (verb === 'QUIT') socket.end();
    }
  };
  const say = (reply: string): void => {
    if (!reply.startsWith('334')) {
      login = undefined;
      known = true;
    }
    socket.write(reply, 'latin1');
  };
  const answer = (line: string): void => {
    if (login === undefined) return;
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(line)) {
      say(MALFORMED);
      return;
    }
    const next = login.exchange.next(Buffer.from(line, 'base64').toString('latin1'));
    if (next.done === true) finish(next.value);
    else socket.write(next.value);
  };
  const finish = (passed: boolean | undefined): void =>
    say(passed === undefined ? '501 5.7.0 Authentication aborted\r\n' : passed ? OK : NO);
  socket.on('data', listen);
}

function replyTo(verb: string, behaviour: SaslBehaviour, tls: boolean): string {
  const { mechanisms, tls: credentials, inTheClear, hides } = behaviour;
  switch (verb) {
    case 'EHLO': {
      const offers = ['SIZE 1000000'];
      if (credentials !== undefined && !tls) offers.push('STARTTLS');
      if (mechanisms !== '' && (tls || inTheClear === true))
        offers.push(
          `AUTH ${mechanisms
            .split(' ')
            .filter((one) => one !== hides)
            .join(' ')}`,
        );
      return ['mx.contoso.test', ...offers]
        .map((line, at) => `250${at === offers.length ? ' ' : '-'}${line}\r\n`)
        .join('');
    }
    case 'QUIT':
      return '221 2.0.0 Bye\r\n';
    case 'AUTH':
      return '504 5.5.4 Unrecognized authentication type\r\n';
    default:
      return '250 2.0.0 Ok\r\n';
  }
}

/** What the server says in one login: each yield is a reply and gets the answer; in the end whether it was right. */
function* exchangeOf(mechanism: string, behaviour: SaslBehaviour, socket: Socket): Generator<string, boolean, string> {
  const { user, secret, iterations = 4096, mechanisms, otherConnection } = behaviour;
  const latin = (text: string): string => Buffer.from(text).toString('latin1');
  switch (mechanism) {
    case 'PLAIN':
      return (yield asks('')) === latin(`\0${user}\0${secret}`);
    case 'LOGIN': {
      const name = yield asks('Username:');
      const password = yield asks('Password:');
      return name === latin(user) && password === latin(secret);
    }
    case 'CRAM-MD5': {
      const challenge = `<${randomBytes(8).toString('hex')}@mx.contoso.test>`;
      const said = yield asks(challenge);
      return said === `${latin(user)} ${createHmac('md5', secret).update(challenge).digest('hex')}`;
    }
    case 'XOAUTH2': {
      if ((yield asks('')) === latin(`user=${user}\u0001auth=Bearer ${secret}\u0001\u0001`)) return true;
      yield asks(JSON.stringify({ status: '400', schemes: 'Bearer', scope: 'https://mail.contoso.test/' }));
      return false;
    }
    case 'OAUTHBEARER': {
      const said = yield asks('');
      if (said.startsWith(`n,a=${user},\u0001`) && said.endsWith(`\u0001auth=Bearer ${secret}\u0001\u0001`))
        return true;
      yield asks(JSON.stringify({ status: 'invalid_token', scope: 'smtp' }));
      return false;
    }
    case 'SCRAM-SHA-256':
    case 'SCRAM-SHA-256-PLUS': {
      const isPlus = mechanism.endsWith('-PLUS');
      const binds = mechanisms.includes('-PLUS');
      const shown = (type: string) => (otherConnection === true ? randomBytes(32) : bindingOf(socket, type));
      // RFC 5802 6: a client that missed what is offered has been lied to.
      return yield* scram(user, secret, iterations, (flag, type) =>
        isPlus
          ? flag === 'p'
            ? shown(type)
            : undefined
          : flag === 'n' || (flag === 'y' && !binds)
            ? Buffer.alloc(0)
            : undefined,
      );
    }
    default:
      return false;
  }
}

/** What both ends of a TLS connection know, from the server's side (RFC 9266 2, RFC 5929 3.1). */
function bindingOf(socket: Socket, type: string): Buffer | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  const isNew = socket.getProtocol() === 'TLSv1.3';
  if (type === 'tls-exporter' && isNew)
    return socket.exportKeyingMaterial(32, 'EXPORTER-Channel-Binding', Buffer.alloc(0));
  return type === 'tls-unique' && !isNew ? socket.getPeerFinished() : undefined;
}

/** RFC 5802 3, from the server's side; `binding`: what must stand behind the first letter of the client's message. */
function* scram(
  user: string,
  secret: string,
  iterations: number,
  binding: (flag: string, type: string) => Buffer | undefined,
): Generator<string, boolean, string> {
  const hmac = (key: Buffer, data: string): Buffer => createHmac('sha256', key).update(data, 'latin1').digest();
  const first = yield asks('');
  const [, gs2 = '', flag = '', type = '', bare = '', name = '', nonce = ''] =
    /^(([nyp])(?:=([a-z-]+))?,,)(n=([^,]*),r=(.*))$/s.exec(first) ?? [];
  const bound = binding(flag, type);
  if (bound === undefined) return false;
  const salt = randomBytes(16);
  const both = nonce + randomBytes(12).toString('base64');
  const challenge = `r=${both},s=${base64(salt)},i=${iterations}`;
  const final = yield asks(challenge);
  const [, without = '', proof = ''] = /^(.*),p=(.*)$/s.exec(final) ?? [];
  const salted = pbkdf2Sync(secret, salt, iterations, 32, 'sha256');
  const storedKey = createHash('sha256').update(hmac(salted, 'Client Key')).digest();
  const message = `${bare},${challenge},${without}`;
  const signature = hmac(storedKey, message);
  const shown = Buffer.from(proof, 'base64');
  if (shown.length !== 32 || without !== `c=${base64(Buffer.concat([Buffer.from(gs2), bound]))},r=${both}`)
    return false;
  const key = Buffer.from(shown.map((octet, at) => octet ^ (signature[at] ?? 0)));
  if (!timingSafeEqual(createHash('sha256').update(key).digest(), storedKey)) return false;
  if (name !== user.replace(/=/g, '=3D').replace(/,/g, '=2C')) return false;
  return (yield asks(`v=${base64(hmac(hmac(salted, 'Server Key'), message))}`)) === '';
}
