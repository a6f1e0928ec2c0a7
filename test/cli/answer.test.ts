import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../support/shell.ts';

const text = `220 mx1.fabrikam.test ESMTP
EHLO mail.contoso.test
250 mx1.fabrikam.test
MAIL FROM:<a@contoso.test>
250 Ok
RCPT TO:<b@fabrikam.test>
550 5.1.1 <b@fabrikam.test>: User unknown
QUIT
221 Bye
`;

describe('mail-triage answer', () => {
  it('writes what can be sent back', async () => {
    const { code, out } = await run(['answer', '-'], text);
    assert.equal(code, 0);
    assert.match(out, /^\*\*Refused at RCPT by mx1\.fabrikam\.test: no such mailbox;/);
    assert.match(out, /\n- Recipient: b@fabrikam\.test\n/);
  });

  it('writes it for a user, and what to ask the sender', async () => {
    assert.match(
      (await run(['answer', '--user', '-'], text)).out,
      /^Hello,\n\n.*\n\nWhy: There is no mailbox with this address\./,
    );
    assert.match(
      (await run(['answer', '--questions', '-'], text)).out,
      /mail from a@contoso\.test to b@fabrikam\.test/,
    );
  });

  it('says when there is nothing to answer, and what it cannot read', async () => {
    const { code, err } = await run(['answer', '-'], 'Hello.\n');
    assert.equal(code, 1);
    assert.match(err, /nothing was found in this text that could be answered/);
    assert.equal((await run(['answer', 'no/such/file'])).code, 1);
    assert.equal((await run(['answer', '--template', 'no/such/file', '-'], text)).code, 1);
    assert.equal((await run(['answer'])).code, 2);
  });

  it('follows a template, and names what means nothing in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'answer-'));
    try {
      const template = join(folder, 'template.md');
      await writeFile(template, 'For {{recipients}}: {{wrong}}');
      const { code, out, err } = await run(['answer', '--template', template, '-'], text);
      assert.deepEqual([code, out], [0, 'For b@fabrikam.test: {{wrong}}\n']);
      assert.match(err, /\{\{wrong\}\} means nothing/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
