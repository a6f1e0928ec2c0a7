import assert from 'node:assert/strict';
import { conversationsOf, dialectsOf, toldBySession } from './told.ts';

/** What was said in each connection, as the dump of one tool. */
function reads(dialect: string, text: string, ...sessions: readonly string[]): void {
  assert.deepEqual(toldBySession(text), sessions, text);
  assert.equal(dialectsOf(text), dialect);
}

const bytes = (text: string): string =>
  Buffer.from(`${text}\r\n`)
    .toString('hex')
    .replace(/(..)(?!$)/g, '$1 ');

type Packet = (side: 'client' | 'server', text: string, connection?: string) => string;

const socat: Packet = (side, text) =>
  `${side === 'client' ? '>' : '<'} 2026/11/21 19:55:04.000501936  length=${text.length + 2} from=0 to=34\n${text}\\r\n`;
const curl: Packet = (side, text) =>
  `19:55:04.000501 ${side === 'client' ? '=> Send' : '<= Recv'} header, ${text.length + 2} bytes (0x12)\n0000: ${text}\n`;
const openssl: Packet = (side, text) =>
  `${side === 'client' ? 'write to' : 'read from'} 0x5581d0 [0x5581e0] (16384 bytes => ${text.length + 2} (0x10))\n0000 - ${bytes(text)}   ${text}..\n`;
const dotnet: Packet = (side, text, id = '1234') =>
  `System.Net.Sockets Verbose: 0 : [${id}] Data from Socket#123::${side === 'client' ? 'Send' : 'Receive'}\nSystem.Net.Sockets Verbose: 0 : [${id}] 00000000 : ${bytes(text).toUpperCase()} : ${text}..\n`;
const nmap: Packet = (side, text) =>
  `NSE: TCP 192.0.2.5:59690 ${side === 'client' ? '>' : '<'} 198.51.100.7:25 | 00000000: ${bytes(text)}  ${text}\n`;
const follow: Packet = (side, text) => `${side === 'client' ? '' : '\t'}${text.length + 2}\n${text}\n\n`;

/** Name, what a packet looks like, and the lines in front of the first. */
const styles: readonly (readonly [string, Packet, string])[] = [
  ['socat', socat, ''],
  ['curl-trace', curl, ''],
  ['openssl-debug', openssl, ''],
  ['dotnet', dotnet, ''],
  ['nmap', nmap, ''],
  ['tshark-follow', follow, 'Follow: tcp,ascii\nFilter: tcp.stream eq 1\n'],
];

const other = (side: 'client' | 'server'): 'client' | 'server' => (side === 'client' ? 'server' : 'client');

describe('packets of a dump', () => {
  for (const [name, packet, front] of styles) {
    const lines = [
      ['server', '220 a.test ES'],
      ['client', 'EHLO b.test'],
      ['server', '250 a.test'],
      ['client', 'QUIT'],
      ['server', '221 bye'],
    ] as const;
    const dump = (rows: readonly (readonly ['client' | 'server', string])[], turned = false): string =>
      front + rows.map(([side, text]) => packet(turned ? other(side) : side, text)).join('');

    it(`of ${name} are told apart by their marks`, () => reads(name, dump(lines), '220 EHLO 250 QUIT 221'));
    it(`of ${name} are so where the dump begins with the client`, () =>
      reads(name, dump(lines.slice(1)), 'EHLO 250 QUIT 221'));
    it(`of ${name} are so where it was made at the server, with the marks the other way round`, () => {
      reads(name, dump(lines, true), '220 EHLO 250 QUIT 221');
      reads(name, dump(lines.slice(1), true), 'EHLO 250 QUIT 221');
    });
    it(`of ${name} begin another conversation with another greeting`, () =>
      reads(name, dump(lines) + dump(lines), '220 EHLO 250 QUIT 221', '220 EHLO 250 QUIT 221'));
  }

  it('belong to the connection that they name', () =>
    reads(
      'dotnet',
      dotnet('server', '220 a.test ES') +
        dotnet('server', '220 c.test ES', '99') +
        dotnet('client', 'EHLO b.te') +
        dotnet('client', 'HELO d.te', '99') +
        dotnet('server', '250 a.test'),
      '220 EHLO 250',
      '220 HELO',
    ));
  it('of a handshake are none', () =>
    reads(
      'curl-trace',
      `== Info:   Trying 192.0.2.1:25...\n=> Send SSL data, 5 bytes (0x5)\n0000: 220 x\n${curl('server', '220 a.test ES')}`,
      '220',
    ));
  it('are of another dump behind the line with which one starts', () => {
    const one = `== Info:   Trying 192.0.2.1:25...\n${curl('client', 'EHLO b.test')}`;
    reads('curl-trace', one + one, 'EHLO', 'EHLO');
  });
  it('have what the tool says beside them as notes', () => {
    const noted = (text: string): readonly string[] =>
      conversationsOf(text).flatMap(({ notes }) => notes.map(({ start, end }) => text.slice(start, end)));
    assert.deepEqual(
      noted(
        `${socat('server', '220 a.test ES')}2026/11/21 19:55:03 socat[12] N one\nby the way\n${socat('client', 'QUIT')}2026/11/21 19:55:03 socat[12] N two\nlast words\n`,
      ),
      ['2026/11/21 19:55:03 socat[12] N one', 'by the way', '2026/11/21 19:55:03 socat[12] N two'],
    );
  });
  it('go on behind twelve other lines, and not behind more', () => {
    const gap = (lines: number): string =>
      socat('server', '220 a.test ES') + 'by the way\n'.repeat(lines) + socat('client', 'QUIT');
    reads('socat', gap(12), '220 QUIT');
    reads('socat', gap(13), '220', 'QUIT');
  });
});

