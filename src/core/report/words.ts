import type { Actor, Retry } from '../knowledge/explanation.ts';

const ACTORS: Readonly<Record<Actor, string>> = {
  sender: 'the sender',
  recipient: 'the recipient',
  'sending admin': "the sender's admin",
  'receiving admin': "the recipient's admin",
  provider: 'the provider',
  network: 'whoever runs the network between',
  nobody: 'nobody',
};

const RETRIES: Readonly<Record<Retry, string>> = {
  yes: 'trying again later can work',
  no: 'trying again unchanged will fail again',
  later: 'trying again helps once the cause is mended',
};

export const actorWords = (actor: Actor): string => ACTORS[actor];
export const retryWords = (retry: Retry): string => RETRIES[retry];

const STAGES: ReadonlyMap<string, string> = new Map([
  ['connect', 'on connecting'],
  ['(data)', 'after the message'],
  ['(auth)', 'during login'],
  ['report', 'in the report'],
  ['?', ''],
]);

/** Where in a session: `in answer to RCPT`; empty where that is not known. */
export const stageWords = (stage: string): string => STAGES.get(stage) ?? `in answer to ${stage}`;
