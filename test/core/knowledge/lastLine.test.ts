import assert from 'node:assert/strict';
import { explainText } from '../../../src/core/knowledge/explain.ts';
import { explainReply } from '../../../src/core/knowledge/explainReply.ts';
import { lastLineOf } from '../../../src/core/knowledge/lastLine.ts';

const reason = (text: string): string | undefined => explainText(text)?.explanation.reason;

describe('the last line of a reply', () => {
  it('is what stands behind the code without a hyphen', () => {
    assert.equal(lastLineOf('550-First\n550-Second\n550 Third'), 'Third');
    assert.equal(lastLineOf('550-5.7.1 First 550 5.7.1 Second'), 'Second');
    assert.equal(lastLineOf('> 550-First\n> 550 Second'), 'Second');
    assert.equal(lastLineOf('First\nSecond'), 'Second');
    assert.equal(lastLineOf('550 one line'), undefined);
    assert.equal(lastLineOf('550-one line'), undefined);
  });

  it('is none where it only says where to read on', () => {
    assert.equal(lastLineOf('550-first\n550 see https://contoso.test'), undefined);
    assert.equal(lastLineOf('550-first\n550 for more information ask us'), undefined);
  });

  it('is none where it goes on with a sentence, or repeats another server', () => {
    assert.equal(lastLineOf('550-the sentence\n550 goes on'), undefined);
    assert.equal(lastLineOf('550-First host said: 550 User unknown'), undefined);
    assert.equal(lastLineOf('550-First\n550-Second said: 550 User unknown\n550 Third'), 'Third');
  });

  it('carries the status (RFC 5321 4.2.1)', () => {
    assert.equal(reason('550-The mailbox is full\n550 5.7.1 SPF check failed'), 'spf-failed');
    assert.equal(reason('550-SPF check failed\n550 5.2.2 The mailbox is full'), 'mailbox-full');
    assert.equal(
      reason('550-Requested action not taken: mailbox unavailable\n550 Sender domain does not resolve'),
      'sender-domain-not-found',
    );
    assert.equal(
      reason('550-5.7.1 SPF check failed\n550 5.7.1 for our spam policies visit https://contoso.test'),
      'spf-failed',
    );
    assert.equal(explainReply({ code: 550, text: 'User unknown\nThe mailbox is full' }).reason, 'mailbox-full');
  });

  it('is found in time, whatever the text is', () => {
    for (const part of ['550-', '550 ', '\n', '550-5.7.1 ', '\n550 ']) lastLineOf(part.repeat(100_000));
  });
});
