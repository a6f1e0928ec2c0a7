import { isIpAddress } from '../smtp/whereTo.ts';
import { append } from '../text/lists.ts';
import { HIDDEN, type Recipe } from './recipe.ts';

/** Tools into which a session is typed by hand. */
export type TypedTool = 'telnet' | 'openssl';
export type System = 'unix' | 'windows';

interface Step {
  readonly say: string;
  readonly type?: readonly string[];
}

/** Lines of a message that are written out. */
const MOST_LINES = 60;

/** A session as steps to be typed, with what to wait for behind each, and what the tool cannot do. */
export function stepSheet(recipe: Recipe, tool: TypedTool, system: System): string {
  const { host = 'SERVER', port } = recipe;
  const steps: Step[] = [...(tool === 'telnet' && system === 'windows' ? [INSTALL] : []), ...findServer(recipe)];
  const connected = tool === 'telnet' ? telnet(recipe, system) : openssl(recipe, system);
  append(steps, [...connected.steps, ...conversation(recipe, tool)]);
  const name = { telnet: 'telnet', openssl: 'openssl s_client' }[tool];
  const lines = [`Steps with ${name} on ${system === 'windows' ? 'Windows' : 'Unix'}: ${host}, port ${port}`];
  steps.forEach(({ say, type = [] }, i) => {
    append(lines, ['', `${i + 1}. ${say}`, ...type.map((line) => (line === '' ? '' : `     ${line}`))]);
  });
  append(lines, ['', 'To know:', ...[...connected.notes, ...ofRecipe(recipe)].map((note) => `- ${note}`)]);
  return `${lines.join('\n')}\n`;
}

const INSTALL: Step = {
  say: 'Where telnet is not found: once, in a command prompt that runs as administrator:',
  type: ['dism /online /Enable-Feature /FeatureName:TelnetClient'],
};

function findServer({ host, envelope }: Recipe): readonly Step[] {
  const domain = envelope?.recipients[0]?.address.split('@').at(-1);
  if (host === undefined) {
    const name = domain !== undefined && /^[\w.-]{1,253}$/.test(domain) ? domain : 'DOMAIN';
    return [
      {
        say: 'Find the server: the one with the lowest preference. Put its name in the place of SERVER below:',
        type: [`nslookup -type=mx ${name}`],
      },
    ];
  }
  if (isIpAddress(host)) return [];
  return [{ say: 'Find the address of the server. At least one address must come:', type: [`nslookup ${host}`] }];
}

interface Connected {
  readonly steps: readonly Step[];
  readonly notes: readonly string[];
}

function telnet(recipe: Recipe, system: System): Connected {
  const { host = 'SERVER', port, tls, auth } = recipe;
  const notes = [
    'A typing error cannot be taken back: Backspace is sent, too, and the server may refuse the line. Quit and begin again.',
    ...(system === 'windows'
      ? [
          'What you type does not show? Press Ctrl+], type "set localecho", press Enter twice.',
          'Is only the port in question? PowerShell: Test-NetConnection SERVER -Port PORT'
            .replace('SERVER', host)
            .replace('PORT', String(port)),
        ]
      : ['To leave without QUIT: Ctrl+], then "quit".']),
  ];
  if (tls !== 'none')
    notes.unshift(
      `telnet cannot do TLS, which the session used${tls === 'implicit' ? ' from the first byte' : ''}: what follows is said in the clear, and the server may refuse it. Take the steps with openssl s_client instead.`,
    );
  if (auth !== undefined) notes.unshift('The login is left out: telnet would send the password in the clear.');
  return {
    steps: [
      {
        say: 'Connect. Wait for a line that begins with 220; it may take half a minute:',
        type: [`telnet ${host} ${port}`],
      },
    ],
    notes,
  };
}

