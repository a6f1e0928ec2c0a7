import { defined } from '../text/defined.ts';
import type { Lines } from '../text/lines.ts';
import {
  readBareAnswers,
  readBareExchangers,
  readBareTexts,
  readEmptyShort,
  startsBareExchangers,
  startsBareText,
} from './bareData.ts';
import { readCheckReport, startsCheckReport } from './checkReport.ts';
import { readColumns, startsColumns } from './columns.ts';
import { type DnsCommand, isCertainCommand, readCommand } from './commandLine.ts';
import { readDelv, startsDelv } from './delv.ts';
import { type Reading, readDig } from './dig.ts';
import { startsDig } from './digComment.ts';
import { readDigYaml, startsYaml } from './digYaml.ts';
import { readDnsServerTable, startsDnsServerTable } from './dnsServerTable.ts';
import { mayBegin } from './firstLine.ts';
import { readHost, startsHost } from './host.ts';
import { mayBeDnsJson, readDnsJson } from './json/dnsJson.ts';
import type { Lookup } from './lookup.ts';
import { readMessageText, startsMessageText } from './messageText.ts';
import { readMxtoolbox, startsMxtoolbox } from './mxtoolbox.ts';
import { readNslookup, startsNslookup } from './nslookup/nslookup.ts';
import { readRecord } from './record.ts';
import { readFitting } from './recordShape.ts';
import { readResolveDnsName, startsResolveDnsName } from './resolveDnsName.ts';
import { readTestkey, startsTestkey } from './testkey.ts';
import { decorationOf, ToolLines } from './toolLines.ts';
import { readZone, startsZone } from './zone.ts';

/** Lines between a typed command and the first line of its output. */
const COMMAND_REACH = 4;
/** Quoting marks in front of an output. */
const MOST_MARKS = 4;

/** Whether the output of a DNS tool, or the command that printed it, starts on line `line`. Looks a few lines ahead. */
export function looksLikeLookup(lines: Lines, line: number): boolean {
  if (!mayBegin(lines.text, lines.start(line), lines.end(line))) return false;
  return undecorated(lines, line, (tool) => begins(tool, line) || undefined) === true;
}

/**
 * The output of a DNS tool, or a report of ours, that starts on line `firstLine`, also quoted or indented; `endLine`
 * is the first line behind it. Undefined where none starts there. Reads no line at or behind `endLine`.
 */
export function readLookup(
  _text: string,
  lines: Lines,
  firstLine: number,
  endLine: number,
): { readonly lookup: Lookup; readonly endLine: number } | undefined {
  if (!mayBegin(lines.text, lines.start(firstLine), lines.end(firstLine))) return undefined;
  const reading = undecorated(lines, firstLine, (tool) => read(tool, firstLine, endLine));
  if (reading === undefined || (reading.queries.length === 0 && reading.findings === undefined)) return undefined;
  const { tool, queries, findings } = reading;
  const start = lines.start(firstLine);
  return {
    lookup: { kind: 'lookup', tool, queries, ...defined({ findings }), start, end: lines.end(reading.endLine - 1) },
    endLine: reading.endLine,
  };
}

/** Tries with ever more quoting marks taken off: nslookup's prompt is such a mark, too. */
function undecorated<T>(lines: Lines, line: number, attempt: (tool: ToolLines) => T | undefined): T | undefined {
  for (let marks = 0; marks <= MOST_MARKS; marks++) {
    const decoration = decorationOf(lines.text, lines.start(line), lines.end(line), marks);
    if (decoration === undefined) return undefined;
    const found = attempt(new ToolLines(lines, decoration));
    if (found !== undefined) return found;
  }
  return undefined;
}

function begins(lines: ToolLines, line: number): boolean {
  if (startsOutput(lines, line)) return true;
  const command = readCommand(lines.at(line));
  if (command === undefined) return false;
  return (
    outputOf(lines, line, lines.count, command) !== undefined || silent(lines, line, lines.count, command) !== undefined
  );
}

function read(lines: ToolLines, firstLine: number, endLine: number): Reading | undefined {
  if (startsOutput(lines, firstLine)) return readOutput(lines, firstLine, endLine, undefined);
  const command = readCommand(lines.at(firstLine));
  const output = command === undefined ? undefined : outputOf(lines, firstLine, endLine, command);
  if (command === undefined) return undefined;
  if (output === undefined) return silent(lines, firstLine, endLine, command);
  return command.short
    ? (readBareAnswers(lines, output, firstLine, endLine, command) ?? readOutput(lines, output, endLine, command))
    : readOutput(lines, output, endLine, command);
}

