const STAMP = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?`;
const EXIM = String.raw`${STAMP}(?: [+-]\d{4})? (?:\[\d{1,10}\] )?`;
export const EXIM_ID = '[0-9A-Za-z]{6}-(?:[0-9A-Za-z]{6}-[0-9A-Za-z]{2}|[0-9A-Za-z]{11}-[0-9A-Za-z]{4}) ';
/** The process in front of what Exim prints with `-v` or `-d` while it runs in the foreground (debug.c, `debug_vprintf`). */
const COLUMN = String.raw`\d{1,7}`;
/** A line of which the time was cut off. */
const BARE = String.raw`${EXIM_ID}(?:\*\*|==|[=-]>|<=) \S{1,320} `;
const WORDS = [
  String.raw`H=[^\s]`,
  'SMTP (?:connection|call|protocol|syntax|command|data)',
  '(?:Start|End) queue run',
  'no (?:host name|IP address) found',
  'TLS (?:error|session)',
  'unexpected disconnection',
  String.raw`exim \d`,
  String.raw`\w{1,40} authenticator failed`,
  'Connection from',
  String.raw`Received from \S{1,320} [HUP]=`,
  String.raw`[^\s@]{1,100}@[^\s@]{1,255} (?:<[^<>\s]{1,320}> )?R=\w`,
  'refused connection',
  'rejected ',
  'cwd=/',
].join('|');

/** The first line of a log of Exim. */
export const EXIM_STARTS = new RegExp(
  `${EXIM}(?:${EXIM_ID}|${WORDS})|${COLUMN} (?:LOG: |delivering ${EXIM_ID.trim()}(?=\r?\n|$)|[RT]: \\w{1,60} for \\S{1,64}@)|LOG: (?:H=|rejected )|${BARE}`,
);
/** The first line of each entry behind it. */
export const EXIM_CONTINUES = new RegExp(
  `${EXIM}(?!(?:CLIENT|SERVER) -> )|${COLUMN} (?:LOG: |[RT]: \\w{1,60} for |delivering |Connecting to [^\r\n]{1,400} failed: | {2}(?!SMTP|Connecting)\\S)|LOG: \\S|${BARE}`,
);
