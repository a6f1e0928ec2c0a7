import { perBlock } from '../../ticket/perBlock.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from './diagnosticRows.ts';
import type { Rule } from './rule.ts';
import { authMechanisms } from './rules/authMechanisms.ts';
import { bareLineEnds } from './rules/bareLineEnds.ts';
import { brokenReplies } from './rules/brokenReplies.ts';
import { clearCredentials } from './rules/clearCredentials.ts';
import { commandOrder } from './rules/commandOrder.ts';
import { cutOffSessions } from './rules/cutOffSessions.ts';
import { disclosedAddresses } from './rules/disclosedAddresses.ts';
import { earlyDataEnd } from './rules/earlyDataEnd.ts';
import { earlyTalkers } from './rules/earlyTalkers.ts';
import { enhancedClass } from './rules/enhancedClass.ts';
import { failedReplies } from './rules/failedReplies.ts';
import { failedReports } from './rules/failedReports.ts';
import { hostNames } from './rules/hostNames.ts';
import { longArguments } from './rules/longArguments.ts';
import { longLines } from './rules/longLines.ts';
import { lostFolding } from './rules/lostFolding.ts';
import { missingHeader } from './rules/missingHeader.ts';
import { recordProblems } from './rules/recordProblems.ts';
import { repeatedFields } from './rules/repeatedFields.ts';
import { senderNames } from './rules/senderNames.ts';
import { shownSecrets } from './rules/shownSecrets.ts';
import { signatures } from './rules/signatures.ts';
import { startTls } from './rules/startTls.ts';
import { strayHeaderLines } from './rules/strayHeaderLines.ts';
import { unfittingCodes } from './rules/unfittingCodes.ts';
import { unofferedExtensions } from './rules/unofferedExtensions.ts';
import { wrongDates } from './rules/wrongDates.ts';
import { holdsBehind, textBefore } from './surroundings.ts';

/** Rules that look at one block at a time and at nothing around it, in the order in which they matter. */
const blockRules: readonly Rule[] = [
  failedReplies,
  failedReports,
  brokenReplies,
  unfittingCodes,
  enhancedClass,
  commandOrder,
  earlyTalkers,
  clearCredentials,
  shownSecrets,
  startTls,
  authMechanisms,
  unofferedExtensions,
  bareLineEnds,
  earlyDataEnd,
  longLines,
  longArguments,
  hostNames,
  disclosedAddresses,
  cutOffSessions,
  recordProblems,
  strayHeaderLines,
  lostFolding,
  repeatedFields,
  senderNames,
  signatures,
  wrongDates,
];

/** Rules that look at the ticket as a whole; cheap, because they run after every change. */
const ticketRules: readonly Rule[] = [missingHeader];

/** What one rule may say of one block: more a person does not read. */
const LIMIT_EACH = 500;

/** What all rules find in a ticket. A block that did not change is not looked at again. */
export function* findingsIn(ticket: Ticket): Iterable<Finding> {
  for (const rule of ticketRules) yield* rule(ticket);
  for (const block of ticket.blocks) {
    for (const finding of findingsOf(ticket, block)) {
      if (holdsBehind[finding.code]?.(textBefore(ticket.text, block)) !== false) yield finding;
    }
  }
}

const findingsOf = perBlock<Finding>((ticket, block) => {
  const alone = { ...ticket, blocks: [block] };
  const findings: Finding[] = [];
  for (const rule of blockRules) {
    let count = 0;
    for (const finding of rule(alone)) {
      if (++count > LIMIT_EACH) break;
      findings.push(finding);
    }
  }
  return findings;
});
