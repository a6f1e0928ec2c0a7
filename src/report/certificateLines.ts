import { writeCertificate } from '../core/smtp/probe/certificateLine.ts';
import { writeProbeNote } from '../core/smtp/probe/probeReport.ts';
import { defined } from '../core/text/defined.ts';
import type { Revocation, TlsInfo } from '../probes/tls.ts';

/** A line for each certificate, and what is known of their being revoked. */
export function* renderChain({ chain, names, revocation }: TlsInfo): Iterable<string> {
  const day = (time: string | undefined): string | undefined => time?.slice(0, 10);
  for (const [i, { subject, issuer, key, signature, notBefore, notAfter, known }] of chain.entries()) {
    const dates = { from: day(notBefore), until: day(notAfter) };
    const more = { ...dates, signature, known, names: i === 0 ? names : undefined };
    yield writeCertificate({ place: i + 1, subject, issuer, key, ...defined(more) });
  }
  if (chain.length > 0 && chain[0]?.selfSigned !== true) yield writeProbeNote(describeRevocation(revocation));
}

const UNUSABLE: Readonly<Record<Extract<Revocation, { status: 'unusable' }>['why'], string>> = {
  unreadable: 'the stapled OCSP response cannot be read',
  'other-certificate': 'the stapled OCSP response is about another certificate',
  'not-signed': 'the stapled OCSP response is not signed by the issuer',
  'out-of-date': 'the time of the stapled OCSP response is over',
  'no-issuer': 'the issuer is not shown, so the stapled OCSP response cannot be checked',
};

function describeRevocation(revocation: Revocation | undefined): string {
  const unknown = 'whether the certificate has been revoked is not known';
  if (revocation === undefined) return `${unknown}: no OCSP response is stapled, and nobody else is asked`;
  if (revocation.status === 'unusable') return `${unknown}: ${UNUSABLE[revocation.why]}`;
  const { status, from, until } = revocation;
  const when = [
    ...(from === undefined ? [] : [`of ${from.slice(0, 16)}Z`]),
    ...(until === undefined ? [] : [`good until ${until.slice(0, 16)}Z`]),
  ];
  const said = `the stapled OCSP response${when.length === 0 ? '' : ` (${when.join(', ')})`} says`;
  if (status === 'unknown') return `${unknown}: ${said} that its issuer does not know it`;
  return status === 'good'
    ? `the certificate has not been revoked: so ${said}`
    : `the certificate has been revoked: so ${said}`;
}
