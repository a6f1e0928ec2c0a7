import assert from 'node:assert/strict';
import { piecesOf } from '../../../../src/core/log/exports/pieces.ts';

/** What each piece of a document is of: the text of it, and of what speaks of others. */
const pieces = (text: string): readonly string[] =>
  piecesOf(text, 0, text.length).map(({ start, end, own, others, columns }) =>
    [
      text.slice(start, end),
      ...(own.start === start && own.end === end ? [] : [`of ${text.slice(own.start, own.end)}`]),
      ...others.map((gap) => `without ${text.slice(gap.start, gap.end)}`),
      ...(columns === undefined ? [] : [columns.join('|')]),
    ].join(' '),
  );

const SENT = '{"recipient":"b@contoso.test","event":"delivered"}';
const FAILED = '{"recipient":"c@contoso.test","event":"bounced"}';

describe('the pieces of a document of JSON', () => {
  it('are the objects that name a message or an address, and what became of it', () => {
    assert.deepEqual(pieces(SENT), [SENT]);
    assert.deepEqual(pieces(`[${SENT},${FAILED}]`), [SENT, FAILED]);
    assert.deepEqual(pieces(`{"hits":{"hits":[{"_source":${SENT}},${FAILED}]},"took":3}`), [
      `{"_source":${SENT}}`,
      FAILED,
    ]);
    for (const text of [
      '{"event":"bounced"}',
      '{"recipient":"b@contoso.test"}',
      '{"recipient":"bob","event":"bounced"}',
      '{"a":1}',
      '[]',
      '[1,2]',
    ])
      assert.deepEqual(pieces(text), [], text);
    for (const text of [
      '{"queue_id":"4F1A2B3C4D","status":"x"}',
      '{"mx":"mx.contoso.test","last_error":"x"}',
      '{"sender":"a@a.test","code":550}',
      '{"message_id":"n1@a.test","dsn":"5.1.1"}',
      '{"from":"a@a.test","bounce":true}',
      '{"to":"a@a.test","reason":"x"}',
      '{"required_score":15}',
    ])
      assert.deepEqual(pieces(text), [text], text);
  });

  it('are objects that hold a line of a log, or an event as a string', () => {
    const line =
      '{"message":"Nov 21 20:05:36 mx1 postfix/smtp[71]: 4F1A2B3C4D: to=<b@contoso.test>, status=sent (ok)","n":1}';
    assert.deepEqual(pieces(`[${line},{"a":1}]`), [line]);
    const event = `{"body":${JSON.stringify(SENT)}}`;
    assert.deepEqual(pieces(event), [event]);
    const note = `{"Message":${JSON.stringify(SENT)}}`;
    assert.deepEqual(pieces(note), [note]);
    assert.deepEqual(pieces(`{"body":${JSON.stringify('{"a":1}')}}`), []);
    const loki = '["1","Nov 21 20:05:36 mx1 postfix/smtp[71]: 4F1A2B3C4D: to=<b@contoso.test>, status=sent (ok)"]';
    assert.deepEqual(pieces(`{"values":[${loki},["2","words"]]}`), [loki]);
    const more = `${loki.slice(0, -1)},"a","b"]`;
    assert.deepEqual(pieces(`[${more},${more.slice(0, -1)},"c"]]`), [more]);
    const spaced = `{"body":${JSON.stringify(` { ${SENT.slice(1)}`)}}`;
    assert.deepEqual(pieces(spaced), [spaced]);
    const status = `{"status":${JSON.stringify(SENT)}}`;
    assert.deepEqual(pieces(status), []);
  });

  it('are one for each recipient that an event lists, and cover it together', () => {
    const one = '{"emailAddress":"b@contoso.test"}';
    const two = '{"emailAddress":"c@contoso.test"}';
    const three = '{"emailAddress":"d@contoso.test"}';
    const event = (...list: readonly string[]): string =>
      `{"eventType":"Bounce","bounce":{"bouncedRecipients":[${list.join()}]},"mail":{"source":"a@a.test"}}`;
    assert.deepEqual(pieces(event(one)), [event(one)]);
    const both = event(one, two, three);
    const at = (word: string): number => both.indexOf(word);
    assert.deepEqual(pieces(both), [
      `${both.slice(0, at(one) + one.length)} of ${both} without ,${two},${three}`,
      `,${two} of ${both} without ${one}, without ,${three}`,
      `${both.slice(at(two) + two.length)} of ${both} without ${one},${two},`,
    ]);
    const other = '{"attachments":[{"a":1},{"b":2}],"recipient":"b@contoso.test","event":"bounced"}';
    assert.deepEqual(pieces(other), [other]);
    const flat = '{"to":["b@contoso.test","c@contoso.test"],"event":"bounced"}';
    assert.deepEqual(pieces(flat), [flat]);
    const twice = `{"sender":"a@a.test","recipients":[${one},${two}],"destination":[${one},${two},${three}],"event":"bounced"}`;
    assert.equal(pieces(twice).length, 2);
    const named = `{"destination":[{"a":"b@contoso.test"},{"a":"c@contoso.test"}],"sender":"a@a.test","x":[{}]}`;
    assert.equal(pieces(named).length, 2);
  });

  it('are the rows of a table', () => {
    const rows = ['["b@contoso.test","sent"]', '["c@contoso.test","bounced"]'];
    const table = `{"columns":["Recipient","Status"],"rows":[${rows.join()}]}`;
    assert.deepEqual(
      pieces(table),
      rows.map((row) => `${row} Recipient|Status`),
    );
  });

  it('are looked for some levels deep', () => {
    const deep = (levels: number): string => '['.repeat(levels) + SENT + ']'.repeat(levels);
    assert.deepEqual(
      [7, 30].map((levels) => pieces(deep(levels))),
      [[SENT], []],
    );
  });
});
