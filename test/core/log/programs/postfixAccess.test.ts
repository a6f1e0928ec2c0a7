import assert from 'node:assert/strict';
import { saying } from '../telling.ts';

const said = saying('postfix', 'Nov 21 10:00:01 mx1 postfix/smtpd[71]: NOQUEUE: ');

const SAID: Readonly<Record<string, string>> = {
  'reject: RCPT from mail.a.test[192.0.2.7]: 554 5.7.1 <b@contoso.test>: Relay access denied; from=<a@a.test> to=<b@contoso.test> proto=ESMTP helo=<mail.a.test>':
    'client: mail.a.test 192.0.2.7 -; fields: proto=ESMTP | helo=mail.a.test; outcome: rejected; reason: 554 5.7.1 <b@contoso.test>: Relay access denied; recipients: b@contoso.test; reply: 554 5.7.1 in "554 5.7.1 <b@contoso.test>: Relay access denied"; sender: a@a.test; stage: RCPT; status: reject',
  'reject: RCPT from mail.a.test[192.0.2.7]: 450 4.2.0 Later; from=<> to=<b@contoso.test> proto=SMTP':
    'client: mail.a.test 192.0.2.7 -; fields: proto=SMTP; outcome: rejected; reason: 450 4.2.0 Later; recipients: b@contoso.test; reply: 450 4.2.0 in "450 4.2.0 Later"; sender: ; stage: RCPT; status: reject',
  'hold: END-OF-MESSAGE from mail.a.test[192.0.2.7]: Bulk; from=<a@a.test> to=<b@contoso.test> proto=ESMTP helo=<x> sasl_username=ann':
    'client: mail.a.test 192.0.2.7 -; fields: proto=ESMTP | helo=x | sasl_username=ann; outcome: held; reason: Bulk; recipients: b@contoso.test; sender: a@a.test; stage: (data); status: hold',
  'filter: RCPT from mail.a.test[192.0.2.7]: <a@a.test>: Sender address triggers FILTER smtp-amavis:[127.0.0.1]:10024; from=<a@a.test> to=<b@contoso.test> proto=ESMTP helo=<x>':
    'client: mail.a.test 192.0.2.7 -; fields: proto=ESMTP | helo=x; reason: <a@a.test>: Sender address triggers FILTER smtp-amavis:[127.0.0.1]:10024; recipients: b@contoso.test; sender: a@a.test; stage: RCPT; status: filter',
  'discard: header Subject: x from mail.a.test[192.0.2.7]; from=<a@a.test> to=<b@contoso.test> proto=ESMTP helo=<x>: 5.7.1 Spam':
    'fields: proto=ESMTP | helo=x; outcome: discarded; reason: 5.7.1 Spam; recipients: b@contoso.test; reply: 5.7.1 in "5.7.1 Spam"; sender: a@a.test; status: discard',
  'reject: header Subject: x from mail.a.test[192.0.2.7]; from=<a@a.test> to=<b@contoso.test> proto=ESMTP helo=<x>: 550 5.7.10 No spam':
    'fields: proto=ESMTP | helo=x; outcome: rejected; reason: 550 5.7.10 No spam; recipients: b@contoso.test; reply: 550 5.7.10 in "550 5.7.10 No spam"; sender: a@a.test; status: reject',
  'reject: CONNECT from unknown[192.0.2.7]: 421 4.7.0 Too many; proto=SMTP':
    'client: unknown 192.0.2.7 -; fields: proto=SMTP; outcome: rejected; reason: 421 4.7.0 Too many; reply: 421 4.7.0 in "421 4.7.0 Too many"; stage: connect; status: reject',
  'reject: FOO from unknown[192.0.2.7]: 550 5.7.1 No; from=<a@a.test> proto=SMTP':
    'client: unknown 192.0.2.7 -; fields: proto=SMTP; outcome: rejected; reason: 550 5.7.1 No; reply: 550 5.7.1 in "550 5.7.1 No"; sender: a@a.test; stage: ?; status: reject',
  'milter-reject: END-OF-MESSAGE from a.test[192.0.2.7]: 5.7.1 Spam; from=<a@a.test> to=<b@contoso.test> proto=ESMTP helo=<x>':
    'client: a.test 192.0.2.7 -; fields: proto=ESMTP | helo=x; outcome: rejected; reason: 5.7.1 Spam; recipients: b@contoso.test; reply: 5.7.1 in "5.7.1 Spam"; sender: a@a.test; stage: (data); status: reject',
  'quarantine: DATA from a.test[192.0.2.7]: why; from=<a@a.test> to=<b@contoso.test>':
    'client: a.test 192.0.2.7 -; outcome: held; reason: why; recipients: b@contoso.test; sender: a@a.test; stage: DATA; status: quarantine',
  'warn: RCPT from a.test[192.0.2.7]: <b@contoso.test>: Recipient address triggers WARN action; from=<a@a.test> to=<b@contoso.test> proto=ESMTP':
    'client: a.test 192.0.2.7 -; fields: proto=ESMTP; recipients: b@contoso.test; sender: a@a.test; stage: RCPT; status: warn',
  'reject: RCPT from a.test[192.0.2.7]:4012: 550 5.1.1 <b@contoso.test>: User unknown; from=<a@a.test> to=<b@contoso.test> proto=ESMTP':
    'client: a.test 192.0.2.7 4012; fields: proto=ESMTP; outcome: rejected; reason: 550 5.1.1 <b@contoso.test>: User unknown; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 <b@contoso.test>: User unknown"; sender: a@a.test; stage: RCPT; status: reject',
};

describe('a decision of Postfix about a client or a message', () => {
  it('says what was decided, about whom and why', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
});
