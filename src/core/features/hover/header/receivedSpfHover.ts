import { authResultMeaning } from '../../../knowledge/authMethods.ts';
import { receivedSpfKeys } from '../../../knowledge/headerValues/authProperties.ts';
import { ownPart } from '../../../trace/border.ts';
import {
  type Explainer,
  explained,
  type FieldPlace,
  listOf,
  type Paragraph,
  pairsOf,
  raw,
  said,
  sourceOf,
  term,
  under,
} from './place.ts';

/** Received-SPF (RFC 7208 9.1): `result (comment) key=value; …`. */
export const receivedSpfExplainer: Explainer = {
  piece(place) {
    const { result, comment, list } = parts(place.value);
    if (result !== undefined && under(result, place.at))
      return said(place, result, ...resultLines(result.word), trustLine(place));
    if (comment !== undefined && under(comment, place.at)) {
      return said(
        place,
        comment,
        term('A remark', 'how the server puts it in words.'),
        raw(place.value.slice(comment.start, comment.end)),
      );
    }
    const pair = list.find((one) => under(one, place.at));
    return (
      pair &&
      said(
        place,
        pair,
        ...explained(
          `${pair.key}=${pair.value}`,
          receivedSpfKeys.get(pair.key.toLowerCase()),
          'a key that is not known.',
        ),
      )
    );
  },
  whole(place) {
    const { result, list } = parts(place.value);
    return [
      ...(result === undefined ? [] : resultLines(result.word)),
      listOf(list.map(({ key, value }) => [key, value] as const)),
      trustLine(place) ?? '',
    ];
  },
};

function resultLines(word: string): readonly Paragraph[] {
  const meaning = authResultMeaning('spf', word.toLowerCase());
  return [term(word, meaning?.meaning ?? 'a result that is not known.'), sourceOf(meaning?.source ?? 'RFC 7208 2.6')];
}

function parts(value: string) {
  const word = /^\s*([A-Za-z]{1,20})/.exec(value);
  const start = word === null ? 0 : word[0].length - (word[1] as string).length;
  const result = word === null ? undefined : { word: word[1] as string, start, end: word[0].length };
  const open = value.indexOf('(', result?.end ?? 0);
  const isComment = open >= 0 && value.slice(result?.end ?? 0, open).trim() === '';
  const close = isComment ? value.indexOf(')', open) : -1;
  const comment = close < 0 ? undefined : { start: open, end: close + 1 };
  const from = comment?.end ?? result?.end ?? 0;
  // Some servers part the pairs with blanks only.
  const rest = value.slice(from);
  const separator = rest.includes(';') ? ';' : ' ';
  const list = pairsOf(rest, '=', separator)
    .filter(({ key }) => key !== '')
    .map((pair) => ({
      ...pair,
      start: pair.start + from,
      end: pair.end + from,
      value: pair.value.replace(/^"|"$/g, ''),
    }));
  return { result, comment, list };
}

function trustLine({ message, field }: FieldPlace): string | undefined {
  const own = ownPart(message);
  return own !== undefined && field.start >= own.end
    ? 'It stands below the hop at which the message came in: the sender could have written it. Do not go by it.'
    : undefined;
}
