import { domainOf } from '../../../mail/domains.ts';
import type { HoverText } from '../hoverText.ts';
import { type Explainer, type FieldPlace, listOf, said, sourceOf, term, under } from './place.ts';

/** Message-ID, In-Reply-To and References (RFC 5322 3.6.4): the id under the cursor. */
export const messageIdExplainer: Explainer = {
  piece(place) {
    for (const match of place.value.matchAll(/<[^<>\s]{1,995}>/g)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (under(span, place.at)) return idHover(place, span, match[0]);
    }
    return undefined;
  },
  whole(place) {
    const count = place.value.match(/<[^<>\s]{1,995}>/g)?.length ?? 0;
    if (/^(?:references|in-reply-to)$/i.test(place.field.name))
      return [`${count} ${count === 1 ? 'message' : 'messages'}.`];
    return count === 0 ? ['It is not between angles as RFC 5322 3.6.4 has it; some servers refuse that.'] : [];
  },
};

function idHover(place: FieldPlace, span: { start: number; end: number }, id: string): HoverText {
  const domain = domainOf(id.slice(1, -1));
  return said(
    place,
    span,
    term(id, 'search logs and message traces for it.'),
    listOf([['Made by a system of', domain]]),
    domain === undefined || !domain.includes('.')
      ? 'Behind the @ stands no full domain, which spam filters count against it.'
      : undefined,
    sourceOf('RFC 5322 3.6.4'),
  );
}

/** Feedback-ID of Gmail's feedback loop: up to three names of the sender's own, and the sender last. */
export const feedbackIdExplainer: Explainer = {
  piece(place) {
    const parts = [...place.value.matchAll(/[^:\s][^:]{0,500}/g)];
    const index = parts.findIndex((part) => under({ start: part.index, end: part.index + part[0].length }, place.at));
    const part = parts[index];
    if (part === undefined) return undefined;
    const last = index === parts.length - 1;
    return said(
      place,
      { start: part.index, end: part.index + part[0].trimEnd().length },
      term(
        part[0].trim(),
        last
          ? 'the sender: Gmail reports complaints only if it stays the same.'
          : 'a name of the sender for a campaign, a customer or a kind of mail; Gmail counts complaints by it.',
      ),
      sourceOf('Google: Feedback Loop (Feedback-ID)'),
    );
  },
};

/** X-SES-Outgoing of Amazon: the day, and the address that it left from. */
export const amazonExplainer: Explainer = {
  whole({ value }) {
    const match = /^\s*(\d{4})\.(\d\d)\.(\d\d)-([\d.]{7,15}|[\da-f:]{3,45})\s*$/i.exec(value.slice(0, 100));
    return match === null
      ? []
      : [
          listOf([
            ['Sent on', `${match[1]}-${match[2]}-${match[3]}`],
            ['From address', match[4]],
          ]),
        ];
  },
};
