import type { Layer, Unwrapped } from '../mail/links/unwrap.ts';
import type { WrapperKind } from '../mail/links/wrapper.ts';

const WHAT: Readonly<Record<WrapperKind, string>> = {
  filter: 'a filter, which checks the link when somebody clicks on it',
  redirect: 'a site, which sends its visitors on',
  tracker: 'a mailing service, which counts clicks',
  shortener: 'a short name for an address',
};

/** Who put an address around another: `Microsoft Safe Links, Google`. */
export const layerNames = (layers: readonly Layer[]): string =>
  [...new Set(layers.map(({ service }) => service))].join(', ');

/** What the layers are, a sentence each, the outermost first. */
export const layerSentences = (layers: readonly Layer[]): readonly string[] =>
  layers.map(({ service, kind, host, imitable }) => {
    const doubt =
      imitable === true
        ? ` That is told by the form of the address alone: if ${host} is no such host, it leads there.`
        : '';
    return `${service}: ${WHAT[kind]}.${doubt}`;
  });

/** Why nobody can tell where it goes on to; undefined where the address inside is told whole. */
export function endWords({ layers, ends, host }: Unwrapped): string | undefined {
  const service = layers.at(-1)?.service ?? '';
  if (ends === 'kept') return `where it leads is known to ${service} alone`;
  if (ends === 'host') return `the address is known to ${service} alone; its host is ${host}`;
  if (ends === 'deep') return `more addresses are put around each other than are taken off (${layers.length})`;
  return undefined;
}
