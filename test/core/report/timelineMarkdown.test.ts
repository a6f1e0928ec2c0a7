import assert from 'node:assert/strict';
import { timelineMarkdown } from '../../../src/core/report/timelineMarkdown.ts';
import { HOSTILE, timeline, WAY } from '../../support/timeline.ts';

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
