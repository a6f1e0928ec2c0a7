import type { Answer, Question, Resolve } from './ports.ts';

/** What has been asked in a run, with how it is asked: the same port, wrapped. */
export interface AskedOnce {
  readonly resolve: Resolve;
  /** In the order of asking; those that are not answered yet are not there. */
  readonly answers: () => readonly Answer[];
}

const keyOf = ({ name, type, at, recursion, checking }: Question): string =>
  [type, at ?? '', recursion ?? '', checking ?? '', name.toLowerCase().replace(/(?<!\\)\.$/, '')].join(' ');

/** Asks each question once for as long as it lives; who asks again gets the same answer, whatever its TTL. */
export function askOnce(resolve: Resolve): AskedOnce {
  const running = new Map<string, Promise<Answer>>();
  const answered = new Map<string, Answer>();
  return {
    resolve: (question, signal) => {
      const key = keyOf(question);
      const known = running.get(key);
      if (known !== undefined) return known;
      const asked = resolve(question, signal).then((answer) => {
        answered.set(key, answer);
        return answer;
      });
      running.set(key, asked);
      return asked;
    },
    answers: () => [...running.keys()].flatMap((key) => answered.get(key) ?? []),
  };
}

/** Lets at most `most` questions be under way at a time; the others wait in the order in which they came. */
export function inParallel(resolve: Resolve, most: number): Resolve {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (question, signal) => {
    if (running >= most) await new Promise<void>((turn) => waiting.push(turn));
    else running++;
    try {
      return signal.aborted ? cancelled(question) : await resolve(question, signal);
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}

export interface Budget {
  readonly resolve: Resolve;
  /** Questions that were not asked because there had been too many, or too much had come. */
  readonly refused: () => number;
}

/**
 * Asks at most `most` questions in all, and none any more when the answers hold more than `characters`; a name that leads
 * to more is told so, as an answer that was cancelled.
 */
export function atMost(resolve: Resolve, most: number, characters = Number.POSITIVE_INFINITY): Budget {
  let asked = 0;
  let refused = 0;
  let kept = 0;
  const refuse = (question: Question, detail: string): Answer => {
    refused++;
    return { ...cancelled(question), detail };
  };
  return {
    resolve: async (question, signal) => {
      if (asked >= most) return refuse(question, `more than ${most} questions for one check`);
      if (kept >= characters) return refuse(question, TOO_MUCH);
      asked++;
      const answer = await resolve(question, signal);
      kept += sizeOf(answer);
      // Those that were under way when it became too much are not kept either.
      return kept < characters ? answer : refuse(question, TOO_MUCH);
    },
    refused: () => refused,
  };
}

const TOO_MUCH = 'the answers are larger than one check keeps';

const sizeOf = ({ records, authority = [], additional = [] }: Answer): number =>
  [records, authority, additional].reduce(
    (sum, section) => section.reduce((size, { name, data }) => size + name.length + data.length + 50, sum),
    0,
  );

const cancelled = (question: Question): Answer => ({ question, status: 'CANCELLED', records: [], elapsed: 0 });
