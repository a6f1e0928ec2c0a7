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
