import { act, queueRetries } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of Yandex. */
export const yandexTexts = ranked('product', [
  {
    name: 'yandex-spam',
    pattern: /rejected under suspicion of SPAM/i,
    sample: '554 5.7.1 [2] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc',
    reason: 'spam-refused',
    meaning: 'Yandex takes the message for spam.',
    source: 'yandex',
    next: [act('Open the link in the reply.'), act('Check the domain at https://postmaster.yandex.ru/.')],
  },
  {
    name: 'yandex-receiving-rate',
    pattern: /recipient has exceeded (?:the |their )?message rate limit/i,
    sample: '450 4.2.1 The recipient has exceeded message rate limit. Try again later.',
    reason: 'rate-limited',
    meaning: 'The mailbox gets mail too fast at the moment; Yandex words it like this.',
    source: 'yandex',
    actor: 'nobody',
    next: [queueRetries],
  },
  {
    name: 'yandex-target-policy',
    pattern: /Policy rejection on the target address/i,
    sample: '550 5.7.1 Policy rejection on the target address',
    reason: 'recipient-inactive',
    meaning: 'Yandex has blocked the mailbox because its owner broke the terms of use.',
    source: 'yandex',
    actor: 'recipient',
    next: [
      act('Confirm your data in the account to have it opened again.'),
      act('Reach the recipient another way.', 'sender'),
    ],
  },
]);
