import { commands, Disposable, window } from 'vscode';
import { t } from '../client/platform/words.ts';

const mailServers = t('A browser opens no connection to a mail server.');

/** What a browser cannot do, and why. */
const ELSEWHERE: readonly (readonly [command: string, why: string])[] = [
  ...[
    'probeSmtpServer',
    'probeSmtpLogin',
    'checkRecipients',
    'checkOpenRelay',
    'checkExposure',
    'scanTls',
    'checkRestriction',
    'sendSampleMessage',
    'runSession',
  ].map((command) => [command, mailServers] as const),
  ['findMessage', t('A browser reads no log files of a machine and starts no programs there.')],
  [
    'verifyAuthentication',
    t(
      'Signatures are not verified in a browser. What the header says of SPF, DKIM and DMARC stands in the Ticket view.',
    ),
  ],
];

const where = t(
  'Open the ticket in VS Code on your machine, or on one that it is connected to (SSH, WSL, container, codespace): there the same command works.',
);

/** What has nothing to do in a browser, where nothing of it can have been begun. */
const NOTHING: readonly (readonly [command: string, why: string])[] = [
  ['forgetSmtpLogins', t('No password or token of a login is kept.')],
  ['cancelRetry', t('Nothing waits to be tried again.')],
];

/** Says of the commands that need more than a browser has what they need, and where they have it. */
export const registerElsewhere = (): Disposable =>
  Disposable.from(
    ...[...ELSEWHERE.map(([command, why]) => [command, `${why} ${where}`] as const), ...NOTHING].map(([command, why]) =>
      commands.registerCommand(`mailTriage.${command}`, async () => {
        await window.showInformationMessage(why);
      }),
    ),
  );
