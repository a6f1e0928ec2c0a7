import assert from 'node:assert/strict';
import { explainText } from '../../../../src/core/knowledge/explain.ts';
import { speakers } from '../../../../src/core/knowledge/texts/speakers.ts';
import { vendorCodes } from '../../../../src/core/knowledge/texts/vendorCodes.ts';

const reasonOf = (reply: string): string | undefined => explainText(reply)?.explanation.reason;

describe('codes of vendors', () => {
  it('mean what the vendor says where the reply shows that it speaks', () => {
    assert.equal(reasonOf('550 5.4.6 Please look into your account at mail.zoho.com'), 'account-disabled');
    assert.equal(reasonOf('550 5.7.30 Have a look at the guidelines 1a2b-3c4d.5 - gsmtp'), 'dkim-failed');
    assert.equal(reasonOf('550 5.7.30 Look it up [AM0PR01CA0001.eurprd01.prod.outlook.com]'), 'login-failed');
    assert.equal(reasonOf('550 5.4.1 Look it up [AM0PR01CA0001.eurprd01.prod.outlook.com]'), 'recipient-unknown');
  });

  it('mean what the registry says where nobody is shown', () => {
    assert.equal(reasonOf('550 5.4.6 Please look into it'), 'mail-loop');
    assert.notEqual(reasonOf('550 5.7.30 Have a look at the guidelines'), 'dkim-failed');
    assert.notEqual(reasonOf('550 5.4.1 Look it up'), 'recipient-unknown');
  });

  it('mean it for their own class only, where the other one says something else', () => {
    const { reason, actor } = explainText('421 4.4.1 Connection timed out [AM0PR01CA0001.eurprd01.prod.outlook.com]')
      ?.explanation ?? { reason: undefined, actor: undefined };
    assert.deepEqual([reason, actor], ['connection-failed', 'network']);
  });

  it('are not shown by the address of a person', () => {
    assert.equal(reasonOf('550 5.4.6 <bob@zoho.com>: please look into it'), 'mail-loop');
  });

  it('belong to speakers, each code to one', () => {
    for (const { speaker } of vendorCodes) assert.ok(speaker in speakers, speaker);
    const keys = vendorCodes.map(({ speaker, code }) => `${speaker} ${code}`);
    assert.equal(new Set(keys).size, keys.length);
  });
});
