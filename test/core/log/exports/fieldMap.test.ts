import assert from 'node:assert/strict';
import { exportSlot } from '../../../../src/core/log/exports/fieldMap.ts';

/** Names of fields as services, programs and collectors write them, by what they hold. */
const WRITTEN: Readonly<Record<string, string>> = {
  recipient:
    'email Email email_address EmailAddress rcpt_to RcptTo rcptTo recipient Recipient recipient_address RecipientAddress recipientEmailAddress RecipientEmailAddress recipient_smtp rcpt Rcpt finalRecipient final_recipient contact_email contact_alt',
  weakRecipient:
    'to To targets destination hdr_to hdrTo header_to HeaderTo raw_rcpt_to recipient_header originalRecipient original_recipient ToAddresses to_addresses orcpt mimeRcpts address Address',
  sender:
    'sender Sender mail_from MailFrom mailFrom env_from envFrom envelope_from envelopeFrom SenderAddress sender_address source msg_from msgFrom sender_smtp orig return_path returnPath ReturnPath Sender_From_Address SenderFromAddress frm',
  weakSender:
    'from From hdr_from hdrFrom header_from HeaderFrom friendly_from fromHeaderAddress sender_header from_email FromEmail from_address FromAddress P2Sender P1Sender SenderMailFromAddress',
  messageId:
    'rfc2822MessageId InternetMessageId internetMessageId originalMessageId smtp-id msg_id msgid messageId message_id message-id MessageID mime_message_id header_message_id mimeId external_msg_id ExternalMsgID internet_msg_id',
  queueId: 'queue_id queueId qid mail_id spool_id internal_message_id internalMessageId Identity',
  server:
    'mx_host mx remote_mta remoteMTA dsnMta smtp_out_remote_host delivered_to remote_host remoteHost next_hop NextHop NextHopDomain remote_server relay Relay relayhostname relay_hostname fqdn FQDN receiving_mta mta',
  weakServer: 'host server hostname Hostname ServerHostname server_hostname',
  client:
    'sender_ip senderIp SenderIP source_ip sourceIp srcIp src client_ip clientIp from_ip FromIP remote_ip RemoteIP origin_ip sourceAddress',
  reply:
    'diagnosticCode diagnostic-code diag dsnDiag raw_reason output last_error LastError smtp_response SmtpResponse smtpReply smtp_response_message RejInfo err Err emailResponseMessage status_message serverResponse downstream_msg_id eventDescription bounce_reason BounceReason delay_reason DeliveryDetail SMTP_Dialog delivery_errors delivery_error rejection_info FinalActionDetails ESAFinalActionDetails',
  weakReply:
    'Description description Details detail message msg response reason error info comment content bounce_description name reason_extra remark remarks note notes comments HeldReason held_reason quarantine_rule threat_types ThreatTypes type Type bounceSubType subType messageCategory bounceClassification bounce_classification bounce_cat classificationReason rejectionType messageType quarantineReason holdReason threatType threatName virusName VirusFound classification classifier class',
  code: 'smtp_replyCode smtpReplyCode error_code ErrorCode RejCode emailResponseCode event_smtp_reply_code BounceCode bounce_code smtp_code SmtpCode code statusCode status_code responseCode ResponseCode',
  status:
    'event Event eventType event_type RecordType notificationType status Status DeliveryStatus delivery_status DeliveryAction action Action state eventStatus EventId event_id result Result finalAction final_action outcome disposition delivered act Act RecipientStatus recipient_status LatestDeliveryLocation DeliveryLocation ReleaseStatus OperationType log_subtype SpamAction spam_action AVAction policy_action ActionTaken action_taken verdict EmailAction metric SuppressSending sttext',
  weakStatus:
    'severity bounceType bounce_type bounce hard_bounce success blocked delayType isSpam is_spam spam quarantineFolder mailType folder',
  subject: 'subject Subject MessageSubject message_subject header_subject',
  aside:
    'recipient_domain rcpt_domain queue_name reply_to ReplyTo error_related_to attachments tags user_agent useragent url link mail_subject NetworkMessageId stop_sending_to content_type Directionality direction log_level sg_event_id eventSource MessageInfo transactionId RelatedRecipientAddress ThreatStatus tls_state tls_info smtp_tls_state smtp-response-reason ActionType from_domain flagStatus inferenceClassification',
};

