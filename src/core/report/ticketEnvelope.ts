import type { Ticket } from '../ticket/ticket.ts';
import { readVerdicts } from '../verdict/readVerdicts.ts';
import { foremost } from '../verdict/verdict.ts';

/** Who wrote to whom by which server. */
export interface KnownEnvelope {
  /** `host`, or `host:port` where the port is not 25. */
  readonly host?: string;
  /** Empty for the null sender. */
  readonly sender?: string;
  readonly recipients: readonly string[];
}

/** The envelope that what happened in a ticket was about; undefined where it names nobody. */
export function ticketEnvelope(ticket: Ticket): KnownEnvelope | undefined {
  const verdicts = readVerdicts(ticket);
  const first = foremost(verdicts);
  const verdict =
    first !== undefined && first.recipients.length > 0
      ? first
      : verdicts.find(({ recipients }) => recipients.length > 0);
  if (verdict === undefined) return undefined;
  const { server, sender, recipients } = verdict;
  return {
    ...(server !== undefined && { host: server }),
    ...(sender !== undefined && { sender }),
    recipients,
  };
}
