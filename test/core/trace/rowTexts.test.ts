import assert from 'node:assert/strict';
import { inEnglish } from '../../../src/core/text/words.ts';
import type { TraceHop } from '../../../src/core/trace/hop.ts';
import { addressText, detailsOf, notesOf, organisationText } from '../../../src/core/trace/rowTexts.ts';

/** What is told of a hop. */
const told = (hop: Partial<TraceHop>): readonly (readonly [string, string])[] =>
  detailsOf({ origin: 'received', ...hop } as unknown as TraceHop).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : inEnglish(value),
  ]);

describe('the details of a hop', () => {
  it('are named, each once, and what is not known is left out', () => {
    assert.deepEqual(told({}), [['Field', 'Received']]);
    assert.deepEqual(
      told({
        from: 'a.test',
        ip: '192.0.2.1',
        address: 'public',
        trusted: false,
        by: 'b.test',
        with: 'ESMTP',
        organisation: { name: 'contoso.test', role: 'sender' },
        time: 0,
        timeText: 'then',
        delay: -1500,
        correctedDelay: 250,
      } as unknown as Partial<TraceHop>),
      [
        ['Field', 'Received'],
        ['From', 'a.test'],
        ['Address', '192.0.2.1 (outside your networks)'],
        ['By', 'b.test'],
        ['With', 'ESMTP'],
        ['Organisation', 'contoso.test (sender)'],
        ['Time', '1970-01-01 00:00:00 UTC'],
        ['As written', 'then'],
        ['Delay as written', '\u22121.5 s'],
        ['Delay, corrected', '250 ms'],
      ],
    );
  });
});

describe('all details of a hop', () => {
  const received = {
    helo: 'h',
    reverseName: 'r',
    byIp: '192.0.2.9',
    id: '1',
    for: 'x@b.test',
    envelopeFrom: 'y@a.test',
  };
  const of = (name: string, hop: Partial<TraceHop>): string | undefined => told(hop).find(([one]) => one === name)?.[1];

  it('are those of its field and of what is made of it', () => {
    const all = { tls: true, tlsVersion: 'TLSv1.3', cipher: 'X', via: 'v', received } as unknown as Partial<TraceHop>;
    assert.deepEqual(told(all), [
      ['Field', 'Received'],
      ['HELO name', 'h'],
      ['Reverse name', 'r'],
      ['By address', '192.0.2.9'],
      ['Via', 'v'],
      ['TLS', 'TLSv1.3, X'],
      ['Queue id', '1'],
      ['For', 'x@b.test'],
      ['Envelope from', 'y@a.test'],
    ]);
    for (const [origin, field] of [
      ['date', 'Date, by the clock of the writing client'],
      ['x-received', 'X-Received'],
      ['delivery-date', 'Delivery-date'],
    ] as const)
      assert.equal(of('Field', { origin }), field);
  });

  it('say whether it was encrypted', () => {
    assert.equal(of('TLS', { tls: true }), 'yes');
    assert.equal(of('TLS', { tls: true, cipher: 'X' }), 'yes, X');
    assert.equal(of('TLS', { tls: false, received } as unknown as Partial<TraceHop>), 'none stated');
    assert.equal(of('TLS', { tls: false }), undefined);
  });

  it('say what kind of address it is, and whose', () => {
    const address = (more: Partial<TraceHop>): string | undefined => of('Address', { ip: '10.0.0.1', ...more });
    assert.equal(address({}), '10.0.0.1');
    assert.equal(address({ address: 'public' }), '10.0.0.1');
    assert.equal(address({ address: 'private' }), '10.0.0.1 (private)');
    assert.equal(address({ address: 'private', trusted: true }), '10.0.0.1 (private, in your networks)');
    assert.equal(of('Organisation', { organisation: { name: 'A' } }), 'A');
    assert.equal(of('Organisation', { organisation: { name: 'A', role: 'filter' } }), 'A (filter service)');
    assert.equal(organisationText({ name: 'A', role: 'receiver' }), 'A (receiver)');
    assert.equal(organisationText({ name: 'A' }), 'A');
    for (const kind of ['private', 'shared', 'loopback', 'link-local', 'reserved'] as const)
      assert.equal(typeof addressText({ address: kind } as unknown as TraceHop), 'string', kind);
    assert.equal(addressText({ address: 'public' } as unknown as TraceHop), undefined);
    assert.equal(addressText({} as unknown as TraceHop), undefined);
  });
});

