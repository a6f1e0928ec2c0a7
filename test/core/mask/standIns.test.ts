import assert from 'node:assert/strict';
import { registrable, StandIns } from '../../../src/core/mask/standIns.ts';

/** Who stands for each, in this order, with nothing in the text that is taken already. */
const users = (...all: readonly (readonly [local: string, domain: string, stand: string])[]): void => {
  const standIns = new StandIns('', true);
  for (const [local, domain, stand] of all) assert.equal(standIns.user(local, domain), stand, `${local}@${domain}`);
};

describe('a stand-in for a user', () => {
  it('is the same for the same address, whatever its case', () =>
    users(
      ['alice', 'contoso.test', 'user1'],
      ['bob', 'contoso.test', 'user2'],
      ['ALICE', 'Contoso.TEST', 'user1'],
      ['alice', 'fabrikam.test', 'user3'],
    ));
  it('is not made for a function, for a stand-in and for a secret that is masked', () => {
    for (const role of ['postmaster', 'Abuse', 'no-reply', 'noreply', 'do-not-reply', 'donotreply', 'MAILER-DAEMON'])
      users([role, 'contoso.test', role]);
    for (const stand of ['user7', 'USER7', 'MASKED']) users([stand, 'contoso.test', stand]);
    for (const name of ['admins', 'xinfo', 'user7a', 'auser7', 'MASKEDx', 'xMASKED', 'user'])
      users([name, 'contoso.test', 'user1']);
  });
  it('is not made for an id, where its host is a stand-in', () =>
    users(
      ['id7', 'domain1.example', 'id7'],
      ['id7', 'mx.domain1.example', 'id7'],
      ['id7', 'contoso.test', 'user1'],
      ['id', 'domain1.example', 'user2'],
      ['xid7', 'domain1.example', 'user3'],
      ['id7x', 'domain1.example', 'user4'],
    ));
  it('is that of the first address where a login has no domain', () => {
    const standIns = new StandIns('', true);
    assert.equal(standIns.user('alice', 'contoso.test'), 'user1');
    assert.equal(standIns.user('Alice', 'fabrikam.test'), 'user2');
    assert.deepEqual(
      ['ALICE', 'carol', 'carol', 'root', 'user9', 'USER9'].map((name) => standIns.userNamed(name)),
      ['user1', 'user3', 'user3', 'root', 'user9', 'USER9'],
    );
  });
});

describe('a stand-in for a host', () => {
  const names = (withHosts: boolean, ...all: readonly (readonly [name: string, stand: string])[]): void => {
    const standIns = new StandIns('', withHosts);
    for (const [name, stand] of all) assert.equal(standIns.domain(name), stand, name);
  };
  it('keeps its domain', () =>
    names(
      true,
      ['contoso.test', 'domain1.example'],
      ['MX1.Contoso.test', 'host1.domain1.example'],
      ['mx2.contoso.test', 'host2.domain1.example'],
      ['mx1.contoso.test', 'host1.domain1.example'],
      ['mx1.fabrikam.co.uk', 'host3.domain2.example'],
    ));
  it('keeps labels where only domains are masked, and labels that say what a record is for (RFC 8552)', () => {
    names(false, ['MX1.contoso.test', 'MX1.domain1.example'], ['a.b.contoso.test', 'a.b.domain1.example']);
    names(
      true,
      ['_dmarc.contoso.test', '_dmarc.domain1.example'],
      ['s1._domainkey.contoso.test', 's1._domainkey.domain1.example'],
      ['a_b.contoso.test', 'host1.domain1.example'],
    );
  });
  it('is not made for what nobody owns', () => {
    for (const name of [
      'localhost',
      'mailhost',
      'host1.domain3.example',
      'domain3.example',
      'example.com',
      'www.example.NET',
      'mail.example.org',
      'mx.localdomain',
      '1.2.0.192.in-addr.arpa',
      '8.b.d.0.ip6.arpa',
    ])
      names(true, [name, name]);
    for (const name of ['example.test', 'xexample.com', 'xdomain3.example', 'domain3.example.test', 'domain.example'])
      assert.notEqual(new StandIns('', true).domain(name), name, name);
  });
  it('is known for the registered name', () => {
    const standIns = new StandIns('', true);
    standIns.domain('mx.contoso.test');
    assert.deepEqual(
      ['contoso.test', 'A.Contoso.test', 'fabrikam.test'].map((name) => standIns.knows(name)),
      [true, true, false],
    );
    assert.deepEqual([...standIns.domains], [['contoso.test', 'domain1']]);
  });
});

