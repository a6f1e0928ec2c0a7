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

describe('lines with marks', () => {
  const gap = (lines: number): string =>
    `S: 220 a.test ESMTP\nC: EHLO b.test\n${'some words\n'.repeat(lines)}S: 250 a.test\nC: QUIT\n`;
  it('go on behind eleven lines without, and not behind more', () => {
    assert.deepEqual(toldBySession(gap(11)), ['220 EHLO 250 QUIT']);
    assert.deepEqual(toldBySession(gap(12)), ['220 EHLO', '250 QUIT']);
  });
});
