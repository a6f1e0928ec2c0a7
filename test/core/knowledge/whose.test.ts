import assert from 'node:assert/strict';
import { explainText } from '../../../src/core/knowledge/explain.ts';

const told = (text: string): string | undefined => explainText(text)?.explanation.reason;

describe('whose a thing is that a reply speaks of', () => {
  it('is the domain of the recipient, where its disk quota is used up', () => {
    for (const text of [
      '552 Domain is over its disk quota',
      '552 5.2.2 disk quota of the domain exceeded',
      '452 4.2.2 The domain contoso.test has exceeded its storage quota',
      '550 Domain over disk quota',
      '552 The disk space of this domain is used up',
      "552 5.2.2 The domain's disk quota has been exceeded",
      'Domain contoso.test is over its disk quota',
    ]) {
      const explanation = explainText(text)?.explanation;
      assert.equal(explanation?.reason, 'mailbox-full', text);
      assert.match(explanation?.meaning ?? '', /^The domain of the recipient/, text);
      assert.equal(explanation?.actor, 'receiving admin', text);
    }
    assert.equal(told('552 domain contoso.test has exceeded its sending quota'), 'rate-limited');
    assert.equal(told('552 quota exceeded (sender bandwidth)'), 'rate-limited');
    assert.equal(told('552 quota exceeded (mailbox for user is full)'), 'mailbox-full');
    assert.equal(told('452 4.3.1 High volume email account exceeded limit'), 'rate-limited');
    assert.equal(told('552 5.3.4 The email exceeded the size limit'), 'message-too-large');
    assert.match(explainText('552 5.2.2 Mailbox over quota')?.explanation.meaning ?? '', /^The mailbox/);
  });

  it('is the client, where its quota is exceeded', () => {
    for (const text of [
      '454 4.7.1 quota exceeded for your IP',
      '450 4.7.1 quota exceeded for client 192.0.2.4',
      '450 4.7.1 your host exceeded its quota',
    ]) {
      assert.equal(told(text), 'rate-limited', text);
    }
  });

  it('is nobody who sent too much, where a time is named to wait', () => {
    for (const text of [
      'Message could not be delivered. Scheduling it for later delivery in 60 minutes.',
      'Delivery failed, will retry in 30 minutes',
      '451 Message deferred, try again in 10 minutes',
      '450 4.7.0 mail temporarily deferred, retry after 60 minutes',
      'Temporary failure, message queued for later delivery in 1 hour',
      'Message delivery delayed, will try again in 1 hour',
    ]) {
      assert.notEqual(told(text), 'rate-limited', text);
    }
    for (const text of [
      '421 Too many messages per hour, try again later',
      '450 4.7.1 hourly limit for messages reached, try later',
      '451 your message quota for this hour is used up, try later',
    ]) {
      assert.equal(told(text), 'rate-limited', text);
    }
  });

  it('is the account that sends, where somebody may not send', () => {
    for (const text of [
      'anna@contoso.test is not allowed to send mail',
      '554 5.7.1 anna@contoso.test is not permitted to send mail',
      '550 5.7.1 <anna@contoso.test> not authorised to send',
      '550 The domain contoso.test is not allowed to send mail from this server',
      '550 This user is not allowed to send mail outside the organisation',
    ]) {
      assert.equal(told(text), 'sender-not-allowed', text);
    }
    for (const text of [
      '550 The account is not allowed to send messages to external recipients',
      '550 account not allowed to send',
      '550 5.7.1 Your account is not allowed to send',
      '550 not allowed to send: domain contoso.test',
      '550 5.7.1 not allowed to send',
      '550 5.7.1 anna@contoso.test darf keine E-Mails senden',
      '550 Sie dürfen keine Nachrichten versenden',
    ]) {
      assert.equal(told(text), 'sender-not-allowed', text);
    }
    assert.equal(told('550 Sending is suspended for this account'), 'account-disabled');
    for (const text of [
      '550 The recipient does not accept mail from external senders',
      '550 This group does not allow mail sent by external senders',
    ]) {
      assert.equal(told(text), 'recipient-restricted', text);
    }
  });

  it('is the mailbox, where it is not activated', () => {
    for (const text of [
      '550 mailbox not yet activated',
      '550 The mailbox has not been activated yet',
      '550 5.2.1 this recipient mailbox is not activated',
    ]) {
      assert.equal(told(text), 'recipient-inactive', text);
    }
    assert.equal(told('421 Your SMTP account is not yet activated.'), 'account-disabled');
  });

  it('is nobody, where a column of the debug output of Exim names a process', () => {
    for (const text of [
      '10:00:01   512 Connecting to mx.contoso.test [192.0.2.25]:25 ... connected',
      '  512   SMTP>> EHLO a.fabrikam.test',
      '  421 delivering 1kAbCd-0001Ab-Cd',
      '  550 T: remote_smtp for bob@contoso.test',
      '  451 using ACL "acl_check_rcpt"',
    ]) {
      assert.equal(told(text), undefined, text);
    }
    assert.equal(told('  512   SMTP<< 451 4.3.0 temporary failure'), 'server-busy');
    assert.equal(told('X-Microsoft-Antispam-Mailbox-Delivery:'), undefined);
  });
});