function openssl(recipe: Recipe, system: System): Connected {
  const { host = 'SERVER', port, tls, hello, helo } = recipe;
  const words = [
    'openssl s_client',
    ...(tls === 'implicit' ? [] : [`-starttls ${hello === 'LHLO' ? 'lmtp' : 'smtp'}`]),
    ...(tls === 'implicit' || helo === undefined || hello === 'HELO' ? [] : [`-name ${helo}`]),
    `-connect ${host.includes(':') ? `[${host}]` : host}:${port}`,
    ...(isIpAddress(host) ? [] : [`-servername ${host}`]),
    '-crlf -quiet',
  ];
  const notes = [
    '-crlf sends lines as SMTP wants them; -quiet keeps s_client from taking a line that begins with R or Q ("RCPT …", "QUIT") for a command of its own.',
    'The line "verify error" tells of a certificate that is not trusted here; the session goes on nevertheless. Without -quiet the whole chain is shown.',
    ...(system === 'windows'
      ? [
          'Windows has no openssl of its own; Git for Windows brings one: "C:\\Program Files\\Git\\usr\\bin\\openssl.exe".',
        ]
      : []),
  ];
  if (tls === 'none')
    notes.unshift(
      'The session used no TLS, and s_client cannot go without: take the steps with telnet for the same session.',
    );
  const say =
    tls === 'implicit'
      ? 'Connect; TLS comes first. Wait for a line that begins with 220:'
      : 'Connect; s_client says EHLO and STARTTLS itself. Wait for a line that begins with 250:';
  return { steps: [{ say, type: [words.join(' ')] }], notes };
}

/** What is typed once the connection stands, up to where the session came. */
function conversation(recipe: Recipe, tool: TypedTool): readonly Step[] {
  const { hello, helo = 'YOUR.HOST.NAME', envelope, message, reached } = recipe;
  const steps: Step[] = [];
  if (reached !== 'BANNER')
    steps.push({
      say: 'Say who you are. Wait for lines that begin with 250, the last one "250 " with a blank:',
      type: [`${hello} ${helo}`],
    });
  if (recipe.auth !== undefined && tool === 'openssl') append(steps, login(recipe.auth));
  if (envelope !== undefined) {
    const of = (parameters: readonly string[]): string => parameters.map((one) => ` ${one}`).join('');
    steps.push({
      say: 'Name the sender. Wait for 250:',
      type: [`MAIL FROM:<${envelope.from}>${of(envelope.parameters)}`],
    });
    for (const { address, parameters } of envelope.recipients)
      steps.push({
        say: 'Name a recipient. 250 means that the server would take mail for it:',
        type: [`RCPT TO:<${address}>${of(parameters)}`],
      });
  }
  if (reached === 'DATA' || reached === 'MESSAGE') {
    steps.push({
      say: 'Only if a message is to be sent for real; else go to the last step. Wait for 354:',
      type: ['DATA'],
    });
    const lines = (message?.shown ?? ['Subject: Test', '', 'This is a test.']).map((line) =>
      line.startsWith('.') ? `.${line}` : line,
    );
    const left = lines.length - MOST_LINES;
    steps.push({
      say: `Type the message; the dot alone on a line ends it. The 250 that follows names the id under which the server has it${left > 0 ? ` (${left} more ${left === 1 ? 'line of it is' : 'lines of it are'} left out here)` : ''}:`,
      type: [...lines.slice(0, MOST_LINES), '.'],
    });
  }
  steps.push({ say: 'Take leave. Wait for 221:', type: ['QUIT'] });
  return steps;
}

function login(mechanism: string): readonly Step[] {
  if (mechanism !== 'PLAIN' && mechanism !== 'LOGIN')
    return [
      {
        say: `The session logged in by ${mechanism}, which cannot be worked out by hand; LOGIN may be offered, too:`,
        type: ['AUTH LOGIN', '<base64 of the user name>', '<base64 of the password>'],
      },
    ];
  return [
    {
      say: 'Log in. Wait for 334 behind the first two lines and for 235 behind the last. Do not write the password into a command: it would stay in the history of the shell.',
      type: ['AUTH LOGIN', '<base64 of the user name>', '<base64 of the password>'],
    },
  ];
}

function ofRecipe({ host, hostFromGreeting, leftOut, otherTransactions, cut, message }: Recipe): readonly string[] {
  return [
    ...(host === undefined ? ['The text does not name the server.'] : []),
    ...(hostFromGreeting ? ['The text does not say where it connected: the server is named as it greeted.'] : []),
    ...(leftOut.length > 0 ? [`Not done again: ${leftOut.join(', ')}.`] : []),
    ...(otherTransactions > 0
      ? [`One of the ${otherTransactions + 1} transactions of the session: the one that was refused, or the last.`]
      : []),
    ...cut.map((clause) => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`),
    ...(message?.shown.some((line) => line.includes(HIDDEN))
      ? [`What is secret in the message stands as ${HIDDEN}.`]
      : []),
    'Copy all that came, from the first line on, into the ticket: Mail Triage reads it.',
  ];
}
