import { arcChain } from '../../mail/header/arcChain.ts';
import { fieldsNamed } from '../../mail/header/fields.ts';
import { signatureProblems } from '../../mail/header/signatureProblems.ts';
import { readTags } from '../../mail/header/tags.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** No mail has as many. */
const MOST_SIGNATURES = 20;

/** DKIM signatures and ARC chains that are wrong or weak as written (RFC 6376 3.5, RFC 8617 5.2). */
export function* signatures(ticket: Ticket): Iterable<Finding> {
  for (const block of ticket.blocks) {
    if (block.kind !== 'message') continue;
    for (const field of fieldsNamed(block.fields, 'dkim-signature').slice(0, MOST_SIGNATURES)) {
      const tags = readTags(ticket.text, field);
      for (const problem of signatureProblems(block, tags)) {
        const found = tags.find(({ name }) => name === problem.tag);
        const span = found === undefined ? field.nameSpan : { start: found.start, end: found.end };
        yield { code: 'signature-problem', span, data: { problem } };
      }
    }
    const [problem] = arcChain(block).problems;
    const seal = block.fields.find(({ name }) => /^arc-/i.test(name));
    if (problem !== undefined && seal !== undefined) {
      yield { code: 'arc-chain-broken', span: seal.nameSpan, data: { problem } };
    }
  }
}
