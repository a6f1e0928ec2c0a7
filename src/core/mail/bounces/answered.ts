import { type Stage, verbNamed } from '../../smtp/verbs.ts';
import type { Lines } from '../../text/lines.ts';

/** What a reply answers, as mailers write it beside the reply; the first that fits counts. */
const BESIDE: readonly (readonly [RegExp, Stage])[] = [
  [/in reply to end of DATA|after (?:pipelined |sending )?end of data|failed after I sent the message/i, '(data)'],
  [
    /in reply to RCPT TO|after (?:pipelined |sending )?RCPT TO|after RCPT command|most progress was RCPT TO|did not like our RCPT TO|\[RCPT_TO\]|does not like recipient/i,
    'RCPT',
  ],
  [/in reply to MAIL FROM|after (?:pipelined |sending )?MAIL FROM|\[MAIL_FROM\]|sender was rejected/i, 'MAIL'],
  [/in reply to DATA|after (?:pipelined |sending )?DATA\b|failed on DATA command/i, 'DATA'],
  [/in reply to (?:EHLO|HELO|LHLO)|after (?:sending )?(?:EHLO|HELO)|my name was rejected/i, 'EHLO'],
  [/refused to talk to me|after initial connection|greeting failed/i, 'connect'],
];

/** A command as sendmail and those who write like it show it above the reply. */
const SENT = /^\s{0,10}>>> ?(RCPT|MAIL|DATA|EHLO|HELO|LHLO|QUIT|STARTTLS|\.)/i;

/** Lines above a reply in which the command stands. */
const ABOVE = 6;

/**
 * What the reply in lines `first` to `last` answers; undefined where the notice does not tell. `words` are all that it says of the recipient.
 */
export function answeredBy(lines: Lines, first: number, last: number, words: string): Stage | undefined {
  for (let line = first; line >= 0 && line > first - ABOVE; line--) {
    const sent = SENT.exec(lines.at(line))?.[1]?.toUpperCase();
    if (sent !== undefined) return sent === '.' ? '(data)' : verbNamed(sent);
  }
  const near: string[] = [];
  for (let line = Math.max(0, first - 2); line <= last + 1 && lines.has(line); line++)
    near.push(lines.at(line).slice(0, 1000));
  for (const text of [near.join('\n'), words]) {
    const found = BESIDE.find(([pattern]) => pattern.test(text.replace(/\s{1,20}/g, ' ')));
    if (found !== undefined) return found[1];
  }
  return undefined;
}
