import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readRecipe, writeSession } from '../../src/core/replay/sessionAgain.ts';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { type SmtpServer, startSmtpServer } from '../lab/smtpServer.ts';

const execute = promisify(execFile);

describe('a session written for other tools', () => {
  let server: SmtpServer;
  beforeEach(async () => {
    server = await startSmtpServer('mx1.contoso.test', { rcpt: '250 2.1.5 Ok\r\n' });
  });
  afterEach(() => server.close());

  const ticketOf = (rest: string): string => `$ telnet 127.0.0.1 ${server.port}
220 mx1.contoso.test ESMTP
EHLO client.fabrikam.test
250 mx1.contoso.test
MAIL FROM:<ann@fabrikam.test>
250 2.1.0 Ok
RCPT TO:<o'neil+"x y"@contoso.test>
250 2.1.5 Ok
${rest}QUIT
221 2.0.0 Bye
`;
  /** What the server heard when the command was run in a shell. */
  async function heardBy(text: string): Promise<readonly string[]> {
    const recipe = readRecipe(readTicket(text), 0);
    assert.ok(recipe);
    const command = writeSession(recipe, { tool: 'swaks', shell: 'sh' });
    await execute('/bin/sh', ['-c', command], { timeout: 30_000 });
    return server.heard;
  }
  async function hasSwaks(): Promise<boolean> {
    try {
      await execute('swaks', ['--version']);
      return true;
    } catch {
      return false;
    }
  }

  it('is what swaks says when its command is run', async function () {
    if (!(await hasSwaks())) this.skip();
    assert.deepEqual(await heardBy(ticketOf('')), [
      'EHLO client.fabrikam.test',
      'MAIL FROM:<ann@fabrikam.test>',
      `RCPT TO:<o'neil+"x y"@contoso.test>`,
      'QUIT',
    ]);
  });

  it('is sent by swaks with the same message, dots and all, and two empty lines behind', async function () {
    if (!(await hasSwaks())) this.skip();
    const message = 'Subject: it\'s $HOME `id` "quoted" 100%\n\n..dots\n\nlast';
    const heard = await heardBy(ticketOf(`DATA\n354 go\n${message}\n.\n250 2.0.0 Ok\n`));
    assert.deepEqual(heard.slice(3), ['DATA', ...message.split('\n'), '', '', '.', 'QUIT']);
  });
});
