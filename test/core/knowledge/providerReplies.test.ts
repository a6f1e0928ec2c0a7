import assert from 'node:assert/strict';
import { parseEnhanced } from '../../../src/core/knowledge/enhancedCodes.ts';
import { explainText } from '../../../src/core/knowledge/explain.ts';
import { explainReply } from '../../../src/core/knowledge/explainReply.ts';
import type { Explanation } from '../../../src/core/knowledge/explanation.ts';
import { microsoftCodes } from '../../../src/core/knowledge/texts/microsoft/microsoftCodes.ts';
import { vendorCode } from '../../../src/core/knowledge/texts/vendorCodes.ts';
import { allTexts, findText, generalTexts, patternText, productTexts } from '../../../src/core/knowledge/texts.ts';
import { type ReplySample, replyFacts, serverSamples as samples } from '../../support/replySamples.ts';

/** The row that explains a reply, named as the samples name it. */
function rowOf(reply: ReturnType<typeof replyFacts>): string | undefined {
  const { text: words, ...codes } = reply;
  const product = findText(productTexts, { ...codes, words });
  if (product !== undefined) return product.name;
  const status = codes.enhanced === undefined ? undefined : parseEnhanced(codes.enhanced);
  const vendor = status && vendorCode(status, patternText({ ...codes, words }));
  if (vendor?.shown) return `code:${codes.enhanced}`;
  return findText(generalTexts, { ...codes, words })?.name ?? (vendor && `code:${codes.enhanced}`);
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
function explainedAlike({ file, text, expected }: ReplySample, form: string, line: string) {
  const { meaning, reason, actor, next, source, basis } = explainReply(replyFacts(text));
  const found: Partial<Explanation> = explainText(line)?.explanation ?? {};
  assert.deepEqual(
    {
      meaning: found.meaning,
      reason: found.reason,
      actor: found.actor,
      next: found.next,
      source: found.source,
      basis: found.basis,
    },
    { meaning, reason, actor, next, source, basis },
    `${file}, ${form}, ${expected}: ${line}`,
  );
}

/** Samples that are replies, and no lines of notices and logs. */
const replies = samples.filter(({ text }) => /^\d{3}/.test(text));

/** They hold only where the reply ends behind their words, which a line of a log does not show. */
const whole = new Set(['server-temporary-failure', 'server-unauthenticated-cut', 'server-receipt-no-mailbox']);

describe('replies of providers and servers', () => {
  it('are many', () => {
    assert.ok(replies.length >= 1100, String(replies.length));
    assert.ok(allTexts.length + microsoftCodes.size >= 850, String(allTexts.length + microsoftCodes.size));
  });

  it('are explained by the row that is meant', () => {
    for (const { file, text, expected } of samples) {
      assert.equal(rowOf(replyFacts(text)), expected, `${file}: ${text}`);
      assert.notEqual(explainReply(replyFacts(text)).basis, 'class', `${file}: ${text}`);
    }
  });

  it('are explained by it in capitals too, as old gateways pass them on', () => {
    // These end in small letters, by which they are told from longer ones.
    const small = new Set(['server-temporary-failure', 'server-receipt-no-mailbox']);
    for (const { file, text, expected } of samples.filter((sample) => !small.has(sample.expected)))
      assert.equal(rowOf(replyFacts(text.toUpperCase())), expected, `${file}: ${text}`);
  });

  it('are explained alike as a line of their own', () => {
    for (const sample of replies) explainedAlike(sample, 'bare', sample.text);
  });

  it('are explained alike in a line of a Postfix log', () => {
    for (const sample of replies.filter(({ expected }) => !whole.has(expected))) {
      const said = `host mx.example[192.0.2.1] said: ${sample.text} (in reply to RCPT TO command)`;
      explainedAlike(sample, 'log', `to=<bob@contoso.test>, relay=mx.example[192.0.2.1]:25, status=deferred (${said})`);
    }
  });

  it('are explained alike in a Diagnostic-Code', () => {
    for (const sample of replies) explainedAlike(sample, 'report', `smtp; ${sample.text}`);
  });

  it('are explained alike when they are wrapped', () => {
    for (const sample of replies) {
      if (/^\d{3}[ -]\S/.test(sample.text)) explainedAlike(sample, 'wrapped', wrapped(sample.text));
    }
  });
});
