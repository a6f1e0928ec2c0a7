import type { LoginPlan } from './auth/loginPlan.ts';
import type { MessageText } from './message.ts';

/**
 * The steps behind which a probe can be ended; `hello` is the first greeting, `secured` the one under TLS. A probe that
 * ends in front of the banner says no QUIT, and one that ends behind DATA closes the connection.
 */
export type StopStep =
  | 'connect'
  | 'proxy'
  | 'banner'
  | 'hello'
  | 'tls'
  | 'secured'
  | 'xclient'
  | 'auth'
  | 'mail'
  | 'rcpt'
  | 'data';

/** What a probe shall do beside greeting; with nothing of it, it greets, starts TLS where it can, and leaves. */
export interface SmtpPlan {
  /** `lmtp` greets with LHLO and hears an answer for each recipient (RFC 2033). */
  readonly protocol?: 'smtp' | 'lmtp';
  /**
   * `auto`: STARTTLS where it is offered, TLS from the first byte on 465; `required`: not without STARTTLS; `none`: in
   * the clear; `implicit`: TLS from the first byte (RFC 8314 3).
   */
  readonly tls?: 'auto' | 'required' | 'none' | 'implicit';
  /** The last step; QUIT follows it. */
  readonly stopAfter?: StopStep;
  /** The client that a load balancer would name in front of everything (PROXY protocol). */
  readonly proxyHeader?: ProxyHeader;
  /** What a proxy would say of its client, `ADDR=192.0.2.1 NAME=mail.contoso.test`; for servers that trust us (Postfix). */
  readonly xclient?: string;
  /** Said in front of the envelope. */
  readonly auth?: LoginPlan;
  readonly envelope?: Envelope;
  /** Sent behind the envelope. Without it nothing is sent: the probe ends behind the last RCPT. */
  readonly message?: MessageText;
  /** Commands that may be sent together are (RFC 2920), where the server offers it. */
  readonly pipelining?: boolean;
  /** The message goes in chunks (BDAT, RFC 3030), where the server offers it. */
  readonly chunking?: boolean;
  /** RFC 8689 */
  readonly requireTls?: boolean;
  /** An answer for each recipient (draft-hall-prdr), where the server offers it. */
  readonly prdr?: boolean;
  /** RFC 3461, where the server offers it. */
  readonly dsn?: Dsn;
  /** RFC 6531; used without being asked for where an address needs it. */
  readonly smtputf8?: boolean;
  /** RFC 6152; used without being asked for where the message needs it. */
  readonly body?: '7BIT' | '8BITMIME';
  /** Octets to announce (RFC 1870), where the server offers it; without it, those of the message. */
  readonly size?: number;
}

/** Who sends and who shall get it; each is an address without its brackets, and an empty sender is the null one. */
export interface Envelope {
  readonly from: string;
  readonly recipients: readonly string[];
  /** What stands behind the addresses as it is, besides what the plan asks for. */
  readonly mailParameters?: readonly string[];
  readonly rcptParameters?: readonly string[];
}

export interface ProxyHeader {
  /** 1 where nothing is said: a line of text; 2 is binary. */
  readonly version?: 1 | 2;
  readonly source: string;
  readonly sourcePort: number;
  /** The address and port that were connected to, where nothing else is said. */
  readonly destination?: string;
  readonly destinationPort?: number;
}

export interface Dsn {
  readonly ret?: 'FULL' | 'HDRS';
  readonly envid?: string;
  readonly notify?: readonly ('NEVER' | 'SUCCESS' | 'FAILURE' | 'DELAY')[];
}
