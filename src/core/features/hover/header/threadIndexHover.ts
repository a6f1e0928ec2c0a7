import { readThreadIndex } from '../../../mail/header/threadIndex.ts';
import { escapeMarkdown } from '../../../text/markdown.ts';
import { formatDelay, formatUtc } from '../../../trace/delay.ts';
import { type Explainer, listOf, sourceOf } from './place.ts';

const MOST = 30;

/** Thread-Index: when the conversation began and when each answer was written, by the clocks of those who wrote. */
export const threadIndexExplainer: Explainer = {
  whole({ value }) {
    const index = readThreadIndex(value.slice(0, 20_000));
    if (index === undefined)
      return ['It is no conversation index: one is base64 of at least 22 octets that begin with 01.'];
    let last = index.started;
    const replies = index.replies.slice(0, MOST).map(({ time }, i) => {
      const line = `${i + 1}. ${escapeMarkdown(formatUtc(Math.floor(time / 1000) * 1000))}, ${escapeMarkdown(formatDelay(time - last))} later`;
      last = time;
      return line;
    });
    const left = index.replies.length - MOST;
    return [
      listOf([
        ['Conversation began', formatUtc(Math.floor(index.started / 1000) * 1000)],
        ['Conversation', index.guid],
        ['Answers and forwards', String(index.replies.length)],
      ]),
      replies.join('\n') + (left > 0 ? `\n\n${left} more.` : ''),
      ...(index.cut ? ['Octets are left over at its end: it was cut off or changed.'] : []),
      sourceOf('MS-OXOMSG 2.2.1.3'),
    ];
  },
};
