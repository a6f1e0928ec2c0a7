import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answer, answerTemplate, answerValues } from '../../../src/core/report/answer.ts';
import { missingEvidence, senderRequest, senderRequestTemplate } from '../../../src/core/report/senderRequest.ts';
import { fillTemplate, unknownPlaceholders } from '../../../src/core/report/template.ts';
import { userAnswerTemplate } from '../../../src/core/report/userAnswer.ts';
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
        title: 'Probed SMTP server mx1.contoso.test',
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
      contributes.configuration.properties[`mailTriage.answer.${name}`].default;
    assert.equal(defaultOf('template'), answerTemplate);
    assert.equal(defaultOf('userTemplate'), userAnswerTemplate);
    assert.equal(defaultOf('senderTemplate'), senderRequestTemplate);
  });
});

describe('questions for the sender', () => {
  it('name what the ticket lacks', () => {
    const missing = missingEvidence(readTicket(refused)).join('\n');
    assert.match(missing, /bounce/);
    assert.ok(!missing.includes('session by hand'));
    const asked = senderRequest(readTicket(refused), {}, 'Please send us:\n{{missing}}');
    assert.equal(asked, ['Please send us:', ...missing.split('\n').map((one) => `- ${one}`), ''].join('\n'));
  });

  it('give the exact commands with the names of the ticket', () => {
    const ticket = readTicket(refused.replaceAll('```', ''));
    const text = senderRequest(ticket);
    for (const command of [
      'Resolve-DnsName -Type MX contoso.test',
      'telnet mx1.contoso.test 25',
      'dig +noall +comments +answer MX contoso.test',
      'MAIL FROM:<a@a.test>',
      'RCPT TO:<b@contoso.test>',
    ]) {
      assert.ok(text.includes(`    ${command}`), command);
    }
    assert.deepEqual(unknownPlaceholders(senderRequestTemplate, new Map([['sender', '']])), [
      'recipient',
      'missing',
      'windows',
      'unix',
      'session',
    ]);
  });

  it('put nothing into a command line that a shell would act on', () => {
    const evil = refused
      .replace('b@```contoso.test', 'b@$(reboot).test')
      .replaceAll('mx1.contoso.test', 'mx1;reboot.test');
    const text = senderRequest(readTicket(evil));
    assert.ok(!text.includes('reboot'), text);
    assert.ok(text.includes('RECIPIENT-ADDRESS'));
  });

  it('name the first server whose name can stand in a command line', () => {
    const log = (host: string): string =>
      `Nov 20 09:14:58 mx postfix/smtp[71]: 4C1D5228000: to=<b@contoso.test>, relay=${host}[192.0.2.7]:25, dsn=5.1.1, status=bounced (host ${host}[192.0.2.7] said: 550 5.1.1 no (in reply to RCPT TO command))\n`;
    const serverOf = (text: string): string | undefined =>
      /^ {4}telnet (.*) 25$/m.exec(senderRequest(readTicket(text)))?.[1];
    for (const host of ['mx1;reboot.test', 'mx1$reboot.test', '-x'])
      assert.equal(serverOf(log(host)), 'MAIL-EXCHANGER-OF-THE-RECIPIENT', host);
    const nameless = 'RCPT TO:<b@contoso.test>\n550 5.1.1 no\nQUIT\n221 bye\n\nAnd the log:\n\n';
    assert.equal(serverOf(nameless + log('mx1;reboot.test') + log('mx1.contoso.test')), 'mx1.contoso.test');
  });
});

describe('a template', () => {
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
