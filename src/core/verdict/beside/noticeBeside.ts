import type { Verdict } from '../verdict.ts';

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
  const causes = said.filter(({ failed }) => failed);
  if (only === undefined) return [said.filter((one) => !isShown(one, causes)), quoted];
  const itsCause = notices.length === 1 ? onlyCause(only, causes) : undefined;
  const taken = new Set<Verdict>();
  const told = said.map((cause) => {
    if (!cause.failed) return cause;
    const notice = cause === itsCause ? only : cause.stage === '?' ? lastBefore(notices, cause) : undefined;
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

/** Whether a report gives no cause, and the session that is shown with it does, of the same recipients. */
const isShown = (one: Verdict, causes: readonly Verdict[]): boolean =>
  one.stage === 'report' &&
  one.code === 'unknown' &&
  one.reply === undefined &&
  causes.some((cause) => cause.stage !== 'report' && cause.recipients.length > 0 && isOf(one, cause));

/** Characters between a notice and a session that is shown with it. */
const NEAR = 200;

/** Of several sessions, the one that stands right beside the notice. */
function onlyCause(notice: Verdict, causes: readonly Verdict[]): Verdict | undefined {
  const own = causes.filter((one) => isOf(notice, one));
  const beside = own.filter(({ span }) => Math.abs(span.start - notice.span.end) < NEAR);
  const [cause] = beside.length === 1 ? beside : own;
  return own.length === 1 || beside.length === 1 ? cause : undefined;
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
