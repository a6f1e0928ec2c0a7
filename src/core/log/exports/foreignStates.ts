import type { LogOutcome } from '../log.ts';

/** What consoles in German, French, Spanish and Italian say became of a message. */
const STATES: readonly (readonly [RegExp, LogOutcome])[] = [
  [/^(?:in|mise?en|en)?(?:quarant[aäe]|cuarent)/, 'quarantined'],
  [/^(?:verz|zurückgest|ausst|warte|différé|enatt|dif+eri|pendi|inattesa)/, 'deferred'],
  [/^(?:abge|zurückgew|blo[cq][ku](?:iert|é|ead)|refusé|rejeté|rechaz|rifiut|bloccat)/, 'rejected'],
  [/^(?:fehl(?:er$|ges)|nichtzu|unzust|[eé]chec|nonremis|fall[iu]|no(?:ent|ncon|nriu))/, 'bounced'],
  [/^(?:zugest|gesend|erfolgr|remise?$|livré|envoyé|entreg|enviad|consegn|inviat)/, 'sent'],
];

/** What a state in another language than English says became of a message. */
export const foreignOutcome = (words: string): LogOutcome | undefined =>
  STATES.find(([pattern]) => pattern.test(words))?.[1];
