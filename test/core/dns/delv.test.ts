import assert from 'node:assert/strict';
import { lookups, queriesOf, reads } from './told.ts';

const MX = 'a.test.\t300\tIN\tMX\t10 mx.a.test.\n';
const SIGNATURE = 'a.test.\t300\tIN\tRRSIG\tMX 8 2 300 20261201000000 20261101000000 1 a.test. AAAA\n';
const TOLD = 'delv a.test MX NOERROR: 300 10 mx.a.test.';

describe('the output of delv', () => {
  it('has signatures beside its answers, which are an answer where they were asked for', () => {
    reads(`; fully validated\n${MX}${SIGNATURE}`, [TOLD]);
    reads(`$ delv a.test MX\n; fully validated\n${MX}${SIGNATURE}`, [TOLD]);
    const [query] = queriesOf(`$ delv a.test RRSIG\n; fully validated\n${SIGNATURE}`);
    assert.deepEqual([query?.type, query?.answers.length], ['RRSIG', 1]);
  });
  it('is one answer with two blank lines in it', () => {
    const text = `; fully validated\nw.test. 300 IN CNAME a.test.\n\n\n${MX}`;
    reads(text, ['delv w.test MX NOERROR: 300 a.test. | 300 10 mx.a.test.']);
    assert.equal(lookups(text)[0]?.tool, 'delv');
  });
  it('reaches from its first comment to its last record', () => {
    const text = `Hello.\n\n\n; fully validated\n${MX}\n\nBye.\n`;
    const [query] = queriesOf(text);
    assert.equal(text.slice(query?.start, query?.end), `; fully validated\n${MX}`.trimEnd());
  });
  it('ends where somebody writes on', () => {
    const text = `; fully validated\n${MX}As you see.\n${MX}`;
    assert.equal(queriesOf(text)[0]?.answers.length, 1);
  });
  it('names who was asked: the command first, then the first server that is told', () => {
    const failed = ';; resolution failed: failure\n';
    const resolving = (server: string, words = 'SERVFAIL unexpected RCODE') =>
      `;; ${words} resolving 'a.test/MX/IN': ${server}#53\n`;
    const status = (text: string) => queriesOf(text).map((one) => `${one.name} ${one.status} @${one.server ?? ''}`);
    assert.deepEqual(status(`${resolving('192.0.2.1')}${resolving('192.0.2.2')}${failed}`), [
      'a.test SERVFAIL @192.0.2.1',
    ]);
    assert.deepEqual(status(`$ delv @192.0.2.53 a.test MX\n${resolving('192.0.2.1')}${failed}`), [
      'a.test SERVFAIL @192.0.2.53',
    ]);
    assert.deepEqual(status(`${resolving('192.0.2.1', 'REFUSED unexpected RCODE')}${failed}`), [
      'a.test REFUSED @192.0.2.1',
    ]);
    assert.deepEqual(
      status(
        `${resolving('192.0.2.1', 'REFUSED unexpected RCODE')};; validating a.test/MX: no valid signature found\n${failed}`,
      ),
      ['a.test REFUSED @192.0.2.1'],
    );
  });
  it('has what does not exist in comments below, and other lines are none of it', () => {
    const none =
      ';; resolution failed: ncache nxrrset\n; negative response, fully validated\n; a.test. 300 IN \\-TXT ;-$NXRRSET\n; a.test. SOA a. b. 1 2 3 4 5\n';
    const text = `${none}Hello.\n`;
    const [query] = queriesOf(text);
    assert.equal(text.slice(query?.start, query?.end), none.trimEnd());
    assert.deepEqual([query?.name, query?.type, query?.status], ['a.test', 'TXT', 'NOERROR']);
    assert.equal(lookups('; Hello.\n').length, 0);
    assert.equal(lookups(';; Hello.\n').length, 0);
    assert.equal(lookups('; fully validated\n').length, 0);
  });
});
