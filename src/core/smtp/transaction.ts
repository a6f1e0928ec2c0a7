import type { Connection, Draft, HeardReply, SessionDraft, TransactionDraft } from './connection.ts';
import type { Command, Recipient, SmtpEvent } from './conversation.ts';

/** What a command does to the transaction of its connection; the recipient that a RCPT names. */
export function beginTransaction(
  connection: Connection,
  session: SessionDraft,
  command: Command,
  index: number,
  argument: string,
): Draft<Recipient> | undefined {
  const { verb } = command;
  if (verb === 'MAIL' || verb === 'SEND' || verb === 'SOML' || verb === 'SAML') {
    const transaction: TransactionDraft = {
      start: command.start,
      end: command.end,
      events: [index],
      sender: addressOf(argument),
      recipients: [],
      outcome: 'unfinished',
    };
    connection.transaction = transaction;
    session.transactions.push(transaction);
  } else if (verb === 'RCPT' && connection.transaction !== undefined) {
    const recipient: Draft<Recipient> = { address: addressOf(argument), command: index };
    connection.transaction.recipients.push(recipient);
    return recipient;
  } else if (verb === 'RSET' || verb === 'QUIT' || verb === 'EHLO' || verb === 'HELO') {
    connection.transaction = undefined;
  }
  return undefined;
}

/** What a whole reply does to the transaction of its connection. */
export function settleTransaction(connection: Connection, { code, answers, goesOn }: HeardReply): void {
  const { transaction } = connection;
  const kind = Math.floor(code / 100);
  if (transaction === undefined || kind === 3) return;
  // A chunk that is taken is no message that is: only the last one is answered for all (RFC 3030 2).
  const final = answers === '(data)' || (answers === 'BDAT' && (kind !== 2 || !goesOn));
  if (kind === 2 && final) transaction.outcome = 'accepted';
  else if (kind >= 4 && (final || answers === 'MAIL' || answers === 'DATA')) transaction.outcome = 'refused';
  if (final) connection.transaction = undefined;
}

/** A transaction whose every recipient was refused is refused, also where the client gave up before DATA. */
export function concludeTransaction(transaction: TransactionDraft, events: readonly SmtpEvent[]): void {
  if (transaction.outcome !== 'unfinished' || transaction.recipients.length === 0) return;
  const refused = transaction.recipients.every((recipient) => {
    const reply = events[recipient.reply ?? -1];
    return reply?.kind === 'reply' && reply.code >= 400;
  });
  if (refused) transaction.outcome = 'refused';
}

const PATH = /^(?:FROM|TO)?[ \t]*:?[ \t]*(?:<([^<>]{0,400})>|(\S{1,400}))?/i;

/** The address of a MAIL or RCPT argument, `FROM:<…>` or as people type it. */
function addressOf(argument: string): string {
  const [, quoted, bare = ''] = PATH.exec(argument) as RegExpExecArray;
  return quoted ?? bare;
}