describe('the notes of a hop', () => {
  const notes = (hop: Partial<TraceHop>, before?: Partial<TraceHop>): readonly string[] =>
    notesOf({ origin: 'received', problems: [], ...hop } as unknown as TraceHop, before as TraceHop | undefined).map(
      ({ code, level, text }) => `${code} (${level}): ${inEnglish(text)}`,
    );

  it('say what is wrong with its time', () => {
    assert.deepEqual(notes({ problems: ['clock-disagrees'], delay: -90_000 }), [
      'clock-disagrees (warning): 1 min 30 s earlier than the hop before it: one of the two clocks is off, and nothing here shows which.',
    ]);
    assert.deepEqual(notes({ problems: ['clock-disagrees'], origin: 'date' }), [
      'clock-disagrees (warning): Later than the first server’s time: the client’s clock or that server’s is off.',
    ]);
    assert.deepEqual(notes({ problems: ['ambiguous-date', 'no-date', 'bad-date'] }), [
      'ambiguous-date (warning): Day and month of this time could be either way round, so it is left out.',
      'no-date (information): No time is stated here.',
      'bad-date (warning): The time stated here cannot be read, or its time zone is not known.',
    ]);
    assert.deepEqual(notes({ problems: ['clock-behind'], clockOff: -60_000 }), [
      'clock-behind (warning): This clock is at least 1 min behind: the hops around it agree without it.',
    ]);
    assert.deepEqual(notes({ problems: ['clock-behind'], clockOff: -60_000, delay: -3000 }), [
      'clock-behind (warning): This clock is at least 1 min behind: the hops around it agree without it. As written, the message took −3 s to get here.',
    ]);
  });

  it('say what may be made up, and between whom the chain breaks', () => {
    assert.deepEqual(notes({ problems: ['maybe-forged'] }), [
      'maybe-forged (warning): May be forged: it names a server of the receiver, but stands below the line with which the message came in from outside.',
    ]);
    const breaks = (taken: string, handed: string): string =>
      `chain-break (information): The hop before was taken in by ${taken}; here ${handed} hands the message in. One host with two names, a line that is missing, or lines below that were made up.`;
    assert.deepEqual(notes({ problems: ['chain-break'], from: 'b.test', ip: '192.0.2.1' }, { by: 'a.test' }), [
      breaks('a.test', 'b.test'),
    ]);
    assert.deepEqual(notes({ problems: ['chain-break'], ip: '192.0.2.1' }, {}), [breaks('another host', '192.0.2.1')]);
    assert.deepEqual(notes({ problems: ['chain-break'] }), [breaks('another host', 'another host')]);
  });

  it('say why it waited, and how long where that is stated', () => {
    const waiting = { kind: 'queueing', evidence: 'x' } as unknown as NonNullable<TraceHop['waiting']>;
    assert.deepEqual(notes({ waiting }), ['queueing (information): Waited in the queue: “x”']);
    assert.deepEqual(notes({ waiting: { ...waiting, length: 60_000 } }), [
      'queueing (information): Waited in the queue, 1 min: “x”',
    ]);
  });

  it('say which clock is ahead', () => {
    const ahead = 'This clock is at least 1 min ahead: the hops around it agree without it.';
    assert.deepEqual(notes({ problems: ['clock-ahead'], clockOff: 60_000 }), [`clock-ahead (warning): ${ahead}`]);
    assert.deepEqual(notes({ problems: ['clock-ahead'], clockOff: 60_000, delay: 9000 }), [
      `clock-ahead (warning): ${ahead} As written, the message took 9 s to get here.`,
    ]);
    assert.deepEqual(notes({ problems: ['clock-ahead'], clockOff: 60_000, delay: 9000, origin: 'date' }), [
      'clock-ahead (warning): The clock of the writing client is at least 1 min ahead, or its time zone is wrong: the servers agree without it.',
    ]);
    assert.match(notes({ problems: ['clock-behind'] })[0] ?? '', / at least 0 s behind/);
    assert.match(notes({ problems: ['clock-disagrees'] })[0] ?? '', /: 0 s earlier/);
  });

  it('say from where it came in', () => {
    assert.match(
      notes({ problems: ['outside-networks'], ip: '192.0.2.1' })[0] ?? '',
      /^outside-networks \(warning\): Came in from 192\.0\.2\.1, /,
    );
    assert.match(notes({ problems: ['outside-networks'] })[0] ?? '', /Came in from an address, /);
    const both = notes({ problems: ['no-date'], waiting: { kind: 'quarantine', evidence: 'x' } });
    assert.deepEqual(
      both.map((note) => note.replace(/:.*/, '')),
      ['no-date (information)', 'quarantine (information)'],
    );
  });
});
