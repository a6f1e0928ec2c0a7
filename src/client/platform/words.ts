import { l10n } from 'vscode';
import { t as inItsLanguage, speak } from '../../core/text/words.ts';

// Before anything that is worded when it is loaded.
speak(l10n.bundle);

/** Words of the interface, as those of the core, in the language that the editor has. */
export const t = inItsLanguage;
