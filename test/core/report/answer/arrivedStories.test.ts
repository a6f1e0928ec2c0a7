import assert from 'node:assert/strict';
import { arrivedAnswer, isArrived } from '../../../../src/core/report/answer/arrivedAnswer.ts';
import type { TicketQuestion } from '../../../../src/core/report/answer/question.ts';
import type { QuestionAnswer } from '../../../../src/core/report/answer/questionAnswer.ts';

const answered = (question: TicketQuestion, story: object): QuestionAnswer | undefined =>
  arrivedAnswer(question, {
    ...{ where: { folder: 'unknown', words: 'W.' }, why: [], who: { disguises: [], madeUp: [] } },
    ...{ howLong: { told: [], waits: [] } },
    ...story,
  } as never);
const told = (start: number, words: string, more: object = {}) => ({ start, end: start + 1, words, ...more });
const against = { against: true };
const minute = 60_000;

describe('the answer whether a message is genuine', () => {
  const genuine = (outcome: string | undefined, disguises: readonly object[] = [], madeUp: readonly object[] = []) =>
    answered('genuine', {
      who: { ...(outcome !== undefined && { authentication: told(1, 'Proof.', { outcome }) }), disguises, madeUp },
    });
  it('is none where nothing tells', () => {
    assert.equal(genuine(undefined), undefined);
    assert.equal(genuine(undefined, [], [told(2, 'Made.', against)]), undefined);
    assert.notEqual(genuine(undefined, [told(2, 'Looks.')]), undefined);
  });
  it('is what was proven, and then what speaks against it', () => {
    const looks = told(2, 'Looks.', against);
    const passed = genuine('passed', [told(3, 'Other.')]);
    assert.match(passed?.words ?? '', /^It really comes from .* Proof\. That says nothing of what is in it/);
    assert.match(passed?.plain ?? '', /^The message really comes from the domain/);
    assert.deepEqual([passed?.parts, passed?.spans.length], [['Proof.'], 1]);
    const posing = genuine('passed', [looks], [told(4, 'Made.', against)]);
    assert.match(
      posing?.words ?? '',
      /^It comes from the domain .*, but looks like somebody else’s: Looks\. Made\. Proof\.$/,
    );
    assert.match(posing?.plain ?? '', /looks as if somebody else had sent it/);
    assert.deepEqual(posing?.parts, ['Proof.', 'Looks.', 'Made.']);
    assert.match(genuine('failed', [looks])?.words ?? '', /, and the check speaks against it\. Proof\. Looks\.$/);
    assert.match(genuine('none')?.words ?? '', /^It is not proven that it comes from its sender\. Proof\.$/);
    assert.match(
      genuine(undefined, [looks])?.words ?? '',
      /^It is not proven that it comes from its sender\. Looks\.$/,
    );
    const many = genuine(
      'passed',
      [2, 3, 4, 5, 6].map((at) => told(at, 'L.', against)),
    );
    assert.deepEqual(
      many?.spans.map(({ start }) => start),
      [1, 2, 3, 4, 5],
    );
  });
});

describe('the answer why a message is in the junk folder', () => {
  const junk = (folder: string, why: readonly object[] = [], outcome?: string, span?: object) =>
    answered('junk', {
      ...{ where: { folder, words: 'Where.', ...(span && { span }) }, why },
      who: {
        disguises: [],
        madeUp: [],
        ...(outcome !== undefined && { authentication: told(1, 'Proof.', { outcome }) }),
      },
    });
  it('is where it is, what filters held against it, and what was not proven', () => {
    const why = [2, 3, 4, 5].map((at) => told(at, `F${at}.`, against));
    const all = junk('junk', [...why, told(9, 'For.')], 'failed', { start: 8, end: 9 });
    assert.equal(all?.words, 'Where. F2. F3. F4. Proof.');
    assert.deepEqual(all?.parts, ['Where.', 'F2.', 'F3.', 'F4.', 'Proof.']);
    assert.deepEqual(
      all?.spans.map(({ start }) => start),
      [8, 2, 3, 4, 1],
    );
    assert.match(all?.plain ?? '', /^A filter took it for spam\. It could not be proven/);
    assert.match(
      junk('junk', [told(2, 'F.', { ...against, perilous: true })])?.plain ?? '',
      /^A filter took it for phishing/,
    );
    assert.equal(junk('junk')?.plain, '');
    assert.deepEqual(junk('junk')?.spans, []);
    assert.equal(junk('unknown', [], 'failed')?.words, 'Proof.');
    assert.equal(junk('unknown', why.slice(0, 1))?.words, 'Where. F2.');
  });
  it('is none where it is nowhere aside, and nothing speaks against it', () => {
    for (const folder of ['unknown', 'inbox']) {
      assert.equal(junk(folder), undefined, folder);
      assert.equal(junk(folder, [told(2, 'For.')], 'passed'), undefined, folder);
      assert.notEqual(junk(folder, [], 'failed'), undefined, folder);
    }
    assert.notEqual(junk('quarantine'), undefined);
  });
});

