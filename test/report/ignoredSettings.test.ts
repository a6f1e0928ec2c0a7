import assert from 'node:assert/strict';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { ignoredWords, withIgnored } from '../../src/report/ignoredSettings.ts';

const SERVERS = ['mailTriage.dns.servers'];

const lookUp = [
  '# Check of contoso.test, asked of 192.0.2.53#53, 2026-11-21 20:11:38 UTC',
  'contoso.test.  300  IN  MX  10 mx1.contoso.test.',
  '* mx1.contoso.test A: NXDOMAIN, there is no such name',
  '* Result: contoso.test has 1 mail exchanger, but no address was found.',
];

const probe = [
  '# SMTP probe of mx1.contoso.test:25, 2026-11-21 20:11:38 UTC',
  '* Connected to 192.0.2.1:25 in 1 ms',
  'S: 220 ready',
  'C: QUIT',
  'S: 221 bye',
  '* Result: mx1.contoso.test:25 accepts connections.',
];

/** What the reader finds in a report, its places left out. */
const found = (lines: readonly string[]): unknown =>
  readTicket(lines.join('\n'), 'anywhere').blocks.map((block) =>
    block.kind === 'lookup'
      ? block.queries.map(({ name, type, status, server }) => [name, type, status, server])
      : block.kind === 'conversation'
        ? block.events.map((event) => event.kind)
        : block.kind,
  );

describe('values of a workspace that is not trusted', () => {
  it('are said to be ignored, by name, with the way to have them count', () => {
    assert.match(
      ignoredWords(SERVERS) ?? '',
      /own value of mailTriage\.dns\.servers was ignored.*Manage Workspace Trust/,
    );
    assert.match(ignoredWords([...SERVERS, 'mailTriage.dns.timeout']) ?? '', /values of .*servers, .*timeout were/);
    assert.equal(ignoredWords([]), undefined);
  });

  it('are told behind the title of a report, whose last line stays its result', () => {
    const lines = withIgnored(lookUp, SERVERS);
    assert.deepEqual([lines[0], lines.at(-1), lines.length], [lookUp[0], lookUp.at(-1), lookUp.length + 1]);
    assert.match(lines[1] ?? '', /^\* This workspace's own value/);
    assert.equal(withIgnored(lookUp, []), lookUp);
  });

  it('do not keep a report from being read again', () => {
    assert.deepEqual(found(withIgnored(lookUp, SERVERS)), found(lookUp));
    assert.deepEqual(found(withIgnored(probe, SERVERS)), found(probe));
  });
});
