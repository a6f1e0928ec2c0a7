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
      `https://mandrillapp.com/track/click/30528584?url=${ENCODED}`,
      `https://mandrillapp.com/track/click/305/pay.contoso.test?p=${Buffer.from(
        JSON.stringify({ s: 'a', v: 1, p: JSON.stringify({ u: 305, v: 1, url: ADDRESS, id: 'b' }) }),
      ).toString('base64url')}`,
    ],
    'Google AMP': [
      `https://www.google.com/amp/s/${ADDRESS.slice('https://'.length)}`,
      `https://www.google.de/amp/${ADDRESS}`,
      `https://google.com/amp/${ADDRESS.replace('//', '/')}`,
      `https://google.com/amp/https%3A%2F%2F${ADDRESS.slice('https://'.length)}`,
    ],
    'Google advertising': [
      `https://www.googleadservices.com/pagead/aclk?sa=L&ai=DChcSEwj&adurl=${ENCODED}`,
      `https://adclick.g.doubleclick.net/pcs/click?xai=AKAOjsv&sai=AMfl-Y&adurl=${ADDRESS}`,
      `https://ad.doubleclick.net/ddm/clk/290;116;n?${ADDRESS}`,
      `https://clickserve.dartsearch.net/link/click?lid=4&ds_dest_url=${ENCODED}`,
    ],
    'Google Translate': [
      `https://translate.google.com/translate?hl=de&sl=en&u=${ENCODED}&prev=search`,
      'https://pay-contoso-test.translate.goog/a?b=1&_x_tr_sl=auto&c=2&_x_tr_tl=de&_x_tr_hl=de&_x_tr_pto=wapp#d',
      'https://1-pay-contoso-test.translate.goog/a?_x_tr_enc=1&b=1&c=2#d',
    ],
    'Gmail pictures': [
      `https://ci3.googleusercontent.com/meips/ADKq_NbKc=s0-d-e1-ft#${ADDRESS}`,
      `https://lh3.googleusercontent.com/proxy/AbC#${ADDRESS}`,
    ],
    YouTube: [`https://www.youtube.com/redirect?event=video_description&redir_token=QUFF&q=${ENCODED}&v=a`],
    WhatsApp: [`https://l.wl.co/l?u=${ENCODED}`],
    Bing: [`https://www.bing.com/ck/a?!&&p=0a1b2c&ptn=3&ver=2&hsh=4&fclid=1&u=a1${BASE64}&ntb=1`],
    DuckDuckGo: [`https://duckduckgo.com/l/?uddg=${ENCODED}&rut=0a1b`],
    Yahoo: [`https://r.search.yahoo.com/_ylt=AwrE;_ylu=Y29s/RV=2/RE=1/RO=10/RU=${ENCODED}/RK=2/RS=aBc-`],
    Slack: [`https://slack-redir.net/link?url=${ENCODED}`],
    VK: [`https://vk.com/away.php?to=${ENCODED}&cc_key=`],
    Steam: [`https://steamcommunity.com/linkfilter/?u=${ENCODED}`],
    Reddit: [
      `https://out.reddit.com/t3_abc?url=${ENCODED}&token=AQAA&app_name=web`,
      `https://click.redditmail.com/CL0/${ENCODED}/1/0100018/x=1`,
    ],
    Tumblr: [`https://t.umblr.com/redirect?z=${ENCODED}&t=Zm9v`],
    'href.li': [`https://href.li/?${ADDRESS}`],
    'Microsoft Azure mail': [`https://emails.azure.microsoft.com/redirect/?destination=${ENCODED}&p=bT0`],
    'Microsoft Defender for Cloud Apps': [
      'https://pay.contoso.test.mcas.ms/a?b=1&c=2&McasTsid=20596#d',
      'https://pay.contoso.test.admin-mcas.ms/a?b=1&c=2#d',
      'https://pay.contoso.test.mcas-gov.us/a?b=1&c=2#d',
      `https://mcas-proxyweb.mcas.ms/certificate-checker?login=false&originalUrl=${ENCODED}&McasCSRF=ed47`,
    ],
    Postmark: [
      `https://click.pstmrk.it/3s/${encodeURIComponent(ADDRESS.slice('https://'.length))}/wmxJTyAN/Gc9Q/H5vxf8qJfE`,
      `https://click.pstmrk.it/2sm/${encodeURIComponent(ADDRESS.slice('https://'.length))}/wmxJTyAN/Gc9Q/H5vxf8qJfE`,
    ],
    'Customer.io': [
      `https://e.customeriomail.com/e/c/${Buffer.from(
        JSON.stringify({ email_id: 'dgTR', href: ADDRESS, internal: 'e2ab', link_id: 10 }).replace('&', '\\u0026'),
      ).toString('base64url')}/66d296e7a577`,
    ],
    'Dynamics 365 marketing': ['target', 'msdynmkt_target'].map(
      (name) =>
        `https://public-eur.mkt.dynamics.com/api/orgs/742da8ce/r/8Uu2?${name}=${encodeURIComponent(
          JSON.stringify({ TargetUrl: ENCODED, RedirectOptions: { 5: null } }),
        )}&msdynmkt_digest=a`,
    ),
    Mailjet: [`http://62zt.mjt.lu/lnk/AM8AAD6TDwcAAAAA/1/H_gVqGi_Nd7AdmeieWY-iA/${BASE64}`],
    Mailinblack: [
      `https://mibc-fr-05.mailinblack.com/securelink/?url=https://pay.contoso.test&key=${Buffer.from(
        JSON.stringify({ lang: 'FR', url: ADDRESS, token: 'gAAAAABp' }),
      ).toString('base64url')}`,
      `https://mibc-fr-05.mailinblack.com/securelink/?key=a&url=${ENCODED}`,
    ],
    Bitdefender: [`https://linkscan.io/scan/ux/${BASE64}/0A1B2C?c=1&i=1&docs=1`],
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
    assert.equal(
      inside('https://urldefense.com/v3/__https://contoso.test/a*b__;Kg!!A__;B$'),
      'https://contoso.test/a*b',
    );
    assert.equal(inside('https://urldefense.com/v3/__;Kg!!A!B$'), 'https://urldefense.com/v3/__;Kg!!A!B$');
  });

  it('is told of a translated page whose host has hyphens or letters beyond ASCII', () => {
    const page = (host: string, query = ''): string => inside(`https://${host}.translate.goog/${query}`);
    assert.equal(page('a--b-contoso-test'), 'https://a-b.contoso.test/');
    assert.equal(page('1-cn--sec-contoso-test', '?_x_tr_enc=1'), 'https://cn-sec.contoso.test/');
    assert.equal(page('0-mnchen--3ya-test', '?_x_tr_enc=0&a=1'), 'https://xn--mnchen-3ya.test/?a=1');
    assert.equal(page('0-contoso-test'), 'https://0.contoso.test/');
    assert.equal(page('1-contoso-test', '?_x_tr_enc=0'), 'https://1.contoso.test/');
  });

  it('is told without its scheme, encoded twice, or as a host alone where only that is written', () => {
    assert.equal(inside('https://www.google.com/url?q=contoso.test/a'), 'http://contoso.test/a');
    assert.equal(inside(`https://l.facebook.com/l.php?u=${encodeURIComponent(ENCODED)}`), ADDRESS);
    assert.equal(
      inside('https://url.avanan.click/v2/___https*3a//contoso.test/a*2fb___.YXAz'),
      'https://contoso.test/a%2fb',
    );
    assert.equal(
      inside('https://url.avanan.click/v2/___https://contoso.test/a___.YXAz:1#part'),
      'https://contoso.test/a',
    );
    assert.equal(inside('https://url.avanan.click/v2/___https://contoso.test/a___.YXAz#b'), 'https://contoso.test/a#b');
    assert.equal(inside('https://url.avanan.click/v2/___https://contoso.test/a'), 'https://contoso.test/a');
    const shown = unwrap('https://mandrillapp.com/track/click/305/Pay.Contoso.test?p=eyJ');
    assert.deepEqual([shown.ends, shown.host], ['host', 'pay.contoso.test']);
    const inky = unwrap('https://shared.outlook.inky.com/link?domain=pay.contoso.test&t=h.eJxV');
    assert.deepEqual(
      [inky.ends, inky.host, services('https://www.inky.com/link?t=h.eJx')],
      ['host', 'pay.contoso.test', ['Inky']],
    );
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
      'https://www.linkedin.com/slink?code=abc',
      'https://www.bing.com/ck/a?!&&p=0a1b2c&u=b2',
      'https://mandrillapp.com/track/click/30528584?p=eyJ',
      'https://e.customeriomail.com/e/c/eyJ/66d2',
      'https://e.customeriomail.com/e/c/',
      'https://public-eur.mkt.dynamics.com/api/orgs/742da8ce/r/8Uu2',
      'https://click.pstmrk.it/3s',
      'https://ab12.r.us-west-2.awstrack.me/I0/0102019',
      'https://62zt.mjt.lu/oo/AM8AAD6TDwc/e.gif',
      'https://linkscan.io/scan/',
      'https://url.avanan.click/v2/r01/abc',
      'https://url.avanan.click/v2/r01/___contoso___.YXAz',
      'https://seclinks.cloud-security.net/?a=1',
      'https://www.mailcontrol.com/sr/abc==',
      'https://email.contoso.test/c/eJxNjsFqwzAQRL9GujXYkmzHBx2Stoce0kI',
      'https://abc.r.af.d.sendibt2.com/tr/cl/xyz',
      'https://d2v8tf04.eu1.hubspotlinks.com/Ctc/GE+113/d2v8tf04/VVx',
      'https://r20.rs6.net/tn.jsp?f=001',
      'https://trk.klclick.com/ls/click?upn=u001',
      'https://click.e.fabrikam.test/?qs=0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b',
      'https://fabrikam.cmail20.com/t/t-l-abc/',
      'https://lsems.gravityzone.bitdefender.com/',
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
      'https://ad.doubleclick.net/ddm/clk/290',
      'https://lh3.googleusercontent.com/proxy/AbC#top',
      'https://r.search.yahoo.com/search?p=a',
      'https://href.li/?contoso.test',
      'https://mcas-proxyweb.mcas.ms/',
      'https://click.fabrikam.test/?qs=shoes',
      'https://fabrikam.test/ls/click?a=1',
      'https://urldefense.com/v3/__https://contoso.test/',
      'https://urldefense.com/v4/x',
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
