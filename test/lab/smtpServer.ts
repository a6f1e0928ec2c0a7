import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createSecureContext, createServer as createTlsServer, type SecureVersion, TLSSocket } from 'node:tls';

export interface Credentials {
  readonly key: string;
  readonly cert: string;
  readonly minVersion?: SecureVersion;
  readonly maxVersion?: SecureVersion;
  readonly ciphers?: string;
  readonly honorCipherOrder?: boolean;
  /** The OCSP response that is stapled. */
  readonly staple?: Buffer;
  /** Only clients with a certificate of this authority, in PEM, are let in; what they show is told. */
  readonly clients?: string;
  readonly onClient?: (commonName: string | undefined) => void;
}

/** How a server differs from one that does everything right. */
export interface Behaviour {
  /** What is sent at first, line breaks included; nothing at all where empty. */
  readonly banner?: string;
  /** Closes behind the banner. */
  readonly closes?: boolean;
  /** The whole reply to EHLO. */
  readonly ehlo?: string;
  readonly closesAfterEhlo?: boolean;
  readonly mail?: string;
  readonly rcpt?: string;
  readonly starttls?: string;
  /** Behind STARTTLS: speaks no TLS, or says nothing. */
  readonly breaksTls?: 'rubbish' | 'silence';
  readonly tls?: Credentials;
  /** TLS from the first byte (RFC 8314). */
  readonly implicit?: boolean;
  /** Sent over and over behind the banner. */
  readonly flood?: string;
}

export interface SmtpServer {
  readonly address: string;
  readonly port: number;
  /** Every line that clients sent. */
  readonly heard: readonly string[];
  close(): Promise<void>;
}

export async function startSmtpServer(name: string, behaviour: Behaviour): Promise<SmtpServer> {
  const heard: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    if (behaviour.implicit === true && behaviour.tls !== undefined) {
      greet(secure(socket, behaviour.tls), name, behaviour, heard);
    } else greet(socket, name, behaviour, heard);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    heard,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** TLS on a socket, from the server's side. */
export function secure(socket: Socket, { staple, clients, onClient, ...tls }: Credentials): TLSSocket {
  const server = createTlsServer(tls);
  if (staple !== undefined) {
    server.on('OCSPRequest', (_own: Buffer, _issuer: Buffer, answer: (error: null, staple: Buffer) => void) =>
      answer(null, staple),
    );
  }
  const wrapped = new TLSSocket(socket, {
    isServer: true,
    server,
    secureContext: createSecureContext({ ...tls, ...(clients !== undefined && { ca: clients }) }),
    ...(clients !== undefined && { requestCert: true, rejectUnauthorized: true }),
  });
  wrapped.once('secure', () => {
    const shown = wrapped.getPeerCertificate();
    onClient?.(shown?.subject?.CN as string | undefined);
    if (clients !== undefined && shown?.subject === undefined) wrapped.destroy();
  });
  wrapped.on('error', () => {});
  return wrapped;
}

function greet(socket: Socket, name: string, behaviour: Behaviour, heard: string[]): void {
  const banner = behaviour.banner ?? `220 ${name} ESMTP ready\r\n`;
  if (behaviour.closes === true) socket.end(banner, 'latin1');
  else if (banner !== '') socket.write(banner, 'latin1');
  if (behaviour.flood !== undefined) pour(socket, behaviour.flood);
  else talk(socket, name, behaviour, heard, behaviour.implicit === true);
}

function pour(socket: Socket, text: string): void {
  const more = (): void => {
    while (!socket.destroyed && socket.write(text)) if (text.length < 100) return void setTimeout(more, 1);
  };
  socket.on('drain', more);
  socket.resume();
  more();
}

function talk(socket: Socket, name: string, behaviour: Behaviour, heard: string[], tls: boolean): void {
  let rest = '';
  let inData = false;
  const listen = (bytes: Buffer): void => {
    rest += bytes.toString('latin1');
    for (let at = rest.indexOf('\n'); at !== -1; at = rest.indexOf('\n')) {
      const line = rest.slice(0, at).replace(/\r$/, '');
      rest = rest.slice(at + 1);
      heard.push(line);
      if (inData) {
        inData = line !== '.';
        if (!inData) socket.write('250 2.0.0 Ok: queued as 4F6bQ21Lz9z\r\n');
        continue;
      }
      const verb = (line.split(' ', 1)[0] ?? '').toUpperCase();
      inData = verb === 'DATA';
      if (verb === 'STARTTLS') {
        socket.write(behaviour.starttls ?? '220 2.0.0 Ready to start TLS\r\n');
        if (behaviour.starttls !== undefined && !behaviour.starttls.startsWith('220')) continue;
        socket.off('data', listen);
        if (behaviour.breaksTls === 'rubbish') socket.end('this is not TLS\r\n');
        else if (behaviour.breaksTls === 'silence') socket.resume();
        else if (behaviour.tls !== undefined) talk(secure(socket, behaviour.tls), name, behaviour, heard, true);
        return;
      }
      socket.write(replyTo(verb, name, behaviour, tls), 'latin1');
      if (verb === 'QUIT' || (verb === 'EHLO' && behaviour.closesAfterEhlo === true)) socket.end();
    }
  };
  socket.on('data', listen);
}

function replyTo(verb: string, name: string, behaviour: Behaviour, tls: boolean): string {
  switch (verb) {
    case 'EHLO':
      return behaviour.ehlo ?? ehlo(name, behaviour.tls !== undefined && !tls);
    case 'HELO':
      return `250 ${name}\r\n`;
    case 'MAIL':
      return behaviour.mail ?? '250 2.1.0 Ok\r\n';
    case 'RCPT':
      return behaviour.rcpt ?? '250 2.1.5 Ok\r\n';
    case 'DATA':
      return '354 End data with <CR><LF>.<CR><LF>\r\n';
    case 'RSET':
    case 'NOOP':
      return '250 2.0.0 Ok\r\n';
    case 'QUIT':
      return '221 2.0.0 Bye\r\n';
    default:
      return '502 5.5.2 Error: command not recognized\r\n';
  }
}

const ehlo = (name: string, starttls: boolean): string =>
  [
    `250-${name}`,
    '250-PIPELINING',
    '250-SIZE 10485760',
    ...(starttls ? ['250-STARTTLS'] : []),
    '250-ENHANCEDSTATUSCODES',
    '250 8BITMIME',
    '',
  ].join('\r\n');
