import assert from 'node:assert/strict';
import type { Answer, Query } from '../../../../src/core/dns/lookup.ts';
import { byRecord, canBeAsked, isTold, ownAnswers, told } from '../../../../src/core/dns/told.ts';

const answer = (name: string, type: string | undefined, data: string): Answer =>
  ({ name, data, start: 0, end: 1, ...(type !== undefined && { type }) }) as Answer;

describe('what a text says that DNS answered', () => {
  it('is the data of its records', () =>
    assert.deepEqual(told('a.test', 'MX', [answer('a.test', 'MX', '10 b.'), answer('a.test', 'MX', '20 c.')]), {
      name: 'a.test',
      type: 'MX',
      records: ['10 b.', '20 c.'],
    }));
  it('may be that there is nothing, but not that nothing came', () => {
    const is = (status: string, ...answers: readonly Answer[]): boolean =>
      isTold({ status, answers } as unknown as Query);
    assert.deepEqual(
      ['NXDOMAIN', 'NOERROR', 'SERVFAIL', '?', 'TIMEOUT'].map((status) => is(status)),
      [true, true, false, false, false],
    );
    assert.ok(is('?', answer('a.test', 'MX', 'x')));
  });
  it('is of the type that was asked for, as far as it tells', () => {
    const own = ownAnswers({
      type: 'MX',
      answers: [answer('a', 'MX', '1'), answer('a', 'CNAME', '2'), answer('a', undefined, '3')],
    } as unknown as Query);
    assert.deepEqual(
      own.map(({ data }) => data),
      ['1', '3'],
    );
  });
  it('are groups by name and type', () => {
    const groups = byRecord([
      answer('A.test', 'MX', '1'),
      answer('a.test', 'MX', '2'),
      answer('a.test', 'TXT', '3'),
      answer('a.test', undefined, '4'),
    ]);
    assert.deepEqual(
      [...groups].map(([key, all]) => [key, all.map(({ data }) => data).join()]),
      [
        ['MX a.test', '1,2'],
        ['TXT a.test', '3'],
        [' a.test', '4'],
      ],
    );
  });
  it('can be asked for again by type', () => {
    for (const type of ['A', 'AAAA', 'CAA', 'CNAME', 'DS', 'MX', 'TXT', 'TLSA']) assert.ok(canBeAsked(type), type);
    for (const type of ['?', '', 'ANY', 'AXFR', 'RRSIG']) assert.ok(!canBeAsked(type), type);
  });
});
