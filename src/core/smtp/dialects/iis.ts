import { respell, type Said, spelt } from '../said.ts';
import { timeIn } from '../stamp.ts';
import { type DialectRow, type Marked, marks } from './dialectRow.ts';

/** Protocol logs of IIS and Exchange 2000 to 2003 (W3C extended format) and of MailEnable: a line holds a command and its reply. */

const W3C =
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (\S{1,60}) (\S{1,255}) (SMTPSVC\d{1,4}) \S{1,64} \S{1,60} \S{1,8} (\S{1,24}) (\S{1,60}) (\S{1,2000}) (\d{1,5}) /;

/** Where the verb, the query and the status of a line stand. */
function columns(line: string) {
  const match = W3C.exec(line);
  if (match === null) return undefined;
  const [verb, stem, query, status] = match.slice(4) as [string, string, string, string];
  const statusStart = match[0].length - 1 - status.length;
  const queryStart = statusStart - 1 - query.length;
  const verbStart = queryStart - 1 - stem.length - 1 - verb.length;
  return { verb, verbStart, query, queryStart };
}

/** Blanks instead of the plus signs that stand for them; verb and query side by side. */
function plain(said: Said): Said {
  const found = columns(said.text);
  if (found === undefined) return said;
  const { verb, verbStart, query, queryStart } = found;
  const blanks = query.replaceAll('+', ' ');
  const text = said.text.slice(0, queryStart) + blanks + said.text.slice(queryStart + query.length);
  const verbEnd = verbStart + verb.length;
  if (verb === '-') return spelt(said, text);
  return respell(spelt(said, text), [
    [0, verbEnd],
    [blanks.startsWith(' ') ? queryStart : queryStart - 1, text.length],
  ]);
}

const PLAIN = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (\S{1,60}) (\S{1,255}) SMTPSVC\d{1,4} \S{1,64} \S{1,60} \S{1,8} /;

function read(line: string): Marked | undefined {
  if (line.charCodeAt(4) !== 45 || line.charCodeAt(10) !== 32) return undefined;
  const match = PLAIN.exec(line);
  if (match === null) return undefined;
  const from = match[0].length;
  const rest = /(?: (\d{1,5}) \d{1,10} \d{1,10} \d{1,10} \d{1,10} SMTP.{0,100})$/.exec(line);
  if (rest === null) return undefined;
  const base = { connection: match[1], time: timeIn(line, 19) };
  const to = rest.index;
  if (match[2] === 'OutboundConnectionResponse')
    return { ...base, side: 'server', from: Math.min(to, from + (line.startsWith('- - ', from) ? 4 : 0)), to };
  const end = line.startsWith(' -', to - 2) ? to - 2 : to;
  const command: Marked = { ...base, side: 'client', from, to: end };
  const status = rest[1] as string;
  if (match[2] === 'OutboundConnectionCommand' || status.length !== 3) return command;
  return { ...command, and: { ...base, side: 'server', from: to + 1, to: to + 4 } };
}

const MAIL_ENABLE =
  /^\d\d\/\d\d\/\d\d \d\d:\d\d:\d\d\tSMTP-(?:IN|OU)\t[^\t]{0,60}\t(\d{1,9})\t[^\t]{1,60}\t([A-Z-]{0,20})\t([^\t]{0,2000})\t([^\t]{0,2000})\t/;

function readMailEnable(line: string): Marked | undefined {
  if (line.charCodeAt(2) !== 47) return undefined;
  const match = MAIL_ENABLE.exec(line.slice(0, 6000));
  if (match === null) return undefined;
  const base = { connection: match[1], time: timeIn(line, 17) };
  const reply = match[4] as string;
  const command = match[3] as string;
  const to = match[0].length - 1;
  const from = to - reply.length;
  const answer: Marked = { ...base, side: reply === '' ? 'note' : 'server', from, to };
  if (command === '') return answer;
  return { ...base, side: 'client', from: from - 1 - command.length, to: from - 1, and: answer };
}

export const iis = [
  {
    name: 'iis',
    line: PLAIN,
    marks: marks([], []),
    sure: true,
    plain,
    read,
  },
  {
    name: 'mailenable',
    line: MAIL_ENABLE,
    marks: marks([], []),
    separator: { kind: 'spelt', whole: true },
    sure: true,
    read: readMailEnable,
  },
] as const satisfies readonly DialectRow[];
