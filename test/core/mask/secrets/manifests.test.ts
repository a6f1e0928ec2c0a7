import assert from 'node:assert/strict';
import { manifestSecrets } from '../../../../src/core/mask/secrets/manifests.ts';
import { Searched } from '../../../../src/core/mask/secrets/searched.ts';
import { finder } from './finding.ts';

const finds = finder(manifestSecrets, 'password');

describe('a value of a secret of Kubernetes', () => {
  finds('kind: Secret\ndata:\n  relay: §a2V0dGxl§\n  other: §ZHJ1bQ==§\n');
  finds('kind: Secret\nstringData:\n  relay: §kettle§\n');
  finds('kind: "SealedSecret"\ndata:\n  relay: "§kettle§"\n');
  finds('{"kind": "Secret", "data": {"relay": "§a2V0dGxl§", "b": "§ZHJ1bQ==§"}}');
  finds('"{\\"kind\\": \\"Secret\\", \\"stringData\\": {\\"relay\\": \\"§kettle§\\"}}"');
  finds('kind: ConfigMap\ndata:\n  relay: a2V0dGxl\n');
  finds('kind: Secrets\ndata:\n  relay: a2V0dGxl\n');
  finds('mankind: Secret\ndata:\n  relay: a2V0dGxl\n');
  finds('kind: Secret\nmetadata:\n  name: x\n  relay: y\ndata:\n  relay: §a2V0dGxl§\ntype: Opaque\nrelay: z\n');
  finds('data:\n  relay: §a2V0dGxl§\nkind: Secret\n');
  finds(
    'kind: ConfigMap\ndata:\n  relay: x\n---\nkind: Secret\ndata:\n  relay: §a2V0dGxl§\n---\nkind: Pod\ndata:\n  relay: y\n',
  );
  finds('kind: Secret\nold-data:\n  relay: a2V0dGxl\n');
  finds('> kind: Secret\n> data:\n>   relay: §a2V0dGxl§\n> other: x\n');
  finds('kind: Secret\r\ndata:\r\n  relay: §a2V0dGxl§\r\n  b: §ZHJ1bQ==§\r\n');
  for (const key of ['username', 'user', 'smtp_user-name', 'login', 'host', 'hostname', 'x.server', 'port', 'address'])
    finds(`kind: Secret\ndata:\n  ${key}: a2V0dGxl\n  relay: §ZHJ1bQ==§\n`);
  for (const key of ['from', 'email', 'namespace', 'name', 'type', 'tls', 'ssl', 'ca.crt', 'tls.crt', 'domain'])
    finds(`kind: Secret\ndata:\n  ${key}: a2V0dGxl\n`);
  for (const key of ['users', 'tls.key', 'xname']) finds(`kind: Secret\ndata:\n  ${key}: §a2V0dGxl§\n`);
  finds('kind: Secret\ndata:\n  a: {}\n  relay: x\n');
  finds('kind: Secret\ndata: none\n  relay: x\n');
  finds('kind: Secret\ndata:\n  a:\n  relay: x\n');
  it('is searched for as what it says, where it stands in base64', () => {
    const passwords = (text: string): readonly unknown[] =>
      [...manifestSecrets(new Searched(text))].map(({ encoded, passwords }) => [encoded, passwords]);
    assert.deepEqual(passwords('kind: Secret\ndata:\n  a: a2V0dGxlCg==\n'), [[true, ['a2V0dGxlCg==', 'kettle']]]);
    assert.deepEqual(passwords('kind: Secret\nstringData:\n  a: a2V0dGxlCg==\n'), [[false, ['a2V0dGxlCg==']]]);
    assert.deepEqual(passwords('kind: Secret\ndata:\n  a: //79\n'), [[false, ['//79']]]);
  });
});
