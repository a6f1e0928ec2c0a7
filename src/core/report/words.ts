import type { Actor, Retry } from '../knowledge/actor.ts';
import type { Basis, Confidence, Explanation } from '../knowledge/explanation.ts';
import type { PlainStep, Step } from '../knowledge/steps.ts';
import { isVerb, type Stage, type Verb } from '../smtp/verbs.ts';
import { inSentence } from '../text/sentence.ts';
import { word } from '../text/words.ts';

const ACTORS: Readonly<Record<Actor, string>> = {
  sender: word('the sender'),
  recipient: word('the recipient'),
  'sending admin': word("the sender's admin"),
  'receiving admin': word("the recipient's admin"),
  provider: word('the provider'),
  network: word('whoever runs the network between'),
  nobody: word('nobody'),
};

const RETRIES: Readonly<Record<Retry, string>> = {
  yes: 'trying again later can work',
  no: 'trying again unchanged will fail again',
  later: 'trying again helps once the cause is mended',
};

export const actorWords = (actor: Actor): string => ACTORS[actor];
export const retryWords = (retry: Retry): string => RETRIES[retry];

const SURENESS: Readonly<Record<Confidence, string>> = { high: 'certain', medium: 'likely', low: 'a guess' };

const BASES: Readonly<Record<Exclude<Basis, 'facts'>, string>> = {
  'server-words': 'the words of this server',
  words: 'words that many servers use',
  nearest: 'known words that are near',
  'enhanced-code': 'the enhanced code',
  'reply-code': 'the reply code',
  class: 'the class of the code alone',
};

/** How sure an explanation is, and what it rests on: `likely, from the enhanced code`. */
export const sureWords = ({ confidence, basis }: Pick<Explanation, 'confidence' | 'basis'>): string =>
  `${SURENESS[confidence]}${basis === 'facts' ? '' : `, from ${BASES[basis]}`}`;

const TAKERS: Readonly<Record<Exclude<Actor, 'nobody'>, string>> = {
  sender: 'the sender',
  recipient: 'the recipient',
  'sending admin': 'the sending admin',
  'receiving admin': 'the receiving admin',
  provider: 'the provider',
  network: 'whoever runs the network between',
};

/** A step as a sentence; who takes it is named where that is not who has to act. */
export const stepWords = ({ by, text }: Step, actor: Actor): string =>
  by === actor || by === 'nobody' ? text : `As ${TAKERS[by]}, ${inSentence(text)}`;

/** Steps as others get them: what only the code has to know is left out. */
export const plainSteps = (steps: readonly Step[]): readonly PlainStep[] =>
  steps.map(({ by, kind, text }) => ({ by, kind, text }));

/** All steps of what somebody has to do: a line for each who takes some, in the order in which they come first. */
export function stepsInWords({ next, actor }: { readonly next: readonly Step[]; readonly actor: Actor }): string[] {
  const lines = new Map<Actor, string>();
  for (const step of next) {
    const before = lines.get(step.by);
    lines.set(step.by, before === undefined ? stepWords(step, actor) : `${before} ${step.text}`);
  }
  return [...lines.values()];
}

const STAGES: Readonly<Record<Exclude<Stage, Verb>, string>> = {
  connect: 'on connecting',
  '(data)': 'after the message',
  '(auth)': 'during login',
  '(other)': 'in answer to an unknown command',
  '?': '',
};

/** Where in a session: `in answer to RCPT`; empty where that is not known. */
export const stageWords = (stage: Stage): string => (isVerb(stage) ? `in answer to ${stage}` : STAGES[stage]);
