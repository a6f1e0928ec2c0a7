import assert from 'node:assert/strict';
import { conversationsOf } from '../told.ts';

describe('the report of a probe', () => {
  it('says by its place what each line means', () => {
    for (const [text, said, steps, summary, transactions, end, notes] of [
      [
        '# SMTP probe of mx.a.test:25, 2026-11-20 10:00:00 UTC\n* CONNECT (10 ms): 192.0.2.1\n* BANNER (20 ms): ok\nS: 220 mx ESMTP\n* EHLO (30 ms): ok\nC: EHLO b\nS: 250-mx\nS: 250 STARTTLS\n* STARTTLS (5 ms): ok\nC: STARTTLS\nS: 220 go\n* TLS (7 ms): TLSv1.3\n* EHLO (1 ms): ok\nC: EHLO b\nS: 250 mx\n* AUTH (2 ms): ok\nC: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: <hidden>\nS: 235 ok\n* MAIL (3 ms): ok\nC: MAIL FROM:<a@a.test>\nS: 250 ok\n* RCPT (4 ms): ok\nC: RCPT TO:<b@b.test>\nS: 250 ok\n* DATA (1 ms): ok\nC: DATA\nS: 354 go\n* MESSAGE (9 ms): ok\nC: Subject: x\nC:\nC: hi\nC: .\nS: 250 taken\nS: 250 taken\n* QUIT (1 ms): ok\nC: QUIT\nS: 221 bye\n* Result: passed: it takes mail\nwords',
        '0|220 mx ESMTP|<connect>||30 # 0|EHLO b|command||30 # 0|250-mx\nS: 250 STARTTLS|<EHLO>||60 # 0|STARTTLS|command||60 # 0|220 go|<STARTTLS>||65 # 0|EHLO b|command|tls|72 # 0|250 mx|<EHLO>|tls|73 # 0|AUTH LOGIN|command|tls|73 # 0|334 VXNlcm5hbWU6|<AUTH>|tls|75 # 0|<hidden>|auth|tls|73 # 0|235 ok|<?>|tls|75 # 0|MAIL FROM:<a@a.test>|command|tls|75 # 0|250 ok|<MAIL>|tls|78 # 0|RCPT TO:<b@b.test>|command|tls|78 # 0|250 ok|<RCPT>|tls|82 # 0|DATA|command|tls|82 # 0|354 go|<DATA>|tls|83 # 0|Subject: x\nC:\nC: hi\nC: .|data true|tls|83 # 0|250 taken|<(data)>|tls|92 # 0|250 taken|<?>|tls|92 # 0|QUIT|command|tls|92 # 0|221 bye|<QUIT>|tls|93',
        'CONNECT 10 false 192.0.2.1 # BANNER 20 false ok # EHLO 30 false ok # STARTTLS 5 false ok # TLS 7 false TLSv1.3 # EHLO 1 false ok # AUTH 2 false ok # MAIL 3 false ok # RCPT 4 false ok # DATA 1 false ok # MESSAGE 9 false ok # QUIT 1 false ok',
        'mx.a.test:25 mx.a.test - | passed - it takes mail 603-634',
        'accepted 14 11+12+13+14+15+16+17+18',
        635,
        14,
      ],
      [
        '# SMTP probe of [192.0.2.1]:25, 2026-11-20 10:00:00 UTC\n* Asks: relay\n* Asks: vrfy\n* CONNECT: failed, refused\n* a note\n* Result: failed at CONNECT, refused: nobody listens',
        '',
        'CONNECT undefined true refused',
        '[192.0.2.1]:25 192.0.2.1 relay | CONNECT refused nobody listens 119-171',
        '',
        171,
        6,
      ],
      [
        '# SMTP probe of mx.a.test, 2026-11-20 10:00:00 UTC\n* CONNECT (1 ms): x\n* MAIL: ok\nC: MAIL FROM:<a@a.test>\nS: 250 ok\n* BDAT: ok\nC: BDAT 3\nC: abc\nS: 250 ok\n* BDAT: ok\nC: BDAT 1 LAST\nC: d\nS: 550 no\nS: 250 x\n* EHLO: failed, x\nC: EHLO b\nS: 550 no',
        '0|MAIL FROM:<a@a.test>|command||1 # 0|250 ok|<MAIL>||1 # 0|BDAT 3|command||1 # 0|abc|data false||1 # 0|250 ok|<BDAT>||1 # 0|BDAT 1 LAST|command||1 # 0|d|data false||1 # 0|550 no|<BDAT>||1 # 0|250 x|<?>||1 # 0|EHLO b|command||1 # 0|550 no|<?>||1',
        'CONNECT 1 false x # MAIL undefined false ok # BDAT undefined false ok # BDAT undefined false ok # EHLO undefined true x',
        'mx.a.test mx.a.test -',
        'refused  0+1+2+3+4+5+6+7',
        241,
        6,
      ],
      [
        '# SMTP probe of mx.a.test, 2026-11-20 10:00:00 UTC\nS: 220 x\n* CONNECT: x\nS: words\nC:\nS: 220-a\nS: 220 b\n* CONNECT: y\nS: 220 z\nx',
        '0|220 x|<?>||0 # 1|220-a\nS: 220 b|<connect>||0 # 2|220 z|<connect>||0',
        'CONNECT undefined false x # CONNECT undefined false y',
        'mx.a.test mx.a.test -',
        '',
        125,
        5,
      ],
      [
        '# SMTP probe of mx.a.test, 2026-11-20 10:00:00 UTC\n* CONNECT: x\n* TLS: failed, no\nS: 220 z\n* EHLO: ok\nS: 250-a\n* NOPE: x\n* BANNER: y\nS: 250 b',
        '0|220 z|<?>||0 # 0|250-a|<EHLO>||0 # 0|250 b|<connect>||0',
        'CONNECT undefined false x # TLS undefined true no # EHLO undefined false ok # BANNER undefined false y',
        'mx.a.test mx.a.test -',
        '',
        141,
        6,
      ],
      ['# SMTP probe of mx.a.test, 2026-11-20 10:00:00 UTC', '', '', 'mx.a.test mx.a.test -', '', 50, 1],
    ] as const) {
      const [found, other] = conversationsOf(text);
      assert.ok(found?.probe !== undefined && other === undefined, text);
      const { events, sessions, probe } = found;
      const heard = events.map((event) => {
        const what =
          event.kind === 'reply' ? `<${event.answers}>` : event.kind === 'data' ? `data ${event.complete}` : event.kind;
        const words = text.slice(event.start, event.end);
        return [event.session, words, what, event.tls ? 'tls' : '', event.time ?? ''].join('|');
      });
      assert.equal(heard.join(' # '), said, text);
      assert.equal(
        probe.steps.map((one) => `${one.step} ${one.elapsed} ${one.failed} ${one.text}`).join(' # '),
        steps,
        text,
      );
      const { result } = probe;
      const came =
        result && `${result.failedAt ?? 'passed'} ${result.code ?? '-'} ${result.text} ${result.start}-${result.end}`;
      const told = `${probe.target} ${probe.host} ${probe.asks ?? '-'}`;
      assert.equal(came === undefined ? told : `${told} | ${came}`, summary, text);
      assert.equal(
        sessions
          .flatMap((session) => session.transactions)
          .map((one) => `${one.outcome} ${one.recipients.map(({ reply }) => reply)} ${one.events.join('+')}`)
          .join('; '),
        transactions,
        text,
      );
      assert.equal(found.end, end, text);
      assert.equal(found.notes.length, notes, text);
      for (const { start, end: behind } of probe.steps) assert.match(text.slice(start, behind), /^\* .*$/);
    }
  });

  it('begins with its heading', () => {
    for (const text of [
      '# SMTP probe of mx.a.test 2026-11-20\n* CONNECT: x\n',
      'SMTP probe of mx.a.test, 2026-11-20 10:00:00 UTC\n* CONNECT: x\n',
      '# SMTP probe of mx a, 2026-11-20 10:00:00 UTC\n* CONNECT: x\n',
      `# SMTP probe of ${'m'.repeat(1021)}, 2026-11-20 10:00:00 UTC\n* CONNECT: x\n`,
    ])
      assert.deepEqual(conversationsOf(text), [], text);
  });
});
