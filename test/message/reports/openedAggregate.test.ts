import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { gunzip } from '../../../src/message/reports/gunzip.ts';
import { openedAggregate } from '../../../src/message/reports/openedAggregate.ts';

const report = (ip: string): string =>
  `<feedback><report_metadata><org_name>northwind.test</org_name><report_id>7</report_id><date_range><begin>1700006400</begin><end>1700092799</end></date_range></report_metadata><policy_published><domain>contoso.test</domain><p>none</p></policy_published><record><row><source_ip>${ip}</source_ip><count>2</count><policy_evaluated><disposition>none</disposition><dkim>fail</dkim><spf>fail</spf></policy_evaluated></row></record></feedback>`;

const file = (name: string, encoding: string, body: string): string =>
  `--b\nContent-Type: application/octet-stream; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n`;
const message = (...files: readonly string[]): string =>
  `From: a@northwind.test\nSubject: Report Domain: contoso.test Submitter: northwind.test Report-ID: 7\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${files.join('')}--b--\n`;

function opened(text: string) {
  const [block] = readTicket(text, 'message').blocks;
  assert.ok(block?.kind === 'message');
  const { digests, problems } = openedAggregate(text, block);
  return { count: digests.length, problems };
}
const name = (i: number, end = 'xml'): string => `northwind.test!contoso.test!${i}!1700092799.${end}`;
const one = (i: number): string => file(name(i), '8bit', report('192.0.2.1'));

describe('reports that a message brings', () => {
  it('are opened up to three, and the others counted', () => {
    assert.deepEqual(opened(message(one(1))), { count: 1, problems: [] });
    assert.deepEqual(opened(message(one(1), one(2), one(3))), { count: 3, problems: [] });
    assert.deepEqual(opened(message(one(1), one(2), one(3), one(4))), {
      count: 3,
      problems: ['1 more file waits for the command that shows the table.'],
    });
    assert.deepEqual(opened(message(one(1), one(2), one(3), one(4), one(5))).problems, [
      '2 more files wait for the command that shows the table.',
    ]);
  });

  it('are lost where their octets were taken for characters', () => {
    for (const start of ['PK\u0003\u0004', '\u001f\ufffd\b', '\u001f\u008b\b']) {
      const { count, problems } = opened(message(file(name(1, 'zip'), 'binary', `${start}more`)));
      assert.equal(count, 0);
      assert.deepEqual(problems, [
        `${name(1, 'zip')} is not encoded, so that its octets are lost in a text: it opens from the file.`,
      ]);
    }
    assert.deepEqual(
      opened(message(file(name(1, 'xml.gz'), 'base64', gzipSync(report('192.0.2.1')).toString('base64')))),
      { count: 1, problems: [] },
    );
  });

  it('are told with what they could not be opened for', () => {
    const { count, problems } = opened(message(one(1), file(name(2, 'xml.gz'), 'base64', 'H4sIAAAA')));
    assert.equal(count, 1);
    assert.equal(problems.length, 1);
    assert.ok(problems[0]?.startsWith(name(2, 'xml.gz')));
  });

  it('stand behind each other in a text', () => {
    const of = (text: string) => {
      const ticket = readTicket(text, 'anywhere');
      const block = ticket.blocks.find(({ kind }) => kind === 'log');
      assert.ok(block?.kind === 'log', ticket.blocks.map(({ kind }) => kind).join());
      const { digests, problems } = openedAggregate(text, { ...block, start: 0, end: text.length });
      return { count: digests.length, problems };
    };
    const two = `${report('192.0.2.1')}\n${report('192.0.2.2')}\n`;
    assert.deepEqual(of(two), { count: 2, problems: [] });
    const broken = '<feedback><x></feedback>';
    assert.deepEqual(of(`${two}${broken}`), { count: 2, problems: ['1 more report could not be opened.'] });
    assert.deepEqual(of(`${two}${broken}${broken}`).problems, ['2 more reports could not be opened.']);
  });
});

describe('the members of a gzip file', () => {
  const members = (...texts: readonly string[]): Buffer => Buffer.concat(texts.map((text) => gzipSync(text)));
  it('are unpacked one behind another, with what stands behind them counted', () => {
    for (const [octets, text, left] of [
      [members('one'), 'one', 0],
      [members('one', 'two'), 'onetwo', 0],
      [Buffer.concat([members('one'), Buffer.from('\r\n\0\t\x1a ')]), 'one', 0],
      [Buffer.concat([members('one'), Buffer.from('\nab')]), 'one', 2],
      [Buffer.concat([members('one'), members('two').subarray(0, 15)]), 'one', 12],
    ] as const) {
      const read = gunzip(octets, 100);
      assert.ok(read.ok);
      assert.equal(Buffer.from(read.bytes).toString(), text);
      if (text !== 'one' || left !== 12) assert.equal(read.left, left);
      else assert.ok(read.left > 0);
    }
  });
  it('are broken, or larger than a report, where they are', () => {
    assert.deepEqual(gunzip(Buffer.from('no'), 100), { ok: false, problem: 'broken' });
    assert.deepEqual(gunzip(Buffer.from([0x1f, 0x8c]), 100), { ok: false, problem: 'broken' });
    assert.deepEqual(gunzip(members('one').subarray(0, 14), 100), { ok: false, problem: 'broken' });
    assert.deepEqual(gunzip(members('x'.repeat(101)), 100), { ok: false, problem: 'size' });
    assert.equal(gunzip(members('x'.repeat(100)), 100).ok, true);
    assert.deepEqual(gunzip(members('x'.repeat(60), 'x'.repeat(60)), 100), { ok: false, problem: 'size' });
    const member = gzipSync('x');
    assert.equal(gunzip(Buffer.concat(Array(400).fill(member)), 1000).ok, true);
    assert.deepEqual(gunzip(Buffer.concat(Array(401).fill(member)), 1000), { ok: false, problem: 'size' });
  });
});
