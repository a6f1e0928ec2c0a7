import { whatOf } from '../../report/verdictWords.ts';
import { t, word } from '../../text/words.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { toneOf } from './happened.ts';
import type { PageLine, RecipientGroup, TicketPage } from './page.ts';

/** Groups that are shown, and recipients that are listed in one. */
const MOST_GROUPS = 50;
const LISTED = 200;

const FATES: Readonly<Partial<Record<Verdict['role'], string>>> = {
  cause: word('did not get it'),
  consequence: word('did not get it'),
  waiting: word('still waiting'),
  recovered: word('accepted in the end'),
  success: word('accepted'),
};

interface Gathered {
  readonly first: Verdict;
  readonly recipients: Map<string, number>;
  /** Deliveries that are counted and not listed. */
  more: number;
}

/** Who got it, who did not and who waits; recipients of one cause at one server stand together. */
export function recipientsOf(
  ticket: Ticket,
  verdicts: readonly Verdict[],
  first: Verdict | undefined,
): Pick<TicketPage, 'recipients' | 'moreGroups'> {
  const groups = new Map<string, Gathered>();
  const failed = new Set(verdicts.filter(isCause).flatMap(({ recipients }) => recipients));
  for (const verdict of verdicts) {
    if (FATES[verdict.role] === undefined || verdict.recipients.length === 0 || verdict.stage === 'dns') continue;
    // What follows from a refusal says nothing more of those who were refused.
    if (verdict.role === 'consequence' && verdict.recipients.every((one) => failed.has(one))) continue;
    const { role, code, server, operator, reply } = verdict;
    const where = server ?? operator;
    const key = role === 'success' ? `${role} ${where}` : [role, code, where, reply].join(' ');
    const group = groups.get(key) ?? { first: verdict, recipients: new Map<string, number>(), more: 0 };
    groups.set(key, group);
    gather(group, verdict);
  }
  const shown = [...groups.values()].slice(0, MOST_GROUPS).map((group) => groupOf(ticket, group, first));
  return { recipients: shown, moreGroups: groups.size - shown.length };
}

const isCause = ({ role }: Verdict): boolean => role === 'cause' || role === 'waiting';

function gather(group: Gathered, { recipients, places, span, deliveries = 0 }: Verdict): void {
  for (const place of places ?? [{ recipients, span }]) {
    for (const recipient of place.recipients) {
      if (!group.recipients.has(recipient)) group.recipients.set(recipient, place.span.start);
    }
  }
  group.more += Math.max(0, deliveries - (places?.length ?? deliveries));
}

function groupOf({ lines }: Ticket, { first, recipients, more }: Gathered, told: Verdict | undefined): RecipientGroup {
  const { role, server, operator, reply } = first;
  const count = recipients.size + more;
  const isWell = role === 'success' || role === 'recovered';
  const what = isWell ? '' : whatOf(first);
  // One recipient of what the headline says: only where is new.
  const isSaid = told?.failed === true && whatOf(told) === what;
  const where =
    server !== undefined
      ? isWell
        ? t('by {0}', server)
        : t('at {0}', server)
      : operator === undefined
        ? ''
        : isWell
          ? t('by servers of {0}', operator)
          : t('at servers of {0}', operator);
  const why = [isSaid && count === 1 ? '' : what, where, isWell || reply === undefined ? '' : `(${reply})`]
    .filter((word) => word !== '')
    .join(' ');
  const listed: readonly PageLine[] = [...recipients]
    .slice(0, LISTED)
    .map(([words, start]) => ({ words, line: lines.lineOf(start) }));
  return {
    tone: toneOf(first),
    fate: t(FATES[role] as string),
    ...(why !== '' && { why }),
    count,
    recipients: listed,
  };
}
