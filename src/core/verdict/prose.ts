import { explainReply } from '../knowledge/explain.ts';
import type { Prose } from '../ticket/ticket.ts';
import { explained, type Verdict } from './verdict.ts';

/** Verdicts on one piece of prose: a guide full of codes is no ticket. */
const MOST = 20;

/** What the refusals quoted in a person's own words mean. Who said them and where is not known. */
export function verdictsOfProse({ replies }: Prose): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  const seen = new Map<string, number>();
  for (const reply of replies) {
    const digit = reply.code === undefined ? Number(reply.enhanced?.[0]) : Math.floor(reply.code / 100);
    if (digit !== 4 && digit !== 5) continue;
    const codes = [reply.code, reply.enhanced].filter((part) => part !== undefined).join(' ');
    const before = seen.get(reply.text);
    if (before !== undefined) {
      const verdict = verdicts[before] as Verdict;
      verdicts[before] = { ...verdict, times: verdict.times + 1 };
      continue;
    }
    if (verdicts.length === MOST) break;
    const explanation = explainReply({
      text: reply.text,
      stage: '?',
      ...(reply.code !== undefined && { code: reply.code }),
      ...(reply.enhanced !== undefined && { enhanced: reply.enhanced }),
    });
    seen.set(reply.text, verdicts.length);
    verdicts.push({
      ...explained(explanation),
      span: { start: reply.start, end: reply.end },
      role: digit === 4 ? 'waiting' : 'cause',
      failed: true,
      confidence: explanation.specific ? 'medium' : 'low',
      reply: codes,
      stage: 'quoted',
      recipients: [],
      times: 1,
    });
  }
  return verdicts;
}
