import assert from 'node:assert/strict';
import { defangAddress } from '../../../../src/core/mail/links/defang.ts';
import { unwrap } from '../../../../src/core/mail/links/unwrap.ts';

const ADDRESS = 'https://pay.contoso.test/a?b=1&c=2#d';
const ENCODED = encodeURIComponent(ADDRESS);
const BASE64 = Buffer.from(ADDRESS).toString('base64url');

const inside = (address: string): string => unwrap(address).address;
const services = (address: string): readonly string[] => unwrap(address).layers.map(({ service }) => service);

describe('an address inside that of a filter', () => {
  const forms: Readonly<Record<string, readonly string[]>> = {
    'Microsoft Safe Links': [
      `https://eur01.safelinks.protection.outlook.com/?url=${ENCODED}&data=05%7C02%7C&sdata=x%3D&reserved=0`,
      `https://nam12.safelinks.protection.outlook.com/ap/t-59584e83/?url=${ENCODED}&data=05`,
      `https://usg02.safelinks.protection.office365.us/?url=${ENCODED}&amp;data=05%7C01`,
      `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${ENCODED}&locale=en`,
      `HTTPS://EUR01.SAFELINKS.PROTECTION.OUTLOOK.COM./?URL=${ENCODED}&data=05`,
    ],
    'Proofpoint URL Defense': [
      `https://urldefense.proofpoint.com/v1/url?u=${ENCODED}&k=abc%3D%3D%0A&r=x&m=y&s=z`,
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__pay.contoso.test_a-3Fb-3D1-26c-3D2-23d&d=DwMFaQ&c=x&r=y&m=z&s=t&e=',
      'https://urldefense.com/v3/__https://pay.contoso.test/a?b=1&c=2*d__;Iw!!AbC-dEf!XYZ_123$',
      'https://urldefense.us/v3/__https:/pay.contoso.test/a?b*1&c=2#d__;PQ!!AbC!XYZ$',
    ],
    'Barracuda Link Protection': [
      `https://linkprotect.cudasvc.com/url?a=${ENCODED.toLowerCase()}&c=E,1,Ab-c_,,&typo=1`,
    ],
    'Cisco Secure Email': [`https://secure-web.cisco.com/1Ab-c_${'x'.repeat(200)}/${ENCODED}`],
    'Sophos Email': [
      `https://eu-central-1.protection.sophos.com/?d=contoso.test&u=${BASE64}&i=NjA&t=N2&h=0d`,
      `https://us-west-2.protection.sophos.com?d=contoso.test&u=${Buffer.from(ADDRESS).toString('base64')}&p=m`,
    ],
    'Trend Micro': [
      `https://imsva91-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=${ENCODED}&umid=1&auth=2`,
      `https://ddei.fabrikam.test/wis/clicktime/v1/query?url=${ENCODED}&umid=1`,
    ],
    Hornetsecurity: [`https://atpscan.global.hornetsecurity.com/?d=a&f=b&i=&k=c&m=d&u=${ENCODED}`],
    FortiMail: [`https://mail.fabrikam.test/fmlurlsvc/?fewReq=:B:JVE3&url=${ENCODED}`],
    'Symantec Click-time Protection': [
      `https://clicktime.symantec.com/3MnsciFmpCx2GTRRtjmLJoD6H2?u=${ENCODED}`,
      `https://clicktime.symantec.com/15xVcHh2qpEgPv5boCzmK?h=QCYVz=&u=${ADDRESS}`,
    ],
    'Zix and AppRiver (EdgePilot)': [`https://link.edgepilot.com/s/e2b6ca7e/M2-CUdbmsU6?u=${ADDRESS}`],
    'Trellix and FireEye': [`https://protect2.fireeye.com/v1/url?k=abc&q=1&u=${ENCODED}`],
    'Trustwave MailMarshal': [`https://scanmail.trustwave.com/?c=20988&d=n8HL4&u=${ENCODED}`],
    Libraesva: [`https://urlsand.esvalabs.com/?u=${ENCODED}&e=ed7a584b&h=456504aa&f=y&p=y`],
    Vade: [`https://antiphishing.vadesecure.com/v4?f=UU1&i=RTN&k=ywmE&r=Znv&s=634&u=${ENCODED}`],
    'TitanHQ LinkLock': [`https://linklock.titanhq.com/analyse?url=${ENCODED}&data=eJx`],
    'Check Point Harmony Email': [
      `https://url.avanan.click/v2/r01/___${ADDRESS}___.YXAzOnBlYWNl`,
      `https://protect.checkpoint.com/v2/___${ADDRESS.replace('//', '/')}___.YzJ1OnRo`,
      `https://checkpoint.url-protection.com/v1/url?o=${ENCODED}&g=NWQ3N2JlOTQ=&h=MTMxNg==&p=YzJl`,
      `https://avanan.url-protection.com/v1/r01/url?o=${ENCODED.replaceAll('%2F', '/')}&g=YWQ2&h=YzM4`,
      `https://sonicwall.url-protection.com/v1/url?o=${ENCODED}&g=abc`,
    ],
    Google: [
      `https://www.google.com/url?q=${ENCODED}&sa=D`,
      `https://google.co.uk/url?sa=t&url=${ENCODED}`,
      ...['images', 'maps', 'plus', 'mail', 'cse'].map((name) => `https://${name}.google.de/url?q=${ENCODED}`),
    ],
    Facebook: [`https://l.facebook.com/l.php?u=${ENCODED}&h=AT0`],
    LinkedIn: [
      `https://www.linkedin.com/safety/go?url=${ENCODED}&trk=x`,
      `https://www.linkedin.com/safety/go/?url=${ENCODED}`,
    ],
    'Amazon SES': [`https://ab12.r.us-west-2.awstrack.me/L0/${ENCODED.replaceAll('%3A', ':')}/1/0102019-000000/x=388`],
    Mandrill: [
      `https://mandrillapp.com/track/click/305/pay.contoso.test?p=${Buffer.from(
        JSON.stringify({ s: 'a', v: 1, p: JSON.stringify({ u: 305, v: 1, url: ADDRESS, id: 'b' }) }),
      ).toString('base64url')}`,
    ],
  };
  for (const [service, addresses] of Object.entries(forms)) {
    it(`is told of ${service}`, () => {
      for (const address of addresses) {
        assert.equal(inside(address).toLowerCase(), ADDRESS, address);
        assert.deepEqual(services(address), [service], address);
        assert.equal(unwrap(address).host, 'pay.contoso.test');
        assert.equal(unwrap(address).ends, undefined);
      }
    });
  }

  it('is told of the third form of URL Defense with runs of characters and letters beyond ASCII', () => {
    assert.equal(
      inside('https://urldefense.com/v3/__https://contoso.test/**Bx__;4pyT4pyTIQ!!A!B$'),
      'https://contoso.test/✓✓!x',
    );
    assert.equal(inside('https://urldefense.com/v3/__https://contoso.test/a*b__;Kg!!A!B$'), 'https://contoso.test/a*b');
    assert.equal(inside('https://urldefense.com/v3/__https://contoso.test/a*b__;!!A!B$'), 'https://contoso.test/a*b');
  });

  it('is told where one service was put around another', () => {
    const proofpoint = `https://urldefense.com/v3/__${ADDRESS.replace('#', '*')}__;Iw!!A!B$`;
    const both = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(proofpoint)}&data=1`;
    assert.deepEqual(services(both), ['Microsoft Safe Links', 'Proofpoint URL Defense']);
    assert.equal(inside(both), ADDRESS);
  });

  it('is no longer taken out behind eight layers, and that is said', () => {
    let address = 'https://contoso.test/';
    for (let i = 0; i < 7; i++) address = `https://l.facebook.com/l.php?u=${encodeURIComponent(address)}`;
    assert.equal(unwrap(address).ends, undefined);
    assert.equal(inside(address), 'https://contoso.test/');
    const deep = address.replaceAll('facebook', 'messenger');
    let deeper = deep;
    for (let i = 0; i < 3; i++) deeper = `https://www.google.com/url?q=${encodeURIComponent(deeper)}`;
    assert.equal(unwrap(deeper).ends, 'deep');
    assert.equal(unwrap(deeper).layers.length, 8);
  });

  it('stays with Mimecast, and its host is told where it is shown', () => {
    const shown = unwrap('https://protect-eu.mimecast.com/s/AbC1?domain=contoso.test');
    assert.deepEqual([shown.ends, shown.host], ['host', 'contoso.test']);
    const hidden = unwrap('https://url.uk.m.mimecastprotect.com/s/AbC1');
    assert.deepEqual([hidden.ends, hidden.host], ['kept', 'url.uk.m.mimecastprotect.com']);
  });

  it('stays with mailing services and short addresses', () => {
    for (const address of [
      'https://u1.ct.sendgrid.net/ls/click?upn=u001.abc-2B',
      'https://links.fabrikam.test/ls/click?upn=u001.abc-2B',
      'https://fabrikam.us1.list-manage.com/track/click?u=1&id=2&e=3',
      'https://bit.ly/3abc',
      'https://t.co/abc',
      'https://url.emailprotection.link/?b-n5E',
    ])
      assert.equal(unwrap(address).ends, 'kept', address);
  });

  it('is not made up where an address only looks like that of a service', () => {
    for (const address of [
      `https://safelinks.protection.outlook.com.fabrikam.test/?url=${ENCODED}`,
      `https://notgoogle.com/url?q=${ENCODED}`,
      `https://google.fabrikam.test/url?q=${ENCODED}`,
      `https://www.google.com/search?q=${ENCODED}`,
      'https://www.google.com/url?q=weather',
      'https://contoso.test/?url=https://fabrikam.test/',
      `mailto:a@contoso.test?subject=https://urldefense.com/v3/__${ADDRESS}__;!!A!B$`,
    ])
      assert.deepEqual(services(address), [], address);
  });

  it('is marked where anybody could have written the form around it', () => {
    assert.equal(unwrap(`https://fabrikam.test/fmlurlsvc/?url=${ENCODED}`).layers[0]?.imitable, true);
    assert.equal(unwrap(`https://l.facebook.com/l.php?u=${ENCODED}`).layers[0]?.imitable, undefined);
  });

  it('is read in a moment whatever is written', () => {
    for (const piece of ['%', '%3a', '__;', '*', '**A', '&u=', '&amp;', '/', '\\', '@', 'https%3A%2F%2F']) {
      const wide = piece.repeat(400_000);
      for (const start of [
        'https://urldefense.com/v3/__',
        'https://www.google.com/url?q=https://',
        'https://secure-web.cisco.com/',
        'https://',
      ]) {
        assert.ok(unwrap(start + wide).layers.length <= 8);
        assert.ok(unwrap(start + wide.slice(0, 16_000)).layers.length <= 8);
      }
    }
  });
});

describe('an address as it may be passed on', () => {
  it('is none that a program makes a link of', () => {
    assert.equal(defangAddress('https://www.contoso.test/a.b?c=d.e'), 'hxxps://www[.]contoso[.]test/a.b?c=d.e');
    assert.equal(defangAddress('http://a@192.0.2.7:8080/'), 'hxxp://a[@]192[.]0[.]2[.]7:8080/');
    assert.equal(defangAddress('ftp://contoso.test'), 'fxp://contoso[.]test');
    assert.equal(defangAddress('mailto:a@contoso.test?subject=x'), 'mailto:a[@]contoso[.]test?subject=x');
    assert.equal(
      defangAddress('https://urldefense.com/v3/__https://contoso.test/x__;!!A!B$'),
      'hxxps://urldefense[.]com/v3/__hxxps://contoso[.]test/x__;!!A!B$',
    );
    assert.equal(defangAddress('javascript:alert(1)'), 'javascript:alert(1)');
  });
});
