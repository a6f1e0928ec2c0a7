import { authMechanisms } from '../../../../src/core/problems/rules/authMechanisms.ts';
import { ruleFinds, textFinds } from '../ruleFinds.ts';

const M = 'ABCDEFGHIJKLMNOP'.split('').map((letter) => `X-${letter}`);

describe('a mechanism of AUTH', () => {
  it('is told where the server did not offer it', () => {
    ruleFinds(authMechanisms, [
      ['AUTH PLAIN AGEAYg== / 235 ok', ''],
      ['AUTH plain AGEAYg== / 235 ok', ''],
      ['AUTH LOGIN / 504 no', 'auth-not-offered LOGIN (LOGIN, PLAIN)'],
      ['AUTH login / 504 no', 'auth-not-offered login (LOGIN, PLAIN)'],
      ['AUTH / 501 no', ''],
      ['AUTH <hidden> / 504 no', ''],
      [`AUTH ${'X'.repeat(20)} / 504 no`, `auth-not-offered ${'X'.repeat(20)} (${'X'.repeat(20)}, PLAIN)`],
      [`AUTH ${'X'.repeat(21)} / 504 no`, ''],
      ['HELO a.test / 250 ok / AUTH PLAIN / 504 no', 'auth-not-offered PLAIN (PLAIN, )'],
      ['NOOP / 250 ok', ''],
    ]);
    textFinds(authMechanisms, [
      ['220 mx ESMTP / EHLO a.test / 250-mx / 250 SIZE / AUTH NTLM / 502 no', 'auth-not-offered NTLM (NTLM, )'],
      ['220 mx ESMTP / EHLO a.test / 250-mx / 250 AUTH / AUTH NTLM / 502 no', 'auth-not-offered NTLM (NTLM, )'],
      ['220 mx ESMTP / AUTH NTLM / 502 no', ''],
      [
        `220 mx ESMTP / EHLO a.test / 250-mx / 250 AUTH ${M.join(' ')} / AUTH NTLM / 504 no`,
        `auth-not-offered NTLM (NTLM, ${M.slice(0, 12).join(', ')} and 4 more)`,
      ],
    ]);
  });
});
