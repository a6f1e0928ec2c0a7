import assert from 'node:assert/strict';
import { unwrap } from '../../../../src/core/mail/links/unwrap.ts';

/** Where an address leads, and by which service; `kept` or `host` where that is not told. */
const is = (address: string, expected: string): void => {
  const { layers, address: inside, host, ends } = unwrap(address);
  const to = ends === undefined ? inside : ends === 'host' ? `host ${host}` : ends;
  assert.equal(layers.length === 0 ? '-' : `${layers[0]?.service}: ${to}`, expected, address);
};

const B = 'https://b.test/a';
const PUT = encodeURIComponent(B);
const packed = (text: string): string => Buffer.from(text).toString('base64url');

describe('sites that send their visitors on', () => {
  it('put the address into a parameter', () => {
    for (const [address, service] of [
      [`https://www.google.com/url?q=${PUT}`, 'Google'],
      [`https://google.co.uk/url?url=${PUT}`, 'Google'],
      [`https://maps.google.de/url?q=${PUT}`, 'Google'],
      [`https://www.google.com.au/url?q=${PUT}`, 'Google'],
      [`https://www.googleadservices.com/x?adurl=${B}`, 'Google advertising'],
      [`https://ad.doubleclick.net/ddm/clk/1;2?${B}`, 'Google advertising'],
      [`https://ad.doubleclick.net/ddm/clk/1;2;${B}`, 'Google advertising'],
      [`https://clickserve.dartsearch.net/x?ds_dest_url=${B}`, 'Google advertising'],
      [`https://translate.google.com/x?u=${PUT}`, 'Google Translate'],
      [`https://www.youtube.com/redirect?q=${PUT}`, 'YouTube'],
      [`https://l.facebook.com/l.php?u=${PUT}`, 'Facebook'],
      [`https://lm.facebook.com/l.php?u=${PUT}`, 'Facebook'],
      [`https://l.instagram.com/?u=${PUT}`, 'Facebook'],
      [`https://www.facebook.com/flx/warn/?u=${PUT}`, 'Facebook'],
      [`https://l.wl.co/l?u=${PUT}`, 'WhatsApp'],
      [`https://www.linkedin.com/safety/go?url=${PUT}`, 'LinkedIn'],
      [`https://linkedin.com/redir/redirect?url=${PUT}`, 'LinkedIn'],
      [`https://www.bing.com/ck/a?!&&u=a1${packed(B)}&ntb=1`, 'Bing'],
      [`https://duckduckgo.com/l/?uddg=${PUT}`, 'DuckDuckGo'],
      [`https://r.search.yahoo.com/_ylt=x/RU=${PUT}/RK=2/RS=y`, 'Yahoo'],
      [`https://slack-redir.net/link?url=${PUT}`, 'Slack'],
      [`https://vk.com/away.php?to=${PUT}`, 'VK'],
      [`https://away.vk.com/away?to=${PUT}`, 'VK'],
      [`https://steamcommunity.com/linkfilter/?url=${PUT}`, 'Steam'],
      [`https://out.reddit.com/t3_x?url=${PUT}`, 'Reddit'],
      [`https://click.redditmail.com/CL0/${PUT}/1/x`, 'Reddit'],
      [`https://t.umblr.com/redirect?z=${PUT}`, 'Tumblr'],
      [`https://href.li/?${B}`, 'href.li'],
      [`https://emails.azure.microsoft.com/redirect?destination=${PUT}`, 'Microsoft Azure mail'],
      [`https://lh3.googleusercontent.com/proxy/x#${B}`, 'Gmail pictures'],
      [`https://ci3.googleusercontent.com/meips/x#${B}`, 'Gmail pictures'],
      [`https://www.google.com/amp/s/b.test/a`, 'Google AMP'],
    ])
      is(address as string, `${service}: ${B}`);
    is('https://www.google.com/amp/b.test/a', 'Google AMP: http://b.test/a');
    is('https://www.linkedin.com/slink?code=x', 'LinkedIn: kept');
    is('https://www.bing.com/ck/a?x=1', 'Bing: kept');
    is(`https://href.li/?${B}#c`, `href.li: ${B}#c`);
  });

  it('do not elsewhere on their hosts, nor on other hosts', () => {
    for (const address of [
      `https://www.google.com/search?q=${PUT}`,
      `https://www.google.evil.com/url?q=${PUT}`,
      `https://google.com.evil.test/url?q=${PUT}`,
      `https://xgoogle.com/url?q=${PUT}`,
      'https://www.google.com/url?x=1',
      `https://www.youtube.com/watch?q=${PUT}`,
      `https://www.facebook.com/page?u=${PUT}`,
      'https://lh3.googleusercontent.com/proxy/x#y',
      'https://r.search.yahoo.com/_ylt=x',
      'https://href.li/?x',
      'https://www.linkedin.com/in/x',
      'https://ad.doubleclick.net/x',
      `ftp://www.google.com/url?q=${PUT}`,
    ])
      is(address, '-');
  });

  it('write the host into their own', () => {
    is(
      'https://a-b--c-com.translate.goog/x?y=1&_x_tr_sl=de&_x_tr_tl=en#z',
      'Google Translate: https://a.b-c.com/x?y=1#z',
    );
    is('https://1-a-com.translate.goog/?_x_tr_enc=1', 'Google Translate: https://a.com/');
    is('https://0-mnchen--3ya-de.translate.goog/?_x_tr_enc=0', 'Google Translate: https://xn--mnchen-3ya.de/');
    is('https://1-0-a-de.translate.goog/?_x_tr_enc=0,1', 'Google Translate: https://xn--a.de/');
    is('https://1-a-com.translate.goog/', 'Google Translate: https://1.a.com/');
    is('https://b.test.mcas.ms/a?McasTsid=1&c=2', 'Microsoft Defender for Cloud Apps: https://b.test/a?c=2');
    is('https://b.test.admin-mcas-gov.us/a', 'Microsoft Defender for Cloud Apps: https://b.test/a');
    is('https://portal.mcas.ms/a', '-');
  });
});

