import { defined } from '../text/defined.ts';
import { withoutDot } from '../text/domainName.ts';
import { TYPES } from './recordTypes.ts';

/** What a command that asks the DNS was told to ask. The type is empty where the command does not say. */
export interface Asked {
  readonly name: string;
  readonly type: string;
}

export type Tool =
  | 'dig'
  | 'mdig'
  | 'kdig'
  | 'drill'
  | 'delv'
  | 'host'
  | 'unbound-host'
  | 'nslookup'
  | 'resolve-dnsname'
  | 'doggo'
  | 'dog'
  | 'q'
  | 'resolvectl';

export interface DnsCommand {
  readonly tool: Tool;
  readonly asked: readonly Asked[];
  readonly server?: string;
  /** dig's `+short`, drill's `-Q`: the answer is bare data. */
  readonly short: boolean;
}

const TOOL = '(m?dig|kdig|drill|delv|host|unbound-host|nslookup|resolve-dnsname|doggo|dog|q|resolvectl(?= query))';
/** A prompt of cmd.exe, PowerShell or a shell, or none, and then the tool; the rest of the line are its arguments. */
const COMMAND = new RegExp(
  `^\\s{0,20}(?:(?:\\[?PS\\]? ?)?[A-Z]:\\\\[^<>|\\r\\n]{0,200}>\\s{0,5}|PS ?[^<>\\r\\n]{0,200}> ?|/ # |[^\\s$#%]{0,100}(?: [^\\s$#%]{1,100}){0,2} ?[$#%] {0,3})?(?:sudo )?(?:(?:kubectl|docker)(?:[ -]compose)? exec [^<>|;]{1,200} )?${TOOL}(?:\\.exe)?(?:[ \\t]+(\\S.{0,1000})?)?$`,
  'i',
);
const CERTAIN = new RegExp(
  `(?:[>$#%;]\\s{0,5}(?:sudo )?| exec \\S.{0,200} )${TOOL}\\b|^resolve-dnsname | [-@+]\\S`,
  'i',
);

/** A typed command line with one of the tools that we read; the prompt may be missing. */
export function readCommand(line: string): DnsCommand | undefined {
  const match = line.length > 1500 ? null : COMMAND.exec(line.trimEnd());
  if (match === null) return undefined;
  const tool = (match[1] as string).toLowerCase() as Tool;
  return { tool, ...readArguments(tool, match[2] ?? '') };
}

/** Whether a prompt or an option shows that this is a command and not a sentence that begins with "host". */
export const isCertainCommand = (line: string): boolean => CERTAIN.test(line.slice(0, 400));

type Arguments = Omit<DnsCommand, 'tool'>;

/** Options whose next word is their value and says nothing of the question. */
const WITH_VALUE: Readonly<Record<Tool, RegExp>> = {
  dig: /^-[bcfkpyrm]$/,
  mdig: /^-[bcfkpyrm]$/,
  kdig: /^-[bcpkyEG]$/,
  delv: /^-[abcdp]$/,
  drill: /^-[bcdfikoprVwWy]$/,
  host: /^-[cmNRWp]$/,
  'unbound-host': /^-[cCfFy]$/,
  nslookup: /^-$/,
  'resolve-dnsname': /^-$/,
  doggo: /^-[nc]$/,
  dog: /^-[nc]$/,
  q: /^-[sc]$/,
  resolvectl: /^-[ipc]$/,
};

