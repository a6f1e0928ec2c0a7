import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const run = (args: readonly string[], input = ''): { status: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'mask', ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
};

const text =
  'From: Alice Liddell <alice@contoso.test>\r\nMessage-ID: <1@mx1.contoso.test>\r\n\r\npassword=hunter22 at mx1.contoso.test [8.8.8.8]\r\n';

describe('mail-triage mask', () => {
  it('masks secrets, and nothing else unless asked', () => {
    const { status, out, err } = run(['-'], text);
    assert.equal(status, 0);
    assert.equal(out, text.replace('hunter22', 'MASKED'));
    assert.match(err, /masked 1 place\n/);
  });

  it('masks what is asked for', () => {
    assert.match(run(['--ips', '-'], text).out, /mx1\.contoso\.test \[192\.0\.2\.1\]/);
    assert.match(
      run(['--addresses', '-'], text).out,
      /Alice Liddell <user1@domain1\.example>[\s\S]*at mx1\.domain1\.example/,
    );
    assert.match(run(['--names', '-'], text).out, /From: Person 1 <alice@contoso\.test>/);
  });

  it('masks everything', () =>
    assert.equal(
      run(['--all', '-'], text).out,
      'From: Person 1 <user1@domain1.example>\r\nMessage-ID: <id1@host1.domain1.example>\r\n\r\npassword=MASKED at host1.domain1.example [192.0.2.1]\r\n',
    ));

  it('says when there was nothing to mask, and what it cannot read', () => {
    assert.match(run(['-'], 'Hello\n').err, /nothing to mask/);
    assert.equal(run(['no/such/file']).status, 1);
    assert.equal(run([]).status, 2);
  });
});
