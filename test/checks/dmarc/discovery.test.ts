import assert from 'node:assert/strict';
import { discoverDmarc, walkNames } from '../../../src/checks/dmarc/discovery.ts';
import { zone } from '../zone.ts';

/** A domain, the records at `_dmarc` below each name, whose record applies, and the organisational domain. */
type Case = readonly [string, Readonly<Record<string, string>>, string | undefined, string | undefined];

const P = 'v=DMARC1; p=reject';

const cases: Readonly<Record<string, Case>> = {
  'of its own': ['contoso.test', { 'contoso.test': P }, 'contoso.test', 'contoso.test'],
  'of nobody where there is no record': ['contoso.test', {}, undefined, 'contoso.test'],
  'of nobody, and a subdomain is its own organisation': ['mail.contoso.test', {}, undefined, 'mail.contoso.test'],
  'of the domain above': ['mail.contoso.test', { 'contoso.test': P }, 'contoso.test', 'contoso.test'],
  'of the domain two above': ['a.mail.contoso.test', { 'contoso.test': P }, 'contoso.test', 'contoso.test'],
  'of its own, though the organisation has one too': [
    'mail.contoso.test',
    { 'mail.contoso.test': P, 'contoso.test': P },
    'mail.contoso.test',
    'contoso.test',
  ],
  'of the one with the fewest labels, not of the one between (RFC 9989 4.10.2)': [
    'a.mail.contoso.test',
    { 'mail.contoso.test': P, 'contoso.test': P },
    'contoso.test',
    'contoso.test',
  ],
  'of the one between where nothing stands above': [
    'a.mail.contoso.test',
    { 'mail.contoso.test': P },
    'mail.contoso.test',
    'mail.contoso.test',
  ],
  'of the one between where it says psd=n': [
    'a.mail.contoso.test',
    { 'mail.contoso.test': `${P}; psd=n`, 'contoso.test': P },
    'mail.contoso.test',
    'mail.contoso.test',
  ],
  'of its own with psd=n, which ends the walk': [
    'mail.contoso.test',
    { 'mail.contoso.test': `${P}; psd=n`, 'contoso.test': P },
    'mail.contoso.test',
    'mail.contoso.test',
  ],
  'of the public suffix where the organisation has none': [
    'mail.contoso.test',
    { test: `${P}; psd=y` },
    'test',
    'contoso.test',
  ],
  'of the organisation below a public suffix': [
    'a.mail.contoso.test',
    { 'contoso.test': P, test: `${P}; psd=y` },
    'contoso.test',
    'contoso.test',
  ],
  'of nothing between the organisation and the domain below a public suffix': [
    'a.mail.contoso.test',
    { 'mail.contoso.test': P, 'contoso.test': P, test: `${P}; psd=y` },
    'contoso.test',
    'contoso.test',
  ],
  'of the suffix two labels long': ['a.contoso.co.test', { 'co.test': `${P}; psd=y` }, 'co.test', 'contoso.co.test'],
  'of its own where it is a public suffix itself': ['co.test', { 'co.test': `${P}; psd=y` }, 'co.test', 'co.test'],
  'of its own where it is a suffix and one stands above, for the walk ends': [
    'co.test',
    { 'co.test': `${P}; psd=y`, test: P },
    'co.test',
    'co.test',
  ],
  'of the top-level domain without psd, for it has the fewest labels': [
    'mail.contoso.test',
    { 'contoso.test': P, test: P },
    'test',
    'test',
  ],
  'with psd=u, as if it said nothing': [
    'a.mail.contoso.test',
    { 'mail.contoso.test': `${P}; psd=u`, 'contoso.test': P },
    'contoso.test',
    'contoso.test',
  ],
  'not of two records, which are both discarded': [
    'mail.contoso.test',
    { 'mail.contoso.test': `${P}|${P}`, 'contoso.test': P },
    'contoso.test',
    'contoso.test',
  ],
  'of one record beside other texts': [
    'contoso.test',
    { 'contoso.test': `other|${P}` },
    'contoso.test',
    'contoso.test',
  ],
  'not with the version in small letters': [
    'contoso.test',
    { 'contoso.test': 'v=dmarc1; p=reject' },
    undefined,
    'contoso.test',
  ],
  'with a capital V and blanks around the sign': [
    'contoso.test',
    { 'contoso.test': 'V = DMARC1 ; p=reject' },
    'contoso.test',
    'contoso.test',
  ],
  'not with a blank in front': ['contoso.test', { 'contoso.test': ' v=DMARC1; p=reject' }, undefined, 'contoso.test'],
  'not with the version behind the policy': [
    'contoso.test',
    { 'contoso.test': 'p=reject; v=DMARC1' },
    undefined,
    'contoso.test',
  ],
  'not with a longer version': ['contoso.test', { 'contoso.test': 'v=DMARC12; p=reject' }, undefined, 'contoso.test'],
  'with the version alone': ['contoso.test', { 'contoso.test': 'v=DMARC1' }, 'contoso.test', 'contoso.test'],
  'in strings that are joined': [
    'contoso.test',
    { 'contoso.test': 'v=DMA" "RC1; p=reject' },
    'contoso.test',
    'contoso.test',
  ],
  'of a domain of eight labels above one of twelve': [
    'a.b.c.d.e.f.g.h.i.j.contoso.test',
    { 'f.g.h.i.j.contoso.test': P },
    'f.g.h.i.j.contoso.test',
    'f.g.h.i.j.contoso.test',
  ],
  'not of a name that the walk jumps over': [
    'a.b.c.d.e.f.g.h.i.j.contoso.test',
    { 'b.c.d.e.f.g.h.i.j.contoso.test': P },
    undefined,
    'a.b.c.d.e.f.g.h.i.j.contoso.test',
  ],
  'of nobody knows whom where a name above is not answered for': [
    'mail.contoso.test',
    { 'contoso.test': '!SERVFAIL', test: P },
    undefined,
    undefined,
  ],
  'of its own where only a name above is not answered for': [
    'mail.contoso.test',
    { 'mail.contoso.test': P, 'contoso.test': '!TIMEOUT' },
    'mail.contoso.test',
    undefined,
  ],
  'of its own with psd=n whatever is not answered above': [
    'mail.contoso.test',
    { 'mail.contoso.test': `${P}; psd=n`, 'contoso.test': '!TIMEOUT' },
    'mail.contoso.test',
    'mail.contoso.test',
  ],
};

