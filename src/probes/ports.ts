import type { NamedCode, UnnamedCode } from '../core/dns/dnsStatus.ts';

/** What the probes need of the outside world. Implementations live in `node/`; tests pass fakes. */

export interface Question {
  /** Without the final dot. */
  readonly name: string;
  readonly type: RecordType;
}

export type RecordType = 'A' | 'AAAA' | 'MX' | 'TXT' | 'NS' | 'SOA' | 'PTR' | 'CNAME';

export interface ResourceRecord {
  readonly name: string;
  readonly type: string;
  /** Seconds. */
  readonly ttl: number;
  /** In zone-file form: `10 mx1.contoso.test.`, `192.0.2.1`, `"v=spf1 -all"`. */
  readonly data: string;
}

/**
 * The response code, or TIMEOUT (no resolver answered in time), UNREACHABLE (it could not be asked), MALFORMED (no DNS
 * message came back), CANCELLED. None of the last four says anything about the records.
 */
export type AnswerStatus = NamedCode | UnnamedCode | 'TIMEOUT' | 'UNREACHABLE' | 'MALFORMED' | 'CANCELLED';

/** What came of a question. */
export interface Answer {
  readonly question: Question;
  readonly status: AnswerStatus;
  readonly records: readonly ResourceRecord[];
  /** The resolver that gave this answer, as `address#port`. */
  readonly server?: string;
  /** Milliseconds from the first packet to the answer. */
  readonly elapsed: number;
  /** The operating system's own words where the resolver could not be asked. */
  readonly detail?: string;
}

/** The part of an AbortSignal that probes use; spelled out because pure code knows neither Node nor the DOM. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Never rejects: NXDOMAIN, SERVFAIL, a timeout and a cancel are answers. */
export type Resolve = (question: Question, signal: CancelSignal) => Promise<Answer>;

export interface Endpoint {
  readonly host: string;
  /** 1 to 65535. */
  readonly port: number;
}

export interface TlsInfo {
  /** `TLSv1.3` */
  readonly version: string;
  readonly cipher: string;
  /** Why the certificate is not trusted, in OpenSSL's code; undefined when it is. */
  readonly distrust?: string;
  readonly subject?: string;
  readonly issuer?: string;
  readonly names: readonly string[];
  /** ISO 8601. */
  readonly notBefore?: string;
  readonly notAfter?: string;
}

/** What can go wrong with a stream, as a stable code. */
export type StreamFailure =
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'reset'
  | 'closed'
  | 'tls'
  | 'cancelled'
  | 'name'
  | 'flood';

export type StreamResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: StreamFailure; readonly detail: string };

/** A byte stream to a server, read line by line. No method rejects. */
export interface Stream {
  /** The address that was reached, as `address:port`. */
  readonly remote: string;
  /** Our own address of the connection; for EHLO where this machine has no name (RFC 5321 4.1.4). */
  readonly local?: string;
  /** The next line without its line break, decoded as UTF-8 where it is UTF-8, else as latin-1. */
  readLine(timeout: number): Promise<StreamResult<string>>;
  write(text: string): Promise<StreamResult<undefined>>;
  /** Drops what was buffered in the clear (RFC 3207 4.2) and starts TLS; the certificate is reported, not enforced. */
  startTls(serverName: string, timeout: number): Promise<StreamResult<TlsInfo>>;
  close(): void;
}

/** `endpoint.host` is an IP address. A cancel also fails every later call of the stream with `cancelled`. */
export type Dial = (endpoint: Endpoint, timeout: number, signal: CancelSignal) => Promise<StreamResult<Stream>>;

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** An internationalized domain name in A-labels (RFC 5891 4.4); undefined where it is no such name. */
export type ToAscii = (name: string) => string | undefined;

export interface Ports {
  readonly resolve: Resolve;
  readonly dial: Dial;
  readonly clock: Clock;
  readonly toAscii: ToAscii;
}
