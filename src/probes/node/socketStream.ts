import { isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { limits } from '../limits.ts';
import type { CancelSignal, Stream, StreamFailure, StreamResult } from '../ports.ts';
import type { ChannelBinding, TlsInfo, TlsOffer } from '../tls.ts';
import { channelBinding } from './channelBinding.ts';
import type { DialOptions } from './dialOptions.ts';
import { tlsContext } from './tlsContext.ts';
import { describeTls } from './tlsInfo.ts';
import { tlsPipe } from './tlsPipe.ts';

type Lost = Extract<StreamResult<never>, { ok: false }>;

export const lost = (failure: StreamFailure, detail = ''): Lost => ({ ok: false, failure, detail });

const UNREACHABLE = new Set([
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'EHOSTDOWN',
  'ENETDOWN',
  'EACCES',
  'EPERM',
]);

export function failureOf(error: NodeJS.ErrnoException): StreamFailure {
  const code = error.code ?? '';
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED') return 'reset';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name';
  if (UNREACHABLE.has(code)) return 'unreachable';
  return code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') ? 'tls' : 'closed';
}

const LF = 10;
const CR = 13;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** A stream over TCP, and over TLS from `startTls` on. */
export class SocketStream implements Stream {
  readonly remote: string;
  readonly local?: string;
  readonly #options: DialOptions;
  readonly #signal: CancelSignal;
  #socket: Socket;
  #buffer: Buffer = Buffer.alloc(0);
  /** How far the buffer is known to hold no LF, so that it is searched once. */
  #searched = 0;
  #received = 0;
  #ended: Lost | undefined;
  /** Looks again whether what is waited for has come. */
  #wake: (() => void) | undefined;

  constructor(socket: Socket, remote: string, signal: CancelSignal, options: DialOptions) {
    this.#socket = socket;
    this.#options = options;
    this.remote = remote;
    if (socket.localAddress !== undefined) this.local = socket.localAddress;
    this.#signal = signal;
    this.#attach(socket);
    signal.addEventListener('abort', this.#cancel);
    if (signal.aborted) this.#cancel();
  }

  async readLine(timeout: number): Promise<StreamResult<string>> {
    const got = await this.#until(timeout, () => this.#takeLine());
    if (got.ok || this.#buffer.length === 0) return got;
    return { ...got, rest: this.#takeRest() };
  }

  async unasked(wait: number, rest = false): Promise<readonly string[]> {
    const lines: string[] = [];
    const first = wait > 0 ? await this.#until(wait, () => this.#takeLine()) : this.#takeLine();
    for (let got = first; got?.ok === true; got = this.#takeLine()) {
      lines.push(got.value);
      if (lines.length === limits.replyLines) break;
    }
    if (rest && this.#buffer.length > 0) lines.push(this.#takeRest());
    return lines;
  }

  async write(
    text: string,
    encoding: 'utf8' | 'latin1' = 'utf8',
    timeout: number = limits.replyWait,
  ): Promise<StreamResult<undefined>> {
    if (this.#ended !== undefined && this.#ended.failure !== 'closed') return this.#ended;
    // What the server said before it closed is still read; that the write fails shows there.
    const done = { ok: true, value: undefined } as const;
    if (!this.#socket.writable || this.#socket.write(text, encoding)) return done;
    const drained = await this.#until(timeout, () => (this.#socket.writableNeedDrain ? undefined : done));
    return drained.ok || drained.failure === 'timeout' || drained.failure === 'cancelled' ? drained : done;
  }

  async startTls(serverName: string, timeout: number, offer: TlsOffer = {}): Promise<StreamResult<TlsInfo>> {
    if (this.#ended !== undefined) return this.#ended;
    const context = tlsContext(offer, this.#options);
    if (!context.ok) return context;
    const plain = this.#socket;
    // RFC 3207 4.2, and CVE-2011-0411: what came in the clear must not be taken for a reply under TLS.
    this.#buffer = Buffer.alloc(0);
    this.#searched = 0;
    const secure = connectTls({
      socket: tlsPipe(plain, (bytes) => {
        this.#buffer = bytes;
        this.#end(lost('clear-text'));
      }),
      rejectUnauthorized: false,
      secureContext: context.value,
      requestOCSP: true,
      ...(isIP(serverName) === 0 ? { servername: serverName } : {}),
    });
    // From here the listeners of the plain socket hear nothing any more.
    this.#socket = secure;
    let done = false;
    let staple: Buffer | undefined;
    secure.once('OCSPResponse', (bytes: Buffer | null) => {
      staple = bytes ?? undefined;
    });
    secure.once('secureConnect', () => {
      done = true;
      this.#attach(secure);
      this.#wake?.();
    });
    secure.on('error', (error: NodeJS.ErrnoException) => {
      this.#end(lost(done ? failureOf(error) : handshakeFailure(error), reasonIn(error.message)));
    });
    secure.once('close', () =>
      this.#end(lost(done ? 'closed' : 'tls', done ? '' : 'the server closed the connection')),
    );
    const started = await this.#until(timeout, () =>
      done ? { ok: true as const, value: describeTls(secure, staple, this.#options.authorities) } : undefined,
    );
    return started.ok || this.#buffer.length === 0 ? started : { ...started, rest: this.#takeRest() };
  }

  binding(): ChannelBinding | undefined {
    return channelBinding(this.#socket);
  }

  close(): void {
    this.#signal.removeEventListener('abort', this.#cancel);
    this.#ended ??= lost('closed');
    this.#socket.on('error', () => {});
    this.#socket.destroy();
  }

  readonly #cancel = (): void => {
    this.#ended = undefined;
    this.#buffer = Buffer.alloc(0);
    this.#end(lost('cancelled'));
    this.close();
  };

  #attach(socket: Socket): void {
    const current = (listen: () => void): void => {
      if (socket === this.#socket) listen();
    };
    socket.on('drain', () => current(() => this.#wake?.()));
    socket.on('data', (bytes: Buffer) => current(() => this.#take(bytes)));
    socket.on('error', (error) => current(() => this.#end(lost(failureOf(error), error.message))));
    socket.once('end', () => current(() => this.#end(lost('closed'))));
    socket.once('close', () => current(() => this.#end(lost('closed'))));
  }

  #take(bytes: Buffer): void {
    this.#received += bytes.length;
    this.#buffer = this.#buffer.length === 0 ? bytes : Buffer.concat([this.#buffer, bytes]);
    if (this.#received > limits.streamBytes) {
      this.#end(lost('flood', `more than ${limits.streamBytes} bytes`));
      this.#socket.destroy();
    }
    // Nobody waits for it: let TCP hold the server back.
    if (this.#wake === undefined && this.#buffer.length > limits.lineLength) this.#socket.pause();
    this.#wake?.();
  }

  #end(reason: Lost): void {
    this.#ended ??= reason;
    this.#wake?.();
  }

  #takeLine(): StreamResult<string> | undefined {
    if (this.#ended?.failure === 'flood') return this.#ended;
    const at = this.#buffer.indexOf(LF, this.#searched);
    if (at === -1 ? this.#buffer.length > limits.lineLength : at > limits.lineLength) {
      return lost('flood', `a line of more than ${limits.lineLength} bytes`);
    }
    if (at === -1) {
      this.#searched = this.#buffer.length;
      return undefined;
    }
    const end = at > 0 && this.#buffer[at - 1] === CR ? at - 1 : at;
    const line = decode(this.#buffer.subarray(0, end));
    this.#buffer = this.#buffer.subarray(at + 1);
    this.#searched = 0;
    return { ok: true, value: line };
  }

  /** What came of a line that did not end, or what is no line. */
  #takeRest(): string {
    const rest = decode(this.#buffer.subarray(0, limits.lineLength));
    this.#buffer = Buffer.alloc(0);
    this.#searched = 0;
    return rest;
  }

  /** Waits until `look` finds something, the stream ends, or `timeout` milliseconds have gone by. */
  #until<T>(timeout: number, look: () => StreamResult<T> | undefined): Promise<StreamResult<T>> {
    return new Promise((resolve) => {
      const settle = (result: StreamResult<T>): void => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve(result);
      };
      const timer = setTimeout(() => settle(lost('timeout')), timeout);
      this.#wake = (): void => {
        const found = look() ?? this.#ended;
        if (found !== undefined) settle(found);
      };
      this.#wake();
      if (this.#ended === undefined) this.#socket.resume();
    });
  }
}

/** OpenSSL's reason without the places of its code: `tlsv1 alert internal error, SSL alert number 80`. */
function reasonIn(message: string): string {
  const [, reason, more = ''] = /:error:[0-9A-F]{8}:[^:]*:[^:]*:([^:]+):[^:]*:\d+:([^:\n]*)/.exec(message) ?? [];
  return reason === undefined ? message.trim() : [reason, more.trim()].filter(Boolean).join(', ');
}

/** What breaks a handshake is TLS, but for the network going away under it. */
function handshakeFailure(error: NodeJS.ErrnoException): StreamFailure {
  return failureOf(error) === 'reset' && error.message.includes('read ECONNRESET') ? 'reset' : 'tls';
}
