import type { Side } from './grammar.ts';
import { timeIn } from './stamp.ts';

/** A tool's way to dump packets. */
interface PacketRow {
  readonly name: string;
  readonly head: RegExp;
  readonly marks: ReadonlyMap<string, Side>;
  /** What stands in front of the text of a row; undefined where rows are bare and the head tells their length. */
  readonly row?: RegExp;
  /** A head is just a number, and counts only behind a blank line. */
  readonly plainHead?: true;
  /** The first row of bytes stands behind the head. */
  readonly inline?: true;
  /** A line beside the packets by which a dump is known. */
  readonly start?: RegExp;
  /** Lines beside the packets that belong to the dump. */
  readonly note: RegExp;
}

export interface PacketHead {
  readonly mark: string;
  readonly side: Side;
  /** The other marks of the style. */
  readonly others: readonly string[];
  /** Octets in the packet. */
  readonly length?: number | undefined;
  readonly time?: number | undefined;
  readonly connection?: string | undefined;
  readonly inline?: true | undefined;
  /** A packet of the handshake below SMTP. */
  readonly skip?: true | undefined;
}

const both = (client: string, server: string): ReadonlyMap<string, Side> =>
  new Map<string, Side>([
    [client, 'client'],
    [server, 'server'],
  ]);

const styles = [
  {
    name: 'curl-trace',
    head: /^(?:\d\d:\d\d:\d\d\.\d{1,6} )?(?<mark>=>|<=) (?:Send|Recv) (?<what>header|data|SSL data), (?<length>\d{1,10}) bytes/,
    marks: both('=>', '<='),
    row: /^[0-9a-f]{4,8}: /,
    start: /^(?:\d\d:\d\d:\d\d\.\d{1,6} )?== Info: {1,3}Trying /,
    note: /^(?:\d\d:\d\d:\d\d\.\d{1,6} )?== Info:/,
  },
  {
    name: 'socat',
    head: /^(?<mark>[<>]) \d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{1,9} {1,3}length=(?<length>\d{1,10}) from=\d{1,12} to=\d{1,12}/,
    marks: both('>', '<'),
    note: /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d socat\[/,
  },
  {
    name: 'openssl-debug',
    head: /^(?<mark>read from|write to) 0x[0-9a-fA-F]{1,16} \[0x[0-9a-fA-F]{1,16}\] \(\d{1,9} bytes => (?<length>-?\d{1,9})/,
    marks: both('write to', 'read from'),
    row: /^[0-9a-f]{4} - /,
    note: /^(?:---|CONNECTED\()/,
  },
  {
    name: 'dotnet',
    head: /^(?:\s{0,4}System\.Net(?:\.Sockets)? )?(?:Verbose|Information): \d{1,3} : (?:\[(?<id>\d{1,9})\] )?Data from Socket#\d{1,12}::(?<mark>Send|Receive)/,
    marks: both('Send', 'Receive'),
    row: /^(?:System\.Net(?:\.Sockets)? )?Verbose: \d{1,3} : (?:\[\d{1,9}\] )?(?:[0-9A-F]{8} : |<<)/,
    note: /^\s{0,4}System\.Net/,
  },
  {
    name: 'nmap',
    head: /^NSE: (?:TCP|SSL) \S{7,60} (?<mark>[<>]) \S{7,60} \| (?=[0-9a-fA-F]{8}: )/,
    marks: both('>', '<'),
    inline: true,
    note: /^NSE: /,
  },
  {
    name: 'tshark-follow',
    head: /^(?<mark>\t?)(?<length>\d{1,7})$/,
    marks: both('', '\t'),
    plainHead: true,
    start: /^Follow: (?:tcp|tls),(?:ascii|utf-8)/,
    note: /^(?:={20,}|Follow: |Filter: |Node [01]: )/,
  },
] as const satisfies readonly PacketRow[];

export type PacketStyle = PacketRow & Pick<(typeof styles)[number], 'name'>;

export const packetStyles: readonly PacketStyle[] = styles;

/** Any of some patterns, without their groups. */
const anyOf = (patterns: readonly (RegExp | undefined)[]): RegExp =>
  new RegExp(
    patterns
      .flatMap((pattern) =>
        pattern === undefined ? [] : `(?:${pattern.source.replace(/\(\?<(?=\w)[^>]{1,20}>/g, '(?:')})`,
      )
      .join('|'),
  );

const starts = anyOf(packetStyles.flatMap(({ head, start, plainHead }) => [start, plainHead ? undefined : head]));
const heads = anyOf(packetStyles.flatMap(({ head, start }) => [start, head]));

/** Whether a dump may start here. A head that is just a number shows nothing by itself. */
export const startsPackets = (line: string): boolean => starts.test(line);

/** Whether a line is the head of a packet, or a note in front of the first. */
export const isPacketHead = (line: string): boolean => heads.test(line);

/** The head of a packet in this style, or undefined where the line is none. */
export function packetHead(style: PacketStyle, line: string): PacketHead | undefined {
  if (line.length > 400) return undefined;
  const match = style.head.exec(line);
  const mark = match?.groups?.mark;
  if (match === null || mark === undefined) return undefined;
  const { length, id, what } = match.groups ?? {};
  return {
    mark,
    side: style.marks.get(mark) ?? 'client',
    others: [...style.marks.keys()].filter((other) => other !== mark),
    length: length === undefined || style.row !== undefined ? undefined : Number(length),
    time: timeIn(line, Math.min(line.length, 60)),
    connection: id,
    inline: style.inline,
    skip: what === 'SSL data' ? true : undefined,
  };
}
