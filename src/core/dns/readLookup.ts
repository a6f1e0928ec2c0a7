import type { Lines } from '../text/lines.ts';
import { type DnsCommand, isCertainCommand, readCommand } from './commandLine.ts';
import { type Reading, readDig, startsDig } from './dig.ts';
import { readDigShort, readDigYaml, startsYaml } from './digForms.ts';
import { readHost, startsHost } from './host.ts';
import type { Lookup } from './lookup.ts';
import { readNslookup, startsNslookup } from './nslookup.ts';
import { tidy } from './nslookupRecord.ts';
import { readProbeReport, startsProbeReport } from './probeReport.ts';
import { lineAt, readRecord } from './record.ts';

/** Lines between a typed command and the first line of its output. */
const COMMAND_REACH = 4;

/** Words or signs of which every first line of a lookup holds one; a long text is mostly lines without. */
const HINT =
  /^\s{0,20}(?:[;#*>]|&gt;|<pre>|\S{1,300}\s{0,20}$)|=|\b(?:IN|CH|HS)\s|\b(?:dig|drill|host|nslookup)\b|server:|\bhas |handled by|descriptive|alias for|pointer|name server|not found|authoritative|timed out|SRV service|type: MESSAGE|^Trying|^Error/i;

/** Whether the output of a DNS tool, or the command that printed it, starts on line `line`. Looks a few lines ahead. */
export function looksLikeLookup(lines: Lines, line: number): boolean {
  if (!HINT.test(lineAt(lines, line))) return false;
  if (startsOutput(lines, line)) return true;
  const command = commandAt(lines, line);
  return command !== undefined && outputOf(lines, line, lines.count, command) !== undefined;
}

/**
 * The output of nslookup, dig, host or drill, or a report of ours, that starts on line `firstLine`; `endLine` is the
 * first line behind it. Undefined where none starts there. Reads no line at or behind `endLine`.
 */
export function readLookup(
  _text: string,
  lines: Lines,
  firstLine: number,
  endLine: number,
): { readonly lookup: Lookup; readonly endLine: number } | undefined {
  const reading = read(lines, firstLine, endLine);
  if (reading === undefined || reading.queries.length === 0) return undefined;
  const { tool, queries } = reading;
  const start = lines.start(firstLine);
  return {
    lookup: { kind: 'lookup', tool, queries, start, end: lines.end(reading.endLine - 1) },
    endLine: reading.endLine,
  };
}

function read(lines: Lines, firstLine: number, endLine: number): Reading | undefined {
  if (!HINT.test(lineAt(lines, firstLine))) return undefined;
  const command = startsOutput(lines, firstLine) ? undefined : commandAt(lines, firstLine);
  if (command === undefined) return readOutput(lines, firstLine, endLine, undefined);
  const output = outputOf(lines, firstLine, endLine, command);
  if (output === undefined) return undefined;
  return command.short
    ? (readDigShort(lines, output, firstLine, endLine, command) ?? readOutput(lines, output, endLine, command))
    : readOutput(lines, output, endLine, command);
}

function readOutput(lines: Lines, line: number, endLine: number, command: DnsCommand | undefined): Reading | undefined {
  const text = lineAt(lines, line);
  if (startsProbeReport(text)) return readProbeReport(lines, line, endLine);
  if (startsYaml(lines, line)) return readDigYaml(lines, line, endLine);
  // BIND's nslookup and host report a silent server in dig's words.
  if (command?.tool === 'nslookup') return readNslookup(lines, line, endLine, command);
  if (command?.tool === 'host' && !text.startsWith('Trying "')) return readHost(lines, line, endLine, command);
  if (startsHost(text.trimEnd())) return readHost(lines, line, endLine, command);
  if (startsDig(text) || readRecord(lines, line, endLine)?.ttl !== undefined) {
    return readDig(lines, line, endLine, command);
  }
  return startsNslookup(lines, line) ? readNslookup(lines, line, endLine, command) : undefined;
}

function startsOutput(lines: Lines, line: number): boolean {
  const text = lineAt(lines, line);
  if (text === '') return false;
  if (text.startsWith('>')) return startsNslookup(lines, line);
  return (
    startsDig(text) ||
    startsProbeReport(text) ||
    startsHost(text.trimEnd()) ||
    startsNslookup(lines, line) ||
    startsYaml(lines, line) ||
    readRecord(lines, line, line + 1)?.ttl !== undefined
  );
}

function commandAt(lines: Lines, line: number): DnsCommand | undefined {
  const text = tidy(lineAt(lines, line));
  return readCommand(text);
}

/** The line where the output of the command on line `line` starts: soon behind it, and clearly that of such a tool. */
function outputOf(lines: Lines, line: number, endLine: number, command: DnsCommand): number | undefined {
  for (let next = line + 1; next < Math.min(endLine, line + 1 + COMMAND_REACH); next++) {
    const text = tidy(lineAt(lines, next));
    if (text.trim() === '') continue;
    if (startsOutput(lines, next) || startsSilence(text)) return next;
    const certain = isCertainCommand(lineAt(lines, line));
    return command.short && certain && readDigShort(lines, next, line, endLine, command) ? next : undefined;
  }
  return undefined;
}

const startsSilence = (text: string): boolean =>
  /^;; (?:connection timed out|communications error|no servers)/.test(text);
