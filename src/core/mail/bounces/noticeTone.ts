import { DELAYED } from './noticeWords.ts';

/** It says how long the mailer tried. */
export const WAITED =
  /in the queue too long|not delivered within \d|aborted after \d|(?:could not be delivered|undelivered|undeliverable|tried|trying) for (?:more than )?\d{1,4}/i;

/** Anything that sounds as if mail did not arrive. */
export const REFUSED =
  /could not|can ?not be|duplicated|malformed|incorrect|may not (?:exist|have)|not receive|couldn't|unable to|not able to|fail(?:ed|ure)|undeliver|reject|refus|unknown|no such|not (?:be )?deliver|not reach|error|returned|permanent|bounce|delay|trouble|full|exceed|not (?:a )?(?:member|valid)|できません|エラー|届|不明|失敗|失败|退信|не (?:может|удалось)|unzustellbar|nicht zugestellt/i;

/** Whether a mailer says that it goes on trying. */
export const isDelay = (subject: string, head: string): boolean => {
  const over = GIVEN_UP.test(subject) || GIVEN_UP.test(head);
  return WAITING.test(subject) || DELAYED.test(subject) || (!over && (WAITING.test(head) || DELAYED.test(head)));
};

const WAITING = /\bdelayed\b|warning: (?:message|could not)|no action is required/i;
const GIVEN_UP =
  /giv(?:en|ing) up|(?<!\bif (?:the |this )?(?:delivery|message|it) (?:fails |failed )?)permanent|undeliverable|has failed|\(failure\)|returned mail|no further (?:attempts|delivery)|not be (?:tried|retried)|endgültig|aufgegeben|définitiv|abandonn|definitiv|definitief|ostatecznie|окончательн|végleges|lopulli|kalıcı olarak|οριστικά|永久|永続|恒久|영구/iu;
