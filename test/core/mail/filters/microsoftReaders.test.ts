import assert from 'node:assert/strict';
import {
  antispamReport,
  bulkLevel,
  confidenceLevel,
  phishingLevel,
} from '../../../../src/core/mail/filters/microsoftReaders.ts';

const report = (value: string): string => {
  const read = antispamReport(value, '');
  return read === undefined ? '' : [read.says, read.word, read.score].filter((one) => one !== undefined).join(' ');
};

describe('what Microsoft 365 writes of a message (anti-spam message headers)', () => {
  it('is what a list decided, before what it looks like, before a level', () => {
    for (const [says, values] of Object.entries({ blocked: 'BLK SKB SKS', allowed: 'SFE SKA SKI SKN SKQ' }))
      for (const value of values.split(' '))
        assert.equal(report(`CIP:192.0.2.1;SFV:${value};CAT:PHSH;SCL:5;`), `${says} SFV:${value} 5`);
    for (const [says, values] of Object.entries({
      malware: 'AMP MALW SAP',
      blocked: 'FTBP',
      phishing: 'BIMP DIMP GIMP UIMP HPHISH HPHSH PHSH SPOOF INTOS',
      spam: 'HSPM OSPM SPM',
      bulk: 'BULK',
    }))
      for (const value of values.split(' ')) assert.equal(report(`SFV:SPM;CAT:${value};`), `${says} CAT:${value}`);
    assert.equal(report('SFV:NSPM;CAT:NONE;SCL:1;'), 'clean SFV:NSPM 1');
    assert.equal(report('SFV:SPM;SCL:6;'), 'spam SFV:SPM 6');
    assert.equal(report('sfv:spm'), '');
    assert.equal(report('SFV:spm;'), 'spam SFV:SPM');
    assert.equal(report('SFV:SPM;SRV:BULK;'), 'bulk SRV:BULK');
    assert.equal(report('SFV:NSPM;SRV:BULK;'), 'clean SFV:NSPM');
    assert.equal(report('SCL:-1;'), 'allowed SCL -1 -1');
    assert.equal(report(' SCL: 5 ;'), 'spam SCL 5 5');
    assert.equal(report('XSCL:5;'), '');
    assert.equal(report('CIP:192.0.2.1;'), '');
  });

  it('is a level of spam, of phishing or of bulk mail', () => {
    for (const [value, says] of [
      ['-1', 'allowed'],
      ['0', 'clean'],
      ['4', 'clean'],
      ['5', 'spam'],
      ['9', 'spam'],
    ] as const)
      assert.deepEqual(confidenceLevel(value, ''), { says, word: `SCL ${value}`, score: Number(value), limit: 5 });
    for (const value of ['-2', '10', 'x', '', ' 5']) assert.equal(confidenceLevel(value, ''), undefined, value);
    for (const value of ['4', '8'])
      assert.deepEqual(phishingLevel(value, ''), {
        says: 'suspicious',
        word: `PCL ${value}`,
        rules: [{ name: 'PCL', points: Number(value) }],
      });
    for (const value of ['3', '9', '44', '']) assert.equal(phishingLevel(value, ''), undefined, value);
    assert.deepEqual(bulkLevel('BCL:7;', ''), { says: 'bulk', word: 'BCL 7', rules: [{ name: 'BCL', points: 7 }] });
    assert.deepEqual(bulkLevel('x; BCL: 6', ''), { rules: [{ name: 'BCL', points: 6 }] });
    for (const value of ['BCL:0;', 'BCL:x;', 'XBCL:7;', 'BCL:77;', ''])
      assert.equal(bulkLevel(value, ''), undefined, value);
  });
});
