import assert from 'node:assert/strict';
import { answersInJson } from '../../../../src/core/dns/json/jsonShapes.ts';

/** Each answer as `name type status @server: name type data ttl (shown)`. */
const told = (value: unknown): readonly string[] =>
  answersInJson(value).map(({ name, type, status, server, validated, records }) => {
    const found = records.map(
      (one) =>
        `${one.name} ${one.type} ${one.data}${one.ttl === undefined ? '' : ` ${one.ttl}`}${one.shown === one.data ? '' : ` (${one.shown})`}`,
    );
    return `${name} ${type} ${status}${server === undefined ? '' : ` @${server}`}${validated === undefined ? '' : ` ${validated}`}: ${found.join(' | ')}`;
  });

describe('answers of DNS in JSON', () => {
  it('are those of dnsx, a list a type', () => {
    const lists = {
      a: ['192.0.2.1', ''],
      aaaa: ['2001:db8::1'],
      cname: ['b.contoso.test'],
      mx: ['mx1.contoso.test', 'mx2.contoso.test'],
      ns: ['ns1.contoso.test'],
      txt: ['say "no" \\ yes', '"quoted"'],
      srv: ['a.contoso.test'],
      ptr: ['mail.contoso.test'],
      soa: ['ns1.contoso.test'],
      caa: ['ca.test'],
      any: ['x'],
    };
    for (const [type, data] of Object.entries(lists)) {
      const T = type.toUpperCase();
      const expected =
        type === 'any'
          ? ['contoso.test ? NOERROR: ']
          : type === 'txt'
            ? [
                'contoso.test TXT NOERROR: contoso.test TXT "say \\"no\\" \\\\ yes" (say "no" \\ yes) | contoso.test TXT "quoted"',
              ]
            : [
                `contoso.test ${T} NOERROR: ${data
                  .filter((one) => one !== '')
                  .map((one) => `contoso.test ${T} ${one}`)
                  .join(' | ')}`,
              ];
      assert.deepEqual(told({ host: 'contoso.test.', status_code: 'NOERROR', [type]: data }), expected);
    }
    assert.deepEqual(told({ host: 'contoso.test', status_code: 'NXDOMAIN' }), ['contoso.test ? NXDOMAIN: ']);
    assert.deepEqual(told({ host: 'contoso.test' }), []);
    assert.deepEqual(told({ status_code: 'NOERROR' }), []);
  });

  it('are those of zdns and massdns, an answer an object', () => {
    const answers = [
      { name: 'contoso.test.', type: 'CNAME', answer: 'b.contoso.test', ttl: 60 },
      { name: 'contoso.test.', type: 'MX', preference: 10, answer: 'mx1.contoso.test.', ttl: '300s' },
      { name: 'contoso.test.', type: 'MX', data: '20 mx2.contoso.test.', ttl: '5m' },
      { name: 'contoso.test.', type: 'MX', data: '' },
      { name: 'contoso.test.', data: 'no type' },
    ];
    const records =
      'contoso.test CNAME b.contoso.test 60 | contoso.test MX 10 mx1.contoso.test. 300 (mx1.contoso.test.) | contoso.test MX 20 mx2.contoso.test.';
    const whole = { name: 'contoso.test.', status: 'noerror', data: { answers, resolver: '192.0.2.53:53' } };
    assert.deepEqual(told(whole), [`contoso.test MX NOERROR @192.0.2.53: ${records}`]);
    assert.deepEqual(told({ ...whole, type: 'A', resolver: '192.0.2.54', data: { answers: [] } }), [
      'contoso.test A NOERROR @192.0.2.54: ',
    ]);
    assert.deepEqual(told({ ...whole, data: { answers: [] } }), ['contoso.test ? NOERROR: ']);
    assert.deepEqual(told({ ...whole, data: { answers: answers.slice(0, 1) } }), [
      'contoso.test ? NOERROR: contoso.test CNAME b.contoso.test 60',
    ]);
    assert.deepEqual(
      told({
        name: 'contoso.test',
        results: { MX: { status: 'NOERROR', data: { answers: [] } }, A: { status: 'SERVFAIL', data: {} }, x: 'none' },
      }),
      ['contoso.test MX NOERROR: ', 'contoso.test A SERVFAIL: '],
    );
    for (const value of [
      { ...whole, name: '' },
      { ...whole, status: 'x y' },
      { ...whole, data: 'none' },
    ])
      assert.deepEqual(told(value), []);
    const many = Object.fromEntries(
      Array.from({ length: 51 }, (_, i) => [`TYPE${i}`, { status: 'NOERROR', data: {} }] as const),
    );
    assert.equal(told({ name: 'contoso.test', results: many }).length, 50);
  });

  it('are those of DNS over HTTPS', () => {
    const value = {
      Status: 0,
      AD: true,
      Question: [{ name: 'contoso.test.', type: 15 }],
      Answer: [{ name: 'contoso.test.', type: 15, TTL: 300, data: '10 mx1.contoso.test.' }],
    };
    assert.deepEqual(told(value), ['contoso.test MX NOERROR true: contoso.test MX 10 mx1.contoso.test. 300']);
    assert.deepEqual(told({ ...value, AD: false, Status: 3, Answer: undefined }), ['contoso.test MX NXDOMAIN: ']);
    assert.deepEqual(told({ ...value, Question: [{ name: 'contoso.test.' }], Answer: [] }), [
      'contoso.test ? NOERROR true: ',
    ]);
    assert.deepEqual(told({ ...value, Question: 'x' }), []);
    assert.deepEqual(told([value, 'x', value]), [...told(value), ...told(value)]);
  });

  it('are those of kdig (RFC 8427)', () => {
    const value = {
      QNAME: 'contoso.test.',
      QTYPE: 15,
      QTYPEname: 'MX',
      RCODE: 0,
      answerRRs: [
        { NAME: 'contoso.test.', TYPE: 15, TYPEname: 'MX', TTL: 300, rdataMX: '10 mx1.contoso.test.' },
        { NAME: 'contoso.test.', TYPE: 1, TTL: 300, rdataA: '192.0.2.1' },
        { NAME: 'contoso.test.', TYPE: 1, TTL: 300 },
      ],
    };
    const records = 'contoso.test MX 10 mx1.contoso.test. 300 | contoso.test A 192.0.2.1 300';
    assert.deepEqual(told(value), [`contoso.test MX NOERROR: ${records}`]);
    assert.deepEqual(told({ ...value, QTYPEname: undefined }), [`contoso.test MX NOERROR: ${records}`]);
    assert.deepEqual(told({ ...value, QTYPEname: undefined, QTYPE: undefined, RCODE: 2, answerRRs: [] }), [
      'contoso.test ? SERVFAIL: ',
    ]);
    assert.deepEqual(told({ ...value, RCODE: undefined }), []);
    assert.deepEqual(told({ ...value, answerRRs: [{ NAME: 'x.', 'rdata?': 'y' }] }), [
      'contoso.test MX NOERROR: x ? y',
    ]);
  });

  it('are those of doggo and dog, a response a server', () => {
    const doggo = {
      responses: [
        {
          questions: [{ name: 'contoso.test.', type: 'MX' }],
          answers: [
            {
              name: 'contoso.test.',
              type: 'MX',
              ttl: '300s',
              address: '10 mx1.contoso.test.',
              status: 'NOERROR',
              nameserver: '192.0.2.53:53',
            },
          ],
        },
      ],
    };
    assert.deepEqual(told(doggo), ['contoso.test MX NOERROR @192.0.2.53:53: contoso.test MX 10 mx1.contoso.test. 300']);
    const dog = (fields: object): readonly string[] =>
      told({ responses: [{ queries: [{ name: 'contoso.test.', type: 'MX' }], ...fields }] });
    assert.deepEqual(
      dog({
        answers: [
          { name: 'contoso.test.', type: 'MX', ttl: 300, data: { preference: 10, exchange: 'mx1.contoso.test.' } },
        ],
      }),
      ['contoso.test MX NOERROR: contoso.test MX 10 mx1.contoso.test. 300 (mx1.contoso.test.)'],
    );
    assert.deepEqual(
      dog({ answers: [{ name: 'contoso.test.', type: 'TXT', ttl: 300, data: { messages: ['a b', 'c'] } }] }),
      ['contoso.test MX NOERROR: contoso.test TXT "a b" "c" 300 (a b)'],
    );
    assert.deepEqual(dog({ answers: [], flags: { error_code: 'NXDomain' } }), ['contoso.test MX NXDOMAIN: ']);
    assert.deepEqual(dog({ answers: [], status: 'servfail' }), ['contoso.test MX SERVFAIL: ']);
    assert.deepEqual(dog({ answers: [{ status: 'REFUSED' }], status: 'NOERROR' }), ['contoso.test MX REFUSED: ']);
    assert.deepEqual(dog({ queries: [{ name: 'contoso.test.' }] }), ['contoso.test ? NOERROR: ']);
    assert.deepEqual(dog({ queries: [{ type: 'MX' }] }), []);
    assert.deepEqual(dog({ queries: [] }), []);
  });

  it('are the objects of Resolve-DnsName', () => {
    const mx = {
      Name: 'contoso.test',
      Type: 15,
      TTL: 300,
      NameExchange: 'mx1.contoso.test',
      Preference: 10,
      Section: 1,
    };
    const read = 'contoso.test MX 10 mx1.contoso.test. 300 (mx1.contoso.test)';
    assert.deepEqual(told(mx), [`contoso.test MX NOERROR: ${read}`]);
    assert.deepEqual(told([mx, { ...mx, Section: 'Answer' }, { ...mx, Section: 3 }]), [
      `contoso.test MX NOERROR: ${read} | ${read}`,
    ]);
    assert.deepEqual(told({ ...mx, Section: 3 }), []);
    for (const [fields, expected] of [
      [
        { Type: 'NS', NameHost: 'ns1.contoso.test' },
        'contoso.test NS NOERROR: contoso.test NS ns1.contoso.test. (ns1.contoso.test)',
      ],
      [{ Type: 'A', IPAddress: '192.0.2.1' }, 'contoso.test A NOERROR: contoso.test A 192.0.2.1'],
      [{ QueryType: 'A', IP4Address: '192.0.2.1' }, 'contoso.test A NOERROR: contoso.test A 192.0.2.1'],
      [{ Type: 'AAAA', IP6Address: '2001:db8::1' }, 'contoso.test AAAA NOERROR: contoso.test AAAA 2001:db8::1'],
      [
        { Type: 'TXT', Strings: ['a "b"', 'c\\'] },
        'contoso.test TXT NOERROR: contoso.test TXT "a \\"b\\"" "c\\\\" (a "b")',
      ],
      [{ Type: 'TXT', Strings: 'x' }, 'contoso.test TXT NOERROR: contoso.test TXT "x" (x)'],
      [{ Type: 'TXT', Text: ['x'], Strings: null }, 'contoso.test TXT NOERROR: contoso.test TXT "x" (x)'],
      [
        { Type: 'SOA', PrimaryServer: 'ns1.contoso.test', SerialNumber: 7 },
        'contoso.test SOA NOERROR: contoso.test SOA ns1.contoso.test.  7 (7)',
      ],
      [
        { Type: 'SRV', Priority: 0, Weight: 1, Port: 443, NameTarget: 'a.contoso.test' },
        'contoso.test SRV NOERROR: contoso.test SRV 0 1 443 a.contoso.test. (a.contoso.test)',
      ],
    ] as const)
      assert.deepEqual(told({ Name: 'contoso.test', ...fields }), [expected.replace('.  7', '. 7')]);
    const cname = { Name: 'www.contoso.test', Type: 'CNAME', NameHost: 'contoso.test' };
    assert.deepEqual(told([cname, { Name: 'contoso.test', Type: 'A', IPAddress: '192.0.2.1' }]), [
      'www.contoso.test A NOERROR: www.contoso.test CNAME contoso.test. (contoso.test) | contoso.test A 192.0.2.1',
    ]);
    assert.deepEqual(told(cname), [
      'www.contoso.test CNAME NOERROR: www.contoso.test CNAME contoso.test. (contoso.test)',
    ]);
    for (const value of [
      { ...mx, Name: undefined },
      { Name: 'x', Type: 'MX' },
      { Name: 'x', IPAddress: '192.0.2.1' },
      { Name: 'x', Type: 'A', IPAddress: ' ' },
      7,
      null,
      'x',
      [],
    ])
      assert.deepEqual(told(JSON.parse(JSON.stringify(value))), [], JSON.stringify(value));
  });
});

