import type { Lookup } from '../dns/lookup.ts';
import { defined } from '../text/defined.ts';
import type { Locate } from './lineCounter.ts';

/** The questions that DNS tools asked. */
export const queriesJson = (lookup: Lookup, at: Locate): unknown[] =>
  lookup.queries.map((query) => ({
    ...at(query),
    tool: query.tool,
    name: query.name,
    type: query.type,
    status: query.status,
    ...defined({ server: query.server }),
    answers: query.answers.map((answer) => answer.data),
  }));

/** What a check of ours found, read again from its report. */
export const checksJson = ({ findings = [] }: Lookup, at: Locate): unknown[] =>
  findings.map(({ level, code, about, text, next, source, start, end }) => ({
    ...at({ start, end }),
    code,
    level,
    about,
    text,
    ...defined({ next, source }),
  }));
