/**
 * Minutes east of UTC of a zone's name; undefined where the name does not say.
 *
 * RFC 5322 4.3 gives UT, GMT and the North American names. Of every other name, the military letters among them, it
 * says to take it as `-0000`, a date that tells nothing about its zone, unless its meaning is known from elsewhere. Here
 * that reads as "zone unknown": counted as UTC, such a date would put hours of delay on a hop that has none.
 * The names below the line are known from the IANA time zone database, where each stands for one offset only; those that
 * stand for several (IST, BST, CST of China) are left to the RFC or left out.
 */
export const zoneMinutes = (name: string): number | undefined => ZONES.get(name.toUpperCase());

const ZONES: ReadonlyMap<string, number> = new Map([
  ['UT', 0],
  ['UTC', 0],
  ['GMT', 0],
  // RFC 822's Z has one meaning in every count of the letters, and ISO 8601 has the same.
  ['Z', 0],
  ['EST', -300],
  ['EDT', -240],
  ['CST', -360],
  ['CDT', -300],
  ['MST', -420],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
  // IANA time zone database
  ['WET', 0],
  ['WEST', 60],
  ['CET', 60],
  ['CEST', 120],
  ['MEZ', 60],
  ['MESZ', 120],
  ['EET', 120],
  ['EEST', 180],
  ['MSK', 180],
  ['HKT', 480],
  ['JST', 540],
  ['KST', 540],
  ['AEST', 600],
  ['AEDT', 660],
  ['NZST', 720],
  ['NZDT', 780],
]);
