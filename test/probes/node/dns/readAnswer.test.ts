import assert from 'node:assert/strict';
import packet, { type Answer as WireAnswer } from 'dns-packet';
import fc from 'fast-check';
import { readAnswer } from '../../../../src/probes/node/dns/readAnswer.ts';
import { writeQuery } from '../../../../src/probes/node/dns/writeQuery.ts';
import type { Question, RecordType } from '../../../../src/probes/ports.ts';

/** Written by a library that knows nothing of ours. */
const message = (question: Question, answers: readonly WireAnswer[], flags = 0): Buffer =>
  packet.encode({
    type: 'response',
    id: 7,
    flags,
    questions: [{ name: question.name, type: question.type as 'A' }],
    answers: [...answers],
  });

const said = (question: Question, answers: readonly WireAnswer[]): readonly string[] => {
  const read = readAnswer(message(question, answers), 7, question);
  assert.equal(read.kind, 'answer');
  return read.kind === 'answer' ? read.attempt.records.map((one) => `${one.name} ${one.type} ${one.data}`) : [];
};

const data = (type: RecordType, answer: object): string | undefined =>
  said({ name: 'contoso.test', type }, [{ name: 'contoso.test', type, ...answer } as WireAnswer])[0]?.slice(
    `contoso.test ${type} `.length,
  );

const a = (name: string, address = '192.0.2.1'): WireAnswer => ({ name, type: 'A', data: address });
const alias = (name: string, target: string): WireAnswer => ({ name, type: 'CNAME', data: target });

describe('the data of a record', () => {
  it('is written in zone-file form, whatever its type', () => {
    assert.equal(data('A', { data: '192.0.2.1' }), '192.0.2.1');
    assert.equal(data('AAAA', { data: '2001:db8::1' }), '2001:db8::1');
    assert.equal(data('AAAA', { data: '2001:db8:0:1:0:0:0:1' }), '2001:db8:0:1::1');
    assert.equal(data('AAAA', { data: '2001:db8:0:1:1:1:1:1' }), '2001:db8:0:1:1:1:1:1');
    assert.equal(data('AAAA', { data: '::ffff:192.0.2.1' }), '::ffff:192.0.2.1');
    assert.equal(data('MX', { data: { preference: 10, exchange: 'mx1.contoso.test' } }), '10 mx1.contoso.test.');
    assert.equal(data('MX', { data: { preference: 0, exchange: '.' } }), '0 .');
    assert.equal(data('TXT', { data: ['a "b" \\', Buffer.from([0xff, 9])] }), '"a \\"b\\" \\\\" "\\255\\009"');
    assert.equal(
      data('SOA', {
        data: {
          mname: 'ns1.test',
          rname: 'a.test',
          serial: 4_294_967_295,
          refresh: 2,
          retry: 3,
          expire: 4,
          minimum: 5,
        },
      }),
      'ns1.test. a.test. 4294967295 2 3 4 5',
    );
    assert.equal(data('SRV', { data: { priority: 1, weight: 2, port: 587, target: 'mx.test' } }), '1 2 587 mx.test.');
    assert.equal(
      data('CAA', { data: { flags: 128, tag: 'issue', value: 'ca.test; a=b' } }),
      '128 issue "ca.test; a=b"',
    );
    assert.equal(
      data('TLSA', { data: { usage: 3, selector: 1, matchingType: 1, certificate: Buffer.from('abcd', 'hex') } }),
      '3 1 1 ABCD',
    );
    assert.equal(
      data('DS', { data: { keyTag: 9, algorithm: 13, digestType: 2, digest: Buffer.from('00ff', 'hex') } }),
      '9 13 2 00FF',
    );
    assert.equal(data('DNSKEY', { data: { flags: 257, algorithm: 13, key: Buffer.from('key') } }), '257 3 13 a2V5');
    assert.equal(
      data('NAPTR', {
        data: { order: 1, preference: 2, flags: 'S', services: 'x', regexp: '', replacement: 'a.test' },
      }),
      '1 2 "S" "x" "" a.test.',
    );
  });
  it('of a type without a name here is its octets (RFC 3597 5)', () => {
    const bytes = message({ name: 'contoso.test', type: 'ANY' }, [a('contoso.test')]);
    bytes.writeUInt16BE(65_280, bytes.length - 14);
    const read = readAnswer(bytes, 7, { name: 'contoso.test', type: 'ANY' });
    assert.ok(read.kind === 'answer');
    assert.deepEqual(
      read.attempt.records.map((one) => `${one.type} ${one.data}`),
      ['TYPE65280 \\# 4 C0000201'],
    );
  });
  it('that does not have the form of its type is counted and not shown', () => {
    const bytes = message({ name: 'contoso.test', type: 'A' }, [a('contoso.test')]);
    bytes.writeUInt16BE(3, bytes.length - 6);
    const read = readAnswer(bytes.subarray(0, bytes.length - 1), 7, { name: 'contoso.test', type: 'A' });
    assert.ok(read.kind === 'answer');
    assert.deepEqual([read.attempt.records.length, read.attempt.unreadable], [0, 1]);
  });
});

