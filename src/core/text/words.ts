/** What stands in place of `{0}`, `{1}` and so on. */
type Value = string | number;

/** Words of the interface by the English ones, in the language of the editor; none where that is English. */
let known: Readonly<Record<string, string>> = {};

/**
 * Tells in which language the interface speaks. Each program says it once, before it words anything: the server when it
 * is initialised, a page when it loads. What is worded for reports and answers goes to other people and stays English.
 */
export function speak(words: unknown): void {
  const isTable = typeof words === 'object' && words !== null;
  known = isTable ? Object.fromEntries(Object.entries(words).filter(([, one]) => typeof one === 'string')) : {};
}

/** Words of the interface in its language, with the values in their places; as they are where they are not known. */
export const t = (english: string, ...values: readonly Value[]): string =>
  (Object.hasOwn(known, english) ? (known[english] as string) : english).replace(/\{(\d)\}/g, (place, index) =>
    String(values[Number(index)] ?? place),
  );

/** Marks words of the interface that `t` is given later. */
export const word = <Text extends string>(english: Text): Text => english;
