import assert from 'node:assert/strict';
import {
  continuesField,
  continuesThroughColon,
  gluedNames,
  looksFolded,
} from '../../../../src/core/mail/header/lostFolding.ts';

/** Whether each line goes on with a field that has this value so far. */
const goesOn = (name: string, value: string, expected: boolean, ...lines: readonly string[]): void => {
  for (const line of lines) assert.equal(continuesField(name, value, line), expected, `${name}: ${value} / ${line}`);
};

describe('a line that lost the blank in front of it', () => {
  it('goes on with any field where it is an encoded word', () => {
    goesOn('Subject', 'x', true, '=?utf-8?Q?x?=', '=?ISO-8859-1?b?x?=');
    goesOn('Subject', 'x', false, '=?utf-8?x?x?=', '=?utf 8?Q?x', 'x =?utf-8?Q?x?=');
  });

  it('goes on with Received until its date, and then with the rest of the date', () => {
    goesOn('Received', 'from a by b', true, 'with SMTP', 'Hello');
    goesOn('X-Received', 'by b', true, 'with SMTP');
    goesOn('X-OriginalArrivalTime', '20 Nov 2026', true, '10:00');
    const dated = 'from a by b; Fri, 20 Nov 2026 10:00:00';
    goesOn('Received', dated, true, '(GMT)', '+0000 (x)', '-0100', '10:00', 'CEST', 'GMT  ');
    goesOn('Received', dated, false, 'with SMTP', '+0000x', '(1)', 'CETEST', 'GM', 'GMT x', '1:00');
  });

  it('goes on with an address that stands behind its name (Outlook)', () => {
    for (const name of ['From', 'To', 'Cc']) goesOn(name, ' Bob Example', true, '[mailto:bob@contoso.test]');
    goesOn('Subject', ' Bob Example', false, '[mailto:bob@contoso.test]');
    goesOn('From', ' Bob Example', false, '[mailto:]', 'mailto:bob@contoso.test', '[bob@contoso.test]');
    assert.equal(continuesThroughColon('From', ' Bob Example', '[mailto:bob@contoso.test]'), true);
    assert.equal(continuesThroughColon('Subject', ' Bob Example', '[mailto:bob@contoso.test]'), false);
  });

  it('goes on with a list of tags', () => {
    for (const name of [
      'DKIM-Signature',
      'ARC-Seal',
      'ARC-Message-Signature',
      'X-Google-DKIM-Signature',
      'DomainKey-Signature',
    ]) {
      goesOn(name, 'v=1;', true, 'd=a.test;', 'bh =AA', 'bh    =x');
      goesOn(name, 'v=1;', false, 'Hello', 'toolong=x', 'D=a', 'bh     =x');
    }
    goesOn('DKIM-Signature', 'v=1; h=from', true, ':to:subject;', 'to:cc', 'subject;', 'subject');
    goesOn('DKIM-Signature', 'v=1; h=from; b=', false, ':to:subject;');
    goesOn('DKIM-Signature', 'b=AAAA', true, 'BBBB+/==;', 'BBBB', 'BBBB CCCC');
    goesOn('DKIM-Signature', 'b=AAAA;', false, 'BBBB+/==;', 'BBBB');
    goesOn('DKIM-Signature', 'b=AAAA', false, 'BB,BB', 'BBBB :x');
  });

  it('goes on with results', () => {
    for (const name of [
      'Authentication-Results',
      'ARC-Authentication-Results',
      'X-Authentication-Results',
      'Authentication-Results-Original',
    ]) {
      goesOn(name, 'mx.test', true, 'spf=pass', 'header.d=a', 'smtp.mailfrom =a', 'dkim/2 =pass', '(x)');
      goesOn(name, 'mx.test', false, 'Hello there', 'spf/pass', '=x', 'spf: pass');
      goesOn(name, 'mx.test;', true, 'Hello there');
      goesOn(name, 'mx.test; reason=', true, 'Hello there');
      goesOn(name, 'mx.test; spf=pass (a', true, 'Hello there');
      goesOn(name, 'mx.test; spf=pass (a)', false, 'Hello there');
      goesOn(name, 'mx.test) (a', true, 'Hello there');
    }
    goesOn(
      'Received-SPF',
      'pass',
      true,
      'client-ip=192.0.2.1',
      'designates 192.0.2.1',
      'permitted sender',
      'does not designate',
      'is neither permitted',
      'helo=a',
    );
    goesOn('Received-SPF', 'pass', false, 'Hello there', 'x designates');
    goesOn('Received-SPF', 'pass (a', true, 'Hello there');
  });

  it('goes on with ids and addresses', () => {
    for (const name of ['References', 'In-Reply-To', 'List-Unsubscribe', 'Message-ID']) {
      goesOn(name, '<1@a.test>', true, '<2@a.test>');
      goesOn(name, '<1@a.test>', false, '2@a.test', ' <2@a.test>');
    }
    for (const name of ['From', 'To', 'Cc', 'Bcc', 'Sender', 'Reply-To', 'Resent-To']) {
      goesOn(name, 'a@a.test,', true, 'b@b.test');
      goesOn(name, 'a@a.test, ', true, 'Bob');
      goesOn(name, 'Bob', true, '<b@b.test>');
      goesOn(name, 'a@a.test', false, 'b@b.test', '<b b>', '<>');
    }
  });

  it('goes on with a date until its zone', () => {
    goesOn('Date', 'Tue,', true, '7 Mar 2026 04:13:05 +0000', 'Mar 7');
    goesOn('Date', 'Tue, 7 Mar 2026', true, '04:13:05 +0000');
    goesOn('Date', 'Tue, 7 Mar 2026 04:13:05', true, '+0000 (UTC)', '(UTC)', 'GMT');
    goesOn('Date', 'Tue, 7 Mar 2026 04:13:05 +0000 (UTC)', false, '(PST)', 'Hello');
    goesOn('Date', 'Tue,', false, 'Hello there');
  });

  it('goes on with parameters', () => {
    goesOn('Content-Type', 'text/plain;', true, 'Hello there');
    goesOn('Content-Type', 'text/plain', true, 'charset=utf-8', 'name*0 =x');
    goesOn('MIME-Version', '1.0', true, 'x=y');
    goesOn('Content-Type', 'text/plain', false, 'Hello there', 'charset: x', '=x');
  });

  it('goes on with the report of a filter, but not with what people write', () => {
    for (const name of [
      'X-Spam-Status',
      'X-Microsoft-Antispam',
      'X-Forefront-Antispam-Report',
      'X-MS-Exchange-Organization-SCL',
      'X-Barracuda-Spam-Report',
      'X-Proofpoint-Details',
      'X-Rspamd-Report',
      'X-IronPort-AV',
      'X-Mimecast-Spam',
    ]) {
      goesOn(name, 'Yes,', true, 'score=1');
      goesOn(name, 'Yes;', true, 'x');
      goesOn(
        name,
        'Yes',
        true,
        'CIP:192.0.2.1;CTRY:US',
        '(123)',
        '* 1.0 X',
        'autolearn=no',
        'autolearn_force=no',
        'version=3',
        'tests=A',
        'required=5',
        'BAYES_99,X',
        'BAYES_99=1',
        'A'.repeat(16),
      );
      goesOn(name, 'Yes', false, 'Hello', 'Dear Bob', '(12)', 'BAY', 'A'.repeat(15), 'xCIP:1;');
      goesOn(name, 'Yes,', false, 'Hello my dear friend', 'hello my friend');
    }
  });

  it('goes on with any field where both are data', () => {
    const data = 'QUJDREVGR0hJSktM';
    goesOn('X-Data', data, true, data, `${data}-_+/=`, `${data} `);
    goesOn('X-Data', data, false, data.slice(1), `${data}.`, 'Hello there');
    goesOn('X-Data', 'Hello', false, data);
    goesOn('X-Data', `${data} x`, false, data);
  });
});

