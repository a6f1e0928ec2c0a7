import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { messageIdsIn } from '../../../src/core/mask/addressStandIns.ts';
import { findSecrets } from '../../../src/core/mask/findSecrets.ts';
import type { MaskChoice } from '../../../src/core/mask/maskChoice.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { Start } from '../../../src/core/ticket/ticket.ts';
import { base64, everything, masked, maskedText, secretsIn, secretsOnly, shape, shapeOf } from './masked.ts';

const becomes = (text: string, expected: string, choice: MaskChoice = everything): void =>
  assert.equal(masked(text, choice), expected);

const session = (lines: string): string =>
  `220 mx.contoso.test ESMTP\nEHLO pc.fabrikam.test\n250-mx.contoso.test\n250 AUTH PLAIN LOGIN\n${lines}QUIT\n221 bye\n`;

describe('masking secrets', () => {
  it('masks both halves of an answer that a lone CR broke, once', () => {
    const answer = Buffer.from('alice@contoso.test 0123456789abcdef0123456789abcdef').toString('base64');
    const broken = `${answer.slice(0, 43)}\r${answer.slice(43)}`;
    const text = session(`AUTH CRAM-MD5\n334 PDEuMkBteC5jb250b3NvLnRlc3Q+\n${broken}\n235 2.7.0 ok\n`);
    const once = masked(text, everything);
    assert.ok(!once.includes(answer.slice(20, 43)) && !once.includes(answer.slice(43)), once);
    assert.equal(masked(once, everything), once);
  });
  it('leaves all else', () =>
    becomes(
      session(`AUTH PLAIN ${base64('\0alice@contoso.test\0wonder')}\n235 ok\n`),
      session('AUTH PLAIN MASKED/PASSWORD/\n235 ok\n'),
      secretsOnly,
    ));
  it('keeps the lines of a key', () =>
    becomes(
      '> -----BEGIN PRIVATE KEY-----\r\n> MIIE\r\n> AbCd==\r\n> -----END PRIVATE KEY-----\r\n',
      '> -----BEGIN PRIVATE KEY-----\r\n> MASKED\r\n> MASKED\r\n> -----END PRIVATE KEY-----\r\n',
      secretsOnly,
    ));
  it('masks passwords in texts in base64, in as many lines', () => {
    const body = base64(`Hello,\nmy password is hunter-2222, keep it.\n${'x'.repeat(100)}\n`).replace(/.{76}/g, '$&\n');
    const text = `Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n${body}\n\n`;
    const after = masked(`password=hunter-2222\n\n${text}`, secretsOnly);
    assert.equal(after.split('\n').length, text.split('\n').length + 2);
    const decoded = Buffer.from(after.split('\n\n').slice(2).join(''), 'base64').toString();
    assert.match(decoded, /my password is MASKED, keep it/);
  });
  it('keeps a body in base64 a text in base64, however it is folded', () => {
    const bodyOf = (body: string): string => {
      const head = 'Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n';
      return Buffer.from(masked(`${head}${body}\n`, secretsOnly).slice(head.length), 'base64').toString('latin1');
    };
    assert.equal(bodyOf(base64('password=hunter-2222')), 'password=MASKED');
    const words = 'Hello,\nmy password is hunter-2222, keep it.\n';
    for (const fold of ['$&\n', '$&\n\n', '$&  \n', '> $&\n'])
      assert.equal(bodyOf(base64(words).replace(/.{8}/g, fold)), words.replace('hunter-2222', 'MASKED'), fold);
    const western = Buffer.from('Gr\xfc\xdfe,\ndas Passwort ist hunter-2222.\n', 'latin1').toString('base64');
    assert.equal(bodyOf(western.replace(/.{20}/g, '$&\n')), 'Gr\xfc\xdfe,\ndas Passwort ist MASKED.\n');
  });
});

/** Rows of bytes as `openssl s_client -debug` writes them. */
function dumped(side: 'read from' | 'write to', words: string): string {
  const bytes = Buffer.from(words, 'latin1');
  const rows: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const row = [...bytes.subarray(at, at + 16)];
    const digits = row.map((byte, i) => byte.toString(16).padStart(2, '0') + (i === 7 ? '-' : ' ')).join('');
    const spelt = row.map((byte) => (byte < 32 ? '.' : String.fromCharCode(byte))).join('');
    rows.push(`${at.toString(16).padStart(4, '0')} - ${digits.padEnd(50)}${spelt}`);
  }
  return `${side} 0x55d [0x55e] (${bytes.length} bytes => ${bytes.length} (0x${bytes.length.toString(16)}))\n${rows.join('\n')}\n`;
}

