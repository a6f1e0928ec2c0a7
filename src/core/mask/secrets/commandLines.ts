import { endOfLine } from '../../text/lines.ts';
import type { FoundSecret } from '../secret.ts';
import { passwordAt } from './placeholder.ts';
import { Patterns, type Searched, type Word } from './searched.ts';
import { valueAt, wholeValue } from './value.ts';

/** A program that takes a password on its command line, and how. */
interface Program {
  /** What the name has, in small letters. */
  readonly stems: readonly string[];
  readonly names: string;
  /** What stands right in front of the password: patterns that start behind a blank or a quotation mark. */
  readonly before: readonly string[];
}

const WORD = `(?:"[^"\\r\\n]{1,200}"|'[^'\\r\\n]{1,200}'|[^\\s"'|;&]{1,200})`;
/** The user in front of a password in one argument. */
const USER = `["']?[^\\s:"'%]{1,200}`;
const S = '[ \\t]{1,4}';
/** Between an option and its value: a blank, or nothing. */
const Z = '[ \\t]{0,4}';
const IS = `(?:${S}|=)`;
const ENCRYPTS = `encrypt_string${S}(?:--?[\\w-]{1,40}(?:${IS}[^\\s"'-]{1,80})?${S}){0,6}(?=["'])`;

/** Options that are too short to be known without their program, as its manual page has them. */
const programs: readonly Program[] = [
  {
    stems: ['ldap'],
    names: 'ldap(?:search|add|modify|delete|whoami|compare|modrdn|exop)',
    before: [`-[xZvLnc]{0,4}w${Z}`],
  },
  { stems: ['ldappasswd'], names: 'ldappasswd', before: [`-[wsa]${Z}`] },
  {
    stems: ['mysql', 'mariadb'],
    names: '(?:mysql|mariadb)(?:dump|admin|import|check|show|-dump|-admin)?',
    before: ['-p(?=\\S)'],
  },
  {
    stems: ['sshpass', 'testsaslauthd', 'saslpasswd', 'usermod', 'useradd'],
    names: 'sshpass|testsaslauthd|saslpasswd2?|usermod|useradd',
    before: [`-p${Z}`],
  },
  { stems: ['swaks'], names: 'swaks', before: [`--?ap${IS}`, '-ap(?=\\S)', `--?auth-password${IS}`] },
  { stems: ['sendemail'], names: 'sendemail', before: [`-xp${S}`] },
  {
    stems: ['mailsend', 'bmail', 'postie'],
    names: 'mailsend|mailsend-go|bmail|postie',
    before: [`-pass${S}`, `-p${S}`],
  },
  {
    stems: ['blat', 'plink', 'pscp', 'psftp', 'putty', 'kitty'],
    names: 'blat|plink|pscp|psftp|putty|kitty',
    before: [`-pw${S}`],
  },
  {
    stems: ['smtp', 'test', 'sieveshell', 'cyradm'],
    names: 'smtp(?:-cli|test|auth)?|imtest|sivtest|pop3test|lmtptest|mupdatetest|sieveshell|cyradm',
    before: [`-w${Z}`, `--?pass${S}`],
  },
  { stems: ['curl'], names: 'curl', before: [`(?:-u|-U|--user|--proxy-user)${IS}?${USER}:`, `--oauth2-bearer${IS}`] },
  // A key of a service in the place of the user
  { stems: ['curl'], names: 'curl', before: [`(?:-u|--user)${IS}?["']?(?=[\\w-]{20,200}:)`] },
  { stems: ['wget', 'http'], names: 'wget|https?|httpie', before: [`(?:-a|--auth)${IS}${USER}:`] },
  {
    stems: ['smbclient', 'smbmap', 'rpcclient', 'winexe', 'wmic'],
    names: 'smbclient|smbmap|rpcclient|winexe|wmic',
    before: [`(?:-U|--user)${IS}?["']?[^\\s%"']{1,200}%`],
  },
  {
    stems: ['net', 'use'],
    names: 'net use',
    before: [`use${S}(?:[A-Za-z*]:?${S})?\\\\\\\\\\S{1,200}${S}(?:/user:\\S{1,100}${S})?(?![/*])`],
  },
  {
    stems: ['psexec', 'sqlcmd', 'bcp', 'osql', 'isql', 'login', 'mongo', 'cqlsh', 'zip', '7z', 'rar'],
    names:
      'psexec(?:64)?|sqlcmd|bcp|osql|isql|az login|(?:docker|podman|oc|helm) login|mongo(?:sh|dump)?|cqlsh|zip|unzip|7za?|rar|unrar',
    before: [`-p${Z}`, `-P${Z}`],
  },
  { stems: ['lftp', 'ncftp'], names: 'lftp|ncftp(?:get|put|ls|batch)?', before: [`-u${S}[^\\s,]{1,100},`, `-p${S}`] },
  {
    stems: ['hydra', 'medusa', 'ncrack', 'crackmapexec', 'netexec', 'nxc', 'evil-winrm'],
    names: 'hydra|medusa|ncrack|crackmapexec|netexec|nxc|evil-winrm',
    before: [`-p${S}`, `--pass${S}`],
  },
  {
    stems: ['schtasks', 'winrs', 'sc config', 'sc create'],
    names: 'schtasks|winrs|sc config|sc create',
    before: [`/r?p${S}`, '-p(?:assword)?:', `password=${S}`],
  },
  {
    stems: ['az keyvault', 'vault ', 'aws ssm', 'aws secretsmanager', 'gh secret', 'doppler', 'infisical'],
    names:
      'az keyvault secret set|vault (?:kv put|write)|aws ssm put-parameter|aws secretsmanager \\S{1,40}|gh secret set',
    before: [`(?:--)?(?:value|secret-string|body)${IS}`],
  },
  {
    // Hestia and Vesta: user, domain, account, password
    stems: ['v-add-', 'v-change-'],
    names: 'v-(?:add|change)-mail-account(?:-password)?',
    before: [`v-[a-z-]{10,40}${S}${WORD}${S}${WORD}${S}${WORD}${S}`],
  },
  {
    // docker-mailserver
    stems: ['setup', 'mailuser'],
    names: 'setup(?:\\.sh)?|(?:add|update)mailuser',
    before: [`email${S}(?:add|update)${S}${WORD}${S}`, `(?:add|update)mailuser${S}${WORD}${S}`],
  },
  // A key of TSIG (RFC 8945), as BIND and Knot take it
  {
    stems: ['nsupdate', 'dig', 'host', 'delv'],
    names: 'k?nsupdate|k?dig|mdig|k?host',
    before: [`-y${Z}["']?(?:hmac-[\\w-]{1,12}:)?[\\w.-]{1,200}:`],
  },
  {
    stems: ['reg add'],
    names: 'reg add',
    before: [
      `/v${S}["']?[\\w.-]{0,60}(?:[Pp]ass(?:[Ww]ord|wd)?|PASS(?:WORD|WD)?|[Pp]wd|[Ss]ecret|[Tt]oken|[Kk]ey)["']?(?:${S}/t${S}\\w{1,20})?${S}/d${S}`,
    ],
  },
  { stems: ['encrypt_string'], names: 'ansible-vault encrypt_string', before: [ENCRYPTS] },
  { stems: ['redis-cli'], names: 'redis-cli', before: [`-a${S}`] },
  {
    stems: ['htpasswd'],
    names: 'htpasswd',
    before: [
      `htpasswd${S}-\\w{0,4}(?:nb|bn)\\w{0,4}${S}${WORD}${S}`,
      `htpasswd(?:${S}-[\\w]{1,6}){1,4}${S}${WORD}${S}${WORD}${S}`,
    ],
  },
  {
    stems: ['doveadm'],
    names: 'doveadm',
    before: [`-p${S}`, `auth${S}(?:test|login)(?:${S}-\\w${S}\\S{1,60}){0,4}${S}${WORD}${S}`],
  },
  { stems: ['zmprov'], names: 'zmprov', before: [`(?:sp|setPassword|ca|createAccount)${S}${WORD}${S}`] },
  {
    stems: ['openssl', 'mkpasswd'],
    names: 'openssl passwd|mkpasswd',
    before: [`(?:mk)?passwd(?:${S}-(?!in|salt|stdin|S|s)[\\w-]{1,20}(?:${S}sha-\\d{3})?){0,4}${S}(?!-)`],
  },
  { stems: ['openssl'], names: 'openssl', before: ['pass:', `-[kK]${S}`] },
  { stems: ['net user'], names: 'net user', before: [`user${S}${WORD}${S}(?![/*])`] },
  { stems: ['sqlplus'], names: 'sqlplus', before: [`sqlplus(?:${S}-\\w{1,4}){0,3}${S}[^\\s/@]{1,60}/`] },
  { stems: ['wpa_passphrase'], names: 'wpa_passphrase', before: [`wpa_passphrase${S}${WORD}${S}`] },
  {
    stems: ['snmp'],
    names: 'snmp(?:walk|get|bulkwalk|bulkget|getnext|set|table|-server)',
    before: [`-c${Z}`, `community${S}`, `-[AX]${S}`],
  },
  { stems: ['rspamc'], names: 'rspamc', before: [`-P${S}`, `--password${IS}`] },
  { stems: ['check_'], names: 'check_\\w{2,40}', before: [`-P${S}`] },
  { stems: ['passwd', 'sudo'], names: 'chpasswd|passwd|sudo -S', before: [`<<<${Z}["']?(?:[\\w.@+-]{1,100}:)?`] },
];

