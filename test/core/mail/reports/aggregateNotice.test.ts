import assert from 'node:assert/strict';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

/** What report a message carries, as `kind organisation domain begin until file`. */
function is(expected: string | undefined, header: readonly string[], type?: string, file?: string): void {
  const body = [
    ...['--b', 'Content-Type: text/plain', '', 'x'],
    ...(type
      ? ['--b', `Content-Type: ${type}`, `Content-Disposition: attachment; filename="${file}"`, '', 'AAAA']
      : []),
    '--b--',
  ];
  const text = ['From: dmarc@mail.gate.test', 'Content-Type: multipart/mixed; boundary=b', ...header, '', ...body].join(
    '\n',
  );
  const found = readMessage(text, new Lines(text), 0, text.length).aggregate;
  const told =
    found &&
    [found.kind, found.organisation, found.domain, found.begin, found.until, found.file]
      .map((one) => one ?? '-')
      .join(' ');
  assert.equal(told, expected, [...header, file].join());
  if (found !== undefined) assert.ok(text.slice(found.start, found.end).startsWith('Subject:'));
}

const FILE = 'gate.test!b.test!1763596800!1763683199!1.xml.gz';

describe('a message that brings a report on a domain', () => {
  it('is known by the name of its file (RFC 7489 7.2.1.1)', () => {
    is(`dmarc gate.test b.test 1763596800 1763683199 ${FILE}`, ['Subject: x'], 'application/gzip', FILE);
    const zip = 'gate.test!b.test!1763596800!1763683199.zip';
    is(`dmarc gate.test b.test 1763596800 1763683199 ${zip}`, ['Subject: x'], 'application/zip', zip);
    is(undefined, ['Subject: x'], 'application/gzip', 'b.test.xml.gz');
    is(undefined, ['Subject: x'], 'application/gzip', 'gate.test!b.test!12345678!1763683199.xml.gz');
  });

  it('is known by its subject, which says from whom and about what', () => {
    is(
      'dmarc other.test b.test - - r.xml.gz',
      ['Subject: Report Domain: b.test Submitter: other.test Report-ID: <1>'],
      'application/gzip',
      'r.xml.gz',
    );
    is(
      `dmarc sub c.test 1763596800 1763683199 ${FILE}`,
      ['Subject: Report domain: <c.test> submitter: {sub}'],
      'application/gzip',
      FILE,
    );
    for (const subject of ['Your DMARC aggregate report', 'report for dmarc', 'rua'])
      is('dmarc mail.gate.test - - - r.xml.gz', [`Subject: ${subject}`], 'application/gzip', 'r.xml.gz');
    is(undefined, ['Subject: DMARC'], 'application/gzip', 'r.xml.gz');
    is(undefined, ['Subject: DMARC report']);
    is(undefined, ['Subject: Report Domain: b.test Submitter: other.test']);
  });

  it('is one of TLS by its type, its fields or its file (RFC 8460 5.3)', () => {
    is('tls gate b.test - - -', ['Subject: x', 'TLS-Report-Domain: b.test', 'TLS-Report-Submitter: gate ']);
    is('tls mail.gate.test - - - r.json.gz', ['Subject: x'], 'application/tlsrpt+gzip', 'r.json.gz');
    is('tls mail.gate.test - - - r.json', ['Subject: SMTP report'], 'application/json', 'r.json');
    is('tls mail.gate.test - - - r.json.gz', ['Subject: TLS report'], 'application/gzip', 'r.json.gz');
    is(undefined, ['Subject: x'], 'application/json', 'r.json');
  });
});
