import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../../src/core/features/hover/hover.ts';
import { messageHover } from '../../../../src/core/features/hover/messageHover.ts';
import { open } from '../cursor.ts';

/** The entities of escaped text as people see them. */
const plain = (markdown: string): string =>
  markdown
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/\\(?=[-\\`*_{}[\]()#+!|~])/g, '');

/** Hovers the first place of `word` in a header: what it covers, and what it says. */
function over(header: string, word: string): { covers: string; says: string } {
  const text = `${header}\n\nbody\n`;
  const at = text.indexOf(word);
  assert.ok(at >= 0, word);
  const { document, ticket } = open(text, 'message');
  const found = hover(document, ticket, document.positionAt(at + 1), { commandLinks: false });
  assert.ok(found?.range !== undefined && MarkupContent.is(found.contents), word);
  return { covers: document.getText(found.range), says: plain(found.contents.value) };
}

/** The piece under the word is covered and explained; without `covers` only the words are looked at. */
function explains(header: string, word: string, covers: string | undefined, ...parts: readonly RegExp[]): void {
  const found = over(header, word);
  if (covers !== undefined) assert.equal(found.covers, covers);
  for (const part of parts) assert.match(found.says, part);
}

describe('Received, word by word', () => {
  const header =
    'Received: from mail.contoso.test (relay.contoso.test [192.0.2.7])\n\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))\n\tby mx.fabrikam.test (Postfix) with ESMTPS id 4XyZ\n\tfor <bob@fabrikam.test>; Fri, 20 Nov 2026 10:00:05 +0000 (UTC)';
  it('the name that the client gave', () =>
    explains(
      header,
      'mail.contoso',
      'mail.contoso.test',
      /^\*\*from mail\.contoso\.test\*\*: The name that the client gave/,
    ));
  it('its reverse name', () => explains(header, 'relay', 'relay.contoso.test', /reverse DNS gave/));
  it('its address', () => explains(header, '192.0.2.7', '192.0.2.7', /as the server saw it/));
  it('TLS', () => explains(header, 'TLSv1.3', 'TLSv1.3', /version of TLS/));
  it('the server', () => explains(header, 'mx.fab', 'mx.fabrikam.test', /took the message and wrote this line/));
  it('the protocol (RFC 3848)', () => explains(header, 'ESMTPS', 'ESMTPS', /SMTP over TLS, no login/, /RFC 3848/));
  it('a keyword with its value', () => explains(header, 'id 4', 'id 4XyZ', /search its log/));
  it('the recipient', () => explains(header, 'bob@', '<bob@fabrikam.test>', /envelope recipient/));
  it('the time', () =>
    explains(header, '10:00:05', 'Fri, 20 Nov 2026 10:00:05 +0000 (UTC)', /^\*\*2026-11-20 10:00:05 UTC\*\*/));
  it('the program in brackets, with its version', () => {
    explains(
      header,
      'Postfix',
      '(Postfix)',
      /^\*\*Postfix\*\*: The program that wrote this line/i,
      /Software: Postfix/,
    );
    explains(header.replace('(Postfix)', '(Exim 4.98)'), 'Exim', undefined, /^\*\*Exim 4\.98\*\*/);
  });
  it('a remark', () => explains(header.replace('(Postfix)', '(hello)'), 'hello', undefined, /A remark/));
  it('the hop on the name', () => explains(header, 'Received', header, /Hop: 1 of 1/));
  it('words of Exchange', () =>
    explains(
      'Received: from a.test by b.test with Microsoft SMTP Server id 15.20.1; Fri, 20 Nov 2026 10:00:05 +0000',
      'SMTP S',
      undefined,
      /An Exchange server took it/,
    ));
});

describe('Authentication-Results, piece by piece', () => {
  const microsoft =
    'Authentication-Results: spf=pass (sender IP is 192.0.2.1)\n smtp.mailfrom=a.test; dkim=fail (body hash did not verify)\n header.d=a.test;dmarc=fail action=oreject header.from=a.test;compauth=fail reason=601';
  const google =
    'Authentication-Results: mx.google.test;\n       dmarc=pass (p=REJECT sp=NONE dis=NONE) header.from=a.test; x-unknown=odd foo.bar=1';
  it("a result with its checker's reason", () =>
    explains(
      microsoft,
      'dkim=',
      undefined,
      /\*\*dkim=fail\*\*/,
      /The body was changed after signing/,
      /header\.d=a\.test: The domain that signed/,
    ));
  it("Microsoft's action and reason", () => {
    explains(microsoft, 'action', 'action=oreject', /Microsoft marked the message as spam instead/);
    explains(microsoft, 'reason', 'reason=601', /implied check, and the From domain is one of the own/);
  });
  it('a missing server', () => explains(microsoft, 'Auth', undefined, /does not say which server checked/));
  it('the server', () => explains(google, 'mx.goo', 'mx.google.test', /server that checked/, /believe it only then/));
  it("Google's policies", () =>
    explains(google, 'p=REJ', '(p=REJECT sp=NONE dis=NONE)', /p=reject: The DMARC policy of the domain/, /dis=none/));
  it('what is not known', () => {
    explains(google, 'x-unk', undefined, /not known/);
    explains(google, 'foo.bar', 'foo.bar=1', /not registered/);
  });
  it('below the border', () =>
    explains(
      `Received: from a by mx.own.test; Fri, 20 Nov 2026 10:00:05 +0000\nReceived: from b by c.other.test; Fri, 20 Nov 2026 10:00:00 +0000\n${google}`,
      'Auth',
      undefined,
      /Do not go by it/,
    ));
});

describe('signatures, tag by tag', () => {
  const header =
    'Date: Fri, 20 Nov 2026 10:00:00 +0000\nDKIM-Signature: v=1; a=rsa-sha1; c=relaxed;\n d=a.test; s=s1; h=to:subject; l=100; bh=AAAA; b=BBBB; t=1795168800; x=1795168700; i=@b.test; q=dns/txt; qq=1';
  it('each tag', () => {
    explains(header, 'a=rsa', 'a=rsa-sha1', /must not be used any more/);
    explains(header, 'c=rel', 'c=relaxed', /Header, relaxed: Blanks/, /Body, simple: Nothing may change/);
    explains(header, 's=s1', 's=s1', /selector/);
    explains(header, 'h=to', 'h=to:subject', /Signed: to, subject/, /From is not among/);
    explains(header, 'l=100', 'l=100', /anybody can add text/);
    explains(header, 't=17', 't=1795168800', /2026-11-20 10:00:00 UTC/);
    explains(header, 'x=17', 'x=1795168700', /expires before it was signed/);
    explains(header, 'i=@', 'i=@b.test', /invalid/);
    explains(header, 'qq=', 'qq=1', /not known/);
  });
  it('the whole with its key', () => explains(header, 'DKIM', undefined, /Key: s1\._domainkey\.a\.test/));
  it('an ARC seal', () =>
    explains(
      'ARC-Seal: i=2; a=rsa-sha256; cv=pass; d=a.test; s=s; b=AA',
      'cv=',
      'cv=pass',
      /chain that came in was whole/,
      /Set 1 of 2 is missing/,
    ));
});

describe('Microsoft 365', () => {
  const report =
    'X-Forefront-Antispam-Report: CIP:192.0.2.1;CTRY:US;SCL:5;SRV:;IPV:NLI;SFV:SPM;H:a.test;PTR:a.test;CAT:XYZ;SFS:(1)(2);DIR:INB;NEW:1;';
  it('keys and values of the report', () => {
    explains(report, 'CIP', 'CIP:192.0.2.1', /handed the message to Microsoft/);
    explains(report, 'SCL', 'SCL:5', /^\*\*SCL:5\*\*: Spam/);
    explains(report, 'SRV', 'SRV:', /empty/);
    explains(report, 'CAT', 'CAT:XYZ', /This value is not known/);
    explains(report, 'NEW', 'NEW:1', /a key that is not known/);
    explains(report, 'X-Fore', undefined, /SFV:SPM – The filter judged it to be spam/, /`CIP:192\.0\.2\.1;/);
  });
  it('what the mailbox did', () =>
    explains(
      'X-Microsoft-Antispam-Mailbox-Delivery: ucf:0;jmr:1;auth:0;dest:J;',
      'dest',
      'dest:J',
      /into the junk folder/,
    ));
  it('bulk mail', () => explains('X-Microsoft-Antispam: BCL:8;', 'BCL', 'BCL:8', /many complain/));
  it('single values', () => {
    explains('X-MS-Exchange-Organization-SCL: -1', '-1', undefined, /Exempt/);
    explains('X-MS-Exchange-Organization-AuthAs: Internal', 'Internal', 'Internal', /inside the organisation/);
    explains('X-MS-Exchange-CrossTenant-FromEntityHeader: Hosted', 'Hosted', 'Hosted', /mailbox in Microsoft 365/);
    explains(
      'X-MS-Exchange-CrossTenant-OriginalAttributedTenantConnectingIp: TenantId=1-2;Ip=[192.0.2.1];Helo=[a.test]',
      'Helo',
      'Helo=[a.test]',
      /HELO names/,
    );
  });
  it('its forerunners', () => {
    explains(
      'X-BigFish: vps-11(zz18a9K9371Pzz1202hzz)',
      'vps',
      undefined,
      /the score is -11/,
      /Only Microsoft could read/,
    );
    explains('X-SpamScore: -11', '-11', undefined, /the higher, the more/);
    explains(
      'X-Forefront-Antispam-Report: KIP:(null);UIP:(null);IPVD:NLI;H:a.test;RD:b.test;EFVD:NLI',
      'IPVD',
      'IPVD:NLI',
      /on no reputation list/,
    );
  });
});

