import assert from 'node:assert/strict';
import { dnsStatuses } from '../../../src/core/knowledge/dnsStatuses.ts';
import { enhancedClasses, enhancedCodes, enhancedSubjects } from '../../../src/core/knowledge/enhancedCodes.ts';
import { blockLists } from '../../../src/core/knowledge/found/blockLists.ts';
import { readings } from '../../../src/core/knowledge/grammar/readWords.ts';
import { reasons } from '../../../src/core/knowledge/reasons.ts';
import { replyCodes } from '../../../src/core/knowledge/replyCodes.ts';
import {
  citedSource,
  listOfSources,
  type Source,
  type Sources,
  sources,
  sourceWords,
} from '../../../src/core/knowledge/sources.ts';
import { microsoftCodes } from '../../../src/core/knowledge/texts/microsoft/microsoftCodes.ts';
import { vendorCodes } from '../../../src/core/knowledge/texts/vendorCodes.ts';
import { allTexts } from '../../../src/core/knowledge/texts.ts';
import { diagnosticRows } from '../../../src/core/problems/diagnosticRows.ts';

const cited: readonly Source[] = [
  ...allTexts,
  ...readings,
  ...blockLists,
  ...microsoftCodes.values(),
  ...vendorCodes.map(({ meaning }) => meaning),
  ...dnsStatuses.values(),
  ...enhancedClasses.values(),
  ...enhancedSubjects.values(),
  ...[...enhancedCodes.values()].flatMap(({ general, transient, failure, stages }) => [
    general,
    ...(transient === undefined ? [] : [transient]),
    ...(failure === undefined ? [] : [failure]),
    ...Object.values(stages),
  ]),
  ...[...replyCodes.values()].flatMap(({ general, stages }) => [general, ...Object.values(stages)]),
  ...Object.values(reasons),
  ...Object.values(diagnosticRows),
].flatMap(({ source }) => listOfSources(source));

const shown = (some: Sources, words: string): void => assert.equal(sourceWords(some), words);

const linked = (source: Source, address: string | undefined): void =>
  assert.equal(citedSource(source).address, address);

/** Known from the verdicts of whole messages and reports. */
const elsewhere = ['google-groups', 'haraka-outbound', 'message-field', 'sysexits', 'x-arf'];

describe('sources', () => {
  it('are shown by title and place', () => {
    shown('RFC 5321 4.2.1', 'RFC 5321 4.2.1');
    shown('google', 'Google Workspace Help: Gmail SMTP errors and codes');
    shown(['RFC 5782', 'postconf reject_rbl_client'], 'RFC 5782; Postfix, postconf(5): reject_rbl_client');
    shown('message-field X-Spam-Flag', 'field of the message: X-Spam-Flag');
  });

  it('have the address of the place where there is one', () => {
    linked('RFC 5321', 'https://www.rfc-editor.org/rfc/rfc5321');
    linked('RFC 5321 4.2.3, 7.9', 'https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3');
    linked('RFC 3463 X.1.1', 'https://www.rfc-editor.org/rfc/rfc3463#section-3.2');
    linked('postconf queue_minfree', 'https://www.postfix.org/postconf.5.html#queue_minfree');
    linked('exim-code src/src/route.c', 'https://github.com/Exim/exim/blob/HEAD/src/src/route.c');
    linked('winsock 10060', 'https://learn.microsoft.com/en-us/windows/win32/winsock/windows-sockets-error-codes-2');
    linked('kerio-wording', undefined);
    linked('sorbs', undefined);
  });

  it('are keys of the table or RFCs that have a row', () => {
    const row: { source: Sources } = {
      // @ts-expect-error a source that is misspelt
      source: 'postcnf queue_minfree',
    };
    // @ts-expect-error an RFC without a row
    const other: Sources = 'RFC 5312 4.2.1';
    assert.deepEqual([row.source, other], ['postcnf queue_minfree', 'RFC 5312 4.2.1']);
  });

  it('can be read in a browser', () => {
    for (const source of new Set(cited)) {
      const { words, address } = citedSource(source);
      assert.match(words, /\S{3}/, source);
      if (address !== undefined) assert.equal(new URL(address).href, address, source);
    }
  });

  it('were seen on a day', () => {
    for (const [key, row] of sources) {
      if (row.kind === 'wording' || row.seen === undefined) continue;
      assert.equal(new Date(row.seen).toISOString().slice(0, 10), row.seen, key);
    }
  });

  it('are all cited', () => {
    const keys = new Set([...cited.map((source) => source.split(' ')[0]), ...elsewhere]);
    assert.deepEqual(
      [...sources.keys()].filter((key) => !keys.has(key)),
      [],
    );
  });

  it('are wanting for few texts', () => {
    const wanting = allTexts.filter(({ source }) =>
      listOfSources(source).some((one) => citedSource(one).kind === 'wording'),
    );
    assert.equal(wanting.length, 16, wanting.map(({ name }) => name).join(' '));
  });
});
