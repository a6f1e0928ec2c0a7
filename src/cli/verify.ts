import { defined } from '../core/text/defined.ts';
import { isCompoundFile, NOT_RESTORED } from '../core/text/outlookFile.ts';
import { verifyAuthentication } from '../message/main.ts';
import { renderAuthentication } from '../report/authenticationReport.ts';

import { readBytes } from './input.ts';
import { interrupted } from './interrupted.ts';
import { note, say } from './output.ts';

interface VerifyOptions {
  readonly server?: readonly string[];
  /** Milliseconds. */
  readonly timeout?: number;
  readonly trusted?: readonly string[];
  readonly line?: number;
}

/** The report on a message's authentication. */
export async function verify(options: VerifyOptions, [file = '-']: readonly string[]): Promise<number> {
  const { server = [], timeout, trusted = [], line = 1 } = options;
  const input = await readBytes(file);
  if (!input.ok) {
    note(input.problem);
    return 1;
  }
  if (isCompoundFile(input.bytes)) {
    note(NOT_RESTORED);
    return 1;
  }
  const result = await verifyAuthentication(
    { bytes: input.bytes, line: line - 1, start: 'message', from: 'file' },
    { resolvers: server, trustedNetworks: trusted, ...defined({ dnsTimeout: timeout }) },
    interrupted(),
  );
  if (result.outcome === 'no-message') {
    note(`${file === '-' ? 'standard input' : file} holds no message, so there is nothing to verify.`);
    return 1;
  }
  say(`${renderAuthentication(result).join('\n')}\n`);
  return result.dmarc.result === 'pass' ? 0 : 1;
}
