import type { CancelSignal } from '../../ports.ts';
import type { Attempt } from './readAnswer.ts';

export const CANCELLED: Attempt = { status: 'CANCELLED', records: [] };
export const NO_NAME: Attempt = {
  status: 'MALFORMED',
  records: [],
  detail: 'the name does not fit into a DNS message',
};

const TIMEOUT: Attempt = { status: 'TIMEOUT', records: [] };
const NO_MESSAGE: Attempt = { status: 'MALFORMED', records: [], detail: 'what came cannot be read' };

export const unreachable = (error: Error): Attempt => ({ status: 'UNREACHABLE', records: [], detail: error.message });

/** Runs one exchange until it settles, the time is up (milliseconds), or it is cancelled; `start` returns what cleans up. */
export function exchange<T>(
  wait: number,
  signal: CancelSignal,
  start: (settle: (result: T | Attempt) => void, broken: () => void) => () => void,
): Promise<T | Attempt> {
  return new Promise((resolve) => {
    let malformed = false;
    let done = false;
    const settle = (result: T | Attempt): void => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      resolve(result);
      // Not before `start` has returned: a socket may fail at once.
      queueMicrotask(() => cleanUp());
    };
    const cancel = (): void => settle(CANCELLED);
    const timer = setTimeout(() => settle(malformed ? NO_MESSAGE : TIMEOUT), wait);
    signal.addEventListener('abort', cancel);
    const cleanUp = start(settle, () => {
      malformed = true;
    });
    if (signal.aborted) cancel();
  });
}
