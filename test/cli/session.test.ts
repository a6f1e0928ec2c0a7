import assert from 'node:assert/strict';
import { run } from '../support/shell.ts';

const TEXT = `Two tries:

$ telnet mx1.contoso.test 25
220 mx1.contoso.test ESMTP
EHLO a.test
250 mx1.contoso.test
MAIL FROM:<ann@fabrikam.test>
250 ok
RCPT TO:<bob@contoso.test>
550 5.1.1 No such user
QUIT
221 bye
Connection closed by foreign host.
$ telnet mx2.contoso.test 587
220 mx2.contoso.test ESMTP
EHLO a.test
250 mx2.contoso.test
QUIT
221 bye
`;

describe('mail-triage session', () => {
  it('writes the first session as a command of swaks', async () => {
    const { code, out } = await run(['session', '-', '--for', 'unix'], TEXT);
    assert.equal(
      out,
      'swaks --server mx1.contoso.test --port 25 --helo a.test --from ann@fabrikam.test --to bob@contoso.test --quit-after RCPT\n',
    );
    assert.equal(code, 0);
  });

  it('writes the session of a line, for the tool and the system that are asked for', async () => {
    const second = await run(['session', '-', '--line', '16', '--as', 'telnet', '--for', 'windows'], TEXT);
    assert.match(second.out, /^Steps with telnet on Windows: mx2\.contoso\.test, port 587\n/);
    const own = await run(['session', '-', '--as', 'mail-triage', '--for', 'cmd'], TEXT);
    assert.match(
      own.out,
      /^mail-triage smtp --helo a\.test --tls none --from ann@fabrikam\.test --to bob@contoso\.test --stop-after RCPT mx1\.contoso\.test:25\n/,
    );
    assert.match((await run(['session', '-', '--as', 'openssl'], TEXT)).out, / openssl s_client -starttls smtp /);
  });

  it('says what it cannot do', async () => {
    const none = await run(['session', '-'], 'hello\n');
    assert.deepEqual([none.code, none.out, none.err], [1, '', 'mail-triage: this text holds no SMTP session\n']);
    const elsewhere = await run(['session', '-', '--line', '1'], TEXT);
    assert.deepEqual([elsewhere.code, elsewhere.err], [1, 'mail-triage: no SMTP session stands in line 1\n']);
    const wrong = await run(['session', '-', '--as', 'curl'], TEXT);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /--as is swaks, mail-triage, telnet or openssl/);
  });

  it('takes a shell for a system and a system for a shell, whichever the tool needs', async () => {
    const written = async (tool: string, system: string) =>
      (await run(['session', '-', '--as', tool, '--for', system], TEXT)).out;
    for (const tool of ['swaks', 'mail-triage']) {
      assert.equal(await written(tool, 'windows'), await written(tool, 'powershell'), tool);
      assert.notEqual(await written(tool, 'unix'), '');
    }
    assert.match(await written('swaks', 'cmd'), /^perl swaks /);
    for (const tool of ['telnet', 'openssl']) {
      const windows = await written(tool, 'windows');
      assert.match(windows, /on Windows/);
      for (const shell of ['powershell', 'cmd']) assert.equal(await written(tool, shell), windows, shell);
      assert.match(await written(tool, 'unix'), /on Unix/);
    }
  });

  it('says what is no tool, no system and no file', async () => {
    for (const words of [
      ['--as', ''],
      ['--as', 'Swaks'],
      ['--for', 'mac'],
      ['--for', 'toString'],
      ['--as', 'telnet', '--for', ''],
    ]) {
      const { code, out, err } = await run(['session', '-', ...words], TEXT);
      assert.deepEqual([code, out, err.startsWith('mail-triage: --as is swaks')], [2, '', true], words.join(' '));
    }
    const missing = await run(['session', 'no/such/file']);
    assert.deepEqual([missing.code, missing.out], [1, '']);
    assert.match(missing.err, /^mail-triage: no\/such\/file /);
  });
});
