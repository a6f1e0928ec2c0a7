import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { toldAnswers } from '../../../src/core/ticket/toldAnswers.ts';

/** Each question with how many records answered it. */
const told = (text: string, domain: string): readonly string[] =>
  toldAnswers(readTicket(text), domain).map((one) => `${one.type} ${one.name} ${JSON.stringify(one).length > 0}`);

const dig = (type: string, name: string, ...answers: readonly string[]): string =>
  `; <<>> DiG 9.18.1 <<>> ${type} ${name}\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; flags: qr rd ra; QUERY: 1, ANSWER: ${answers.length}, AUTHORITY: 0, ADDITIONAL: 0\n\n;; QUESTION SECTION:\n;${name}.\t\tIN\t${type}\n\n;; ANSWER SECTION:\n${answers.join('\n')}\n\n`;

describe('what a ticket says that DNS answered', () => {
  const text = `${dig('MX', 'a.test', 'a.test. 300 IN MX 10 mx.a.test.')}words\n\n${dig('TXT', '_dmarc.A.test', '_dmarc.A.test. 300 IN TXT "v=DMARC1; p=none"')}${dig('MX', 'ba.test', 'ba.test. 300 IN MX 10 mx.b.test.')}`;
  it('is of a domain and of names below it', () => {
    assert.deepEqual(told(text, 'a.test'), ['MX a.test true', 'TXT _dmarc.A.test true']);
    assert.deepEqual(told(text, 'A.TEST'), ['MX a.test true', 'TXT _dmarc.A.test true']);
    assert.deepEqual(told(text, '_dmarc.a.test'), ['TXT _dmarc.A.test true']);
    assert.deepEqual(told(text, 'c.test'), []);
    assert.deepEqual(told('words\n', 'a.test'), []);
  });
  it('is each question once, as it is said last', () => {
    const twice = `${dig('MX', 'a.test', 'a.test. 300 IN MX 10 mx1.a.test.')}${dig('MX', 'A.test', 'A.test. 300 IN MX 10 mx2.a.test.')}`;
    assert.deepEqual(told(twice, 'a.test'), ['MX A.test true']);
    assert.match(JSON.stringify(toldAnswers(readTicket(twice), 'a.test')), /mx2\.a\.test/);
  });
});
