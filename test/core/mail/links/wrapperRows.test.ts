import assert from 'node:assert/strict';
import { filters } from '../../../../src/core/mail/links/filters.ts';
import { redirects } from '../../../../src/core/mail/links/redirects.ts';
import { trackers } from '../../../../src/core/mail/links/trackers.ts';

describe('a service that puts its address around others', () => {
  const rows = [...filters, ...redirects, ...trackers];

  it('says who it is, and how that is known', () => {
    for (const { service, source } of rows) {
      assert.match(service, /^\p{Lu}[\p{L}\d]|^[a-z]/u);
      assert.match(
        source,
        /^(?:https:\/\/)?[a-z\d.-]+\.[a-z]{2,}(?:[/,]|$)|\bas they were met\b|^[A-Z]/,
        `${service}: ${source}`,
      );
    }
    for (const one of filters) assert.equal(one.kind, 'filter', one.service);
    for (const one of trackers) assert.match(one.kind, /^(?:tracker|shortener)$/, one.service);
    for (const one of redirects) assert.match(one.kind, /^(?:redirect|shortener)$/, one.service);
  });

  it('is asked for by all of its host, so that nobody has it in front of his own', () => {
    for (const { service, host, path } of rows) {
      assert.ok(host !== undefined || path !== undefined, service);
      // A name in front of a domain of the sender's own is told by its path, too.
      assert.ok(host?.source.endsWith('$') !== false || path !== undefined, `${service}: ${host?.source}`);
      if (host !== undefined) {
        assert.ok(/^\^|^\(\?:\^\|\\\.\)|^\\\./.test(host.source), `${service}: ${host.source}`);
        assert.ok(!host.test('contoso.test'), service);
      }
      if (path !== undefined) assert.ok(/^(?:\^|\\\/)/.test(path.source), `${service}: ${path.source}`);
    }
  });
});