describe('the records of an answer', () => {
  const question: Question = { name: 'Good.test', type: 'A' };
  it('follow from the name that was asked, in any case of letters', () => {
    assert.deepEqual(said(question, [a('good.TEST')]), ['good.TEST A 192.0.2.1']);
    assert.deepEqual(said(question, [a('mx.test'), alias('b.test', 'mx.test'), alias('good.test', 'b.test')]), [
      'good.test CNAME b.test.',
      'b.test CNAME mx.test.',
      'mx.test A 192.0.2.1',
    ]);
  });
  it('are not those of another name, which are counted', () => {
    const read = readAnswer(message(question, [a('bank.test'), a('good.test', '192.0.2.2')]), 7, question);
    assert.ok(read.kind === 'answer');
    assert.deepEqual([read.attempt.records.map((one) => one.data), read.attempt.strays], [['192.0.2.2'], 1]);
  });
  it('say when aliases lead back', () => {
    const read = readAnswer(
      message(question, [alias('good.test', 'b.test'), alias('b.test', 'good.test')]),
      7,
      question,
    );
    assert.ok(read.kind === 'answer');
    assert.deepEqual([read.attempt.aliasLoop, read.attempt.records.length], [true, 2]);
  });
  it('begin with the DNAME from which the server made an alias (RFC 6672 3.1), each once', () => {
    const dname = (name: string, target: string): WireAnswer => ({ name, type: 'DNAME', data: target }) as WireAnswer;
    assert.deepEqual(
      said({ name: 'x.y.a.test', type: 'A' }, [
        dname('a.test', 'b.test'),
        alias('x.y.a.test', 'x.y.b.test'),
        dname('b.test', 'c.test'),
        alias('x.y.b.test', 'z.a.test'),
        alias('z.a.test', 'z.b.test'),
        a('z.b.test'),
      ]),
      [
        'a.test DNAME b.test.',
        'x.y.a.test CNAME x.y.b.test.',
        'b.test DNAME c.test.',
        'x.y.b.test CNAME z.a.test.',
        'z.a.test CNAME z.b.test.',
        'z.b.test A 192.0.2.1',
      ],
    );
    assert.deepEqual(said({ name: 'a.test', type: 'A' }, [dname('a.test', 'b.test'), a('a.test')]), [
      'a.test A 192.0.2.1',
    ]);
  });
  it('have their signatures beside them, those of aliases too', () => {
    const signature = (name: string, typeCovered: string): WireAnswer =>
      ({
        name,
        type: 'RRSIG',
        data: {
          typeCovered,
          algorithm: 13,
          labels: 2,
          originalTTL: 300,
          expiration: 1_795_305_600,
          inception: 1_795_219_200,
          keyTag: 7,
          signersName: 'a.test',
          signature: Buffer.from('abc'),
        },
      }) as WireAnswer;
    const found = said({ name: 'w.a.test', type: 'A' }, [
      alias('w.a.test', 'a.test'),
      signature('w.a.test', 'CNAME'),
      a('a.test'),
      signature('a.test', 'A'),
    ]);
    assert.deepEqual(
      found.map((one) => one.split(' ').slice(0, 3).join(' ')),
      ['w.a.test CNAME a.test.', 'w.a.test RRSIG CNAME', 'a.test A 192.0.2.1', 'a.test RRSIG A'],
    );
    assert.deepEqual(
      said({ name: 'a.test', type: 'RRSIG' }, [signature('a.test', 'A')]).map((one) => one.slice(0, 14)),
      ['a.test RRSIG A'],
    );
  });
  it('of the root are of a dot', () =>
    assert.deepEqual(said({ name: '.', type: 'NS' }, [{ name: '.', type: 'NS', data: 'a.test' } as WireAnswer]), [
      '. NS a.test.',
    ]));
  it('come with those that the server has beside them', () => {
    const bytes = packet.encode({
      type: 'response',
      id: 7,
      questions: [{ name: 'a.test', type: 'A' }],
      authorities: [{ name: 'a.test', type: 'NS', data: 'ns.b.test' }],
      additionals: [a('ns.b.test', '192.0.2.53')],
    });
    const read = readAnswer(bytes, 7, { name: 'a.test', type: 'A', recursion: false });
    assert.ok(read.kind === 'answer');
    const { authority, additional } = read.attempt;
    assert.deepEqual(
      [authority, additional].map((list) => list?.map(({ name, type, data: own }) => [name, type, own])),
      [[['a.test', 'NS', 'ns.b.test.']], [['ns.b.test', 'A', '192.0.2.53']]],
    );
  });
  it('are what was asked for where the alias itself was', () => {
    assert.deepEqual(said({ name: 'good.test', type: 'CNAME' }, [alias('good.test', 'b.test'), a('b.test')]), [
      'good.test CNAME b.test.',
    ]);
  });
  it('beyond the limit are counted', () => {
    const many = [...Array(600).keys()].map((i) => a('good.test', `192.0.${i >> 8}.${i & 255}`));
    const read = readAnswer(message(question, many), 7, question);
    assert.ok(read.kind === 'answer');
    assert.deepEqual([read.attempt.records.length, read.attempt.left], [500, 100]);
  });
});

