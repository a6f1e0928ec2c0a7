import assert from 'node:assert/strict';
import { completion } from '../../../../src/core/features/completion/completion.ts';
import { signatureHelp } from '../../../../src/core/features/completion/signatureHelp.ts';
import { authMechanisms } from '../../../../src/core/knowledge/extensions.ts';
import type { Start } from '../../../../src/core/ticket/ticket.ts';
import { openAt } from '../cursor.ts';

function offered(text: string, start?: Start): { label: string; first: boolean; inserts: string; says: string }[] {
  const { document, ticket, position } = openAt(text, start);
  return completion(document, ticket, position)
    .sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''))
    .map(({ label, sortText, textEdit, documentation }) => ({
      label,
      first: sortText?.startsWith('0') === true,
      inserts: textEdit?.newText ?? '',
      says: typeof documentation === 'object' ? documentation.value : '',
    }));
}

/** The labels that fit best where `|` stands. */
const best = (text: string, start?: Start): string[] =>
  offered(text, start)
    .filter(({ first }) => first)
    .map(({ label }) => label);

const greeted = (...keywords: readonly string[]): string =>
  `220 mx.contoso.test ESMTP\nEHLO a.test\n${['mx.contoso.test', ...keywords].map((line, i) => `250${i === keywords.length ? ' ' : '-'}${line}\n`).join('')}`;

