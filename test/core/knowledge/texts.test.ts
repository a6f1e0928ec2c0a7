import assert from 'node:assert/strict';
import { explainText } from '../../../src/core/knowledge/explain.ts';
import { explainReply } from '../../../src/core/knowledge/explainReply.ts';
import type { ReplyText } from '../../../src/core/knowledge/texts/replyText.ts';
import { speakers } from '../../../src/core/knowledge/texts/speakers.ts';
import { findText, generalTexts, productTexts, textLimit } from '../../../src/core/knowledge/texts.ts';
import type { Stage } from '../../../src/core/smtp/verbs.ts';
import { inSentence } from '../../../src/core/text/sentence.ts';
import { replyFacts, serverSamples } from '../../support/replySamples.ts';

const replyTexts = [...productTexts, ...generalTexts];

function facts(sample: string) {
  const { text: words, ...codes } = replyFacts(sample);
  return { ...codes, words };
}

const found = (sample: string): string | undefined => findText(replyTexts, facts(sample))?.name;

const reasonOf = (reply: string, stage: Stage = '?'): string => {
  const { words, ...codes } = facts(reply);
  return explainReply({ ...codes, text: words, stage }).reason;
};

describe('reply texts', () => {
  it('keep the name of their speaker as it is where they stand in a sentence', () => {
    const begun = replyTexts.filter(
      ({ speaker, meaning }) => speaker !== undefined && speakers[speaker].names.exec(meaning)?.index === 0,
    );
    assert.ok(begun.length > 100);
    assert.deepEqual(
      begun.map(({ meaning }) => inSentence(meaning)),
      begun.map(({ meaning }) => meaning),
    );
  });

  it('each have a sample that is explained by them, in a whole line as in a reply', () => {
    for (const row of replyTexts) {
      const own = serverSamples.filter(({ expected }) => expected === row.name);
      assert.ok(own.length > 0, row.name);
      for (const { text } of own) {
        assert.equal(found(text), row.name, text);
        const explanation = explainText(text)?.explanation;
        assert.equal(explanation?.reason, row.reason, text);
        // Of a line without a code a tool may tell more than these words.
        if (!/^\d{3}/.test(text)) continue;
        const told = explanation?.meaning ?? '';
        const listNamed = row.tells?.onAList === true && /stands on the block list \S/.test(told);
        assert.ok(listNamed || told.startsWith(row.meaning.slice(0, -1)), text);
      }
    }
  });

  it('have names of their own', () => {
    assert.equal(new Set(replyTexts.map((row) => row.name)).size, replyTexts.length);
    for (const row of replyTexts) assert.match(row.name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('are enough', () => {
    assert.ok(productTexts.length >= 440, String(productTexts.length));
    assert.ok(generalTexts.length >= 150, String(generalTexts.length));
  });

  it('ignore case', () => {
    assert.equal(reasonOf('550 5.7.1 RELAYING DENIED'), 'relaying-denied');
    assert.equal(reasonOf('550 relaying denied'), 'relaying-denied');
  });

  it('say nothing about success', () => {
    assert.equal(reasonOf('250 2.1.5 <user.unknown@contoso.test> ok, user unknown later'), 'accepted');
    assert.equal(reasonOf('220 spam-filter.contoso.test greylisting ESMTP', 'connect'), 'in-progress');
    assert.equal(reasonOf('354 relaying denied', 'DATA'), 'in-progress');
  });

  it('take words of ordinary sentences only with a code of failure', () => {
    assert.equal(explainText('Our policy is to reject what the virus scanner finds.'), undefined);
    assert.equal(explainText('DMARC and SPF records are published.'), undefined);
    assert.equal(reasonOf('550 rejected, DMARC'), 'dmarc-failed');
  });

  it('know the usual wordings that have no row of their own', () => {
    assert.equal(
      reasonOf('550 5.1.1 <x@contoso.test>: Email address could not be found, or was misspelled'),
      'recipient-unknown',
    );
    assert.equal(reasonOf('550 No such user here', 'RCPT'), 'recipient-unknown');
    assert.equal(reasonOf('553 5.1.1 <x@contoso.test>... Invalid recipient'), 'recipient-unknown');
    assert.equal(reasonOf('552 5.2.2 Over quota'), 'mailbox-full');
    assert.equal(reasonOf('552 Mail quota exceeded'), 'mailbox-full');
    assert.equal(reasonOf('550 Mail relay denied'), 'relaying-denied');
    assert.equal(reasonOf('550 Administrative prohibition'), 'policy-refused');
    assert.equal(reasonOf('421 4.4.2 user timeout, connection closed'), 'connection-failed');
    assert.equal(reasonOf('550 IP address 192.0.2.1 not found in our tables', '(data)'), 'client-refused');
    assert.equal(reasonOf('550 User bob not listed in Domino Directory at mail.contoso.test'), 'recipient-unknown');
    assert.equal(reasonOf('550 relay not permitted'), 'relaying-denied');
    assert.equal(reasonOf('454 4.7.1 <x@fabrikam.test>: Relay access denied'), 'relaying-denied');
    assert.equal(reasonOf('451 4.7.1 Greylisting in action, please come back in 00:05:00'), 'greylisted');
    assert.equal(reasonOf('535 Incorrect authentication data'), 'login-failed');
    assert.equal(reasonOf('421 Too many concurrent SMTP connections; please try again later.'), 'too-many-connections');
    assert.equal(reasonOf('554 5.7.1 This message has been identified as spam'), 'spam-refused');
  });

  it('do not depend on how hostile a text is: all beyond the limit is left out', () => {
    const { also: _, speaker: __, ...any } = replyTexts[0] as ReplyText;
    const row: ReplyText = { ...any, pattern: /needle/ };
    assert.equal(findText([row], { code: 550, words: `${'x'.repeat(textLimit - 6)}needle` }), row);
    assert.equal(findText([row], { code: 550, words: `${'x'.repeat(textLimit)}needle` }), undefined);
  });

  it('hold no pattern that repeats without bound or repeats a repetition', () => {
    for (const row of replyTexts) {
      for (const pattern of [row.pattern, row.also, row.speaker && speakers[row.speaker].mark]) {
        // A repetition without bound, except a single class that a literal must end.
        const source = (pattern?.source ?? '').replace(/\\[.*+(){}[\]|\\]/g, '_');
        assert.doesNotMatch(source, /[*+](?![^[]*\])/, row.name);
        assert.doesNotMatch(source, /\{\d*,\}/, row.name);
        assert.doesNotMatch(source, /\{\d+,?\d*\}[^()]*\)(?:[*+]|\{\d+,\d{2,}\})/, row.name);
      }
    }
  });

  it('come to an end with repeated beginnings of patterns', () => {
    for (const beginning of [
      'Relaying ',
      'user ',
      'message exceeds ',
      'Domain of sender address ',
      'SPF ',
      '550 5.7.1 ',
      '(',
    ]) {
      const text = beginning.repeat(Math.ceil(100_000 / beginning.length));
      assert.equal(typeof explainReply({ code: 550, text, stage: 'RCPT' }).meaning, 'string');
      explainText(text);
    }
  });
});
