import assert from 'node:assert/strict';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { inEnglish } from '../../../src/core/text/words.ts';
import { formatDelay } from '../../../src/core/trace/delay.ts';
import { layOutTimeline, type Timeline } from '../../../src/core/trace/timeline.ts';
import { type Trace, traceHops } from '../../../src/core/trace/trace.ts';

/** Hops that are easily misread. Fields stand in the order of the text, newest first. */
function trace(...fields: readonly string[]): Trace {
  const text = `${fields.map((field) => `Received: ${field}\n`).join('')}\nReceived: from body by body; 1 Jan 2020 00:00:00 +0000\n`;
  return traceHops(readMessage(text, new Lines(text), 0, text.length));
}

const timeline = (...fields: readonly string[]): Timeline => layOutTimeline(trace(...fields));

/** The moments of the hops, newest first as they stand; `-` where none is read. */
const times = (...fields: readonly string[]): string =>
  trace(...fields)
    .hops.toReversed()
    .map(({ time }) => (time === undefined ? '-' : new Date(time).toISOString().replace('.000Z', 'Z')))
    .join(' ');

const route = (field: string): string => {
  const [hop] = trace(field).hops;
  return `${hop?.from ?? '-'} > ${hop?.by ?? '-'} (${hop?.with ?? '-'}) ${hop?.received?.submitter ?? ''}`.trim();
};

