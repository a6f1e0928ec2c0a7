import assert from 'node:assert/strict';
import { findReplies } from '../../../src/core/replies/findReplies.ts';
import { spanText } from '../../../src/core/text/span.ts';

/** Each reply by its codes, the first letter of how sure it is, and its words. */
const found = (text: string): readonly string[] =>
  findReplies(text).map(({ code, enhanced, sureness, words }) =>
    [code, enhanced, `${sureness[0]}:`, spanText(text, words)].filter((part) => part !== undefined).join(' '),
  );

describe('a reply that a text has more than once', () => {
  it('is found once, with all that is known of it', () => {
    for (const [text, ...replies] of [
      ['550 5.1.1 no user (code: 550)', '550 5.1.1 s: no user (code: 550)'],
      ['code: 550, response: 550 no user', '550 l: no user'],
      ['(550) x (550 5.1.1 no user)', '550 5.1.1 s: no user'],
      ['said: 550 no user, code 550, 551', '550 s: no user, code 550, 551'],
      ['dsn=4.2.2, stat=Deferred: 452 4.2.2 full', '452 4.2.2 s: full'],
      ['dsn=4.0.0, stat=Deferred: 452 4.2.2 full', '452 4.2.2 s: full'],
      ['dsn=4.3.0, stat=Deferred: 452 4.2.2 full', '4.3.0 s: ', '452 4.2.2 s: full'],
      ['dsn=5.0.0, stat=Deferred: 452 4.2.2 full', '5.0.0 s: ', '452 4.2.2 s: full'],
      ['dsn=4.0.0, stat=Deferred: 452 full', '452 l: full'],
      ['dsn=4.2.2, stat=Deferred:\n452 4.2.2 full', '4.2.2 s: ', '452 4.2.2 s: full'],
      [
        'dsn=4.2.2, a long word that stands between the two of them, and goes on and on: stat=Deferred: 452 4.2.2 full',
        '4.2.2 s: ',
        '452 4.2.2 s: full',
      ],
      ['message: "5.1.1 no such user", code: 550', '550 5.1.1 l: no such user'],
      [
        'said: 5.1.1 no such user; a long word that stands between the two of them, and goes on and on code: 550',
        '5.1.1 s: no such user; a long word that stands between the two of them, and goes on and on code: 550',
      ],
      ['code: 550, status: 5.1.1', '550 5.1.1 l: '],
      ['code: 550, status: 4.1.1', '550 l: ', '4.1.1 s: '],
      ['code: 550\n\nstatus: 5.1.1', '550 l: ', '5.1.1 s: '],
      [
        'code: 550, x, a long word that stands between the two of them, and goes on and on, status: 5.1.1',
        '550 l: ',
        '5.1.1 s: ',
      ],
      ['code=550 reason=Mailbox full dsn=5.2.2', '550 5.2.2 l: Mailbox full dsn=5.2.2'],
      ['code 550 Mailbox full and (5.2.2) so', '550 l: Mailbox full and (5.2.2) so'],
      ['(code: 451): Expected "250" but got code "451", with message "451 4.7.0 later"', '451 4.7.0 s: later'],
      ['(code: 451): got said: 452 4.7.0 later', '451 l: got said: 452 4.7.0 later'],
      ['550-one\n550 two', '550 l: one\n550 two'],
      ['550-one\n> 550 two', '550 l: one\n> 550 two'],
      ['550-one\n551 two', '550 l: one', '551 l: two'],
      ['550 one\n550 two', '550 l: one', '550 l: two'],
      ['550-one\n\n550 two', '550 l: one', '550 l: two'],
      ['550-one\r\n550 two', '550 l: one\r\n550 two'],
      ['550-one x\n 550-two\n  550 three', '550 l: one x\n 550-two\n  550 three'],
      ['said: 550 remote said 551 nope', '550 s: remote said 551 nope'],
      ['said: 550 no (551) x', '550 s: no (551) x'],
      ['said: 550 no 5.1.1 x', '550 s: no 5.1.1 x'],
      ['said: 550 no >>> 550 no', '550 s: no >>> 550 no'],
      ['code 550\nsaid: 550 no user', '550 s: no user'],
      ['550\n550 5.1.1 no user\n550', '550 5.1.1 s: no user'],
      ['responseCode: 550, x: 550 5.1.1 no user, code: 550', '550 5.1.1 s: no user, code: 550'],
      ['said: 550 5.1.1 no user (5.1.1)', '550 5.1.1 s: no user (5.1.1)'],
      ['said: 550 5.1.1 no user (5.1.2)', '550 5.1.1 s: no user (5.1.2)'],
      ['with 550 5.1.1 no user, error 550', '550 5.1.1 s: no user, error 550'],
      ['550 5.1.1 no; 551 5.7.1 nope', '550 5.1.1 s: no; ', '551 5.7.1 s: nope'],
      ['550 5.1.1 no >>> 551 5.7.1 nope', '550 5.1.1 s: no >>> ', '551 5.7.1 s: nope'],
      ['550 5.1.1 no and 551 5.7.1 nope', '550 5.1.1 s: no and ', '551 5.7.1 s: nope'],
      ['550 5.1.1 no, 551 5.7.1 nope', '550 5.1.1 s: no, ', '551 5.7.1 s: nope'],
      ['550 5.1.1 no | 551 5.7.1 nope', '550 5.1.1 s: no | ', '551 5.7.1 s: nope'],
      ['550 5.1.1 no | 550 5.7.1 nope', '550 5.1.1 s: no | 550 5.7.1 nope'],
      ['550 5.1.1 remote said 551 5.7.1 nope', '550 5.1.1 s: remote said 551 5.7.1 nope'],
      ['550 5.1.1 no server: 551 5.7.1 nope', '550 5.1.1 s: no server: ', '551 5.7.1 s: nope'],
      ['550 5.1.1 no <- "551 5.7.1 nope', '550 5.1.1 s: no <- "', '551 5.7.1 s: nope'],
      ['550 5.1.1 no 551 5.7.1 nope', '550 5.1.1 s: no 551 5.7.1 nope'],
      ['smtp code: 550, message: "550 no user"', '550 s: no user'],
      ['error: "550 no user", smtp code: 550', '550 s: no user'],
      ['error: "550 no user"; smtp code: 551', '550 l: no user', '551 s: '],
      ['error: "550 5.1.1 no user", "code": 550, x: 550', '550 5.1.1 s: no user'],
      ['error: "551 no user", y: "550 no", code: "550"', '551 l: no user', '550 l: no'],
      ['code: "550", y: "550 no", z: "551 no user"', '550 l: no', '551 d: no user'],
      ['y: "550 a", code: "550", z: "550 b"', '550 l: a', '550 d: b'],
      ['y: "550 a", xxxxxxxxxxxxx, code: "550", z: "550 b"', '550 l: a', '550 d: b'],
      ['y: "550 a", code: "550", xxxxxxxxxx, z: "550 b"', '550 l: a', '550 l: ', '550 d: b'],
      ['error: "5.1.1 no user", reply: "550 5.1.1 no such user"', '5.1.1 l: no user', '550 5.1.1 s: no such user'],
      ['error: "5.1.1", reply: "550 5.1.1 no such user"', '550 5.1.1 s: no such user'],
      ['error: "5.1.2", reply: "550 5.1.1 no such user"', '5.1.2 l: ', '550 5.1.1 s: no such user'],
      ['status: "5.1.1", reply: "550 5.1.1 no such user"', '550 5.1.1 s: no such user'],
      ['error: "551", reply: "550 5.1.1 no such user"', '551 l: ', '550 5.1.1 s: no such user'],
      ['error: "550", reply: "551 no such user"', '550 l: ', '551 l: no such user'],
      ['code: "550", reply: "5.1.1 no such user"', '550 5.1.1 l: no such user'],
      ['code: "550", reply: "4.1.1 no such user"', '550 l: ', '4.1.1 l: no such user'],
      ['reply: "5.1.1 no such user", code: "550"', '550 5.1.1 l: no such user'],
      ['reply: "5.1.1 no such user", code: "450"', '5.1.1 l: no such user', '450 l: '],
      ['reply: "5.1.1 no such user", status: "550"', '550 5.1.1 l: no such user'],
      ['reply: "5.1.1 no such user", code: "550 x"', '550 5.1.1 l: no such user'],
      [
        'reply: "5.1.1 no such user", and a long word that stands between the two of them, code: "550"',
        '5.1.1 l: no such user',
        '550 l: ',
      ],
      [
        'reply: "5.1.1 no such user", xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx code: "550"',
        '5.1.1 l: no such user',
        '550 l: ',
      ],
      [
        'reply: "5.1.1 no such user", xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx code: "550"',
        '5.1.1 l: no such user',
        '550 l: ',
      ],
      ['code: "550" xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, reply: "5.1.1 no"', '550 l: ', '5.1.1 l: no'],
      ['Detail: no user SMTP code: 550 Additional SMTP info: 5.1.1', '550 5.1.1 s: no user'],
      ['code: 550 no user, a: 5.1.1 x', '550 l: no user, a: 5.1.1 x'],
    ] as const)
      assert.deepEqual(found(text), replies, text);
  });

  it('is another one where it stands far behind', () => {
    const far = (count: number): string => `said: 550 no user\n${'x '.repeat(count)}\n code: 550`;
    assert.deepEqual(found(far(200)), ['550 s: no user']);
    assert.deepEqual(found(far(300)), ['550 s: no user', '550 l: ']);
  });
});
