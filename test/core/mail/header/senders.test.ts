import assert from 'node:assert/strict';
import { organisationOf, sameOrganisation } from '../../../../src/core/mail/domains.ts';
import { readMailboxes } from '../../../../src/core/mail/header/addresses.ts';
import { arcChain } from '../../../../src/core/mail/header/arcChain.ts';
import { identities, nameConflict } from '../../../../src/core/mail/header/identities.ts';
import { signatureProblems } from '../../../../src/core/mail/header/signatureProblems.ts';
import { readSpamReport } from '../../../../src/core/mail/header/spamReport.ts';
import { readTags } from '../../../../src/core/mail/header/tags.ts';
import { readThreadIndex } from '../../../../src/core/mail/header/threadIndex.ts';
import { lookAlike } from '../../../../src/core/mail/lookAlikes.ts';
import type { Message } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { decodeDomain } from '../../../../src/core/mail/punycode.ts';
import { arcProblemWords } from '../../../../src/core/problems/signatureWords.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const read = (text: string): Message => readMessage(text, new Lines(text), 0, text.length);

describe('mailboxes', () => {
  /** `name <address>` of each. */
  const are = (value: string, ...expected: readonly string[]): void =>
    assert.deepEqual(
      readMailboxes(value).map(({ name, address, group }) => `${group ?? ''}|${name}|${address}`),
      expected,
    );
  it('have a name and an address', () => {
    are('Bob <b@a.test>, "Last, First" <c@a.test>,d@a.test', '|Bob|b@a.test', '|Last, First|c@a.test', '||d@a.test');
    are('b@a.test (Bob B)', '|Bob B|b@a.test');
    are('Bob < b@a.test >', '|Bob|b@a.test');
    are('=?UTF-8?Q?J=C3=B6rg?= <j@a.test>', '|Jörg|j@a.test');
    are('<>', '||');
    are('', ...[]);
  });
  it('may stand in groups', () => {
    are('Team: a@a.test, b@a.test; c@a.test', 'Team||a@a.test', 'Team||b@a.test', '||c@a.test');
    are('undisclosed-recipients:;', ...[]);
  });
  it('that are broken end with a comma', () => are('Bob <b@a.test, c@a.test', '|Bob|b@a.test', '||c@a.test'));
});

describe('a display name', () => {
  const says = (from: string, expected: string | undefined): void =>
    assert.equal(nameConflict(readMailboxes(from)[0] as ReturnType<typeof readMailboxes>[number]), expected);
  it('may name another address or domain', () => {
    says('"ceo@contoso.com" <x@fabrikam.org>', 'ceo@contoso.com');
    says('"contoso.com support" <x@fabrikam.org>', 'contoso.com');
  });
  it('may name its own', () => {
    says('"ceo@mail.contoso.com" <x@contoso.com>', undefined);
    says('"Contoso.com" <x@news.contoso.com>', undefined);
  });
  it('with dots is no domain by that alone', () => {
    says('"Dr.Smith" <x@contoso.com>', undefined);
    says('"Node.js news" <x@contoso.com>', undefined);
    says('"St. John" <x@contoso.com>', undefined);
  });
});

