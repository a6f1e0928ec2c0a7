import assert from 'node:assert/strict';
import { explainAround, putOff, putOffByMilter } from '../../../../src/core/knowledge/found/aroundReply.ts';

describe('the words of a program around a reply', () => {
  const reason = (code: number | undefined, text: string, around: string, enhanced?: string): string | undefined =>
    explainAround({ code, text, enhanced }, around)?.reason;

  it('tell that client and server are out of step', () => {
    for (const around of [
      'Expected response code "250" but got code "354"',
      'expected reply code 250',
      'Invalid response received from the server',
      'unexpected reply code from server',
    ]) {
      assert.equal(reason(354, 'go on', around), 'command-order', around);
      assert.equal(reason(550, 'no', around), undefined, around);
      assert.equal(reason(400, 'no', around), undefined, around);
      assert.equal(reason(undefined, 'no', around), undefined, around);
    }
    const told = explainAround({ code: 250, text: 'ok' }, 'expected response code');
    assert.deepEqual([told?.basis, told?.confidence], ['words', 'medium']);
  });

  it('tell that a filter of the server put it off, where the reply names no cause of its own', () => {
    const around = 'NOQUEUE: milter-reject: RCPT from a.test[192.0.2.1]: 451 4.7.1';
    assert.equal(reason(451, 'try again later', around), 'greylisted');
    assert.equal(reason(undefined, 'try again later', around, '4.7.1'), 'greylisted');
    assert.equal(reason(undefined, 'try again later', around, '5.7.1'), undefined);
    assert.equal(reason(undefined, 'try again later', around), undefined);
    assert.equal(reason(550, 'try again later', around), undefined);
    assert.equal(reason(500, 'try again later', around), undefined);
    assert.equal(reason(451, 'try again later', around.replace('RCPT', 'CONNECT')), undefined);
    assert.equal(reason(451, 'try again later', 'reject: RCPT'), undefined);
    for (const other of ['Milter: data, reject=451', 'milter x: tempfail', 'milter returned a temporary error'])
      assert.equal(reason(451, 'try again later', other), 'greylisted', other);
    assert.equal(reason(451, 'later', 'Milter: data, reject=550'), undefined);
    for (const text of [
      'graylisted',
      'greylist',
      'over quota',
      'SPF',
      'dkim',
      'DMARC',
      'rate',
      'limit',
      'too many',
      'virus',
      'spam',
    ])
      assert.equal(reason(451, text, around), undefined, text);
    assert.equal(putOffByMilter({ code: 451, text: 'later' }, around), putOff);
    assert.deepEqual([putOff.retry, putOff.confidence, putOff.basis], ['yes', 'medium', 'words']);
  });
});