describe('an answer that says nothing about the records', () => {
  const question: Question = { name: 'contoso.test', type: 'A' };
  const read = (change: Partial<Parameters<typeof packet.encode>[0]>, asked: Question = question) => {
    const questions = [{ name: asked.name, type: asked.type as 'A' }];
    const result = readAnswer(packet.encode({ type: 'response', id: 7, questions, ...change }), 7, asked);
    return result.kind === 'answer' ? [result.attempt.status, result.attempt.detail ?? ''] : [result.kind];
  };
  const ns: WireAnswer = { name: 'test', type: 'NS', data: 'ns1.test' };
  const soa = { name: 'test', type: 'SOA', data: { mname: 'ns1.test', rname: 'a.test' } } as WireAnswer;
  it('names other servers, which a resolver would have asked (RFC 2308 2.2)', () => {
    assert.equal(read({ authorities: [ns] })[0], 'LAME');
    assert.equal(read({ authorities: [ns, soa] })[0], 'NOERROR');
    assert.equal(read({ authorities: [ns], flags: packet.AUTHORITATIVE_ANSWER })[0], 'NOERROR');
    assert.equal(read({ authorities: [ns] }, { ...question, recursion: false })[0], 'NOERROR');
  });
  it('stops at an alias, which a resolver would have followed', () => {
    const answers = [alias('contoso.test', 'www.fabrikam.test')];
    assert.equal(read({ answers })[0], 'LAME');
    assert.equal(read({ answers, flags: packet.RECURSION_AVAILABLE })[0], 'NOERROR');
    assert.equal(read({ answers, authorities: [soa] })[0], 'NOERROR');
    assert.equal(read({ answers }, { ...question, type: 'CNAME' })[0], 'NOERROR');
    assert.equal(read({ answers: [...answers, a('www.fabrikam.test')] })[0], 'NOERROR');
  });
  it('holds nothing but records of other names, or such as cannot be read', () => {
    assert.deepEqual(read({ answers: [a('bank.test')] }), [
      'MALFORMED',
      'one record in the answer has nothing to do with the name',
    ]);
    assert.deepEqual(read({ answers: [a('bank.test'), a('bank2.test')] }), [
      'MALFORMED',
      '2 records in the answer have nothing to do with the name',
    ]);
    const short = { name: 'contoso.test', type: 'UNKNOWN_1', data: Buffer.from([1, 2]) } as unknown as WireAnswer;
    const bytes = packet.encode({
      type: 'response',
      id: 7,
      questions: [{ name: 'contoso.test', type: 'A' }],
      answers: [{ ...short, type: 'NULL', data: Buffer.from([1, 2]) } as WireAnswer],
    });
    bytes.writeUInt16BE(1, bytes.length - 12);
    const result = readAnswer(bytes, 7, question);
    assert.deepEqual(result.kind === 'answer' && [result.attempt.status, result.attempt.detail], [
      'MALFORMED',
      'one record in the answer cannot be read',
    ]);
  });
});

