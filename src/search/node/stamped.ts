import { timeOfLine } from '../lineTime.ts';

/** What an engine keeps apart from the words of a line. */
export interface Stamp {
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  readonly host?: string;
  readonly program?: string;
  readonly pid?: string;
}

/** A line as syslog writes it: collectors take time, host and program off, and put them into fields and labels. */
export function stamped(line: string, { time, host, program, pid }: Stamp): string {
  const words = line.replace(/[\r\n]{1,2}/g, ' ');
  if (timeOfLine(words, time) !== undefined || !Number.isFinite(time)) return words;
  const by =
    program === undefined ? '' : `${program.replace(/\.service$/, '')}${pid === undefined ? '' : `[${pid}]`}: `;
  return `${new Date(time).toISOString()} ${host ?? 'localhost'} ${by}${words}`;
}
