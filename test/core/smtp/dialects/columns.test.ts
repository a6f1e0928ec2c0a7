import assert from 'node:assert/strict';
import type { SmtpEvent } from '../../../../src/core/smtp/conversation.ts';
import { conversationsOf, dialectsOf } from '../told.ts';

/** Each event with what it says, where it stands, its connection and its time; the notes behind them. */
function heard(text: string): string {
  const cut = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
  const what = (event: SmtpEvent): string => {
    if (event.kind === 'command') return `${event.verb} ${cut(event.argument)}`;
    return event.kind === 'reply' ? `${event.code} ${event.text}` : event.kind;
  };
  return conversationsOf(text)
    .flatMap(({ events, notes }) => [
      ...events.map((event) =>
        [event.session, what(event), cut(event), event.connection ?? '', event.time ?? ''].join('|'),
      ),
      ...notes.map((note) => `* ${cut(note)}`),
    ])
    .join(' # ');
}

describe('a log in columns', () => {
  it('is read with its connections and times, by what its columns say', () => {
    for (const [text, dialect, said] of [
      [
        '2003-11-20 10:00:00 192.0.2.1 pc SMTPSVC1 MX 192.0.2.2 0 EHLO - +pc 250 0 300 10 0 SMTP - - - -\n2003-11-20 10:00:01 192.0.2.1 pc SMTPSVC1 MX 192.0.2.2 0 MAIL - +FROM:<a@a.test> 250 0 44 30 0 SMTP - - - -\n2003-11-20 10:00:02 192.0.2.1 pc SMTPSVC1 MX 192.0.2.2 0 RCPT - +TO:<b+x@b.test> 550 0 44 30 0 SMTP - - - -\n2003-11-20 10:00:02 192.0.2.1 pc SMTPSVC1 MX 192.0.2.2 0 QUIT - pc 240 0 44 30 0 SMTP - - - -',
        'iis',
        '0|EHLO pc|EHLO - +pc|192.0.2.1|36000000 # 0|250 |250|192.0.2.1|36000000 # 0|MAIL FROM:<a@a.test>|MAIL - +FROM:<a@a.test>|192.0.2.1|36001000 # 0|250 |250|192.0.2.1|36001000 # 0|RCPT TO:<b+x@b.test>|RCPT - +TO:<b+x@b.test>|192.0.2.1|36002000 # 0|550 |550|192.0.2.1|36002000 # 0|QUIT pc|QUIT - pc|192.0.2.1|36002000 # 0|240 |240|192.0.2.1|36002000',
      ],
      [
        '2003-11-20 10:00:00 192.0.2.3 OutboundConnectionResponse SMTPSVC1 MX - 25 - - 220+mx.a.test+ESMTP 0 0 20 0 0 SMTP - - - -\n2003-11-20 10:00:00 192.0.2.3 OutboundConnectionCommand SMTPSVC1 MX - 25 EHLO - mx.b.test 0 0 4 0 0 SMTP - - - -\n2003-11-20 10:00:01 192.0.2.3 OutboundConnectionResponse SMTPSVC1 MX - 25 - - 250-mx.a.test 0 0 4 0 0 SMTP - - - -',
        'iis',
        '0|220 mx.a.test ESMTP|220+mx.a.test+ESMTP|192.0.2.3|36000000 # 0|EHLO mx.b.test|EHLO - mx.b.test|192.0.2.3|36000000 # 0|250 mx.a.test|250-mx.a.test|192.0.2.3|36001000',
      ],
      ['2003-11-20 10:00:00 192.0.2.1 pc SMTPSVC1 MX 192.0.2.2 0 EHLO - +pc 250', '', ''],
      [
        '11/20/03 10:00:00\tSMTP-IN\tA1\t1072\t192.0.2.1\t\t\t220 mx ESMTP\t0\t0\n11/20/03 10:00:01\tSMTP-IN\tA1\t1072\t192.0.2.1\tEHLO\tEHLO pc\t250-mx [192.0.2.1], 250 HELP\t0\t0\n11/20/03 10:00:02\tSMTP-IN\tA1\t1072\t192.0.2.1\tMAIL\tMAIL FROM:<a@a.test>\t\t0\t0\n11/20/03 10:00:03\tSMTP-IN\tA1\t1073\t192.0.2.1\t\t\t220 mx ESMTP\t0\t0',
        'mailenable',
        '0|220 mx ESMTP|220 mx ESMTP|1072|36000000 # 0|EHLO pc|EHLO pc|1072|36001000 # 0|250 mx [192.0.2.1] HELP|250-mx [192.0.2.1], 250 HELP|1072|36001000 # 0|MAIL FROM:<a@a.test>|MAIL FROM:<a@a.test>|1072|36002000 # 1|220 mx ESMTP|220 mx ESMTP|1073|36003000 # * \t0\t0',
      ],
      [
        '2026-11-20T10:00:00.123Z,MX\\Default,08D1A2B3C4D5E6F7,0,192.0.2.2:25,192.0.2.1:5000,+,,\n2026-11-20T10:00:00.223Z,MX\\Default,08D1A2B3C4D5E6F7,1,192.0.2.2:25,192.0.2.1:5000,>,"220 mx ESMTP, ready",\n2026-11-20T10:00:00.323Z,MX\\Default,08D1A2B3C4D5E6F7,2,192.0.2.2:25,192.0.2.1:5000,<,EHLO pc,\n2026-11-20T10:00:00.423Z,MX\\Default,08D1A2B3C4D5E6F7,3,192.0.2.2:25,192.0.2.1:5000,>,250  mx Hello,x\n2026-11-20T10:00:00.523Z,MX\\Default,08D1A2B3C4D5E6F7,4,192.0.2.2:25,192.0.2.1:5000,*,Tarpit for 5,\n2026-11-20T10:00:00.623Z,MX\\Default,08D1A2B3C4D5E6F7,5,192.0.2.2:25,192.0.2.1:5000,-,,Local',
        'exchange',
        '0|220 mx ESMTP, ready|220 mx ESMTP, ready|08D1A2B3C4D5E6F7|36000223 # 0|EHLO pc|EHLO pc|08D1A2B3C4D5E6F7|36000323 # 0|250 mx Hello|250  mx Hello|08D1A2B3C4D5E6F7|36000423 # * Tarpit for 5, # * ,Local',
      ],
      [
        '2026-11-20T10:00:00.123Z,"MX, one",08D1A2B3C4D5E6F8,0,192.0.2.2:25,192.0.2.1:5000,<,"220 mx ""x"" ESMTP",\n2026-11-20T10:00:00.223Z,"MX, one",08D1A2B3C4D5E6F8,1,192.0.2.2:25,192.0.2.1:5000,>,EHLO pc,',
        'exchange',
        '0|220 mx ""x"" ESMTP|220 mx ""x"" ESMTP|08D1A2B3C4D5E6F8|36000123 # 0|EHLO pc|EHLO pc|08D1A2B3C4D5E6F8|36000223',
      ],
      [
        '>,220 mx ESMTP, ready\n<,EHLO pc\n>,"250 mx ""x"" y"\n*,note\n>,"550 no',
        'exchange-columns',
        '0|220 mx ESMTP, ready|220 mx ESMTP, ready|| # 0|EHLO pc|EHLO pc|| # 0|250 mx "x" y|250 mx ""x"" y|| # 0|550 no|550 no|| # * note',
      ],
      [
        '<,220 mx ESMTP\n>,"EHLO pc",x\n<,250 ok,',
        'exchange-columns',
        '0|220 mx ESMTP|220 mx ESMTP|| # 0|EHLO pc|EHLO pc|| # 0|250 ok,|250 ok,||',
      ],
      [
        '    4   0.004201  192.0.2.25 → 192.0.2.1    SMTP 102 S: 220 a.test ESMTP\n    6   0.004459    192.0.2.1 → 192.0.2.25  SMTP 91 C: EHLO b.test\n    8   0.104746  192.0.2.25 → 192.0.2.1    SMTP 232 S: 250-a.test | SIZE | HELP\n    9   0.2   192.0.2.1 → 192.0.2.25  SMTP 91 C: MAIL FROM:<a@a.test> | x\n   10   0.3   192.0.2.1 → 192.0.2.25  SMTP 91 C: DATA\n   12   0.4  192.0.2.25 → 192.0.2.1    SMTP 102 S: 354 go\n   14   0.5    192.0.2.1 → 192.0.2.25  SMTP 91 C: DATA fragment, 20 bytes\n   16   0.6    192.0.2.1 → 192.0.2.25  SMTP/IMF 91 from: a\n   18   0.7  192.0.2.25 → 192.0.2.1    SMTP 102 S: 250 ok',
        'tshark',
        '0|220 a.test ESMTP|220 a.test ESMTP|192.0.2.1 192.0.2.25|4 # 0|EHLO b.test|EHLO b.test|192.0.2.1 192.0.2.25|4 # 0|250 a.test SIZE HELP|250-a.test | SIZE | HELP|192.0.2.1 192.0.2.25|105 # 0|MAIL FROM:<a@a.test> | x|MAIL FROM:<a@a.test> | x|192.0.2.1 192.0.2.25|200 # 0|DATA |DATA|192.0.2.1 192.0.2.25|300 # 0|354 go|354 go|192.0.2.1 192.0.2.25|400 # 0|data|20 bytes\n   16   0.6    192.0.2.1 → 192.0.2.25  SMTP/IMF 91 from: a|192.0.2.1 192.0.2.25|500 # 0|250 ok|250 ok|192.0.2.1 192.0.2.25|700',
      ],
      [
        '1 10:00:00.5 192.0.2.2 -> 192.0.2.1 SMTP C: EHLO pc\n2 10:00:00.6 192.0.2.1 -> 192.0.2.2 SMTP S: 250 ok',
        'tshark',
        '0|EHLO pc|EHLO pc|192.0.2.1 192.0.2.2| # 0|250 ok|250 ok|192.0.2.1 192.0.2.2|',
      ],
      [
        '192.000.002.001.00025-192.000.002.002.50000: 220 mx ESMTP\n192.000.002.002.50000-192.000.002.001.00025: EHLO pc\n192.000.002.001.00025-192.000.002.002.50000: 250-mx\n250 HELP',
        'tcpflow',
        '0|220 mx ESMTP|220 mx ESMTP|192.000.002.001.00025 192.000.002.002.50000| # 0|EHLO pc|EHLO pc|192.000.002.001.00025 192.000.002.002.50000| # 0|250 mx HELP|250-mx\n250 HELP|192.000.002.001.00025 192.000.002.002.50000|',
      ],
      [
        '[2026-11-20T10:00:00.000Z] 192.000.002.001.01025-192.000.002.002.50000: 220 mx ESMTP\n[2026-11-20T10:00:00.000Z] 192.000.002.002.50000-192.000.002.001.01025: EHLO pc',
        'tcpflow',
        '0|220 mx ESMTP|220 mx ESMTP|192.000.002.001.01025 192.000.002.002.50000| # 0|EHLO pc|EHLO pc|192.000.002.001.01025 192.000.002.002.50000|',
      ],
      [
        '  1   0.000000 192.0.2.1 → 192.0.2.2    SMTP 98 S: 220 mx ESMTP\n  2   0.100000 192.0.2.2 → 192.0.2.1    SMTP 72 C: EHLO pc\n  3   0.200000 192.0.2.1 → 192.0.2.2    SMTP 72 S: 250-mx | SIZE | HELP\n  4   0.300000 192.0.2.2 → 192.0.2.1    SMTP 72 C: QUIT',
        'tshark',
        '0|220 mx ESMTP|220 mx ESMTP|192.0.2.1 192.0.2.2|0 # 0|EHLO pc|EHLO pc|192.0.2.1 192.0.2.2|100 # 0|250 mx SIZE HELP|250-mx | SIZE | HELP|192.0.2.1 192.0.2.2|200 # 0|QUIT |QUIT|192.0.2.1 192.0.2.2|300',
      ],
    ] as const) {
      assert.equal(heard(text), said, text);
      assert.equal(dialectsOf(text), dialect, text);
    }
  });
});
