import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { protocolOf } from '../../../src/core/features/hover/header/hopLines.ts';
import { authMethods, authResultMeaning } from '../../../src/core/knowledge/authMethods.ts';
import { headerField, headerFields } from '../../../src/core/knowledge/headerFields.ts';
import * as auth from '../../../src/core/knowledge/headerValues/authProperties.ts';
import { fieldWords, receivedClauses, receivedWords } from '../../../src/core/knowledge/headerValues/fieldWords.ts';
import { barracudaRules, keysOfFields } from '../../../src/core/knowledge/headerValues/filterKeys.ts';
import type { HeaderValue } from '../../../src/core/knowledge/headerValues/headerValue.ts';
import * as microsoft from '../../../src/core/knowledge/headerValues/microsoftValues.ts';
import * as signature from '../../../src/core/knowledge/headerValues/signatureTags.ts';
import * as spam from '../../../src/core/knowledge/headerValues/spamAssassinRules.ts';
import { headerValue, spamRule } from '../../../src/core/knowledge/headerValues.ts';
import { rfcs } from '../../../src/core/knowledge/rfcs.ts';

const linesOf = (name: string): readonly string[] =>
  readFileSync(`test/core/knowledge/facts/${name}`, 'utf8').split('\n').filter(Boolean);

type Row = { readonly meaning: string; readonly source: string };

/** What a value of a set means, by the table that the set stands in. */
function meaningOf(set: string, value: string): Row | undefined {
  const method = / result$/.test(set) ? set.replace(/ result$/, '') : undefined;
  if (method !== undefined) return authResultMeaning(method, value);
  switch (set) {
    case 'report key':
      return microsoft.antispamKeys.get(value.toLowerCase());
    case 'delivery key':
      return microsoft.deliveryKeys.get(value.toLowerCase());
    case 'auth-results method':
      return authMethods.get(value) ?? auth.privateMethods.get(value);
    case 'auth-results ptype':
      return auth.propertyTypes.get(value);
    case 'dmarc (Microsoft)':
      return authResultMeaning('dmarc', value);
    case 'dmarc action (Microsoft)':
      return headerValue('dmarc action', value);
    case 'dkim note':
      return auth.authNotes.find(([words]) => value.includes(words))?.[1];
    case 'dmarc note':
      return auth.authProperties.get(value);
    case 'arc cv':
      return headerValue('cv', value);
    case 'received with':
    case 'received via':
      return protocolOf(value);
    case 'received additional clause':
      return receivedClauses.get(value);
    case 'on-premises PCL':
      return headerValue('pcl', value);
    default:
      return headerValue(set, value);
  }
}

describe('header fields', () => {
  it('each have a row of their own', () => {
    const names = linesOf('headerFields.txt');
    assert.ok(names.length > 400, String(names.length));
    assert.deepEqual(
      names.filter((name) => !headerFields.has(name.toLowerCase())),
      [],
    );
  });

  it('of a family are known by the beginning of their names', () => {
    for (const name of ['MSIP_Label_1234_Enabled', 'X-NoSpamProxy-Rating', 'X-Zimbra-DL', 'X-antispameurope-sender']) {
      assert.ok(headerField(name), name);
    }
    assert.match(headerField('X-KSMG-Neu')?.meaning ?? '', /Kaspersky/);
    assert.match(headerField('x-vade-analysis-7')?.meaning ?? '', /piece of the cause/);
    assert.match(headerField('X-Atlassian-Neu')?.meaning ?? '', /Jira/);
  });
});

describe('values of header fields', () => {
  const pairs = linesOf('headerValues.txt').map((line) => line.split('\t') as [string, string]);

  it('are all explained', () => {
    assert.ok(pairs.length > 290, String(pairs.length));
    assert.deepEqual(
      pairs.filter(([set, value]) => meaningOf(set, value) === undefined).map((pair) => pair.join(' ')),
      [],
    );
  });

  it('that nobody knows are unknown', () => {
    for (const set of new Set(pairs.map(([name]) => name))) {
      assert.equal(meaningOf(set, 'xyzzy'), undefined, set);
      assert.equal(meaningOf(set, 'constructor'), undefined, set);
    }
    assert.equal(headerValue('compauth reason', '857'), undefined);
  });

  it('tell a reason of composite authentication by its class where it is not documented', () =>
    assert.match(headerValue('compauth reason', '457')?.meaning ?? '', /skipped/));
});

describe('rules of spam filters', () => {
  it('are known by the filter that wrote them', () => {
    assert.ok(spam.spamAssassinRules.size > 150);
    assert.match(spamRule('bayes_99', 'spamassassin')?.meaning ?? '', /surely spam/);
    assert.match(spamRule('R_SPF_ALLOW', 'rspamd')?.meaning ?? '', /allows/);
    assert.match(spamRule('HTML_MESSAGE', 'barracuda')?.meaning ?? '', /HTML/);
    assert.equal(spamRule('CONTOSO_RULE', 'spamassassin'), undefined);
  });
  it('are known in the form of another filter too, as Exim writes those of Rspamd', () =>
    assert.match(spamRule('HFILTER_HOSTNAME_UNKNOWN', 'spamassassin')?.meaning ?? '', /has no reverse name/));
  it('of Mailspike tell how good or bad the reputation is', () => {
    const told = (name: string): string => spamRule(name, 'spamassassin')?.meaning ?? '';
    assert.match(told('RCVD_IN_MSPIKE_H5'), /best reputation, 5 of 5/);
    assert.match(told('RCVD_IN_MSPIKE_H2'), /average/);
    assert.match(told('RCVD_IN_MSPIKE_L5'), /bad reputation/);
  });
});

describe('every row', () => {
  const tables: readonly ReadonlyMap<string, HeaderValue>[] = [
    ...[auth, microsoft, signature, spam].flatMap((module) =>
      Object.values(module).filter(
        (one): one is ReadonlyMap<string, HeaderValue> =>
          one instanceof Map && [...one.values()].every((row) => 'meaning' in row),
      ),
    ),
    ...microsoft.microsoftValues.values(),
    ...fieldWords.values(),
    receivedClauses,
    barracudaRules,
    ...keysOfFields.map(([, keys]) => keys),
  ];
  const rows: readonly Row[] = [
    ...tables.flatMap((table) => [...table.values()]),
    ...receivedWords.map(([, row]) => row),
    ...auth.authNotes.map(([, row]) => row),
  ];

  it('is a whole sentence with a source', () => {
    assert.ok(rows.length > 700, String(rows.length));
    for (const { meaning, source } of rows) {
      assert.match(meaning, /^(?:[A-Z0-9+(]|mutual:|flowed:)[^\n]*[^ .]\.$/, meaning);
      assert.doesNotMatch(meaning, / {2}|\.\./, meaning);
      assert.match(source, /\S{3}/, meaning);
    }
  });

  it('rests on RFCs that have a row', () => {
    for (const { source } of rows) {
      for (const [, number] of source.matchAll(/RFC (\d+)/g)) assert.ok(rfcs.has(Number(number)), source);
    }
  });

  it('stands under a key in small letters', () => {
    for (const table of tables) for (const key of table.keys()) assert.equal(key, key.toLowerCase());
  });
});