const patterns = new Patterns((names) => new RegExp(`(?<![\\w.-])(?<name>${names})(?:\\.exe)?(?=[ \\t"'])`, 'gi'));
const words: readonly Word[] = programs.map(({ stems, names }) => [stems, names]);
const readers: readonly { readonly named: RegExp; readonly before: RegExp }[] = programs.map(({ names, before }) => ({
  named: new RegExp(`^(?:${names})$`, 'i'),
  before: new RegExp(`(?<![\\w-])(?:${before.join('|')})`, 'g'),
}));
/** Characters of a command line, its continuations included: four times what POSIX asks of systems (`_POSIX_ARG_MAX`). */
const LONGEST = 16_384;

/** Passwords in the arguments of programs. */
export function* commandLineSecrets(searched: Searched): Iterable<FoundSecret> {
  const { text } = searched;
  const program = patterns.for(searched.alternatives(words));
  /** Where the command line ends in which a program was found: it is not read once more for the same one. */
  const read = new Map<string, number>();
  for (const match of program === undefined ? [] : text.matchAll(program)) {
    const name = match.groups?.name as string;
    const from = match.index + match[0].length - name.length;
    if (from < (read.get(name) ?? 0)) continue;
    const line = commandLine(text, from);
    read.set(name, from + line.length);
    for (const { named, before } of readers) {
      if (!named.test(name)) continue;
      for (const found of line.matchAll(before)) {
        yield* argumentAt(text, from + found.index + found[0].length, /["'](?=[^"'\s]*$)/.exec(found[0])?.[0]);
      }
    }
  }
}

/** To the end of the line, or of those that end in a backslash, a caret or a backtick. */
function commandLine(text: string, from: number): string {
  const reach = text.slice(from, from + LONGEST);
  const end = (/^(?:[^\r\n]*[\\^`][ \t]*\r?\n){0,20}[^\r\n]*/.exec(reach) as RegExpExecArray)[0].length;
  return reach.slice(0, end);
}

/** `open`: the mark of quotation in front of what the argument begins with. */
function* argumentAt(text: string, at: number, open: string | undefined): Iterable<FoundSecret> {
  const close = open === undefined ? -1 : text.slice(at, endOfLine(text, at, at + 300)).indexOf(open);
  const value = close > 0 ? wholeValue(at, at + close) : valueAt(text, at);
  if (value !== undefined && (value.quoted || text[value.start] !== '-')) yield* passwordAt(text, value);
}
