import { stated } from '../../knowledge/explanation.ts';
import type { Meaning } from '../../knowledge/meaning.ts';
import type { Span } from '../../text/span.ts';
import { explained, type Verdict } from '../verdict.ts';

/** That a report or an answer says something, which is no failure. */
export const notice = (meaning: Meaning, { start, end }: Span, recipients: readonly string[]): Verdict => ({
  ...explained(stated(meaning)),
  span: { start, end },
  role: 'notice',
  failed: false,
  confidence: 'high',
  stage: 'report',
  recipients,
  times: 1,
});
