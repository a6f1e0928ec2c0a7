import type { NamedCode, UnnamedCode } from '../core/dns/dnsStatus.ts';
import type { ChannelBinding, TlsInfo, TlsOffer } from './tls.ts';

/** What the probes need of the outside world. Implementations live in `node/`; tests pass fakes. */

export interface Question {
  /** Without the final dot; what is no letter, digit, hyphen or underscore may be written as in zone files (RFC 1035 5.1). */
  readonly name: string;
  readonly type: RecordType;
  /** The one server to ask, as `192.0.2.53` or `192.0.2.53:5353`; none: the resolvers that were chosen. */
  readonly at?: string;
  /** False: the server shall say what it knows itself (RFC 1035 4.1.1, RD). */
  readonly recursion?: false;
  /** False: the resolver shall not validate (RFC 4035 3.2.2, CD). */
  readonly checking?: false;
}

/** What may be asked for. */
export type RecordType =
  | 'A'
  | 'AAAA'
  | 'ANY'
  | 'CAA'
  | 'CNAME'
  | 'DNAME'
  | 'DNSKEY'
  | 'DS'
  | 'HTTPS'
  | 'MX'
  | 'NAPTR'
  | 'NS'
  | 'NSEC3PARAM'
  | 'PTR'
  | 'RRSIG'
  | 'SOA'
  | 'SPF'
  | 'SRV'
  | 'SSHFP'
  | 'SVCB'
  | 'TLSA'
  | 'TXT';

export interface ResourceRecord {
  /** Without the final dot, in zone-file form; the root is `.`. */
  readonly name: string;
  readonly type: string;
  /** Seconds. */
  readonly ttl: number;
  /** In zone-file form: `10 mx1.contoso.test.`, `192.0.2.1`, `"v=spf1 -all"`. */
  readonly data: string;
}

/**
 * The response code, or TIMEOUT (no resolver answered in time), UNREACHABLE (it could not be asked), MALFORMED (no DNS
 * message of use came back), LAME (it points to others instead of asking them), CANCELLED. None of the last five says anything about the records.
 */
export type AnswerStatus = NamedCode | UnnamedCode | 'TIMEOUT' | 'UNREACHABLE' | 'MALFORMED' | 'LAME' | 'CANCELLED';

/** Why a server answers as it does (RFC 8914). */
export interface ExtendedError {
  /** 0 to 65535 (IANA, Extended DNS Error Codes). */
  readonly code: number;
  /** What the server adds, in printable ASCII; often empty. */
  readonly text: string;
}

/** What came of a question. */
export interface Answer {
  readonly question: Question;
  readonly status: AnswerStatus;
  /** Those that follow from the name asked for: its aliases one behind the other, then the records of the type. */
  readonly records: readonly ResourceRecord[];
  /** The authority section: who is responsible (SOA), or whom to ask (NS of a referral). */
  readonly authority?: readonly ResourceRecord[];
  /** The additional section, without EDNS: addresses of name servers (glue). */
  readonly additional?: readonly ResourceRecord[];
  /** The server answers from its own zone (AA); otherwise from what it has asked or kept. */
  readonly authoritative?: true;
  /** The server has validated the answer by DNSSEC (AD), which is its word and no proof of ours. */
  readonly authenticated?: true;
  /** The server asks others for its clients (RA). */
  readonly recursive?: true;
  readonly extended?: readonly ExtendedError[];
  /** The aliases lead back to themselves. */
  readonly aliasLoop?: true;
  /** Records that follow from the name but are more than is kept. */
  readonly left?: number;
  /** Records in the answer section that have nothing to do with the name asked for; they are not believed. */
  readonly strays?: number;
  /** Records whose data do not have the form of their type. */
  readonly unreadable?: number;
  /** The resolver that gave this answer, as `address#port`, `tls://name#port` or the URL. */
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

/** What can go wrong with a stream, as a stable code. */
export type StreamFailure =
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'reset'
  | 'closed'
  | 'tls'
  /** What came where TLS had been agreed on is no TLS. */
  | 'clear-text'
  | 'cancelled'
  | 'name'
  /** The proxy could not be reached, or does not connect. */
  | 'proxy'
  /** This TLS library cannot offer what was asked for. */
  | 'unsupported'
  | 'flood';

export type StreamResult<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly failure: StreamFailure;
      readonly detail: string;
      /** What came of a line that did not end, or in the place of TLS; cut where it is long. */
      readonly rest?: string;
      /** Of a connection: milliseconds that it waited for its turn. */
      readonly waited?: number;
    };

/** A byte stream to a server, read line by line. No method rejects. */
export interface Stream {
  /** The address that was reached, as `address:port`. */
  readonly remote: string;
  /** Our own address of the connection; for EHLO where this machine has no name (RFC 5321 4.1.4). */
  readonly local?: string;
  /** Milliseconds that the connection waited for its turn, to spare the server. */
  readonly waited?: number;
  /** The next line without its line break, decoded as UTF-8 where it is UTF-8, else as latin-1. */
  readLine(timeout: number): Promise<StreamResult<string>>;
  /** Written in UTF-8 where nothing else is said; fails where the server takes nothing for `timeout` milliseconds. */
  write(text: string, encoding?: 'utf8' | 'latin1', timeout?: number): Promise<StreamResult<undefined>>;
  /**
   * Takes the lines that have come though nobody asked; waits for the first one up to `wait` milliseconds. What came of
   * a line that did not end is taken with `rest` only.
   */
  unasked(wait: number, rest?: boolean): Promise<readonly string[]>;
  /**
   * Drops what was buffered in the clear (RFC 3207 4.2) and starts TLS; the certificate is reported, not enforced.
   * Where the server goes on in the clear it fails at once, with what came.
   */
  startTls(serverName: string, timeout: number, offer?: TlsOffer): Promise<StreamResult<TlsInfo>>;
  /** What a login can be bound to; undefined without TLS. */
  binding?(): ChannelBinding | undefined;
  close(): void;
}

/** `endpoint.host` is an IP address. A cancel also fails every later call of the stream with `cancelled`. */
export interface Dial {
  (endpoint: Endpoint, timeout: number, signal: CancelSignal): Promise<StreamResult<Stream>>;
  /** The proxy that connections go through, without its user and password: `socks5://127.0.0.1:1080`. */
  readonly via?: string;
  /** What nobody may see of the way, in octets: who logs in at the proxy, and with what. */
  readonly secrets?: readonly string[];
  /** The address of this machine that was chosen to connect from. */
  readonly source?: string;
}

/** A document that was fetched over HTTPS. */
export interface Fetched {
  /** 200 and the like. */
  readonly status: number;
  /** In small letters, without parameters; empty where none was given. */
  readonly contentType: string;
  /** Decoded as UTF-8. */
  readonly body: string;
  /** Whether there was more than is kept. */
  readonly isCut: boolean;
}

/**
 * Fetches a document over HTTPS whose certificate must be valid; follows no redirect, keeps no more than
 * `limits.documentBytes`. Never rejects: a failure of the certificate is `tls` with its code as detail.
 */
export type Fetch = (url: string, signal: CancelSignal) => Promise<StreamResult<Fetched>>;

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** An internationalized domain name in A-labels (RFC 5891 4.4); undefined where it is no such name. */
export type ToAscii = (name: string) => string | undefined;

export interface Ports {
  readonly resolve: Resolve;
  readonly dial: Dial;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly toAscii: ToAscii;
}
