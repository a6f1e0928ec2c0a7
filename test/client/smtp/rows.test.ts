import assert from 'node:assert/strict';
import '../load.ts';
import { usual } from '../../../src/client/smtp/choices.ts';
import { clearDesk, desk } from '../desk.ts';

let rows: typeof import('../../../src/client/smtp/rows.ts');
describe('the recipients of a ticket in the form of a probe', () => {
  before(async () => {
    rows = await import('../../../src/client/smtp/rows.ts');
  });
  beforeEach(clearDesk);

  const drafted = (count: number) =>
    rows.draftOf(usual, { recipients: [...Array(count).keys()].map((n) => `user${n}@contoso.test`) });

  it('are as many as one probe asks about, and the row says how many are left out', async () => {
    assert.equal(rows.recipientsRow(drafted(12)).value().split(', ').length, 12);
    assert.match(rows.recipientsRow(drafted(51)).value(), /^\(1 more is left out\) user0@contoso\.test, /);
    const draft = drafted(60);
    const row = rows.recipientsRow(draft);
    assert.equal(draft.recipients.split(', ').length, 50);
    assert.match(row.value(), /^\(10 more are left out\) user0@/);
    desk.answers.push('bob@contoso.test');
    await row.edit();
    assert.equal(row.value(), 'bob@contoso.test');
  });
});

describe('a row of the form of a probe', () => {
  beforeEach(clearDesk);

  const draft = () => rows.draftOf(usual, { recipients: [] });
  /** Takes each entry of a list; gives what the draft then holds, with the words of the row. */
  const chosen = async (row: (one: ReturnType<typeof draft>) => import('../../../src/client/smtp/form.ts').FormRow) => {
    const all: unknown[] = [];
    for (let i = 0, count = 1; i < count; i++) {
      const one = draft();
      desk.answers.push((items: readonly object[]) => {
        count = items.length;
        return items[i];
      });
      const made = row(one);
      await made.edit();
      const { where, family, tls, stopAfter, policies } = one;
      all.push([where, family, tls, stopAfter, policies, made.value().split(/[:;, ]/, 1)[0]].join(' '));
    }
    return all;
  };

  it('has a list of all that can be chosen', async () => {
    assert.deepEqual(await chosen(rows.whereRow), [
      'one any auto secured false the',
      'mx any auto secured false every',
    ]);
    assert.deepEqual(await chosen(rows.familyRow), [
      'one any auto secured false IPv4',
      'one 4 auto secured false IPv4',
      'one 6 auto secured false IPv6',
    ]);
    assert.deepEqual(await chosen(rows.tlsRow), [
      'one any auto secured false STARTTLS',
      'one any required secured false not',
      'one any none secured false none',
      'one any implicit secured false from',
    ]);
    assert.deepEqual(await chosen(rows.policiesRow), [
      'one any auto secured false not',
      'one any auto secured true looked',
    ]);
    assert.deepEqual(
      (await chosen(rows.stopRow)).map((one) => String(one).split(' ')[3]),
      ['connect', 'banner', 'hello', 'secured', 'auth', 'mail', 'rcpt'],
    );
  });

  it('stays as it was where its list or box is left', async () => {
    const one = draft();
    for (const row of [rows.whereRow, rows.tlsRow, rows.portsRow, rows.senderRow]) {
      desk.answers.push(undefined);
      await row(one).edit();
    }
    assert.deepEqual(one, draft());
  });

  it('takes ports, a sender and recipients as they are typed', async () => {
    const typed = async (row: 'portsRow' | 'senderRow' | 'recipientsRow', text: string) => {
      const one = draft();
      desk.answers.push(text);
      const made = rows[row](one);
      await made.edit();
      return [one.ports, one.sender, one.recipients, made.value()];
    };
    assert.deepEqual(await typed('portsRow', ' 465, 587;25  465 '), [[465, 587, 25], '', '', '465 587 25']);
    for (const bad of ['0', '65536', '25.5', 'x', '', '1 2 3 4 5 6 7 8 9 10 11'])
      assert.deepEqual((await typed('portsRow', bad))[0], [25], bad);
    assert.deepEqual((await typed('portsRow', '1 2 3 4 5 6 7 8 9 10'))[0], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    assert.deepEqual((await typed('portsRow', '65535'))[0], [65_535]);
    assert.deepEqual(await typed('senderRow', ' a@b.test '), [[25], 'a@b.test', '', 'a@b.test']);
    assert.deepEqual(await typed('senderRow', 'no address'), [[25], '', '', '<> (the null sender)']);
    assert.deepEqual(await typed('recipientsRow', 'a@b.test, c@d.test'), [
      [25],
      '',
      'a@b.test, c@d.test',
      'a@b.test, c@d.test',
    ]);
    assert.equal((await typed('recipientsRow', ''))[3], 'none');
  });

  it('begins with what was chosen last, and with what the ticket names', () => {
    const kept = { ...usual, sender: 'kept@a.test', recipients: 'kept@b.test' };
    assert.deepEqual(rows.draftOf(kept, { recipients: [] }), { ...kept, recipientsLeft: 0 });
    assert.deepEqual(rows.draftOf(kept, { sender: '', recipients: ['c@d.test'] }), {
      ...{ ...kept, sender: '', recipients: 'c@d.test', recipientsLeft: 0 },
    });
  });

  it('names who logs in, and who does not where the question is left', async () => {
    const login: import('../../../src/client/smtp/rows.ts').LoginDraft = {};
    let chose = 0;
    const row = rows.loginRow(login, 'mx1.contoso.test', () => chose++);
    assert.equal(row.value(), 'none');
    desk.answers.push('ann', (items: readonly object[]) => items[0]);
    await row.edit();
    assert.match(row.value(), /^ann, .*; the secret is asked for when it starts$/);
    assert.deepEqual([login.as?.user, chose], ['ann', 1]);
    desk.answers.push(undefined);
    await row.edit();
    assert.deepEqual([row.value(), login, chose], ['none', {}, 1]);
  });
});