describe('the registered part of a name', () => {
  for (const [name, part] of [
    ['a.contoso.test', 'contoso.test'],
    ['contoso.test', 'contoso.test'],
    ['test', 'test'],
    ['a.contoso.co.uk', 'contoso.co.uk'],
    ['a.contoso.com.au', 'contoso.com.au'],
    ['a.contoso.or.at', 'contoso.or.at'],
    ['a.contoso.org.uk', 'contoso.org.uk'],
    ['a.contoso.ne.jp', 'contoso.ne.jp'],
    ['a.contoso.net.au', 'contoso.net.au'],
    ['a.contoso.comx.au', 'comx.au'],
    ['a.contoso.com.info', 'com.info'],
    ['a.contoso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
    ['x.contoso-com.mail.protection.outlook.com', 'contoso-com.mail.protection.outlook.com'],
    ['mail.protection.outlook.com', 'outlook.com'],
  ] as const)
    it(`of ${name}`, () => assert.equal(registrable(name), part));
});

describe('a stand-in for a Message-ID', () => {
  const ids = (...all: readonly (readonly [left: string, right: string, stand: string])[]): void => {
    const standIns = new StandIns('', true);
    for (const [left, right, stand] of all) assert.equal(standIns.messageId(left, right), stand, `${left}@${right}`);
  };
  it('counts, and has a host that nobody owns', () =>
    ids(
      ['a', 'contoso.test', 'id1@domain1.example'],
      ['A', 'contoso.test', 'id2@domain1.example'],
      ['a', 'CONTOSO.test', 'id1@domain1.example'],
      ['b', 'mailhost', 'id3@domain2.example'],
      ['c', 'MailHost', 'id4@domain2.example'],
      ['d', '[mx.contoso.test]', 'id5@host1.domain1.example'],
      ['e', 'localhost', 'id6@localhost'],
    ));
  it('is not made for a stand-in', () =>
    ids(
      ['id9', 'domain1.example', 'id9@domain1.example'],
      ['user9', 'domain1.example', 'user9@domain1.example'],
      ['id9x', 'domain1.example', 'id1@domain1.example'],
      ['xid9', 'domain1.example', 'id2@domain1.example'],
      ['id9', 'contoso.test', 'id3@domain1.example'],
    ));
});

describe('a stand-in for a person', () => {
  it('is the same whatever the case and the blanks', () => {
    const standIns = new StandIns('', false);
    assert.deepEqual(
      ['Alice Liddell', 'ALICE  liddell', 'Bob', 'Person 7', 'Person 7b', 'A Person 7'].map((one) =>
        standIns.person(one),
      ),
      ['Person 1', 'Person 1', 'Person 2', 'Person 7', 'Person 3', 'Person 4'],
    );
    assert.deepEqual([...standIns.people].slice(0, 2), [
      ['alice liddell', 'Person 1'],
      ['bob', 'Person 2'],
    ]);
  });
});

describe('what stands in the text', () => {
  it('is handed out to nobody', () => {
    const standIns = new StandIns('user1@domain1.example USER2 id1 person 1 host1.x xuser3 user4x 192.0.2.1', true);
    assert.equal(standIns.user('alice', 'contoso.test'), 'user3');
    assert.equal(standIns.user('bob', 'contoso.test'), 'user4');
    assert.equal(standIns.domain('mx.contoso.test'), 'host2.domain2.example');
    assert.equal(standIns.messageId('a', 'contoso.test'), 'id2@domain2.example');
    assert.equal(standIns.person('Alice'), 'Person 2');
    const nth = (n: number): string => `192.0.2.${n}`;
    assert.deepEqual(
      ['8.8.8.8', '8.8.4.4', '8.8.8.8'].map((address) => standIns.ip(address, 'v4', nth)),
      ['192.0.2.2', '192.0.2.3', '192.0.2.2'],
    );
    for (const taken of ['192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '198.19.0.1', '2001:db8::1'])
      assert.equal(
        new StandIns(`from ${taken}`, true).ip('8.8.8.8', 'v4', (n) => (n === 1 ? taken : 'x')),
        'x',
      );
  });
});
