import { unsearchedOf } from '../mask/findSecrets.ts';
import { perBlock } from '../ticket/perBlock.ts';
import type { Block, Ticket } from '../ticket/ticket.ts';
import { type Finding, isLeftOut, type LeftOut } from './diagnosticRows.ts';
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
import { zoneChecks } from './rules/zoneChecks.ts';
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
  zoneChecks,
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
/** What is counted of the rest. */
const MOST_COUNTED = 10_000;

/** What all rules find in a ticket, and what limits leave out of it. */
export function* findingsIn(ticket: Ticket): Iterable<Finding | LeftOut> {
  yield* findingsAbout(ticket);
  for (const block of ticket.blocks) yield* findingsOf(ticket, block);
}

/** What is found in the ticket as a whole. */
export function* findingsAbout(ticket: Ticket): Iterable<Finding> {
  for (const rule of ticketRules) for (const finding of rule(ticket)) if (finding !== undefined) yield finding;
}

/** What is found in one block. A block that did not change is not looked at again. */
export function* findingsOf(ticket: Ticket, block: Block): Iterable<Finding | LeftOut> {
  for (const finding of foundIn(ticket, block)) {
    if (isLeftOut(finding) || holdsBehind[finding.code]?.(textBefore(ticket.text, block)) !== false) yield finding;
  }
}

const foundIn = perBlock<Finding | LeftOut>((ticket, block) => {
  const looking = lookIn(ticket, block);
  for (;;) {
    const { done, value } = looking.next();
    if (done === true) return value;
  }
});

/** Looks for what is found in a block, a rule at a time, so that something else may be done between. */
export function* findIn(ticket: Ticket, block: Block): Generator<undefined, void, undefined> {
  if (!foundIn.knows(block)) foundIn.keep(block, yield* lookIn(ticket, block));
}

function* lookIn(ticket: Ticket, block: Block): Generator<undefined, readonly (Finding | LeftOut)[], undefined> {
  const alone = { ...ticket, blocks: [block] };
  const findings: (Finding | LeftOut)[] = [];
  for (const rule of blockRules) {
    let count = 0;
    const left = new Map<Finding['code'], LeftOut>();
    for (const finding of rule(alone)) {
      if (finding === undefined) {
        yield undefined;
        continue;
      }
      const { code, span, ...rest } = finding;
      if (++count <= LIMIT_EACH) findings.push({ code, span, ...rest } as Finding);
      else if (count > MOST_COUNTED) break;
      else
        left.set(code, {
          of: code,
          what: 'problems',
          span: left.get(code)?.span ?? span,
          left: (left.get(code)?.left ?? 0) + 1,
          atLeast: false,
        });
    }
    for (const one of left.values()) findings.push({ ...one, atLeast: count > MOST_COUNTED });
    yield undefined;
  }
  const unsearched = unsearchedOf(block);
  if (unsearched !== undefined) {
    const { start, end } = unsearched;
    findings.push({
      of: 'secret-shown',
      what: 'characters',
      span: { start, end: start },
      left: end - start,
      atLeast: false,
    });
  }
  return findings;
}
