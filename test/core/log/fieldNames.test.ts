import assert from 'node:assert/strict';
import { outcomeNamed, slotOf } from '../../../src/core/log/fieldNames.ts';

/** Names of fields as programs write them into their logs, by what they hold. */
const WRITTEN: Readonly<Record<string, string>> = {
  recipient:
    'to rcpt rcpt_to RcptTo rcpts recipient recipients recipient_address RecipientAddress envelope_to toAddress mail_to envelope_rcpt final-recipient recipientEmailAddress delivered_to env_to email_to rcpt_addr duser',
  sender:
    'from From sender sender_address SenderAddress mail_from mailFrom envelope_from return_path Return-Path from_address env_from mf envelope_sender email_from SenderFromAddress SenderMailFromAddress suser',
  queueId: 'queue_id queueId qid msg_id InternalMessageId mail_id envelope_id mta_msg_id',
  messageId: 'message_id Message-ID MessageId InternetMessageId mid header_message_id msgid_header',
  session: 'session session_id sessionId connection_id conn_id span_id',
  server:
    'server host relay remote_host remote_server hostname mx mx_host remote_mta dsn_mta destination destination_host smtp_host smtp_server remote_name next_hop',
  client: 'client client_ip clientIp src_ip source_ip remote_ip remote_addr ip client_address from_ip peer',
  code: 'code smtp_code smtp_status response_code status_code reply_code smtp_response_code smtp_reply_code error_code rc',
  enhanced: 'enhanced_code smtp_enchcode enhanced_status enhanced_status_code dsn esc dsn_status smtp_enhanced_code',
  reply:
    'reply response smtp_reply smtp_response smtp_msg message msg details detail reason error err error_msg errorMessage diagnostic_code diagnostic dsn_diag last_error RecipientStatus server_response status_message info authentication_details description cause data',
  status:
    'status result event event_type event_id outcome action delivery_status DeliveryAction state disposition act stat severity',
  time: 'time timestamp date ts datetime received event_time received_time',
};

describe('a field of a log', () => {
  it('is what its name says, however that is written', () => {
    for (const [slot, names] of Object.entries(WRITTEN))
      for (const name of names.split(' ')) assert.equal(slotOf(name), slot, name);
    for (const name of ['', 'colour', 'tone', 'x_to']) assert.equal(slotOf(name), undefined, name);
  });

  it('says what became of a message, where a program that dropped it did not deliver it', () => {
    assert.deepEqual([' Dropped ', 'delivered', ' deferred', 'not dropped yet', 'running'].map(outcomeNamed), [
      'bounced',
      'sent',
      'deferred',
      undefined,
      undefined,
    ]);
  });
});
