import assert from 'node:assert/strict';
import { type ExplainedText, explainText } from '../../../src/core/knowledge/explain.ts';
import { readings } from '../../../src/core/knowledge/grammar/readWords.ts';
import { because } from '../../../src/core/knowledge/meaning.ts';
import { type ReasonName, reasons } from '../../../src/core/knowledge/reasons.ts';
import { isQueueRetry, queueRetries, type Step } from '../../../src/core/knowledge/steps.ts';
import { meaningOf } from '../../../src/core/knowledge/texts/replyText.ts';
import { allTexts } from '../../../src/core/knowledge/texts.ts';
import { stepsInWords } from '../../../src/core/report/words.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import { replySamples } from '../../support/replySamples.ts';

interface Told {
  readonly actor: (typeof allTexts)[number]['actor'] & string;
  readonly next: readonly Step[];
}

const takers = (next: readonly Step[]): number => new Set(next.map(({ by }) => by)).size;

/** A line for each who takes a step, and every step in one of them. */
function oneLineEach(told: Told, where: string): void {
  const lines = stepsInWords(told);
  assert.equal(lines.length, takers(told.next), where);
  const all = lines.join(' ').toLowerCase();
  for (const { text } of told.next) assert.ok(all.includes(text.slice(1).toLowerCase()), `${where}: ${text}`);
}

const explained: readonly (readonly [string, ExplainedText])[] = replySamples.flatMap(({ text }) => {
  const found = explainText(text);
  return found === undefined ? [] : [[text, found] as const];
});

const digitOf = ({ code, enhanced }: ExplainedText): number =>
  code === undefined ? Number(enhanced?.[0]) : Math.floor(code / 100);

/** What time alone mends (RFC 6647, RFC 5321 4.5.4.1), or what a row says of its own that it does. */
const timeMends: ReadonlySet<ReasonName> = new Set(
  (Object.keys(reasons) as ReasonName[]).filter((name) => reasons[name].retry === 'yes'),
);

describe('advice', () => {
  it('is one line for each who acts, whatever is explained', () => {
    for (const row of allTexts) oneLineEach(meaningOf(row) as Told, row.name);
    for (const { name, ...row } of readings)
      oneLineEach(because(row.reason, row.meaning, row.source, row) as Told, name);
    for (const name of Object.keys(reasons) as ReasonName[]) {
      oneLineEach(because(name, reasons[name].meaning, reasons[name].source) as Told, name);
    }
    for (const [text, { explanation }] of explained) oneLineEach(explanation as Told, text);
  });

  it('is so in verdicts', () => {
    for (const [text] of explained.slice(0, 400)) {
      for (const verdict of readVerdicts(readTicket(`${text}\n`))) oneLineEach(verdict as Told, text);
    }
  });

  it('joins the steps of one', () => {
    const next: readonly Step[] = [
      queueRetries,
      { by: 'sender', kind: 'do', text: 'Check the address.' },
      { by: 'recipient', kind: 'do', text: 'Make room.' },
      { by: 'sender', kind: 'again', text: 'Send it again.' },
    ];
    assert.deepEqual(stepsInWords({ next, actor: 'sender' }), [
      'Wait: the sending server tries again by itself.',
      'Check the address. Send it again.',
      'As the recipient, make room.',
    ]);
  });

  it('asks for the same try after a 5yz only where time mends it, and leaves it to no queue', () => {
    let many = 0;
    for (const [text, found] of explained) {
      const { reason, retry, next } = found.explanation;
      if (digitOf(found) !== 5) continue;
      assert.ok(!next.some(isQueueRetry), text);
      if (retry !== 'yes') continue;
      many++;
      const row = allTexts.find((one) => one.reason === reason && one.retry === 'yes');
      assert.ok(timeMends.has(reason) || row !== undefined || /tempora|sometime|later|for now/i.test(text), text);
    }
    assert.ok(many > 20, String(many));
  });

  it('leaves a 4yz to the queue wherever the same try can succeed', () => {
    for (const [text, found] of explained) {
      const { retry, next } = found.explanation;
      if (digitOf(found) === 4 && retry === 'yes')
        assert.ok(
          next.some(({ kind }) => kind === 'wait'),
          text,
        );
    }
  });

  it('waits for no queue after a status of HTTP', () => {
    const refused = explainText(
      "SparkPostError: Bad Request errors: [ { message: 'Invalid domain', description: 'No sending domain specified' } ], statusCode: 400",
    );
    assert.equal(refused?.explanation.reason, 'sender-not-allowed');
    assert.equal(refused?.explanation.retry, 'later');
    assert.ok(!refused?.explanation.next.some(isQueueRetry));
    assert.equal(explainText('451 4.7.1 Unverified sending domain contoso.test')?.explanation.retry, 'yes');
  });
});
