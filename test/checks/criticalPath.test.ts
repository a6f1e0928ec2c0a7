import assert from 'node:assert/strict';
import type { Question } from '../../src/probes/ports.ts';
import { type AskedQuestion, criticalPath } from '../bench/criticalPath.ts';

let clock = 0;
const asked = (question: Question, ...data: readonly string[]): AskedQuestion => {
  const records = data.map((one) => ({ name: question.name, type: question.type, ttl: 300, data: one }));
  return { question, answer: { question, status: 'NOERROR', records, elapsed: 1 }, begun: clock++, ended: clock++ };
};
const path = (...all: readonly AskedQuestion[]): readonly string[] =>
  criticalPath('contoso.test', all).map(({ question }) => `${question.name} ${question.type}`);

describe('the longest chain of questions', () => {
  it('follows names, addresses and servers from answer to question', () => {
    assert.deepEqual(
      path(
        asked({ name: 'contoso.test', type: 'NS' }, 'ns1.fabrikam.test.'),
        asked({ name: 'ns1.fabrikam.test', type: 'A' }, '192.0.2.53'),
        asked({ name: 'contoso.test', type: 'SOA', at: '192.0.2.53' }),
      ),
      ['contoso.test NS', 'ns1.fabrikam.test A', 'contoso.test SOA'],
    );
    assert.deepEqual(
      path(
        asked({ name: 'contoso.test', type: 'MX' }, '10 mx.contoso.test.'),
        asked({ name: 'mx.contoso.test', type: 'A' }, '192.0.2.25'),
        asked({ name: '25.2.0.192.list.example', type: 'A' }),
      ),
      ['contoso.test MX', 'mx.contoso.test A', '25.2.0.192.list.example A'],
    );
  });
  it('is not made longer by a question that only waited, nor by a name that was known before', () => {
    assert.equal(
      path(
        asked({ name: 'contoso.test', type: 'MX' }, '10 mx.contoso.test.'),
        asked({ name: '_dmarc.contoso.test', type: 'TXT' }, '"rua=mailto:a@mx.contoso.test"'),
        asked({ name: 'mx.contoso.test', type: 'A' }, '192.0.2.25'),
        asked({ name: '_mta-sts.contoso.test', type: 'TXT' }),
      ).length,
      2,
    );
  });
});
