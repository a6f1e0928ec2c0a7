import { reasons } from '../../knowledge/reasons.ts';
import type { Step } from '../../knowledge/steps.ts';
import { readAddress } from '../../mail/links/webAddress.ts';
import type { Message } from '../../mail/message.ts';
import { findAggregateReport } from '../../mail/reports/aggregateReports.ts';
import { stepWords } from '../../report/words.ts';
import { defined } from '../../text/defined.ts';
import { t } from '../../text/words.ts';
import { targetOf } from '../../ticket/target.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { askLenses } from '../actions/askLenses.ts';
import type { Told } from './happened.ts';
import type { PageAction, PageStep } from './page.ts';

/** What a ticket names that can be asked, by where a step looks. */
type Targets = Readonly<Partial<Record<NonNullable<Step['at']>, string>>>;

/** What to do next, each with what there is to press for it, and what else can be pressed. */
export function stepsOf(
  ticket: Ticket,
  { matter: { first }, circumstances }: Told,
): { readonly steps: readonly PageStep[]; readonly actions: readonly PageAction[] } {
  const targets = targetsOf(first, circumstances);
  const pressed = new Set<string>();
  const fresh = (action: PageAction | undefined): action is PageAction => {
    if (action === undefined) return false;
    const key = `${action.command} ${JSON.stringify(action.argument)}`;
    return !pressed.has(key) && pressed.add(key) !== undefined;
  };
  const steps = first.next.map((step) => {
    const action = step.at && askAt(step.at, targets);
    return { text: stepWords(step, first.actor), ...(fresh(action) && { action }) };
  });
  return { steps, actions: [...others(ticket, first, targets)].filter(fresh) };
}

const check = (name: string | undefined): PageAction | undefined =>
  name === undefined ? undefined : { label: t('Check {0}', name), command: 'mailTriage.check', argument: name };

const probeOf = (name: string | undefined): PageAction | undefined =>
  name === undefined
    ? undefined
    : { label: t('Probe {0}', name), command: 'mailTriage.probeSmtpServer', argument: name };

const askAt = (at: keyof Targets, targets: Targets): PageAction | undefined =>
  at === 'server' ? probeOf(targets.server) : check(targets[at]);

function targetsOf(first: Verdict, { sender, recipients, server }: Told['circumstances']): Targets {
  const domain = (address: string | undefined): string | undefined => {
    const target = address?.includes('@') ? targetOf(address.slice(address.lastIndexOf('@') + 1), 0) : undefined;
    return target?.kind === 'name' ? target.name : undefined;
  };
  const host = targetOf((first.server ?? server ?? '').replace(/[\s[,].*$/s, ''), 0)?.name;
  return defined({
    sender: domain(first.sender ?? sender),
    recipient: domain(first.recipients[0] ?? recipients[0]),
    server: host,
    address: first.tells?.address,
  });
}

/** Look-ups that are asked again, and addresses that a reply names. */
const MOST = 3;

function* others(ticket: Ticket, first: Verdict, targets: Targets): Iterable<PageAction | undefined> {
  yield { label: t('Copy answer'), command: 'mailTriage.copyAnswer' };
  if (first.failed) {
    yield* linksOf(ticket, first);
    for (const at of ['address', ...reasons[first.code].probes] as const) yield askAt(at, targets);
  }
  let asked = 0;
  for (const block of ticket.blocks) {
    if (block.kind === 'lookup' && asked < MOST) {
      for (const { title, command, argument } of askLenses(ticket, block)) {
        if (command !== 'mailTriage.askAgain' || asked++ >= MOST) continue;
        yield { label: title, command, argument };
      }
    }
    if (block.kind === 'message' && findAggregateReport(block.root) !== undefined) {
      yield {
        label: t('Show the report as a table'),
        command: 'mailTriage.showReport',
        argument: ticket.lines.lineOf(block.start),
      };
    }
  }
  if (first.failed && first.reply !== undefined) {
    const line = ticket.text.slice(first.span.start, Math.min(first.span.end, first.span.start + 2000));
    // A line of a log or a field has the reply in it.
    const words = line.slice(Math.max(0, line.indexOf(first.reply.split(' ', 1)[0] as string))).trim();
    yield { label: t('Explain {0}', first.reply), command: 'mailTriage.explain', argument: words };
  }
  yield { label: t('Copy questions for the sender'), command: 'mailTriage.copySenderRequest' };
  const searched = first.queueId ?? first.recipients[0];
  if (searched !== undefined && searched.length > 4)
    yield { label: t('Search the logs for {0}', searched), command: 'mailTriage.findMessage', argument: searched };
}

/** Web addresses that the reply names, as servers do for whoever wants to know more. */
function* linksOf({ text }: Ticket, { span }: Verdict): Iterable<PageAction> {
  const words = text.slice(span.start, Math.min(span.end, span.start + 4000));
  const found = words.match(/https?:\/\/[^\s<>"'()[\]{}\\|^`\p{C}]{4,500}/giu) ?? [];
  for (const address of new Set(found.map((one) => one.replace(/[.,;:!?]{1,5}$/, '')))) {
    const host = readAddress(address)?.host ?? '';
    if (host !== '') yield { label: t('Open {0}', host), command: 'open', argument: address };
  }
}

/** What can be done with a message. */
export function* messageActions(message: Message, line: number): Iterable<PageAction> {
  if (message.hops.length > 0) yield { label: t('Hop timeline'), command: 'mailTriage.showTimeline', argument: line };
  if (message.body.end > message.body.start) {
    yield { label: t('Preview'), command: 'mailTriage.previewMessage', argument: line };
  }
  yield { label: t('Verify SPF, DKIM and DMARC'), command: 'mailTriage.verifyAuthentication', argument: line };
  yield { label: t('Copy indicators'), command: 'mailTriage.copyIndicators' };
}