describe('hops that are easily misread', () => {
  it('have no host in a comment of qmail', () => {
    assert.equal(route('(qmail 12345 invoked by uid 99); 21 Aug 2014 12:12:48 -0000'), 'uid 99 > - (-) uid 99');
    assert.equal(route('(qmail 12345 invoked from network); 21 Aug 2014 12:12:48 -0000'), 'network > - (-) network');
  });

  it('do not end where a comment says with or by', () => {
    const field = `from mail (unknown [192.0.2.4]) (using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits)) (No client certificate requested by x) by mx.test (Postfix) with ESMTPS id 1; 21 Aug 2014 12:12:48 +0000`;
    assert.equal(route(field), 'mail > mx.test (ESMTPS)');
    assert.deepEqual(
      [trace(field).hops[0]?.tlsVersion, trace(field).hops[0]?.cipher],
      ['TLSv1.2', 'ECDHE-RSA-AES256-GCM-SHA384'],
    );
    assert.equal(
      route(
        'from a ([192.0.2.4]) by b with esmtps (TLS1.3) tls TLS_X (Exim 4.96) (envelope-from <a@b.test>) id 1; 21 Aug 2014 12:12:48 +0000',
      ),
      'a > b (esmtps)',
    );
  });

  it('keep names that hold a day, a zone or the name of a column', () => {
    assert.equal(route('from MONitor.test by SatHost.test with ESMTP'), 'MONitor.test > SatHost.test (ESMTP)');
    assert.equal(
      route('from utcserver.test by UTC.test with ESMTP; 21 Aug 2014 12:12:48 +0000'),
      'utcserver.test > UTC.test (ESMTP)',
    );
    assert.equal(route('from hop by date with percent; 21 Aug 2014 12:12:48 +0000'), 'hop > date (percent)');
  });

  it('have the time that is written, or none', () => {
    assert.equal(times('from a by b; Thu Aug 21 12:12:48 2014'), '-');
    assert.equal(times('from a by b; Thu Aug 21 12:12:48 2014 +0000'), '2014-08-21T12:12:48Z');
    assert.equal(times('from a by b; 21-Aug-2014 12:12:48'), '-');
    assert.equal(times('from a by b; 21-Aug-2014 12:12:48 -0400'), '2014-08-21T16:12:48Z');
    assert.equal(times('from a by b; 2014-08-21T12:12:48Z'), '2014-08-21T12:12:48Z');
    assert.equal(times('from a by b; 2014-08-21T12:12:48+00:00'), '2014-08-21T12:12:48Z');
    assert.equal(times('from a by b; Thu, 21 Aug 2014 12:12:48 EST'), '2014-08-21T17:12:48Z');
    assert.equal(times('from a by b; 2014-08-21 12:12:48.5 +0000 UTC m=+555016.7'), '2014-08-21T12:12:48.500Z');
    assert.equal(times('from a by b; 13/04/2018 12:12:48 +0000'), '2018-04-13T12:12:48Z');
    assert.equal(times('from a by b; jeu., 21 août 2014 12:12:48 +0000'), '-');
    assert.equal(times('from a by b; Wed, 31 Dec 2008 23:59:60 +0000'), '2009-01-01T00:00:00Z');
    assert.equal(times('from a by b; garbage'), '-');
    assert.equal(times('; 22 Apr 2018'), '-');
    assert.equal(times('from a by b; Thu, 1 Jan 1970 00:00:00 +0000'), '1970-01-01T00:00:00Z');
  });

  it('lose no time to what stands in a comment behind the date', () => {
    const fields = [
      'from b by c; Thu, 21 Aug 2014 12:12:50 +0000 (sent; by; hand)',
      'from a by b; Thu, 21 Aug 2014 12:12:48 +0000',
    ];
    assert.equal(times(...fields), '2014-08-21T12:12:50Z 2014-08-21T12:12:48Z');
    assert.equal(inEnglish(timeline(...fields).total), '2 s');
  });

  it('do not bear the wait of another hop\u2019s clock', () => {
    const { rows, total } = timeline(
      'from b by c; Thu, 21 Aug 2014 12:00:10 +0000',
      'from a by b; Thu, 21 Aug 2014 12:00:30 +0000',
      'from x by a; Thu, 21 Aug 2014 12:00:00 +0000',
    );
    assert.deepEqual(
      rows.map((row) => [row.bar?.linear.width, row.delay, row.rawDelay, row.notes.map(({ code }) => code).join()]),
      [
        [undefined, 'start', undefined, ''],
        [undefined, 'unknown', '30 s', 'clock-ahead'],
        [1, '10 s', '\u221220 s', ''],
      ],
    );
    assert.equal(inEnglish(total), '10 s');
  });

  it('are counted from the first moment there is, and over every full hour', () => {
    const first = timeline(
      'from a by b; Thu, 1 Jan 1970 00:00:04 +0000',
      'from x by a; Thu, 1 Jan 1970 00:00:00 +0000',
    );
    assert.deepEqual([inEnglish(first.total), first.rows[1]?.delay, first.rows[0]?.notes.length], ['4 s', '4 s', 0]);
    const hour = timeline('from a by b; 21 Aug 2014 13:00:10 +0000', 'from x by a; 21 Aug 2014 12:59:30 +0000');
    assert.equal(hour.rows[1]?.delay, '40 s');
  });

  it('are told in hours and days', () => {
    assert.deepEqual([18_613_000, 172_800_000, 120_500].map(formatDelay), ['5 h 10 min', '2 d', '2 min']);
  });

  it('end where the body begins', () => {
    assert.equal(trace('from a by b; 21 Aug 2014 12:00:00 +0000').hops.length, 1);
  });

  it('of a large provider keep their protocol, path and id apart', () => {
    const [hop] = trace(
      `from EX1.prod.test (10.152.92.53) by EX2.prod.test\n (10.152.93.134) with Microsoft SMTP Server (version=TLS1_2,\n cipher=TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P384) id 15.20.696.11 via Frontend Transport; Sat, 21\n Apr 2018 03:01:32 +0000`,
    ).hops;
    assert.deepEqual(
      [hop?.from, hop?.by, hop?.with, hop?.via, hop?.received?.id, hop?.received?.byIp, hop?.tlsVersion],
      [
        'EX1.prod.test',
        'EX2.prod.test',
        'Microsoft SMTP Server',
        'Frontend Transport',
        '15.20.696.11',
        '10.152.93.134',
        'TLSv1.2',
      ],
    );
    const [inside] = trace(
      `from EX1.prod.test (2001:db8:c418::34) by EX3.prod.test with\n HTTPS via GW24.PROD.TEST; Sat, 21 Apr 2018 03:01:33\n +0000`,
    ).hops;
    assert.deepEqual([inside?.with, inside?.via, inside?.tls], ['HTTPS', 'GW24.PROD.TEST', true]);
  });
});
