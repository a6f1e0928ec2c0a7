import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { enhancedClasses, enhancedCodes, enhancedSubjects } from '../../../src/core/knowledge/enhancedCodes.ts';
import { explainText } from '../../../src/core/knowledge/explain.ts';
import { explainReply } from '../../../src/core/knowledge/explainReply.ts';
import type { Stage } from '../../../src/core/smtp/verbs.ts';

/** The codes of a list, one a line. */
const listed = (name: string): readonly string[] =>
  readFileSync(new URL(`facts/${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

const meaning = (text: string): string => explainText(text)?.explanation.meaning ?? '';

describe('every enhanced code of the registry', () => {
  const codes = listed('enhancedCodes').filter((code) => /^X\.\d+\.\d+$/.test(code));

  it('is listed', () => assert.equal(codes.length, 82));

  it('is explained by itself and not by class and subject', () => {
    for (const key of codes) {
      const row = enhancedCodes.get(key);
      assert.ok(row, key);
      const code = key.replace('X', row.general.reason === 'accepted' ? '2' : '5');
      const found = explainText(code);
      assert.notEqual(found?.explanation.basis, 'class', code);
      assert.equal(found?.enhanced, code);
      const generic = explainReply({ enhanced: code.replace(/\d+$/, '888'), text: '' });
      assert.equal(generic.basis, 'class', code);
      assert.notEqual(found?.explanation.meaning, generic.meaning, code);
    }
  });

  it('has a class and a subject that are explained, too', () => {
    for (const key of listed('enhancedCodes')) {
      const [, digit] = /^([245])\.XXX\.YYY$/.exec(key) ?? [];
      if (digit !== undefined) assert.ok(enhancedClasses.has(Number(digit)), key);
      const [, subject] = /^X\.(\d)\.YYY$/.exec(key) ?? [];
      if (subject !== undefined) assert.ok(enhancedSubjects.has(Number(subject)), key);
    }
  });
});

describe('every reply code that is known', () => {
  const codes = listed('replyCodes');

  it('is listed', () => assert.equal(codes.length, 87));

  it('is explained by itself and not by its first digit', () => {
    for (const code of codes) {
      const found = explainText(code);
      assert.notEqual(found?.explanation.basis, 'class', code);
      assert.equal(found?.code, Number(code));
    }
  });

  it('has words of its own', () => {
    const meanings = codes.map(meaning);
    assert.equal(new Set(meanings).size, meanings.length);
  });
});

describe('any other code', () => {
  it('gets the meaning of its class, or of class and subject, and says that no more is known', () => {
    for (const code of ['299', '480', '499', '580', '2.9.9', '4.2.77', '5.7.111', '5.12.3']) {
      const found = explainText(code);
      assert.equal(found?.explanation.basis, 'class', code);
      assert.ok((found?.explanation.meaning.length ?? 0) > 20, code);
    }
    assert.match(meaning('5.2.77'), /mailbox/);
    assert.notEqual(meaning('4.2.77'), meaning('5.2.77'));
    assert.notEqual(meaning('5.2.77'), meaning('5.4.77'));
  });
});

describe('a code', () => {
  it('means something else after another command', () => {
    const after = (stage: Stage): string => explainText('550', stage)?.explanation.meaning ?? '';
    const commands = ['connect', 'EHLO', 'MAIL', 'RCPT', 'DATA', '(data)', 'AUTH', 'VRFY'] as const;
    assert.equal(new Set(commands.map(after)).size, commands.length);
  });

  it('finds its command in the words of a log', () => {
    assert.equal(meaning('550 no (in reply to MAIL FROM command)'), explainText('550', 'MAIL')?.explanation.meaning);
    assert.equal(
      meaning('host mx1.contoso.test[192.0.2.1] said: 550 no (in reply\n    to RCPT TO command)'),
      explainText('550', 'RCPT')?.explanation.meaning,
    );
  });
});

describe('a number in front of words', () => {
  it('is no reply where it was wanted and did not come, or is a process that logs', () => {
    assert.equal(explainText('354 but got an empty response')?.code, undefined);
    assert.match(explainText('354 but got an empty response')?.explanation.meaning ?? '', /gave no answer/);
    assert.equal(explainText('  308 LOG: MAIN'), undefined);
    assert.equal(explainText('  308   SMTP<< 451 Temporary local problem')?.code, 451);
    assert.equal(explainText('354 End data with <CR><LF>.<CR><LF>')?.code, 354);
  });
});
