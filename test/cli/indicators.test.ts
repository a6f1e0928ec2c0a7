import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../support/shell.ts';

const indicators = (...args: readonly string[]) => run(['indicators', ...args]);

describe('mail-triage indicators', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'indicators-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const MESSAGE = 'From: a@contoso.test\nSubject: Hello\n\nhttps://fabrikam.test/x\n';

  it('writes Markdown, CSV and JSON', async () => {
    const path = file('a.eml', MESSAGE);
    const markdown = await indicators(path);
    assert.equal(markdown.code, 0);
    assert.match(markdown.out, /^# Message “Hello” in line 1\n\n## Speaks against it\n/);
    assert.match(markdown.out, /`hxxps:\/\/fabrikam\[\.\]test\/x`/);
    const csv = await indicators('--format', 'csv', path);
    assert.match(csv.out, /\r\nMessage “Hello” in line 1,link,hxxps:\/\/fabrikam\[\.\]test\/x,,text\/plain part,4,/);
    const json = JSON.parse((await indicators('--format=JSON', path)).out);
    assert.equal(json.indicators[0].value, 'Hello');
  });

  it('reads the message of a line, in a ticket as well', async () => {
    const path = file('ticket.txt', `A user wrote:\n\n${MESSAGE}`);
    assert.match((await indicators(path)).out, /“Hello” in line 3/);
    const box = file(
      'b.mbox',
      `From a Mon Jan  1 00:00:00 2024\n${MESSAGE}\nFrom b Mon Jan  1 00:00:00 2024\n${MESSAGE.replace('Hello', 'Two')}`,
    );
    assert.match((await indicators('--line', '8', box)).out, /“Two”/);
  });

  it('tells a text without a message, a missing file and a format that it does not have', async () => {
    const none = await indicators(file('note.txt', 'nothing\n'));
    assert.deepEqual([none.code, none.out], [1, '']);
    assert.match(none.err, /holds no message/);
    assert.match((await indicators(join(folder, 'none.eml'))).err, /does not exist/);
    const format = await indicators('--format', 'xml', file('a.eml', MESSAGE));
    assert.deepEqual([format.code, format.out], [2, '']);
    assert.match(format.err, /markdown, csv or json, not xml/);
  });
});
