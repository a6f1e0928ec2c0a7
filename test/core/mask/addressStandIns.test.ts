import assert from 'node:assert/strict';
import { messageIdsIn } from '../../../src/core/mask/addressStandIns.ts';
import { masked, secretsOnly } from './masked.ts';

/** What becomes of a line where addresses alone are masked. */
const becomes = (line: string, after: string): void => {
  it(line, () => assert.equal(masked(`${line}\n`, { ...secretsOnly, addresses: true }), `${after}\n`));
};

describe('an address', () => {
  becomes('<alice@contoso.test>', '<user1@domain1.example>');
  becomes('"alice smith"@contoso.test', '"user1"@domain1.example');
  becomes('""@contoso.test', '""@contoso.test');
  becomes('a@[192.0.2.1]', 'user1@[192.0.2.1]');
  becomes('a@[IPv6:2001:db8::1] b', 'user1@[IPv6:2001:db8::1] b');
  becomes('a@[not one]', 'a@[not one]');
  becomes('a@contoso.test.', 'user1@domain1.example.');
  becomes('a@contoso.test-', 'user1@domain1.example-');
  becomes('a@contoso.test.25', 'user1@domain1.example.25');
  becomes('a@contoso.test.192.0.2.1', 'user1@domain1.example.192.0.2.1');
  becomes('müller@grün.test', 'user1@domain1.example');
  becomes('@contoso.test', '@contoso.test');
  becomes('alice@', 'alice@');
  becomes('alice@ contoso.test', 'alice@ contoso.test');
  becomes("'alice@contoso.test'", "'user1@domain1.example'");
  becomes('`alice@contoso.test`', '`user1@domain1.example`');
  becomes('/alice@contoso.test', '/user1@domain1.example');
  becomes('--alice@contoso.test', '--user1@domain1.example');
  becomes("o'brien@contoso.test", 'user1@domain1.example');
  becomes('250-alice@contoso.test', '250-user1@domain1.example');
  becomes('160-alice@contoso.test', 'user1@domain1.example');
  becomes('560-alice@contoso.test', 'user1@domain1.example');
  becomes('550 5.1.1alice@contoso.test', '550 5.1.1user1@domain1.example');
  becomes('3.1.1alice@contoso.test', 'user1@domain1.example');
  becomes('5.1.15@contoso.test', 'user1@domain1.example');
});

describe('an address and what is none', () => {
  becomes('MASKED@contoso.test bob@contoso.test', 'MASKED@domain1.example user1@domain1.example');
  becomes('alice@MASKED', 'alice@MASKED');
  becomes('a@contoso.test_. b@contoso.test-_', 'user1@domain1.example_. user2@domain1.example-_');
  becomes('"alice"@contoso.test alice@contoso.test', '"user1"@domain1.example user1@domain1.example');
  becomes('4.7.1alice@contoso.test 2.1.5alice@contoso.test', '4.7.1user1@domain1.example 2.1.5user1@domain1.example');
  becomes("'to=alice@contoso.test'", "'to=user1@domain1.example'");
});

