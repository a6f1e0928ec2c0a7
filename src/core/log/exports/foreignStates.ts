import type { LogOutcome } from '../log.ts';

/** What consoles in German, French, Spanish, Italian and Russian say became of a message. */
const STATES: readonly (readonly [RegExp, LogOutcome])[] = [
  [/^(?:in|mise?en|en)?(?:quarant[aäe]|cuarent)/, 'quarantined'],
  [/^(?:verz|zurückgest|ausst|warte|différé|enatt|dif+eri[dt]|pendi|inattesa|отлож)/, 'deferred'],
  [/^(?:abge|zurückgew|blo[cq][ku](?:iert|é|ead)|refusé|rejeté|rechaz|rifiut|bloccat|отклон)/, 'rejected'],
  [/^(?:fehl(?:er$|ges)|nichtzu|unzust|[eé]chec|nonremis|falli[dt]|no(?:entreg|nconseg|nriu)|недост)/, 'bounced'],
  [/^(?:zugest|gesend|erfolgr|remise?$|livré|envoyé|entreg|enviad|consegn|inviat|доставлен|отправлен)/, 'sent'],
];

/** What a state in another language than English says became of a message. */
export const foreignOutcome = (words: string): LogOutcome | undefined =>
  STATES.find(([pattern]) => pattern.test(words))?.[1];
