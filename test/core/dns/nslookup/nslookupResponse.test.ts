import assert from 'node:assert/strict';
import { responseQueries } from '../../../../src/core/dns/nslookup/nslookupResponse.ts';
import type { Found } from '../../../../src/core/dns/queryBuilder.ts';

/** Records as `name type data`. */
const records = (...rows: readonly string[]): Found[] =>
  rows.map((row, line) => {
    const [name = '', type = '', ...data] = row.split(' ');
    return { name, type, data: data.join(' '), line, endLine: line + 1 };
  });
const asks = (question: string) => {
  const [name = '', type = ''] = question.split(' ');
  return { name, type };
};
/** The questions of a response, as `name type status: data | data`. */
const tells = (rows: readonly string[], more: object, ...expected: readonly string[]): void =>
  assert.deepEqual(
    responseQueries({
      firstLine: 0,
      part: 'answer',
      named: '',
      records: records(...rows),
      blocks: [],
      ...more,
    } as never).map(
      ({ asked, status, records: found }) =>
        `${asked.name} ${asked.type} ${status}: ${found.map((one) => `${one.type} ${one.data}`).join(' | ')}`,
    ),
    expected,
  );

const [a, aaaa, mx] = ['a.test A 192.0.2.1', 'a.test AAAA 2001:db8::1', 'a.test MX 5 mx.a.test.'];

describe('the questions that a response of nslookup answers', () => {
  it('are those for addresses where no type was asked for', () => {
    tells([a, aaaa], {}, 'a.test A NOERROR: A 192.0.2.1', 'a.test AAAA NOERROR: AAAA 2001:db8::1');
    tells([aaaa], { asked: asks('a.test') }, 'a.test AAAA NOERROR: AAAA 2001:db8::1');
    tells([a], { asked: asks('w.test'), alias: 'w.test', named: 'a.test' }, 'w.test A NOERROR: A 192.0.2.1');
    tells([a], { alias: 'w.test', named: 'a.test' }, 'w.test A NOERROR: A 192.0.2.1');
    tells([a], { status: 'SERVFAIL', failedName: 'b.test' }, 'b.test A SERVFAIL: A 192.0.2.1');
  });
  it('are that of the first record where it is another', () => {
    tells([mx, 'b.test MX 5 x.', 'a.test MX 6 y.'], {}, 'a.test MX NOERROR: MX 5 mx.a.test. | MX 6 y.');
    tells(['w.test CNAME a.test.', mx], {}, 'a.test MX NOERROR: MX 5 mx.a.test.');
    tells(['w.test CNAME a.test.'], { asked: asks('x.test') }, 'x.test CNAME NOERROR: CNAME a.test.');
    tells([a, mx], {}, 'a.test ANY NOERROR: A 192.0.2.1 | MX 5 mx.a.test.');
    tells([a, 'b.test MX 5 x.'], {}, 'a.test A NOERROR: A 192.0.2.1');
  });
  it('are that of the type where one was asked for, also where the search list completed the name', () => {
    tells([mx, a], { asked: asks('a.test MX') }, 'a.test MX NOERROR: MX 5 mx.a.test.');
    tells(['a.test.corp.test MX 5 x.'], { asked: asks('A.test MX') }, 'A.test MX NOERROR: MX 5 x.');
    tells(['b.test MX 5 x.'], { asked: asks('a.test MX') }, 'a.test MX NOERROR: ');
    tells([mx], { asked: asks('a.test MX'), status: 'SERVFAIL' }, 'a.test MX SERVFAIL: MX 5 mx.a.test.');
  });
  it('are those for the name of an address, which Windows answers the other way round', () => {
    const ptr = { asked: asks('1.2.0.192.in-addr.arpa PTR') };
    tells([a], ptr, '1.2.0.192.in-addr.arpa PTR NOERROR: PTR a.test.');
    tells(['b.test A 192.0.2.2'], ptr, '1.2.0.192.in-addr.arpa PTR NOERROR: ');
    tells([mx], ptr, '1.2.0.192.in-addr.arpa PTR NOERROR: ');
    tells(['1.2.0.192.in-addr.arpa PTR a.test.'], ptr, '1.2.0.192.in-addr.arpa PTR NOERROR: PTR a.test.');
    tells(['a.test AAAA ::1'], { asked: asks('::1 PTR') }, '::1 PTR NOERROR: PTR a.test.');
  });
  it('are of what came to nothing', () => {
    tells([], { status: 'NXDOMAIN', failedName: 'a.test' }, 'a.test ? NXDOMAIN: ');
    tells([], { status: 'NXDOMAIN', failedName: '1.2.0.192.in-addr.arpa.' }, '1.2.0.192.in-addr.arpa. PTR NXDOMAIN: ');
    tells([], { status: 'NXDOMAIN', failedName: 'b.test', asked: asks('a.test') }, 'a.test A NXDOMAIN: ');
    tells([], { status: 'NXDOMAIN', asked: asks('a.test MX') }, 'a.test MX NXDOMAIN: ');
    tells([], { part: 'authority', asked: asks('a.test MX') }, 'a.test MX NOERROR: ');
    tells([], { trouble: 'TIMEOUT', asked: asks('a.test MX') }, 'a.test MX TIMEOUT: ');
    for (const trouble of ['TIMEOUT', 'CONNECTION-REFUSED']) tells([], { trouble }, ` ? ${trouble}: `);
    tells([], { trouble: 'UNREACHABLE' });
    tells([], { part: 'authority' });
    tells([], { status: 'REFUSED' }, ' ? REFUSED: ');
    tells([], { asked: asks('a.test MX') });
  });
});

