import type { Message } from '../../mail/message.ts';
import { formatDelay } from '../../trace/delay.ts';
import type { Folder } from '../../verdict/arrival/folderRows.ts';
import type { MessageStory } from '../../verdict/arrival/story.ts';
import type { Words } from '../../verdict/arrival/told.ts';
import type { TicketQuestion } from './question.ts';
import type { QuestionAnswer } from './questionAnswer.ts';

/** What the header of a message that arrived answers: whether it is genuine, why it is in the junk folder, what took so long. */
export function arrivedAnswer(question: TicketQuestion | undefined, story: MessageStory): QuestionAnswer | undefined {
  switch (question) {
    case 'genuine':
      return ofGenuine(story);
    case 'junk':
      return ofJunk(story);
    case 'slow':
      return ofSlow(story);
    case 'missing':
      return ofMissing(story);
    default:
      return undefined;
  }
}

const wordsOf = (told: readonly Words[]): readonly string[] => told.map(({ words }) => words);

const together = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ');

/** From whom it is: what the receiver could prove, and what makes it look like somebody else's. */
function ofGenuine({ who: { authentication, disguises, madeUp } }: MessageStory): QuestionAnswer | undefined {
  if (authentication === undefined && disguises.length === 0) return undefined;
  const against = [...disguises, ...madeUp].filter((one) => one.against === true);
  const outcome = authentication?.outcome ?? 'unproven';
  const told = [...(authentication === undefined ? [] : [authentication]), ...against];
  const shown = { spans: told.slice(0, 5), parts: wordsOf(told) };
  const doubts = wordsOf(against).join(' ');
  const proof = authentication?.words;
  if (outcome === 'passed' && against.length === 0) {
    return {
      words: together(
        'It really comes from the domain that its From field shows.',
        proof,
        'That says nothing of what is in it: an account there may be in wrong hands.',
      ),
      plain:
        'The message really comes from the domain of its sender address. If what it asks for is unusual, ask the sender by telephone all the same: an account may be in wrong hands.',
      ...shown,
    };
  }
  if (outcome === 'passed') {
    return {
      words: together(
        'It comes from the domain that its From field shows, but looks like somebody else’s:',
        doubts,
        proof,
      ),
      plain:
        'The message looks as if somebody else had sent it than really did. Please do not answer it and follow no link in it before you asked in another way.',
      ...shown,
    };
  }
  const not =
    outcome === 'failed'
      ? 'It is not proven that it comes from its sender, and the check speaks against it.'
      : 'It is not proven that it comes from its sender.';
  return {
    words: together(not, proof, doubts),
    plain: together(
      'It is not proven that the message comes from its sender.',
      against.length > 0 ? 'It also looks as if somebody else had sent it.' : undefined,
      'Please do not answer it and follow no link in it before you asked the sender in another way, best by telephone.',
    ),
    ...shown,
  };
}

/** Folders that people call junk. */
const ASIDE: ReadonlySet<Folder> = new Set(['junk', 'quarantine', 'deleted']);

function ofJunk({ where, why, who: { authentication } }: MessageStory): QuestionAnswer | undefined {
  const against = why.filter((one) => one.against === true);
  const failed = authentication?.outcome === 'failed' ? authentication : undefined;
  if (!ASIDE.has(where.folder) && against.length === 0 && failed === undefined) return undefined;
  const parts = wordsOf([
    ...(where.folder === 'unknown' && failed !== undefined ? [] : [where]),
    ...against.slice(0, 3),
    ...(failed === undefined ? [] : [failed]),
  ]);
  return {
    words: together(...parts),
    parts,
    plain: together(
      against.length === 0
        ? undefined
        : against.some(({ perilous }) => perilous)
          ? 'A filter took it for phishing or malware.'
          : 'A filter took it for spam.',
      failed === undefined
        ? undefined
        : 'It could not be proven that it comes from its sender, and such mail often goes to the junk (spam) folder.',
    ),
    spans: [
      ...(where.span === undefined ? [] : [where.span]),
      ...against.slice(0, 3),
      ...(failed === undefined ? [] : [failed]),
    ],
  };
}

const NOT_SENT = 'Until then it lay in drafts or an outbox, or the clock there was off.';

function ofSlow({ howLong: { told, waits, total, lay } }: MessageStory): QuestionAnswer | undefined {
  const [longest] = waits;
  if (longest === undefined && lay !== undefined && total !== undefined) {
    const parts = wordsOf(told);
    return {
      words: together(...parts, NOT_SENT),
      parts,
      plain: `It took ${formatDelay(total)} on its way, but was written ${formatDelay(lay)} before it was sent, or the clock there was off.`,
      spans: [],
    };
  }
  if (longest === undefined || told.length === 0 || total === undefined) return undefined;
  const whose = longest.atReceiver === true ? 'of the recipient' : 'of the sender or between';
  const greylisted = longest.cause === 'greylisting';
  const parts = wordsOf([...told, ...waits.slice(0, 3)]);
  return {
    words: together(...parts),
    parts,
    plain: greylisted
      ? `It took ${formatDelay(total)}, because the mail server of the recipient asks senders that it does not know to come back a little later, to keep spam out.`
      : longest.cause === 'quarantine'
        ? `It took ${formatDelay(total)}: a filter held it in quarantine until somebody released it.`
        : `It took ${formatDelay(total)}: it waited ${formatDelay(longest.length)} on a mail server ${whose}.`,
    spans: waits.slice(0, 3),
  };
}

/** It is there: in which folder, as far as the header says. */
function ofMissing({ where }: MessageStory): QuestionAnswer | undefined {
  if (where.folder === 'unknown' || where.span === undefined) return undefined;
  return {
    words: `The message did arrive. ${where.words}`,
    plain: PLACES[where.folder] ?? 'The message did arrive.',
    spans: [where.span],
    parts: [where.words],
  };
}

const PLACES: Readonly<Partial<Record<Folder, string>>> = {
  inbox: 'The message did arrive, in the inbox.',
  junk: 'The message did arrive: it is in the junk (spam) folder.',
  quarantine: 'The message did arrive, and is held in quarantine: the admin of the recipient can release it.',
  deleted: 'The message did arrive, and was put into the deleted items.',
  folder: 'The message did arrive, and was put into another folder.',
  archive: 'The message did arrive, and is in the archive.',
};

/** Whether a message is one that arrived, and no report. */
export const isArrived = (message: Message): boolean =>
  message.report === undefined &&
  message.automaticReply === undefined &&
  message.feedback === undefined &&
  message.disposition === undefined;