describe('spam filters', () => {
  const status =
    'X-Spam-Status: Yes, score=7.2 required=5.0 tests=HTML_MESSAGE=0.001,MY_RULE=2,\n\tBAYES_99=3.5,SPF_PASS=-0.001 autolearn=no version=4.0.1';
  it('rules by their weight', () => {
    explains(
      status,
      'X-Spam',
      undefined,
      /Score: 7\.2 of 5, over the limit/,
      /BAYES_99[\s\S]*MY_RULE.*not known[\s\S]*HTML_MESSAGE/,
    );
    explains(status, 'BAYES', 'BAYES_99=3.5', /surely spam/, /\+3\.5 points/);
    explains(status, 'MY_R', 'MY_RULE=2', /not known/);
  });
  it('Rspamd', () =>
    explains(
      'X-Spamd-Result: default: False [-2.1 / 15.00];\n\tR_SPF_ALLOW(-0.20)[+ip4:192.0.2.1]',
      'R_SPF',
      'R_SPF_ALLOW(-0.20)',
      /SPF allows/,
    ));
  it('Proofpoint, Mimecast, IronPort, Barracuda', () => {
    explains(
      'X-Proofpoint-Spam-Details: rule=notspam policy=default score=0 mlxscore=0',
      'mlx',
      'mlxscore=0',
      /learning classifier/,
    );
    explains('X-Mimecast-Spam-Score: 3', '3', undefined, /the higher/);
    explains('X-IronPort-AV: E=Sophos;i="6.01,1"', 'E=So', 'E=Sophos', /virus scanner/);
    explains('X-Barracuda-Start-Time: 1795168800', '17951', undefined, /2026-11-20 10:00:00 UTC/);
    explains(
      'X-Barracuda-Spam-Status: No, SCORE=0.50 using global scores of KILL_LEVEL=9.0 tests=HTML_MESSAGE',
      'HTML_M',
      'HTML_MESSAGE',
      /HTML/,
    );
  });
  it('bars and actions', () => {
    explains('X-Spam-Level: *****', '****', undefined, /About 5 points/);
    explains('X-Rspamd-Action: greylist', 'greylist', undefined, /held back once/);
  });
});

