import { domainOf } from '../../../mail/domains.ts';
import { type Mailbox, readMailboxes } from '../../../mail/header/addresses.ts';
import { type Identity, identities, nameConflict } from '../../../mail/header/identities.ts';
import { type LookAlike, lookAlike } from '../../../mail/lookAlikes.ts';
import { decodeDomain } from '../../../mail/punycode.ts';
import { escapeMarkdown } from '../../../text/markdown.ts';
import { bullets, type Explainer, type FieldPlace, listOf, said, sourceOf, term, under } from './place.ts';

/** Fields that hold mailboxes (RFC 5322 3.4): the mailbox under the cursor. */
export const addressExplainer: Explainer = mailboxes(() => []);

/** Those of the sender, with who else the message says it is from. */
export const authorExplainer: Explainer = mailboxes((place) => [identityLines(place)]);

function mailboxes(more: (place: FieldPlace) => readonly string[]): Explainer {
  return {
    piece(place) {
      const box = readMailboxes(place.value).find((one) => under(one, place.at));
      if (box === undefined) return undefined;
      if (box.address === '')
        return said(place, box, term('<>', 'no sender: a report that must not be answered (RFC 5321 4.5.5).'));
      return said(
        place,
        box,
        listOf([
          ['Address', box.address],
          ['Display name', box.name],
          ['Domain', shownDomain(box.address)],
          ['Group', box.group],
        ]),
        bullets(boxProblems(box)),
        ...more(place),
        sourceOf('RFC 5322 3.4'),
      );
    },
    whole(place) {
      const boxes = readMailboxes(place.value);
      const problems = boxes.flatMap(boxProblems);
      return [
        boxes.length > 1
          ? `${boxes.length} addresses.`
          : listOf([
              ['Address', boxes[0]?.address],
              ['Display name', boxes[0]?.name],
            ]),
        bullets(problems, 10),
        ...more(place),
      ];
    },
  };
}

/** The domain as people see it, where that differs from how it is written. */
function shownDomain(address: string): string | undefined {
  const domain = domainOf(address);
  const shown = domain && decodeDomain(domain);
  return shown === domain ? domain : `${domain}, that is ${shown}`;
}

function boxProblems(box: Mailbox): readonly string[] {
  const problems: string[] = [];
  const conflict = nameConflict(box);
  if (conflict !== undefined) {
    problems.push(
      `The display name says ${conflict}, which is not of the domain that the mail is from. Mailing lists do this too; so does who wants to be taken for somebody else.`,
    );
  }
  const alike = lookAlike(domainOf(box.address) ?? '');
  if (alike !== undefined) problems.push(lookAlikeWords(alike));
  if (!/^[^\s@]{1,64}@[^\s@]{1,255}$/.test(box.address.replace(/^"[^"]*"@/, 'q@'))) {
    problems.push('It is no whole address.');
  }
  return problems;
}

const lookAlikeWords = ({ shown, like, mixed }: LookAlike): string =>
  like === undefined
    ? `The domain ${shown} mixes letters of ${mixed.join(' and ')} in one word, which may be made to look like another.`
    : `The domain ${shown} looks like ${like} but is another: it has letters of ${mixed.length > 0 ? mixed.join(' and ') : 'another script'}.`;

/** What it means where it is not the domain of From. */
const OTHER: Readonly<Record<Exclude<Identity['field'], 'From'>, string>> = {
  Sender: 'somebody of another domain sent it for the author, as services and lists do',
  'Reply-To': 'answers go to another domain than the one shown',
  'Return-Path': 'bounces go elsewhere, as with mailing services and lists; SPF then says nothing for From',
  'Message-ID': 'a system of another domain made the message, as with services and hosted mail',
  DKIM: 'another domain signed, which does not count for DMARC',
};

function words({ field, same }: Identity): string {
  if (field === 'From') return 'as readers see it';
  return same ? 'the same organisation' : OTHER[field];
}

/** Which domains the message gives as its sender's, and what it means where they differ. */
function identityLines({ message }: FieldPlace): string {
  const list = identities(message);
  if (list.length < 2) return '';
  return `Domains of this message:\n${list
    .map((one) => `- ${escapeMarkdown(one.field)} ${escapeMarkdown(one.domain)}: ${escapeMarkdown(words(one))}`)
    .join('\n')}`;
}
