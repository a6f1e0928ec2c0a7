import assert from 'node:assert/strict';
import type { ByFilter } from '../../../../src/core/knowledge/explanation.ts';
import { byFilter, filteredIn, namesCause } from '../../../../src/core/knowledge/found/byFilter.ts';

/** The reason, why, and the steps. */
const told = (outcome: ByFilter, words: string): string => {
  const { reason, meaning, actor, retry, kept, confidence, basis } = byFilter(outcome, words, 'amavis-code');
  assert.deepEqual([actor, retry, kept, confidence, basis], ['receiving admin', 'later', outcome, 'high', 'words']);
  return `${reason}: ${meaning}`;
};

describe('what a filter did with a message', () => {
  it('is told with what became of it', () => {
    for (const [outcome, deed, step] of [
      ['held', /^policy-refused: The filter holds the message back, until/, /in the quarantine/],
      [
        'rejected',
        /^policy-refused: The filter blocked the message: the recipient does not get it/,
        /log of the filter/,
      ],
      ['discarded', /^policy-refused: The filter discarded the message: nobody gets it/, /log of the filter/],
      [
        'quarantined',
        /^policy-refused: The filter put the message into quarantine: the recipient/,
        /in the quarantine/,
      ],
    ] as const) {
      assert.match(told(outcome, 'something'), deed);
      assert.match(byFilter(outcome, 'something', 'amavis-code').next[0]?.text ?? '', step);
    }
  });

  it('is told with why, as far as the words say it', () => {
    for (const [words, reason, why] of [
      ['Blocked INFECTED (Eicar)', 'virus-found', 'it found malware'],
      ['a virus', 'virus-found', 'it found malware'],
      ['Malware found', 'virus-found', 'it found malware'],
      ['ransomware', 'virus-found', 'it found malware'],
      ['spoofed DMARC', 'dmarc-failed', 'DMARC failed'],
      ['by DMARC', 'dmarc-failed', 'DMARC failed'],
      ['phishing', 'spam-refused', 'phishing or a forged sender'],
      ['impersonation', 'spam-refused', 'phishing or a forged sender'],
      ['spoofing', 'spam-refused', 'phishing or a forged sender'],
      ['an imposter', 'spam-refused', 'phishing or a forged sender'],
      ['Blocked BANNED (.exe)', 'content-refused', 'a forbidden attachment'],
      ['Blocked BAD-HEADER', 'message-malformed', 'its header is malformed'],
      ['Blocked SPAMMY', 'spam-refused', 'took it for spam'],
      ['Blocked SPAM', 'spam-refused', 'took it for spam'],
      ['antispam', 'spam-refused', 'took it for spam'],
      ['bulk mail', 'spam-refused', 'took it for spam'],
      ['junk', 'spam-refused', 'took it for spam'],
      ['graymail', 'spam-refused', 'took it for spam'],
      ['SPF fail', 'spf-failed', 'SPF failed'],
      ['DKIM fail', 'dkim-failed', 'DKIM failed'],
      ['RBL hit', 'poor-reputation', 'reputation of the sender'],
      ['block list', 'poor-reputation', 'reputation of the sender'],
      ['blocklist', 'poor-reputation', 'reputation of the sender'],
      ['blacklisted', 'poor-reputation', 'reputation of the sender'],
      ['bad reputation', 'poor-reputation', 'reputation of the sender'],
      ['recipient verification', 'recipient-unknown', 'does not know the recipient'],
      ['address verification', 'recipient-unknown', 'does not know the recipient'],
      ['user verification', 'recipient-unknown', 'does not know the recipient'],
      ['invalid user', 'recipient-unknown', 'does not know the recipient'],
      ['unknown recipient', 'recipient-unknown', 'does not know the recipient'],
      ['an attachment', 'content-refused', 'an attachment'],
      ['file type', 'content-refused', 'an attachment'],
      ['Anhänge', 'content-refused', 'an attachment'],
      ['Anhang', 'content-refused', 'an attachment'],
      ['pièce jointe', 'content-refused', 'an attachment'],
      ['pieces jointes', 'content-refused', 'an attachment'],
      ['adjuntos', 'content-refused', 'an attachment'],
      ['allegato', 'content-refused', 'an attachment'],
      ['DLP', 'policy-refused', 'a rule'],
      ['content filter', 'policy-refused', 'a rule'],
      ['policy', 'policy-refused', 'a rule'],
      ['a rule', 'policy-refused', 'a rule'],
    ] as const) {
      const said = told('held', words);
      assert.ok(said.startsWith(`${reason}: `) && said.includes(` because`) && said.includes(why), `${words}: ${said}`);
      assert.ok(namesCause(words), words);
    }
    for (const words of ['banned', 'bad-header', 'spammer', 'ruler', 'spfoo', 'carbl', 'nothing', ''])
      assert.ok(!namesCause(words), words);
  });

  it('is read in a line of amavis', () => {
    const line = (deed: string): string =>
      `(1-2) Blocked SPAM {${deed}Inbound,Quarantined}, [192.0.2.1] <a@a.test> -> <b@b.test>`;
    assert.deepEqual(
      [filteredIn(line(''))?.kept, filteredIn(line('').replace('Quarantined', 'Discarded'))?.kept],
      ['quarantined', 'discarded'],
    );
    assert.equal(filteredIn(line(''))?.reason, 'spam-refused');
    assert.equal(filteredIn(line('').replace('Quarantined', 'Relayed')), undefined);
    assert.equal(filteredIn(line('').replace('Blocked', 'Passed')), undefined);
    assert.equal(filteredIn(line('').replace('SPAM', 'MTA')), undefined);
    assert.equal(filteredIn('Blocked SPAM Quarantined'), undefined);
  });
});
