import assert from 'node:assert/strict';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { chainProblems } from '../../../src/core/trace/chain.ts';
import type { TraceHop } from '../../../src/core/trace/hop.ts';
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

describe('hops by what they say of each other', () => {
  interface Said {
    readonly from?: string;
    readonly helo?: string;
    readonly reverseName?: string;
    readonly byIp?: string;
  }
  const made = (
    by: string | undefined,
    ip: string | undefined,
    said: Said = {},
    more: Partial<TraceHop> = {},
  ): TraceHop =>
    ({
      ...{ origin: 'received', by, from: said.from, ip, received: said },
      ...(ip !== undefined && { address: ip.startsWith('10.') ? 'private' : 'public' }),
      ...more,
    }) as unknown as TraceHop;
  const are = (expected: string, ...hops: readonly TraceHop[]): void =>
    assert.equal(
      chainProblems(hops)
        .map((list) => list.join() || '-')
        .join(' '),
      expected,
    );
  const [IN, OUT] = ['198.51.100.9', '198.51.100.2'];

  it('hold by one of several names, in any case, or by an address', () => {
    const older = made('mx.b.test', IN, { from: 'pc.a.test', byIp: OUT });
    const broken = made('mx.b.test', IN, { from: 'pc.a.test' });
    are('- -', older, made('mx.c.test', OUT, { from: 'out.z.test' }));
    are('- chain-break', broken, made('mx.c.test', OUT, { from: 'out.z.test' }));
    are('- -', broken, made('mx.c.test', OUT, { from: 'out.z.test', helo: 'MX.b.test.' }));
    are('- -', broken, made('mx.c.test', OUT, { from: 'out.z.test', reverseName: 'x.b.test' }));
    are('- -', broken, made('mx.c.test', OUT, { from: 'out.z.test', helo: 'localhost' }));
    are('- -', broken, made('mx.c.test', OUT, { from: 'out.z.test', reverseName: 'mx.y.test' }));
    are('- -', broken, made('mx.c.test', OUT, { helo: '[198.51.100.2]' }));
    are('- -', broken, made('mx.c.test', undefined, {}));
    are('- chain-break', broken, made('mx.c.test', undefined, { from: 'out.z.test' }));
    are('- -', made(undefined, IN), made('mx.c.test', OUT, { from: 'out.z.test' }));
    are('- -', made('server', IN), made('mx.c.test', OUT, { from: 'out.z.test' }));
    are('- chain-break', made('198.51.100.7', IN), made('mx.c.test', OUT, { from: 'out.z.test' }));
    are('- -', made('198.51.100.7', IN), made('mx.c.test', OUT, { from: 'out.z.test', helo: '[198.51.100.7]' }));
    are('- -', made('198.51.100.7', IN), made('mx.c.test', undefined, { from: 'out.z.test' }));
    are('- chain-break', made('198.51.7.7', IN), made('198.51.100.7', OUT, { from: 'out.z.test' }));
    are('');
  });

  it('are those of Received fields alone', () => {
    const date = made(undefined, undefined, {}, { origin: 'date' });
    const x = made('mx.x.test', IN, { from: 'q.w.test' }, { origin: 'x-received' });
    are('- - - chain-break', date, made('mx.b.test', IN), x, made('mx.c.test', OUT, { from: 'out.z.test' }));
  });

  it('may be forged below where the message came in alone', () => {
    const forged = made('in.c.test', IN, { from: 'pc.a.test' });
    const entry = made('mx.c.test', OUT, { from: 'out.z.test' });
    are('maybe-forged chain-break', forged, entry);
    are('maybe-forged chain-break', made('in.c.test', IN), entry);
    are(
      '- chain-break -',
      forged,
      made('mx.d.test', OUT, { from: 'out.z.test' }),
      made('mx.c.test', '10.0.0.1', { from: 'mx.d.test' }),
    );
    are('maybe-forged chain-break -', forged, entry, made('box.c.test', '10.0.0.1', { from: 'mx.c.test' }));
    are('- chain-break', forged, made('mx.c.test', undefined, { from: 'out.z.test' }));
    are('outside-networks chain-break', { ...forged, trusted: false }, { ...entry, trusted: true });
    are('- outside-networks', made('mx.b.test', IN), made('mx.c.test', OUT, { from: 'mx.b.test' }, { trusted: false }));
  });
});
