/** A word without the angle brackets around it, or what is left of them: `<alice@contoso.test>`. */
export const withoutAngles = <Word extends string | undefined>(word: Word): Word =>
  word?.replace(/^<?([^<>]*)>?$/, '$1') as Word;
