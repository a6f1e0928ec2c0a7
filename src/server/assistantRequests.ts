import { explainText } from '../core/knowledge/explain.ts';
import { applyReplacements } from '../core/mask/edits.ts';
import type { MaskChoice } from '../core/mask/maskChoice.ts';
import { masking } from '../core/mask/maskTicket.ts';
import { renderExplanation } from '../core/report/explanationText.ts';
import { renderTicket } from '../core/report/ticketText.ts';
import { unsoughtWords } from '../core/report/unsoughtWords.ts';
import { readTicket } from '../core/ticket/readTicket.ts';
import { type HandOverParams, handOverRequest } from '../protocol/assistant.ts';
import { type Answering, answerRequests } from './answerRequests.ts';

/** What assistants are handed. */
export function answerAssistantRequests(answering: Pick<Answering, 'connection'>): void {
  answerRequests(answering, handOverRequest, handOver);
}

/** Reads what is left when the text is masked, so that no sentence of the reading can hold what the text must not. */
function handOver({ text, as, message, unmasked }: HandOverParams): string | null {
  const start = message ? 'message' : 'anywhere';
  const { replacements, unsought } = masking(readTicket(text, start), unmasked ? SECRETS : ALL);
  const masked = applyReplacements(text, replacements);
  const note = unsought === 0 ? '' : `${unsoughtWords(unsought)}\n\n`;
  switch (as) {
    case 'text':
      return note + masked;
    case 'reading':
      return note + renderTicket(undefined, readTicket(masked, start));
    case 'explanation': {
      const found = explainText(masked);
      return found === undefined ? null : renderExplanation(masked, found).join('\n');
    }
  }
}

const ALL: MaskChoice = { addresses: true, names: true, hosts: true, ips: true, messageIds: true };
const SECRETS: MaskChoice = { addresses: false, names: false, hosts: false, ips: false, messageIds: false };
