import type { WordedFinding } from '../../core/text/finding.ts';
import type { ClearMail, TlsScanOutcome } from '../../probes/smtp/flows/outcome.ts';
import { answerWords, type WordedFlow } from './worded.ts';

const VERSIONS = ['TLS 1.3', 'TLS 1.2', 'TLS 1.1', 'TLS 1.0'];
const OLD = ['TLS 1.1', 'TLS 1.0'];

/** What a server takes of TLS, in words. */
export function wordTlsScan({ scanned, clear, port }: TlsScanOutcome, about: string): WordedFlow {
  const of = (name: string) => scanned.find((one) => one.name === name);
  const taken = VERSIONS.filter((name) => of(name)?.info !== undefined);
  const unknown = VERSIONS.filter((name) => of(name)?.lost !== undefined);
  const old = taken.filter((name) => OLD.includes(name));
  const findings: WordedFinding[] = [];
  const find = (finding: Omit<WordedFinding, 'about'>): void => void findings.push({ ...finding, about });
  if (old.length > 0) {
    find({
      level: 'warning',
      code: 'tls-version-old',
      text: `${old.join(' and ')} ${old.length === 1 ? 'is' : 'are'} taken, which nobody should offer any more.`,
      next: 'Switch them off, unless a client that has nothing newer would go on in the clear.',
      source: 'RFC 8996 2',
    });
  }
  if (!taken.some((name) => !OLD.includes(name)) && unknown.length === 0) {
    find({
      level: 'fail',
      code: 'tls-version-missing',
      text: 'Neither TLS 1.3 nor TLS 1.2 is taken, so clients of today cannot deliver under TLS.',
      next: 'Switch on TLS 1.2 and TLS 1.3.',
      source: 'RFC 9325 3.1.1',
    });
  } else if (of('TLS 1.3')?.info === undefined && !unknown.includes('TLS 1.3')) {
    find({
      level: 'note',
      code: 'tls-version-missing',
      text: 'TLS 1.3 is not taken.',
      next: 'Switch it on when the server has it.',
      source: 'RFC 9325 3.1.1',
    });
  }
  if (unknown.length > 0) {
    find({
      level: 'unknown',
      code: 'tls-version-unknown',
      text: `Whether ${unknown.join(', ')} ${unknown.length === 1 ? 'is' : 'are'} taken is not known: ${unknown.map((name) => `${name}: ${of(name)?.lost}`).join('; ')}.`,
    });
  }
  const weak = of('TLS 1.2 without forward secrecy')?.info;
  if (weak !== undefined) {
    find({
      level: 'warning',
      code: 'tls-no-forward-secrecy',
      text: `${weak.cipher} is taken: who gets the key of the server one day can read what was recorded before.`,
      next: 'Take ciphers with ECDHE only.',
      source: 'RFC 9325 4.1',
    });
  }
  const ours = of('TLS 1.2 in our order')?.info?.cipher;
  const opposite = of('TLS 1.2 in the opposite order')?.info?.cipher;
  if (ours !== undefined && opposite !== undefined) {
    const text =
      ours === opposite
        ? `With TLS 1.2 ${ours} is chosen whatever the client prefers: the order of the server counts, or it has no other one of those that were offered.`
        : `With TLS 1.2 the cipher that the client prefers is chosen (${ours}, ${opposite}).`;
    find({ level: 'note', code: 'tls-cipher-order', text });
  }
  if (clear !== undefined) findings.push({ ...wordClear(clear, port), about });
  find({
    level: 'note',
    code: 'tls-not-offered',
    text: 'SSL 2 and 3, RC4, 3DES and export ciphers were not offered, for the TLS library of this program has none of them: nothing is known of those.',
  });
  const bad = findings.some(({ level }) => level === 'fail' || level === 'warning');
  const says = taken.map((name) => `${name} (${of(name)?.info?.cipher})`).join(', ') || 'no version of TLS';
  const not = VERSIONS.filter((name) => !taken.includes(name) && !unknown.includes(name));
  return {
    findings,
    isGood: !bad && taken.length > 0,
    says: `${says} ${taken.length > 1 ? 'are' : 'is'} taken${not.length === 0 ? '' : `, ${not.join(', ')} ${not.length === 1 ? 'is' : 'are'} not`}. No mail was sent.`,
  };
}

function wordClear({ code, lines }: ClearMail, port: number): Omit<WordedFinding, 'about'> {
  if (code === undefined) {
    return { level: 'unknown', code: 'starttls-unknown', text: 'MAIL in the clear was not answered.' };
  }
  const words = answerWords({ code, lines });
  if (code === 250) {
    return {
      level: port === 587 ? 'warning' : 'note',
      code: 'starttls-optional',
      text: `MAIL is taken in the clear (${words}), and was taken back with RSET${port === 587 ? ': clients that do not insist send in the clear' : '; a server for everybody must not insist on TLS'}.`,
      source: port === 587 ? 'RFC 8314 3.3' : 'RFC 3207 4',
    };
  }
  if (/starttls|\btls\b|encrypt|secure/i.test(lines.join(' '))) {
    return {
      level: port === 25 ? 'note' : 'pass',
      code: 'starttls-enforced',
      text: `MAIL in the clear is refused until TLS is on (${words})${port === 25 ? '; servers without TLS cannot deliver here' : ''}.`,
      source: 'RFC 3207 4',
    };
  }
  return {
    level: 'unknown',
    code: 'starttls-unknown',
    text: `MAIL in the clear was refused for another reason (${words}), so whether TLS is insisted on is not known.`,
  };
}