describe('a line of a mixed text', () => {
  const folded = (name: string, expected: boolean, ...lines: readonly string[]): void => {
    for (const line of lines) assert.equal(looksFolded(name, line), expected, `${name} / ${line}`);
  };

  it('goes on with Received where it is a clause, a comment or a date', () => {
    for (const name of ['received', 'X-Received']) {
      folded(name, true, 'from a', 'by\tb', 'with SMTP', 'via x', 'id 1', 'for <a>');
      folded(
        name,
        true,
        '(using TLS',
        '(version=',
        '(Postfix)',
        '(Exim',
        '(envelope-',
        '(qmail',
        '(TLS',
        '(No client',
        '(authenticated',
        '([192.0.2.1])',
      );
      folded(name, true, 'Fri, 20 Nov', '20 Nov 2026', '1 Nov 2026 10:00');
      folded(name, false, 'from', 'byte x', 'Hello', '(hello)', 'Fri 20', '20 nov 2026', '20 Nov 26', 'x from a');
    }
  });

  it('goes on with other fields where it shows so by itself', () => {
    folded('received-spf', true, 'x client-ip=1', 'as permitted sender');
    folded('received-spf', false, 'designates x', 'Hello');
    folded('dkim-signature', true, 'd=a.test;');
    folded('subject', false, 'Hello');
  });
});

