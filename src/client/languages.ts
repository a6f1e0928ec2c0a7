/** The languages that this extension contributes; package.json names their files. */
export const languages = { transcript: 'smtp-transcript', message: 'eml' } as const;

export const isOurs = (languageId: string): boolean =>
  languageId === languages.transcript || languageId === languages.message;