/** What `tshark -z follow,tcp,ascii` prints: in front of what a side said, how long it was; the server's is indented. */
function followed(...packets: readonly (readonly [side: 'server' | 'client', words: string])[]): string {
  const head = `\n${'='.repeat(67)}\nFollow: tcp,ascii\nFilter: tcp.stream eq 0\nNode 0: 192.0.2.9:49886\nNode 1: 192.0.2.1:25\n`;
  return head + packets.map(([side, words]) => `${side === 'server' ? '\t' : ''}${words.length}\n${words}\n`).join('');
}

describe('lengths of packets', () => {
  it('fit what is masked, and a number in a message is none', () => {
    const session = (sent: string, said: string): string =>
      followed(
        ['server', '220 mx.contoso.test ESMTP\r\n'],
        ['client', 'EHLO pc.fabrikam.test\r\n'],
        ['server', '250 AUTH PLAIN\r\n'],
        ['client', `AUTH PLAIN ${sent}\r\n`],
        ['server', '235 ok\r\n'],
        ['client', 'MAIL FROM:<a@b.test>\r\nRCPT TO:<c@d.test>\r\nDATA\r\n'],
        ['server', '250 ok\r\n250 ok\r\n354 go on\r\n'],
        ['client', `Subject: x\r\n\r\nIt costs\r\n42\r\n${said}\r\n.\r\n`],
        ['server', '250 queued\r\n'],
      );
    becomes(
      session(base64('\0alice\0wonder-1'), 'My password is wonder-1.'),
      session('MASKED/PASSWORD/', 'My password is MASKED.'),
      secretsOnly,
    );
  });
});

