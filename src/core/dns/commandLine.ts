import { withoutDot } from './record.ts';

/** What a command that asks the DNS was told to ask. Empty where the command does not say. */
export interface Asked {
  readonly name: string;
  readonly type: string;
}

export interface DnsCommand {
  readonly tool: 'dig' | 'drill' | 'host' | 'nslookup';
  readonly asked: readonly Asked[];
  readonly server?: string;
  /** dig's `+short`: the answer is bare data. */
  readonly short: boolean;
}

export const TYPES: ReadonlySet<string> = new Set(
  'A AAAA MX TXT NS SOA PTR CNAME SRV CAA TLSA SPF ANY DS DNSKEY RRSIG NSEC NSEC3 NAPTR DNAME HTTPS SVCB SSHFP HINFO LOC'.split(
    ' ',
  ),
);

const HTML = '(?:<pre>)?';
/** A prompt of cmd.exe, PowerShell or a shell, or none, and then the tool; the rest of the line are its arguments. */
const COMMAND = new RegExp(
  `^\\s{0,20}${HTML}(?:[A-Z]:\\\\[^<>|\\r\\n]{0,200}(?:>|&gt;)\\s{0,5}|PS [^<>\\r\\n]{1,200}> ?|[^\\s$#%]{0,100}(?: [^\\s$#%]{1,100}){0,2}[$#%] )?(?:sudo )?(dig|drill|host|nslookup)(?:\\.exe)?(?:[ \\t]+(\\S.{0,1000})?)?$`,
  'i',
);

/** A typed command line with one of the tools that we read; the prompt may be missing. */
export function readCommand(line: string): DnsCommand | undefined {
  const match = line.length > 1500 ? null : COMMAND.exec(line.trimEnd());
  if (match === null) return undefined;
  const tool = (match[1] as string).toLowerCase() as DnsCommand['tool'];
  return { tool, ...readArguments(tool, match[2] ?? '') };
}

/** Whether a prompt or an option shows that this is a command and not a sentence that begins with "host". */
export function isCertainCommand(line: string): boolean {
  return /[>$#%;]\s{0,5}(?:sudo )?(?:dig|drill|host|nslookup)\b/i.test(line.slice(0, 400)) || / [-@+]\S/.test(line);
}

type Arguments = Omit<DnsCommand, 'tool'>;

/** dig's arguments also stand in its banner. */
export function readArguments(tool: DnsCommand['tool'], text: string): Arguments {
  const words = text.trim().split(/\s+/).slice(0, 60);
  if (tool === 'nslookup') return readNslookup(words);
  const asked: { name: string; type: string }[] = [];
  let server: string | undefined;
  let type = '';
  let short = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const value = words[i + 1] ?? '';
    if (word === '' || /^(?:IN|CH|HS)$/i.test(word)) continue;
    if (word.startsWith('+')) short ||= word.toLowerCase() === '+short';
    else if (word.startsWith('@')) server = word.slice(1);
    else if (word === '-x') asked.push({ name: reverseName(words[++i] ?? ''), type: 'PTR' });
    else if (word === '-t' || word === '-q') {
      i++;
      if (word === '-t') setType(value.toUpperCase());
      else asked.push({ name: withoutDot(value), type });
    } else if (/^-[bcfkpyWRNm]$/.test(word)) i++;
    else if (word.startsWith('-')) continue;
    else if (TYPES.has(word.toUpperCase())) setType(word.toUpperCase());
    else if (tool === 'host' && asked.length > 0) server = word;
    else if (tool === 'host' && isAddress(word)) asked.push({ name: reverseName(word), type: 'PTR' });
    else asked.push({ name: withoutDot(word), type });
  }
  // dig asks for A where no type is given; host asks for A, AAAA and MX, so that nothing is known.
  const usual = tool === 'host' ? '' : 'A';
  return {
    asked: asked.filter((one) => one.name !== '').map((one) => ({ ...one, type: one.type || usual })),
    ...(server === undefined ? {} : { server }),
    short,
  };

  /** A type stands before or behind the name that it is for. */
  function setType(wanted: string): void {
    const last = asked.at(-1);
    if (last === undefined) type = wanted;
    else last.type = wanted;
  }
}

function readNslookup(words: readonly string[]): Arguments {
  const plain: string[] = [];
  let type = '';
  for (const word of words) {
    const option = /^-(?:q|qu|que|query|querytype|t|ty|type)=(\w{1,15})$/i.exec(word);
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
    ...(server === undefined ? {} : { server }),
    short: false,
  };
}

export const isAddress = (text: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) || (/^[0-9a-f:.]{2,45}$/i.test(text) && text.includes(':'));

/** RFC 1035 3.5; an IPv6 address is left as it is, its reverse name tells a reader nothing more. */
export function reverseName(address: string): string {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(address) ? `${address.split('.').reverse().join('.')}.in-addr.arpa` : address;
}
