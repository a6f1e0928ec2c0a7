/** The same keys, without those whose value may be missing; these become optional and are never undefined. */
export type Defined<Values extends object> = {
  readonly [Key in keyof Values as undefined extends Values[Key] ? never : Key]: Values[Key];
} & { readonly [Key in keyof Values as undefined extends Values[Key] ? Key : never]?: Exclude<Values[Key], undefined> };

/**
 * The given values without the keys that have none: `{ code, ...defined({ enhanced }) }`. Where several keys hang on one
 * condition, `...(condition && { … })` is spread.
 */
export function defined<const Values extends object>(values: Values): Defined<Values> {
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(values)) {
    const value = values[key as keyof Values];
    if (value !== undefined) kept[key] = value;
  }
  return kept as Defined<Values>;
}
