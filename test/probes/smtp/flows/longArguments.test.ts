import assert from 'node:assert/strict';
import { type LongArgument, longArguments, longDomain } from '../../../../src/probes/smtp/flows/longArguments.ts';

describe('a long domain', () => {
  it('has labels of 63 octets at most, and none that is empty (RFC 1035 2.3.4)', () => {
    const labels = (octets: number): string =>
      longDomain(octets)
        .split('.')
        .map((label) => (label === 'invalid' ? label : label.length))
        .join('.');
    assert.equal(labels(9), '1.invalid');
    assert.equal(labels(71), '63.invalid');
    assert.equal(labels(72), '62.1.invalid');
    assert.equal(labels(73), '63.1.invalid');
    assert.equal(labels(136), '63.62.1.invalid');
    assert.equal(labels(252), '63.63.63.52.invalid');
  });
});

describe('long arguments of commands', () => {
  const rows = longArguments('own.test', true);
  const named = (name: LongArgument['name']): LongArgument => rows.find((one) => one.name === name) as LongArgument;
  it('are as long as RFC 5321 4.5.3.1 has them', () => {
    assert.equal(named('local-part').command, `RCPT TO:<${'a'.repeat(64)}@own.test>`);
    const path = (name: LongArgument['name']): number => /<.*>/.exec(named(name).command)?.[0].length ?? 0;
    assert.equal(path('domain'), 256);
    assert.equal(path('path'), 256);
    assert.match(named('domain').command, /^MAIL FROM:<a@a{63}\./);
    assert.match(named('path').command, /^RCPT TO:<a{64}@a/);
    assert.equal(named('line').octets, 512);
    assert.match(named('line').command, /^NOOP a+$/);
  });
  it('are longer than any server has to take only where that is asked for', () => {
    assert.deepEqual(
      longArguments('own.test', false).map(({ name }) => name),
      ['local-part', 'domain', 'path', 'line'],
    );
    assert.deepEqual(
      rows.slice(4).map(({ name, octets, within }) => [name, octets, within]),
      [
        ['long-local-part', 321, false],
        ['long-sender', 623, false],
        ['long-recipient', 1021, false],
        ['long-hello', 1007, false],
        ['long-verb', 1002, false],
        ['long-line', 4007, false],
      ],
    );
  });
  it('stand behind MAIL where they are those of RCPT', () => {
    for (const { command, behindMail } of rows) assert.equal(behindMail === true, command.startsWith('RCPT'), command);
  });
});