describe('domains', () => {
  it('belong to an organisation', () => {
    assert.equal(organisationOf('mx1.mail.contoso.co.uk'), 'contoso.co.uk');
    assert.equal(organisationOf('Mail.Contoso.TEST.'), 'contoso.test');
    assert.equal(organisationOf('192.0.2.1'), undefined);
    assert.equal(organisationOf('localhost'), undefined);
    for (const words of ['alice@contoso.test', 'mail of contoso.test', '"a".contoso.test', '[x].contoso.test', ''])
      assert.equal(organisationOf(words), undefined, words);
    assert.ok(sameOrganisation('a.contoso.test', 'contoso.test'));
    assert.ok(!sameOrganisation('localhost', 'localhost'));
  });
  it('in letters beyond ASCII are decoded (RFC 3492 7.1)', () => {
    assert.equal(decodeDomain('xn--bcher-kva.test'), 'bücher.test');
    assert.equal(decodeDomain('xn--ihqwcrb4cv8a8dqg056pqjye.test'), '他们为什么不说中文.test');
    // IANA's domains for tests in other scripts
    for (const [written, letters] of [
      ['xn--hgbk6aj7f53bba', '\u0622\u0632\u0645\u0627\u06cc\u0634\u06cc'],
      ['xn--80akhbyknj4f', 'испытание'],
      ['xn--jxalpdlp', 'δοκιμή'],
      ['xn--11b5bs3a9aj6g', 'परीक्षा'],
    ] as const)
      assert.equal(decodeDomain(written), letters);
    assert.equal(decodeDomain('xn--999999999.test'), 'xn--999999999.test');
    assert.equal(decodeDomain('xn--.test'), 'xn--.test');
  });
  it('that look like others are known', () => {
    assert.equal(lookAlike('xn--80ak6aa92e.test')?.like, 'apple.test');
    assert.deepEqual(lookAlike('p\u0430ypal.test')?.mixed, ['Latin', 'Cyrillic']);
    for (const name of ['contoso.test', 'bücher.test', 'яндекс.test', '日本語ドメイン.test']) {
      assert.equal(lookAlike(name), undefined, name);
    }
  });
  it('of one message are held against From', () => {
    const message = read(
      'Return-Path: <b@mailer.test>\nFrom: Bob <b@contoso.test>\nReply-To: b@www.contoso.test\nMessage-ID: <1@contoso.test>\nDKIM-Signature: v=1; d=fabrikam.test;\n\n',
    );
    assert.deepEqual(
      identities(message).map(({ field, domain, same }) => `${field} ${domain} ${same}`),
      [
        'From contoso.test true',
        'Reply-To www.contoso.test true',
        'Return-Path mailer.test false',
        'Message-ID contoso.test true',
        'DKIM fabrikam.test false',
      ],
    );
  });
});

describe('Authentication-Results in full', () => {
  it('have properties, reasons and comments at their places', () => {
    const text =
      'Authentication-Results: mx.test;\n dkim/1=fail (bad key) reason="no; key" header.i=@a.test header.b = "x y";\n spf=pass smtp.mailfrom=\n a@a.test\n\n';
    const [dkim, spf] = read(text).authResults[0]?.results ?? [];
    assert.deepEqual([dkim?.version, dkim?.reason], ['1', 'no; key']);
    assert.deepEqual(
      [...(dkim?.properties ?? []), ...(spf?.properties ?? [])].map((one) => [
        one.ptype,
        one.property,
        one.value,
        text.slice(one.start, one.end),
      ]),
      [
        [undefined, 'reason', 'no; key', 'reason="no; key"'],
        ['header', 'i', '@a.test', 'header.i=@a.test'],
        ['header', 'b', 'x y', 'header.b = "x y"'],
        ['smtp', 'mailfrom', 'a@a.test', 'smtp.mailfrom=\n a@a.test'],
      ],
    );
  });
});

describe('signatures as written', () => {
  const codes = (value: string, ...expected: readonly string[]): void => {
    const text = `Received: from a by b.test; Fri, 20 Nov 2026 10:00:00 +0000\nDate: Fri, 20 Nov 2026 09:00:00 +0000\nDKIM-Signature: ${value}\n\n`;
    const message = read(text);
    const field = message.fields.find(({ name }) => name === 'DKIM-Signature');
    assert.ok(field);
    assert.deepEqual(
      signatureProblems(message, readTags(text, field)).map(({ tag, code }) => `${tag} ${code}`),
      expected,
    );
  };
  const good = 'v=1; a=rsa-sha256; b=AA; bh=AA; d=a.test; s=s; h=from:to';
  it('may be in order', () => codes(`${good}; i=@mail.a.test; t=1795168800; x=1795255200`));
  it('have their problems', () => {
    codes(`${good.replace('sha256', 'sha1')}; l=10`, 'l body-cut', 'a weak-algorithm');
    codes(`${good.replace('from:', '')}; i=@b.test`, 'h from-unsigned', 'i identity-outside');
    codes(`${good}; t=1795168700; x=1795168700`, 'x expires-first', 'x expired');
    codes('v=1; a=rsa-sha256; b=AA; d=a.test; h=from', 'bh missing-tag', 's missing-tag');
  });
});

