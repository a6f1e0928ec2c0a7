import assert from 'node:assert/strict';
import { saslSecrets } from '../../../src/core/mask/saslSecrets.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { base64 } from './masked.ts';

const OPENING = '220 mx.contoso.test ESMTP\nEHLO pc.contoso.test\n250-mx.contoso.test\n250 AUTH PLAIN LOGIN\n';

/** Each secret of a session as `kind text: passwords`, `~` in front of what stands in base64. */
const found = (text: string): readonly string[] =>
  readTicket(text).blocks.flatMap((block) =>
    block.kind !== 'conversation'
      ? []
      : [...saslSecrets(text, block)].map(
          ({ start, end, kind, encoded, passwords }) =>
            `${encoded ? '~' : ''}${kind} ${text.slice(start, end)}: ${passwords.join(' ')}`,
        ),
  );

const gives = (lines: string, ...all: readonly string[]): void => {
  it(lines.replaceAll('\n', ' ⏎ '), () => assert.deepEqual(found(`${OPENING}${lines}\n235 ok\nQUIT\n221 bye\n`), all));
};

const PLAIN = base64('\0alice\0kettle');
const [ALICE, KETTLE] = ['alice', 'kettle'].map(base64) as [string, string];

describe('the secrets of a login', () => {
  gives(`AUTH PLAIN ${PLAIN}`, `~login ${PLAIN}: kettle`);
  gives(`auth plain  ${PLAIN} `, `~login ${PLAIN}: kettle`);
  gives(`AUTH PLAIN\n334\n${PLAIN}`, `~login ${PLAIN}: kettle`);
  gives('AUTH PLAIN =');
  gives('AUTH PLAIN *');
  gives('AUTH PLAIN ****');
  gives(`AUTH PLAIN ${base64('\0alice\0****')}`);
  gives('AUTH');
  gives('AUTH PLAIN');
  gives(`AUTH LOGIN\n334 VXNlcm5hbWU6\n${ALICE}\n334 UGFzc3dvcmQ6\n${KETTLE}`, `~password ${KETTLE}: kettle`);
  gives(`AUTH LOGIN\n334 \n${ALICE}\n334 \n${KETTLE}`, `~password ${KETTLE}: kettle`);
  gives(`AUTH LOGIN ${ALICE}\n334 \n${KETTLE}`, `~password ${KETTLE}: kettle`);
  gives(`AUTH LOGIN\n334 UGFzc3dvcmQ6\n${KETTLE}`, `~password ${KETTLE}: kettle`);
  gives(`AUTH LOGIN\n334 cGFzcw==\n${KETTLE}\n334 dXNlcg==\n${ALICE}`, `~password ${KETTLE}: kettle`);
  gives(`AUTH LOGIN\n334 YWNjb3VudA==\n${ALICE}\n334 bG9naW4=\n${ALICE}`);
  gives(`AUTH LOGIN ${ALICE}\n334 \nket/tle!`, 'password ket/tle!: ket/tle!');
  gives(`AUTH LOGIN ${ALICE}\n334 \n${base64('****')}`);
  gives(`AUTH LOGIN ${ALICE}\n334 \n${base64('Password:')}`);
  gives(`AUTH LOGIN ${ALICE}\n334 \n${base64('pässwörd')}`, `~password ${base64('pässwörd')}: pässwörd`);
  gives('AUTH CRAM-MD5\n334 PDE+\nabcd1234', '~digest abcd1234: ');
  gives('AUTH DIGEST-MD5\n334 PDE+\nabcd1234', '~digest abcd1234: ');
  gives('AUTH NTLM abcd1234', '~digest abcd1234: ');
  gives('AUTH XOAUTH abcd1234', '~token abcd1234: ');
  gives('AUTH XOAUTH2 abcd1234', '~token abcd1234: ');
  gives('AUTH OAUTHBEARER abcd1234', '~token abcd1234: ');
  gives('AUTH PLAIN abcd1234', '~login abcd1234: ');
  gives('AUTH MOO abcd1234', '~response abcd1234: ');
});

describe('a login', () => {
  gives(`AUTH LOGIN\n334 VXNlcm5hbWU6\nRSET\n250 ok\nAUTH PLAIN ${PLAIN}`, `~login ${PLAIN}: kettle`);
  gives(
    `AUTH LOGIN\n334 VXNlcm5hbWU6\n${ALICE}\n535 no\nAUTH LOGIN ${ALICE}\n334 \n${KETTLE}`,
    `~password ${KETTLE}: kettle`,
  );
  it('is told by tools that decode it, too, which say nothing of their own', () => {
    const net = 'Net::SMTP::_SSL=GLOB(0x559aedf488c8)';
    const answer = base64('alice 0123456789abcdef0123456789abcdef');
    const said = `${net}<<< 334 PDQ0Pg==\n${net}<<< (decoded) <44@a.test>\n${net}>>> (decoded) alice 0123456789abcdef0123456789abcdef\n${net}>>> ${answer}\n`;
    assert.deepEqual(found(`${net}<<< 220 a.test ESMTP\n${net}>>> AUTH CRAM-MD5\n${said}${net}<<< 235 ok\n`), [
      `~digest ${answer}: 0123456789abcdef0123456789abcdef`,
    ]);
  });
});
