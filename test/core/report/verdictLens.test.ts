import assert from 'node:assert/strict';
import { verdictHeadline, verdictLens, whatOf } from '../../../src/core/report/verdictWords.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';
import { anonymous, refused, silent } from './refused.ts';

describe('a verdict on one line', () => {
  const words = (summary: string, most?: number) => verdictHeadline({ ...refused, role: 'notice', summary }, most);
  it('ends at a sentence where there is room for more than a line', () => {
    const [first, second] = [`A${'a'.repeat(98)}.`, `B${'b'.repeat(98)}.`];
    assert.equal(words(`${first} ${second} ${second}`, 1000), `${first} ${second}`);
    assert.equal(words(`${first} ${second}`, 1000), `${first} ${second}`);
    assert.equal(words('x'.repeat(300), 1000), `${'x'.repeat(239)}…`);
    assert.equal(words(`Too short. ${'x'.repeat(300)}`, 1000), `Too short. ${'x'.repeat(228)}…`);
    const twenty = `${'a'.repeat(20)}.`;
    assert.equal(words(`${twenty} ${'x'.repeat(300)}`, 1000), twenty);
    assert.equal(words('x'.repeat(240), 1000), 'x'.repeat(240));
    assert.equal(words(`${first} ${second} ${second}`).length, 240);
  });
  it('is cut behind a word', () => {
    assert.equal(words(`${'x'.repeat(238)} yyyy`), `${'x'.repeat(238)}…`);
    assert.equal(words('x'.repeat(240)), 'x'.repeat(240));
    assert.equal(words('x'.repeat(241)), `${'x'.repeat(239)}…`);
    assert.equal(verdictHeadline({ ...refused, server: 'x'.repeat(300) }, 250).length, 250);
  });
  it('names events by their replies', () => {
    const event = (differs: Partial<Verdict>, of: Partial<Verdict> = refused) =>
      /^[^:]*?(?= at | by | for |:)/.exec(verdictHeadline({ ...(of as Verdict), ...differs }))?.[0];
    assert.equal(event({ reply: '250 2.0.0' }), 'Taken and kept back');
    assert.equal(event({ reply: '250 2.0.0', role: 'waiting' }), 'Taken and kept back');
    assert.equal(event({ reply: '250 2.0.0', role: 'consequence' }), 'As a consequence refused');
    assert.equal(event({ stage: 'quoted', role: 'success' }), 'Somebody writes that it was accepted');
    assert.equal(event({ role: 'recovered' }, silent), 'Failed');
    assert.match(verdictHeadline({ ...silent, role: 'recovered' }), /^Failed at first, then accepted at RCPT/);
    assert.match(
      verdictHeadline({ ...silent, role: 'recovered', stage: 'log' }),
      /^Deferred at first, then accepted by/,
    );
    assert.equal(event({ role: 'consequence', stage: 'log' }, silent), 'As a consequence failed');
    assert.equal(event({ role: 'consequence' }, silent), 'As a consequence refused');
    assert.equal(event({ role: 'consequence', stage: 'log' }), 'As a consequence refused');
    for (const stage of [
      'EHLO',
      'STARTTLS',
      'VRFY',
      'EXPN',
      'HELP',
      'NOOP',
      'ETRN',
      'RSET',
      'QUIT',
      '(other)',
      '?',
    ] as const)
      assert.match(
        verdictHeadline({ ...refused, role: 'recovered', stage, recipients: [] }),
        /^Refused without/,
        stage,
      );
    assert.match(
      verdictHeadline({ ...refused, role: 'recovered', stage: 'MAIL', recipients: [] }),
      /^Refused at first/,
    );
    assert.match(verdictHeadline({ ...refused, role: 'recovered', stage: 'EHLO' }), /^Refused at first/);
  });
  it('names the host that was tried', () => {
    const tried = { ...anonymous, tried: 'mx.d.test' };
    assert.match(verdictHeadline(tried), /^Refused at RCPT to mx\.d\.test: /);
    assert.match(verdictHeadline({ ...tried, server: 'mx.c.test' }), /^Refused at RCPT by mx\.c\.test: /);
    assert.match(verdictHeadline({ ...refused, role: 'waiting' }), /^Deferred at RCPT by mx\.contoso\.test: /);
  });
  it('asks nobody where time or nobody mends it', () => {
    assert.equal(whatOf({ ...refused, code: 'expired', role: 'waiting' }), 'not delivered yet');
    assert.notEqual(whatOf({ ...refused, code: 'expired' }), 'not delivered yet');
    const nobody = verdictHeadline({ ...refused, actor: 'nobody', role: 'waiting', retry: 'yes' });
    assert.match(nobody, /: relaying denied; the sending server tries again by itself$/);
  });
  it('takes the first sentence, not the dot of a name or a short word', () => {
    const what = (summary: string) => whatOf({ ...refused, unknownWords: true, summary });
    assert.equal(what('The mailbox of a.test is full. It has no room.'), 'the mailbox of a.test is full');
    assert.equal(what('It is e.g. full.'), 'it is e.g. full');
    assert.equal(what('It is no. 5 of them.  '), 'it is no. 5 of them');
    assert.equal(what('Mr. Smith is away. Ask.'), 'mr. Smith is away');
    assert.equal(what('Full'), 'full');
  });
});

describe('the lens of a verdict', () => {
  const lens = (differs: Partial<Verdict>) => verdictLens({ ...refused, ...differs });
  it('is what happened, where and why', () => {
    assert.equal(lens({}), 'Refused at RCPT: relaying denied');
    assert.equal(lens({ stage: 'AUTH' }), 'Refused at login: relaying denied');
    assert.equal(lens({ stage: 'dns' }), 'Looked up mx.contoso.test: relaying denied');
    assert.equal(verdictLens({ ...anonymous, stage: 'dns' }), 'Looked up: relaying denied');
    assert.equal(lens({ role: 'success' }), 'Accepted for b@c.test');
    for (const role of ['delay', 'notice'] as const)
      assert.equal(lens({ role, summary: 'It waited for 2 d. It was in a queue.' }), 'It waited for 2 d');
  });
  it('has 64 characters', () => {
    for (const role of ['cause', 'success', 'delay'] as const)
      assert.equal(
        lens({ role, stage: 'dns', server: 'x'.repeat(90), recipients: ['x'.repeat(90)], summary: 'x'.repeat(90) })
          .length,
        64,
      );
  });
});
