import { act, queueRetries } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of amavis. */
export const amavisTexts = spokenBy('amavis', [
  {
    name: 'amavis-virus-notice',
    mark: 'words',
    pattern:
      /Our content checker found\s{1,12}virus(?:es)?:|Please check your system for viruses,\s{1,8}or ask your system admin/i,
    reason: 'virus-found',
    meaning: 'The filter amavis found malware in the message and did not pass it on.',
    source: 'amavis-code amavisd',
  },
  {
    name: 'amavis-infected',
    pattern: /Reject, id=[\w-]{1,40} - INFECTED/i,
    reason: 'virus-found',
    meaning: 'The content filter amavis found malware in the message.',
    source: 'amavis-code amavisd.conf-default',
    actor: 'sending admin',
  },
  {
    name: 'amavis-banned',
    pattern: /Reject, id=[\w-]{1,40} - BANNED/i,
    reason: 'content-refused',
    meaning: 'The message holds a file of a type that the content filter amavis bans.',
    source: 'amavis-code RELEASE_NOTES',
    actor: 'sending admin',
    next: [
      act('Share the file another way.'),
      act('Ask the admin of the recipient, with the id in the reply, whether the type can be allowed.'),
    ],
  },
  {
    name: 'amavis-header',
    pattern: /Reject, id=[\w-]{1,40} - BAD[_-]HEADER/i,
    reason: 'message-malformed',
    meaning: 'The content filter amavis refuses the message for a mistake in its header, named in the reply.',
    source: 'amavis-code RELEASE_NOTES',
  },
  {
    name: 'amavis-content-rejected',
    pattern: /Message content rejected,? UBE\b/i,
    reason: 'spam-refused',
    meaning: 'The content filter takes the message for unsolicited bulk mail (UBE).',
    source: 'amavis-code RELEASE_NOTES',
  },
  {
    name: 'amavis-refused',
    vague: true,
    pattern: /Reject, id=[\w-]{1,40}/i,
    reason: 'spam-refused',
    meaning: 'The content filter amavis refuses the message, most often as spam.',
    source: 'amavis-code RELEASE_NOTES',
    next: [
      act('Give the id in the reply to the admin of the recipient.'),
      act('Check text, links and attachments of the message.'),
    ],
  },
  {
    name: 'amavis-processing',
    mark: 'words',
    pattern:
      /Error in processing, id=|Giving up due to previous temporary failures, id=|From MTA\(\S{0,100}\) during|id=\S{1,40} - (?:Temporary MTA failure|Rejected by next-hop MTA) on relaying/i,
    reason: 'system-error',
    meaning: 'The content filter amavis of the server failed over this message, or the server behind it refused it.',
    source: 'amavis-code amavisd',
    next: [
      act(
        'Look in the log of amavis for the id in the reply: it names what failed, often a scanner that does not run.',
      ),
      queueRetries,
    ],
  },
]);