describe('a field of an export', () => {
  it('is what its name says, however that is written', () => {
    for (const [slot, names] of Object.entries(WRITTEN))
      for (const name of names.split(' ')) {
        assert.equal(exportSlot(name), slot, name);
        const small = name.toLowerCase().replace(/[_-]/g, '');
        assert.equal(exportSlot(small), slot, small);
      }
  });

  it('may have what a table adds to the name of a column', () => {
    for (const [name, slot] of [
      ['SenderAddress_s', 'sender'],
      ['Size_d', undefined],
      ['Recipient_g', 'recipient'],
      ['Delivered_b', 'status'],
      ['StartTime_t [UTC]', 'time'],
      ['Date [UTC]', 'time'],
      ['event.action', 'weakStatus'],
      ['Recipient (SMTP)', 'recipient'],
      ['Message ID', 'messageId'],
      ['sender/address', 'sender'],
      ['@from', 'weakSender'],
      ['Received [UTC]', 'time'],
      ['Threat Name', 'weakReply'],
      ['postfix_to', 'weakRecipient'],
      ['postfix_', undefined],
    ] as const)
      assert.equal(exportSlot(name), slot, name);
  });

  it('is what the words of its name say together, where the name is not known', () => {
    for (const [slot, names] of Object.entries({
      aside: 'x-reply-to reply_to_address senderDomainPart ip_pool our_message_ip',
      messageId: 'original_message_id_header x_message_id messageIdHeader',
      queueId: 'postfix_queue_id mailQueueId',
      status: 'recipient_status_text finalDeliveryStatus the_final_action mail_event_type lastEventName',
      client: 'sender_ip_address clientIpAddress source_host_ip from_host_ip client_ipv4 SenderIPv6',
      enhanced: 'enhanced_smtp_code smtpEnhancedCode',
      code: 'last_reply_code remote_response_code the_rejection_code smtp_last_response_code final_smtp_code last_error_code last_bounce_code rejection_smtp_code reject_reason_code failure_reason_code',
      reply:
        'last_smtp_response final_response_message last_bounce_reason bounce_message bounce_text bounce_detail bounceDetails bounce_error smtp_error_text smtp_status_line mta_last_response failure_reason failureMessage error_message upstream_error_message last_seen_error diagnostic_text',
      recipient: 'rcpt_address the_recipient recipients_list to_email bounce_email to_smtp_address email_to',
      sender: 'sender_name_address real_sender',
      weakSender: 'from_name mail_header_from',
      subject: 'mail_subject_line',
      server: 'remote_mail_host the_remote_server remote_mta_name best_mx_name',
      weakStatus: 'mail_status action_name',
      weakReply: 'the_reason upstream_error last_error_text_x response_body more_details',
      time: 'event_timestamp start_date receive_time',
    }))
      for (const name of names.split(' ')) {
        const expected = name === 'last_error_text_x' ? 'reply' : slot;
        assert.equal(exportSlot(name), expected, name);
      }
    for (const name of ['colour', 'sendership', 'fromage', 'x'.repeat(61), `from_${'x'.repeat(56)}`])
      assert.equal(exportSlot(name), undefined, name);
    assert.equal(exportSlot(`from_${'x'.repeat(55)}`), 'weakSender');
  });

  it('is whose address it is by the object around it', () => {
    for (const name of ['address', 'email', 'emailAddress', 'mail', 'addr']) {
      for (const parent of [
        'from',
        'From',
        'fromAddress',
        'sender',
        'sender_info',
        'source',
        'mail_from',
        'commonHeaders',
      ])
        assert.equal(exportSlot(name, ['mail', parent]), 'sender', parent);
      for (const parent of [
        'to',
        'toRecipients',
        'to_recipient',
        'rcpt',
        'rcptTo',
        'recipient',
        'recipients',
        'destination',
        'bouncedRecipients',
        'complainedRecipients',
        'delayedRecipients',
        'cc',
      ])
        assert.equal(exportSlot(name, [parent]), 'recipient', parent);
    }
    // A list stands under its own name.
    assert.equal(exportSlot('address', ['to', 'address']), 'recipient');
    for (const parent of ['total', 'account', 'tooth', 'xto', 'notfrom'])
      assert.equal(exportSlot('address', [parent]), 'weakRecipient', parent);
  });

  it('is something else in an object that speaks of something else', () => {
    assert.equal(exportSlot('name', ['peer_address']), 'server');
    assert.equal(exportSlot('addr', ['peer_address']), undefined);
    assert.equal(exportSlot('name', ['peer']), 'server');
    assert.equal(exportSlot('from', ['headers']), 'weakSender');
    assert.equal(exportSlot('to', ['headers']), 'weakRecipient');
    assert.equal(exportSlot('message-id', ['headers']), 'messageId');
    assert.equal(exportSlot('subject', ['headers']), undefined);
    assert.equal(exportSlot('id', ['message']), undefined);
    assert.equal(exportSlot('id', ['queue']), exportSlot('id'));
    for (const name of ['to', 'from', 'subject', 'message_id'])
      assert.equal(exportSlot(name, ['bounce']), 'aside', name);
    assert.equal(exportSlot('tomorrow', ['bounce']), exportSlot('tomorrow'));
    assert.equal(exportSlot('text', ['bounce_message']), 'reply');
    assert.equal(exportSlot('text', ['nobounce']), exportSlot('text'));
    for (const aside of [
      ...[
        'metadata',
        'rcpt_meta',
        'user_agent_parsed',
        'geo_location',
        'geoip',
        'agent',
        'ecs',
        'signature',
        'headers',
      ],
      ...['custom_headers', 'tags', 'user_metadata', 'user-variables', 'attachment', 'attachments', 'client-info'],
      ...['storage', 'campaigns', 'flags', 'kubernetes', 'stream', 'labels'],
    ])
      assert.equal(exportSlot('status', [aside, 'inner']), undefined, aside);
    assert.equal(exportSlot('status', ['delivery']), 'status');
    assert.equal(exportSlot('name', ['from']), exportSlot('name'));
    assert.equal(exportSlot('domain', ['recipient']), exportSlot('domain'));
  });

  it('is what its name says in German, French, Spanish, Italian and Russian', () => {
    for (const [slot, names] of Object.entries({
      recipient: 'Empfänger Empfaenger Empfängeradresse Destinataire Destinataires Destinatario Destinatari Получатель',
      sender: 'Absender Absenderadresse Expéditeur Expediteur Remitente Mittente Отправитель',
      status: 'Zustellstatus Zustand État Statut Estado Stato Статус',
      weakReply: 'Beschreibung Grund Fehlermeldung Raison Motif Motivo Причина',
      subject: 'Betreff Objet Asunto Oggetto Тема',
      time: 'Datum Zeit Zeitpunkt Zeitstempel Fecha Дата',
    }))
      for (const name of names.split(' ')) assert.equal(exportSlot(name), slot, name);
  });

  it('is none where an English name begins like one of another language', () => {
    const names =
      'destinationPort destination_address DestinationCountry expedited remittance empfohlen zeitzone zustaendig';
    for (const name of names.split(' ')) assert.equal(exportSlot(name), undefined, name);
  });
});