const records = (some: Readonly<Record<string, string>>): string =>
  Object.entries(some)
    .flatMap(([name, texts]) =>
      texts.split('|').map((text) => `_dmarc.${name} TXT ${text.startsWith('!') ? text : `"${text}"`}`),
    )
    .join('\n');

describe('the DMARC record that applies (RFC 9989 4.10) is', () => {
  for (const [name, [domain, some, applied, organisation]] of Object.entries(cases)) {
    it(name, async () => {
      const found = await discoverDmarc(domain, zone(records(some)), new AbortController().signal);
      assert.equal(found.applied?.domain, applied);
      assert.equal(found.organisation, organisation);
      assert.equal(found.unanswered === undefined, organisation !== undefined);
    });
  }
  it('looked for at no more than eight names, as in the example of RFC 9989 4.10', () => {
    assert.deepEqual(walkNames('a.b.c.d.e.f.g.h.i.j.mail.contoso.test'), [
      'a.b.c.d.e.f.g.h.i.j.mail.contoso.test',
      'g.h.i.j.mail.contoso.test',
      'h.i.j.mail.contoso.test',
      'i.j.mail.contoso.test',
      'j.mail.contoso.test',
      'mail.contoso.test',
      'contoso.test',
      'test',
    ]);
    assert.deepEqual(walkNames('a.b.c.d.e.f.contoso.test').length, 8);
    assert.deepEqual(walkNames('a.b.c.contoso.test').length, 5);
    assert.deepEqual(walkNames('test'), ['test']);
  });
  it('not asked for at a name that cannot exist (RFC 1035 2.3.4)', async () => {
    const own = async (length: number) => {
      const name = `${'abcdefgh.'.repeat(30).slice(4 - length)}test`;
      const resolve = zone('');
      const { own: step } = await discoverDmarc(name, resolve, new AbortController().signal);
      return [resolve.asked.length, step.answer.status, step.answer.question.type, step.answer.elapsed];
    };
    const longest = 253 - '_dmarc.'.length;
    assert.deepEqual(await own(longest), [8, 'NXDOMAIN', 'TXT', 1]);
    assert.deepEqual(await own(longest + 1), [7, 'NXDOMAIN', 'TXT', 0]);
  });
});
