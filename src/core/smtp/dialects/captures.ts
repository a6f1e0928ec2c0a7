import { isReplyAt } from '../grammar.ts';
import { type DialectRow, type Marked, marks } from './dialectRow.ts';

/** What a capture of the network shows, a packet a line. */

const SUMMARY =
  /^ {0,12}(?:\d{1,9} {1,4})?(\d{1,9}\.\d{1,9}|[\d :.-]{8,30}) {1,40}([\w.:]{2,45}) (?:→|->) ([\w.:]{2,45}) {1,40}SMTP(\/IMF)?(?: \d{1,6})? (?:([CS]): )?(?:DATA fragment, )?/;

function readSummary(line: string): Marked | undefined {
  const c = line.charCodeAt(0);
  if (c !== 32 && !(c >= 48 && c <= 57)) return undefined;
  const match = SUMMARY.exec(line);
  if (match === null) return undefined;
  const [all, at = '', from = '', to = '', message, letter] = match;
  const side = message !== undefined || letter === 'C' ? 'client' : letter === 'S' ? 'server' : 'note';
  return {
    mark: letter,
    side,
    from: all.length,
    to: line.length,
    connection: from < to ? `${from} ${to}` : `${to} ${from}`,
    time: /^\d+\.\d+$/.test(at) ? Math.round(Number(at) * 1000) : undefined,
    message: message === undefined && !line.includes('DATA fragment') ? undefined : 'summary',
  };
}

const FLOW =
  /^(?:\[?\d{4}-\d\d-\d\dT[\d:.]{8,20}Z?\]? )?((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f:]{2,39})\.(\d{5})-((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f:]{2,39})\.(\d{5}): ?/;

function readFlow(line: string): Marked | undefined {
  const match = FLOW.exec(line);
  if (match === null) return undefined;
  const [all, from = '', port = '', to = '', other = ''] = match;
  const a = `${from}.${port}`;
  const b = `${to}.${other}`;
  const said = line.slice(all.length, all.length + 200);
  const serves = PORTS.has(port) !== PORTS.has(other) ? PORTS.has(port) : isReplyAt(said, 0);
  return {
    mark: serves ? 'S' : 'C',
    side: serves ? 'server' : 'client',
    from: all.length,
    to: line.length,
    connection: a < b ? `${a} ${b}` : `${b} ${a}`,
  };
}

const PORTS: ReadonlySet<string> = new Set(['00025', '00465', '00587', '02525']);

export const captures = [
  {
    name: 'tshark',
    line: SUMMARY,
    marks: marks(['C'], ['S']),
    separator: { kind: 'bar', whole: true },
    sure: true,
    read: readSummary,
  },
  {
    name: 'tcpflow',
    line: FLOW,
    marks: marks(['C'], ['S']),
    bareReplies: true,
    sure: true,
    read: readFlow,
  },
] as const satisfies readonly DialectRow[];
