import assert from 'node:assert/strict';
import { dialectAt } from '../../../../src/core/smtp/dialectAt.ts';
import { dialects } from '../../../../src/core/smtp/dialects/dialects.ts';
import { readConversation } from '../../../../src/core/smtp/readConversations.ts';
import { Rows } from '../../../../src/core/smtp/rows.ts';
import { endOfTlsReport } from '../../../../src/core/smtp/tlsReport.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const rowsOf = (text: string): Rows => {
  const lines = new Lines(text);
  return new Rows(lines, lines.count);
};

describe('the first line of a conversation', () => {
  it('shows its dialect, by what is said behind its marks', () => {
    for (const [text, dialect] of [
      ['S: 220 a ESMTP\nC: EHLO b', 'probe'],
      ['S: 220 a\nC: EHLO b', 'probe'],
      ['S: 220 a\nC: words', undefined],
      ['S: 220 a\nwords', undefined],
      ['S: words\nC: EHLO b', undefined],
      ['<-  220 a\n -> EHLO b', 'swaks'],
      [' -> words\n<-  220 a', undefined],
      ['<-  220 a\n=== words\n -> EHLO b', 'swaks'],
      ['<-  220 a\n=== words\n -> words', undefined],
      ['=== Trying a:25...\n<-  220 a', 'swaks'],
      ['=== Trying a:25...\n220 a', undefined],
      ['=== Trying a:25...', 'swaks'],
      ['=== Trying a:25...\nwords\n220 a', undefined],
      ['* Trying 192.0.2.1:25...\n< 220 a', 'curl'],
      ['* Trying 192.0.2.1:25...\n220 a', undefined],
      ['> EHLO b\n< 250 ok', 'curl'],
      ['2026-11-20 10:00:00 S: 220 a ESMTP', 'client-server'],
      ["send: 'ehlo b\\r\\n'\nreply: b'250 ok\\r\\n'", 'python-smtplib'],
      ['SMTP<< 220 a', 'exim'],
      ['SMTP>> EHLO b', 'exim'],
      ['words', undefined],
      ['220 a ESMTP\nEHLO b', undefined],
    ] as const)
      assert.equal(dialectAt(rowsOf(text), 0, dialects)?.name, dialect, text);
  });

  it('is read in what stands around it, up to the last line that belongs to it', () => {
    for (const [text, expected] of [
      ['220 a ESMTP\nEHLO b\n250 ok\nwords\nmore', 'bare 3 220 EHLO 250'],
      ['words\n220 a ESMTP', undefined],
      ['> 220 a ESMTP\n> EHLO b\n> 250 ok\nwords', 'bare 3 220 EHLO 250'],
      ['> 550 5.1.1 no\n> words', 'bare 1 550'],
      ['> b@b.test\n> 550 5.1.1 no', undefined],
      ['| 550 5.1.1 no\n| EHLO b', 'bare 2 550 EHLO'],
      ['- 220 a ESMTP\n- EHLO b\n- 250 ok\nwords', 'bare 3 220 EHLO 250'],
      ['1: 220 a ESMTP\n2: EHLO b\n3: 250 ok\nwords', 'unknown 3 220 EHLO 250'],
      ['[x] 220 a ESMTP\n[x] EHLO b\n[x] 250 ok\nwords', 'unknown 3 220 EHLO 250'],
      ['[in] 220 a ESMTP\n[out] EHLO b\n[in] 250 ok\nwords', 'unknown 3 220 EHLO 250'],
      ['[x] 550 5.1.1 no\n[x] EHLO b\n[x] 250 ok', 'unknown 3 550 EHLO 250'],
      ['    S: 220 a ESMTP\n    C: EHLO b\n    S: 250 ok\nwords', 'client-server 3 220 EHLO 250'],
      ['> [in] 220 a ESMTP\n> [out] EHLO b\n> [in] 250 ok\nwords', 'unknown 3 220 EHLO 250'],
    ] as const) {
      const lines = new Lines(text);
      const found = readConversation(lines, 0, lines.count);
      const events = found?.conversation.events.map((event) =>
        event.kind === 'reply' ? event.code : event.kind === 'command' ? event.verb : event.kind,
      );
      const told = found && [found.conversation.dialect, found.endLine, ...(events ?? [])].join(' ');
      assert.equal(told, expected, text);
    }
  });
});

describe('a report on a TLS handshake', () => {
  it('ends with its last fence before something is said', () => {
    for (const [text, end] of [
      ['CONNECTED(00000003)\n250 x\n---\n220 a', 2],
      ['CONNECTED(00000003)\n---\ncert\n---\n220 a', 3],
      ['CONNECTED(00000003)\n---\nEHLO b', 1],
      ['CONNECTED(00000003)\n---\nwords', 0],
      ['CONNECTED(00000003)\n---', 1],
      ['CONNECTED(00000003)\nwords', 0],
      ['CONNECTED(00000003)\nCONNECTED(00000003)\n---\n220 a', 0],
      ['---\nPost-Handshake New Session Ticket arrived:\n250 x\n---\n220 a', 3],
      ['---\nPost-Handshake x\ny', 0],
      ['---\nwords\n---', 0],
      ['- Certificate type: X.509\n- x\n- Simple Client Mode:\n220 a', 2],
      ['- Certificate type: X.509\n- x\nwords', 0],
      ['- Certificate type: X.509\n- Certificate type: X.509\n- Simple Client Mode:', 0],
      ['words\n---', 0],
    ] as const)
      assert.equal(endOfTlsReport(rowsOf(text), 0, text.split('\n', 1)[0] ?? ''), end, text);
  });

  it('has 1500 lines at most, and 100 about a ticket', () => {
    const report = (lines: number): number =>
      endOfTlsReport(rowsOf(`CONNECTED(00000003)\n${'x\n'.repeat(lines)}---\n220 a`), 0, 'CONNECTED(00000003)');
    assert.equal(report(1498), 1499);
    assert.equal(report(1499), 0);
    const ticket = (lines: number): number =>
      endOfTlsReport(rowsOf(`---\nPost-Handshake\n${'x\n'.repeat(lines)}---\n220 a`), 0, '---');
    assert.equal(ticket(97), 99);
    assert.equal(ticket(98), 0);
  });
});