describe('a packet', () => {
  const question: Question = { name: 'contoso.test', type: 'A' };
  it('answers the question that was asked only, with its id', () => {
    assert.equal(readAnswer(message(question, []), 8, question).kind, 'other');
    assert.equal(readAnswer(message({ ...question, name: 'other.test' }, []), 7, question).kind, 'other');
    assert.equal(readAnswer(message({ ...question, type: 'MX' }, []), 7, question).kind, 'other');
    assert.equal(readAnswer(message(question, []).subarray(0, 12), 7, question).kind, 'malformed');
  });
  it('is an answer of this kind of question, with one question of the Internet (RFC 9619 4)', () => {
    const kind = (change: (bytes: Buffer) => void): string => {
      const bytes = message(question, [a('contoso.test')]);
      change(bytes);
      return readAnswer(bytes, 7, question).kind;
    };
    assert.equal(
      kind(() => {}),
      'answer',
    );
    assert.equal(
      kind((bytes) => bytes.writeUInt8(bytes.readUInt8(2) | 0x28, 2)),
      'malformed',
    );
    assert.equal(
      kind((bytes) => bytes.writeUInt16BE(2, 4)),
      'malformed',
    );
    assert.equal(
      kind((bytes) => bytes.writeUInt16BE(3, 28)),
      'malformed',
    );
  });
  it('may leave the question out where it could not be read, and nowhere else (RFC 1035 4.1.1)', () => {
    const bare = (code: number): ReturnType<typeof readAnswer> =>
      readAnswer(packet.encode({ type: 'response', id: 7, flags: code, questions: [] }), 7, question);
    const refused = bare(1);
    assert.deepEqual(refused.kind === 'answer' && refused.attempt.status, 'FORMERR');
    assert.equal(bare(0).kind, 'other');
  });
  it('answers a name that was written with more escapes than it needs', () => {
    const read = readAnswer(message(question, [a('contoso.test')]), 7, { name: '\\099ontoso.test', type: 'A' });
    assert.equal(read.kind === 'answer' && read.attempt.records.length, 1);
  });
  it('tells who answers and on what ground', () => {
    const flags = packet.AUTHORITATIVE_ANSWER | packet.AUTHENTIC_DATA | packet.RECURSION_AVAILABLE;
    const read = readAnswer(message(question, [], flags), 7, question);
    assert.ok(read.kind === 'answer');
    const { authoritative, authenticated, recursive } = read.attempt;
    assert.deepEqual([authoritative, authenticated, recursive], [true, true, true]);
  });
  it('carries an extended error (RFC 8914), made printable', () => {
    const bytes = packet.encode({
      type: 'response',
      id: 7,
      questions: [{ name: 'contoso.test', type: 'A' }],
      additionals: [
        {
          type: 'OPT',
          name: '.',
          udpPayloadSize: 1232,
          extendedRcode: 1,
          ednsVersion: 0,
          flags: 0,
          flag_do: false,
          options: [
            { code: 15 as unknown as 'CLIENT_SUBNET', data: Buffer.from('\0\x06bad \x1b[31m', 'latin1') } as never,
          ],
        },
      ],
    });
    const read = readAnswer(bytes, 7, question);
    assert.ok(read.kind === 'answer');
    assert.deepEqual(read.attempt.extended, [{ code: 6, text: 'bad ?[31m' }]);
    assert.equal(read.attempt.status, 'BADVERS');
  });
  it('is read or refused, whatever octets it holds', () => {
    const start = message(question, [a('contoso.test'), alias('b.test', 'c.test')]);
    fc.assert(
      fc.property(
        fc.nat(start.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.nat(start.length),
        (at, octet, end) => {
          const bytes = Buffer.from(start);
          bytes[at] = octet;
          assert.ok(readAnswer(bytes.subarray(0, end), 7, question).kind.length > 0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a query', () => {
  it('is what a library reads as our question', () => {
    const query = writeQuery({ name: '_dmarc.contoso.test', type: 'TXT' }, true);
    assert.ok(query !== undefined);
    const read = packet.decode(query.bytes);
    assert.deepEqual(read.questions, [{ name: '_dmarc.contoso.test', type: 'TXT', class: 'IN' }]);
    assert.deepEqual([read.id, read.flag_rd, read.flag_ad, read.flag_cd], [query.id, true, true, false]);
    assert.equal(read.additionals?.[0]?.type, 'OPT');
  });
  it('asks a server for what it knows itself, or a resolver not to validate', () => {
    const flags = (change: Partial<Question>) => {
      const read = packet.decode(
        writeQuery({ name: 'a.test', type: 'A', ...change }, false)?.bytes ?? Buffer.alloc(12),
      );
      return [read.flag_rd, read.flag_cd, read.additionals?.length];
    };
    assert.deepEqual(flags({ recursion: false }), [false, false, 0]);
    assert.deepEqual(flags({ checking: false }), [true, true, 0]);
  });
});