describe('senders', () => {
  const header =
    'Return-Path: <b@mailer.test>\nFrom: "ceo@contoso.com" <x@fabrikam.org>, =?UTF-8?Q?J=C3=B6rg?= <j@fabrikam.org>\nReply-To: y@xn--80ak6aa92e.test';
  it('a display name against its address', () =>
    explains(
      header,
      'x@fab',
      '"ceo@contoso.com" <x@fabrikam.org>',
      /The display name says ceo@contoso\.com/,
      /Return-Path mailer\.test: bounces go elsewhere/,
    ));
  it('an encoded name', () => explains(header, 'j@fab', undefined, /Display name: Jörg/));
  it('letters that look alike', () => explains(header, 'y@xn', 'y@xn--80ak6aa92e.test', /looks like apple\.test/));
  it('no sender', () => explains('Return-Path: <>', '<>', '<>', /must not be answered/));
});

describe('other fields', () => {
  it('dates and what is wrong with them', () => {
    explains(
      'Date: Mon, 20 Nov 2026 10:00:00 +0000',
      '2026',
      'Mon, 20 Nov 2026 10:00:00 +0000',
      /another day of the week/,
    );
    explains('Date: 20 Nov 2026 10:00:00', '2026', undefined, /names no zone/);
    explains('Date: 4/5/2018 10:00:00 +0000', '2018', undefined, /- Day and month could be either way round/);
    explains('Date: soon', 'soon', undefined, /cannot be read/);
  });
  it('dates of Exchange', () =>
    explains(
      'X-OriginalArrivalTime: 20 Nov 2026 10:00:00.0123 (UTC) FILETIME=[AABBCCDD:01D00000]',
      '2026',
      '20 Nov 2026 10:00:00.0123 (UTC)',
      /^\*\*2026-11-20 10:00:00\.012 UTC\*\*/,
    ));
  it('the line of a mailbox file', () =>
    explains(
      'From a@a.test Fri Nov 20 10:00:00 2026\nSubject: x',
      'From a',
      'From a@a.test Fri Nov 20 10:00:00 2026',
      /a message starts in a mailbox file/,
    ));
  it('message ids', () =>
    explains('References: <1@a.test> <2@b.test>', '2@b', '<2@b.test>', /search logs/, /Made by a system of: b\.test/));
  it('Received-SPF', () => {
    const header =
      'Received-SPF: softfail (a.test: domain of x@b.test) client-ip=192.0.2.1; envelope-from="x@b.test"; helo=c.test;';
    explains(header, 'softfail', 'softfail', /probably not allowed/);
    explains(header, 'client-ip', 'client-ip=192.0.2.1', /address of the client/);
    explains(header, 'domain of', undefined, /A remark/);
  });
  it('a conversation', () =>
    explains(
      'Thread-Index: AcvtdXfsEG6TQurjTQqb44HmHYINgwADRleg',
      'Thread',
      undefined,
      /2011-03-28 18:25:08 UTC/,
      /1\. 2011-03-28 19:58:54 UTC, 1 h 33 min later/,
    ));
  it('lists with one click (RFC 8058)', () => {
    const header = 'List-Unsubscribe: <mailto:u@a.test>, <https://a.test/u>';
    explains(header, 'https', '<https://a.test/u>', /open this page to leave the list/, /One click is not offered/);
    explains(
      `${header}\nList-Unsubscribe-Post: List-Unsubscribe=One-Click`,
      'https',
      undefined,
      /no DKIM signature covers both/,
    );
    explains(`List-Unsubscribe-Post: List-Unsubscribe=One-Click\n${header}`, 'One-C', undefined, /with one click/);
  });
  it('parameters (RFC 2231)', () =>
    explains(
      "Content-Disposition: attachment; filename*0*=UTF-8''%C3%BC; filename*1*=%C3%B6.txt",
      'filename',
      undefined,
      /Value: üö\.txt/,
      /RFC 2231/,
    ));
  it('words', () => {
    explains('Auto-Submitted: auto-replied', 'auto-r', 'auto-replied', /in answer to a message/);
    explains('X-Auto-Response-Suppress: OOF, DR', 'DR', 'DR', /No delivery receipt/);
    explains('Precedence: bulk', 'bulk', 'bulk', /Sent to many/);
    explains('Importance: high', 'high', 'high', /set it to high/);
  });
  it('Feedback-ID and BIMI', () => {
    explains('Feedback-ID: one:two:three:sender', 'sender', 'sender', /the sender: Gmail/);
    explains('BIMI-Selector: v=BIMI1; s=brand', 's=brand', 's=brand', /selector/);
  });
  it('Amazon', () => explains('X-SES-Outgoing: 2026.11.20-192.0.2.1', '2026', undefined, /From address: 192\.0\.2\.1/));
  it('octets that are no text', () => explains('Subject: gr\ufffd\ufffd', 'gr', undefined, /no text in the encoding/));
  it('MailScanner', () =>
    explains('X-Contoso-MailScanner-SpamCheck: not spam', 'X-Con', undefined, /What MailScanner found/));
  it('nobody knows', () => explains('X-Nobody: 1', 'X-No', undefined, /No table knows it: programs and sites/));
  it('nobody knows, by what their names say and what begins alike', () => {
    explains('X-Zweig-Campaign: 1', 'X-Zw', undefined, /By its name: a campaign/);
    explains('X-Zweig-A: 1\nX-Zweig-B: 2', 'X-Zw', undefined, /2 fields of this message begin with X-Zweig-/);
    explains('Message-Zweig: 1\nMessage-ID: <a@b.test>', 'Message-Z', undefined, /(?<!begin with Message-.{0,60})$/);
    explains('X-Contact-Score: 1', 'X-Con', undefined, /No table knows it: programs and sites make up their own/);
    explains('Content-Transfer-Encaoding: 8bit', 'Content', undefined, /It is close to Content-Transfer-Encoding/);
    explains('Mesage-ID: <a@b.test>', 'Mesage', undefined, /It is close to Message-ID/);
    explains('Sbuject: x', 'Sbu', undefined, /No table knows it/);
  });
  it('of Proton and of Postmark, who share the beginning of the names', () => {
    explains('X-Pm-Origin: external', 'X-Pm', undefined, /external elsewhere/, /Proton/);
    explains('X-Pm-New: 1\nFrom: a@contoso.test', 'X-Pm-New', undefined, /A value of Proton/);
    explains('X-PM-New: 1\nX-PM-Message-Id: 2', 'X-PM-New', undefined, /A value of Postmark/);
  });
  it('of the Advanced Spam Filter', () =>
    explains(
      'X-CustomSpam: URL to .biz or .info websites',
      'URL',
      undefined,
      /a name in \.biz or \.info; that sets the SCL to 5 or 6/,
    ));
});

