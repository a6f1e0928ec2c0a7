/**
 * A text as the pattern that finds just it, with the flag `u` and without. Only the characters of syntax are escaped
 * (ECMA-262, SyntaxCharacter, and the slash): any other escape is an error under `u`.
 */
export const literalPattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
