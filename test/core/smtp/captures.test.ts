import assert from 'node:assert/strict';
import { dialectsOf, eventsOf, sessionsOf, told, toldBySession } from './told.ts';

/** The tool that wrote it and what was said, over one connection. */
function reads(dialect: string, said: string, text: string): void {
  assert.equal(told(text), said);
  assert.equal(dialectsOf(text), dialect);
  assert.equal(sessionsOf(text), 1);
}

describe('captures of the network', () => {
  it('socat -v, which shows what it passes on besides', () => {
    const at = (mark: string, length: number): string =>
      `${mark} 2026/11/21 19:55:04.000501936  length=${length} from=0 to=34`;
    reads(
      'socat',
      '220 EHLO 250 DATA 354 (data) 250',
      `${at('<', 18)}\n220 a.test ESMTP\n220 a.test ESMTP\n${at('>', 13)}\nEHLO b.test\\r\n${at('<', 22)}\n250-a.test\n250 SIZE\n250-a.test\n250 SIZE\n${at('>', 6)}\nDATA\\r\n${at('<', 8)}\n354 go\n354 go\n${at('>', 22)}\nSubject: x\\r\n\\r\nHello.\\r\n.\\r\n${at('<', 12)}\n250 2.0.0 Ok\n250 2.0.0 Ok\n`,
    );
  });

  it('socat -x, in hexadecimal', () => {
    reads(
      'socat',
      '220 EHLO',
      '< 2026/11/21 19:55:04.0001  length=14 from=0 to=13\n 32 32 30 20 61 20 45 53 4d 54 50 0d 0a\n> 2026/11/21 19:55:04.0002  length=8 from=0 to=7\n 45 48 4c 4f 20 62 0d 0a\n',
    );
  });

  it('tshark, a packet a line, a reply of several lines in it', () => {
    const text =
      '    4   0.004201  192.0.2.25 → 192.0.2.1    SMTP 102 S: 220 a.test ESMTP Postfix\n    6   0.004459    192.0.2.1 → 192.0.2.25  SMTP 91 C: EHLO b.test\n    8   0.104746  192.0.2.25 → 192.0.2.1    SMTP 232 S: 250-a.test | PIPELINING | CHUNKING\n   13   0.2    192.0.2.1 → 192.0.2.25  SMTP 72 C: DATA\n   14   0.3  192.0.2.25 → 192.0.2.1    SMTP 103 S: 354 go\n   15   0.4    192.0.2.1 → 192.0.2.25  SMTP/IMF 319 from: a@b.test, subject: x, ,   \n   16   0.5  192.0.2.25 → 192.0.2.1    SMTP 103 S: 250 2.0.0 Ok\n';
    reads('tshark', '220 EHLO 250 DATA 354 (data) 250', text);
    assert.deepEqual(
      eventsOf(text)
        .slice(1, 3)
        .map(({ time }) => time),
      [4, 105],
    );
  });

  it('a number alone is no length of what is shorter', () =>
    reads('bare', '535', 'Hi,\n\n334\nAGFsaWNlAGtldHRsZQ==\n535 5.7.3 no\n'));

  it('tshark, two streams followed', () => {
    const bar = '='.repeat(67);
    const stream = `\n${bar}\nFollow: tcp,ascii\nFilter: tcp.stream eq 1\nNode 0: 192.0.2.1:49886\nNode 1: 192.0.2.25:25\n\t18\n220 a.test ESMTP\n\n13\nEHLO b.test\n\n\t22\n250-a.test\n250 SIZE\n\n8\nDATA\n\n\t8\n354 go\n\n25\nSubject: 250\n\n250 hi\n.\n\n\t8\n250 ok\n\n${bar}\n`;
    assert.deepEqual(toldBySession(stream + stream), [
      '220 EHLO 250 DATA 354 (data) 250',
      '220 EHLO 250 DATA 354 (data) 250',
    ]);
  });

  it('Wireshark, followed, without any mark', () => {
    reads('bare', '220 EHLO 250 QUIT 221', '220 a.test ESMTP\nEHLO b.test\n250-a.test\n250 SIZE\nQUIT\n221 bye\n');
  });

  it('tcpflow, whose message stands behind its first line', () => {
    const server = '192.000.002.025.00025-192.000.002.001.49722:';
    const client = '192.000.002.001.49722-192.000.002.025.00025:';
    reads(
      'tcpflow',
      '220 EHLO 250 DATA 354 (data) 250',
      `${server} 220 a.test ESMTP\n\n${client} EHLO b.test\n\n${server} 250-a.test\n250-PIPELINING\n250 CHUNKING\n\n${client} DATA\n\n${server} 354 go\n\n${client} Subject: x\n\n250 hello\n.\n\n${server} 250 2.0.0 Ok\n`,
    );
  });

  it('nmap --script-trace', () => {
    reads(
      'nmap',
      '220 EHLO',
      'NSE: TCP 192.0.2.5:59690 < 198.51.100.7:25 | 00000000: 32 32 30 20 61 20 45 53 4d 54 50 0d 0a          220 a ESMTP\nNSE: TCP 192.0.2.5:59690 > 198.51.100.7:25 | 00000000: 45 48 4c 4f 20 62 0d 0a                         EHLO b\n',
    );
  });
});