describe('a line that has the look of a field', () => {
  const rest = (name: string, value: string, line: string, expected: boolean): void =>
    assert.equal(continuesThroughColon(name, value, line), expected, `${name}: ${value} / ${line}`);

  it('is the rest of a list of signed names', () => {
    rest('DKIM-Signature', 'v=1; h=from:', 'subject: date', true);
    rest('DKIM-Signature', 'v=1; h=from', 'subject:date;', true);
    rest('DKIM-Signature', 'v=1; h=from', 'Subject: Hello', false);
    rest('DKIM-Signature', 'v=1; b=', 'subject:date;', false);
    rest('DKIM-Signature', 'v=1; h=from; b=', 'subject:date;', false);
  });

  it('is the rest of a report', () => {
    rest('X-Forefront-Antispam-Report', 'CIP:192.0.2.1;', 'CTRY:US;LANG:en', true);
    rest('X-Forefront-Antispam-Report', 'CIP:', 'CTRY:US;', true);
    rest('X-Forefront-Antispam-Report', 'CIP:192.0.2.1', 'CTRY:US;', false);
    rest('X-Forefront-Antispam-Report', 'CIP:192.0.2.1;', 'CTRY:US', false);
    rest('X-Forefront-Antispam-Report', 'CIP:192.0.2.1;', 'X-Other:US;', false);
    rest('X-Forefront-Antispam-Report', 'CIP:192.0.2.1;', 'Abcdefghij:US;', false);
    rest('Subject', 'x;', 'CTRY:US;', false);
  });

  it('is the rest of a structured field where no name can be so', () => {
    for (const name of [
      'Received',
      'X-Received',
      'Received-SPF',
      'DKIM-Signature',
      'ARC-Seal',
      'Authentication-Results',
      'X-Google-DKIM-Signature',
      'Content-Type',
      'X-MS-Antispam',
      'X-Spam-Report',
    ]) {
      rest(name, 'x', 'a=b:c', true);
    }
    for (const sign of ['=', ';', ',', '"', '<', '>']) rest('Received', 'x', `a${sign}b: c`, true);
    rest('Subject', 'x', 'a=b:c', false);
    rest('Received', 'x', 'Ab: c', false);
  });
});

describe('a header on one line', () => {
  const names = (line: string, ...expected: readonly string[]): void =>
    assert.deepEqual(
      gluedNames(line).map(({ start, colon }) => line.slice(start, colon)),
      expected,
      line,
    );

  it('has its names found', () => {
    names('From: a To: b Subject: c', 'From', 'To', 'Subject');
    names(
      'Received: x  Message-ID: y\tMIME-Version: 1.0 X-Other: z',
      'Received',
      'Message-ID',
      'MIME-Version',
      'X-Other',
    );
    names('Return-Path: a Content-Type: b Date: c Hello: d', 'Return-Path', 'Content-Type', 'Date');
    names(
      'Cc: a Bcc: b Sender: c References: d Importance: e Precedence: f',
      'Cc',
      'Bcc',
      'Sender',
      'References',
      'Importance',
      'Precedence',
    );
  });

  it('is none without three that every mailer writes, or with something in front', () => {
    names('From: a To: b X-Other: c');
    names('x From: a To: b Subject: c');
    names('from: a to: b subject: c');
    names('From:a To:b Subject:c');
    names('From: a ');
  });

  it('holds no name that is signed', () => {
    names('From: a To: b Subject: c DKIM-Signature: h=From: To: Date; d=x', 'From', 'To', 'Subject', 'DKIM-Signature');
    names('From: a To: b Subject: c h=x; y: Date: d', 'From', 'To', 'Subject', 'Date');
  });

  it('has an end', () => {
    assert.equal(gluedNames('From: a To: b Subject: c '.repeat(333)).length, 999);
    assert.equal(gluedNames('From: a To: b Subject: c '.repeat(334)).length, 0);
    const signed = (count: number): string => `DKIM-Signature: h=X: ${'To: '.repeat(count)}x; `;
    const glued = (last: number): number =>
      gluedNames(`From: a To: b Subject: c ${signed(250).repeat(3)}${signed(last)}`).length;
    assert.deepEqual([glued(250), glued(251)], [7, 0]);
  });
});