describe('completion of commands', () => {
  it('starts with a greeting', () => {
    assert.deepEqual(best('220 mx.contoso.test ESMTP\n|'), ['EHLO', 'HELO']);
    assert.deepEqual(best('E|'), ['EHLO', 'HELO']);
  });
  it('goes on with what fits and is offered', () => {
    assert.deepEqual(best(`${greeted('AUTH PLAIN', 'STARTTLS')}|`), ['AUTH', 'MAIL', 'STARTTLS']);
    assert.deepEqual(best(`${greeted()}MA|`), ['MAIL']);
    assert.deepEqual(best(`${greeted()}MAIL FROM:<a@a.test>\n250 ok\n|\n`), ['RCPT']);
    assert.deepEqual(best(`${greeted('CHUNKING')}MAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n250 ok\n|`), [
      'BDAT',
      'DATA',
      'RCPT',
    ]);
  });
  it('asks for another recipient where none was accepted', () =>
    assert.deepEqual(best(`${greeted()}MAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n550 no\n|`), ['RCPT']));
  it('stands behind the mark of the client', () =>
    assert.deepEqual(best('S: 220 mx.contoso.test ESMTP\nC: EHLO a.test\nS: 250 mx.contoso.test\nC: M|'), ['MAIL']));
  it('says what a command is and how it goes on', () => {
    const mail = offered(`${greeted()}|`).find(({ label }) => label === 'MAIL');
    assert.equal(mail?.inserts, 'MAIL FROM:<');
    assert.match(mail?.says ?? '', /Starts a message.*\[RFC 5321/s);
  });
  it('keeps out of the message, of replies and of other text', () => {
    assert.deepEqual(offered(`${greeted()}DATA\n354 go on\n|`), []);
    assert.deepEqual(offered('220 mx.contoso.test ESMTP\nEHLO a.test\n25|0 mx.contoso.test\n'), []);
    assert.deepEqual(offered('The user called.\nH|\n'), []);
  });
});

describe('completion of arguments', () => {
  it('knows the word behind MAIL and RCPT', () => {
    assert.deepEqual(best(`${greeted()}MAIL |`), ['FROM:<']);
    assert.deepEqual(best(`${greeted()}RCPT T|`), ['TO:<']);
    const [word] = offered(`${greeted()}mail fr|`);
    assert.deepEqual(word, { label: 'FROM:<', first: true, inserts: 'FROM:<', says: '' });
  });
  it('has the parameters that are offered first, and each once', () => {
    assert.deepEqual(best(`${greeted('SIZE 1000', 'DSN')}MAIL FROM:<a@a.test> |`), ['ENVID=', 'RET=', 'SIZE=']);
    assert.deepEqual(best(`${greeted('SIZE 1000', 'DSN')}MAIL FROM:<a@a.test> SIZE=1 R|`), ['ENVID=', 'RET=']);
    assert.deepEqual(best(`${greeted('DSN')}RCPT TO:<a@a.test> |`), ['NOTIFY=', 'ORCPT=']);
  });
  it('says of the others that they are not offered', () => {
    const body = offered(`${greeted('DSN')}MAIL FROM:<a@a.test> |`).find(({ label }) => label === 'BODY=');
    assert.equal(body?.first, false);
    assert.match(body?.says ?? '', /did not offer 8BITMIME/);
  });
  it('knows the values', () => {
    assert.deepEqual(best(`${greeted('DSN')}MAIL FROM:<a@a.test> RET=|`), ['FULL', 'HDRS']);
    assert.ok(best(`${greeted('DSN')}RCPT TO:<a@a.test> NOTIFY=SUCCESS,D|`).includes('DELAY'));
  });
  it('has the mechanisms that are offered', () =>
    assert.deepEqual(best(`${greeted('AUTH PLAIN CRAM-MD5')}AUTH |`), ['CRAM-MD5', 'PLAIN']));
  it('has no mechanism where none is offered, and all that are known where the offer is not in the text', () => {
    assert.deepEqual(offered(`${greeted('DSN')}AUTH |`), []);
    assert.deepEqual(
      offered('220 mx.contoso.test ESMTP\nAUTH |\n504 5.5.4 no\n').map(({ label }) => label),
      [...authMechanisms.keys()].sort(),
    );
  });
  it('says what a mechanism does as far as it is known', () => {
    const [plain, own] = offered(`${greeted('AUTH PLAIN X-OWN')}AUTH |`);
    assert.match(plain?.says ?? '', /^User name and password in one base64 answer.*\n\nSource: \[RFC 4616/s);
    assert.deepEqual([own?.label, own?.says], ['X-OWN', '']);
  });
  it('has no values for a parameter that has none', () =>
    assert.deepEqual(offered(`${greeted('SIZE')}MAIL FROM:<a@a.test> SIZE=|`), []));
  it('has all where the offer is not in the text', () =>
    assert.ok(best('220 mx.contoso.test ESMTP\nMAIL FROM:<a@a.test> |\n250 2.1.0 ok\n').includes('SMTPUTF8')));
});

describe('completion of fields', () => {
  const header = 'From: a@a.test\nSubject: x\n';
  it('is there where a line of a header starts', () => {
    assert.ok(best(`${header}Me|\nTo: b@b.test\n\nbody\n`, 'message').includes('Message-ID'));
    assert.ok(best('Fr|', 'message').includes('From'));
  });
  it('puts those last that are there', () => assert.ok(!best(`${header}S|\n\nbody\n`, 'message').includes('Subject')));
  it('says what a field tells', () =>
    assert.match(
      offered(`${header}Me|\n\nbody\n`, 'message').find(({ label }) => label === 'Message-ID')?.says ?? '',
      /unique name/,
    ));
  it('writes the colon once', () => {
    const inserts = (text: string): string | undefined =>
      offered(text, 'message').find(({ label }) => label === 'Date')?.inserts;
    assert.equal(inserts(`${header}Da|\n\nbody\n`), 'Date: ');
    assert.equal(inserts(`${header}Da|te: x\n\nbody\n`), 'Date');
  });
  it('is neither in a value nor in the body', () => {
    assert.deepEqual(offered('From: a|@a.test\n\nbody\n', 'message'), []);
    assert.deepEqual(offered('From: a@a.test\n folded|\n\nbody\n', 'message'), []);
    assert.deepEqual(offered('From: a@a.test\n\nbo|dy\n', 'message'), []);
  });
});

describe('signature help', () => {
  /** The active form, and the part of it that comes at the cursor. */
  const active = (text: string): readonly (string | undefined)[] | undefined => {
    const { document, ticket, position } = openAt(text);
    const help = signatureHelp(document, ticket, position);
    const form = help?.signatures[help.activeSignature ?? 0];
    const [start, end] = (form?.parameters?.[help?.activeParameter ?? -1]?.label ?? [0, 0]) as [number, number];
    return form && [form.label, form.label.slice(start, end)];
  };
  it('shows the form and the part that comes next', () => {
    assert.deepEqual(active(`${greeted()}MAIL |`), ['MAIL FROM:<address> [parameters]', 'FROM:<address>']);
    assert.deepEqual(active(`${greeted()}MAIL FROM:<a b|`), ['MAIL FROM:<address> [parameters]', 'FROM:<address>']);
    assert.deepEqual(active(`${greeted()}MAIL FROM:<a@a.test> S|`), [
      'MAIL FROM:<address> [parameters]',
      '[parameters]',
    ]);
    assert.deepEqual(active(`${greeted()}AUTH PLAIN |`), ['AUTH mechanism [initial-response]', '[initial-response]']);
  });
  it('knows two forms of one command', () => {
    assert.deepEqual(active('220 a.test ESMTP\nEHLO |'), ['EHLO host.name', 'host.name']);
    assert.deepEqual(active('220 a.test ESMTP\nEHLO [|'), ['EHLO [address]', '[address]']);
  });
  it('takes words between which one chooses, and those that may follow each other, for one part', () => {
    assert.deepEqual(active(`${greeted()}VRFY |`), ['VRFY user or address', 'user or address']);
    assert.deepEqual(active(`${greeted()}VRFY a b|`), ['VRFY user or address', 'user or address']);
    assert.deepEqual(active('220 a.test ESMTP\nXCLIENT NAME=a |'), ['XCLIENT attribute=value …', 'attribute=value …']);
  });
  it('has no part for a command without an argument', () => {
    const { document, ticket, position } = openAt(`${greeted()}QUIT |`);
    assert.deepEqual(signatureHelp(document, ticket, position)?.activeParameter, undefined);
    assert.deepEqual(active(`${greeted()}QUIT |`), ['QUIT', '']);
  });
  it('has nothing for what is no command', () => {
    assert.equal(active(`${greeted()}FOO |`), undefined);
    assert.equal(active('The user said MAIL |'), undefined);
  });
});
