import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseEnhanced } from '../../../src/core/knowledge/enhancedCodes.ts';
import { explainReply, explainText } from '../../../src/core/knowledge/explain.ts';
import type { Explanation } from '../../../src/core/knowledge/explanation.ts';
import { microsoftCode, microsoftCodes } from '../../../src/core/knowledge/texts/microsoft/microsoftCodes.ts';
import { allTexts, findText, generalTexts, productTexts } from '../../../src/core/knowledge/texts.ts';

interface Sample {
  readonly file: string;
  readonly text: string;
  /** The name of a row of texts, or `code:` with an enhanced code of Microsoft's own. */
  readonly expected: string;
}

const folder = new URL('./replies/', import.meta.url);

const samples: readonly Sample[] = readdirSync(fileURLToPath(folder))
  .filter((file) => file.endsWith('.tsv'))
  .flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => {
        const [text = '', expected = ''] = line.split('\t');
        return { file, text, expected };
      }),
  );

/** The parts of a reply; a text without a code is its words. */
function facts(text: string): { readonly code?: number; readonly enhanced?: string; readonly text: string } {
  const match = /^(\d{3})(?:[ -](?:([245]\.\d{1,3}\.\d{1,3})(?: |$))?|$)/.exec(text);
  if (match === null) return { text };
  const enhanced = match[2];
  return {
    code: Number(match[1]),
    text: text.slice(match[0].length),
    ...(enhanced === undefined ? {} : { enhanced }),
  };
}

/** The row that explains a reply, named as the samples name it. */
function rowOf(reply: ReturnType<typeof facts>): string | undefined {
  const { text: words, ...codes } = reply;
  const product = findText(productTexts, { ...codes, words });
  if (product !== undefined) return product.name;
  const status = codes.enhanced === undefined ? undefined : parseEnhanced(codes.enhanced);
  if (status !== undefined && microsoftCode(status) !== undefined) return `code:${codes.enhanced}`;
  return findText(generalTexts, { ...codes, words })?.name;
}

/** The text over several lines of at most 70 characters, each with the code in front as RFC 5321 4.2.1 has it. */
function wrapped(text: string): string {
  const [, code = '', status = '', words = ''] = /^(\d{3})[ -](?:([245]\.\d{1,3}\.\d{1,3}) )?(.*)$/.exec(text) ?? [];
  const lines = words.match(/\S.{0,58}(?:\s|$)|\S+/g) ?? [''];
  const shown = lines.map((line) => line.trimEnd());
  return shown
    .map((line, index) => `${code}${index === shown.length - 1 ? ' ' : '-'}${status}${status && ' '}${line}`)
    .join('\n');
}

/** Asserts that a text has the same explanation as the bare reply of the sample. */
function explainedAlike({ file, text, expected }: Sample, form: string, line: string) {
  const { meaning, reason, actor, next, source, specific } = explainReply(facts(text));
  const found: Partial<Explanation> = explainText(line)?.explanation ?? {};
  assert.deepEqual(
    {
      meaning: found.meaning,
      reason: found.reason,
      actor: found.actor,
      next: found.next,
      source: found.source,
      specific: found.specific,
    },
    { meaning, reason, actor, next, source, specific },
    `${file}, ${form}, ${expected}: ${line}`,
  );
}

describe('replies of providers and servers', () => {
  it('are many', () => {
    assert.ok(samples.length >= 900, String(samples.length));
    assert.ok(allTexts.length + microsoftCodes.size >= 850, String(allTexts.length + microsoftCodes.size));
  });

  it('are explained by the row that is meant', () => {
    for (const { file, text, expected } of samples) {
      assert.equal(rowOf(facts(text)), expected, `${file}: ${text}`);
      assert.equal(explainReply(facts(text)).specific, true, `${file}: ${text}`);
    }
  });

  it('are explained alike as a line of their own', () => {
    for (const sample of samples) explainedAlike(sample, 'bare', sample.text);
  });

  it('are explained alike in a line of a Postfix log', () => {
    for (const sample of samples) {
      const said = `host mx.example[192.0.2.1] said: ${sample.text} (in reply to RCPT TO command)`;
      explainedAlike(sample, 'log', `to=<bob@contoso.test>, relay=mx.example[192.0.2.1]:25, status=bounced (${said})`);
    }
  });

  it('are explained alike in a Diagnostic-Code', () => {
    for (const sample of samples) explainedAlike(sample, 'report', `smtp; ${sample.text}`);
  });

  it('are explained alike when they are wrapped', () => {
    for (const sample of samples) {
      if (/^\d{3}[ -]\S/.test(sample.text)) explainedAlike(sample, 'wrapped', wrapped(sample.text));
    }
  });
});
