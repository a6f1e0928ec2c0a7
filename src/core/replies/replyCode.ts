/** Whether a number can be a reply code: first digit 2 to 5, second 0 to 5 (RFC 5321 4.2). */
export const isReplyCode = (value: number): boolean =>
  Number.isInteger(value) && value >= 200 && value < 560 && Math.floor(value / 10) % 10 <= 5;

/** Numbers that HTTP uses and servers of mail hardly do. */
export const isOutsideSmtp = (code: number): boolean => (code >= 400 && code < 420) || (code >= 300 && code < 334);
