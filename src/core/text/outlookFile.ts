const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether octets begin as a compound file does ([MS-CFB] 2.2), in which Outlook keeps a message. */
export const isCompoundFile = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, i) => bytes[i] === byte);

/** What nobody can restore of a message that Outlook kept. */
export const NOT_RESTORED =
  'Made of an Outlook .msg file, in which the body and the parts are not as they travelled: DKIM, ARC and S/MIME signatures cannot be verified.';
