import { edgesOf, hasCharacter } from '../smtp/dialects/patternEdges.ts';

/** Whether a pattern fits at an offset; most places are told by their first character. */
export const sticky = (regex: RegExp) => {
  const own = new RegExp(regex.source, 'y');
  const { first } = edgesOf(own);
  return (text: string, at: number): boolean => {
    if (first !== undefined && !hasCharacter(first, text.charCodeAt(at))) return false;
    own.lastIndex = at;
    return own.test(text);
  };
};