describe('fields of parts and of quoted messages', () => {
  it('have hovers too', () => {
    const text =
      'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nx\n--b--';
    explains(text, 'charset', 'charset=utf-8', /octets of the text become letters/);
    explains(
      '> Subject: x\n> X-Forefront-Antispam-Report: SCL:5;\n>  SFV:SPM;DIR:INB\n'.trimEnd(),
      'SFV',
      undefined,
      /judged it to be spam/,
    );
  });
});

describe('any hover on a header', () => {
  const samples = globSync('test/corpus/mail/*.eml')
    .slice(0, 12)
    .map((file) => readFileSync(file, 'utf8'));
  it('is found everywhere in a header and stays inside its field', () => {
    for (const text of samples) {
      const { ticket } = open(text, 'message');
      const [block] = ticket.blocks;
      assert.ok(block?.kind === 'message');
      for (const field of block.fields) {
        for (let at = field.start; at < field.end; at += 3) {
          const found = messageHover(text, block, at);
          assert.ok(found !== undefined && found.span.start >= field.start && found.span.end <= field.end, field.name);
          assert.ok(found.span.start <= at && at <= found.span.end, `${field.name} at ${at}`);
        }
      }
    }
  });

  it('makes no Markdown, HTML or link of what the document says', () => {
    const evil = '<img/src=x> [x](command:a.b) **b** `c` | d';
    for (const name of [
      'Received',
      'From',
      'Subject',
      'DKIM-Signature',
      'Authentication-Results',
      'Received-SPF',
      'X-Forefront-Antispam-Report',
      'X-Spam-Status',
      'X-Spamd-Result',
      'List-Unsubscribe',
      'Content-Type',
      'Feedback-ID',
      'Message-ID',
      'X-Proofpoint-Spam-Details',
      'Auto-Submitted',
      'Date',
      'X-BigFish',
    ]) {
      const values = [
        evil,
        `a=${evil}; from ${evil} by ${evil}`,
        `"${evil}" <${evil}@a.test>`,
        `KEY:${evil};tests=${evil}`,
      ];
      for (const value of values) {
        const text = `${name}: ${value}\nX-A: b\n\n`;
        const { ticket } = open(text, 'message');
        const [block] = ticket.blocks;
        assert.ok(block?.kind === 'message');
        for (let at = 0; at < text.length - 8; at++) {
          const markdown = messageHover(text, block, at)?.markdown ?? '';
          const bare = markdown.replace(/(`+)[^`][\s\S]*?\1/g, '');
          assert.doesNotMatch(bare, /<img|\]\(command|(?<!\\)\*\*b(?<!\\)\*\*/, `${name}: ${value}`);
        }
      }
    }
  });

  for (const [name, value] of [
    ['From', 'a@b.test, '.repeat(20_000)],
    ['Received', `from ${'(x) '.repeat(50_000)}`],
    ['X-Spam-Status', `tests=${'RULE_A=1,'.repeat(20_000)}`],
    ['X-Forefront-Antispam-Report', 'SCL:5;'.repeat(30_000)],
    ['DKIM-Signature', `h=${'a:'.repeat(100_000)}`],
    ['Content-Type', `a/b; ${'x="'.repeat(60_000)}`],
    ['References', '<1@a.test> '.repeat(20_000)],
    ['Feedback-ID', 'a:'.repeat(100_000)],
    ['Authentication-Results', `a; ${'spf=pass x.y=z '.repeat(15_000)}`],
  ] as const) {
    it(`takes no time on a long ${name}`, () => {
      const text = `${name}: ${value}\nX-A: b\n\n`;
      const { ticket } = open(text, 'message');
      const [block] = ticket.blocks;
      assert.ok(block?.kind === 'message');
      for (const at of [1, 30, Math.floor(text.length / 2), text.length - 12]) messageHover(text, block, at);
    }).timeout(5000);
  }
});

