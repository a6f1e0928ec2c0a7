import type { WordedFinding } from '../../core/text/finding.ts';
import type { TimeFinding } from '../../probes/smtp/flows/findings.ts';

const seconds = (elapsed: number): string => `${(elapsed / 1000).toFixed(1)} s`;

/** Delays in words, held against what a sending server waits (RFC 5321 4.5.3.2). */
export function wordTime(found: TimeFinding, about: string): WordedFinding {
  switch (found.code) {
    case 'greet-delay':
      return {
        level: 'note',
        code: found.code,
        about,
        text: `The banner took ${seconds(found.elapsed)}, many times the way there and back: the server holds it back to catch clients that do not wait for it (greet pause), or looks the client up first.`,
        next: 'Senders have to wait five minutes for it; a program that gives up earlier has to be told to wait.',
        source: 'RFC 5321 4.5.3.2.1',
      };
    case 'tarpit':
      return {
        level: 'warning',
        code: found.code,
        about,
        text:
          found.kind === 'refusals'
            ? `Refusals took ${seconds(found.elapsed)} or more and what was taken did not: the server delays refusals (a tarpit, in Exchange TarpitInterval, 5 s), against those who try addresses.`
            : `Every answer took ${seconds(found.elapsed)} or more (${found.replies} answers), many times the way there and back: the server, or something in front of it, holds this client up (a tarpit), or is overloaded.`,
        next:
          found.kind === 'refusals'
            ? 'Nothing, where mail arrives; senders wait minutes.'
            : 'Look the address of this machine up at block lists, and compare from another network.',
        source: 'RFC 5321 4.5.3.2; RFC 5321 7.8',
      };
    default: {
      const { step, elapsed, due: limit } = found;
      const verb = step === 'message' ? 'The message' : step.toUpperCase();
      const late = limit !== undefined && elapsed > limit.wait;
      const waits =
        limit === undefined
          ? 'Senders wait some minutes.'
          : `Senders have to wait ${limit.wait / 60_000} minutes for it.`;
      return {
        level: late ? 'fail' : limit !== undefined && elapsed > limit.wait / 5 ? 'warning' : 'note',
        code: found.code,
        about,
        text: `${verb} took ${seconds(elapsed)} to be answered. ${late ? `A sender may have given up after ${(limit?.wait ?? 0) / 60_000} minutes, and sends again.` : waits}`,
        next: 'Look for what the server waits for: DNS that does not answer, a filter, a directory.',
        source: limit?.source ?? 'RFC 5321 4.5.3.2',
      };
    }
  }
}
