import assert from 'node:assert/strict';
import { queriesOf, reads } from '../told.ts';

describe('the table of MXToolbox', () => {
  const head = 'Pref  Hostname  IP Address  TTL\n';
  it('has preference, host and time to live', () => {
    reads(`mx:a.test\n${head}10  mx.a.test  192.0.2.1  5 min\n20  mx2.a.test  2001:db8::1  \n`, [
      'json a.test MX NOERROR: 300 10 mx.a.test | 20 mx2.a.test',
    ]);
    for (const [lives, seconds] of [
      ['30 sec', 30],
      ['1 hr', 3600],
      ['2 hrs', 7200],
    ] as const)
      reads(`${head}10  mx.a.test  192.0.2.1  x ${lives}\n`, [`json  MX NOERROR: ${seconds} 10 mx.a.test`]);
    reads(`MX:a.test Find Problems\n${head}10  mx.a.test  192.0.2.1  5 min\nx\n`, [
      'json a.test MX NOERROR: 300 10 mx.a.test',
    ]);
    reads(`${head}x\n`, []);
    reads('mx:a.test\n10  mx.a.test  192.0.2.1  5 min\n', []);
  });
});

describe('the table of the DNS server of Windows', () => {
  const head =
    'HostName   RecordType Type Timestamp   TimeToLive  RecordData\n--------   ---------- ---- ---------   ----------  ----------\n';
  it('has a row for each record', () => {
    reads(
      `${head}@          MX         15   0           01:00:00    [10][mx.a.test.]\n@          A          1    1/2/2026 3:04:05 PM 1.00:00:00  192.0.2.1\n`,
      ['zone @ MX ?: 3600 10 mx.a.test.', 'zone @ A ?: 86400 192.0.2.1'],
    );
    reads(
      `${head.replace(/Type Time/, 'Time').replace('---- ---------', '---------')}www        A          0           00:00:10    192.0.2.1\n`,
      ['zone www A ?: 10 192.0.2.1'],
    );
    reads(`${head}\n@  A  1  0  01:00:00  192.0.2.1\n\n@  A  1  0  01:00:00  192.0.2.2\n`, [
      'zone @ A ?: 3600 192.0.2.1',
    ]);
    reads(`${head}@  XY  1  0  01:00:00  x\n`, []);
    reads(head, []);
  });
});

describe('what delv prints', () => {
  const mx = 'a.test.\t300\tIN\tMX\t10 mx.a.test.\n';
  const validated = (words: string) => queriesOf(`; ${words}\n${mx}`).map((one) => one.validated);
  it('says how far it is sure', () => {
    assert.deepEqual(validated('fully validated'), [true]);
    for (const words of [
      'unsigned answer',
      'answer not validated',
      'authoritative',
      'untrusted',
      'glue data',
      'ultimate trust',
      'signed answer, pending validation',
      'unsigned additional data',
    ])
      assert.deepEqual(validated(words), [false], words);
    assert.deepEqual(queriesOf(`; fully valid\n${mx}`)[0]?.tool, 'dig');
  });
  it('is an answer each, with aliases in front', () => {
    const told = 'delv a.test MX NOERROR: 300 10 mx.a.test.';
    reads(`; fully validated\n${mx}; unsigned answer\n${mx.replaceAll('a.test', 'b.test')}`, [
      told,
      told.replaceAll('a.test', 'b.test'),
    ]);
    reads(`; fully validated\nw.test. 300 IN CNAME a.test.\n; unsigned answer\n${mx}`, [
      'delv w.test MX NOERROR: 300 a.test. | 300 10 mx.a.test.',
    ]);
    reads(`; fully validated\n${mx}\n\n\n\n${mx}`, [told, told.replace('delv', 'dig')]);
    reads(`$ delv @192.0.2.53 a.test MX\n; fully validated\n${mx}`, [told.replace(':', ' @192.0.2.53:')]);
  });
  it('is why there is none', () => {
    const failed = (reason: string, ...before: readonly string[]) =>
      `${before.map((one) => `;; ${one}\n`).join('')};; resolution failed: ${reason}\n`;
    const resolving = (words: string, type = 'MX') => `${words} resolving 'a.test/${type}/IN': 192.0.2.53#53`;
    reads(failed('timed out'), ['delv  ? TIMEOUT: ']);
    reads(failed('odd'), ['delv  ? ?: ']);
    reads(failed('failure', resolving('SERVFAIL unexpected RCODE')), ['delv a.test MX SERVFAIL @192.0.2.53: ']);
    reads(failed('failure', resolving('NOTIMP unexpected RCODE')), ['delv a.test MX NOTIMP @192.0.2.53: ']);
    reads(failed('failure', resolving('odd')), ['delv a.test MX SERVFAIL @192.0.2.53: ']);
    reads(failed('SERVFAIL', resolving('connection refused')), ['delv a.test MX CONNECTION-REFUSED @192.0.2.53: ']);
    reads(failed('broken trust chain', resolving('no valid DS', 'DNSKEY'), resolving('broken trust chain')), [
      'delv a.test MX BOGUS @192.0.2.53: ',
    ]);
    reads(failed('broken trust chain', resolving('no valid DS', 'DNSKEY'), resolving('no valid DS', 'DS')), [
      'delv a.test DNSKEY BOGUS @192.0.2.53: ',
    ]);
    reads(failed('broken trust chain', 'validating a.test/TXT: no valid signature found'), ['delv a.test TXT BOGUS: ']);
    reads(failed('broken trust chain', 'fetch: a.test/TXT'), ['delv a.test TXT BOGUS: ']);
  });
  it('is what does not exist', () => {
    const none = (reason: string, type: string) =>
      `;; resolution failed: ncache ${reason}\n; negative response, fully validated\n; a.test. 300 IN \\-${type} ;-$X\n; test. SOA a. b. 1 2 3 4 5\n`;
    reads(none('nxdomain', 'ANY'), ['delv a.test ? NXDOMAIN: ']);
    reads(none('nxrrset', 'MX'), ['delv a.test MX NOERROR: ']);
    reads(none('nxrrset', 'MX') + none('nxdomain', 'ANY'), ['delv a.test MX NOERROR: ', 'delv a.test ? NXDOMAIN: ']);
    assert.equal(queriesOf(none('nxrrset', 'MX'))[0]?.validated, true);
  });
});