describe('a score in marks', () => {
  const about = (marks: string, words: RegExp): void => explains(`X-Spam-Level: ${marks}`, 'X-Spam', undefined, words);
  it('is a mark a point', () => {
    about('***', /About 3 points\./);
    about('*', /About 1 point\./);
    about('--', /About minus 2 points\./);
    about('ssss', /About 4 points\./);
    about('++', /About 2 points\./);
    about('/', /About no point\./);
    about('', /No point\./);
    assert.doesNotMatch(over('X-Spam-Level: *-*', 'X-Spam').says, /\d points?\./);
  });
});

describe('the report of a filter', () => {
  const status = (value: string): string => over(`X-Spam-Status: ${value}`, 'X-Spam').says;
  it('sums up score, limit and rules', () => {
    assert.match(
      status('Yes, score=7.5 required=5.0 tests=BAYES_99=3.5,HTML_MESSAGE=0.001'),
      /Score: 7\.5 of 5, over the limit\n- Rules: 2/,
    );
    assert.match(status('No, score=1.0 required=5.0 tests=none'), /Score: 1 of 5, below the limit\n- Rules: none/);
    assert.match(status('No, score=5.0 required=5.0 tests=BAYES_50=0.8'), /over the limit\n- Rules: 1/);
  });
  it('lists the heaviest rules first, those without points last', () => {
    const told = status(
      'Yes, score=7 required=5 tests=HTML_MESSAGE=0.1,BAYES_99=3.5,SPF_PASS=0,BAYES_00=-1.9,UNKNOWN_ONE',
    );
    const rows = told.split('\n').filter((line) => /^\| .*`/.test(line));
    assert.deepEqual(
      rows.map((row) => /^\| (\S*) ?\| `([^`]+)`/.exec(row)?.slice(1).join(' ')),
      ['+3.5 BAYES_99', '-1.9 BAYES_00', '+0.1 HTML_MESSAGE', '0 SPF_PASS', ' UNKNOWN_ONE'],
    );
    const many = Array.from({ length: 42 }, (_, i) => `RULE_${i}=1.0`).join(',');
    assert.match(status(`Yes, score=7 required=5 tests=${many}`), /\n\n2 more\./);
    assert.doesNotMatch(status(`Yes, score=7 required=5 tests=${many.split(',').slice(0, 40).join(',')}`), / more\./);
  });
  it('explains a rule', () => {
    const header = 'X-Spam-Status: Yes, score=7 required=5 tests=BAYES_99=3.5,UNKNOWN_ONE=1.0';
    explains(header, 'BAYES', undefined, /\+3\.5 points\./);
    explains(header, 'UNKNOWN', undefined, /a rule that is not known/, /\+1 points\./, /SpamAssassin/);
  });
});

describe('a list that can be left', () => {
  const says = (...fields: readonly string[]): string => over(fields.join('\n'), 'List-Unsubscribe').says;
  const https = 'List-Unsubscribe: <https://a.test/u>, <mailto:u@a.test>';
  const post = 'List-Unsubscribe-Post: List-Unsubscribe=One-Click';
  const signed = (names: string): string => `DKIM-Signature: v=1; h=from:${names}; d=a.test`;
  it('with one click, or not', () => {
    assert.match(says(https), /One click is not offered/);
    assert.match(says('List-Unsubscribe: <mailto:u@a.test>', post), /One click cannot work/);
    assert.match(says(https, post), /no DKIM signature covers both/);
    assert.match(says(https, post, signed('List-Unsubscribe:List-Unsubscribe-Post')), /offered and signed/);
    assert.match(says(https, post, signed('list-unsubscribe')), /no DKIM signature covers both/);
    assert.match(says(https, post, signed('list-unsubscribe-post')), /no DKIM signature covers both/);
    const apart = [signed('list-unsubscribe'), signed('list-unsubscribe-post')];
    assert.match(says(https, post, ...apart), /no DKIM signature covers both/);
    assert.match(over(post, 'List-Unsubscribe-Post').says, /One click cannot work/);
  });
  it('by its addresses', () => {
    explains(https, 'https:', '<https://a.test/u>', /^\*\*https:\/\/a\.test\/u\*\*: open this page to /, /One click/);
    explains(https, 'mailto:', '<mailto:u@a.test>', /write to this address to /, /RFC 2369/);
    explains('List-Post: NO', 'List-Post', undefined, /\*\*NO\*\*/);
    assert.doesNotMatch(over('List-Help: <https://a.test/h>', 'https:').says, /One click/);
  });
});

describe('the tags of a signature', () => {
  const tags =
    'DKIM-Signature: v=1; a=rsa-sha256; c=x/relaxed; d=a.test; s=s1; h=from:To:to:; bh=QUJD; b=; t=1795168800; x=soon; z=hello';
  it('say what their value means', () => {
    explains(tags, 'a=rsa', 'a=rsa-sha256', /\*\*a=\*\*: /);
    explains(tags, 'c=x', 'c=x/relaxed', /Header, x: This word is not known\./, /Body, relaxed: /);
    explains(tags, 'h=from', undefined, /Signed: from, To, to\n- Named more than once: to/);
    explains(tags, 'bh=', 'bh=QUJD', /3 octets, in base64\./);
    explains(tags, 'b=;', undefined, /0 octets, in base64\./);
    explains(tags, 'z=hello', 'z=hello', /hello/);
    assert.doesNotMatch(over(tags, 'x=soon').says, /UTC/);
  });
  it('are summed up', () =>
    explains(
      tags,
      'DKIM',
      undefined,
      /Domain: a\.test\n- Key: s1\._domainkey\.a\.test\n- Algorithm: rsa-sha256\n- Signed at: 2026-11-20 10:00:00 UTC\n- Signed fields: from, To, to/,
    ));
  it('of ARC are told by the name of the field in any letters, and are none of DKIM', () => {
    explains('arc-seal: i=1; a=rsa-sha256; cv=none; d=a.test; s=s; b=AA', 'i=1', 'i=1', /number of this set/);
    assert.doesNotMatch(
      over('DKIM-Signature: v=1; a=rsa-sha256; i=@a.test; d=a.test; s=s; b=AA', 'i=@').says,
      /number of this set/,
    );
  });
  it('of ARC are those of a set', () => {
    const seal = 'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.test; s=s; b=AA';
    explains(seal, 'ARC-Seal', undefined, /Set: 1\n- Chain before it: none/, /ARC-Message-Signature/);
    assert.doesNotMatch(over(seal, 'd=a').says, /ARC-Message-Signature/);
    explains(seal, 'i=1', 'i=1', /ARC-Message-Signature/);
  });
});

describe('what a filter and a server wrote that nobody knows', () => {
  const results = (rest: string): string => `From: a@a.test\nAuthentication-Results: mx.a.test; ${rest}`;
  /** All that is said, without the place of its source. */
  const whole = (header: string, word: string, ...paragraphs: readonly string[]): void =>
    assert.deepEqual(over(header, word).says.split('\n\n').slice(0, -1), paragraphs);

  it('is told so: results and methods', () => {
    whole(
      results('spf=wild smtp.mailfrom=b.test'),
      'spf=wild',
      '**spf=wild**: Whether the sending host may use the domain of the envelope sender or of HELO. The result is none that is known.',
      '- smtp.mailfrom=b.test: The envelope sender, or its domain, that SPF checked.',
    );
    whole(
      results('zork=odd x.y=z'),
      'zork',
      '**zork=odd**: a method that is not known. The result is none that is known.',
      '- x.y=z',
    );
    whole(results('zork=pass'), 'zork', '**zork=pass**: The check passed.');
  });
  it('properties', () => {
    whole(results('zork=pass zork.x=y'), 'zork.x', '**zork.x=y**: A property that is not registered.');
    whole(results('zork=pass smtp.zork=7'), 'smtp.zork', '**smtp.zork=7**: Taken from the SMTP session.');
  });
  it('remarks, and policies in them', () => {
    whole(
      results('dmarc=pass (p=NONE sp=QUARANTINE zork=1 dis=ODD) header.from=b.test'),
      'sp=QUA',
      '**A remark**: what the checker adds to dmarc=pass.',
      '- p=none: The DMARC policy of the domain. Nothing is done because of DMARC.\n- sp=quarantine: The DMARC policy for its subdomains. The message is treated as suspicious, mostly put into the junk folder.\n- dis=odd: What the checking server did with the message.',
      '`p=NONE sp=QUARANTINE zork=1 dis=ODD`',
    );
  });
  it('compauth has its reason behind its result', () =>
    whole(
      'From: a@a.test\nAuthentication-Results: spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=b.test;\n compauth=fail reason=000',
      'Authentication',
      '**Authentication-Results**: What the named server found for SPF, DKIM, DMARC and others. Trust only the name of your own server.',
      '- spf=fail: The SPF record forbids the sending host (-all).\n- compauth=fail: Microsoft does not take the origin as proven; other signs may still let the message in. It failed checks that the domain asks for, such as DMARC with quarantine or reject.',
      'It does not say which server checked. It does not say whether it was written by your own server; believe it only then.',
    ));
  it('a copy of results is not to be gone by', () => {
    const copy = 'From: a@a.test\nX-Original-Authentication-Results: mx.b.test; spf=pass smtp.mailfrom=b.test';
    whole(
      copy,
      'mx.b',
      '**mx.b.test**: the server that checked.',
      'A copy that a later server kept: the sender could have written it. Do not go by it.',
    );
  });
  it('types of content', () => {
    const type = (value: string): string =>
      over(`From: a@a.test\nContent-Type: ${value}; name=a`, value).says.split('\n')[0] ?? '';
    assert.equal(
      type('application/ms-tnef'),
      "**application/ms-tnef**: Outlook's own form (winmail.dat), which other programs do not read.",
    );
    assert.equal(type('application/vnd.ms-tnef'), type('application/ms-tnef').replace('ms', 'vnd.ms'));
    assert.equal(type('application/pdf'), '**application/pdf**: a file of this type.');
    assert.equal(type('video'), '**video**: no type that is known; it counts as plain text (RFC 2045 5.2).');
  });
  it('more than ten words are counted', () => {
    const words = ['DR', 'NDR', 'RN', 'NRN', 'OOF', 'AutoReply', 'All', 'DR', 'NDR', 'RN'];
    const said = (more: readonly string[]): readonly string[] =>
      over(`From: a@a.test\nX-Auto-Response-Suppress: ${[...words, ...more].join(', ')}`, 'X-Auto')
        .says.split('\n\n')
        .slice(1, -1);
    assert.equal(said([]).length, 10);
    assert.deepEqual(said([]).at(-1), '**RN**: No read receipt is wanted.');
    assert.deepEqual(said(['NRN', 'OOF']).slice(9), ['**RN**: No read receipt is wanted.', '2 more.']);
  });
  it('ids without angles, and none at all', () => {
    const told = (header: string): readonly string[] =>
      over(header, header.slice(0, 9)).says.split('\n\n').slice(1, -1);
    const angles = 'It is not between angles as RFC 5322 3.6.4 has it; some servers refuse that.';
    assert.deepEqual(told('Message-ID: abc@a.test\nFrom: a@a.test'), [angles]);
    assert.deepEqual(told('Message-ID: <abc@a.test>\nFrom: a@a.test'), []);
    assert.deepEqual(told('References: none\nFrom: a@a.test'), ['0 messages.']);
    assert.deepEqual(told('References: <1@a.test>\nFrom: a@a.test'), ['1 message.']);
    assert.deepEqual(told('In-Reply-To: <1@a.test>\n <2@a.test>\nFrom: a@a.test'), ['2 messages.']);
    assert.deepEqual(told('Thread-Index: AQHY\nFrom: a@a.test'), [
      'It is no conversation index: one is base64 of at least 22 octets that begin with 01.',
    ]);
  });
  it('a signature that does not say what it signs covers no List-Unsubscribe, and an open angle is no address', () => {
    const list =
      'List-Unsubscribe: <https://a.test/u>, <mailto:u@a.test\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\nDKIM-Signature: v=1; d=a.test; s=s; b=AA';
    const clicks = 'One click is offered, but no DKIM signature covers both fields, as RFC 8058 4 asks.';
    assert.deepEqual(over(list, 'List-Un').says.split('\n\n').slice(1, -1), [clicks]);
    assert.equal(over(list, 'u@a').covers, over(list, 'List-Un').covers);
    assert.match(over(list, 'https').covers, /^<https:\/\/a\.test\/u>$/);
  });
  it('keys of an Antispam-Report of a server of Exchange, before those of Microsoft 365', () => {
    const report = 'X-MS-Exchange-Organization-Antispam-Report: DV:3.3.4.5;SPV:NSPM;OrigIP:192.0.2.1';
    whole(report, 'SPV', '**SPV:NSPM**: a key that is not known.');
    explains(report, 'DV', 'DV:3.3.4.5', /^\*\*DV:3\.3\.4\.5\*\*: /);
  });
});
