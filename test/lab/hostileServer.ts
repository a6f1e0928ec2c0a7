import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type Credentials, secure } from './smtpServer.ts';

/** What a server does at one point: what it sends, in latin-1, and how. */
export type Act =
  | string
  /** Each in a packet of its own. */
  | { readonly packets: readonly string[] }
  /** A byte every few milliseconds. */
  | { readonly drip: string }
  /** Over and over. */
  | { readonly flood: string }
  /** Closes, or resets, behind it. */
  | { readonly close: string }
  | { readonly reset: string };

/** What a server does at its banner and at each command; a list is for one call after the other. Nothing where absent. */
export interface Script extends Partial<Record<ScriptedCommand, Act | readonly Act[]>> {
  readonly banner?: Act;
  /** What it does with a message, behind its lone dot; without it, each chunk of BDAT is answered by `BDAT`. */
  readonly message?: Act;
  /** Takes nothing more once it has asked for a message. */
  readonly deaf?: true;
  /** Sent in the place of TLS, when the client begins it. */
  readonly garbage?: string;
  /** Sent when TLS is up, before the client says anything. */
  readonly secured?: string;
}

const COMMANDS = [
  'EHLO',
  'HELO',
  'LHLO',
  'XCLIENT',
  'STARTTLS',
  'AUTH',
  'MAIL',
  'RCPT',
  'DATA',
  'BDAT',
  'RSET',
  'VRFY',
  'EXPN',
  'QUIT',
] as const;

type ScriptedCommand = (typeof COMMANDS)[number];

const isScripted = (verb: string): verb is ScriptedCommand => (COMMANDS as readonly string[]).includes(verb);

export interface HostileServer {
  readonly port: number;
  close(): Promise<void>;
}

/** A server on a free port of loopback that follows the script, whatever the client does. */
export async function startHostileServer(script: Script, tls?: Credentials, implicit = false): Promise<HostileServer> {
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    const way = implicit && tls !== undefined ? secure(socket, tls) : socket;
    void perform(way, script.banner);
    listen(way, script, tls, new Map());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** How often each command was heard. */
type Calls = Map<ScriptedCommand, number>;

function listen(socket: Socket, script: Script, tls: Credentials | undefined, calls: Calls): void {
  let rest = '';
  let isMessage = false;
  /** Octets of a chunk that are still to come. */
  let chunk = 0;
  const hear = (bytes: Buffer): void => {
    rest += bytes.toString('latin1');
    for (;;) {
      if (chunk > 0) {
        const taken = Math.min(chunk, rest.length);
        rest = rest.slice(taken);
        chunk -= taken;
        if (chunk > 0) return;
      }
      const at = rest.indexOf('\n');
      if (at === -1) return;
      const line = rest.slice(0, at).trim();
      rest = rest.slice(at + 1);
      if (isMessage) {
        isMessage = line !== '.';
        if (!isMessage) void perform(socket, script.message);
        continue;
      }
      const verb = line.split(' ', 1)[0] ?? '';
      if (!isScripted(verb)) continue;
      const call = calls.get(verb) ?? 0;
      calls.set(verb, call + 1);
      const act = ofCall(script[verb], call);
      if (verb === 'STARTTLS') {
        const goesOn = typeof act === 'object' || act?.startsWith('220') === true;
        if (goesOn) socket.off('data', hear);
        void perform(socket, act).then(() => {
          if (goesOn) startTls(socket, script, tls, calls);
        });
        if (goesOn) return;
        continue;
      }
      if (verb === 'DATA') isMessage = typeof act === 'string' && /^354 /m.test(act);
      if (isMessage && script.deaf === true) socket.pause();
      if (verb === 'BDAT') chunk = Number(line.split(' ', 2)[1] ?? 0);
      void perform(socket, act);
    }
  };
  socket.on('data', hear);
}

const ofCall = (acts: Act | readonly Act[] | undefined, call: number): Act | undefined =>
  isList(acts) ? acts[Math.min(call, acts.length - 1)] : acts;

const isList = (acts: Act | readonly Act[] | undefined): acts is readonly Act[] => Array.isArray(acts);

function startTls(socket: Socket, script: Script, tls: Credentials | undefined, calls: Calls): void {
  const { garbage } = script;
  if (garbage !== undefined) socket.once('data', () => socket.write(garbage, 'latin1'));
  if (tls === undefined) {
    socket.resume();
    return;
  }
  const secured = secure(socket, tls);
  secured.once('secure', () => void perform(secured, script.secured));
  listen(secured, script, tls, calls);
}

async function perform(socket: Socket, act: Act | undefined): Promise<void> {
  if (act === undefined || socket.destroyed) return;
  if (typeof act === 'string') socket.write(act, 'latin1');
  else if ('packets' in act) await each(socket, act.packets, () => new Promise((done) => setImmediate(done)));
  else if ('drip' in act) await each(socket, [...act.drip], () => new Promise((done) => setTimeout(done, 5)));
  else if ('flood' in act) pour(socket, act.flood);
  else if ('close' in act) socket.end(act.close, 'latin1');
  else {
    socket.write(act.reset, 'latin1');
    socket.resetAndDestroy();
  }
}

async function each(socket: Socket, parts: readonly string[], pause: () => Promise<void>): Promise<void> {
  for (const part of parts) {
    if (socket.destroyed) return;
    socket.write(part, 'latin1');
    await pause();
  }
}

function pour(socket: Socket, text: string): void {
  const more = (): void => {
    while (!socket.destroyed && socket.write(text, 'latin1')) if (text.length < 100) return void setTimeout(more, 1);
  };
  socket.on('drain', more);
  more();
}
