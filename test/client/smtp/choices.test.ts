import assert from 'node:assert/strict';
import { createChoices, isPort, STOPS, usual } from '../../../src/client/smtp/choices.ts';
import { memento } from '../memento.ts';

const KEY = 'mailTriage.smtp.choices';
const read = (kept: unknown) => createChoices(memento({ [KEY]: kept })).get();

describe('what was chosen for the last probe', () => {
  it('is the usual where nothing was chosen, or nothing of ours is kept', () => {
    for (const kept of [undefined, null, 3, 'text', [], {}]) assert.deepEqual(read(kept), usual);
    assert.deepEqual(usual, {
      where: 'one',
      ports: [25],
      family: 'any',
      tls: 'auto',
      stopAfter: 'secured',
      policies: false,
      sender: '',
      recipients: '',
    });
  });
  it('is each as it was chosen', () => {
    const values = {
      where: ['one', 'mx'],
      family: ['any', '4', '6'],
      tls: ['auto', 'required', 'none', 'implicit'],
      stopAfter: ['connect', 'banner', 'hello', 'secured', 'auth', 'mail', 'rcpt'],
      policies: [true, false],
      sender: ['ann@contoso.test'],
      recipients: ['a@contoso.test, b@contoso.test'],
      ports: [[25, 465, 587]],
    };
    assert.deepEqual(STOPS, values.stopAfter);
    for (const [name, all] of Object.entries(values))
      for (const one of all) assert.deepEqual(read({ [name]: one }), { ...usual, [name]: one });
  });
  it('is the usual in what cannot be chosen', () => {
    for (const [name, value] of Object.entries({
      where: 'two',
      family: 4,
      tls: '',
      stopAfter: 'data',
      policies: 'true',
      sender: 3,
      recipients: ['a'],
      ports: '25',
    }))
      assert.deepEqual(read({ [name]: value }), usual, name);
    assert.deepEqual(read({ ports: [] }), usual);
  });
  it('is cut to what a form can have', () => {
    assert.deepEqual(read({ ports: [0, 1, 65_535, 65_536, 2.5, '25', -1] }).ports, [1, 65_535]);
    assert.deepEqual(
      read({ ports: Array.from({ length: 12 }, (_, i) => i + 1) }).ports,
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    );
    assert.deepEqual(
      [read({ sender: 'x'.repeat(20_001) }).sender.length, read({ recipients: 'x'.repeat(20_001) }).recipients.length],
      [20_000, 20_000],
    );
    assert.deepEqual([0, 1, 65_535, 65_536, 1.5, '1', Number.NaN].map(isPort), [
      false,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
  it('is kept without what is no choice', () => {
    const state = memento();
    createChoices(state).set({ ...usual, where: 'mx', secret: 'x' } as never);
    assert.deepEqual(state.get(KEY), { ...usual, where: 'mx' });
  });
});
