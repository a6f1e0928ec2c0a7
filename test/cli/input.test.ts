import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import {
  isMessageFile,
  messageBytes,
  readBytes,
  readInput,
  readPacked,
  startOf,
  textOf,
  textOfFile,
} from '../../src/cli/input.ts';
import { readOpened } from '../../src/cli/openedTicket.ts';
import { ticketLines } from '../../src/core/report/ticketText.ts';

const report = (organisation: string): string =>
  `<?xml version="1.0"?>\n<feedback>\n<report_metadata><org_name>${organisation}</org_name><date_range><begin>1795219200</begin><end>1795305599</end></date_range></report_metadata><policy_published><domain>contoso.test</domain><p>reject</p></policy_published><record><row><source_ip>203.0.113.9</source_ip><count>3</count><policy_evaluated><disposition>reject</disposition><dkim>fail</dkim><spf>fail</spf></policy_evaluated></row><identifiers><header_from>contoso.test</header_from></identifiers><auth_results><spf><domain>contoso.test</domain><result>fail</result></spf></auth_results></record></feedback>`;

/** What `mail-triage read` says of a file. */
async function told(name: string, bytes: Uint8Array): Promise<string> {
  const read = await textOfFile(name, Buffer.from(bytes));
  assert.ok(read.ok, read.ok ? '' : read.problem);
  return [...ticketLines(undefined, await readOpened(read.text, name.endsWith('.eml') ? 'message' : 'anywhere'))].join(
    '\n',
  );
}

/** From whom, about which domain, of which time, and what it found. */
const FOUND =
  /A DMARC aggregate report from Fabrikam about contoso\.test, 2026-11-21 00:00 to 2026-11-21 23:59 UTC: Of 3 messages, none passes DMARC \(the policy is p=reject\)\. 3 messages from 203\.0\.113\.9 fail/;