const answers = (value: unknown): readonly string[] =>
  answersInJson(value).map(({ name, type, status, records }) =>
    [name, type, status, ...records.map(({ data }) => data)].join(' '),
  );
const zdns = {
  name: 'contoso.test',
  type: 'MX',
  status: 'NOERROR',
  data: {
    answers: [{ type: 'MX', name: 'contoso.test', answer: 'mx1.contoso.test', preference: 10, ttl: 300 }],
    resolver: '192.0.2.53:53',
  },
};

describe('an answer of a scanner in JSON', () => {
  it('has a name, a status that is known and its data', () => {
    assert.deepEqual(answers(zdns), ['contoso.test MX NOERROR 10 mx1.contoso.test']);
    assert.equal(answersInJson(zdns)[0]?.server, '192.0.2.53');
    for (const left of [{ name: '' }, { status: 'WHATEVER' }, { status: undefined }, { data: 'x' }, { data: null }])
      assert.deepEqual(answers({ ...zdns, ...left }), [], JSON.stringify(left));
  });
  it('has the type of its first record that is no alias, where none is named', () => {
    const alias = { type: 'CNAME', name: 'contoso.test', answer: 'a.test', ttl: 1 };
    const data = { answers: [alias, { type: 'A', name: 'a.test', answer: '192.0.2.1', ttl: 1 }] };
    assert.equal(answersInJson({ ...zdns, type: undefined, data })[0]?.type, 'A');
    assert.equal(answersInJson({ ...zdns, type: undefined, data: { answers: [alias] } })[0]?.type, '?');
  });
  it('stands in a list a type, where the scanner asked for several', () => {
    const { name, ...one } = zdns;
    assert.deepEqual(
      answers({
        name,
        results: { MX: one, A: { ...one, type: undefined, status: 'NXDOMAIN', data: { answers: [] } } },
      }),
      ['contoso.test MX NOERROR 10 mx1.contoso.test', 'contoso.test ? NXDOMAIN'],
    );
  });
  it('stands by the names of types, as dnsx writes it', () => {
    const dnsx = {
      host: 'contoso.test.',
      status_code: 'NOERROR',
      a: ['192.0.2.1', ''],
      mx: ['mx1.contoso.test'],
      txt: 7,
    };
    assert.deepEqual(answers(dnsx), ['contoso.test A NOERROR 192.0.2.1', 'contoso.test MX NOERROR mx1.contoso.test']);
    assert.deepEqual(answers({ host: 'gone.test', status_code: 'NXDOMAIN' }), ['gone.test ? NXDOMAIN']);
    assert.deepEqual(answers({ host: 'gone.test' }), []);
    assert.deepEqual(answers({ status_code: 'NXDOMAIN' }), []);
  });
});
