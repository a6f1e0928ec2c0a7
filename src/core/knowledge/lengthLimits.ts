/** How long the documents let things be, in octets. */
export const lengthLimits = {
  /** RFC 5321 4.5.3.1.2 */
  domain: 255,
  /** With its brackets (RFC 5321 4.5.3.1.3). */
  path: 256,
  /** With CR LF (RFC 5321 4.5.3.1.4). */
  commandLine: 512,
  /** What the parameters of the known extensions may add to MAIL and RCPT (RFC 1870 3; RFC 3461 4; RFC 4954 5; RFC 6531 3.4). */
  parameters: 1200,
  /** With CR LF (RFC 5321 4.5.3.1.5). */
  replyLine: 512,
  /** A line of AUTH and of its answers, with CR LF (RFC 4954 4). */
  authLine: 12_288,
  /** A line of a message, without CR LF (RFC 5322 2.1.1). */
  textLine: 998,
} as const;
