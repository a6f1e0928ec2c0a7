import { append } from '../text/lists.ts';
import { commentMark, quoted, type Shell } from './quoting.ts';
import { HIDDEN, type Recipe, type RecipeStep } from './recipe.ts';

/** Tools that run a session by one command. */
export type CommandTool = 'swaks' | 'mail-triage';

/** Characters of a message that stand in a command; a longer one is read from a file. */
const LONGEST_DATA = 1500;
/** The file that a message is to be saved in. */
const MESSAGE_FILE = 'message.eml';

/** A session as one command, with what the tool cannot do in comments behind it. */
export function commandLine(recipe: Recipe, tool: CommandTool, shell: Shell): string {
  const notes = new Set<string>();
  const own = tool === 'swaks' ? swaks(recipe, shell, notes) : mailTriage(recipe, notes);
  const words = own.map(([option, value]) => {
    if (value === undefined) return option;
    const word = value.startsWith('-') && !option.endsWith('=') ? undefined : quoted(value, shell);
    if (word !== undefined) return option === '' ? word : `${option} ${word}`;
    notes.add(
      `${option === '' ? 'the server' : option} is left out: ${shellName(shell)} cannot hand over ${plain(value)} as it stands`,
    );
    return undefined;
  });
  if (recipe.host === undefined) notes.add('the text does not name the server: put it in the place of SERVER');
  if (recipe.hostFromGreeting) notes.add('the text does not say where it connected: the server is named as it greeted');
  if (recipe.leftOut.length > 0) notes.add(`not done again: ${recipe.leftOut.join(', ')}`);
  for (const clause of recipe.cut) notes.add(clause);
  if (recipe.otherTransactions > 0)
    notes.add(
      `one of the ${recipe.otherTransactions + 1} transactions of the session: the one that was refused, or the last`,
    );
  const command = [PROGRAMS[tool][shell], ...words.filter((word) => word !== undefined)].join(' ');
  return [command, ...[...notes].map((note) => `${commentMark(shell)} ${note}`)].join('\n');
}

/** A batch file in between would read the arguments a second time: Perl is started itself. */
const PROGRAMS: Readonly<Record<CommandTool, Readonly<Record<Shell, string>>>> = {
  swaks: { sh: 'swaks', powershell: 'perl swaks', cmd: 'perl swaks' },
  'mail-triage': { sh: 'mail-triage', powershell: 'mail-triage', cmd: 'mail-triage' },
};

const shellName = (shell: Shell): string => ({ sh: 'a shell', powershell: 'PowerShell', cmd: 'cmd.exe' })[shell];

const plain = (value: string): string => value.replace(/[^\x20-\x7e]/g, '?').slice(0, 100);

/** An option with its value; a word of its own where the option is empty. */
type Option = readonly [option: string, value?: string];

/** Where swaks is told to quit (`--quit-after`). */
const QUIT_AFTER: Readonly<Partial<Record<RecipeStep, string>>> = {
  BANNER: 'BANNER',
  EHLO: 'EHLO',
  STARTTLS: 'TLS',
  AUTH: 'AUTH',
  MAIL: 'MAIL',
  RCPT: 'RCPT',
  // It cannot stop between DATA and the message without dropping the connection, and must not send one by accident.
  DATA: 'RCPT',
};

function swaks(recipe: Recipe, shell: Shell, notes: Set<string>): readonly Option[] {
  const { host = 'SERVER', port, hello, helo, tls, auth, envelope, reached } = recipe;
  const options: Option[] = [
    ['--server', host],
    ['--port', String(port)],
  ];
  if (hello !== 'EHLO') options.push(['--protocol', hello === 'HELO' ? 'SMTP' : 'LMTP']);
  if (helo !== undefined) options.push(['--helo', helo]);
  if (tls !== 'none') options.push([tls === 'starttls' ? '--tls' : '--tls-on-connect']);
  if (auth !== undefined) {
    options.push(['--auth', auth], ['--auth-user', 'USER'], ['--auth-hide-password']);
    notes.add('put the login in the place of USER; swaks asks for the password');
    if (tls === 'none') notes.add('the password travels in the clear: the session used no TLS');
  }
  if (envelope !== undefined) {
    options.push(['--from', envelope.from === '' ? '<>' : envelope.from]);
    const taken = envelope.recipients.map(({ address }) => address).filter((address) => !address.includes(','));
    if (taken.length > 0) options.push(['--to', taken.join(',')]);
    if (taken.length < envelope.recipients.length)
      notes.add('swaks takes a comma for the end of an address: a recipient with one in it is left out');
    if (envelope.parameters.length > 0 || envelope.recipients.some(({ parameters }) => parameters.length > 0))
      notes.add('swaks cannot say parameters of MAIL and RCPT: they are left out');
  }
  const stop = QUIT_AFTER[reached];
  if (stop !== undefined) options.push(['--quit-after', stop]);
  if (reached === 'DATA') notes.add('swaks cannot stop behind DATA and then quit: it stops behind RCPT');
  if (reached === 'MESSAGE') append(options, dataOf(recipe, shell, notes));
  return options;
}

/** The message in the command itself, or a file where that is not the same message. */
function dataOf({ message }: Recipe, shell: Shell, notes: Set<string>): readonly Option[] {
  const lines = message?.shown ?? [];
  const text = lines.join('%NEWLINE%');
  const hidden = lines.some((line) => line.includes(HIDDEN));
  if (hidden) notes.add(`what is secret in the message stands as ${HIDDEN}`);
  const isSame =
    text.length <= LONGEST_DATA &&
    /^[\x20-\x7e]+$/.test(text) &&
    !TOKENS.test(lines.join('\n')) &&
    !text.startsWith('@');
  if (isSame && lines.length > 1 && quoted(text, shell) !== undefined) {
    notes.add('swaks puts two empty lines behind the message');
    return [['--data', text]];
  }
  notes.add(
    `save the message, without its last dot, as ${MESSAGE_FILE} first: in the command it would not stay the same`,
  );
  return [['--data', `@${MESSAGE_FILE}`], ['--no-data-fixup']];
}

/** What swaks replaces in a message. */
const TOKENS = /\\n|%(?:FROM_ADDRESS|TO_ADDRESS|DATE|MESSAGEID|SWAKS_VERSION|NEW_HEADERS|BODY|NEWLINE)%/;

function mailTriage(recipe: Recipe, notes: Set<string>): readonly Option[] {
  const { host = 'SERVER', port, hello, helo, tls, auth, envelope, reached } = recipe;
  const options: Option[] = [['smtp']];
  if (hello === 'LHLO') options.push(['--lmtp']);
  if (helo !== undefined) options.push(['--helo', helo]);
  options.push(['--tls', { starttls: 'required', implicit: 'implicit', none: 'none' }[tls]]);
  if (auth !== undefined) {
    options.push(['--auth', auth], ['--user', 'USER']);
    notes.add('put the login in the place of USER; the password is asked for');
  }
  if (envelope !== undefined) {
    options.push(['--from', envelope.from === '' ? '<>' : envelope.from]);
    for (const { address } of envelope.recipients) options.push(['--to', address]);
  }
  if (reached === 'MESSAGE') {
    options.push(['--message', MESSAGE_FILE]);
    notes.add(`save the message, without its last dot, as ${MESSAGE_FILE} first; it asks before it sends`);
  } else options.push(['--stop-after', reached === 'STARTTLS' ? 'TLS' : reached]);
  options.push(['', host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`]);
  return options;
}
