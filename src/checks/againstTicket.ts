import { askAgain, type ToldAnswer } from './askAgain.ts';
import type { Check } from './context.ts';
import type { Finding } from './finding.ts';

/** Answers of a text that are asked for again in one check. */
const MOST = 40;

/**
 * Asks whatever a text says that DNS answered, and says what differs; what is as it was is told in one finding. Where DNS
 * does not answer now, nothing is said to differ.
 */
export const againstTicket =
  (told: readonly ToldAnswer[]): Check =>
  async (context) => {
    const asked = told.slice(0, MOST);
    const all = await Promise.all(asked.map((one) => askAgain(one)({ ...context, name: one.name })));
    const found = all.flat();
    const same = found.flatMap((finding) => (finding.code === 'ask-same' ? [finding] : []));
    const about = context.name;
    const evidence = same.flatMap((finding) => finding.evidence);
    const data = { questions: same.map((finding) => `${finding.data.type} ${finding.about}`) };
    const left = told.slice(MOST).map(({ name, type }) => `${type} ${name}`);
    return [
      ...found.filter(({ code }) => code !== 'ask-same'),
      ...(same.length === 0 ? [] : [{ code: 'ticket-same', level: 'pass', about, data, evidence } satisfies Finding]),
      ...(left.length === 0
        ? []
        : [
            {
              code: 'ticket-left',
              level: 'note',
              about,
              data: { questions: left },
              evidence: [],
            } satisfies Finding,
          ]),
    ];
  };
