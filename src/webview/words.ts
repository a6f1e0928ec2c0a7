import { speak } from '../core/text/words.ts';

/** The page speaks as the editor does: its host puts the words into it. First of all that a page loads. */
speak(JSON.parse(document.getElementById('words')?.textContent || '{}'));