describe('the questions that nslookup prints with debug', () => {
  const block = (question: string | undefined, rows: readonly string[] = [], more: object = {}) => ({
    ...{ sent: false, records: records(...rows), ...(question !== undefined && { asked: asks(question) }) },
    ...more,
  });
  it('are those of the name that counts, each with its records', () => {
    const blocks = [block('a.test A', [a]), block('a.test AAAA', [aaaa])];
    tells([], { blocks }, 'a.test A NOERROR: A 192.0.2.1', 'a.test AAAA NOERROR: AAAA 2001:db8::1');
    tells(
      [],
      { blocks: [block('a.test.corp A'), ...blocks] },
      'a.test A NOERROR: A 192.0.2.1',
      'a.test AAAA NOERROR: AAAA 2001:db8::1',
    );
    tells([a], { blocks: [block('A.test A')] }, 'A.test A NOERROR: A 192.0.2.1');
    tells(['a.test A 192.0.2.9'], { blocks: [block('a.test A', [a])] }, 'a.test A NOERROR: A 192.0.2.1');
  });
  it('are none that were only sent', () => {
    tells(
      [a],
      { blocks: [block('a.test MX', [], { sent: true }), block('a.test A')] },
      'a.test A NOERROR: A 192.0.2.1',
    );
    tells([a], { blocks: [block('a.test A'), block('b.test A', [], { sent: true })] }, 'a.test A NOERROR: A 192.0.2.1');
    tells([a], { blocks: [block('b.test A', [], { sent: true })] }, 'a.test A NOERROR: A 192.0.2.1');
    tells([a], { blocks: [block(undefined), block('a.test A')] }, 'a.test A NOERROR: A 192.0.2.1');
  });
  it('have the status of their block, else what was said behind the last or of what holds nothing', () => {
    const refused = block('a.test A', [a], { status: 'REFUSED' });
    tells([], { blocks: [refused], status: 'NXDOMAIN' }, 'a.test A REFUSED: A 192.0.2.1');
    tells(
      [],
      { blocks: [block('a.test A', [a]), block('a.test AAAA')], status: 'NXDOMAIN' },
      'a.test A NOERROR: A 192.0.2.1',
      'a.test AAAA NXDOMAIN: ',
    );
    tells(
      [],
      { blocks: [block('a.test A'), block('a.test AAAA', [aaaa])], status: 'NXDOMAIN' },
      'a.test A NXDOMAIN: ',
      'a.test AAAA NXDOMAIN: AAAA 2001:db8::1',
    );
  });
});
