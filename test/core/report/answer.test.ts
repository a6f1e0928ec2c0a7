import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answer, answerTemplate, answerValues } from '../../../src/core/report/answer.ts';
import { senderRequestTemplate } from '../../../src/core/report/senderRequest.ts';
import { fillTemplate, unknownPlaceholders } from '../../../src/core/report/template.ts';
import { userAnswerTemplate } from '../../../src/core/report/userAnswer.ts';
import { phrase } from '../../../src/core/text/words.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

const refused = `220 mx1.contoso.test ESMTP
EHLO a.test
250-mx1.contoso.test
250 AUTH PLAIN
AUTH PLAIN AGFsaWNlAHMzY3JldC13b3Jk
535 5.7.8 Error: authentication failed: s3cret-word
MAIL FROM:<a@a.test>
250 Ok
RCPT TO:<b@\`\`\`contoso.test>
550 5.1.1 <b@contoso.test>: \`\`\`User unknown
QUIT
221 Bye
`;

describe('an answer for a ticket', () => {
  const text = answer(readTicket(refused), {
    file: 'a_b.txt',
    probes: [
      {
        title: phrase('Probed SMTP server {0}', 'mx1.contoso.test'),
        target: 'mx1.contoso.test',
        time: 1_795_000_000_000,
        outcome: 'it answers.',
      },
    ],
  });

  it('says what happened, who acts and what is next, with the lines and their numbers', () => {
    assert.match(text ?? '', /^\*\*Refused at login by mx1\.contoso\.test: user name or password was not accepted; /);
    assert.match(text ?? '', /\n\nWho acts: the sender\. Trying again /);
    assert.match(text ?? '', /\n\nNext steps:\n1\. \S/);
    assert.match(text ?? '', /\n {1,2}6: 535 5\.7\.8 /);
  });

  it('says what was probed and when', () => {
    assert.match(
      text ?? '',
      /Checked:\n- 2026-11-18 \d\d:\d\d UTC: Probed SMTP server mx1\.contoso\.test: it answers\./,
    );
  });

  it('shares no secret', () => {
    assert.ok(!(text ?? '').includes('s3cret-word'));
    assert.ok((text ?? '').includes('authentication failed: MASKED'));
  });

  it('keeps the evidence inside its fence', () => {
    const fences = (text ?? '').split('\n').filter((line) => line.startsWith('```'));
    assert.deepEqual(fences, ['````text', '````']);
  });

  it('leaves out what there is nothing to say of', () => {
    const alone = answer(readTicket(refused), { file: '', probes: [] }) ?? '';
    assert.ok(!alone.includes('Checked:') && !alone.includes('{{'));
  });

  it('does not speak of trying again where a message arrived', () => {
    const hop = (by: string, from: string, time: string): string =>
      `Received: from ${from} by ${by} with ESMTPS id 4F1;\n\tSat, 21 Nov 2026 ${time} +0000\n`;
    const slow = `${hop('mx2.test', 'mx1.test', '14:06:00')}${hop('mx1.test', 'pc.test', '10:00:00')}From: a@a.test\nTo: b@b.test\nSubject: x\n\ny\n`;
    const late = answer(readTicket(slow, 'message'), { file: '', probes: [] }) ?? '';
    assert.match(late, /^\*\*The message waited 4 h 6 min /);
    assert.ok(!late.includes('rying again') && late.split('waited 4 h 6 min').length === 2, late);
  });

  it('is not given for a text in which nothing happened', () => {
    assert.equal(answer(readTicket('Hello.\n'), { file: '', probes: [] }), undefined);
  });

  it('follows the template of the user', () => {
    const facts = { file: '', probes: [] };
    assert.match(answer(readTicket(refused), facts, 'Hi! {{finding}}') ?? '', /^Hi! Refused at login/);
    const values = answerValues(readTicket(refused), facts) ?? new Map();
    assert.deepEqual(unknownPlaceholders('{{finding}} {{wrong}}', values), ['wrong']);
    assert.deepEqual(unknownPlaceholders(answerTemplate, values), []);
  });
});

describe('the templates in the settings', () => {
  it('are those that are used where a template is empty', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const defaultOf = (name: string): unknown =>
      contributes.configuration.find(
        ({ properties }: { properties: object }) => `mailTriage.answer.${name}` in properties,
      ).properties[`mailTriage.answer.${name}`].default;
    assert.equal(defaultOf('template'), answerTemplate);
    assert.equal(defaultOf('userTemplate'), userAnswerTemplate);
    assert.equal(defaultOf('senderTemplate'), senderRequestTemplate);
  });
});

describe('a template', () => {
  it('leaves a heading out with the paragraph behind it', () => {
    const values = new Map([
      ['a', ''],
      ['b', '1'],
    ]);
    assert.equal(fillTemplate('One:\n\n{{a}}\n\nTwo:\n\n{{b}}\n\nEnd.', values), 'Two:\n\n1\n\nEnd.\n');
  });

  it('keeps what stands between its placeholders', () => {
    const values = new Map([
      ['a', '1'],
      ['b', ''],
    ]);
    assert.equal(fillTemplate('x {{a}} y\n\nHead:\n{{b}}\n\n{{c}}', values), 'x 1 y\n\n{{c}}\n');
    assert.equal(
      fillTemplate(
        '{{a}}{{b}}',
        new Map([
          ['a', '{{b}}'],
          ['b', 'no'],
        ]),
      ),
      '{{b}}no\n',
    );
  });
});
