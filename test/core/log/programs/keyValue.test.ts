import { telling } from '../telling.ts';

describe('a line of names with values', () => {
  const tells = telling('key-value');
  it('tells all that stands in it', () => {
    tells(
      'level=info msg="queued" from=<a@contoso.test> to=<bob@fabrikam.test> status=sent',
      'fields: level=info | msg=queued | from=a@contoso.test',
      'outcome: sent',
      'reason: queued',
      'recipients: bob@fabrikam.test',
      'sender: a@contoso.test',
      'status: sent',
    );
    tells(
      'delivery failed: to=bob@fabrikam.test error=timeout',
      'fields: error=timeout',
      'outcome: bounced',
      'reason: timeout',
      'recipients: bob@fabrikam.test',
    );
    tells(
      '2026-11-20T10:00:00Z [warn] Failed to send mail, to=bob@fabrikam.test response=451 4.7.1 Try later next=5m',
      'fields: response=451 4.7.1 Try later | next=5m',
      'outcome: deferred',
      'reason: 451 4.7.1 Try later',
      'recipients: bob@fabrikam.test',
      'reply: 451 4.7.1 in "451 4.7.1 Try later"',
    );
    tells(
      'sending failed to=bob@fabrikam.test code=550',
      'outcome: bounced',
      'reason: sending failed',
      'recipients: bob@fabrikam.test',
      'reply: 550 in "550"',
    );
    tells(
      'send failed to=bob@fabrikam.test response="450 4.2.0 Greylisted", id=4F1A2B3C4D',
      'fields: response=450 4.2.0 Greylisted | id=4F1A2B3C4D',
      'outcome: deferred',
      'reason: 450 4.2.0 Greylisted',
      'recipients: bob@fabrikam.test',
      'reply: 450 4.2.0 in "450 4.2.0 Greylisted"',
    );
    tells(
      'failed to deliver to=bob@fabrikam.test response=550 5.1.1 No such user; id=4F1A2B3C4D',
      'fields: response=550 5.1.1 No such user | id=4F1A2B3C4D',
      'outcome: bounced',
      'reason: 550 5.1.1 No such user',
      'recipients: bob@fabrikam.test',
      'reply: 550 5.1.1 in "550 5.1.1 No such user"',
    );
    tells(
      'notice of delivery to=bob@fabrikam.test response=550 5.1.1 No such user',
      'fields: response=550 5.1.1 No such user',
      'outcome: bounced',
      'reason: 550 5.1.1 No such user',
      'recipients: bob@fabrikam.test',
      'reply: 550 5.1.1 in "550 5.1.1 No such user"',
    );
    tells(
      'status=failed to=bob@fabrikam.test response="451 4.7.1 Try later"',
      'fields: response=451 4.7.1 Try later',
      'outcome: bounced',
      'reason: 451 4.7.1 Try later',
      'recipients: bob@fabrikam.test',
      'reply: 451 4.7.1 in "451 4.7.1 Try later"',
      'status: failed',
    );
    tells(
      'to=bob@fabrikam.test response="250 2.0.0 Ok" status=sent',
      'fields: response=250 2.0.0 Ok',
      'outcome: sent',
      'reason: 250 2.0.0 Ok',
      'recipients: bob@fabrikam.test',
      'reply: 250 2.0.0 in "250 2.0.0 Ok"',
      'status: sent',
    );
    tells(
      'to=bob@fabrikam.test response="400 4.7.1 Try later"',
      'fields: response=400 4.7.1 Try later',
      'outcome: deferred',
      'reason: 400 4.7.1 Try later',
      'recipients: bob@fabrikam.test',
      'reply: 400 4.7.1 in "400 4.7.1 Try later"',
    );
    tells(
      'to=bob@fabrikam.test response="499 4.7.1 Try later"',
      'fields: response=499 4.7.1 Try later',
      'outcome: deferred',
      'reason: 499 4.7.1 Try later',
      'recipients: bob@fabrikam.test',
      'reply: 4.7.1 in "4.7.1 Try later"',
    );
    tells(
      'to=bob@fabrikam.test response="500 5.7.1 No"',
      'fields: response=500 5.7.1 No',
      'outcome: bounced',
      'reason: 500 5.7.1 No',
      'recipients: bob@fabrikam.test',
      'reply: 500 5.7.1 in "500 5.7.1 No"',
    );
    tells(
      'to=bob@fabrikam.test msg=\'said "status=sent" here\' status=bounced',
      'fields: msg=said "status=sent" here',
      'outcome: bounced',
      'reason: said "status=sent" here',
      'recipients: bob@fabrikam.test',
      'status: bounced',
    );
    tells(
      'to=bob@fabrikam.test msg="a \\"to=eve@fabrikam.test\\" b" status=bounced',
      'fields: msg=a \\"to=eve@fabrikam.test\\" b',
      'outcome: bounced',
      'reason: a \\"to=eve@fabrikam.test\\" b',
      'recipients: bob@fabrikam.test',
      'status: bounced',
    );
    tells(
      'Act=Rej|RejCode=550|RejInfo=Invalid Recipient|Sender=a@contoso.test|Rcpt=bob@fabrikam.test|Subject=a=b',
      'fields: Sender=a@contoso.test',
      'outcome: rejected',
      'reason: Invalid Recipient',
      'recipients: bob@fabrikam.test',
      'reply: 550 in "550 Invalid Recipient"',
      'sender: a@contoso.test',
      'status: Rej',
      'subject: a=b',
    );
    tells(
      'CEF:0|V|P|1|E|N|5|act=BLOCKED duser=bob@fabrikam.test suser=a@contoso.test cs4Label=ExternalMsgID cs4=<a1@contoso.test> msg=not this one',
      'fields: suser=a@contoso.test | cs4Label=ExternalMsgID | msg=not this one',
      'messageId: a1@contoso.test',
      'outcome: rejected',
      'reason: not this one',
      'recipients: bob@fabrikam.test',
      'sender: a@contoso.test',
      'status: BLOCKED',
    );
    tells(
      'LEEF:1.0|V|P|1|E|act=BLOCKED duser=bob@fabrikam.test',
      'outcome: rejected',
      'recipients: bob@fabrikam.test',
      'status: BLOCKED',
    );
    tells('(to=bob@fabrikam.test,status=sent)', 'outcome: sent', 'recipients: bob@fabrikam.test', 'status: sent');
    tells('{to=bob@fabrikam.test;status=sent}', 'outcome: sent', 'recipients: bob@fabrikam.test', 'status: sent');
    tells('|to=bob@fabrikam.test|status=sent', 'outcome: sent', 'recipients: bob@fabrikam.test', 'status: sent');
  });
});
