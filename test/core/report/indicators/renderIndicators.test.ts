import assert from 'node:assert/strict';
import type { IndicatorReport } from '../../../../src/core/report/indicators/indicatorReport.ts';
import { renderIndicators } from '../../../../src/core/report/indicators/renderIndicators.ts';

const report = (more: Partial<IndicatorReport> = {}): IndicatorReport => ({
  ...{ about: 'Offer', against: [], for: [], unknown: [], indicators: [], leftOut: [] },
  ...more,
});
const indicator = (more: object): IndicatorReport['indicators'][number] =>
  ({
    kind: 'link',
    value: 'hxxps://a[.]test/x',
    where: 'the body',
    line: 7,
    notes: [],
    ...more,
  }) as IndicatorReport['indicators'][number];

const markdown = (...reports: readonly IndicatorReport[]): readonly string[] =>
  renderIndicators(reports, 'markdown').split('\n');
const csv = (...reports: readonly IndicatorReport[]): readonly string[] =>
  renderIndicators(reports, 'csv').split('\r\n').slice(1);
const NOTHING = '- Nothing was looked up for this; links and hosts are written so that they lead nowhere.';

describe('indicators of a message as Markdown', () => {
  it('have what speaks against it and for it, or that nothing does', () => {
    assert.deepEqual(markdown(report()), [
      ...['# Offer', '', '## Speaks against it', '', 'Nothing was found that speaks against it.', ''],
      ...['## Speaks for it', '', 'Nothing was found that speaks for it.', '', NOTHING, ''],
    ]);
    const fact = (words: string, line: number) => ({ words, line }) as IndicatorReport['against'][number];
    assert.deepEqual(
      markdown(
        report({ against: [fact('It lies.', 3)], for: [fact('It is signed.', 4)], unknown: [fact('No hop.', 1)] }),
      ),
      [
        ...['# Offer', '', '## Speaks against it', '', '- It lies. (line 3)', ''],
        ...['## Speaks for it', '', '- It is signed. (line 4)', ''],
        ...['## Cannot be told from it', '', '- No hop. (line 1)', '', NOTHING, ''],
      ],
    );
  });
  it('have a table of each kind, and nothing in it that could lead somewhere', () => {
    const rows = markdown(
      report({
        indicators: [
          indicator({ notes: ['One.', 'Two.'], leadsTo: 'hxxp://b[.]test' }),
          indicator({ value: 'a|b `c`', where: '[x](y)' }),
          indicator({ value: '' }),
          indicator({ kind: 'attachment', value: 'a.pdf', size: 1, sha256: 'abc', line: 9 }),
          indicator({ kind: 'attachment', value: 'b.pdf', size: 12 }),
        ],
        leftOut: ['3 links are not listed.'],
      }),
    ).filter((line) => /^[|-]/.test(line) && !/^\| (?:value|---)/.test(line));
    assert.deepEqual(rows, [
      '| `hxxps://a[.]test/x`<br>leads to `hxxp://b[.]test` | the body | 7 | One. Two. |',
      '| `` a¦b `c` `` | \\[x\\](y) | 7 |  |',
      '| (no name) | the body | 7 |  |',
      '| `a.pdf`<br>1 octet<br>SHA-256 `abc` | the body | 9 |  |',
      '| `b.pdf`<br>12 octets | the body | 7 |  |',
      '- 3 links are not listed.',
      NOTHING,
    ]);
  });
  it('of several messages stand one behind the other', () =>
    assert.deepEqual(
      markdown(report({ about: 'one' }), report({ about: 'two' })).filter((line) => line.startsWith('# ')),
      ['# one', '# two'],
    ));
});

describe('indicators of a message as a table', () => {
  it('have a row each, with a head', () => {
    const told = report({
      against: [{ words: 'It lies.', line: 3 }] as unknown as IndicatorReport['against'],
      for: [{ words: 'It is signed.', line: 4 }] as unknown as IndicatorReport['for'],
      unknown: [{ words: 'No hop.', line: 1 }] as unknown as IndicatorReport['unknown'],
      indicators: [indicator({ notes: ['One.', 'Two.'], leadsTo: 'x', size: 0, sha256: 'abc' }), indicator({})],
      leftOut: ['3 links.'],
    });
    assert.equal(
      renderIndicators([told], 'csv').split('\r\n')[0],
      'message,kind,value,leads to,stands in,line,size,sha256,notes',
    );
    assert.deepEqual(csv(told), [
      'Offer,speaks against,It lies.,,,3,,,',
      'Offer,speaks for,It is signed.,,,4,,,',
      'Offer,cannot be told,No hop.,,,1,,,',
      'Offer,link,hxxps://a[.]test/x,x,the body,7,0,abc,One. Two.',
      'Offer,link,hxxps://a[.]test/x,,the body,7,,,',
      'Offer,left out,3 links.,,,,,,',
      '',
    ]);
    assert.equal(csv(report({ leftOut: ['a'] }), report({ leftOut: ['b'] })).length, 3);
  });
  it('have no cell that breaks out of the table, or that is a formula', () => {
    const cell = (about: string): string =>
      (csv(report({ about, leftOut: ['x'] }))[0] ?? '').replace(/,left out,x,,,,,,$/, '');
    assert.equal(cell('plain 1'), 'plain 1');
    assert.equal(cell('a,b'), '"a,b"');
    assert.equal(cell('a"b'), '"a""b"');
    assert.equal(cell('a\r\n\tb'), 'a b');
    assert.equal(cell(' a'), '" a"');
    assert.equal(cell('a '), '"a "');
    for (const sign of ['=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20', '|', '%'])
      for (const text of [`${sign}x`, ` ${sign}x`]) assert.equal(cell(text), `"'${text}"`, text);
    assert.equal(cell('a=b'), 'a=b');
    assert.equal(cell("it's"), `"it's"`);
  });
});

describe('indicators of a message as data', () => {
  it('are the report, or a list of them', () => {
    const [one, two] = [report({ about: 'one' }), report({ about: 'two' })];
    assert.deepEqual(JSON.parse(renderIndicators([one], 'json')), one);
    assert.deepEqual(JSON.parse(renderIndicators([one, two], 'json')), [one, two]);
    assert.ok(renderIndicators([one], 'json').endsWith('}\n'));
  });
});
