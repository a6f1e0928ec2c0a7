import type { SaidStep, SmtpFailure } from './types.ts';

/** The codes that let a probe go on (RFC 5321 4.3.2; XCLIENT: Postfix, XCLIENT_README; AUTH: RFC 4954 4). */
export const DUE: Readonly<Record<SaidStep, readonly number[]>> = {
  banner: [220],
  xclient: [220, 250],
  ehlo: [250],
  helo: [250],
  lhlo: [250],
  starttls: [220],
  auth: [235, 334],
  mail: [250],
  rcpt: [250, 251, 252],
  data: [354],
  message: [250],
  bdat: [250],
  rset: [250],
  vrfy: [250, 251, 252],
  expn: [250],
  help: [211, 214],
  noop: [250],
  quit: [221],
};

export const isDue = (step: SaidStep, code: number): boolean => DUE[step].includes(code);

export const isRefusal = (code: number): boolean => code >= 400 && code < 600;

/** What a reply that does not let the probe go on makes of it. */
export const refusal = (step: Exclude<SaidStep, 'banner'>, code: number): SmtpFailure =>
  isRefusal(code) ? { step, kind: 'refused-command', code } : { step, kind: 'wrong-code', code };
