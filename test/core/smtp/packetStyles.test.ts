import assert from 'node:assert/strict';
import { isPacketHead, packetHead, packetStyles, startsPackets } from '../../../src/core/smtp/packetStyles.ts';

describe('the head of a packet', () => {
  it('says in which dump it stands, and which way the packet went', () => {
    for (const [line, starts, isHead, style, head] of [
      ['=> Send header, 12 bytes (0xc)', true, true, 'curl-trace', { mark: '=>', side: 'client', others: ['<='] }],
      [
        '10:00:00.123456 <= Recv data, 5 bytes (0x5)',
        true,
        true,
        'curl-trace',
        { mark: '<=', side: 'server', others: ['=>'], time: 36000123 },
      ],
      [
        '<= Recv SSL data, 5 bytes (0x5)',
        true,
        true,
        'curl-trace',
        { mark: '<=', side: 'server', others: ['=>'], skip: true },
      ],
      ['<= Send text, 5 bytes', false, false],
      [
        '> 2026/11/21 19:55:04.000501  length=9 from=0 to=8',
        true,
        true,
        'socat',
        { mark: '>', side: 'client', others: ['<'], length: 9, time: 71704000 },
      ],
      [
        '< 2026/11/21 19:55:04.000501 length=9 from=10 to=18',
        true,
        true,
        'socat',
        { mark: '<', side: 'server', others: ['>'], length: 9, time: 71704000 },
      ],
      ['< 2026/11/21 length=9', false, false],
      [
        'read from 0x55 [0x56] (16384 bytes => 12 (0xC))',
        true,
        true,
        'openssl-debug',
        { mark: 'read from', side: 'server', others: ['write to'] },
      ],
      [
        'write to 0x55 [0x56] (9 bytes => -1 (0x0))',
        true,
        true,
        'openssl-debug',
        { mark: 'write to', side: 'client', others: ['read from'] },
      ],
      [
        'System.Net.Sockets Verbose: 0 : [1234] Data from Socket#12::Send',
        true,
        true,
        'dotnet',
        { mark: 'Send', side: 'client', others: ['Receive'], connection: '1234' },
      ],
      [
        'System.Net Information: 0 : Data from Socket#12::Receive',
        true,
        true,
        'dotnet',
        { mark: 'Receive', side: 'server', others: ['Send'] },
      ],
      ['Verbose: 0 : [1] Data from Socket#12::Accept', false, false],
      [
        'NSE: TCP 192.0.2.5:5 > 198.51.100.7:25 | 00000000: 32 32',
        true,
        true,
        'nmap',
        { mark: '>', side: 'client', others: ['<'], inline: true },
      ],
      [
        'NSE: SSL 192.0.2.5:5 < 198.51.100.7:25 | 00000000: 32 32',
        true,
        true,
        'nmap',
        { mark: '<', side: 'server', others: ['>'], inline: true },
      ],
      ['NSE: TCP 192.0.2.5:5 < 198.51.100.7:25 | CONNECT', false, false],
      ['12', false, true, 'tshark-follow', { mark: '', side: 'client', others: ['\t'], length: 12 }],
      ['\t12', false, true, 'tshark-follow', { mark: '\t', side: 'server', others: [''], length: 12 }],
      ['12 x', false, false],
      ['== Info:   Trying 192.0.2.1:25...', true, true],
      ['10:00:00.1 == Info: Trying x', true, true],
      ['== Info: x', false, false],
      ['Follow: tcp,ascii', true, true],
      ['Follow: udp,ascii', false, false],
    ] as const) {
      const read = packetStyles.flatMap((one) => {
        const found = packetHead(one, line);
        return found === undefined ? [] : [[one.name, JSON.parse(JSON.stringify(found))]];
      });
      assert.deepEqual(read, style === undefined ? [] : [[style, head]], line);
      assert.equal(startsPackets(line), starts, line);
      assert.equal(isPacketHead(line), isHead, line);
    }
  });

  it('is no longer than 400 characters', () => {
    const long = (length: number): string => '=> Send data, 5 bytes'.padEnd(length);
    const isHead = (line: string): boolean => packetStyles.some((style) => packetHead(style, line) !== undefined);
    assert.equal(isHead(long(400)), true);
    assert.equal(isHead(long(401)), false);
  });
});
