/** Names under which others take a password as an argument, and what is meant by them. */
const SECRET_OPTION =
  /^--?(?:(?:auth|smtp|login|user)-?)?(?:password|passwd|passphrase|pass|pwd|pw|secret|(?:access|oauth2?|bearer|auth)-?token|token|bearer|api-?key)(?:=|$)|^-(?:ap|p|w)$/i;
/** `user:password@host`, also as a URL. */
const IN_TARGET = /^(?:smtps?:\/\/|submission:\/\/)?[^\s:@/[\]]{1,200}:[^\s@]{1,400}@/i;

/** Why arguments are not taken where one of them looks like a secret; nothing of it is repeated. */
export function secretArgument(args: readonly string[]): string | undefined {
  const userAt = args.indexOf('--user');
  const user = userAt === -1 ? args.find((one) => one.startsWith('--user='))?.slice(7) : args[userAt + 1];
  const where = args.some((one) => SECRET_OPTION.test(one))
    ? 'a password or token is never taken as an argument'
    : user?.includes(':') === true
      ? '--user takes the name alone, without a colon and a password behind it'
      : args.some((one) => IN_TARGET.test(one))
        ? 'a password in front of the host is never taken'
        : undefined;
  return where === undefined ? undefined : `${where}: ${WHY}`;
}

const WHY =
  'others on this machine can read arguments, and the shell keeps them in its history. Leave it out to be asked, or use --password-fd NUMBER or --password-env NAME. If it was a real one, take it out of the history of the shell and change it.';
