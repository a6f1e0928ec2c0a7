import assert from 'node:assert/strict';
import { queriesOf, reads } from './told.ts';

const document = (name: string, status = 'NOERROR', flags = 'qr rd ra', answers: readonly string[] = []) =>
  `-\n  type: MESSAGE\n  message:\n    type: RECURSIVE_RESPONSE\n    response_address: "192.0.2.53"\n    response_message_data:\n      status: ${status}\n      flags: ${flags}\n      QUESTION_SECTION:\n        - '${name}. IN MX'\n      ANSWER_SECTION:\n${answers.map((one) => `        - '${one}'\n`).join('')}`;
const result = (status: string, records: readonly string[] = []) =>
  `type: DELV_RESULT\nquery_name: a.test.\nstatus: ${status}\nrecords:\n${records.map((one) => `    - '${one}'\n`).join('')}`;
const MX = ['a.test. 300 IN MX 10 mx1.a.test.', 'a.test. 300 IN MX 20 mx2.a.test.'];
const SIGNATURE = 'a.test. 300 IN RRSIG MX 8 2 300 x';

describe('YAML of dig and delv', () => {
  it('has messages and answers in their order, each in its place', () => {
    const text = `${document('a.test', 'NOERROR', 'qr', MX)}${document('b.test', 'NXDOMAIN')}`;
    reads(text, [
      'dig a.test MX NOERROR @192.0.2.53: 300 10 mx1.a.test. | 300 20 mx2.a.test.',
      'dig b.test MX NXDOMAIN @192.0.2.53: ',
    ]);
    const [first, second] = queriesOf(text);
    assert.deepEqual(
      first?.answers.map((one) => text.slice(one.start, one.end).trim()),
      MX.map((one) => `- '${one}'`),
    );
    assert.equal(first?.start, 0);
    assert.equal(second?.start, document('a.test', 'NOERROR', 'qr', MX).length);
  });
  it('says by a flag of its own that the answer was validated (RFC 4035 3.2.3)', () => {
    const validated = (flags: string) => queriesOf(document('a.test', 'NOERROR', flags))[0]?.validated;
    assert.equal(validated('qr rd ra ad'), true);
    assert.equal(validated('qr rd ad ra'), true);
    assert.equal(validated('qr rd ra'), false);
    assert.equal(validated('qr rd adx'), false);
  });
  it('has signatures beside its answers, which are an answer where they were asked for', () => {
    const rrsig = document('a.test', 'NOERROR', 'qr', [SIGNATURE]);
    assert.equal(queriesOf(rrsig)[0]?.answers.length, 0);
    assert.equal(queriesOf(rrsig.replace('IN MX', 'IN RRSIG'))[0]?.answers.length, 1);
    assert.equal(queriesOf(result('success', [...MX, SIGNATURE]))[0]?.answers.length, 2);
  });
  it('of delv has the type of its records, or of the command', () => {
    reads(result('success', MX), ['delv a.test MX NOERROR: 300 10 mx1.a.test. | 300 20 mx2.a.test.']);
    reads(`$ delv +yaml a.test TXT\n${result('ncache nxrrset')}`, ['delv a.test TXT NOERROR: ']);
    reads(result('broken trust chain'), ['delv a.test ? BOGUS: ']);
    reads(result('something else'), ['delv a.test ? ?: ']);
  });
  it('is a time-out or a refusal where dig says so', () => {
    const error = (words: string) => `-\n  type: DIG_ERROR\n  message: |-\n    ${words}\n    ${words}\n`;
    reads(`$ dig +yaml a.test MX\n${error('timed out')}${document('a.test', 'SERVFAIL')}`, [
      'dig a.test MX TIMEOUT: ',
      'dig a.test MX SERVFAIL @192.0.2.53: ',
    ]);
    reads(error('connection refused'), ['dig  ? CONNECTION-REFUSED: ']);
  });
  it('ends where it goes on in words, and does not begin with a message of something else', () => {
    const text = `${document('a.test', 'NOERROR', 'qr', MX)}Hello.\n`;
    const [query] = queriesOf(text);
    assert.ok(text.slice(query?.start, query?.end).trimEnd().endsWith("mx2.a.test.'"));
    reads('  message: x\n', []);
    reads('type: OTHER\nquery_name: a.test.\n', []);
    reads('-\n  type: MESSAGE\n  status: NOERROR\n', []);
  });
});
