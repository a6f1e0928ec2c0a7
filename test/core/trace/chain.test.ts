import assert from 'node:assert/strict';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { traceMessage } from '../../../src/core/trace/messageTrace.ts';
import { readNetworks } from '../../../src/core/trace/networks.ts';

/** What is wrong with each hop, the oldest first; fields are given as in a header, the newest first. */
function problems(fields: readonly string[], expected: string, networks: readonly string[] = []): void {
  const header = fields.map((one, i) => `Received: ${one}; Fri, 20 Nov 2026 12:00:${50 - i} +0000\n`);
  const text = `${header.join('')}From: a@a.test\n\n`;
  const { hops } = traceMessage(readMessage(text, new Lines(text), 0, text.length), readNetworks(networks));
  const told = hops.filter(({ origin }) => origin === 'received').map((hop) => hop.problems.join() || '-');
  assert.equal(told.join(' '), expected, text);
}

const hop = (from: string, by: string, ip = '198.51.100.2'): string => `from ${from} (${from} [${ip}]) by ${by}`;
const first = hop('pc.a.test', 'mx.b.test', '198.51.100.9');

describe('a chain of hops', () => {
  const whole = (newest: string, oldest = first): void => problems([newest, oldest], '- -');
  it('is broken where who handed it on is not who took it before', () => {
    problems([hop('out.z.test', 'mx.c.test'), first], '- chain-break');
    problems([hop('out.z.test', 'mx.c.test'), 'from pc.a.test by 198.51.100.7'], '- chain-break');
  });
  it('is whole where a name, an address or the owner is the same', () => {
    whole(hop('mx.b.test', 'mx.c.test'));
    whole(hop('OUT.b.test', 'mx.c.test'));
    whole(hop('mx.z.test', 'mx.c.test'));
    whole('from mx (unknown [198.51.100.2]) by mx.c.test');
    whole('from out.z.test (HELO mx.b.test) (198.51.100.2) by mx.c.test');
    whole('from out.z.test (mx.b.test [198.51.100.2]) by mx.c.test');
    whole(hop('out.z.test', 'mx.b.test'));
    whole(hop('out.z.test', 'mx.c.test', '198.51.100.7'), 'from pc.a.test by 198.51.100.7');
    whole(hop('out.z.test', 'mx.c.test'), 'from pc.a.test by mx.b.test (198.51.100.2) with Microsoft SMTP Server');
  });
  it('is not called broken where names can be anybody’s', () => {
    whole(hop('out.z.test', 'mx.c.test', '10.0.0.2'));
    whole(hop('localhost', 'mx.c.test'));
    whole('from z (unknown [198.51.100.2]) by mx.c.test');
    whole(hop('out.z.test', 'mx.c.test'), 'from pc.a.test by server');
    whole(hop('out.z.test', 'mx.c.test'), 'from pc.a.test by 10.0.0.7');
    whole(hop('out.z.test', 'mx.c.test'), 'from pc.a.test with HTTP');
  });
});

describe('a hop that may be forged', () => {
  it('is of the receiver’s own, below the break behind which the message came in, and from elsewhere', () => {
    const inside = hop('out.z.test', 'mx.c.test');
    problems([inside, hop('pc.a.test', 'in.c.test', '198.51.100.9')], 'maybe-forged chain-break');
    problems([inside, hop('pc.c.test', 'in.c.test', '198.51.100.9')], '- chain-break');
    problems([inside, hop('pc.a.test', 'in.c.test', '10.0.0.9')], '- chain-break');
    problems([inside, hop('pc.a.test', 'in.b.test', '198.51.100.9')], '- chain-break');
    problems(
      [hop('mx.c.test', 'box.c.test', '10.0.0.3'), inside, hop('pc.a.test', 'in.c.test', '198.51.100.9')],
      'maybe-forged chain-break -',
    );
  });
});

describe('a hop from outside of the networks that are trusted', () => {
  const networks = ['203.0.113.0/24'];
  it('is the newest of them', () => {
    problems([hop('mx.b.test', 'mx.c.test')], 'outside-networks', networks);
    problems([hop('mx.b.test', 'mx.c.test', '203.0.113.2')], '-', networks);
    problems(
      [hop('mx.c.test', 'box.c.test', '203.0.113.2'), hop('mx.b.test', 'mx.c.test'), first],
      '- outside-networks -',
      networks,
    );
    problems([hop('mx.b.test', 'mx.c.test')], '-');
  });
});
