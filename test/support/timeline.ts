import assert from 'node:assert/strict';
import { readMessage } from '../../src/core/mail/messageReader.ts';
import { Lines } from '../../src/core/text/lines.ts';
import { type Timeline, timelineOf } from '../../src/core/trace/timeline.ts';

/** The timeline of a header. */
export function timeline(header: string, networks: readonly string[] = []): Timeline {
  const text = `${header}\n\n`;
  const made = timelineOf(
    { blocks: [readMessage(text, new Lines(text), 0, text.length)] },
    { trustedNetworks: networks },
  );
  assert.ok(made);
  return made;
}

/** Two hops and the Date field. */
export const WAY = `Received: from b.fabrikam.test (b.fabrikam.test [203.0.113.4])
 by mx.contoso.test with ESMTPS (TLS1.3) id 2 for <x@contoso.test>; Fri, 20 Nov 2026 12:00:40 +0000
Received: from a ([10.0.0.1]) by b.fabrikam.test with ESMTP id 1; Fri, 20 Nov 2026 12:00:10 +0000
Date: Fri, 20 Nov 2026 12:00:00 +0000`;

/** Values that a header may hold and no picture or table must be broken by. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><image href="http://evil.test/x.png"/>',
  "'&lt;&#60;<![CDATA[",
  ']]>--><?php',
  '|x|[a](http://evil.test)`**',
  '\u0000\u0008\u001b\ufffe\ud800',
  '\u202egnp.exe',
];
