import assert from 'node:assert/strict';
import { run } from '../support/shell.ts';

const mask = (args: readonly string[], input = '') => run(['mask', ...args], input);

const text =
  'From: Alice Liddell <alice@contoso.test>\r\nMessage-ID: <1@mx1.contoso.test>\r\n\r\npassword=hunter22 at mx1.contoso.test [8.8.8.8]\r\n';

describe('mail-triage mask', () => {
  it('masks secrets, and nothing else unless asked', async () => {
    const { code, out, err } = await mask(['-'], text);
    assert.equal(code, 0);
    assert.equal(out, text.replace('hunter22', 'MASKED'));
    assert.equal(err, 'mail-triage: masked 1 place\n');
    assert.match((await mask(['--ips', '-'], text)).err, /masked 2 places\n/);
  });

  it('masks what is asked for', async () => {
    assert.match((await mask(['--ips', '-'], text)).out, /mx1\.contoso\.test \[192\.0\.2\.1\]/);
    assert.match(
      (await mask(['--addresses', '-'], text)).out,
      /Alice Liddell <user1@domain1\.example>[\s\S]*at mx1\.domain1\.example/,
    );
    assert.match((await mask(['--names', '-'], text)).out, /From: Person 1 <alice@contoso\.test>/);
  });

  it('masks everything', async () =>
    assert.equal(
      (await mask(['--all', '-'], text)).out,
      'From: Person 1 <user1@domain1.example>\r\nMessage-ID: <id1@host1.domain1.example>\r\n\r\npassword=MASKED at host1.domain1.example [192.0.2.1]\r\n',
    ));

  it('says when there was nothing to mask, and what it cannot read', async () => {
    assert.match((await mask(['-'], 'Hello\n')).err, /nothing to mask/);
    assert.equal((await mask(['no/such/file'])).code, 1);
    assert.equal((await mask([])).code, 2);
  });
});
