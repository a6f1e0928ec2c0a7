import assert from 'node:assert/strict';
import { endOfRoute, startsRoute } from '../../../../src/core/log/queues/eximRoutes.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { saying } from '../telling.ts';

const said = saying('exim-route');

const SAID: readonly (readonly [entry: string, facts: string])[] = [
  [
    'b@contoso.test is undeliverable: Unrouteable address',
    'outcome: bounced; reason: Unrouteable address; recipients: b@contoso.test; status: is undeliverable',
  ],
  [
    'b@contoso.test cannot be resolved at this time: host lookup did not complete',
    'outcome: deferred; reason: host lookup did not complete; recipients: b@contoso.test; status: cannot be resolved at this time',
  ],
  [
    'b@contoso.test\n    <-- a@contoso.test\n  router = dnslookup, transport = remote_smtp\n  host mx.contoso.test [192.0.2.1] MX=10',
    'fields: router=dnslookup | transport=remote_smtp; recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 -',
  ],
  ['b@contoso.test is undeliverable', 'outcome: bounced; recipients: b@contoso.test; status: is undeliverable'],
  [
    'b@contoso.test\n  router = localuser, transport = local_delivery',
    'fields: router=localuser | transport=local_delivery; recipients: b@contoso.test',
  ],
];

describe('what exim -bt says of an address', () => {
  it('says what is known of the message', () => {
    for (const [entry, facts] of SAID) assert.equal(said(entry), facts, entry);
  });
  it('begins with the address', () => {
    const starts = (text: string): boolean => startsRoute(text, 0);
    for (const [entry] of SAID) assert.ok(starts(entry), entry);
    for (const other of [
      'b is undeliverable: x',
      'b@contoso.test',
      'b@contoso.test is gone',
      'b@contoso.test\n  transport = x',
      'b@contoso.test\nrouter = x',
      ' b@contoso.test is undeliverable',
    ])
      assert.ok(!starts(other), other);
    assert.ok(startsRoute('x\nb@contoso.test is undeliverable', 2));
  });
  it('ends with its indented lines', () => {
    const text = `${SAID[2]?.[0]}\nb@contoso.test is undeliverable: x\nBye.\n`;
    assert.deepEqual([endOfRoute(new Lines(text), 0), endOfRoute(new Lines(text), 4)], [4, 5]);
  });
});
