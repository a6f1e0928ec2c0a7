import type { ArcProblem } from '../mail/header/arcChain.ts';
import type { SignatureProblem, SignatureProblemCode } from '../mail/header/signatureProblems.ts';

/** What is wrong with a signature or a chain of ARC, as hovers and diagnostics say it. */

const SIGNATURE: Readonly<Record<SignatureProblemCode, (tag: string) => string>> = {
  'missing-tag': (tag) => `The tag ${tag}= is missing, so nobody can check the signature (RFC 6376 3.5).`,
  'body-cut': () =>
    'l= leaves the end of the body unsigned: anybody can add text there, and the signature stays good (RFC 6376 8.2).',
  'weak-algorithm': () =>
    'rsa-sha1 must not be used any more; checkers may treat the message as not signed (RFC 8301 3.1).',
  'from-unsigned': () => 'From is not among the signed fields, which makes the signature invalid (RFC 6376 5.4).',
  'identity-outside': () =>
    'The domain in i= is not d= nor below it, which makes the signature invalid (RFC 6376 3.5).',
  'expires-first': () => 'It expires before it was signed (RFC 6376 3.5).',
  expired: () => 'It had expired when the last server took the message.',
  'signed-later': () => 'It was signed more than a day later than Date says the message was written.',
};

export const signatureProblemWords = ({ code, tag }: SignatureProblem): string => SIGNATURE[code](tag);

export function arcProblemWords(problem: ArcProblem): string {
  switch (problem.code) {
    case 'no-number':
      return `An ${problem.part} has no number from 1 to 50 in i=.`;
    case 'set-missing':
      return `Set ${problem.set} of ${problem.count} is missing, so the chain is broken.`;
    case 'part-missing':
      return `Set ${problem.set} has no ${problem.part}, so the chain is broken.`;
    case 'part-repeated':
      return `Set ${problem.set} has ${problem.times} times ${problem.part}, so the chain is broken.`;
    case 'broken-before':
      return `The seal of set ${problem.set} says that the chain was broken when it came in.`;
    case 'wrong-cv':
      return `The seal of set ${problem.set} must say cv=${problem.needed} and says cv=${problem.cv}.`;
  }
}