describe('the answer why a message was late', () => {
  const slow = (howLong: object) =>
    answered('slow', { howLong: { told: [{ words: 'Told.' }], waits: [], ...howLong } });
  const wait = (more: object = {}) => told(1, 'Waited.', { length: 4 * minute, ...more });
  it('is where it waited longest, and why', () => {
    const total = 5 * minute;
    const late = slow({ total, waits: [wait(), wait({ start: 2 }), wait({ start: 3 }), wait({ start: 4 })] });
    assert.equal(late?.words, 'Told. Waited. Waited. Waited.');
    assert.deepEqual(
      late?.spans.map(({ start }) => start),
      [1, 2, 3],
    );
    assert.equal(late?.plain, 'It took 5 min: it waited 4 min on a mail server of the sender or between.');
    const plain = (more: object) => slow({ total, waits: [wait(more)] })?.plain ?? '';
    assert.match(plain({ atReceiver: true }), /on a mail server of the recipient\.$/);
    assert.match(
      plain({ cause: 'greylisting' }),
      /^It took 5 min, because the mail server of the recipient asks senders/,
    );
    assert.match(plain({ cause: 'quarantine' }), /^It took 5 min: a filter held it in quarantine/);
  });
  it('is that it lay before it was sent, where it did not wait', () => {
    const lay = slow({ total: minute, lay: 60 * minute });
    assert.match(lay?.plain ?? '', /^It took 1 min on its way, but was written 1 h before/);
    assert.match(lay?.words ?? '', /^Told\. Until then it lay in drafts/);
    assert.deepEqual(lay?.parts, ['Told.']);
    assert.match(slow({ total: minute, lay: 60 * minute, waits: [wait()] })?.plain ?? '', /it waited 4 min/);
  });
  it('is none where nothing is known of it', () => {
    for (const howLong of [
      {},
      { total: minute },
      { lay: minute },
      { waits: [wait()] },
      { total: minute, waits: [wait()], told: [] },
    ])
      assert.equal(slow(howLong), undefined);
  });
});

describe('the answer where a message is', () => {
  const missing = (folder: string, span?: object) =>
    answered('missing', { where: { folder, words: 'Where.', ...(span && { span }) } });
  it('is its folder, where a field says so', () => {
    const span = { start: 1, end: 2 };
    for (const folder of ['inbox', 'junk', 'quarantine', 'deleted', 'folder', 'archive']) {
      const found = missing(folder, span);
      assert.deepEqual(
        [found?.words, found?.spans, found?.parts],
        ['The message did arrive. Where.', [span], ['Where.']],
      );
      assert.match(found?.plain ?? '', /^The message did arrive[,:] /, folder);
      assert.equal(missing(folder), undefined);
    }
    assert.equal(missing('unknown', span), undefined);
    assert.equal(answered('blocked' as TicketQuestion, {}), undefined);
  });
  it('is asked of a message that is no report', () => {
    const is = (message: object): boolean => isArrived(message as never);
    assert.ok(is({}));
    for (const name of ['report', 'automaticReply', 'feedback', 'disposition']) assert.ok(!is({ [name]: {} }), name);
  });
});
