import type { Answer, RecordType } from '../../probes/ports.ts';
import { isAnswered, recordsOf } from '../answers.ts';
import { evidenceFrom, type Finding } from '../finding.ts';
import { answersFor, type NameServer } from './servers.ts';

interface Said {
  readonly who: string;
  readonly answer: Answer;
}

/** What the servers of a zone say differently, and what its SOA record says badly. */
export function* compareServers(about: string, name: string, servers: readonly NameServer[]): Iterable<Finding> {
  const good = servers.flatMap(({ host, asked }) =>
    asked.filter(({ soa }) => answersFor(soa)).map((one) => ({ host, ...one })),
  );
  const soas = good.map(({ host, address, soa }): Said => ({ who: `${host} (${address})`, answer: soa }));
  const bySerial = grouped(soas, (answer) => `${fieldsOf(answer)[2]}`);
  if (bySerial.size > 1) {
    const serials = [...bySerial].map(([serial, who]) => `${serial} at ${who.join(', ')}`);
    const evidence = soas.flatMap(({ answer }) => evidenceFrom(answer));
    yield { code: 'ns-serials-differ', level: 'warning', about, data: { serials }, evidence };
  }
  for (const type of ['NS', 'MX', 'TXT'] as const) {
    const said = good.flatMap(({ host, address, more }): readonly Said[] => {
      const answer = more.find(({ question }) => question.type === type);
      return answer !== undefined && isAnswered(answer) ? [{ who: `${host} (${address})`, answer }] : [];
    });
    const versions = grouped(said, (answer) => recordSet(answer, type));
    if (versions.size < 2) continue;
    const told = [...versions].map(([records, who]) => `${records || 'none'} at ${who.join(', ')}`);
    const evidence = said.flatMap(({ answer }) => evidenceFrom(answer));
    const data = { type, versions: told };
    yield {
      code: 'ns-records-differ',
      level: type === 'MX' ? 'fail' : 'warning',
      about: type === 'NS' ? about : name,
      data,
      evidence,
    };
  }
  const first = soas[0]?.answer;
  if (first !== undefined) yield* ofSoa(about, first);
}

const fieldsOf = (answer: Answer): readonly string[] =>
  answer.records.find(({ type }) => type === 'SOA')?.data.split(' ') ?? [];

const recordSet = (answer: Answer, type: RecordType): string =>
  recordsOf(answer, type)
    .map(({ data }) => (type === 'TXT' ? data : data.toLowerCase()))
    .sort()
    .join(', ');

function grouped(said: readonly Said[], keyOf: (answer: Answer) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const { who, answer } of said) {
    const key = keyOf(answer);
    groups.set(key, [...(groups.get(key) ?? []), who]);
  }
  return groups;
}

const DAY = 86_400;

function* ofSoa(about: string, answer: Answer): Iterable<Finding> {
  const [, mailbox = '', , ...numbers] = fieldsOf(answer);
  const [refresh, retry, expire, negative] = numbers.map(Number) as [number, number, number, number];
  const evidence = evidenceFrom(answer);
  if (mailbox.includes('@') || !/^(?:[^\\.]|\\.){1,63}\../.test(mailbox)) {
    yield { code: 'soa-mailbox', level: 'note', about, data: { mailbox }, evidence };
  }
  if (expire <= refresh + retry)
    yield { code: 'soa-expire', level: 'warning', about, data: { expire, refresh }, evidence };
  if (retry >= refresh) yield { code: 'soa-refresh', level: 'note', about, data: { refresh, retry }, evidence };
  if (negative > DAY) yield { code: 'soa-negative-ttl', level: 'note', about, data: { seconds: negative }, evidence };
}
