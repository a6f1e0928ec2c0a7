import { applyReplacements } from '../../../src/core/mask/edits.ts';
import { findSecrets } from '../../../src/core/mask/findSecrets.ts';
import type { MaskChoice } from '../../../src/core/mask/maskChoice.ts';
import { maskTicket } from '../../../src/core/mask/maskTicket.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { Start } from '../../../src/core/ticket/ticket.ts';

export const secretsOnly: MaskChoice = { addresses: false, names: false, hosts: false, ips: false, messageIds: false };
export const everything: MaskChoice = { addresses: true, names: true, hosts: true, ips: true, messageIds: true };

/** A text with what was chosen masked. */
export const masked = (text: string, choice: MaskChoice = secretsOnly, start: Start = 'anywhere'): string =>
  applyReplacements(text, maskTicket(readTicket(text, start), choice));

/** Kind and text of each secret. */
export const secretsIn = (text: string, start: Start = 'anywhere'): (readonly [string, string])[] =>
  findSecrets(readTicket(text, start)).map((secret) => [secret.kind, text.slice(secret.start, secret.end)] as const);

export const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
