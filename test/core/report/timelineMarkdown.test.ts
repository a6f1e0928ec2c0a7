import assert from 'node:assert/strict';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { timelineMarkdown } from '../../../src/core/report/timelineMarkdown.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { type Timeline, timelineOf } from '../../../src/core/trace/timeline.ts';

function timeline(header: string, networks: readonly string[] = []): Timeline {
  const text = `${header}\n\n`;
  const made = timelineOf(
    { blocks: [readMessage(text, new Lines(text), 0, text.length)] },
    { trustedNetworks: networks },
  );
  assert.ok(made);
  return made;
}

const WAY = `Received: from b.fabrikam.test (b.fabrikam.test [203.0.113.4])
 by mx.contoso.test with ESMTPS (TLS1.3) id 2 for <x@contoso.test>; Fri, 20 Nov 2026 12:00:40 +0000
Received: from a ([10.0.0.1]) by b.fabrikam.test with ESMTP id 1; Fri, 20 Nov 2026 12:00:10 +0000
Date: Fri, 20 Nov 2026 12:00:00 +0000`;

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><image href="http://evil.test/x.png"/>',
  "'&lt;&#60;<![CDATA[",
  ']]>--><?php',
  '|x|[a](http://evil.test)`**',
  '\u0000\u0008\u001b\ufffe\ud800',
  '\u202egnp.exe',
];

describe('the timeline as Markdown', () => {
  it('is a table with a row a hop', () => {
    const written = timelineMarkdown('a.eml', timeline(WAY, ['10.0.0.0/8', 'x']));
    assert.match(written, /Total transit time: \*\*30 s\*\*/);
    assert.match(
      written,
      /^\| 2 \| b\.fabrikam\.test .*203\.0\.113\.4.* \| mx\.contoso\.test \| contoso\.test \(receiver\) \| ESMTPS \| TLSv1\.3 \| 2026-11-20 12:00:40 UTC \| 30 s \|$/m,
    );
    assert.match(written, /^- Hop 2: Came in from 203\.0\.113\.4, which is not in mailTriage\.trustedNetworks/m);
    assert.match(written, /^- mailTriage\.trustedNetworks: x is no network\.$/m);
  });

  it('keeps its columns whatever the text holds', () => {
    for (const words of HOSTILE) {
      const written = timelineMarkdown(
        words,
        timeline(`Received: from ${words} by ${words} with ${words}; 1 Jan 2020 00:00:00 Z`),
      );
      const lines = written.split('\n').filter((line) => line.startsWith('|'));
      assert.equal(lines.length, 3);
      for (const line of lines) assert.equal(line.replace(/\\\|/g, '').split('|').length, 10, line);
      assert.doesNotMatch(written, /(?<!\\)<script|(?<!\\)\[a\]/);
    }
  });
});
