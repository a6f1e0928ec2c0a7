const PERSONAL =
  /(?:^|[\s,.!?"(])(?:i|i'm|i've|we|we're|our|us|me|hi|hello|dear|thanks|thank|regards|anyone|somebody|ich|wir|uns|mir|hallo|danke|je|nous|notre|bonjour|merci|nosotros|hola|gracias|mi)(?=$|[\s,.!?")])/i;
const LONGEST_ERROR = 300;

/** Fields of a log: what failed stands in brackets behind its status, or after a colon. */
const LOGGED = /\b(?:from|to|size|nrcpt|uid|client|message-id)=/i;
const TELLS_OF_FAILURE =
  /\b(?:not?\b|cannot|unable|fail|error|den[iy]|refus|reject|invalid|exceed|full|unknown|expired|suspend|block)/i;

/** Fields of a message, results that a checker wrote into it, and what is said of a certificate that is asked for: no refusal. */
const STATED =
  /\b(?:spf|dkim|dmarc|arc|compauth)=\w|\b[A-Z][A-Z\d]{0,20}_[A-Z_\d]{2,60}\(-?\d|\bv=(?:DMARC1|spf1)|\bas permitted sender|\bCertbot |Certificate Authority (?:failed|reported)|^\s{0,20}(?:X-[\w-]{1,60}|ARC-[\w-]{1,60}|Received(?:-SPF)?|Authentication-Results|Subject|From|To):(?: |$)/i;

/** Words without a code that a program printed, and nobody wrote to somebody. */
export const isErrorAlone = (text: string): boolean =>
  text.length <= LONGEST_ERROR &&
  !STATED.test(text) &&
  (!LOGGED.test(text) || TELLS_OF_FAILURE.test(text)) &&
  !PERSONAL.test(text) &&
  !text.trimEnd().endsWith('?');
