import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import { telling } from './telling.ts';

const verdicts = (...lines: readonly string[]): readonly string[] =>
  readVerdicts(readTicket(`${lines.map((line) => `Nov 21 10:00:01 mx1 ${line}`).join('\n')}\n`)).map(
    ({ role, code, sender, recipients }) => [role, code, sender, ...recipients].join(' '),
  );

const POSTGREY =
  'postgrey[81]: action=greylist, reason=new, client_name=out.fabrikam.test, client_address=192.0.2.7, sender=bob@fabrikam.test, recipient=a@contoso.test';
const SQLGREY = 'sqlgrey: grey: new: 192.0.2(192.0.2.7), bob@fabrikam.test -> a@contoso.test';
const MILTER =
  'milter-greylist: 46G1B2xx002201: addr out.fabrikam.test[192.0.2.7] from <bob@fabrikam.test> to <a@contoso.test> delayed for 00:05:00 (ACL 144)';
const DYKE =
  'spamdyke[82]: DENIED_GRAYLISTED from: bob@fabrikam.test to: a@contoso.test origin_ip: 192.0.2.7 origin_rdns: out.fabrikam.test auth: (unknown) encryption: TLS reason: (empty)';
const DELIVERED = [
  'sm-mta[2290]: 46G1QeYY002290: from=<bob@fabrikam.test>, size=918, class=0, nrcpts=1, msgid=<n1@fabrikam.test>, proto=ESMTPS, daemon=MTA, relay=out.fabrikam.test [192.0.2.7]',
  'sm-mta[2291]: 46G1QeYY002290: to=<a@contoso.test>, delay=00:00:01, mailer=local, pri=39182, dsn=2.0.0, stat=Sent',
];

describe('a filter at the door', () => {
  for (const line of [POSTGREY, SQLGREY, MILTER, DYKE]) {
    it(`puts mail off, and says whose: ${line.slice(0, 16)}`, () => {
      assert.deepEqual(verdicts(line), ['waiting greylisted bob@fabrikam.test a@contoso.test']);
      const later = verdicts(line, ...DELIVERED);
      assert.equal(later[0], 'recovered greylisted bob@fabrikam.test a@contoso.test');
    });
  }

  it('tells all that stands in a line', () => {
    telling('syslog')(
      `Nov 21 10:00:01 mx1 ${SQLGREY}`,
      'client: - 192.0.2.7 -',
      'host: mx1',
      'outcome: rejected',
      'program: sqlgrey',
      `reason: ${SQLGREY.slice(9)}`,
      'recipients: a@contoso.test',
      'sender: bob@fabrikam.test',
      'status: grey: new',
      'time: Nov 21 10:00:01',
    );
  });

  it('refuses for what it found, and lets others through', () => {
    const denied = DYKE.replace('DENIED_GRAYLISTED', 'DENIED_RDNS_RESOLVE');
    const allowed = DYKE.replace('DENIED_GRAYLISTED', 'ALLOWED').replace('a@contoso', 'c@contoso');
    const [refused = '', taken] = verdicts(denied, allowed);
    assert.match(refused, /^cause \S+ bob@fabrikam\.test a@contoso\.test$/);
    assert.equal(taken, 'success accepted bob@fabrikam.test c@contoso.test');
    const listed = DYKE.replace('GRAYLISTED', 'RBL_MATCH').replace('(empty)', 'zen.spamhaus.org');
    assert.deepEqual(verdicts(listed), ['cause blocklisted bob@fabrikam.test a@contoso.test']);
    const behind = DYKE.replace('GRAYLISTED', 'OTHER').replace('(empty)', '550_sorry,_no_mailbox_here_by_that_name');
    assert.deepEqual(verdicts(behind), ['cause recipient-unknown bob@fabrikam.test a@contoso.test']);
  });

  it('says what it answered, where it does', () => {
    const weight = `postfix/policyd-weight[77]: decided action=550 Mail appeared to be SPAM or forged. Ask your Mail/DNS-Administrator to correct HELO and DNS MX settings; MTA helo: srv, MTA hostname: unknown[192.0.2.7] (helo/hostname mismatch); <client=192.0.2.7> <helo=srv> <from=bob@fabrikam.test> <to=a@contoso.test>; delay: 0s`;
    assert.deepEqual(verdicts(weight), ['cause greeting-refused bob@fabrikam.test a@contoso.test']);
    const quotas =
      'cbpolicyd[22]: module=Quotas, action=defer, host=192.0.2.7, helo=app, from=bob@fabrikam.test, to=a@contoso.test, reason=quota_match, policy=6, quota=3';
    assert.deepEqual(verdicts(quotas), ['waiting rate-limited bob@fabrikam.test a@contoso.test']);
    const fwd =
      'postfwd2/policy[88]: [RULES] rule=17, id=NORDNS, client=unknown[192.0.2.7], sender=<bob@fabrikam.test>, recipient=<a@contoso.test>, helo=<srv>, proto=ESMTP, state=RCPT, delay=0.31s, hits=NORDNS, action=REJECT no reverse name';
    assert.deepEqual(verdicts(fwd), ['cause reverse-dns bob@fabrikam.test a@contoso.test']);
  });

  it('is qmail-smtpd in the log of multilog, too', () => {
    const line =
      'qmail-smtpd: pid 4412 Reject::RCPT::Failed_Rcptto P:ESMTP S:192.0.2.7:out.fabrikam.test H:out F:bob@fabrikam.test T:a@contoso.test';
    const told = ['cause recipient-unknown bob@fabrikam.test a@contoso.test'];
    assert.deepEqual(verdicts(line), told);
    const [one] = readVerdicts(readTicket(`@40000000684f11a20b1c2d3c ${line}\n`));
    assert.deepEqual([[one?.role, one?.code, one?.sender, ...(one?.recipients ?? [])].join(' ')], told);
    assert.doesNotMatch(one?.summary ?? '', /bob@/);
  });

  it('does not greylist a client that is put off before it says anything', () => {
    const [one] = verdicts(
      'postfix/smtpd[5511]: NOQUEUE: milter-reject: CONNECT from out.fabrikam.test[192.0.2.7]: 451 4.7.1 Service unavailable - try again later; proto=SMTP',
    );
    assert.match(one ?? '', /^waiting (?!greylisted)/);
  });

  it('is not heard where it lets mail pass', () => {
    assert.deepEqual(
      verdicts(
        POSTGREY.replace('action=greylist, reason=new', 'action=pass, reason=triplet found'),
        SQLGREY.replace('grey: new', 'grey: reconnect ok'),
      ),
      [],
    );
  });

  it('names the recipient of what a milter of sendmail put off', () => {
    assert.deepEqual(
      verdicts('sm-mta[2201]: 46G1B2xx002201: Milter: to=<a@contoso.test>, reject=451 4.7.1 Greylisting in action'),
      ['waiting greylisted  a@contoso.test'],
    );
  });

  it('is postscreen where it tests a client behind the greeting', () => {
    assert.deepEqual(
      verdicts(
        'postfix/postscreen[88]: NOQUEUE: reject: RCPT from [192.0.2.7]:50011: 450 4.3.2 Service currently unavailable; from=<bob@fabrikam.test>, to=<a@contoso.test>, proto=ESMTP, helo=<out>',
      ),
      ['waiting greylisted bob@fabrikam.test a@contoso.test'],
    );
  });
});
