import { receivedWords } from '../../../knowledge/headerValues/fieldWords.ts';
import type { HeaderValue } from '../../../knowledge/headerValues/headerValue.ts';
import { receivedProtocols } from '../../../knowledge/receivedProtocols.ts';
import { ownPart } from '../../../trace/border.ts';
import type { FieldPlace } from './place.ts';
import { receivedDetails } from './receivedDetails.ts';

/** What the word behind `with` or `via` means. */
export function protocolOf(word: string | undefined): HeaderValue | undefined {
  if (word === undefined) return undefined;
  const lower = word.toLowerCase();
  return receivedWords.find(([pattern]) => pattern.test(lower))?.[1] ?? receivedProtocols.get(word.toUpperCase());
}

/** The hop in the message's way, and whether those wrote it who are to be believed. */
export function hopLines({ message, field }: FieldPlace): readonly string[] {
  const own = ownPart(message);
  return [
    ...receivedDetails(message, field),
    ...(own !== undefined && field.start >= own.end
      ? ['Other servers than those of the recipient wrote this line, so it proves nothing by itself.']
      : []),
  ];
}
