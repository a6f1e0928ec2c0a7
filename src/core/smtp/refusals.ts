import type { SmtpEvent } from './conversation.ts';

/** Whether a line is a refusal. */
export const isRefusal = (line: string): boolean => line.length <= 2000 && /^\s*[45]\d\d /.test(line);

/** Whether a line only says a refusal again. */
export const repeatsRefusal = (events: readonly SmtpEvent[], line: string): boolean =>
  events.some(
    (event) =>
      event.kind === 'reply' &&
      event.code >= 400 &&
      [event.code, event.enhanced, event.text].filter((part) => part !== undefined && part !== '').join(' ') === line,
  );
