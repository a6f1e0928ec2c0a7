import assert from 'node:assert/strict';
import { runChecks } from '../../src/checks/check.ts';
import { checkMx } from '../../src/checks/mx/mx.ts';
import { renderChanges } from '../../src/report/check/changesReport.ts';
import { checkMarkdown } from '../../src/report/check/checkMarkdown.ts';
import { ports } from './zone.ts';

const run = (zone: string) =>
  runChecks('contoso.test', new Map([['mx', checkMx]]), ports(zone), new AbortController().signal);

const GOOD = 'contoso.test MX 10 mx.contoso.test.\nmx.contoso.test A 203.0.113.5';
const MOVED = 'contoso.test MX 10 MX.contoso.test.\ncontoso.test MX 20 192.0.2.1.\nmx.contoso.test A 203.0.113.6';
const SILENT = 'contoso.test MX !TIMEOUT';

async function changed(before: string, after: string, ...expected: readonly string[]): Promise<void> {
  const [heading, ...lines] = renderChanges(await run(before), await run(after));
  assert.match(heading ?? '', /^## What changed since 1970/);
  assert.deepEqual(lines, expected);
}

describe('what changed since the last run', () => {
  it('is nothing where nothing did', () => changed(GOOD, GOOD, '* nothing: the same findings, the same records'));
  it('is each finding and record that came', () =>
    changed(
      GOOD,
      MOVED,
      '* new finding: fail mx-is-address 192.0.2.1',
      '* new record: contoso.test. MX 20 192.0.2.1.',
      '* new record: mx.contoso.test. A 203.0.113.6',
      '* record gone: mx.contoso.test. A 203.0.113.5',
    ));
  it('is each that went', () =>
    changed(
      MOVED,
      GOOD,
      '* finding gone: fail mx-is-address 192.0.2.1',
      '* record gone: contoso.test. MX 20 192.0.2.1.',
      '* new record: mx.contoso.test. A 203.0.113.5',
      '* record gone: mx.contoso.test. A 203.0.113.6',
    ));
  it('is nothing that was not answered in one of the runs', async () => {
    await changed(MOVED, SILENT, '* nothing: the same findings, the same records');
    await changed(SILENT, MOVED, '* nothing: the same findings, the same records');
  });
});

describe('a check for a ticket, in Markdown', () => {
  it('has what is wrong first, with its records and what to do', async () => {
    const text = checkMarkdown(await run(MOVED), '192.0.2.53#53');
    assert.match(
      text,
      /^\*\*Check of contoso\.test\*\*\n\n- \*\*fail\*\* `192\.0\.2\.1`: An MX record names the address/,
    );
    assert.ok(text.includes('\n  - Next: Give the address a name'), text);
    assert.ok(text.includes('\n      contoso.test. 300 IN MX 20 192.0.2.1.\n'), text);
    assert.ok(text.indexOf('**fail**') < text.indexOf('**pass**'), text);
    assert.match(text, /\nAsked of 192\.0\.2\.53#53, 1970/);
  });
  it('is plain whatever stands in a record', async () => {
    const text = checkMarkdown(await run('contoso.test MX 10 <img/src=x>[a](http://evil.test)`\\010#.'), '*x*');
    const outsideCode = text.replace(/^ {6}.*$/gm, '').replace(/``.*?``/g, '');
    assert.doesNotMatch(outsideCode, /(?<!\\)(?:<img|\[a)/);
    assert.doesNotMatch(text, /\n#/);
  });
});
