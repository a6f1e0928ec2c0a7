import assert from 'node:assert/strict';
import { masked, secretsOnly } from './masked.ts';

const becomes = (line: string, after: string): void => {
  it(line, () => assert.equal(masked(`${line}\n`, { ...secretsOnly, addresses: true }), `${after}\n`));
};
const stays = (line: string): void => becomes(line, line);

describe('a user name', () => {
  for (const front of [
    'sasl_username=',
    'sasl_sender=',
    'user=',
    'username=',
    'USER=',
    'login=',
    'authid=',
    'account=',
  ])
    becomes(`${front}alice, x`, `${front}user1, x`);
  for (const front of ['-au ', '-xu ', '--auth-user ', '-auth-user=', '--auth-username ', '--authuser=', '--user '])
    becomes(`x ${front}alice`, `x ${front}user1`);
  becomes('user="alice"', 'user="user1"');
  becomes("user='alice'", "user='user1'");
  becomes('user=<alice>', 'user=<user1>');
  becomes('(user=alice)', '(user=user1)');
  becomes('[user=alice]', '[user=user1]');
  becomes('user=a.b-c_9: x', 'user=user1: x');
  for (const word of ['null', 'unknown', 'None', 'yes', 'no', 'true', 'false', '12345', 'root', 'x'])
    stays(`user=${word}`);
  becomes('user=nobodyelse user=yesterday user=xtrue', 'user=user1 user=user2 user=user3');
  becomes('user=ALICE', 'user=user1');
  stays('superuser=alice');
  stays('user=alice/x user=-alice user=.alice');
  it('in a URL is known by the password behind it', () =>
    assert.equal(
      masked('smtp://alice:wonder-9@mx.contoso.test\nuser=alice\n', { ...secretsOnly, addresses: true }),
      'smtp://user2:MASKED@mx.domain1.example\nuser=user2\n',
    ));
});
