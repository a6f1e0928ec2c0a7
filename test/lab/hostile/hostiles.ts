import {
  ASKED,
  framed,
  labels,
  message,
  named,
  type Query,
  record,
  strings,
  TYPES,
  u16,
  withOption,
} from './message.ts';
import { drip, flood, type Hostile, over } from './servers.ts';

export interface HostileRow {
  readonly name: string;
  /** What the report of a check tells of it. */
  readonly says: RegExp;
  readonly hostile: Hostile;
}

const udp = (says: (query: Query, again: (bytes: Buffer) => void) => readonly Buffer[]): Hostile => ({
  over: 'udp',
  says,
});
const one = (says: (query: Query) => Buffer): Hostile => udp((query) => [says(query)]);
const whole = (says: (query: Query) => Buffer): Hostile => ({
  over: 'tcp',
  says: (query, socket) => over(socket, says(query)),
});

const LOOPBACK = Buffer.from([127, 0, 0, 1]);
const txt = (text: string): Buffer => record(ASKED, TYPES.TXT, strings(text));
const mx = (preference: number, exchange: Buffer): Buffer =>
  record(ASKED, TYPES.MX, Buffer.concat([u16(preference), exchange]));
const cname = (owner: Buffer, target: Buffer): Buffer => record(owner, TYPES.CNAME, target);

/** Answers by type; no record for any other. */
const byType = (query: Query, answers: Readonly<Record<number, readonly Buffer[]>>): Buffer =>
  message(query, { answers: answers[query.type] ?? [] });

const SPF = 'v=spf1 -all';
const ordinary = (query: Query): Buffer =>
  byType(query, {
    [TYPES.MX]: [mx(10, named('mx.contoso.test'))],
    [TYPES.A]: [record(ASKED, TYPES.A, LOOPBACK)],
    [TYPES.TXT]: [txt(SPF)],
  });

/** A message whose names are pointers that lead from one to the next, thousands of times. */
function pointers(query: Query): Buffer {
  const start = message(query, { claimed: 500 });
  const chain: Buffer[] = [Buffer.from([0])];
  const at = start.length + 11;
  for (let i = 0; i < 6000; i++) chain.push(u16(0xc000 | (i === 0 ? at : at + 1 + 2 * (i - 1))));
  const bomb = Buffer.concat(chain);
  const holder = Buffer.concat([Buffer.from([0]), u16(TYPES.TXT), u16(1), Buffer.alloc(4), u16(bomb.length), bomb]);
  const last = u16(0xc000 | (at + 1 + 2 * 5999));
  const records = Array.from({ length: 499 }, () => record(last, TYPES.CNAME, last));
  return Buffer.concat([start, holder, ...records]);
}

/** 4,000 records whose names are all the longest name there can be, in two octets each. */
function longNames(query: Query): Buffer {
  const label = '\xff'.repeat(63);
  const longest = labels(label, label, label, '\xff'.repeat(61));
  const start = message(query, { claimed: 4001 });
  const pointer = u16(0xc000 | start.length);
  const more = Array.from({ length: 4000 }, () => record(pointer, TYPES.NS, pointer));
  return Buffer.concat([start, record(longest, TYPES.A, LOOPBACK), ...more]);
}

const garbage = (query: Query, seed = 7): Buffer => {
  const bytes = Buffer.alloc(600);
  let state = seed;
  for (let i = 0; i < bytes.length; i++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[i] = state >> 16;
  }
  bytes.writeUInt16BE(query.id, 0);
  bytes.writeUInt8(0x81, 2);
  return bytes;
};

const asked = (query: Query, prefix: string): Buffer => named(`${prefix}.${query.name}`);
/** Names in which somebody hides what terminals, editors and Markdown act on. */
const NASTY = ['\x1b[31m', 'a\0b', 'a.b', '\xff\xfe\x80', '[x](http', '`# fail`', '\r\npass', ' ', '"\\$(id)'];
const EXTENDED = Buffer.concat([
  u16(6),
  Buffer.from('\x1b[2J\r\n# 0 fail\npass spf-costs contoso.test: [ok](x)', 'utf8'),
]);
const wrongId = (query: Query): Buffer => message(query, { id: (query.id + 1) & 0xffff });

