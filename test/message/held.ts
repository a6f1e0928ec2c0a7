import { heldIn } from '../support/held.ts';

/** Holds what is made of a message; `what` says by whom. */
export const held = heldIn('test/message/results.txt');

/** Gives a function back that holds what it makes of texts. */
export const holding =
  <A extends readonly unknown[], R>(what: string, make: (...args: A) => R) =>
  (...args: A): R => {
    const result = make(...args);
    held(what, typeof args[0] === 'string' && args[0].length < 100 ? [args[0], result] : result);
    return result;
  };
