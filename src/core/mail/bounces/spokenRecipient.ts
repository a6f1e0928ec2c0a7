import type { Lines } from '../../text/lines.ts';

/** How qmail, sendmail, Exchange and Exim begin what they say of a recipient, who stands above. */
const OF_MAILER =
  /^\s{0,8}(?:remote host said:|giving up on |connected to \S{1,80} but |\S{1,80} (?:does not like recipient|failed after I sent)|\(reason: [45]\d\d|remote server returned '|#<|SMTP error from remote mail(?:er| server) after |(?:unrouteable address|retry timeout exceeded|retry time not reached for any host|all relevant MX records point to non-existent hosts)\b)/i;

/** Exim puts the host in front of what it said, on the same line or on the one above. */
const HOST = /^\s{0,8}host \S{1,255} \[[\d.a-f:]{3,45}\](?:\s{0,8}$|(: [45]\d\d[ -]))/i;

/** Whether a line is one of those that mailers write below the recipient. */
export function isOfMailer(lines: Lines, line: number): boolean {
  if (!lines.has(line)) return false;
  const host = HOST.exec(lines.at(line));
  if (host !== null) return host[1] !== undefined || (lines.has(line + 1) && OF_MAILER.test(lines.at(line + 1)));
  return OF_MAILER.test(lines.at(line));
}

/** Lines in which somebody may say to whom they wrote, above what came back. */
const MOST_LINES = 12;

/**
 * The one recipient whom somebody names in a sentence of their own above the words of a mailer that name nobody, and the
 * line with which those begin. Undefined where the sentence names none or several.
 */
export function spokenRecipient(lines: Lines): { readonly address: string; readonly line: number } | undefined {
  const found = new Map<string, string>();
  for (let line = 0; line <= MOST_LINES && lines.has(line); line++) {
    const text = lines.at(line);
    if (isOfMailer(lines, line)) {
      const [address, other] = found.values();
      // Right below, it goes on with what a program says.
      const isApart = line > 0 && /^\s*$|:\s*$/.test(lines.at(line - 1));
      return address === undefined || other !== undefined || !isApart ? undefined : { address, line };
    }
    for (const { 1: address = '', index } of text.matchAll(WRITTEN_TO))
      if (!ADVICE.test(text.slice(Math.max(0, index - 60), index))) found.set(address.toLowerCase(), address);
  }
  return undefined;
}

/** Whom to write to for something else. */
const ADVICE = /\b(?:please|bitte|write|contact|ask|reply|questions?|turn|schreiben|wenden)\b[^.!?@]{0,40}$/i;

/** `to`, `for` and what stands for them in front of an address: `an`, `à`, `a`, `para`, `naar`, `do`, `на`, `til`. */
const WRITTEN_TO =
  /(?<![\p{L}\p{N}])(?:to|for|an|für|à|pour|a|para|per|naar|aan|voor|do|dla|на|для|till|til)[ \t]{1,4}["'<(]{0,2}([^\s<>()[\]:;,"'@]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})(?![\w-])/giu;
