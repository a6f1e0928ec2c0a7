/** What masking left where it stands, because it is too much to be searched for (core/mask/maskChoice.ts). */
export const unsoughtWords = (count: number): string =>
  `Names and passwords that are masked only where the text shows what they are, because there are too many: ${count}.`;