describe('dumps of bytes', () => {
  const plain = base64('\0alice@contoso.test\0wonder-land');
  const text = [
    dumped('read from', '220 mx.contoso.test ESMTP\r\n'),
    dumped('write to', 'EHLO pc.fabrikam.test\r\n'),
    dumped('read from', '250-mx.contoso.test\r\n250 AUTH PLAIN\r\n'),
    dumped('write to', `AUTH PLAIN ${plain}\r\n`),
    dumped('read from', '235 2.7.0 ok\r\n'),
    dumped('write to', 'MAIL FROM:<alice@contoso.test>\r\n'),
    dumped('read from', '250 2.1.0 ok\r\n'),
  ].join('');
  const hex = (words: string): string =>
    [...Buffer.from(words)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const spelt = (words: string): string =>
    words
      .split('\n')
      .flatMap((line) => /^[0-9a-f]{4} - ((?:[0-9a-f]{2}[ -])+)/.exec(line)?.[1] ?? [])
      .join('')
      .replace(/[ -]/g, '');
  for (const [name, choice] of [
    ['secrets', secretsOnly],
    ['everything', everything],
  ] as const) {
    it(`lose ${name} in digits and letters, and keep their rows`, () => {
      assert.ok(spelt(text).includes(hex(plain)));
      const after = masked(text, choice);
      assert.equal(shape(after, 'anywhere'), shape(text, 'anywhere'));
      assert.equal(after.length, text.length);
      assert.ok(!spelt(after).includes(hex(plain.slice(8, 20))), after);
      assert.doesNotMatch(after, new RegExp(plain.slice(5, 16)));
      assert.equal(spelt(after).includes(hex('contoso')), choice === secretsOnly, after);
      assert.equal(masked(after, choice), after);
    });
  }
});

describe('stand-ins', () => {
  it('are the same for the same address, whatever the case of its domain', () =>
    becomes(
      'alice@contoso.test, Alice@CONTOSO.test and bob@contoso.test\n',
      'user1@domain1.example, user1@domain1.example and user2@domain1.example\n',
    ));
  it('keep hosts in their domain', () =>
    becomes(
      '<alice@contoso.test> at mx1.contoso.test, contoso.test, mx1.fabrikam.test\n',
      '<user1@domain1.example> at mx1.domain1.example, domain1.example, mx1.fabrikam.test\n',
      {
        ...everything,
        hosts: false,
      },
    ));
  it('name hosts by number when they are chosen', () =>
    becomes(
      '<alice@contoso.test> mx1.contoso.test mx2.contoso.test mx1.contoso.test mail.fabrikam.co.uk\n',
      '<user1@domain1.example> host1.domain1.example host2.domain1.example host1.domain1.example host3.domain2.example\n',
    ));
  it('stand for a thousand people wherever their names stand', () => {
    const person = (i: number): string => `Alice Liddell${String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))}`;
    const all = Array.from({ length: 600 }, (_, i) => i);
    const text = `${all.map((i) => `From: ${person(i)} <a${i}@contoso.test>\n`).join('')}\n${all.map((i) => `and ${person(i)} said\n`).join('')}`;
    assert.doesNotMatch(masked(text, everything), /Liddell/);
  });
  it('stand for nobody where a name was masked as a secret', () =>
    becomes('From: Password: rd <alice@contoso.test>\n', 'From: Password: MASKED <user1@domain1.example>\n'));
  it('leave hosts of operators, and mask those that an operator names after a customer or rents out', () =>
    becomes(
      'a@contoso.test by smtp1.mailgun.org, mx1.mail.icloud.com, contoso.secureserver.net, ec2-1.compute.amazonaws.com\n',
      'user1@domain1.example by smtp1.mailgun.org, mx1.mail.icloud.com, host1.domain2.example, host2.domain3.example\n',
    ));

  it('leave names of functions and services', () =>
    becomes(
      'postmaster@contoso.test at zen.spamhaus.org and mx.google.com\n',
      'postmaster@domain1.example at zen.spamhaus.org and mx.google.com\n',
    ));
  it('leave the code of a reply', () =>
    becomes(
      '250-mx1.contoso.test\n250-alice@contoso.test\n',
      '250-host1.domain1.example\n250-user1@domain1.example\n',
    ));
  it('reach addresses inside addresses', () => {
    const start = 'alice@contoso.test\n';
    const after = 'user1@domain1.example\n';
    becomes(
      `${start}SRS0=AbCd=XY=contoso.test=alice@fabrikam.test\n`,
      `${after}SRS0=AbCd=XY=domain1.example=user1@domain2.example\n`,
    );
    becomes(
      `${start}list-bounces+alice=contoso.test@fabrikam.test\n`,
      `${after}list-bounces+user1=domain1.example@domain2.example\n`,
    );
    becomes(`${start}alice=40contoso.test\n`, `${after}user1=40domain1.example\n`);
    becomes(`${start}<a href="mailto:alice%40contoso.test">\n`, `${after}<a href="mailto:user1%40domain1.example">\n`);
    becomes(
      `${start}sasl_username=alice@contoso.test, x=alice\n`,
      `${after}sasl_username=user1@domain1.example, x=alice\n`,
    );
  });
  it('are for documentation, private addresses apart', () =>
    becomes(
      '[8.8.8.8] 10.0.0.1 8.8.8.8:25 127.0.0.1 [IPv6:2a00:1450::1] fe80::1 1.8.8.8.zen.spamhaus.org 192.0.2.7\n',
      '[192.0.2.1] 198.51.100.1 192.0.2.1:25 127.0.0.1 [IPv6:2001:db8::1] 2001:db8:f::1 2.2.0.192.zen.spamhaus.org 192.0.2.7\n',
    ));
  it('are each for one address, in ranges that no network uses, however many there are', () => {
    const list = (net: string): string =>
      Array.from({ length: 600 }, (_, i) => `${net}.${i >> 8}.${i & 255}`).join('\n');
    const of = (net: string): readonly string[] =>
      masked(`${list(net)}\n`, everything)
        .trim()
        .split('\n');
    const inside = of('10.1');
    assert.equal(new Set(inside).size, 600);
    assert.deepEqual([inside[0], inside[253], inside[254]], ['198.51.100.1', '198.51.100.254', '198.18.0.255']);
    const outside = of('8.1');
    assert.equal(new Set(outside).size, 600);
    assert.deepEqual(
      [0, 253, 254, 507, 508].map((i) => outside[i]),
      ['192.0.2.1', '192.0.2.254', '203.0.113.1', '203.0.113.254', '198.19.1.253'],
    );
  });
  it('stand for the host behind a password', () =>
    becomes(
      'smtps://alice@contoso.test:hunter22@smtp.contoso.test\n',
      'smtps://user1@domain1.example:MASKED@host1.domain1.example\n',
    ));
  it('leave versions and times', () => {
    const text = 'Microsoft SMTP Server id 15.1.225.42; v8.14.4.1 at 12:01:02 and 250 2.1.5\n';
    becomes(text, text);
  });
  it('stand for Message-IDs, also where they are referred to', () =>
    becomes(
      'Message-ID: <a.b@contoso.test>\nReferences: <c@contoso.test>\n <a.b@contoso.test>\n',
      'Message-ID: <id1@domain1.example>\nReferences: <id2@domain1.example>\n <id1@domain1.example>\n',
    ));
  it('stand for people', () =>
    becomes(
      'From: Alice Liddell <alice@contoso.test>\nTo: "Queen, Red" <red@contoso.test>,\n =?utf-8?q?J=C3=BCrgen_Wei=C3=9F?= <jw@contoso.test>\nSubject: =?utf-8?b?SsO8cmdlbiBXZWnDnw==?=\n\nDear Alice Liddell, Queen, Red says no.\n',
      `From: Person 1 <user1@domain1.example>\nTo: "Person 2" <user2@domain1.example>,\n Person 3 <user3@domain1.example>\nSubject: =?utf-8?B?${base64('Person 3')}?=\n\nDear Person 1, Person 2 says no.\n`,
    ));
  it('stand for people whose names have signs of patterns', () => {
    for (const name of ['Jean-Luc Picard', "Conan O'Brien", 'J. R. Hartley', 'Max Müller-Lüdenscheidt'])
      becomes(
        `From: ${name} <a@contoso.test>\n\n${name} says\n`,
        'From: Person 1 <user1@domain1.example>\n\nPerson 1 says\n',
      );
  });
  it('stand for the same Message-ID whatever the case of its host, but not of its left side (RFC 5322 3.6.4)', () =>
    becomes(
      'Message-ID: <a.b@contoso.test>\nReferences: <a.b@Contoso.TEST> <A.B@contoso.test>\n',
      'Message-ID: <id1@domain1.example>\nReferences: <id1@domain1.example> <id2@domain1.example>\n',
    ));

  it('stand for addresses at names that are longer than DNS takes, whole', () => {
    const once = masked(`to alice@mail.${'x'.repeat(80)}\n`, everything);
    assert.equal(once, 'to user1@domain1.example\n');
    becomes(once, once);
  });

  it('stand for no secret that is masked before an @', () =>
    becomes('Message-ID: <MASKED@domain1.example>\n', 'Message-ID: <MASKED@domain1.example>\n'));

  it('stand for Message-IDs of hosts without a dot, once', () => {
    const once = masked('Message-ID: <abc@mailhost>\nIn-Reply-To: <id1@mailhost>\n', everything);
    assert.equal(once, 'Message-ID: <id2@domain1.example>\nIn-Reply-To: <id3@domain1.example>\n');
    becomes(once, once);
  });
  it('reach into base64', () => {
    const user = `AUTH LOGIN\n334 VXNlcm5hbWU6\n${base64('alice@contoso.test')}\n334 UGFzc3dvcmQ6\n${base64('wonder')}\n235 ok\n`;
    const after = masked(session(user), { ...everything, hosts: false });
    assert.ok(after.includes(`\n${base64('user1@domain1.example')}\n`), after);
    assert.ok(after.startsWith('220 mx.domain1.example'), after);
  });
  it('do not collide with those that the text has', () =>
    becomes('user1@domain1.example and alice@contoso.test\n', 'user1@domain1.example and user2@domain2.example\n'));
});

const PASSWORDS = ['wonderland-42', 'burgers-99', 'mapleleaf-7', 'not-the-password'];
const USERS = ['alice@contoso.test', 'wendy@fabrikam.test', 'ada@adatum.test', 'alice', 'wendy', 'ada'];

/** Every form in which a password may still be there. */
const traces = (password: string): readonly string[] => [
  password,
  ...['', 'x', 'xy'].map((before) =>
    base64(before + password)
      .replace(/=+$/, '')
      .slice(before === '' ? 0 : before.length + 1, -2),
  ),
  ...USERS.flatMap((user) => [base64(`\0${user}\0${password}`), base64(`${user}\0${user}\0${password}`)]),
];

describe('the recorded tickets', () => {
  const files = globSync('test/corpus/{transcripts/*/*.txt,mail/*.eml,dns/*.txt}').sort();
  const startOf = (file: string): Start => (file.endsWith('.eml') ? 'message' : 'anywhere');
  const choices = [secretsOnly, everything, { ...everything, hosts: false, names: false }];

  const OURS = /[\w.]+@(?!domain\d|\[|localhost)(?:contoso|fabrikam|adatum|northwind)\.test/i;

  it('read as before, line by line, and keep no secret, no address and nothing to mask a second time', function () {
    this.timeout(60_000);
    assert.ok(files.length > 150, `only ${files.length} files`);
    const known = PASSWORDS.flatMap(traces);
    let shown = 0;
    for (const file of files) {
      const start = startOf(file);
      const text = readFileSync(file, 'utf8');
      const ticket = readTicket(text, start);
      const before = shapeOf(ticket);
      const here = known.filter((trace) => text.includes(trace));
      shown += here.length;
      for (const choice of choices) {
        const after = readTicket(maskedText(ticket, choice), start);
        assert.equal(after.lines.count, ticket.lines.count, file);
        assert.equal(shapeOf(after), before, file);
        for (const trace of here) assert.ok(!after.text.includes(trace), `${file} still has ${trace}`);
        if (choice === everything && /transcripts/.test(file)) assert.doesNotMatch(after.text, OURS, file);
        assert.deepEqual(findSecrets(after), [], file);
        assert.equal(maskedText(after, choice), after.text, file);
      }
    }
    assert.ok(shown > 7, `only ${shown} traces of passwords were there to begin with`);
  });
});

const piece = fc.constantFrom(
  '220 mx.contoso.test ESMTP\n',
  'EHLO pc.fabrikam.test\n',
  '250-mx.contoso.test\n',
  '250 AUTH PLAIN LOGIN\n',
  'AUTH LOGIN\n',
  `AUTH PLAIN ${base64('\0alice\0wonder-1')}\n`,
  '334 VXNlcm5hbWU6\n',
  '334 UGFzc3dvcmQ6\n',
  `${base64('alice@contoso.test')}\n`,
  `${base64('wonder-1')}\n`,
  'wonder-1 ',
  'password=wonder-1\n',
  'MAIL FROM:<alice@contoso.test>\n',
  'From: Alice Liddell <alice@contoso.test>\n',
  'Message-ID: <x.y@mx.contoso.test>\n',
  'smtp://alice:wonder-1@mx.contoso.test\n',
  '-----BEGIN PRIVATE KEY-----\n',
  '-----END PRIVATE KEY-----\n',
  ' -> ',
  '<-  ',
  '=?utf-8?q?Alice_Liddell?= ',
  '8.8.8.8 ',
  'fe80::1 ',
  '@',
  '=40',
  '"',
  '\n',
  ' ',
);

/** Characters: what takes their square does not come to an end in time. */
const LENGTH = 100_000;

describe('any text', () => {
  const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 10 })), { maxLength: 30 }).map((all) => all.join(''));

  it('is masked in as many lines, without overlap and without a password left', () =>
    fc.assert(
      fc.property(text, (words) => {
        const after = masked(words, everything);
        assert.equal(after.split(/\r\n|\r|\n/).length, words.split(/\r\n|\r|\n/).length);
        if (secretsIn(words).some(([, secret]) => secret === 'wonder-1'))
          assert.doesNotMatch(after, /(?<!\w)wonder-1(?!\w)/);
      }),
      { numRuns: 400 },
    ));

  for (const once of [
    '@',
    'a@',
    '=40',
    'password=',
    'pass"',
    'smtp://a:',
    '"',
    'a.',
    '1.',
    'a:',
    'AAAA',
    '334 UGFzc3dvcmQ6\n',
    '-----BEGIN PRIVATE KEY-----',
    'From: a <',
    'Message-ID: <a@b> ',
    '=?utf-8?q?',
    '-u a:b ',
    'Bearer ',
    'eyJaaaaaaaaa.',
    'user=',
    'a_',
    '_pass',
    ' password=ab1',
    '::1 ',
    'SRS0=',
    'a=b',
    '<input value="',
    'a LOGIN a {9}\n',
    'INSERT INTO a (password) VALUES (',
    'password from a to ',
    'name="password"\n',
    'password - ',
  ]) {
    // What took the square of the length would not come to an end here.
    it(`of one piece again and again is masked: ${JSON.stringify(once)}`, () => {
      const words = once.repeat(LENGTH / once.length);
      assert.equal(masked(words, everything).split('\n').length, words.split('\n').length);
    }).timeout(4_000);
  }
});

describe('the Message-IDs of a text', () => {
  it('stand behind fields and words of logs, in angle brackets or bare', () => {
    for (const [text, ...ids] of [
      ['Message-ID: <a1@contoso.test>', 'a1@contoso.test'],
      ['Message-ID: a1@contoso.test', 'a1@contoso.test'],
      ['4F1A: message-id=<a1@contoso.test>', 'a1@contoso.test'],
      [
        'References: <a1@contoso.test> <b2@contoso.test>\r\n <c3@contoso.test>',
        'a1@contoso.test',
        'b2@contoso.test',
        'c3@contoso.test',
      ],
      ['msgid=a1@contoso.test, from=bob@contoso.test', 'a1@contoso.test'],
      ['From: <a1@contoso.test>'],
    ] as const)
      assert.deepEqual([...messageIdsIn(text)], ids, text);
  });
});