/** Resolvers that answer as none should, by mistake or by intent. */
export const hostiles: readonly HostileRow[] = [
  // What answers another question.
  { name: 'has a wrong id', says: /TIMEOUT/, hostile: one(wrongId) },
  {
    name: 'answers another name',
    says: /TIMEOUT/,
    hostile: one((query) => message(query, { question: Buffer.concat([named('bank.test'), u16(query.type), u16(1)]) })),
  },
  {
    name: 'answers another type',
    says: /TIMEOUT/,
    hostile: one((query) => message(query, { question: Buffer.concat([named(query.name), u16(99), u16(1)]) })),
  },
  { name: 'sends the question back', says: /TIMEOUT/, hostile: one((query) => message(query, { flags: 0x0100 })) },
  {
    name: 'leaves the question out',
    says: /TIMEOUT/,
    hostile: one((query) => message(query, { question: Buffer.alloc(0) })),
  },
  {
    name: 'has two questions',
    says: /MALFORMED/,
    hostile: one((query) =>
      message(query, { questions: 2, question: Buffer.concat([query.question, query.question]) }),
    ),
  },
  {
    name: 'answers an update instead of a question',
    says: /MALFORMED/,
    hostile: one((query) => message(query, { flags: 0xa980 })),
  },
  {
    name: 'knows records of other names only',
    says: /MALFORMED.*nothing to do with the name/,
    hostile: one((query) => message(query, { answers: [record(named('bank.test'), TYPES.A, LOOPBACK)] })),
  },
  {
    name: 'adds records of other names to the right ones',
    says: /records in the answer to contoso\.test MX are not believed/,
    hostile: one((query) => {
      const strays = [1, 2].map((i) => record(named(`bank${i}.test`), TYPES.A, LOOPBACK));
      return byType(query, {
        [TYPES.MX]: [...strays, mx(10, named('mx.contoso.test'))],
        [TYPES.A]: [record(ASKED, TYPES.A, LOOPBACK)],
        [TYPES.TXT]: [txt(SPF), ...strays],
      });
    }),
  },
  // Aliases.
  {
    name: 'has an alias for itself',
    says: /fail dns-alias-loop/,
    hostile: one((query) => message(query, { answers: [cname(ASKED, ASKED)] })),
  },
  {
    name: 'has three aliases in a circle',
    says: /fail dns-alias-loop/,
    hostile: one((query) =>
      message(query, {
        answers: [
          cname(ASKED, named('a.test')),
          cname(named('a.test'), named('b.test')),
          cname(named('b.test'), ASKED),
        ],
      }),
    ),
  },
  {
    name: 'has 2,000 aliases one behind the other',
    says: /more records are left out/,
    hostile: whole((query) => {
      const answers = [cname(ASKED, named('n0'))];
      for (let i = 0; i < 2000; i++) answers.push(cname(named(`n${i}`), named(`n${i + 1}`)));
      return message(query, { answers });
    }),
  },
  {
    name: 'has a DNAME that leads below itself',
    says: /fail dns-alias-loop|YXDOMAIN|LAME|MALFORMED|mx-/,
    hostile: one((query) =>
      message(query, {
        answers: [
          record(named('test'), TYPES.DNAME, named('test')),
          cname(ASKED, named(query.name)),
          record(named('contoso.test'), TYPES.DNAME, named('x.contoso.test')),
        ],
      }),
    ),
  },
  {
    name: 'tells of a name that became too long',
    says: /YXDOMAIN/,
    hostile: one((query) => message(query, { code: 6 })),
  },
  // Messages that are none.
  { name: 'has pointers to pointers, 6,000 deep', says: /MALFORMED/, hostile: whole(pointers) },
  {
    name: 'has a pointer to itself',
    says: /MALFORMED/,
    hostile: one((query) => {
      const start = message(query, { claimed: 1 });
      return Buffer.concat([start, u16(0xc000 | start.length), Buffer.alloc(10)]);
    }),
  },
  { name: 'repeats the longest name 4,000 times', says: /MALFORMED.*4001 records/, hostile: whole(longNames) },
  { name: 'says garbage', says: /MALFORMED/, hostile: one((query) => garbage(query)) },
  { name: 'sends empty packets', says: /TIMEOUT/, hostile: one(() => Buffer.alloc(0)) },
  {
    name: 'claims 65,535 records and sends one',
    says: /MALFORMED/,
    hostile: one((query) => message(query, { claimed: 0xffff, answers: [txt(SPF)] })),
  },
  {
    name: 'has records that are shorter than they say',
    says: /MALFORMED/,
    hostile: one((query) => message(query, { answers: [record(ASKED, query.type, LOOPBACK, 300, 400)] })),
  },
  {
    name: 'has records that are too short for their type',
    says: /MALFORMED.*cannot be read/,
    hostile: one((query) => message(query, { answers: [record(ASKED, query.type, Buffer.from([9]))] })),
  },
  {
    name: 'has an option of EDNS that is longer than its record',
    says: /pass spf-costs/,
    hostile: one((query) =>
      query.type === TYPES.TXT
        ? message(query, { answers: [txt(SPF)], additional: [withOption(15, Buffer.from([0, 6]), 60_000)] })
        : ordinary(query),
    ),
  },
  {
    name: 'speaks a version of EDNS that nobody asked for',
    says: /BADVERS/,
    hostile: one((query) => {
      const opt = record(Buffer.from([0]), TYPES.OPT, Buffer.alloc(0), 0x01ff_0000);
      return message(query, { additional: [opt, opt] });
    }),
  },
  {
    name: 'has a code that nobody knows',
    says: /RCODE4079/,
    hostile: one((query) =>
      message(query, { code: 15, additional: [record(Buffer.from([0]), TYPES.OPT, Buffer.alloc(0), 0xfe00_0000)] }),
    ),
  },
  // What it says of itself.
  { name: 'refuses', says: /REFUSED/, hostile: one((query) => message(query, { code: 5, flags: 0x8100 })) },
  { name: 'understands nothing', says: /FORMERR/, hostile: one((query) => message(query, { code: 1 })) },
  {
    name: 'is no resolver',
    says: /LAME/,
    hostile: one((query) =>
      message(query, { flags: 0x8100, authority: [record(named('test'), TYPES.NS, named('ns.test'))] }),
    ),
  },
  {
    name: 'writes escapes into an extended error',
    says: /SERVFAIL.*extended error 6: \?\[2J\?\?# 0 fail\?pass/,
    hostile: one((query) => message(query, { code: 2, additional: [withOption(15, EXTENDED)] })),
  },
  {
    name: 'writes thousands of extended errors',
    says: /SERVFAIL/,
    hostile: whole((query) => {
      const additional = Array.from({ length: 3000 }, () => withOption(15, Buffer.from([0, 6])));
      return message(query, { code: 2, additional });
    }),
  },
  { name: 'is silent', says: /TIMEOUT/, hostile: udp(() => []) },
  {
    name: 'floods with packets',
    says: /MALFORMED.*packets/,
    hostile: udp((query, again) => {
      for (let i = 0; i < 2000; i++) setImmediate(() => again(wrongId(query)));
      return [];
    }),
  },
  // Records.
  {
    name: 'has names of control characters, NUL, dots, 8-bit and Markdown',
    says: /\\027\[31m\.contoso\.test/,
    hostile: one((query) =>
      query.type === TYPES.MX
        ? message(query, { answers: NASTY.map((label, i) => mx(i, labels(label, 'contoso', 'test'))) })
        : message(query, { code: 3 }),
    ),
  },
  {
    name: 'has the longest name of the worst octets',
    says: /(?:\\255){61}/,
    hostile: one((query) => {
      const label = '\xff'.repeat(63);
      const host = labels(label, label, label, '\xff'.repeat(61));
      return query.type === TYPES.MX ? message(query, { answers: [mx(1, host)] }) : message(query, { code: 3 });
    }),
  },
  {
    name: 'has times to live below zero',
    says: /contoso\.test\. {2}0 {2}IN {2}TXT/,
    hostile: one((query) =>
      query.type === TYPES.TXT
        ? message(query, { answers: [record(ASKED, TYPES.TXT, strings(SPF), 0xffff_ffff)] })
        : ordinary(query),
    ),
  },
  {
    name: 'has a text of 64 KB',
    says: /spf-lookups|spf-/,
    hostile: whole((query) =>
      query.type === TYPES.TXT
        ? message(query, { answers: [txt(`v=spf1 ${'a:x.test '.repeat(7000)}`)] })
        : ordinary(query),
    ),
  },
  {
    name: 'has a text of 64 KB of octets that are no text',
    says: /spf-none|spf-/,
    hostile: whole((query) =>
      query.type === TYPES.TXT ? message(query, { answers: [txt('\xff\0\x1b'.repeat(21_500))] }) : ordinary(query),
    ),
  },
  {
    name: 'has 1,000 mail exchangers',
    says: /mx-not-looked-up .*979 more were not looked up|mx-not-looked-up .*479 more were not looked up/,
    hostile: whole((query) =>
      query.type === TYPES.MX
        ? message(query, { answers: Array.from({ length: 1000 }, (_, i) => mx(i, named(`mx${i}.contoso.test`))) })
        : ordinary(query),
    ),
  },
  {
    name: 'has SPF records without an end, each of 64 KB',
    says: /spf-unknown-mechanism[\s\S]*more findings are left out/,
    hostile: whole((query) =>
      query.type === TYPES.TXT
        ? message(query, {
            answers: [
              txt(
                `v=spf1 include:a.${query.name.slice(-150)} include:b.${query.name.slice(-150)} ${'x'.repeat(62_000)}`,
              ),
              txt('y'.repeat(1000)),
            ],
          })
        : ordinary(query),
    ),
  },
  {
    name: 'has 60 KB of records for everything that is asked',
    says: /more records are left out/,
    hostile: whole((query) =>
      message(query, {
        answers: Array.from({ length: 800 }, (_, i) =>
          query.type === TYPES.MX
            ? mx(i, asked(query, `n${i}`))
            : query.type === TYPES.TXT
              ? txt(`v=spf1 include:n${i}.test ${'\x01'.repeat(30)}`)
              : record(
                  ASKED,
                  query.type,
                  query.type === TYPES.AAAA ? Buffer.alloc(16, i) : Buffer.from([127, 0, i >> 8, i & 255]),
                ),
        ),
        authority: Array.from({ length: 500 }, () => record(named('test'), TYPES.NS, labels('\xff'.repeat(40)))),
      }),
    ),
  },
  // TCP.
  {
    name: 'says that it does not fit, and takes no TCP',
    says: /UNREACHABLE.*does not fit into UDP/,
    hostile: { over: 'no tcp' },
  },
  {
    name: 'says over TCP, too, that it does not fit',
    says: /MALFORMED.*cut short/,
    hostile: whole((query) => message(query, { flags: 0x8380 })),
  },
  {
    name: 'drips over TCP',
    says: /TIMEOUT.*does not fit into UDP/,
    hostile: {
      over: 'tcp',
      says: (query, socket) => drip(socket, framed(message(query, { answers: [txt('x'.repeat(9000))] }))),
    },
  },
  {
    name: 'floods over TCP',
    says: /MALFORMED/,
    hostile: { over: 'tcp', says: (_, socket) => flood(socket, Buffer.alloc(65_536, 0xff)) },
  },
  {
    name: 'floods over TCP with messages of other questions',
    says: /MALFORMED/,
    hostile: { over: 'tcp', says: (query, socket) => flood(socket, framed(wrongId(query))) },
  },
  {
    name: 'ends the connection early',
    says: /MALFORMED.*ended early/,
    hostile: { over: 'tcp', says: (query, socket) => socket.end(framed(ordinary(query)).subarray(0, 20)) },
  },
  {
    name: 'accepts the connection and is silent',
    says: /TIMEOUT.*does not fit into UDP/,
    hostile: { over: 'tcp', says: () => {} },
  },
  {
    name: 'sends messages of no length',
    says: /MALFORMED/,
    hostile: { over: 'tcp', says: (_, socket) => socket.write(Buffer.alloc(4)) },
  },
  // TLS.
  {
    name: 'drips over TLS',
    says: /TIMEOUT/,
    hostile: {
      over: 'tls',
      says: (query, socket) => drip(socket, framed(message(query, { answers: [txt('x'.repeat(9000))] }))),
    },
  },
  {
    name: 'floods over TLS',
    says: /MALFORMED/,
    hostile: { over: 'tls', says: (_, socket) => flood(socket, Buffer.alloc(65_536, 0xff)) },
  },
  {
    name: 'ends the connection of TLS early',
    says: /MALFORMED.*ended early/,
    hostile: { over: 'tls', says: (_, socket) => socket.end() },
  },
  { name: 'is silent over TLS', says: /TIMEOUT/, hostile: { over: 'tls', says: () => {} } },
  {
    name: 'speaks no TLS',
    says: /UNREACHABLE/,
    hostile: { over: 'no tls', says: (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n') },
  },
  { name: 'never finishes the handshake', says: /TIMEOUT/, hostile: { over: 'no tls', says: () => {} } },
  // HTTPS.
  ...https(),
];

function https(): readonly HostileRow[] {
  type Says = Extract<Hostile, { readonly over: 'https' }>['says'];
  const row = (name: string, says: RegExp, answer: Says): HostileRow => ({
    name,
    says,
    hostile: { over: 'https', says: answer },
  });
  const DNS = { ':status': 200, 'content-type': 'application/dns-message' };
  return [
    row('answers HTTP 503', /MALFORMED.*HTTP 503/, (_, stream) => {
      stream.respond({ ':status': 503 });
      stream.end('later');
    }),
    row('redirects', /MALFORMED.*HTTP 302/, (_, stream) =>
      stream.respond({ ':status': 302, location: 'https://127.0.0.1/' }, { endStream: true }),
    ),
    row('shows a page in its place', /MALFORMED.*what came is text\/html/, (_, stream) => {
      stream.respond({ ':status': 200, 'content-type': 'text/html; charset=utf-8' });
      stream.end('<html><script>alert(1)</script>\x1b[31m');
    }),
    row('has headers of 300 KB', /UNREACHABLE|MALFORMED/, (query, stream) => {
      const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`x-${i}`, 'y'.repeat(3000)]));
      stream.respond({ ...DNS, ...many });
      stream.end(ordinary(query));
    }),
    row('floods over HTTPS', /MALFORMED.*longer than a DNS message/, (_, stream) => {
      stream.respond(DNS);
      flood(stream, Buffer.alloc(65_536, 0xff));
    }),
    row('drips over HTTPS', /TIMEOUT/, (query, stream) => {
      stream.respond(DNS);
      stream.write(ordinary(query).subarray(0, 10));
    }),
    row('is silent over HTTPS', /TIMEOUT/, () => {}),
    row('has a body of another answer', /MALFORMED.*no answer to the question/, (query, stream) => {
      stream.respond(DNS);
      stream.end(message(query, { id: 7 }));
    }),
    row('has an empty body', /MALFORMED.*no answer to the question/, (_, stream) =>
      stream.respond(DNS, { endStream: true }),
    ),
    row('says GOAWAY with an error to every question', /UNREACHABLE|MALFORMED/, (_, stream) =>
      stream.session?.goaway(2),
    ),
    row('says GOAWAY and leaves the question open', /TIMEOUT/, (_, stream) => stream.session?.goaway(0)),
    row('says GOAWAY to all but the first question of a connection', /pass spf-costs/, (query, stream) => {
      if ((stream.id ?? 0) > 1) {
        stream.session?.goaway(0, 1);
        return;
      }
      stream.respond(DNS);
      stream.end(ordinary(query));
    }),
    row('closes its connection under every question', /UNREACHABLE|MALFORMED/, (_, stream) =>
      stream.session?.destroy(),
    ),
    row('resets every question', /UNREACHABLE|MALFORMED/, (_, stream) => stream.close(8)),
    row('ends in the middle of a body', /UNREACHABLE|MALFORMED/, (query, stream) => {
      stream.respond(DNS);
      stream.write(ordinary(query).subarray(0, 20), () => stream.session?.destroy());
    }),
  ];
}
