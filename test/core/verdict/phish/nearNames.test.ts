import assert from 'node:assert/strict';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { storyOf } from '../../../../src/core/verdict/arrival/story.ts';
import { nearBrand, nearName } from '../../../../src/core/verdict/phish/nearNames.ts';
import { phishStory } from '../../../../src/core/verdict/phish/story.ts';

const OWN = ['contoso.test'];

describe('a domain that is spelled nearly like another', () => {
  it('is told of a brand: letters that look like one, digits like letters, a letter more, less, other or swapped', () => {
    for (const [domain, brand] of [
      ['rnicrosoft.com', 'Microsoft'],
      ['login.micros0ft.net', 'Microsoft'],
      ['mlcrosoft.com', 'Microsoft'],
      ['mircosoft.com', 'Microsoft'],
      ['microsofft.com', 'Microsoft'],
      ['rnicrosoft-support.com', 'Microsoft'],
      ['paypa1.com', 'PayPal'],
      ['paypai.com', 'PayPal'],
      ['arnazon.com', 'Amazon'],
      ['amaz0n-billing.com', 'Amazon'],
      ['linkedln.com', 'LinkedIn'],
      ['faceb00k.com', 'Facebook'],
      ['instagrarn.com', 'Instagram'],
      ['docusiqn.com', 'DocuSign'],
    ] as const)
      assert.match(nearBrand(domain) ?? '', new RegExp(`is nearly the name of ${brand},`), domain);
  });

  it('is not told of a brand itself, of its other domains, and of names that only sound alike', () => {
    for (const domain of [
      'microsoft.com',
      'mail.paypal.com',
      'amazon.test',
      'amazonses.com',
      'paypay.ne.jp',
      'blockchair.com',
      'correos.es',
      'consensus.app',
      'wmtransfer.com',
      'modern.test',
      'contoso.test',
      'localhost',
      '192.0.2.1',
    ])
      assert.equal(nearBrand(domain), undefined, domain);
  });

  it('is told of the recipient’s own domain, also with a word that is to look official', () => {
    for (const domain of ['contoso-support.test', 'login-contoso.com', 'c0ntoso-verify.test', 'secure-contoso-it.net'])
      assert.match(nearName(domain, OWN) ?? '', /has the name of contoso\.test in it/, domain);
    for (const domain of ['contos0.test', 'contosso.test', 'contsoo.test'])
      assert.match(nearName(domain, OWN) ?? '', /is nearly contoso\.test, the domain of the recipient/, domain);
    for (const domain of [
      'contoso.test',
      'mail.contoso.test',
      'contoso-garden.test',
      'fabrikam-support.test',
      'contoso.example',
    ])
      assert.equal(nearName(domain, OWN), undefined, domain);
  });

  it('stands in the story of the message and among what speaks against it, once', () => {
    const text =
      'Received: from x.paypa1.com (x.paypa1.com [203.0.113.9]) by mx.contoso.test with ESMTP id 1; Sat, 21 Nov 2026 10:00:00 +0000\nFrom: Service <a@paypa1.com>\nTo: ann@contoso.test\nSubject: x\n\nSee https://rnicrosoft.com/login\n';
    const message = readMessage(text, new Lines(text), 0, text.length);
    const [told, ...others] = storyOf(message).who.disguises;
    assert.match(told?.words ?? '', /^paypa1\.com is nearly the name of PayPal/);
    assert.equal(told?.against, true);
    assert.deepEqual(others, []);
    const against = phishStory(text, message).against.map(({ words }) => words);
    assert.equal(against.filter((words) => /PayPal/.test(words)).length, 1);
    assert.match(against.join('\n'), /A link leads to rnicrosoft\.com: .*Microsoft/);
  });
});
