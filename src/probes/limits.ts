/**
 * Every limit of the probes. Times are milliseconds. RFC 5321 4.5.3.2 lets a sending server wait minutes for each reply;
 * somebody watching a probe gets an answer sooner, and may choose longer waits.
 */
export const limits = {
  /** For one address to accept the connection. */
  connectWait: 10_000,
  /** For the first line of the server (five minutes for a sending server, RFC 5321 4.5.3.2.1). */
  bannerWait: 30_000,
  /** For a whole reply, its last line included (five minutes, RFC 5321 4.5.3.2.2 and 4.5.3.2.3). */
  replyWait: 30_000,
  /** For the TLS handshake. */
  tlsWait: 15_000,
  /** The reply to QUIT changes nothing any more, so it is not waited for long. */
  quitWait: 5_000,
  /** For the real answer behind one that is none to what was asked. */
  unaskedWait: 500,
  /** For the rest of a line that came in the place of TLS. */
  clearTextWait: 250,
  /** The range that a caller may choose a wait from. */
  shortestWait: 50,
  longestWait: 600_000,

  /** For one packet to one resolver. */
  dnsWait: 3_000,
  /** How often each resolver is asked. */
  dnsTries: 2,
  /** Resolvers asked at most. */
  dnsServers: 4,
  /** Bytes of a UDP answer that we ask for (DNS Flag Day 2020: fits one packet everywhere). */
  dnsPayload: 1232,
  /** Records of one answer that are kept. */
  dnsRecords: 500,
  /** Characters of their names and data; one record of 64 KB fits, however it is escaped. */
  dnsCharacters: 300_000,
  /** The same of the authority and of the additional section. */
  dnsOtherRecords: 100,
  dnsOtherCharacters: 50_000,

  /** Characters of a reply line (RFC 5321 4.5.3.1.5 allows 512 octets; servers exceed it). */
  lineLength: 4096,
  /** Lines of one reply. */
  replyLines: 200,
  /** Bytes that one server may send in all. */
  streamBytes: 256 * 1024,

  /** Between two connections to one address, and how many there are a minute: a server takes more for an attack. */
  pause: 300,
  connectionsAMinute: 30,

  /** Characters of a message that are written at once, and that go in one chunk (RFC 3030). */
  writeCharacters: 16 * 1024,
  chunkCharacters: 1024 * 1024,
  /** Lines of a message that a report shows. */
  shownLines: 100,

  /** For a document over HTTPS, connection and all. */
  documentWait: 10_000,
  /** Bytes of a document over HTTPS that are kept (RFC 8461 3.2 bounds a policy to 64 KB). */
  documentBytes: 64 * 1024,

  /** Mail exchangers whose addresses are looked up. */
  exchangers: 20,
  /** Addresses of one host that are tried. */
  addresses: 8,
} as const;

/** `wait` milliseconds as chosen by the caller, held inside the range; `usual` where none or no number was chosen. */
export function waitOf(wait: number | undefined, usual: number): number {
  if (wait === undefined || !Number.isFinite(wait) || wait <= 0) return usual;
  return Math.min(limits.longestWait, Math.max(limits.shortestWait, Math.round(wait)));
}
