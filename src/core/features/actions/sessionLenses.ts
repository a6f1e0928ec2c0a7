import { cautious, namesServer, reachedBy } from '../../replay/recipe.ts';
import { type SessionView, sessionViews } from '../../session/sessionView.ts';
import type { Conversation } from '../../smtp/conversation.ts';
import type { Span } from '../../text/span.ts';
import { t } from '../../text/words.ts';
import type { Ticket } from '../../ticket/ticket.ts';

export interface SessionLens {
  readonly at: Span;
  readonly title: string;
  readonly command: string;
}

/** Sessions of one conversation that get a lens; one more says of how many others the command takes that at the cursor. */
const MOST = 20;

/** Above each session whose server is named: run it again, and say what differs. */
export function* sessionLenses(ticket: Ticket, block: Conversation): Iterable<SessionLens> {
  let isFirst = true;
  const views = sessionViews(ticket.text, block);
  for (const view of views.slice(0, MOST)) {
    const lens = againLens(ticket, block, view);
    // The lens of the first session stands beside what happened in it, above what its tool says of the connection.
    if (lens !== undefined) yield { ...lens, at: isFirst ? block : view.session };
    isFirst = false;
  }
  const next = views[MOST];
  if (next !== undefined) yield moreSessions(next.session, views.length - MOST);
}

/** In the place of lenses that are left out: the command runs the session at the cursor. */
export const moreSessions = (at: Span, left: number): SessionLens => ({
  at,
  title: left === 1 ? t('Run one more session again') : t('Run one of {0} more sessions again', left),
  command: 'mailTriage.runSession',
});

/** Nothing where the client said nothing, or nobody knows to whom. */
export function againLens(ticket: Ticket, block: Conversation, view: SessionView): Omit<SessionLens, 'at'> | undefined {
  if (view.steps.length === 0 || !namesServer(ticket.text, block, view)) return undefined;
  return { title: t('Run this session again up to {0}', cautious(reachedBy(view))), command: 'mailTriage.runSession' };
}
