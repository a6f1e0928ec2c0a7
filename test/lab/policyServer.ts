import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What a server knows of a connection. */
export interface PolicySession {
  /** From 1: which connection of the server it is. */
  readonly connection: number;
  /** Refusals of this connection so far. */
  readonly refused: number;
  /** The sender of the transaction, without its brackets. */
  readonly sender: string | undefined;
}

/** A reply without its last line break, perhaps one with which the connection or the server ends. */
export type PolicyAnswer = string | { readonly reply: string; readonly ends?: 'connection' | 'server' };

/** What differs from a server that takes any mail: an answer to a line, which is `''` for the connection itself. */
export type Policy = (line: string, session: PolicySession) => PolicyAnswer | undefined;

export interface PolicyServer {
  readonly port: number;
  /** Every line that clients sent. */
  readonly heard: readonly string[];
  close(): Promise<void>;
}

const usual = (line: string): string => {
  const verb = line.slice(0, 4).toUpperCase();
  if (verb === '') return '220 mx1.contoso.test ESMTP';
  if (verb === 'EHLO') return '250-mx1.contoso.test\r\n250 8BITMIME';
  if (verb === 'QUIT') return '221 2.0.0 Bye';
  if (verb === 'DATA') return '354 go';
  if (verb === 'VRFY' || verb === 'EXPN' || verb === 'HELP') return '502 5.5.1 not implemented';
  return ['HELO', 'MAIL', 'RCPT', 'RSET', 'NOOP'].includes(verb) ? '250 2.0.0 Ok' : '500 5.5.2 unknown command';
};

/** A server on this machine with a policy of its own. */
export async function startPolicyServer(policy: Policy): Promise<PolicyServer> {
  const heard: string[] = [];
  const open = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    const connection = ++connections;
    let refused = 0;
    let sender: string | undefined;
    let rest = '';
    const answer = (line: string): void => {
      const given = policy(line, { connection, refused, sender }) ?? usual(line);
      const { reply, ends } = typeof given === 'string' ? { reply: given } : given;
      if (socket.destroyed) return;
      if (/^[45]/.test(reply)) refused++;
      else if (/^MAIL/i.test(line)) sender = /<(.*)>/.exec(line)?.[1];
      else if (/^RSET/i.test(line)) sender = undefined;
      if (reply !== '') socket.write(`${reply}\r\n`, 'latin1');
      if (ends === 'server') server.close();
      if (ends !== undefined && reply === '') socket.destroy();
      else if (ends !== undefined || /^QUIT/i.test(line)) socket.end();
    };
    answer('');
    socket.on('data', (bytes: Buffer) => {
      rest += bytes.toString('latin1');
      for (let at = rest.indexOf('\n'); at !== -1; at = rest.indexOf('\n')) {
        const line = rest.slice(0, at).replace(/\r$/, '');
        rest = rest.slice(at + 1);
        heard.push(line);
        answer(line);
      }
    });
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