describe('a dump', () => {
  it('is read as far as its packets go, and what stands twice once', () => {
    for (const [text, dialect, said, noted] of [
      ['250\n220 a.test ESMTP\nEHLO b.test\n250 ok', 'bare', '250 / 220 EHLO 250', ''],
      ['\t20\n220 a.test ESMTP\n\n9\nEHLO b.t\n\n\t8\n250 ok\n', 'bare', '220 EHLO 250', ''],
      ['\t999\n220 a.test ESMTP\n\n9\nEHLO b.t\n', 'bare', '220 EHLO', ''],
      [
        'Follow: tcp,ascii\n\t20\n220 a.test ESMTP\n\n9\nEHLO b.t\n\n\t8\n250 ok\n',
        'tshark-follow',
        '220 EHLO 250',
        'Follow: tcp,ascii',
      ],
      [
        'Follow: tcp,ascii\n\t20\n220 a.test ESMTP\n\n6\nDATA\n\n\t8\n354 go\n\n15\nSubj: x\n\n.\n\n\n\t8\n250 ok\n',
        'tshark-follow',
        '220 DATA 354 (data) 250',
        'Follow: tcp,ascii',
      ],
      [
        '> 2026/11/21 19:55:04.000501  length=9 from=0 to=8\n 32 32 30 20 6d 78 31 0d 0a                       220 mx1..\n--\n220 mx1\n< 2026/11/21 19:55:04.000501  length=6 from=0 to=5\n 51 55 49 54 0d 0a                                QUIT..\n--\nQUIT',
        'socat',
        '220 QUIT',
        '-- ~ 220 mx1',
      ],
      [
        '> 2026/11/21 19:55:04.000501  length=9 from=0 to=8\n220 mx1\\r\n220 mx1\n< 2026/11/21 19:55:04.000501  length=6 from=0 to=5\nQUIT\\r',
        'socat',
        '220 QUIT',
        '',
      ],
      [
        '> 2026/11/21 19:55:04.000501  length=14 from=0 to=8\n220-mx1\\r\n220 x\\r\n220-mx1\n220 x\n< 2026/11/21 19:55:04.000501  length=6 from=0 to=5\nQUIT\\r',
        'socat',
        '220 QUIT',
        '',
      ],
      [
        '> 2026/11/21 19:55:04.000501  length=14 from=0 to=8\n220-mx1\\r\n220 x\\r\n220-mx1\n220 y\n< 2026/11/21 19:55:04.000501  length=6 from=0 to=5\nQUIT\\r',
        'socat',
        '220 QUIT',
        '220-mx1 ~ 220 y',
      ],
      [
        '<= Recv header, 9 bytes (0x9)\n0000: 220 mx1\n=> Send header, 6 bytes (0x6)\n0000: QUIT\n0006: \n<= Recv header, 2 bytes (0x2)\n0000: \n== Info: Closing connection',
        'curl-trace',
        '220 QUIT',
        '== Info: Closing connection',
      ],
      [
        '<= Recv header, 9 bytes (0x9)\n0000: 220 mx1\nwords\n=> Send header, 6 bytes (0x6)\n0000: QUIT',
        'curl-trace',
        '220 QUIT',
        'words',
      ],
      ['<= Recv header, 9 bytes (0x9)\n0000: words\n=> Send header, 6 bytes (0x6)\n0000: more', '', '', ''],
      [
        '<= Recv SSL data, 5 bytes (0x5)\n0000: x\n<= Recv header, 9 bytes (0x9)\n0000: 220 mx1',
        'curl-trace',
        '220',
        '0000: x',
      ],
      [
        'System.Net.Sockets Verbose: 0 : [1] Data from Socket#1::Send\nSystem.Net.Sockets Verbose: 0 : [1] 00000000 : 32 32 30 20 61 0D 0A : 220 a\nSystem.Net.Sockets Verbose: 0 : [2] Data from Socket#2::Receive\nSystem.Net.Sockets Verbose: 0 : [2] 00000000 : 32 32 30 20 62 0D 0A : 220 b\nSystem.Net.Sockets Verbose: 0 : [1] Data from Socket#1::Receive\nSystem.Net.Sockets Verbose: 0 : [1] 00000000 : 51 55 49 54 0D 0A : QUIT\nSystem.Net.Sockets Verbose: 0 : [2] Data from Socket#2::Send\nSystem.Net.Sockets Verbose: 0 : [2] 00000000 : 51 55 49 54 0D 0A : QUIT',
        'dotnet',
        '220 QUIT / 220 QUIT',
        '',
      ],
      ['words\n<= Recv header, 9 bytes (0x9)\n0000: 220 mx1', 'curl-trace', '220', ''],
    ] as const) {
      assert.equal(toldBySession(text).join(' / '), said, text);
      assert.equal(dialectsOf(text), dialect, text);
      const notes = conversationsOf(text).flatMap((one) => one.notes.map(({ start, end }) => text.slice(start, end)));
      assert.equal(notes.join(' ~ '), noted, text);
    }
  });
});

describe('lines with marks', () => {
  const gap = (lines: number): string =>
    `S: 220 a.test ESMTP\nC: EHLO b.test\n${'some words\n'.repeat(lines)}S: 250 a.test\nC: QUIT\n`;
  it('go on behind eleven lines without, and not behind more', () => {
    assert.deepEqual(toldBySession(gap(11)), ['220 EHLO 250 QUIT']);
    assert.deepEqual(toldBySession(gap(12)), ['220 EHLO', '250 QUIT']);
  });
});
