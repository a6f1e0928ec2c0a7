import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { quickFixes } from '../../../../src/core/features/actions/quickFixes.ts';
import { diagnostics } from '../../../../src/core/features/diagnostics.ts';
import { allLevels } from '../../../support/allLevels.ts';
import { open, openAt } from '../cursor.ts';

function fixesAt(text: string): { readonly text: string; readonly actions: readonly CodeAction[] } {
  const { document, ticket, position } = openAt(text);
  return { text: document.getText(), actions: quickFixes(document, ticket, { start: position, end: position }) };
}

/** The text after the action of this title. */
function fixed(text: string, title: string): string {
  const found = fixesAt(text);
  const action = found.actions.find((one) => one.title === title);
  assert.ok(action, `no "${title}" among ${found.actions.map((one) => one.title).join(', ')}`);
  const document = TextDocument.create('test:ticket', 'smtp-transcript', 1, found.text);
  return TextDocument.applyEdits(document, action.edit?.changes?.['test:ticket'] ?? []);
}

const titles = (text: string): readonly string[] => fixesAt(text).actions.map(({ title }) => title);

const login =
  '220 mx.contoso.test ESMTP\nEHLO pc\n250-mx.contoso.test\n250 AUTH PLAIN\nAUTH PLAIN AGEAd29u|ZGVy\n235 ok\nQUIT\n221 bye\n';

describe('a secret that is shown', () => {
  const said = (text: string): readonly string[] => {
    const { document, ticket } = open(text);
    return diagnostics(document, ticket, allLevels)
      .filter(({ code }) => code === 'secret-shown')
      .map(({ message, range }) => `${document.getText(range)}: ${message}`);
  };

  it('is told with its kind, and not said again', () =>
    assert.deepEqual(said(login.replace('|', '')), [
      'AGEAd29uZGVy: This is the user name and password of the login; base64 hides nothing. Mask it before this text goes to anybody else.',
    ]));
  it('is told in prose and logs', () => {
    assert.match(said('I use password=hunter22 there\n')[0] ?? '', /^hunter22: This is a password\. Mask/);
    assert.deepEqual(said('I use password=**** there\n'), []);
  });
  it('can be masked', () =>
    assert.equal(fixed(login, 'Mask this secret'), login.replace('AGEAd29u|ZGVy', 'MASKED/PASSWORD/')));
  it('can be masked with all others', () => {
    const two = `${login}\n\nand password=hunter22\n`;
    assert.match(fixed(two, 'Mask this secret'), /hunter22/);
    assert.match(fixed(two, 'Mask all secrets in this text'), /PLAIN MASKED\/PASSWORD\/\n[\s\S]*password=MASKED\n/);
  });
  it('is masked where the cursor is, and nowhere else', () =>
    assert.deepEqual(titles('No |secret here: password=hunter22\n'), []));
});

describe('a conversation', () => {
  const TITLE = 'Reformat as plain C:/S: transcript';
  it('can be made plain, with what stands around it left', () =>
    assert.equal(
      fixed('Hello,\n\n<-  220 mx.contoso.test ESMTP\n -> QU|IT\n<-  221 2.0.0 Bye\n\n\nBest\n', TITLE),
      'Hello,\n\nS: 220 mx.contoso.test ESMTP\nC: QUIT\nS: 221 2.0.0 Bye\n\n\nBest\n',
    ));
  it('that is plain is left alone', () =>
    assert.deepEqual(titles('S: 220 mx.contoso.test ESMTP\nC: QU|IT\nS: 221 2.0.0 Bye\n'), []));
  it('is not found in prose', () => assert.deepEqual(titles('Hello, wo|rld\n'), []));
});