describe('mailing services that count clicks', () => {
  it('tell the address, the host or nothing', () => {
    const mandrill = packed(JSON.stringify({ p: JSON.stringify({ url: B }) }));
    for (const [address, expected] of [
      [`https://x.r.us-east-1.awstrack.me/L0/${PUT}/1/x`, `Amazon SES: ${B}`],
      [`https://x.awstrack.me/CL0/${PUT}/1/x`, `Amazon SES: ${B}`],
      ['https://x.awstrack.me/I0/x', 'Amazon SES: kept'],
      [`https://click.b.test/CL0/${PUT}/1/x`, `Amazon SES: ${B}`],
      [`https://mandrillapp.com/track/click/1/b.test?p=${mandrill}`, `Mandrill: ${B}`],
      [`https://mandrillapp.com/track/click.php?url=${PUT}`, `Mandrill: ${B}`],
      ['https://mandrillapp.com/track/click/1/B.test', 'Mandrill: host b.test'],
      ['https://mandrillapp.com/track/click/x', 'Mandrill: kept'],
      ['https://click.pstmrk.it/3s/b.test%2Fa/x/y', `Postmark: ${B}`],
      ['https://click.pstmrk.it/x', 'Postmark: kept'],
      [`https://e.customeriomail.com/e/c/${packed(JSON.stringify({ href: B }))}/x`, `Customer.io: ${B}`],
      ['https://e.customeriomail.com/e/c/x/y', 'Customer.io: kept'],
      [
        `https://x.mkt.dynamics.com/r?target=${encodeURIComponent(JSON.stringify({ TargetUrl: B }))}`,
        `Dynamics 365 marketing: ${B}`,
      ],
      ['https://x.mkt.dynamics.com/r', 'Dynamics 365 marketing: kept'],
      ['https://u1.ct.sendgrid.net/ls/click?upn=x', 'SendGrid: kept'],
      ['https://sendgrid.net/wf/open', 'SendGrid: kept'],
      ['https://link.b.test/ls/click?upn=x', 'SendGrid: kept'],
      ['https://link.b.test/ls/click?x=1', '-'],
      ['https://b.us1.list-manage.com/track/click?u=x', 'Mailchimp: kept'],
      ['https://b.list-manage1.com/track/click?u=x', 'Mailchimp: kept'],
      ['https://b.list-manage.com/subscribe', '-'],
      [`https://email.b.test/c/eJ${'x'.repeat(20)}`, 'Mailgun: kept'],
      [`https://email.b.test/c/eJ${'x'.repeat(19)}`, '-'],
      ['https://x.sendibt3.com/y', 'Brevo: kept'],
      ['https://r.eu.d.sendibm1.com/y', 'Brevo: kept'],
      ['https://x.hubspotlinks.com/Ctc/y', 'HubSpot: kept'],
      ['https://x.hs-sites.com/events/y', 'HubSpot: kept'],
      ['https://x.hubspotlinks.com/y', '-'],
      ['https://r20.rs6.net/tn.jsp', 'Constant Contact: kept'],
      ['https://ctrk.klclick1.com/l/x', 'Klaviyo: kept'],
      [`https://click.b.test/?qs=${'a1'.repeat(15)}`, 'Salesforce Marketing Cloud: kept'],
      [`https://click.b.test/?qs=${'a1'.repeat(14)}a`, '-'],
      ['https://b.cmail19.com/t/x', 'Campaign Monitor: kept'],
      ['https://b.createsend1.com/t/x', 'Campaign Monitor: kept'],
      [`https://x.mjt.lu/lnk/a/b/${packed(B)}`, `Mailjet: ${B}`],
      ['https://x.mjt.lu/lnk/a', 'Mailjet: kept'],
      ['https://bit.ly/x', 'bit.ly: kept'],
      ['https://xbit.ly/x', '-'],
    ])
      is(address as string, expected as string);
  });
});