/** dig's arguments also stand in its banner. */
export function readArguments(tool: Tool, text: string): Arguments {
  const words = text.trim().split(/\s+/).slice(0, 60);
  if (tool === 'nslookup') return readNslookup(words);
  if (tool === 'resolve-dnsname') return readPowerShell(words);
  const isHost = tool === 'host' || tool === 'unbound-host';
  const asked: { name: string; type: string }[] = [];
  let server: string | undefined;
  let type = '';
  let short = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const value = words[i + 1] ?? '';
    if (/^(?:|:|IN|CH|HS)$/i.test(word)) continue;
    if (/^[|;>&]/.test(word)) break;
    if (word.startsWith('+')) short ||= /^\+sho(?:rt?)?$/i.test(word);
    else if (word.startsWith('@')) server = word.slice(1);
    else if (tool === 'drill' && /^-\w{0,3}Q\w{0,3}$/.test(word)) short = true;
    else if (word === '-a' && tool === 'host') setType('ANY');
    else if (word === '-x') asked.push({ name: reverseName(words[++i] ?? ''), type: 'PTR' });
    else if (word === 'query' && tool === 'resolvectl') continue;
    else if (/^--(?:type|query|nameserver)=/.test(word)) {
      const [option, given = ''] = word.split('=');
      if (option === '--type') setType(given.toUpperCase());
      else if (option === '--query') asked.push({ name: withoutDot(given), type });
      else server = given.replace(/^@/, '');
    } else if (word === '-t' && tool !== 'drill') {
      i++;
      setType(value.toUpperCase());
    } else if (word === '-q') asked.push({ name: withoutDot(words[++i] ?? ''), type });
    else if (WITH_VALUE[tool].test(word)) i++;
    else if (word.startsWith('-')) continue;
    else if (isType(word)) setType(word.toUpperCase());
    else if (tool === 'host' && asked.length > 0) server = word;
    else if (isHost && isAddress(word)) asked.push({ name: reverseName(word), type: 'PTR' });
    else asked.push({ name: withoutDot(unquoted(word)), type });
  }
  // dig asks for A where no type is given; host asks for A, AAAA and MX, so that nothing is known.
  const usual = isHost ? '' : 'A';
  return {
    asked: asked.filter((one) => one.name !== '').map((one) => ({ ...one, type: one.type || usual })),
    ...defined({ server }),
    short,
  };

  /** A type stands before or behind the name that it is for. */
  function setType(wanted: string): void {
    const last = asked.at(-1);
    if (last === undefined) type = wanted;
    else if (last.type !== 'PTR') last.type = wanted;
  }
}

const isType = (word: string): boolean => TYPES.has(word.toUpperCase()) || /^TYPE\d{1,5}$/i.test(word);

const unquoted = (word: string): string => word.replace(/^["']|["',]$/g, '');

function readNslookup(words: readonly string[]): Arguments {
  const plain: string[] = [];
  let type = '';
  for (const word of words) {
    const option = /^[-\u2010-\u2015\u03c2](?:q|qu|que|query|querytype|t|ty|type)=(\w{1,15})$/i.exec(word);
    if (option !== null) type = (option[1] as string).toUpperCase();
    else if (word !== '' && !/^[-\u2010-\u2015\u03c2]\S/.test(word)) plain.push(word);
  }
  const [name, server] = plain;
  const reverse = name !== undefined && isAddress(name);
  return {
    asked:
      name === undefined || name === '-'
        ? []
        : [{ name: reverse ? reverseName(name) : withoutDot(name), type: reverse ? 'PTR' : type }],
    ...defined({ server }),
    short: false,
  };
}

/** `-Name` and `-Type` are also the first and the second word without a name before them. */
function readPowerShell(words: readonly string[]): Arguments {
  const plain: string[] = [];
  const named = new Map<string, string>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const next = words[i + 1] ?? '';
    if (/^[|;>&]/.test(word)) break;
    const option = /^-(name|type|server|querytype)(?::(\S{1,300}))?$/i.exec(word);
    if (option !== null) {
      named.set((option[1] as string).toLowerCase(), unquoted(option[2] ?? next));
      if (option[2] === undefined) i++;
    } else if (word !== '' && !word.startsWith('-')) plain.push(unquoted(word));
  }
  const name = named.get('name') ?? plain.shift() ?? '';
  const type = (named.get('type') ?? named.get('querytype') ?? plain.shift() ?? '').toUpperCase();
  const server = named.get('server');
  const reverse = isAddress(name);
  const asked = { name: reverse ? reverseName(name) : withoutDot(name), type: reverse && type === '' ? 'PTR' : type };
  return { asked: name === '' ? [] : [asked], ...defined({ server }), short: false };
}

export const isAddress = (text: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) || (/^[0-9a-f:.]{2,45}$/i.test(text) && text.includes(':'));

/** RFC 1035 3.5 and RFC 3596 2.5; what is no address is left as it is. */
export function reverseName(address: string): string {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) return `${address.split('.').reverse().join('.')}.in-addr.arpa`;
  const groups = isAddress(address) ? expand(address) : undefined;
  return groups === undefined ? address : `${[...groups.join('')].reverse().join('.')}.ip6.arpa`;
}

/** The eight groups of an IPv6 address, four digits each (RFC 4291 2.2). */
function expand(address: string): readonly string[] | undefined {
  const [head = '', tail, ...more] = address.toLowerCase().split('::');
  if (more.length > 0 || address.includes('.')) return undefined;
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - left.length - right.length;
  // `::` stands for one group or more (RFC 4291 2.2).
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right];
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))
    ? groups.map((group) => group.padStart(4, '0'))
    : undefined;
}