describe('a file that is no text', () => {
  const problem = (bytes: Buffer): string => {
    const read = textOf('r', bytes);
    return read.ok ? 'text' : read.problem;
  };

  it('says that what is in it is none either', () => {
    assert.match(problem(Buffer.from('PK\u0003\u0004\0\0\0\0')), /packed.*none either/);
    assert.match(problem(Buffer.from('MZ\0\0\0\0')), /NUL bytes/);
  });

  it('is read as the report that an archive holds, and as both of two', async () => {
    assert.match(await told('r.zip', zipSync({ 'r.xml': strToU8(report('Fabrikam')) })), FOUND);
    const both = await told(
      'r.zip',
      zipSync({ 'a.xml': strToU8(report('Fabrikam')), 'b.xml': strToU8(report('Northwind')) }),
    );
    assert.match(both, FOUND);
    assert.match(both, /from Northwind/);
  });

  it('stays closed where the archive holds what is no text, or more than is unpacked', async () => {
    const closed = await textOfFile('r.zip', Buffer.from(zipSync({ 'a.bin': new Uint8Array(9000) })));
    assert.equal(closed.ok, false);
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.txt`, strToU8('x')]));
    assert.equal((await textOfFile('r.zip', Buffer.from(zipSync(files)))).ok, false);
  });

  it('is read as the message that it is where a file in it is not encoded', async () => {
    for (const packed of [gzipSync(report('Fabrikam')), zipSync({ 'r.xml': strToU8(report('Fabrikam')) })]) {
      const head = [
        'From: reports@northwind.test',
        'To: postmaster@contoso.test',
        'Subject: DMARC report',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'words',
        '--b',
        'Content-Type: application/octet-stream; name=x.gz',
        'Content-Transfer-Encoding: binary',
        '',
        '',
      ].join('\r\n');
      const bytes = Buffer.concat([Buffer.from(head), packed, Buffer.from('\r\n--b--\r\n')]);
      assert.match(
        await told('r.eml', bytes),
        /from northwind\.test about contoso\.test, 2026-11-21 .*none passes DMARC/,
      );
    }
  });
});

describe('a report that is a text', () => {
  it('says from whom, of which time, what it found and what to do', async () => {
    assert.match(await told('r.xml', strToU8(report('Fabrikam'))), FOUND);
    const tls = JSON.stringify({
      'organization-name': 'Fabrikam',
      'date-range': { 'start-datetime': '2026-11-21T00:00:00Z', 'end-datetime': '2026-11-21T23:59:59Z' },
      policies: [
        {
          policy: { 'policy-type': 'sts', 'policy-domain': 'contoso.test', 'mx-host': ['*.contoso.test'] },
          summary: { 'total-successful-session-count': 1, 'total-failure-session-count': 2 },
          'failure-details': [
            {
              'result-type': 'validation-failure',
              'failed-session-count': 2,
              'receiving-mx-hostname': 'mx.northwind.test',
            },
          ],
        },
      ],
    });
    assert.match(
      await told('r.json', strToU8(tls)),
      /A TLS report \(TLSRPT\) from Fabrikam about contoso\.test, 2026-11-21 00:00 to 2026-11-21 23:59 UTC: .*mx\.northwind\.test/,
    );
  });
});

describe('the octets of a file as its text', () => {
  const text = (...octets: readonly (string | Buffer)[]): string => {
    const read = textOf('a', Buffer.concat(octets.map((one) => (typeof one === 'string' ? Buffer.from(one) : one))));
    return read.ok ? read.text : read.problem;
  };
  const latin1 = (words: string): Buffer => Buffer.from(words, 'latin1');
  const head = (charset: string): string => `Content-Type: text/plain; charset=${charset}\n\n`;

  it('are UTF-8 or UTF-16, without the mark in front', () => {
    for (const [octets, expected] of [
      [Buffer.from('Gr\u00fc\u00dfe\n'), 'Gr\u00fc\u00dfe\n'],
      [Buffer.from('\ufeffa\u20ac'), 'a\u20ac'],
      [Buffer.from('\ufeffa\u20ac', 'utf16le'), 'a\u20ac'],
      [Buffer.from('\ufeffa\u20ac', 'utf16le').swap16(), 'a\u20ac'],
      [latin1('a\xfcb'), 'a\ufffdb'],
      [Buffer.alloc(0), ''],
    ] as const)
      assert.equal(text(octets), expected);
  });

  it('are of the charset that is declared above, where they are no UTF-8 (RFC 2045 2.8)', () => {
    for (const [charset, octets, expected] of [
      ['iso-8859-1', 'fc', '\u00fc'],
      ['"windows-1252"', '80', '\u20ac'],
      ["'ISO-8859-2'", 'b1', '\u0105'],
      ['koi8-r', 'c1', '\u0430'],
      ['GB2312', 'c4e3', '\u4f60'],
      ['euc-jp', 'a4a2', '\u3042'],
      ['us-ascii', 'fc', '\ufffd'],
      ['utf-8', 'fc', '\ufffd'],
      ['x-unknown', 'fc', '\ufffd'],
    ] as const)
      assert.equal(text(head(charset), Buffer.from(octets, 'hex')), `${head(charset)}${expected}`, charset);
    assert.equal(text('CHARSET = iso-8859-1\n', latin1('\xfc')), 'CHARSET = iso-8859-1\n\u00fc');
  });

  it('are so line by line, each part by its own', () => {
    assert.equal(
      text(
        latin1('\xfc\n'),
        head('iso-8859-1'),
        latin1('\xfc\n'),
        '\u00fc\n',
        head('koi8-r'),
        latin1('\xc1\n'),
        head('x-none'),
        latin1('\xc1'),
      ),
      `\ufffd\n${head('iso-8859-1')}\u00fc\n\u00fc\n${head('koi8-r')}\u0430\n${head('x-none')}\u0430`,
    );
  });

  it('begin with a message where the name of the file says so', () => {
    for (const name of ['a.eml', 'A.EML', 'x/b.mbox', 'b.mbx', 'c.emlx'])
      assert.deepEqual([startOf(name), isMessageFile(name, Buffer.alloc(0))], ['message', true], name);
    for (const name of ['a.txt', 'eml', 'a.eml.txt', '-', 'aeml', 'a.xeml'])
      assert.deepEqual([startOf(name), isMessageFile(name, Buffer.alloc(0))], ['anywhere', false], name);
    assert.equal(startOf('a.msg'), 'message');
    const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    assert.equal(isMessageFile('a.txt', compound), true);
  });

  it('cannot be had of a file that is not there, or a broken one of Outlook', async () => {
    for (const read of [readInput, readBytes, readPacked]) {
      const missing = await read('no/such/file');
      assert.match(missing.ok ? '' : missing.problem, /^no\/such\/file /);
    }
    const broken = await messageBytes('a.msg', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    assert.match(broken.ok ? '' : broken.problem, /^a\.msg \S/);
    assert.deepEqual(await messageBytes('a.eml', Buffer.from('x')), { ok: true, bytes: Buffer.from('x') });
  });

  it('are unpacked, unless they are wanted as they stand', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mail-triage-'));
    try {
      const name = join(folder, 'a.log.gz');
      const packed = gzipSync('a log\n');
      writeFileSync(name, packed);
      assert.deepEqual(await readInput(name), { ok: true, text: 'a log\n' });
      assert.deepEqual(await readBytes(name), { ok: true, bytes: Buffer.from('a log\n') });
      assert.deepEqual(await readPacked(name), { ok: true, bytes: packed });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
