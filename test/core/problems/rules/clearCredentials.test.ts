import { clearCredentials } from '../../../../src/core/problems/rules/clearCredentials.ts';
import { ruleFinds, textFinds } from '../ruleFinds.ts';

const CLEAR = 'credentials-in-clear AUTH PLAIN (PLAIN)';
const MAYBE = 'credentials-maybe-in-clear AUTH PLAIN (PLAIN)';

describe('a password', () => {
  it('is told where it is sent though STARTTLS was offered', () =>
    ruleFinds(clearCredentials, [
      ['AUTH PLAIN AGEAYg== / 235 ok / QUIT / 221 bye', CLEAR],
      ['auth plain AGEAYg== / 235 ok', 'credentials-in-clear auth plain (PLAIN)'],
      ['AUTH PLAIN / 334  / AGEAYg== / 235 ok', CLEAR],
      ['AUTH PLAIN / 334  / * / 501 no', ''],
      ['AUTH PLAIN / 504 no / QUIT / 221 bye', ''],
      ['AUTH PLAIN = / 334  / AGEAYg== / 235 ok', CLEAR],
      ['AUTH PLAIN = / 535 no / QUIT / 221 bye', ''],
      [
        'AUTH LOGIN / 334 VXNlcm5hbWU6 / YQ== / 334 UGFzc3dvcmQ6 / Yg== / 235 ok',
        'credentials-in-clear AUTH LOGIN (LOGIN)',
      ],
      ['AUTH LOGIN / 504 no / AUTH PLAIN AGEAYg== / 235 ok', CLEAR],
      ['AUTH PLAIN AGEAYg== / 535 no / AUTH PLAIN AGEAYg== / 235 ok', `${CLEAR} | ${CLEAR}`],
      ['AUTH CRAM-MD5 / 334 PDE+ / YSBi / 235 ok', ''],
      ['AUTH / 501 no', ''],
      ['AUTH XYZ AGEAYg== / 504 no', ''],
      ['STARTTLS / 220 go / EHLO a.test / 250 AUTH PLAIN / AUTH PLAIN AGEAYg== / 235 ok', ''],
      ['STARTTLS / 454 no / AUTH PLAIN AGEAYg== / 235 ok', CLEAR],
      ['NOOP / 250 ok', ''],
    ]));

  it('may be encrypted where nothing says that it is not', () =>
    textFinds(clearCredentials, [
      ['220 mx ESMTP / EHLO a.test / 250-mx / 250 AUTH PLAIN / AUTH PLAIN AGEAYg== / 235 ok', MAYBE],
      ['220 mx ESMTP / AUTH PLAIN AGEAYg== / 235 ok', MAYBE],
      [
        "Trying 192.0.2.1... / Connected to mx. / Escape character is '^]'. / 220 mx ESMTP / EHLO a.test / 250-mx / 250 AUTH PLAIN / AUTH PLAIN AGEAYg== / 235 ok",
        CLEAR,
      ],
      [
        '<-  220 mx.b.test ESMTP /  -> EHLO a.test / <-  250-mx.b.test / <-  250 AUTH PLAIN /  -> AUTH PLAIN AGEAYg== / <-  235 ok',
        CLEAR,
      ],
      [
        '<~  220 mx.b.test ESMTP /  ~> EHLO a.test / <~  250-mx.b.test / <~  250 AUTH PLAIN /  ~> AUTH PLAIN AGEAYg== / <~  235 ok',
        '',
      ],
    ]));
});
