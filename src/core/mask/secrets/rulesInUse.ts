/**
 * Left out: what is found here in more forms (passwords of URLs, private keys), what marks more than the secret or less
 * (aws counts from the name of the variable), and what is no rule on tokens.
 */
const OTHERS =
  /-(?:aws|gcp|basicauth|database-connection-string|privatekey|secp256k1-privatekey|no-.{1,40}|pattern|filter-comments)$/;

/** Whether a rule of secretlint is one of those that texts are searched by. */
export const isInUse = (id: string): boolean => !OTHERS.test(id);
