import assert from 'node:assert/strict';
import { clientLineAt } from '../../../../src/core/features/completion/clientLine.ts';
import { completion } from '../../../../src/core/features/completion/completion.ts';
import { signatureHelp } from '../../../../src/core/features/completion/signatureHelp.ts';
import type { Start } from '../../../../src/core/ticket/ticket.ts';
import { openAt } from '../cursor.ts';

const GREETED = '220 mx.b.test ESMTP\nEHLO a.test\n250 mx.b.test\n';

/** What of a command stands in front of `|`, and how many events are known before it; nothing where none can stand. */
const line = (text: string, said?: string, before?: number): void => {
  it(JSON.stringify(text.slice(-70)), () => {
    const { document, ticket, position } = openAt(text);
    const found = clientLineAt(ticket, document.offsetAt(position));
    assert.equal(found?.said, said);
    if (found !== undefined) assert.equal(ticket.text.slice(found.start, found.start + found.said.length), said);
    if (before !== undefined) assert.equal(found?.before.length, before);
  });
};

describe('the line of a client', () => {
  line('|', '', 0);
  line('EH|', 'EH', 0);
  line('\n \nEHLO a|\n', 'EHLO a', 0);
  line('Hello!\n|');
  line('EHLO a\n|c', '', 1);
  line(`${GREETED}|`, '', 3);
  line(`${GREETED}\n\n|`, '', 3);
  line(`${GREETED}MAIL| FROM:<a@a.test>\n250 ok\n`, 'MAIL', 3);
  line(`${GREETED}MAIL FROM:<a@a.test>|`, 'MAIL FROM:<a@a.test>', 3);
  line(`${GREETED}MAIL FROM:<a@a.test>\n250 o|k\n`);
  line(`${GREETED}DATA\n354 go\n|`);
  line(`${GREETED}AUTH LOGIN\n334 VXNlcm5hbWU6\n|`);
  line(`${GREETED}DATA\n354 go\nSubject: x\n|`);
  line(`${GREETED}DATA\n354 go\nSubject: x\n.\n|`, '', 6);
  line('S: 220 mx.b.test ESMTP\nC: |', '', 1);
  line('S: 220 mx.b.test ESMTP\n|');
  line('S: 220 mx.b.test ESMTP\nC: EHLO a.test\nS: 250 mx.b.test\nC: |', '', 3);
  line('S: 220 mx.b.test ESMTP\nC: EHLO a.test\nS: 250 mx.b.test\nC:|');
  line('<- 220 mx.b.test ESMTP\n|');
  line(`${GREETED}${'x'.repeat(1001)}|`);
});

describe('the form of a command', () => {
  /** The form that is shown, with the part that comes at the cursor between brackets. */
  const form = (said: string, shown?: string): void => {
    it(said, () => {
      const { document, ticket, position } = openAt(`${GREETED}${said}|`);
      const help = signatureHelp(document, ticket, position);
      const { label, parameters = [] } = help?.signatures[help.activeSignature ?? 0] ?? {};
      const [from, to] = (parameters[help?.activeParameter ?? -1]?.label ?? [0, 0]) as [number, number];
      assert.equal(
        label === undefined || to === 0 ? label : `${label.slice(0, from)}[${label.slice(from, to)}]${label.slice(to)}`,
        shown,
      );
    });
  };
  form('VRFY   a', 'VRFY [user or address]');
  form('NOOP x', 'NOOP');
  form('RCPT TO:<a b', 'RCPT [TO:<address>] [parameters]');
  form('RCPT TO:<a@a.test> x', 'RCPT TO:<address> [[parameters]]');
  form('MAIL FROM:<a@a.test>x', 'MAIL [FROM:<address>] [parameters]');
  form('MAIL FROM:<a@a.test> A=>', 'MAIL FROM:<address> [[parameters]]');
  form('AUTH PLAIN x', 'AUTH mechanism [[initial-response]]');
  form('BDAT 5 LAST', 'BDAT size [[LAST]]');
  form('ETRN #', 'ETRN [#queue]');
  form('EHLO', undefined);
  form('MOO ', undefined);
  form('EHLO ', 'EHLO [host.name]');
  form('ehlo a.test', 'EHLO [host.name]');
  form('EHLO [192', 'EHLO [[address]]');
  form('QUIT ', 'QUIT');
  form('MAIL ', 'MAIL [FROM:<address>] [parameters]');
});

describe('the fields of a header', () => {
  const fields = (text: string, start: Start = 'message'): readonly string[] => {
    const { document, ticket, position } = openAt(text, start);
    return completion(document, ticket, position)
      .filter(({ label }) => label === 'Subject' || label === 'To')
      .map(({ sortText, textEdit }) => {
        const range = textEdit !== undefined && 'range' in textEdit ? document.getText(textEdit.range) : '';
        return `${sortText} ${range} -> ${textEdit?.newText}`;
      })
      .sort();
  };
  it('come in the place of the name that is there, and those that are missing come first', () => {
    assert.deepEqual(fields('|'), ['0subject  -> Subject: ', '0to  -> To: ']);
    assert.deepEqual(fields('To: a@a.test\nSu|\n\nx\n'), ['0subject Su -> Subject: ', '1to Su -> To: ']);
    assert.deepEqual(fields('To: a@a.test\nSu|b: x\n\nx\n'), ['0subject Sub -> Subject', '1to Sub -> To']);
    assert.deepEqual(fields('To: a@a.test\nS|ub x\n\nx\n'), ['0subject Sub -> Subject: ', '1to Sub -> To: ']);
    assert.deepEqual(fields('To: a@a.test\nSubject: |\n\nx\n'), []);
    assert.deepEqual(fields('To: a@a.test\n |x\n\nx\n'), []);
    assert.deepEqual(fields('To: a@a.test\n\nx\n|'), []);
    assert.deepEqual(fields(`${'S'.repeat(76)}|`).length, 2);
    assert.deepEqual(fields(`${'S'.repeat(77)}|`), []);
    assert.deepEqual(fields('some words\n|', 'anywhere'), []);
  });
});
