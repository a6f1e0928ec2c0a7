import { generate } from 'selfsigned';
import type { Credentials } from './smtpServer.ts';

/** A certificate that signed itself, with its key; valid for a week where no dates are given. */
export async function certificate(
  commonName: string,
  names: readonly string[],
  notBeforeDate = new Date(Date.now() - 3_600_000),
  notAfterDate = new Date(Date.now() + 7 * 86_400_000),
): Promise<Credentials> {
  const made = await generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate,
    notAfterDate,
    extensions: [{ name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) }],
  });
  return { key: made.private, cert: made.cert };
}
