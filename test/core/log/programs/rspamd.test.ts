import assert from 'node:assert/strict';
import { decidedBy } from '../../../../src/core/log/programs/rspamd.ts';
import { saying } from '../telling.ts';

const said = saying('rspamd', '<6a1b2c>; task; rspamd_task_write_log: ');

const SAID: Readonly<Record<string, string>> = {
  'id: <n1@a.test>, qid: <9C21B40A11>, ip: 192.0.2.7, from: <a@a.test>, (default: T (reject): [25.10/15.00] [BAYES_SPAM(5.10){99%;}]), len: 918, time: 182.344ms, dns req: 24, rcpts: <b@contoso.test>,<c@contoso.test>, mime_rcpts: <d@contoso.test>':
    'client: - 192.0.2.7 -; delay: 0.182344; eventId: rspamd_task_write_log; eventSource: task; fields: score=25.10/15.00; messageId: n1@a.test; outcome: rejected; queueId: 9C21B40A11; reason: all; recipients: b@contoso.test | c@contoso.test; sender: a@a.test; session: 6a1b2c; size: 918; status: reject',
  '(default: F (soft reject): [-0.5/15.00] [])':
    'eventId: rspamd_task_write_log; eventSource: task; fields: score=-0.5/15.00; outcome: deferred; reason: all; session: 6a1b2c; status: soft reject',
  '(default: S (greylist): [nan/15.00] []), id: <undef>, qid: <undef>':
    'eventId: rspamd_task_write_log; eventSource: task; fields: score=nan/15.00; outcome: deferred; reason: all; session: 6a1b2c; status: greylist',
  '(default: T (discard): [9/15] []), id: <>, queue-id: <9C21B40A11>':
    'eventId: rspamd_task_write_log; eventSource: task; fields: score=9/15; outcome: discarded; queueId: 9C21B40A11; reason: all; session: 6a1b2c; status: discard',
  '(default: T (quarantine): [9/15] []), size: 918, user: <ann>':
    'eventId: rspamd_task_write_log; eventSource: task; fields: user=ann | score=9/15; outcome: quarantined; reason: all; session: 6a1b2c; size: 918; status: quarantine',
  '(default: F (no action): [1.0/15.00] []), time: soon, from: <>, reason: why':
    'eventId: rspamd_task_write_log; eventSource: task; fields: reason=why | score=1.0/15.00; reason: all; sender: ; session: 6a1b2c; status: no action',
};

describe('a line of Rspamd', () => {
  it('says of what it is, whose and what was decided', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
  it('decides only where it is the one that is written at the end', () => {
    const other = saying('rspamd');
    for (const [line, facts] of [
      [
        '<6a1b2c>; task; rspamd_message_parse: (default: T (reject): [25.10/15.00] [])',
        'eventId: rspamd_message_parse; eventSource: task; reason: (default: T (reject): [25.10/15.00] []); session: 6a1b2c',
      ],
      [
        '2026-11-21 10:00:01 #4721(normal) <6a1b2c>; task; rspamd_message_parse: loaded message; id: <n1@a.test>; queue-id: <9C21B40A11>; size: 918',
        'eventId: rspamd_message_parse; eventSource: task; messageId: n1@a.test; queueId: 9C21B40A11; reason: loaded message; id: <n1@a.test>; queue-id: <9C21B40A11>; size: 918; session: 6a1b2c; size: 918',
      ],
      [
        '2026-11-21 10:00:01.123456 #4721(main) rspamd_control_start: listening',
        'eventId: rspamd_control_start; reason: listening',
      ],
    ] as const)
      assert.equal(other(line), facts, line);
  });
});

describe('what decided', () => {
  const of = (score: string, symbols: string, more = ''): string =>
    decidedBy(`id: <n1@a.test>, (default: T (reject): [${score}/15.00] [${symbols}]), len: 918${more}`);
  it('is the symbol that weighs half of what a refusal takes, and the most of those', () => {
    for (const [symbols, name] of [
      ['VIRUS_FOUND(20.00){x;}', 'VIRUS FOUND'],
      ['BAYES_SPAM(5.10){99%;},URIBL_BLACK(7.50){a.test;}', 'URIBL BLACK'],
      ['A_ONE(8.00){},B_TWO(9.00){},C_THREE(8.50){}', 'B TWO'],
      ['BAYES_SPAM(5.10){},URIBL_BLACK(7.49){}', ''],
      ['WHITELIST(-20.00){}', ''],
      ['', ''],
    ] as const)
      assert.equal(of('25.10', symbols), name, symbols);
  });
  it('is why it was forced, where it was', () => {
    const forced = ', forced: reject "Executable attached"; score=nan (set by force_actions), settings_id: x';
    assert.equal(of('nan', 'BAYES_SPAM(5.10){}', forced), 'reject "Executable attached"');
    assert.equal(of('25.10', 'VIRUS_FOUND(20.00){x;}', forced), 'reject "Executable attached"');
  });
  it('is the line itself where that has no scores', () => assert.equal(decidedBy('Hello.'), 'Hello.'));
});
