import assert from 'node:assert/strict';
import { verdictHeadline, verdictLabel } from '../../../src/core/report/verdictWords.ts';
import { sureWords } from '../../../src/core/report/words.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';
import { anonymous, refused, silent } from './refused.ts';

/** The headline of a refusal that differs in these. */
const headline = (differs: Partial<Verdict>, words: string): void =>
  assert.equal(verdictHeadline({ ...refused, ...differs }), words);

const label = (differs: Partial<Verdict>, words: string): void =>
  assert.equal(verdictLabel({ ...refused, ...differs }), words);

describe('the headline of a verdict', () => {
  const deed = "the sender's admin must authenticate, or use the server of the recipient";

  it('says who has to do what', () => {
    headline({}, `Refused at RCPT by mx.contoso.test: relaying denied; ${deed}`);
    headline(
      { actor: 'provider', code: 'mailbox-full' },
      'Refused at RCPT by mx.contoso.test: the mailbox is full; the provider must make room',
    );
    headline({ actor: 'nobody' }, 'Refused at RCPT by mx.contoso.test: relaying denied');
    headline({ code: 'accepted', role: 'cause' }, 'Refused at RCPT by mx.contoso.test: accepted');
  });

  it('is the sentence on the very reply where the reason alone says too little, or its step is another', () => {
    const summary = 'SMTP login is switched off for this account. The page of the tenant tells more.';
    const step = 'Switch SMTP login on for the mailbox. It takes a minute.';
    headline(
      { code: 'login-failed', summary, next: [{ by: 'sending admin', kind: 'do', text: step }] },
      "Refused at RCPT by mx.contoso.test: SMTP login is switched off for this account; the sender's admin must switch SMTP login on for the mailbox",
    );
    label(
      { summary, next: [{ by: 'sending admin', kind: 'do', text: step }] },
      'SMTP login is switched off for this account: b@c.test',
    );
    headline(
      { summary: 'These words are not known here; by its code: no.', unknownWords: true },
      `Refused at RCPT by mx.contoso.test: these words are not known here; by its code: no; ${deed}`,
    );
  });

  it('says whose turn it is while mail waits: the server that tries again, else whoever has to mend something', () => {
    const waiting = { role: 'waiting', reply: '450 4.7.1' } as const;
    headline(
      { ...waiting, retry: 'yes' },
      'Deferred at RCPT by mx.contoso.test: relaying denied; the sending server tries again by itself',
    );
    headline({ ...waiting, retry: 'later' }, `Deferred at RCPT by mx.contoso.test: relaying denied; ${deed}`);
    headline({ retry: 'yes' }, `Refused at RCPT by mx.contoso.test: relaying denied; ${deed}`);
  });

  it('says what is to be done, not that it is waited before', () =>
    headline(
      {
        summary: 'Relaying is off.',
        next: [
          { by: 'sending admin', kind: 'wait', text: 'Wait an hour.' },
          { by: 'sending admin', kind: 'do', text: 'Switch relaying on.' },
        ],
      },
      "Refused at RCPT by mx.contoso.test: relaying is off; the sender's admin must switch relaying on",
    ));

  it('asks nobody for anything where it is over, or follows from something else', () => {
    headline(
      { role: 'recovered', reply: '451 4.7.1' },
      'Deferred at first, then accepted at RCPT by mx.contoso.test for b@c.test: relaying denied',
    );
    headline(
      { role: 'recovered' },
      'Refused at first, then accepted at RCPT by mx.contoso.test for b@c.test: relaying denied',
    );
    headline(
      { role: 'recovered', stage: 'VRFY', recipients: [] },
      'Refused without consequence at VRFY by mx.contoso.test: relaying denied',
    );
    headline({ role: 'consequence' }, 'As a consequence refused at RCPT by mx.contoso.test: relaying denied');
  });

  it('names the place and the event as they were', () => {
    for (const [stage, words] of [
      ['connect', 'Refused on connecting by'],
      ['(data)', 'Refused after the message by'],
      ['AUTH', 'Refused at login by'],
      ['(auth)', 'Refused at login by'],
      ['?', 'Refused by'],
      ['report', 'Bounced by'],
      ['log', 'Bounced by'],
      ['quoted', 'Quoted 550 5.7.1 by'],
      ['dns', 'Looked up'],
    ] as const) {
      headline({ stage }, `${words} mx.contoso.test: relaying denied; ${deed}`);
    }
    assert.equal(verdictHeadline({ ...silent, stage: 'quoted' }).split(' by ')[0], 'Quoted');
    assert.equal(verdictHeadline({ ...silent, stage: 'report' }).split(' by ')[0], 'Failed');
    assert.equal(verdictHeadline({ ...silent, role: 'waiting' }).split(' at ')[0], 'Waiting');
    assert.equal(
      verdictHeadline({ ...silent, role: 'waiting', stage: 'log' }).split(':')[0],
      'Waiting for mx.contoso.test',
    );
    assert.equal(verdictHeadline(anonymous), `Refused at RCPT: relaying denied; ${deed}`);
    assert.equal(verdictHeadline({ ...anonymous, stage: 'dns' }), `Looked up: relaying denied; ${deed}`);
  });

  it('of what was taken names for whom', () => {
    const taken = { role: 'success', code: 'accepted', stage: '(data)' } as const;
    headline(taken, 'Accepted by mx.contoso.test for b@c.test');
    headline(
      { ...taken, recipients: ['a@c.test', 'b@c.test'] },
      'Accepted by mx.contoso.test for a@c.test and b@c.test',
    );
    headline({ ...taken, recipients: ['a', 'b', 'c'] }, 'Accepted by mx.contoso.test for 3 recipients');
    headline({ ...taken, recipients: [] }, 'Accepted by mx.contoso.test');
    headline({ ...taken, code: 'greylisted' }, 'Accepted by mx.contoso.test for b@c.test: greylisted');
    for (const stage of ['log', 'report'] as const) {
      headline({ ...taken, stage, code: 'greylisted' }, 'Accepted by mx.contoso.test for b@c.test');
    }
  });

  it('of a notice or a delay is what was found, and it has an end', () => {
    for (const role of ['notice', 'delay'] as const) {
      headline({ role }, 'The server does not relay.');
      assert.equal(verdictHeadline({ ...refused, role, summary: 'x'.repeat(300) }).length, 240);
    }
    assert.equal(verdictHeadline({ ...refused, server: 'x'.repeat(300) }).length, 240);
  });
});

