import assert from 'node:assert/strict';
import { explainText } from '../../../src/core/knowledge/explain.ts';
import { explainReply } from '../../../src/core/knowledge/explainReply.ts';

const challenge = (json: string): string => `334 ${Buffer.from(json).toString('base64')}`;
const told = (json: string) => explainText(challenge(json))?.explanation;

describe('a challenge that is an error in JSON', () => {
  it('is a token that was refused, and no step of the login', () => {
    const found = told('{"status":"401","schemes":"Bearer","scope":"https://mail.contoso.test/"}');
    assert.equal(found?.reason, 'login-failed');
    assert.equal(found?.retry, 'later');
    assert.equal(found?.actor, 'sender');
    assert.match(found?.meaning ?? '', /token of the login.*expired.*status 401.*https:\/\/mail\.contoso\.test\//);
    assert.ok(found?.next.some(({ text }) => /scope https:\/\/mail\.contoso\.test\//.test(text)));
  });

  it('says what is wrong with the token where it is told', () => {
    assert.match(told('{"status":"insufficient_scope","scope":"mail"}')?.meaning ?? '', /another scope/);
    assert.match(told('{"status":"invalid_request"}')?.meaning ?? '', /form that the mechanism wants/);
    assert.match(
      told('{"status":"invalid_token","error_description":"AADSTS50020: user of another tenant"}')?.meaning ?? '',
      /another tenant/,
    );
  });

  it('is read behind its code alone, and other challenges go on', () => {
    assert.equal(explainText('334 VXNlcm5hbWU6')?.explanation.reason, 'in-progress');
    assert.equal(explainReply({ code: 334, text: '', stage: 'AUTH' }).reason, 'in-progress');
    assert.equal(told('{"nonce":"4711","realm":"contoso.test"}')?.reason, 'in-progress');
    assert.equal(told('{"status":')?.reason, 'in-progress');
  });

  it('puts nothing dangerous into a sentence', () => {
    const meaning = told('{"status":"400","scope":"<b>`x`[y](z)\\u0000"}')?.meaning ?? '';
    assert.doesNotMatch(meaning, /[<>`[\]]/);
  });
});
