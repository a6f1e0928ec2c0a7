import assert from 'node:assert/strict';
import { continuesRecord, endOfRecord, openingIn, startsRecord } from '../../../../src/core/log/exports/recordKind.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const EVENT = '{"recipient":"b@contoso.test","event":"bounced"}';
const LINE = 'Nov 21 20:05:36 mx1 postfix/smtp[71]: to=<b@contoso.test>, status=sent (ok)';
const JOURNAL = 'SYSLOG_IDENTIFIER=postfix/smtp\nMESSAGE=4F1A2B3C4D: removed\n_PID=12\n';

const starts = (text: string, at = 0): boolean => startsRecord(text, at);

describe('a document of JSON about mail', () => {
  it('names whom and what', () => {
    for (const text of [
      EVENT,
      `[${EVENT}]`,
      `{\n  "a": {"b": 1},\n  "to": "b@contoso.test", "status": 550}`,
      '{"sender":"a@a.test","reply":"x"}',
      '{"sender":"a@a.test","code":550}',
      '{"sender":"a@a.test","dsn":"5.1.1"}',
      '{"sender":"a@a.test","reason":"x"}',
      '{"sender":"a@a.test","bounce_text":"x"}',
      '{"sender":"a@a.test","quarantine_id":"x"}',
      '{"sender":"a@a.test","policy_disposition":"x"}',
      '{"sender":"a@a.test","recipient":"b@contoso.test","messageId":"x","severity":"y"}',
      '{"queue_id":"4F1A2B3C4D","x":1}',
      '{"NextHopDomain":"contoso.test"}',
      '{"score":1,"required_score":15}',
      '["rfc2822_message_id","x"]',
      '{"sender":"a@a.test","code":550',
    ])
      assert.equal(starts(text), true, text);
    for (const text of [
      '{"recipient":"bob","event":"bounced"}',
      '{"recipient":"b@contoso.test","colour":"red"}',
      '{"colour":"b@contoso.test","event":"bounced"}',
      '{"sender":"a@a.test","severity":"y"}',
      '{"sender":"a@a.test","description":"y"}',
      '{"a":"@"}',
      '{}',
      '{ b@contoso.test }',
      'words',
      '',
      '[b@contoso.test]',
    ])
      assert.equal(starts(text), false, text);
  });

  it('holds a line of a log under a name for such', () => {
    for (const name of [
      ...[
        'log',
        'message',
        '@message',
        'msg',
        'line',
        'text',
        'textPayload',
        'raw',
        '_raw',
        'original',
        'values',
        'body',
      ],
      ...['short_message', 'full_message', 'entry', 'record', 'content', 'event.message', 'log.original', 'json.log'],
    ])
      assert.equal(starts(JSON.stringify({ [name]: LINE })), true, name);
    assert.equal(starts(JSON.stringify({ colour: LINE })), false);
    assert.equal(starts(JSON.stringify({ log: 'a@a.test came by' })), false);
    for (const mailer of [
      'exim',
      'sendmail',
      'dovecot',
      'amavis',
      'rspamd',
      'opendkim',
      'haraka',
      'smtp',
      'smtpd',
      '=> b@b.test',
    ])
      assert.equal(starts(JSON.stringify({ log: `${mailer} a@a.test` })), true, mailer);
  });

  it('is a table whose columns say so', () => {
    const rows = '"rows":[["b@contoso.test","sent"]]}';
    for (const columns of [
      '["Recipient","Status"]',
      '[{"name":"Recipient"},{"name":"Status"}]',
      '[{"title":"Recipient"},{"text":"Status"}]',
    ])
      for (const name of ['columns', 'column', 'fields', 'meta', 'schema'])
        assert.equal(starts(`{"${name}":${columns},${rows}`), true, columns);
    for (const name of ['data', 'values', 'results'])
      assert.equal(starts(`{"columns":["Recipient","Status"],${rows.replace('rows', name)}`), true, name);
    assert.equal(starts(`{"columns":["Colour","Tone"],${rows}`), false);
    assert.equal(starts(`{"colours":["Recipient","Status"],${rows}`), false);
  });

  it('is no header', () => {
    for (const field of ['received', 'mime-version', 'dkim-signature', 'x-spam-checker-version']) {
      const all = { [field]: 'x', from: 'a@a.test', to: 'b@contoso.test', 'message-id': 'x', status: 'x' };
      const header = { ...all, date: 'x', subject: 'x', cc: 'x', sender: 'x', references: 'x', precedence: 'x' };
      assert.equal(starts(JSON.stringify(header)), false, field);
      assert.equal(starts(JSON.stringify({ ...all, event: 'bounced' })), true, field);
    }
    const header = {
      from: 'a@a.test',
      to: 'b@contoso.test',
      date: 'x',
      subject: 'x',
      cc: 'x',
      sender: 'x',
      status: 'x',
    };
    assert.equal(starts(JSON.stringify(header)), true);
  });

  it('stands where no value of another does', () => {
    for (const before of ['', 'words\n', 'It says:\n', 'x\n\n', '}\n', '  ', 'x\n  ']) {
      assert.equal(starts(before + EVENT, before.length), true, before);
      assert.equal(continuesRecord(before + EVENT, before.length), true, before);
    }
    for (const before of ['{\n', '[\n', '"a":\n', '"a" :\n  ', '[\n  ', '{ ']) {
      assert.equal(starts(before + EVENT, before.length), before === '{ ', before);
      assert.equal(continuesRecord(before + EVENT, before.length), before === '{ ', before);
    }
    assert.equal(starts(`${EVENT},\n${EVENT}`, EVENT.length + 2), true);
    assert.equal(continuesRecord(`${EVENT},\n${EVENT}`, EVENT.length + 2), true);
    assert.equal(starts(`${EVENT},\n ${EVENT}`, EVENT.length + 3), false);
    assert.equal(continuesRecord(`${EVENT},\n ${EVENT}`, EVENT.length + 3), false);
    assert.equal(starts(`${EVENT},\n[${EVENT}]`, EVENT.length + 2), false);
    assert.equal(starts(`${EVENT},\n${EVENT.replace(',', ',\n')}`, EVENT.length + 2), false);
    assert.equal(continuesRecord('words', 0), false);
  });

  it('may be an entry of the journal', () => {
    for (const text of [
      JOURNAL,
      'MESSAGE=x\nA_B=y\n',
      '__CURSOR=s\n__REALTIME_TIMESTAMP=1\n',
      `    ${JOURNAL}`,
      `Fri 2026-11-21 20:05:36 UTC [s=ab;i=1]\n    ${JOURNAL}`,
    ]) {
      assert.equal(starts(text), true, text);
      assert.equal(continuesRecord(text, 0), true, text);
    }
    for (const text of ['MESSAGE=x\nwords\n', 'ABC=x\nDEF=y\n', 'message=x\nA_B=y\n', 'MESSAGE=x'])
      assert.equal(starts(text), false, text);
  });

  it('ends behind its last bracket, or the last field of the journal', () => {
    const end = (text: string): number => endOfRecord(new Lines(text), 0);
    assert.equal(end(`${EVENT}\nwords`), 1);
    assert.equal(end('{\n"a":1\n}\nwords'), 3);
    assert.equal(end('log: {\n"a":1\n}\nwords'), 3);
    assert.equal(end('{\n"a":1\nwords\n}'), 2);
    assert.equal(end('words\nwords'), 1);
    assert.equal(end(`${JOURNAL}words`), 3);
    assert.equal(end(`${JOURNAL}\n${JOURNAL}`), 3);
  });

  it('opens at its first bracket', () => {
    for (const [text, at] of [
      ['{"a":1}', 0],
      ['x [{"a":1}]', 2],
      ['x [pod] {"a":1}', 8],
      ['x ["a"]', 2],
      ['x [ 1]', 2],
      ['x [[1]]', 2],
      ['x [1]', -1],
      ['words', -1],
      [`${'x'.repeat(399)}{`, 399],
      [`${'x'.repeat(400)}{`, -1],
    ] as const)
      assert.equal(openingIn(text, 0, text.length), at, text);
    assert.equal(openingIn('{ x {', 1, 4), -1);
    assert.equal(openingIn('{ x {', 1, 5), 4);
  });
});
