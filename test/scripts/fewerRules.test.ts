import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { rulesInUse } from '../../scripts/build/fewerRules.mjs';
import { isInUse } from '../../src/core/mask/secrets/rulesInUse.ts';

interface Rule {
  readonly meta: { readonly id: string };
  create(context: object, options: object): { file?(source: object): unknown };
}

const path = 'node_modules/@secretlint/secretlint-rule-preset-recommend/module/index.js';
const code = readFileSync(path, 'utf8');
const all = rules as unknown as readonly Rule[];
const inUse = all.filter(({ meta }) => isInUse(meta.id));

/** Where the rules find something in a text, each with its own name. */
function found(list: readonly Rule[], content: string): readonly string[] {
  const reports: string[] = [];
  for (const { meta, create } of list) {
    const reader = create(
      {
        sharedOptions: {},
        createTranslator: () => (id: string) => ({ message: id, messageId: id }),
        report: ({ range }: { range: readonly number[] }) => void reports.push(`${meta.id} ${range}`),
        ignore: () => undefined,
      },
      {},
    );
    reader.file?.({ content, filePath: 'a.txt', ext: '.txt', contentType: 'text', hasBOM: false });
  }
  return reports;
}

describe('scripts/build/fewerRules.mjs', () => {
  it('keeps the rules that are in use, which find what they found', async () => {
    const short: { rules: readonly Rule[] } = await import(
      `data:text/javascript;base64,${Buffer.from(rulesInUse(code)).toString('base64')}`
    );
    assert.deepEqual(
      short.rules.map(({ meta }) => meta.id),
      inUse.map(({ meta }) => meta.id),
    );
    assert.ok(inUse.length >= 15 && inUse.length < all.length);
    const word = 'aB3dE5gH7jK9mN1pQ4sT6vW8xY2z'.repeat(6);
    const text = `ghp_${word.slice(0, 36)} glpat-${word.slice(0, 20)} npm_${word.slice(0, 36)} sk_live_${word.slice(0, 24)} SG.${word.slice(0, 22)}.${word.slice(0, 43)} xoxb-1234567890-1234567890123-${word.slice(0, 24)} hvs.${word.slice(0, 95)} dckr_pat_${word.slice(0, 27)}`;
    const reports = found(inUse, text);
    assert.ok(new Set(reports.map((report) => report.split(' ')[0])).size >= 7, reports.join('\n'));
    assert.deepEqual(found(short.rules, text), reports);
  });

  it('stops where the file is built otherwise', () => {
    for (const [part, other] of [
      ['const rules = [', 'const others = ['],
      ['var regexpStringMatcherExports = require', 'var matcher = require'],
      ['regexpStringMatcherExports.matchPatterns(', 'regexpStringMatcherExports.createRegExp('],
      ['id: "@secretlint/secretlint-rule-npm"', 'id: name'],
    ] as const) {
      assert.ok(code.includes(part));
      assert.throws(() => rulesInUse(code.replace(part, other)), part);
    }
  });
});