describe('dig in YAML', () => {
  const document = (more = '', answers = "      - 'a.test. 300 IN MX 10 mx.a.test.'\n") =>
    `-\n  type: MESSAGE\n  message:\n    type: RECURSIVE_RESPONSE\n    response_address: "192.0.2.53"\n    response_message_data:\n      status: NOERROR\n      flags: qr rd ra ad\n${more}      QUESTION_SECTION:\n        - 'a.test. IN MX'\n      ANSWER_SECTION:\n  ${answers}`;
  const told = 'dig a.test MX NOERROR @192.0.2.53: 300 10 mx.a.test.';
  it('is a message each', () => {
    reads(document(), [told]);
    reads(document() + document(), [told, told]);
    reads(document('', "      - 'a.test. 300 IN MX 10 mx.a.test.'\n        - 'a.test. 300 IN RRSIG MX 8 x'\n"), [told]);
    reads(document('', "      - 'a.test. 300 IN TXT ''x'''\n"), ["dig a.test MX NOERROR @192.0.2.53: 300 'x'"]);
    reads(document('', '').replace('NOERROR', 'NXDOMAIN'), ['dig a.test MX NXDOMAIN @192.0.2.53: ']);
    assert.equal(queriesOf(document())[0]?.validated, true);
    assert.equal(queriesOf(document().replace(' ad', ''))[0]?.validated, false);
    reads(`${document()}      AUTHORITY_SECTION:\n        - 'a.test. 300 IN NS ns.a.test.'\n`, [told]);
  });
  it('is an error', () => {
    const error = (words: string) => `$ dig +yaml a.test MX\n-\n  type: DIG_ERROR\n  message: |-\n    ${words}\n`;
    reads(error('communications error: timed out'), ['dig a.test MX TIMEOUT: ']);
    reads(error('communications error: connection refused'), ['dig a.test MX CONNECTION-REFUSED: ']);
  });
  it('of delv tells a result', () => {
    const result = (status: string, records = '', more = '') =>
      `type: DELV_RESULT\nquery_name: a.test.\nstatus: ${status}\n${more}records:\n${records}`;
    reads(result('success', "  - fully_validated:\n    - 'a.test. 300 IN MX 10 mx.a.test.'\n"), [
      'delv a.test MX NOERROR: 300 10 mx.a.test.',
    ]);
    reads(result('ncache nxdomain'), ['delv a.test ? NXDOMAIN: ']);
    reads(`$ delv +yaml a.test TXT\n${result('timed out')}`, ['delv a.test TXT TIMEOUT: ']);
    assert.equal(
      queriesOf(result('success', "  - fully_validated:\n    - 'a.test. 300 IN MX 10 mx.a.test.'\n"))[0]?.validated,
      true,
    );
  });
});
