import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFlow } from '../../../src/cli/flow/readFlow.ts';

type Options = Parameters<typeof readFlow>[0];

/** What options ask a probe for, or what is wrong with them. */
function asks(values: Options, expected: unknown, recipients: readonly string[] = []): void {
  const read = readFlow(values, recipients);
  assert.deepEqual(read.ok ? read.request : read.problem, expected, JSON.stringify(values));
}

const MAY = { 'i-may-test-this-server': true } as const;
const CONSENT = 'i-may-test-this-server';

describe('what options ask of a server', () => {
  it('is nothing but the usual where none of them is there', () => {
    asks({}, undefined);
    asks({ ...MAY, name: ['x'] }, undefined, ['a@a.test']);
  });
  it('is one thing at a time', () => {
    const one = 'choose one of --check-recipients, --relay, --exposure, --restricted and --tls-scan';
    asks({ relay: true, exposure: true }, one);
    asks({ 'tls-scan': true, restricted: '192.0.2.0/24' }, one);
    asks({ 'check-recipients': true, relay: true }, one, ['a@a.test']);
    asks({ 'tls-scan': true }, { kind: 'tls-scan' });
  });
  it('is what it says of recipients', () => {
    asks({ 'check-recipients': true }, 'name the recipients with --to');
    asks({ 'check-recipients': true }, { kind: 'recipients' }, ['a@a.test', 'b@a.test']);
  });
  it('is whether it relays, in earnest only where somebody says that he may', () => {
    const wrong = 'name one address with --to that the server does not take mail for, best one of your own';
    asks({ relay: true }, wrong);
    asks({ relay: true }, wrong, ['a@a.test', 'b@a.test']);
    asks({ relay: true }, wrong, ['a']);
    asks({ relay: true }, { kind: 'relaying' }, ['a@a.test']);
    asks({ relay: true, ...MAY }, { kind: 'relay', consent: CONSENT }, ['a@a.test']);
    asks({ relay: true, ...MAY, 'own-domain': 'b.test' }, { kind: 'relay', consent: CONSENT, own: 'b.test' }, [
      'a@a.test',
    ]);
    asks({ relay: true, 'own-domain': 'b.test' }, { kind: 'relaying' }, ['a@a.test']);
  });
  it('is what it tells of mailboxes', () => {
    asks({ exposure: true }, { kind: 'exposure', names: [] });
    asks({ exposure: true, name: ['info', 'all staff'] }, { kind: 'exposure', names: ['info', 'all staff'] });
    asks(
      { exposure: true, ...MAY, 'own-domain': 'b.test' },
      { kind: 'exposure', names: [], own: 'b.test', beyond: CONSENT },
    );
    for (const name of ['', ' x', 'x ', 'm\u00fcller', 'x'.repeat(201)])
      asks({ exposure: true, name: ['info', name] }, '--name is a mailbox or a list, in ASCII');
    asks({ exposure: true, name: ['x', 'x'.repeat(200)] }, { kind: 'exposure', names: ['x', 'x'.repeat(200)] });
  });
  it('is of a domain of one’s own only where that is one', () => {
    for (const own of ['', 'a b', 'a..b', 'm\u00fcller.test', '.a.test', 'a.test..', 'x'.repeat(64), 'a.test/x'])
      asks({ exposure: true, 'own-domain': own }, '--own-domain is no domain');
    for (const own of ['a', 'a.test.', 'x'.repeat(63), 'a-b.c_d.test'])
      asks({ exposure: true, 'own-domain': own }, { kind: 'exposure', names: [], own });
  });
});

describe('whether a server lets in whom it should', () => {
  const ranges = (values: Options): unknown => {
    const read = readFlow(values, []);
    if (!read.ok) return read.problem;
    assert.ok(read.request?.kind === 'restriction');
    return [read.request.ranges.map(({ text }) => text).join(' '), read.request.asksAddress];
  };
  it('is asked by ranges that are typed, or stand in a file', () => {
    assert.deepEqual(ranges({ restricted: '192.0.2.0/24, 198.51.100.7' }), ['192.0.2.0/24 198.51.100.7', false]);
    assert.deepEqual(ranges({ restricted: '192.0.2.0/24', 'ask-address': true }), ['192.0.2.0/24', true]);
    assert.equal(ranges({ restricted: '192.0.2.9-1' }), '192.0.2.9-1 is no range of addresses');
    assert.equal(ranges({ restricted: 'none' }), '--restricted names no range');
    const folder = mkdtempSync(join(tmpdir(), 'mail-triage-ranges-'));
    try {
      const file = (text: string): string => {
        writeFileSync(join(folder, 'ranges.txt'), text);
        return join(folder, 'ranges.txt');
      };
      // In a file an address alone is none.
      assert.deepEqual(ranges({ restricted: file('our net: 192.0.2.0/24, asked by 198.51.100.7, 192.0.2.9-1') }), [
        '192.0.2.0/24',
        false,
      ]);
      assert.equal(ranges({ restricted: file('192.0.2.1') }), 'the file holds no range of addresses');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
