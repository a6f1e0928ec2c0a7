import { telling } from '../telling.ts';

describe('a line of MailScanner', () => {
  const tells = telling('syslog');
  it('tells all that stands in it', () => {
    tells(
      'Nov 20 10:00:01 mx1 MailScanner[71]: Message 4F1A2B3C4D.A1B2C from 192.0.2.7 (a@contoso.test) to fabrikam.test is spam, SpamAssassin (score=12.3, required 6)',
      'client: - 192.0.2.7 -',
      'host: mx1',
      'process: 71',
      'program: MailScanner',
      'queueId: 4F1A2B3C4D',
      'reason: Message 4F1A2B3C4D.A1B2C from 192.0.2.7 (a@contoso.test) to fabrikam.test is spam, SpamAssassin (score=12.3, required 6)',
      'sender: a@contoso.test',
      'time: Nov 20 10:00:01',
    );
    tells(
      'Nov 20 10:00:01 mx1 MailScanner[71]: Message 1tEabc-0001Ab-2C from 2001:db8::7 (a@contoso.test) to fabrikam.test is not spam',
      'client: - 2001:db8::7 -',
      'host: mx1',
      'process: 71',
      'program: MailScanner',
      'queueId: 1tEabc-0001Ab-2C',
      'reason: Message 1tEabc-0001Ab-2C from 2001:db8::7 (a@contoso.test) to fabrikam.test is not spam',
      'sender: a@contoso.test',
      'time: Nov 20 10:00:01',
    );
    tells(
      'Nov 20 10:00:01 mx1 MailScanner[71]: Spam Actions: message 4F1A2B3C4D.A1B2C actions are store',
      'host: mx1',
      'outcome: quarantined',
      'process: 71',
      'program: MailScanner',
      'queueId: 4F1A2B3C4D',
      'reason: Spam Actions: message 4F1A2B3C4D.A1B2C actions are store',
      'time: Nov 20 10:00:01',
    );
    tells(
      'Nov 20 10:00:01 mx1 MailScanner[71]: Spam Actions: message 4F1A2B3C4D.A1B2C actions are store,deliver',
      'host: mx1',
      'outcome: sent',
      'process: 71',
      'program: MailScanner',
      'queueId: 4F1A2B3C4D',
      'reason: Spam Actions: message 4F1A2B3C4D.A1B2C actions are store,deliver',
      'time: Nov 20 10:00:01',
    );
    tells(
      'Nov 20 10:00:01 mx1 MailScanner[71]: Spam Actions: message 4F1A2B3C4D.A1B2C action is delete',
      'host: mx1',
      'outcome: discarded',
      'process: 71',
      'program: MailScanner',
      'queueId: 4F1A2B3C4D',
      'reason: Spam Actions: message 4F1A2B3C4D.A1B2C action is delete',
      'time: Nov 20 10:00:01',
    );
    tells(
      'Nov 20 10:00:01 mx1 MailScanner[71]: spam actions: message 4F1A2B3C4D.A1B2C ACTIONS ARE store',
      'host: mx1',
      'outcome: quarantined',
      'process: 71',
      'program: MailScanner',
      'queueId: 4F1A2B3C4D',
      'reason: spam actions: message 4F1A2B3C4D.A1B2C ACTIONS ARE store',
      'time: Nov 20 10:00:01',
    );
    tells(
      'Nov 20 10:00:01 mx1 MailScanner[71]: Spam Actions: message 4F1A2B3C4D.A1B2C actions are bounce',
      'host: mx1',
      'outcome: discarded',
      'process: 71',
      'program: MailScanner',
      'queueId: 4F1A2B3C4D',
      'reason: Spam Actions: message 4F1A2B3C4D.A1B2C actions are bounce',
      'time: Nov 20 10:00:01',
    );
    tells(
      'Nov 20 10:00:01 mx1 MailScanner[71]: Content Actions: message 4F1A2B3C4D.A1B2C actions are deliver',
      'host: mx1',
      'outcome: sent',
      'process: 71',
      'program: MailScanner',
      'queueId: 4F1A2B3C4D',
      'reason: Content Actions: message 4F1A2B3C4D.A1B2C actions are deliver',
      'time: Nov 20 10:00:01',
    );
    tells(
      'Nov 20 10:00:01 mx1 MailScanner[71]: Virus Actions: message 4F1A2B3C4D.A1B2C action is deliver',
      'host: mx1',
      'outcome: sent',
      'process: 71',
      'program: MailScanner',
      'queueId: 4F1A2B3C4D',
      'reason: Virus Actions: message 4F1A2B3C4D.A1B2C action is deliver',
      'time: Nov 20 10:00:01',
    );
    tells(
      'Nov 20 10:00:01 mx1 MailScanner[71]: Saved infected "eicar.com" to /var/spool/MailScanner/quarantine/20261120/4F1A2B3C4D.A1B2C message 4F1A2B3C4D.A1B2C',
      'host: mx1',
      'outcome: quarantined',
      'process: 71',
      'program: MailScanner',
      'queueId: 4F1A2B3C4D',
      'reason: Saved infected "eicar.com" to /var/spool/MailScanner/quarantine/20261120/4F1A2B3C4D.A1B2C message 4F1A2B3C4D.A1B2C',
      'time: Nov 20 10:00:01',
    );
    tells(
      'Nov 20 10:00:01 mx1 MailScanner[71]: Saved entire message 4F1A2B3C4D.A1B2C to /var/spool/MailScanner/quarantine',
      'host: mx1',
      'outcome: quarantined',
      'process: 71',
      'program: MailScanner',
      'queueId: 4F1A2B3C4D',
      'reason: Saved entire message 4F1A2B3C4D.A1B2C to /var/spool/MailScanner/quarantine',
      'time: Nov 20 10:00:01',
    );
    tells(
      'Nov 20 10:00:01 mx1 MailScanner[71]: New Batch: Scanning 1 messages, 1042 bytes',
      'host: mx1',
      'process: 71',
      'program: MailScanner',
      'reason: New Batch: Scanning 1 messages, 1042 bytes',
      'time: Nov 20 10:00:01',
    );
    tells(
      'Nov 20 10:00:01 mx1 other[71]: Message 4F1A2B3C4D.A1B2C from 192.0.2.7 (a@contoso.test) to fabrikam.test is spam',
      'client: - 192.0.2.7 -',
      'host: mx1',
      'process: 71',
      'program: other',
      'reason: Message 4F1A2B3C4D.A1B2C from 192.0.2.7 (a@contoso.test) to fabrikam.test is spam',
      'time: Nov 20 10:00:01',
    );
  });
});
