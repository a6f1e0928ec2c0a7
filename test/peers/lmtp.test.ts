import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../src/core/verdict/readVerdicts.ts';
import { renderSmtpProbe } from '../../src/report/smtpProbeReport.ts';
import { freePort } from '../support/freePort.ts';
import { probeAt, type Running, start, stepsOf, temporaryFolder, until, whyMissing } from './servers.ts';
import { swaksSaysTheSame } from './told.ts';

describe('LMTP of Dovecot', () => {
  const folder = temporaryFolder('lmtp');
  const path = (name: string): string => join(folder.path, name);
  const name = 'mx1.contoso.test:24';
  let port = 0;
  let dovecot: Running | undefined;

  before(async function () {
    const missing = whyMissing(['dovecot-core', 'dovecot-lmtpd'], '/usr/lib/dovecot/lmtp');
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    port = await freePort();
    chmodSync(folder.path, 0o755);
    mkdirSync(path('mail'));
    const ids = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'mail'], { encoding: 'utf8' })));
    chownSync(path('mail'), ids[0] as number, ids[1] as number);
    writeFileSync(path('users'), 'b@contoso.test:{PLAIN}x\nc@contoso.test:{PLAIN}x\n');
    writeFileSync(
      path('dovecot.conf'),
      `base_dir = ${path('run')}
state_dir = ${path('state')}
log_path = ${path('log')}
protocols = lmtp
listen = 127.0.0.1
ssl = no
mail_location = maildir:${path('mail')}/%n
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
first_valid_gid = 1
hostname = mx1.contoso.test
passdb {
  driver = passwd-file
  args = username_format=%u ${path('users')}
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${path('mail')}/%n
}
service lmtp {
  inet_listener lmtp {
    port = ${port}
  }
}
`,
    );
    dovecot = start('/usr/sbin/dovecot', ['-F', '-c', path('dovecot.conf')]);
    const log = (): string => `${dovecot?.output()}${existsSync(path('log')) ? readFileSync(path('log'), 'utf8') : ''}`;
    await until(async () => (await probeAt(name, port, { protocol: 'lmtp' })).failure === undefined, log);
  });

  after(async () => {
    await dovecot?.stop();
    folder.remove();
  });

  it('answers for each recipient that it took, and the report reads so', async () => {
    const recipients = ['b@contoso.test', 'nobody@contoso.test', 'c@contoso.test'];
    const envelope = { from: 'a@fabrikam.test', recipients };
    const result = await probeAt(name, port, { protocol: 'lmtp', envelope, message: { text: 'Subject: x\n\nx\n' } });
    assert.equal(result.failure, undefined, renderSmtpProbe(result).join('\n'));
    assert.match(stepsOf(result), / lhlo mail rcpt rcpt rcpt data message message quit$/);
    const verdicts = readVerdicts(readTicket(renderSmtpProbe(result).join('\n')));
    assert.deepEqual(verdicts.map(({ role, recipients: to }) => [role, to]).sort(), [
      ['cause', ['nobody@contoso.test']],
      ['success', ['b@contoso.test']],
      ['success', ['c@contoso.test']],
    ]);
  });

  it('says to swaks what it says to the probe, and both are read alike', async function () {
    const envelope = { from: 'a@fabrikam.test', recipients: ['b@contoso.test'] };
    const plan = { protocol: 'lmtp', tls: 'none', envelope } as const;
    if (!(await swaksSaysTheSame(port, plan))) this.skip();
    const both = { ...envelope, recipients: ['b@contoso.test', 'c@contoso.test'] };
    await swaksSaysTheSame(port, { ...plan, envelope: both, message: { text: 'Subject: x\n\nx\n' } });
  });

  it('is told from SMTP', async () => {
    const { failure } = await probeAt(name, port);
    assert.deepEqual([failure?.step, failure?.kind], ['helo', 'refused-command']);
  });
});