function readOutput(
  lines: ToolLines,
  line: number,
  endLine: number,
  command: DnsCommand | undefined,
): Reading | undefined {
  const text = lines.at(line);
  if (startsTestkey(text)) return readTestkey(lines, line, endLine);
  if (startsCheckReport(text)) return readCheckReport(lines, line, endLine);
  if (startsYaml(lines, line)) return readDigYaml(lines, line, endLine, command);
  if (mayBeDnsJson(lines.text, lines.start(line))) return readDnsJson(lines, line, command);
  if (command === undefined && startsZone(lines, line)) return readZone(lines, line, endLine);
  if (startsDnsServerTable(text)) return readDnsServerTable(lines, line, endLine);
  if (startsMessageText(lines, line)) return readMessageText(lines, line, endLine);
  if (startsMxtoolbox(lines, line)) return readMxtoolbox(lines, line, endLine);
  if (startsColumns(text)) return readColumns(lines, line, endLine, command);
  // BIND's nslookup and host report a silent server in dig's words.
  if (command?.tool === 'nslookup') return readNslookup(lines, line, endLine, command);
  if (command?.tool === 'delv' || startsDelv(text)) return readDelv(lines, line, endLine, command);
  const isHost = command?.tool === 'host' || command?.tool === 'unbound-host';
  if ((isHost && !text.startsWith('Trying "')) || startsHost(text)) return readHost(lines, line, endLine, command);
  if (startsResolveDnsName(lines, line)) return readResolveDnsName(lines, line, endLine, command);
  if (startsDig(text) || startsRecord(lines, line, endLine) || /^\s*;; ANSWER/.test(text))
    return readDig(lines, line, endLine, command);
  if (startsNslookup(lines, line)) return readNslookup(lines, line, endLine, command);
  if (startsBareExchangers(lines, line)) return readBareExchangers(lines, line, endLine);
  return startsBareText(text) ? readBareTexts(lines, line, endLine) : undefined;
}

function startsOutput(lines: ToolLines, line: number): boolean {
  const text = lines.at(line);
  if (text === '') return false;
  return (
    startsDig(text) ||
    startsDelv(text) ||
    startsCheckReport(text) ||
    startsTestkey(text) ||
    startsColumns(text) ||
    startsDnsServerTable(text) ||
    startsMessageText(lines, line) ||
    startsMxtoolbox(lines, line) ||
    startsZone(lines, line) ||
    mayBeDnsJson(lines.text, lines.start(line)) ||
    startsHost(text) ||
    startsNslookup(lines, line) ||
    startsYaml(lines, line) ||
    startsResolveDnsName(lines, line) ||
    startsBareText(text) ||
    startsBareExchangers(lines, line) ||
    startsRecord(lines, line, line + 1)
  );
}

/** A record that a tool printed: with a time to live, or at least with its whole name. */
function startsRecord(lines: ToolLines, line: number, endLine: number): boolean {
  const record = readRecord(lines, line, endLine);
  if (record === undefined) return readFitting(lines, line, endLine) !== undefined;
  return record.ttl !== undefined || record.absolute;
}

const silent = (lines: ToolLines, line: number, endLine: number, command: DnsCommand): Reading | undefined =>
  isCertainCommand(lines.at(line)) ? readEmptyShort(lines, line, endLine, command) : undefined;

/** The line where the output of the command on line `line` starts: soon behind it, and clearly that of such a tool. */
function outputOf(lines: ToolLines, line: number, endLine: number, command: DnsCommand): number | undefined {
  for (let next = line + 1; next < Math.min(endLine, line + 1 + COMMAND_REACH); next++) {
    const text = lines.at(next);
    if (text === '') continue;
    if (startsOutput(lines, next) || startsSilence(text)) return next;
    const certain = isCertainCommand(lines.at(line));
    return command.short && certain && readBareAnswers(lines, next, line, endLine, command) ? next : undefined;
  }
  return undefined;
}

const startsSilence = (text: string): boolean =>
  /^\s{0,8};; (?:connection timed out|communications error|no servers|Connection to|WARNING: |ANSWER SECTION:)/.test(
    text,
  );
