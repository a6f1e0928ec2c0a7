import type { Verdict } from './verdict.ts';

/**
 * A pasted notice whose lines of the reply were read as a conversation names the recipient, and the conversation the
 * cause. Of several notices, a reply to nothing that is shown belongs to the one that stands last in front of it.
 */
export function withRecipients(
  said: readonly Verdict[],
  quoted: readonly Verdict[],
): readonly [said: readonly Verdict[], quoted: readonly Verdict[]] {
  const notices = quoted.filter(({ failed, stage }) => failed && stage === 'report');
  const [only] = notices;
  if (only === undefined) return [said, quoted];
  const causes = said.filter(({ failed }) => failed);
  const alone = notices.length === 1 && causes.filter((one) => isOf(only, one)).length === 1;
  const taken = new Set<Verdict>();
  const told = said.map((cause) => {
    if (!cause.failed) return cause;
    const notice = alone ? only : cause.stage === '?' ? lastBefore(notices, cause) : undefined;
    if (notice === undefined || taken.has(notice) || !isOf(notice, cause) || tellsMore(notice, cause)) return cause;
    taken.add(notice);
    const { recipients } = cause;
    return {
      ...cause,
      // What answers nothing that is shown is quoted by the notice.
      ...(cause.stage === '?' && { stage: 'report' as const }),
      recipients: recipients.length > 0 ? recipients : notice.recipients,
    };
  });
  return [told, quoted.filter((one) => !taken.has(one))];
}

const lastBefore = (notices: readonly Verdict[], { span }: Verdict): Verdict | undefined =>
  notices.reduce<Verdict | undefined>(
    (last, one) => (one.span.start < span.start && one.span.start >= (last?.span.start ?? 0) ? one : last),
    undefined,
  );

const isOf = (notice: Verdict, { recipients }: Verdict): boolean =>
  recipients.length === 0 ||
  recipients.some((one) => notice.recipients.some((other) => other.toLowerCase() === one.toLowerCase()));

const tellsMore = (notice: Verdict, cause: Verdict): boolean =>
  notice.reply !== undefined && !['unrecognized', 'unknown', cause.code].includes(notice.code);