describe('the label of a verdict', () => {
  it('is what happened, to whom', () => {
    label({}, 'Relaying denied: b@c.test');
    label({ recipients: [] }, 'Relaying denied');
    label({ recipients: ['a', 'b'] }, 'Relaying denied: 2 recipients');
    label({ role: 'success' }, 'Accepted for b@c.test');
    label({ role: 'recovered' }, 'Refused at first, then accepted for b@c.test');
    label({ role: 'success', recipients: [] }, 'Accepted');
    label({ role: 'delay' }, 'The server does not relay.');
    label({ role: 'notice' }, 'The server does not relay.');
  });
});

describe('how sure a verdict is', () => {
  it('is said in words, with what it rests on', () => {
    assert.equal(sureWords({ confidence: 'high', basis: 'server-words' }), 'certain, from the words of this server');
    assert.equal(sureWords({ confidence: 'medium', basis: 'enhanced-code' }), 'likely, from the enhanced code');
    assert.equal(sureWords({ confidence: 'low', basis: 'class' }), 'a guess, from the class of the code alone');
    assert.equal(sureWords({ confidence: 'high', basis: 'facts' }), 'certain');
  });
});

describe('a mailbox that takes no mail for now', () => {
  it('is not said to be switched off', () => {
    const now = { code: 'recipient-inactive', actor: 'recipient', reply: '450 4.2.1' } as const;
    const refusal = ' at RCPT by mx.contoso.test: the mailbox';
    assert.ok(
      verdictHeadline({ ...refused, ...now, role: 'waiting', retry: 'yes' }).includes(
        `${refusal} takes no mail at the moment;`,
      ),
    );
    assert.ok(verdictHeadline({ ...refused, ...now, retry: 'later' }).includes(`${refusal} is switched off;`));
  });
});
