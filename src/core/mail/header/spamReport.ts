import type { Span } from '../../text/span.ts';

/** A rule that matched, with its points where they are stated. */
export interface SpamRule extends Span {
  readonly name: string;
  readonly points?: number;
}

/** What a spam filter wrote of a message; offsets count from the start of the value. */
export interface SpamReport {
  readonly score?: number;
  /** The limit from which on a message is spam. */
  readonly limit?: number;
  readonly rules: readonly SpamRule[];
}

/**
 * Reads X-Spam-Status and X-Spam-Report of SpamAssassin and amavis, X-Spamd-Result of Rspamd and the reports of
 * Barracuda: `tests=A,B=1.2`, `tests=[A=1.2, B]`, `* 1.2 A words`, `A(1.2)[words]`.
 */
export function readSpamReport(value: string): SpamReport {
  const brackets = /\[ ?(-?\d{1,6}(?:\.\d{1,6})?) ?\/ ?(-?\d{1,6}(?:\.\d{1,6})?) ?\]/.exec(value.slice(0, 400));
  const score = brackets?.[1] ?? /\b(?:score|hits)=(-?\d{1,6}(?:\.\d{1,6})?)/i.exec(value)?.[1];
  const limit =
    brackets?.[2] ?? /\b(?:required|required_hits|KILL_LEVEL)[= ](-?\d{1,6}(?:\.\d{1,6})?)/i.exec(value)?.[1];
  return {
    ...(score !== undefined && { score: Number(score) }),
    ...(limit === undefined || Number(limit) >= 1000 ? {} : { limit: Number(limit) }),
    rules: rulesOf(value),
  };
}

function rulesOf(value: string): readonly SpamRule[] {
  const rules: SpamRule[] = [];
  const add = (start: number, name: string, points: string | undefined, end: number): void => {
    rules.push({ start, end, name, ...(points !== undefined && { points: Number(points) }) });
  };
  const tests = /\btests(?:_scores)?=\[?/i.exec(value);
  if (tests !== null) {
    const from = tests.index + tests[0].length;
    const stop = /\]|\s[a-z_-]{3,20}=/.exec(value.slice(from));
    const list = value.slice(from, stop === null ? undefined : from + stop.index);
    for (const match of list.matchAll(/([A-Za-z][A-Za-z0-9_]{1,60})(?:=(-?\d{1,6}(?:\.\d{1,6})?))?/g)) {
      if (match[1]?.toLowerCase() === 'none') continue;
      add(from + match.index, match[1] as string, match[2], from + match.index + match[0].length);
    }
  } else {
    for (const match of value.matchAll(/([A-Z][A-Z0-9_]{2,60}) ?\((-?\d{1,6}(?:\.\d{1,6})?)\)/g)) {
      add(match.index, match[1] as string, match[2], match.index + match[0].length);
    }
  }
  // MailScanner puts the points behind: `SpamAssassin (not cached, score=-1.9, required 6, BAYES_00 -1.90)`.
  if (/\bSpamAssassin \(/.test(value.slice(0, 300))) {
    for (const match of value.matchAll(/\b([A-Z][A-Z0-9_]{3,60}) (-?\d{1,4}\.\d{1,4})(?=[,)\s])/g)) {
      add(match.index, match[1] as string, match[2], match.index + match[0].length);
    }
    return rules;
  }
  // A report says the points first; the same rule may have stood in the list without them.
  for (const match of value.matchAll(/(-?\d{1,4}(?:\.\d{1,4})?)[ \t]{1,8}([A-Z][A-Z0-9_]{3,60})(?![\w=])/g)) {
    const at = rules.findIndex(({ name, points }) => name === match[2] && points === undefined);
    if (at >= 0) rules.splice(at, 1);
    if (!rules.some(({ name }) => name === match[2])) {
      add(match.index, match[2] as string, match[1], match.index + match[0].length);
    }
  }
  return rules;
}
