import { characterStrings } from '../../core/dns/records/characterStrings.ts';
import { readDkimKey } from '../../core/dns/records/dkimKey.ts';
import type { RecordProblemCode } from '../../core/dns/records/recordText.ts';
import type { Answer } from '../../probes/ports.ts';
import { type AuthenticationFinding, finding } from './authentication.ts';
import { isAnswered } from './resolver.ts';

export interface KeyFindings {
  readonly findings: readonly AuthenticationFinding[];
  /** Whether the key could be had at all; where not, nothing is known of the signature. */
  readonly answered: boolean;
}

/** What the answer about a key says (RFC 6376 3.6.1, 6.1.2); `algorithm` is that of the signature. */
export function inspectKey(answer: Answer | undefined, name: string, algorithm: string): KeyFindings {
  if (answer === undefined) return { findings: [], answered: false };
  if (!isAnswered(answer)) {
    return { findings: [finding('key-unanswered', { name, status: answer.status })], answered: false };
  }
  const texts = answer.records.filter(({ type }) => type === 'TXT').map(({ data }) => characterStrings(data).join(''));
  const [text] = texts;
  if (text === undefined) {
    return {
      findings: [finding(answer.status === 'NXDOMAIN' ? 'key-missing' : 'key-no-record', { name })],
      answered: true,
    };
  }
  // RFC 6376 3.6.2.2: what happens with several is undefined.
  const several = texts.length > 1 ? [finding('key-several', { name, count: String(texts.length) })] : [];
  return { findings: [...several, ...inspectText(text, name, algorithm)], answered: true };
}

function* inspectText(text: string, name: string, algorithm: string): Iterable<AuthenticationFinding> {
  const { tags, key, problems } = readDkimKey(text);
  const value = (tag: string): string | undefined => tags.find((one) => one.name === tag)?.value;
  const listed = (tag: string): readonly string[] =>
    (value(tag) ?? '')
      .toLowerCase()
      .split(':')
      .map((word) => word.trim());
  const has = (code: RecordProblemCode): boolean => problems.some((problem) => problem.code === code);
  const [kind = 'rsa', hash = 'sha256'] = algorithm.toLowerCase().split('-');
  if (has('dkim-key-revoked')) yield finding('key-revoked', { name });
  else if (value('p') === undefined || has('dkim-key-base64') || has('dkim-key-unreadable')) {
    yield finding('key-unreadable', { name });
  }
  const version = value('v');
  if (version !== undefined && version.toUpperCase() !== 'DKIM1') yield finding('key-version', { name, version });
  if (key !== undefined && key.algorithm !== kind) {
    yield finding('key-type', { name, key: key.algorithm, signature: kind });
  }
  if (value('h') !== undefined && !listed('h').includes(hash)) yield finding('key-hash', { name, hash });
  if (value('s') !== undefined && !listed('s').some((word) => word === '*' || word === 'email')) {
    yield finding('key-not-email', { name, services: value('s') ?? '' });
  }
  const bits = String(key?.bits ?? '');
  if (has('dkim-key-too-short')) yield finding('key-too-short', { bits });
  if (has('dkim-key-short')) yield finding('key-short', { bits });
  if (listed('t').includes('y')) yield finding('key-testing');
}
