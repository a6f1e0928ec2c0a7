import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';
import { userAnswer } from '../../report/filled.ts';

const asked = (server: string, ...hosts: readonly string[]) =>
  `$ dig mx b.test ${server} +noall +answer\n${hosts.map((host) => `b.test.\t600\tIN\tMX\t${host}\n`).join('')}\n`;
const told = (...texts: readonly string[]) => readVerdicts(readTicket(texts.join('')));

describe('servers that name different exchangers of a domain', () => {
  it('are told with what each says and how long that is kept, and no message failed by it', () => {
    const [one, ...more] = told(asked('@192.0.2.8', '10 old.b.test.'), asked('@ns1.b.test', '10 new.b.test.'));
    assert.deepEqual(more, []);
    assert.deepEqual(
      [one?.role, one?.failed, one?.stage, one?.server, one?.actor],
      ['notice', false, 'dns', 'b.test', 'nobody'],
    );
    assert.match(one?.summary ?? '', /192\.0\.2\.8 names old\.b\.test \(TTL 600\), ns1\.b\.test names new\.b\.test/);
  });

  it('may have them in any order, with any case', () => {
    assert.deepEqual(
      told(asked('@192.0.2.8', '10 x.b.test.', '20 y.b.test.'), asked('@192.0.2.9', '20 Y.b.test.', '10 x.b.test.')),
      [],
    );
  });

  it('are asked again: what one says last counts', () => {
    const [old, now, ns] = [
      asked('@192.0.2.8', '10 old.b.test.'),
      asked('@192.0.2.8', '10 new.b.test.'),
      asked('@ns1.b.test', '10 new.b.test.'),
    ];
    assert.deepEqual(told(old, ns, now), []);
    assert.equal(told(now, ns, old).length, 1);
  });

  it('are those of one domain, and no addresses', () => {
    const other = asked('@ns1.b.test', '10 new.c.test.').replaceAll('b.test', 'c.test');
    assert.deepEqual(told(asked('@192.0.2.8', '10 old.b.test.'), other), []);
    const address = (server: string, ip: string) =>
      asked(server, ip).replaceAll('mx b.test', 'a b.test').replace('\tMX\t', '\tA\t');
    assert.deepEqual(told(address('@192.0.2.8', '192.0.2.1'), address('@192.0.2.9', '192.0.2.2')), []);
  });

  it('keep nothing from arriving, as users are told', () => {
    const text = asked('@192.0.2.8', '10 old.b.test.') + asked('@ns1.b.test', '10 new.b.test.');
    assert.match(userAnswer(readTicket(text)) ?? '', /Nothing here shows that a message failed\.\n*$/);
  });
});
