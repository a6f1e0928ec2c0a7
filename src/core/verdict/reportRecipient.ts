import { explainReply } from '../knowledge/explain.ts';
import type { Explanation } from '../knowledge/explanation.ts';
import type { ReportRecipient } from '../mail/message.ts';
import { readReplyLine } from '../smtp/grammar.ts';

/** What a delivery report says of one recipient, explained. */
export interface ExplainedRecipient {
  /** What the other server said, the type of the diagnostic taken off (RFC 3464 2.3.6). */
  readonly said: string;
  /** The codes in it, else the status of the report: `550 5.1.1`; empty where there is neither. */
  readonly codes: string;
  readonly explanation: Explanation;
}

export function explainRecipient(recipient: ReportRecipient): ExplainedRecipient {
  const said = recipient.diagnostic?.replace(/^[\w-]{1,20};\s*/, '') ?? '';
  const read = readReplyLine(said);
  const enhanced = read?.enhanced ?? recipient.status;
  const explanation = explainReply({
    ...(read && { code: read.code }),
    ...(enhanced !== undefined && { enhanced }),
    text: read === undefined ? said : said.slice(read.textStart),
    stage: '?',
  });
  return { said, codes: [read?.code, enhanced].filter((part) => part !== undefined).join(' '), explanation };
}