describe('an ARC chain', () => {
  const set = (i: number, cv: string): string =>
    `ARC-Seal: i=${i}; cv=${cv}; d=a.test\nARC-Message-Signature: i=${i}; d=a.test\nARC-Authentication-Results: i=${i}; a.test; spf=pass`;
  const problems = (...sets: readonly string[]) => arcChain(read(`${sets.join('\n')}\n\n`)).problems;
  const words = (...sets: readonly string[]): string => problems(...sets).map(arcProblemWords)[0] ?? '';
  it('may be in order', () => {
    assert.deepEqual(problems(set(2, 'pass'), set(1, 'none')), []);
    assert.deepEqual(problems('From: a@a.test'), []);
  });
  it('has gaps, lost parts and broken seals', () => {
    assert.match(words(set(3, 'pass'), set(1, 'none')), /Set 2 of 3 is missing/);
    assert.match(words(set(1, 'none').replace(/^ARC-M.*\n/m, '')), /no ARC-Message-Signature/);
    assert.match(words(set(1, 'none').replace(/^(ARC-M.*\n)/m, '$1$1')), /2 times ARC-Message-Signature/);
    assert.match(words(set(2, 'fail'), set(1, 'none')), /broken when it came in/);
    assert.match(words(set(1, 'pass')), /must say cv=none/);
    assert.match(words('ARC-Seal: i=99; cv=none'), /no number/);
  });
});

describe('a Thread-Index', () => {
  const times = (value: string): readonly string[] | undefined => {
    const index = readThreadIndex(value);
    return (
      index &&
      [index.started, ...index.replies.map(({ time }) => time)].map((time) => new Date(time).toISOString().slice(0, 19))
    );
  };
  it('of Outlook', () => {
    assert.deepEqual(times('AcvtdXfsEG6TQurjTQqb44HmHYINgwADRleg'), ['2011-03-28T18:25:08', '2011-03-28T19:58:54']);
    assert.equal(readThreadIndex('AcvtdXfsEG6TQurjTQqb44HmHYINgwADRleg')?.guid, '106e9342-eae3-4d0a-9be3-81e61d820d83');
  });
  it('of Exchange, which keeps the time elsewhere', () =>
    assert.deepEqual(times('AQHWLRNo4NaOjvXU8EODe0ZotrA8B6itzaxf'), ['2020-05-18T12:54:02', '2020-05-18T12:57:39']));
  it('that is none', () => {
    for (const value of ['', 'hello world', 'AAAA', 'A'.repeat(40), '*'.repeat(40)])
      assert.equal(times(value), undefined, value);
  });
});

describe('a spam report', () => {
  const reads = (value: string, expected: string): void => {
    const { score, limit, rules } = readSpamReport(value);
    assert.equal(
      `${score}/${limit} ${rules.map(({ name, points }) => `${name}=${points ?? '?'}`).join(' ')}`,
      expected,
    );
  };
  it('of SpamAssassin', () => {
    reads(
      'Yes, score=7.2 required=5.0 tests=BAYES_99,HTML_MESSAGE autolearn=no version=4.0.1',
      '7.2/5 BAYES_99=? HTML_MESSAGE=?',
    );
    reads('No, score=-1.0 required=5.0 tests=none autolearn=ham', '-1/5 ');
    reads(
      '*  3.5 BAYES_99 BODY: Bayes spam probability\n\t* -0.0 SPF_PASS SPF: sender matches',
      'undefined/undefined BAYES_99=3.5 SPF_PASS=0',
    );
  });
  it('of amavis', () =>
    reads(
      'No, score=-1.9 tagged_above=-999 required=6.31 tests=[BAYES_00=-1.9, SPF_PASS=-0.001] autolearn=ham',
      '-1.9/6.31 BAYES_00=-1.9 SPF_PASS=-0.001',
    ));
  it('of MailScanner', () =>
    reads(
      'not spam, SpamAssassin (not cached,\n\tscore=-1.9, required 6, BAYES_00 -1.90, SPF_PASS -0.00)',
      '-1.9/6 BAYES_00=-1.9 SPF_PASS=0',
    ));
  it('of Rspamd', () =>
    reads(
      'default: False [-2.10 / 15.00]; BAYES_HAM(-3.00)[99.99%]; R_SPF_ALLOW(-0.20)[+ip4:192.0.2.1]',
      '-2.1/15 BAYES_HAM=-3 R_SPF_ALLOW=-0.2',
    ));
  it('of Barracuda', () =>
    reads(
      'No, SCORE=0.50 using global scores of TAG_LEVEL=3.5 QUARANTINE_LEVEL=1000.0 KILL_LEVEL=9.0 tests=BSF_SC0_MISMATCH_TO, HTML_MESSAGE',
      '0.5/9 BSF_SC0_MISMATCH_TO=? HTML_MESSAGE=?',
    ));
});
