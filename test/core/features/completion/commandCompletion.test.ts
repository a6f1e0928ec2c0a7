import assert from 'node:assert/strict';
import { completion } from '../../../../src/core/features/completion/completion.ts';
import { openAt } from '../cursor.ts';

const greeted = (...keywords: readonly string[]): string =>
  `220 mx.contoso.test ESMTP\nEHLO a.test\n${['mx.contoso.test', ...keywords].map((line, i) => `250${i === keywords.length ? ' ' : '-'}${line}\n`).join('')}`;

/** What is offered where `|` stands, in the order of its ranks: `rank replaced → inserted`. */
function offered(said: string, greeting: string): readonly string[] {
  const { document, ticket, position } = openAt(`${greeting}${said}`);
  return completion(document, ticket, position)
    .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
    .map(({ label, sortText = '', filterText, textEdit }) => {
      assert.ok(textEdit !== undefined && 'range' in textEdit);
      assert.equal(filterText, textEdit.newText);
      return `${sortText.slice(0, -label.length)} ${document.getText(textEdit.range)} → ${textEdit.newText}`;
    });
}

const offers = (said: string, greeting: string, ...all: readonly string[]): void => {
  it(said, () => assert.deepEqual(offered(said, greeting), all));
};

const notes = (said: string, greeting: string): Readonly<Record<string, string | undefined>> => {
  const { document, ticket, position } = openAt(`${greeting}${said}`);
  return Object.fromEntries(
    completion(document, ticket, position).map(({ label, documentation }) => [
      label,
      typeof documentation === 'object' ? /The server did not offer.*/.exec(documentation.value)?.[0] : undefined,
    ]),
  );
};

describe('what is inserted for a command', () => {
  it('is the command, with what it goes on with', () => {
    const all = offered('N|', greeted('STARTTLS', 'CHUNKING'));
    for (const one of ['0 N → MAIL FROM:<', '0 N → STARTTLS', '1 N → NOOP', '1 N → HELP', '1 N → QUIT', '1 N → EHLO '])
      assert.ok(all.includes(one), one);
    for (const one of ['5 N → RCPT TO:<', '5 N → DATA', '1 N → BDAT ', '1 N → VRFY ', '1 N → RSET'])
      assert.ok(all.includes(one), one);
  });
});

describe('a mechanism of AUTH', () => {
  const auth = greeted('AUTH PLAIN X-MOO LOGIN');
  offers('AUTH |', auth, '0  → LOGIN', '0  → PLAIN', '0  → X-MOO');
  offers('auth  PL|', auth, '0 PL → LOGIN', '0 PL → PLAIN', '0 PL → X-MOO');
  offers('AUTH CRAM-M|', auth, '0 CRAM-M → LOGIN', '0 CRAM-M → PLAIN', '0 CRAM-M → X-MOO');
  offers('AUTH PLAIN |', auth);
  offers('AUTH |', greeted('SIZE'));
});

describe('a path', () => {
  offers('MAIL |', greeted(), '0  → FROM:<');
  offers('mail  fr|', greeted(), '0 fr → FROM:<');
  offers('MAIL FROM:|', greeted(), '0 FROM: → FROM:<');
  offers('RCPT T|', greeted(), '0 T → TO:<');
  offers('rcpt TO|', greeted(), '0 TO → TO:<');
  offers('MAIL FROM:<a|', greeted());
  offers('VRFY a|', greeted());
});

describe('a parameter', () => {
  const MAIL = greeted('SIZE 1000', 'DSN', 'SMTPUTF8', 'REQUIRETLS');
  it('is not offered twice, and behind others where the server has not offered it', () => {
    const all = offered('MAIL FROM:<a@a.test> size=1\tSM|', MAIL);
    for (const one of ['0 SM → RET=', '0 SM → ENVID=', '0 SM → SMTPUTF8', '0 SM → REQUIRETLS', '5 SM → BODY='])
      assert.ok(all.includes(one), `${one} in ${all}`);
    assert.ok(!all.some((one) => one.includes('SIZE')));
    assert.ok(offered('MAIL FROM:<a@a.test> |', MAIL).includes('0  → SIZE='));
    assert.ok(offered('MAIL FROM:<> X|', greeted('XVERP')).includes('0 X → XVERP'));
    assert.ok(offered('rcpt TO:<a@a.test> |', MAIL).includes('0  → NOTIFY='));
    assert.ok(!offered('rcpt TO:<a@a.test> |', MAIL).some((one) => one.includes('SIZE')));
  });
  it('has a note where the server has not offered it', () => {
    const all = notes('MAIL FROM:<a@a.test> |', MAIL);
    assert.deepEqual(
      [all['SIZE='], all['BODY='], all['RET='], all['MT-PRIORITY=']],
      [undefined, 'The server did not offer 8BITMIME.', undefined, 'The server did not offer MT-PRIORITY.'],
    );
  });
  offers('MAIL FROM:<a@a.test> body=8|', MAIL, ...['7BIT', '8BITMIME', 'BINARYMIME'].map((one) => `0 8 → ${one}`));
  offers('MAIL FROM:<a@a.test> RET=|', MAIL, ...['FULL', 'HDRS'].map((one) => `0  → ${one}`));
  offers(
    'RCPT TO:<a@a.test> NOTIFY=NEVER,FA|',
    MAIL,
    ...['DELAY', 'FAILURE', 'NEVER', 'SUCCESS'].map((one) => `0 FA → ${one}`),
  );
  offers('MAIL FROM:<a@a.test> MOO=|', MAIL);
  offers('MAIL FROM:<a@a.test>|', MAIL);
  offers('MAIL FROM:<a@a.test> x=<b> RET=|', MAIL, ...['FULL', 'HDRS'].map((one) => `0  → ${one}`));
});
