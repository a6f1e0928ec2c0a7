import assert from 'node:assert/strict';
import type { MailFate } from '../../../../src/core/report/answer/fate.ts';
import { isServersLogin, plainOf } from '../../../../src/core/report/answer/plainOf.ts';
import * as reasons from '../../../../src/core/report/answer/plainReasons.ts';
import type { Verdict } from '../../../../src/core/verdict/verdict.ts';

const { plainReasons } = reasons;
const verdict = (one: Partial<Verdict>): Verdict =>
  ({ code: 'mailbox-full', actor: 'sending admin', summary: 'S.', next: [], ...one }) as unknown as Verdict;
const plain = (one: Partial<Verdict>, kind: MailFate['kind'] = 'refused'): reasons.PlainReason =>
  plainOf(verdict(one), { kind } as MailFate);

describe('the plain words for a reason', () => {
  it('are for those who use a mail program only where one sent the mail', () => {
    for (const kind of ['returned', 'waiting'] as const) {
      assert.equal(plain({ code: 'relaying-denied' }, kind), reasons.handedOn);
      for (const code of ['tls-required', 'login-required'] as const)
        assert.deepEqual(plain({ code }, kind), { why: plainReasons[code].why });
      assert.deepEqual(plain({ code: 'login-failed' }, kind), { why: reasons.noLogin.why });
      assert.equal(plain({ tells: { appPassword: true } }, kind), plainReasons['mailbox-full']);
    }
    for (const code of ['relaying-denied', 'tls-required', 'login-required'] as const)
      assert.equal(plain({ code }), plainReasons[code]);
    assert.equal(plain({ tells: { appPassword: true } }), reasons.appPassword);
  });

  it('of a login are that of the person who can mend it', () => {
    assert.equal(plain({ code: 'login-failed', actor: 'sender' }), plainReasons['login-failed']);
    assert.equal(plain({ code: 'login-failed' }), reasons.noLogin);
    assert.equal(plain({ code: 'login-failed', actor: 'sender', tells: { otherLogin: true } }), reasons.noLogin);
    assert.deepEqual(plain({ code: 'login-failed', actor: 'receiving admin' }), { why: reasons.noLogin.why });
    assert.ok(isServersLogin(verdict({ code: 'login-failed', actor: 'receiving admin' })));
    assert.ok(!isServersLogin(verdict({ code: 'login-failed', actor: 'sending admin' })));
    assert.ok(!isServersLogin(verdict({ code: 'login-required', actor: 'receiving admin' })));
  });

  it('are those of a challenge where it asks the sender', () => {
    const asked: Partial<Verdict> = {
      code: 'recipient-filtered',
      actor: 'sender',
      next: [{ text: 'Answer it.' }] as unknown as Verdict['next'],
    };
    assert.deepEqual(plain(asked, 'held'), { why: 'S.', todo: 'Answer it.' });
    assert.deepEqual(plain({ ...asked, next: [] }, 'held'), { why: 'S.' });
    assert.equal(plain(asked), plainReasons['recipient-filtered']);
    assert.equal(plain({ ...asked, actor: 'recipient' }, 'held'), plainReasons['recipient-filtered']);
    assert.equal(plain({ ...asked, code: 'mailbox-full' }, 'held'), plainReasons['mailbox-full']);
  });

  it('follow what the words tell', () => {
    assert.equal(plain({ tells: { passedOn: true } }), reasons.passedOn);
    assert.equal(plain({ tells: { perilous: true } }), reasons.perilous);
    assert.equal(plain({ tells: { outbound: true } }), reasons.outbound);
    assert.equal(plain({ tells: {} }), plainReasons['mailbox-full']);
    assert.equal(plain({ code: 'domain-not-found', actor: 'sender' }), plainReasons['domain-not-found']);
    assert.equal(plain({ code: 'domain-not-found' }), plainReasons['dns-failure']);
    assert.equal(plain({ code: 'mailbox-full' }), plainReasons['mailbox-full']);
  });

  it('of spam are where it was put', () => {
    const at = (code: Verdict['code'], folder: string, kind = 'arrived') =>
      plainOf(verdict({ code }), { kind, where: { folder } } as MailFate);
    assert.equal(at('spam-marked', 'quarantine'), reasons.keptAside);
    assert.equal(at('spam-marked', 'junk'), plainReasons['spam-marked']);
    assert.equal(at('spam-marked', 'quarantine', 'kept'), plainReasons['spam-marked']);
    assert.equal(at('mailbox-full', 'quarantine'), plainReasons['mailbox-full']);
    assert.equal(plain({ code: 'spam-marked' }, 'arrived'), plainReasons['spam-marked']);
  });
});