describe('an address behind a name', () => {
  becomes('alice=FABRIKAM.test@contoso.test', 'user1=domain2.example@domain1.example');
  becomes('alice=my-fabrikam.test@contoso.test', 'user1=domain2.example@domain1.example');
  becomes(
    'prvs=0123abcd=alice@contoso.test alice@contoso.test',
    'prvs=0123abcd=user1@domain1.example user1@domain1.example',
  );
  becomes('to=x+y=z@contoso.test to=x+y=z@contoso.test', 'to=user1@domain1.example to=user1@domain1.example');
  becomes('sasl_username=alice@contoso.test', 'sasl_username=user1@domain1.example');
  becomes('href=3Dalice@contoso.test', 'href=3Duser1@domain1.example');
  becomes('a=b=alice@contoso.test', 'a=b=user1@domain1.example');
  becomes('from=bounce+alice=fabrikam.test@contoso.test', 'from=bounce+user1=domain2.example@domain1.example');
  becomes('alice=fabrikam.test@contoso.test', 'user1=domain2.example@domain1.example');
  becomes('alice=fabrikam@contoso.test', 'alice=user1@domain1.example');
  becomes('a+b=c@contoso.test', 'user1@domain1.example');
  becomes('from=SRS0=aB=cD=fabrikam.test=alice@contoso.test', 'from=SRS0=aB=cD=domain2.example=user1@domain1.example');
  becomes('srs0=aB=cD=fabrikam.test=alice@contoso.test', 'srs0=aB=cD=domain2.example=user1@domain1.example');
  becomes('prvs=0123abcd=alice@contoso.test', 'prvs=0123abcd=user1@domain1.example');
  becomes('from=prvs=0123abcd=alice@contoso.test', 'from=prvs=0123abcd=user1@domain1.example');
  becomes('btv1=0123abcd=alice@contoso.test', 'btv1=0123abcd=user1@domain1.example');
  becomes('prvs=alice@contoso.test', 'prvs=user1@domain1.example');
  becomes('xprvs=0123abcd=alice@contoso.test', 'xprvs=0123abcd=user1@domain1.example');
});

describe('an address as others write it', () => {
  becomes('alice=40contoso.test', 'user1=40domain1.example');
  becomes('alice%40contoso.test', 'user1%40domain1.example');
});

describe('the Message-IDs of a text', () => {
  for (const [text, ...ids] of [
    ['message_id=<a@b>'],
    ['messageid: <a@b>', 'a@b'],
    ['MsgId = a@b.test', 'a@b.test'],
    ['msg-id=a@b.test', 'a@b.test'],
    ['In-Reply-To: <a@b>', 'a@b'],
    ['Original-Message-ID: <a@b>', 'a@b'],
    ['Envelope-Id: <a@b>', 'a@b'],
    ['"Message-ID": "<a@b>"', 'a@b'],
    ["'message-id' => '<a@b>'"],
    ['xmsgid=<a@b>'],
    ['Message-ID: <a b@c>'],
    ['Message-ID: nothing'],
    ['Message-ID:\n <a@b>', 'a@b'],
    ['Message-ID:\r\n <a@b>', 'a@b'],
    ['S: References: <a@b>\nS:  <c@d>', 'a@b', 'c@d'],
    ['References: <a@b>\nTo: <c@d>', 'a@b'],
    ['References: <a@b> c@d', 'a@b'],
    ['msgid=a@b, <c@d>', 'a@b'],
    ['References: <a@b><c@d>', 'a@b', 'c@d'],
    ['msgid=<a@b>)', 'a@b'],
    ['(msgid=a@b)', 'a@b'],
    ['msgid=a@b\\n', 'a@b'],
  ] as const)
    it(JSON.stringify(text), () => assert.deepEqual([...messageIdsIn(text)], ids));
});

describe('a Message-ID', () => {
  it('is an address where it is not named as one, and keeps what it is where ids are shown', () => {
    const text = 'Message-ID: <a@contoso.test>\n\n<a@contoso.test> <b@contoso.test>\n';
    const choose = (addresses: boolean, messageIds: boolean): string =>
      masked(text, { ...secretsOnly, addresses, messageIds });
    assert.equal(choose(false, false), text);
    assert.equal(
      choose(true, false),
      'Message-ID: <a@domain1.example>\n\n<a@domain1.example> <user1@domain1.example>\n',
    );
    assert.equal(choose(false, true), 'Message-ID: <id1@domain1.example>\n\n<id1@domain1.example> <b@contoso.test>\n');
    assert.equal(
      choose(true, true),
      'Message-ID: <id1@domain1.example>\n\n<id1@domain1.example> <user1@domain1.example>\n',
    );
  });
  it('has the host of an address that is masked, and of one that is not', () =>
    assert.equal(
      masked('Message-ID: <a@fabrikam.test>\n\n<b@contoso.test>\n', { ...secretsOnly, addresses: true }),
      'Message-ID: <a@domain1.example>\n\n<user1@domain2.example>\n',
    ));
});
