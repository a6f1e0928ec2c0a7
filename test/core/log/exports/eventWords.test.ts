import assert from 'node:assert/strict';
import { eventOutcome, isPassing } from '../../../../src/core/log/exports/eventWords.ts';

/** Events and states in the words of services, filters and cmdlets, by what they say became of a message. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  complained: [
    ...[
      'complaint',
      'complained',
      'spam_complaint',
      'SpamComplaint',
      'spamreport',
      'spam_reported',
      'Marked as spam by user',
    ],
    ...['abuse', 'abuse_report', 'feedback', 'FeedbackLoop', 'FBL'],
  ],
  suppressed: [
    ...['suppressed', 'SuppressionList', 'on_suppression_list', 'suppress', 'Suppress-Bounce', 'suppress_unsub'],
    ...[
      'suppress complaint',
      'suppress_spam',
      'SuppressSending',
      'preblocked',
      'recipient_suppressed',
      'policy_rejection',
    ],
    ...['dropped', 'Bounced Address', 'Unsubscribed Address', 'Spam Reporting Address', 'Invalid SMTPAPI header'],
  ],
  held: [
    ...['Held', 'hold', 'Hld', 'on_hold', 'HeldForReview', 'held_for_moderation', 'moderation', 'moderated', 'frozen'],
    ...['suspended', 'suspension', 'paused'],
  ],
  quarantined: [
    ...['quarantine', 'Quarantined', 'sent to quarantine', 'SendToQuarantine', 'moved to system quarantine'],
    ...[
      'move to user quarantine',
      'in personal quarantine',
      'policy quarantine',
      'ContentQuarantine',
      'spam_quarantine',
    ],
    ...['VirusQuarantine', 'DQ', 'delay_quarantine', 'NotReleased', 'quarantine message', 'QuarantineFolder'],
    ...['auto remediated', 'manually_remediated', 'remediated', 'isolate', 'isolated'],
  ],
  junked: [
    ...['spam', 'junk', 'junked', 'FilteredAsSpam', 'marked as junk', 'marked spam', 'moved to spam', 'move to junk'],
    ...[
      'JunkFolder',
      'junk mail',
      'JunkEmail',
      'Junk Email folder',
      'MoveToJunk',
      'delivered_to_junk',
      'Inbox as spam',
    ],
  ],
  deferred: [
    ...[
      'temporary failure',
      'TempFail',
      'temp_failed',
      'tempfailure',
      'soft_bounce',
      'SoftBounced',
      'transient',
      'soft',
    ],
    ...['temporary', 'transient error', 'deferred', 'deferral', 'defer', 'delayed', 'delay', 'delivery_deferred'],
    ...['DeliveryDelay', 'delivery_delayed', 'MessageDelayed', 'email.deferred', 'EmailDeferred', 'SoftFail', 'retry'],
    ...['retrying', 'retryable', 'pending', 'Getting status', 'queued_for_retry', 'InQueue', 'waiting', 'requeued'],
    ...['greylisted', 'throttled', 'AdminHold'],
  ],
  expired: [
    'expired',
    'expire',
    'expiration',
    'timed_out',
    'delivery timed out',
    'MaxRetries',
    'max_retries_exceeded',
    'TTL expired',
  ],
  discarded: [
    ...['discard', 'discarded', 'drop', 'delete', 'deleted', 'DeleteMessage', 'delete message', 'silently dropped'],
    ...['removed', 'blackhole', 'blackholed', 'quietly_dropped'],
  ],
  rejected: [
    ...['Rej', 'reject', 'rejected', 'rejection', 'block', 'blocked', 'refused', 'denied', 'deny', 'RejectMessage'],
    ...[
      'block_message',
      'reject_at_gateway',
      'emailRejected',
      'infected',
      'virus_detected',
      'virus found',
      'viruses_found',
    ],
    ...[
      'malware_detected',
      'ThreatDetected',
      'aborted',
      'Rendering Failure',
      'generation_failure',
      'generation_rejection',
    ],
    ...['virus', 'invalid', 'invalid_email', 'email.invalid_email'],
  ],
  bounced: [
    ...['bounce', 'bounced', 'BounceAll', 'hard_bounce', 'HardBounced', 'fail', 'failed', 'failure', 'permanent_fail'],
    ...[
      'permanent failure',
      'Permanent Error',
      'perm_fail',
      'PermFailed',
      'admin_bounce',
      'out_of_band',
      'oob_bounce',
      'OutOfBandBounce',
    ],
    ...[
      'DeliveryFailed',
      'MessageBounced',
      'EmailMailboxNotFound',
      'message.bounced',
      'mail_failed',
      'mail failed',
      'delivery_failure',
      'Undeliverable',
      'undelivered',
      'not delivered',
      'MessageDeliveryFailed',
    ],
    ...['message_bounced', 'error', 'no_delivery', 'DeliveryError', 'hard', 'perm', 'permanent', 'EmailDropped'],
    ...['mailbox_not_found', 'email_mailbox_not_found', 'NDR', 'returned', 'FinalFail', 'dsn_failed'],
  ],
  sent: [
    ...[
      'sent',
      'delivered',
      'delivery',
      'deliver',
      'deliveries',
      'Delivery to mailbox',
      'success',
      'successful',
      'successfully',
    ],
    ...[
      'Successfully delivered',
      'successful delivered',
      'accepted',
      'complete',
      'completed',
      'MessageSent',
      'OK',
      'expand',
      'expanded',
    ],
    ...[
      'resolved',
      'opened',
      'open',
      'unique_opened',
      'first_opening',
      'click',
      'clicked',
      'read',
      'relayed',
      'released',
    ],
    ...[
      'first_open',
      'initial_open',
      'amp_open',
      'unsubscribe',
      'unsubscribed',
      'list_unsubscribe',
      'group_unsubscribe',
    ],
    ...[
      'group_resubscribe',
      'link_unsubscribe',
      'proxy_open',
      'loaded_by_proxy',
      'delivered to mailbox',
      'inbox',
      'InboxFolder',
    ],
    ...[
      'Deliver message',
      'clean',
      'allow',
      'allowed',
      'pass',
      'passed',
      'email.delivered',
      'Microsoft.Communication.Delivered',
    ],
  ],
  received: [
    ...[
      'receive',
      'received',
      'receipt',
      'queued',
      'request',
      'requests',
      'requested',
      'processed',
      'processing',
      'submit',
    ],
    ...[
      'submitted',
      'injection',
      'injected',
      'reception',
      'send',
      'created',
      'scheduled',
      'new',
      'Acc',
      'accept',
      'SMTP.Receive',
    ],
  ],
};

describe('what a service says became of a message', () => {
  it('is told by its word, however that is written', () => {
    for (const [outcome, words] of Object.entries(WORDS))
      for (const word of words) {
        assert.equal(eventOutcome(word), outcome, word);
        assert.equal(eventOutcome(word.toUpperCase()), outcome, word);
      }
  });

  it('is not told by words that only have such a word in them', () => {
    for (const words of [
      ...[
        '',
        '-',
        'nobounce',
        'bounces often',
        'unsent',
        'sent back',
        'notemail.sent',
        'mailx.sent',
        'undeferred',
        'deferred list',
        'reheld',
        'withheld',
      ],
      ...[
        'held up',
        'prequarantine',
        'quarantine list',
        'nospam',
        'spammer',
        'junkyard',
        'prereject',
        'rejector',
        'expired list',
      ],
      ...[
        'unexpired',
        'undropped',
        'drop list',
        'received it',
        'unreceived',
        'uncomplained',
        'complaint desk',
        'feedback form',
      ],
      ...[
        'fbl list',
        'abuse desk',
        'suppressed list',
        'unsuppressed',
        'notreleased yet',
        'undelivered yet',
        'openness',
      ],
    ])
      assert.equal(eventOutcome(words), undefined, words);
    assert.equal(eventOutcome(`${' '.repeat(56)}sent`), 'sent');
    assert.equal(eventOutcome(`${' '.repeat(57)}sent`), undefined);
  });

  it('may be a failure that passes', () => {
    assert.deepEqual(['temporary', 'Soft', 'transient failure', 'permanent', 'not soft', 'hard'].map(isPassing), [
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
