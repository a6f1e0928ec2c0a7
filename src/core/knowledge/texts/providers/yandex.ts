import { act, queueRetries } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of Yandex. */
export const yandexTexts = spokenBy('yandex', [
  {
    name: 'yandex-spam',
    mark: 'words',
    pattern: /rejected under suspicion of SPAM/i,
    reason: 'spam-refused',
    meaning: 'Yandex takes the message for spam.',
    source: 'yandex',
    next: [act('Open the link in the reply.'), act('Check the domain at https://postmaster.yandex.ru/.')],
  },
  {
    name: 'yandex-receiving-rate',
    mark: 'none',
    pattern: /recipient has exceeded (?:the |their )?message rate limit/i,
    reason: 'rate-limited',
    meaning: 'The mailbox gets mail too fast at the moment.',
    source: 'yandex',
    actor: 'nobody',
    next: [queueRetries],
  },
  {
    name: 'yandex-target-policy',
    mark: 'words',
    pattern: /Policy rejection on the target address/i,
    reason: 'recipient-inactive',
    meaning: 'Yandex has blocked the mailbox because its owner broke the terms of use.',
    source: 'yandex',
    actor: 'recipient',
    next: [
      act('Confirm your data in the account to have it opened again.'),
      act('Reach the recipient another way.', 'sender'),
    ],
  },
  {
    name: 'yandex-access-rights',
    mark: 'words',
    pattern: /This user does not have access rights to this service/i,
    reason: 'login-failed',
    meaning:
      'Yandex lets this account not log in with programs: the access is not switched on, or the program needs an app password.',
    source: 'yandex',
    next: [
      act('Switch on access by mail programs in the settings of Yandex Mail.'),
      act('Create an app password for the program.'),
    ],
  },
]);
