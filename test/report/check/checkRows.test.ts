import assert from 'node:assert/strict';
import type { AreaResult } from '../../../src/checks/check.ts';
import type { Finding } from '../../../src/checks/finding.ts';
import { renderArea } from '../../../src/report/check/checkReport.ts';
import { wordFinding } from '../../../src/report/check/checkRows.ts';

/** What is said of a finding, and what to do. */
const word = (code: string, data: object, about = 'a.test'): readonly (string | undefined)[] => {
  const { text, next } = wordFinding({ code, level: 'note', about, data, evidence: [] } as unknown as Finding);
  return [text, next];
};

describe('the words of a look-up', () => {
  const found = (more: object): string | undefined =>
    word('lookup-found', {
      ...{ type: 'MX', count: 2, ttl: 300, authoritative: false, validated: false, server: '' },
      ...more,
    })[0];
  it('count the records, and say who answered and how', () => {
    assert.equal(found({}), '2 MX records, for resolvers to keep 300 s.');
    assert.equal(
      found({ type: 'ANY', count: 1, server: '192.0.2.53', authoritative: true, validated: true, target: 'b.test' }),
      'One record, for resolvers to keep 300 s; 192.0.2.53 answered from its own zone, validated by DNSSEC. It is an alias that leads to b.test.',
    );
    assert.equal(
      found({ count: 1, server: '192.0.2.53' }),
      'One MX record, for resolvers to keep 300 s; 192.0.2.53 answered.',
    );
  });
  it('name what has none', () => {
    assert.deepEqual(word('lookup-none', { type: 'TXT' }), [
      'a.test exists, but has no TXT record.',
      'Publish a TXT record at a.test if there is to be one.',
    ]);
    assert.equal(word('lookup-no-such-name', {})[0], 'a.test does not exist (NXDOMAIN).');
    assert.equal(
      word('lookup-no-such-name', { target: 'b.test' })[0],
      'b.test does not exist (NXDOMAIN). It is an alias that leads to b.test.',
    );
  });
  it('that is made again tell what differs, of many records what each side has alone', () => {
    const told = (more: object): string | undefined =>
      word('ask-differs', { type: 'MX', told: [], now: [], ttl: 300, isGone: false, went: [], came: [], ...more })[0];
    const many = Array.from({ length: 8 }, (_, i) => `${i} mx.a.test.`);
    assert.equal(told({ told: ['10 b.test.'] }), 'MX, the ticket: 10 b.test; now: no record, TTL 5 min.');
    assert.equal(
      told({ told: ['10 b.test.'], isGone: true, ttl: Number.NaN }),
      'MX, the ticket: 10 b.test; now: no such name.',
    );
    assert.match(told({ told: many }) ?? '', /^MX, the ticket: 0 mx\.a\.test, .*, 7 mx\.a\.test; now: no record/);
    assert.equal(
      told({ told: many, now: ['"x."'], went: [], came: ['"x."'] }),
      'MX: the ticket alone has nothing; now there is besides what both have "x.", TTL 5 min.',
    );
    assert.equal(
      told({ told: many, now: many, went: ['1 b.test.'], came: [] }),
      'MX: the ticket alone has 1 b.test; now there is besides what both have nothing, TTL 5 min.',
    );
    assert.deepEqual(
      [300, Number.NaN].map((ttl) => word('ask-differs', { told: [], now: [], went: [], came: [], ttl, type: 'A' })[1]),
      [
        'Who asked before the change may still see the old answer until its TTL has passed; what is published now is kept for 5 min.',
        'If the record was meant to stay, publish it again.',
      ],
    );
  });
  it('cuts long records', () => {
    const [text = ''] = word('ask-same', { type: 'TXT', now: [`"${'x'.repeat(400)}"`], ttl: 60, isGone: false });
    assert.match(text, /^DNS says what the ticket says of TXT: "x{299}…, TTL 1 min\.$/);
  });
});

describe('the words of a record that is wrong', () => {
  const add = (tag: string): string | undefined => word('record-tag-missing', { tag, kind: 'dmarc' })[1];
  it('say what to add', () => {
    assert.equal(add('p'), 'Add "p=none" to the record at a.test.');
    assert.equal(add('id'), 'Add "id=1" to the record at a.test.');
    assert.equal(add('rua'), 'Add "rua=mailto:ADDRESS" to the record at a.test.');
    assert.equal(add('l'), 'Add "l=" to the record at a.test.');
  });
});

describe('an area of a report', () => {
  const lines = (result: object): readonly string[] =>
    renderArea({ area: 'record', findings: [], left: 0, answers: [], ...result } as unknown as AreaResult);
  const answer = (count: number, more: object = {}): object => ({
    question: { name: 'a.test', type: 'MX' },
    status: 'NOERROR',
    records: Array.from({ length: count }, (_, i) => ({ name: 'a.test', type: 'MX', ttl: 300, data: `${i} b.test.` })),
    elapsed: 1,
    ...more,
  });
  it('says what of it is left out, what is not believed and what cannot be read', () => {
    const notes = (result: object): readonly string[] => lines(result).filter((line) => line.startsWith('* '));
    assert.deepEqual(notes({ left: 3, answers: [answer(1)] }), ['* 3 more findings are left out']);
    assert.deepEqual(notes({ answers: [answer(100)] }), []);
    assert.deepEqual(notes({ answers: [answer(103)] }), ['* 3 more records are left out']);
    assert.deepEqual(notes({ answers: [answer(100, { left: 4 })] }), ['* 4 more records are left out']);
    assert.deepEqual(notes({ answers: [answer(1, { strays: 2, unreadable: 3 })] }), [
      '* 2 records in the answer to a.test MX are not believed: they have nothing to do with the name',
      '* 3 records in the answer to a.test MX are not shown: they cannot be read',
    ]);
    assert.deepEqual(lines({}), []);
  });
  it('has each record once', () =>
    assert.equal(lines({ answers: [answer(2), answer(2)] }).filter((line) => line.includes('b.test')).length, 2));
});
