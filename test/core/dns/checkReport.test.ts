import assert from 'node:assert/strict';
import { checkEnd, checkHeading, sectionHeading, writeRecord, writeStatus } from '../../../src/core/dns/checkReport.ts';
import { lookups, reads } from './told.ts';

const report = (...lines: readonly string[]): string =>
  `${[checkHeading('a.test', '192.0.2.53#53', '2026-11-21 20:05:36 UTC'), ...lines].join('\n')}\n`;
const MX = writeRecord('a.test', 300, 'MX', '10 mx.a.test.');
const END = checkEnd('0 fail, 0 warnings; 3 questions in 0.8 s');

describe('the report of a check, read again', () => {
  it('has the answers that were written into it', () => {
    reads(report(sectionHeading('mx'), MX, writeRecord('a.test', 300, 'MX', '20 b.a.test.'), END), [
      'mail-triage a.test MX NOERROR @192.0.2.53#53: 300 10 mx.a.test. | 300 20 b.a.test.',
    ]);
    reads(
      report(MX, writeRecord('mx.a.test', 60, 'A', '192.0.2.1'), writeRecord('mx.a.test', 60, 'AAAA', '2001:db8::1')),
      [
        'mail-triage a.test MX NOERROR @192.0.2.53#53: 300 10 mx.a.test.',
        'mail-triage mx.a.test A NOERROR @192.0.2.53#53: 60 192.0.2.1',
        'mail-triage mx.a.test AAAA NOERROR @192.0.2.53#53: 60 2001:db8::1',
      ],
    );
    reads(
      report(writeStatus('a.test', 'MX', 'NXDOMAIN, there is no such name'), writeStatus('b.test', 'TXT', 'TIMEOUT')),
      ['mail-triage a.test MX NXDOMAIN @192.0.2.53#53: ', 'mail-triage b.test TXT TIMEOUT @192.0.2.53#53: '],
    );
    reads(report(MX, sectionHeading('spf'), MX), [
      'mail-triage a.test MX NOERROR @192.0.2.53#53: 300 10 mx.a.test.',
      'mail-triage a.test MX NOERROR @192.0.2.53#53: 300 10 mx.a.test.',
    ]);
  });
  it('has each answer in its place', () => {
    const text = report(sectionHeading('mx'), MX, writeStatus('b.test', 'TXT', 'TIMEOUT'), END);
    const [lookup] = lookups(text);
    assert.deepEqual(
      lookup?.queries.map((one) => text.slice(one.start, one.end)),
      [MX, writeStatus('b.test', 'TXT', 'TIMEOUT')],
    );
  });
  it('ends behind its last line, or where something else stands', () => {
    const ends = (...lines: readonly string[]): string => {
      const text = `${report(MX, ...lines)}a.test. 300 IN MX 1 x.\n`;
      return lookups(text)
        .map(({ tool, queries }) => `${tool} ${queries.length}`)
        .join(', ');
    };
    assert.equal(ends(END), 'mail-triage 1, dig 1');
    assert.equal(ends('Hello.'), 'mail-triage 1, dig 1');
    assert.equal(ends('* nothing to tell'), 'mail-triage 2');
    assert.equal(ends(sectionHeading('spf')), 'mail-triage 2');
  });
  it('is none without its heading', () => {
    assert.deepEqual(lookups('# Check of a.test\nHello.\n'), []);
    assert.deepEqual(lookups('## Check of a.test, asked of 192.0.2.53, x\nHello.\n'), []);
  });
});
