import type { Message } from '../mail/message.ts';
import { defined } from '../text/defined.ts';
import { storyOf } from '../verdict/arrival/story.ts';
import type { Told } from '../verdict/arrival/told.ts';

/** The story of a message as data: what is told, each with the line of the field that shows it. */
export function storyJson(message: Message, line: (offset: number) => number): Record<string, unknown> {
  const { where, why, who, howLong, what } = storyOf(message);
  const told = ({ words, start, against }: Told): Record<string, unknown> => ({
    words,
    line: line(start),
    ...(against === true && { against }),
  });
  const { authentication, client, blindCopy, disguises, forwarders, madeUp } = who;
  return {
    where: {
      folder: where.folder,
      words: where.words,
      ...(where.span !== undefined && { line: line(where.span.start) }),
      ...defined({ name: where.name }),
    },
    why: why.map(told),
    who: {
      ...(authentication !== undefined && {
        authentication: {
          ...told(authentication),
          outcome: authentication.outcome,
          ...defined({ domain: authentication.domain, server: authentication.server }),
        },
      }),
      ...(client !== undefined && { client: told(client) }),
      ...(blindCopy !== undefined && { blindCopy: told(blindCopy) }),
      disguises: disguises.map(told),
      forwarders: forwarders.map(told),
      madeUp: madeUp.map(told),
    },
    howLong: {
      ...(howLong.total !== undefined && { seconds: howLong.total / 1000 }),
      atLeast: howLong.atLeast,
      waits: howLong.waits.map((wait) => ({
        ...told(wait),
        seconds: wait.length / 1000,
        times: wait.times,
        ...defined({ host: wait.host, cause: wait.cause }),
      })),
      clocks: howLong.clocks.map((clock) => ({
        ...told(clock),
        ...defined({ host: clock.host }),
        ...(clock.off !== undefined && { seconds: clock.off / 1000 }),
      })),
    },
    what: what.map(({ kind, words }) => ({ kind, words })),
  };
}
