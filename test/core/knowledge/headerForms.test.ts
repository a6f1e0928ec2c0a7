import assert from 'node:assert/strict';
import { explainers } from '../../../src/core/features/hover/header/explainers.ts';
import { type FieldForm, fields } from '../../../src/core/knowledge/headerFields/headerField.ts';
import { headerField, headerFields } from '../../../src/core/knowledge/headerFields.ts';
import { keysOfFields } from '../../../src/core/knowledge/headerValues/filterKeys.ts';

const formOf = (name: string): FieldForm | undefined => headerField(name)?.form;

describe('the form of a header field', () => {
  it('stands in its row', () => {
    assert.equal(formOf('received'), 'received');
    assert.equal(formOf('X-Received'), 'received');
    assert.equal(formOf('DATE'), 'date');
    assert.equal(formOf('From'), 'author');
    assert.equal(formOf('Delivered-To'), 'address');
    assert.equal(formOf('ARC-Seal'), 'tags');
    assert.equal(formOf('X-MS-Exchange-Organization-SCL'), 'scl');
    assert.equal(formOf('X-Contoso-MailScanner-SpamCheck'), 'spamassassin-report');
    assert.equal(formOf('X-Contoso-MailScanner'), 'words');
    assert.equal(formOf('Subject'), 'words');
    assert.equal(formOf('X-Never-Seen'), undefined);
  });

  it('has an explainer, and a row that uses it', () => {
    const used = new Set([...headerFields.values()].map(({ form }) => form));
    assert.deepEqual([...used].sort(), Object.keys(explainers).sort());
  });

  it('is one of a closed set', () => {
    // @ts-expect-error a form that no explainer takes
    assert.equal(fields('x', [['X-A', 'A', { form: 'adress' }]]).length, 1);
  });

  it('is keys where a table has the keys, and only there', () => {
    const known = (name: string) => keysOfFields.some(([start]) => name.startsWith(start));
    for (const [name, { form }] of headerFields) if (form === 'keys') assert.ok(known(name), name);
  });
});

describe('what a header has once at most (RFC 5322 3.6, RFC 2045)', () => {
  it('is marked in the row', () => {
    const once = [...headerFields].filter(([, row]) => row.once).map(([name]) => name);
    assert.deepEqual(once.sort(), [
      ...['bcc', 'cc', 'content-transfer-encoding', 'content-type', 'date', 'from', 'in-reply-to', 'message-id'],
      ...['mime-version', 'references', 'reply-to', 'sender', 'subject', 'to'],
    ]);
  });
});
