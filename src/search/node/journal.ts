import { FileProblem } from '../../files/unpack.ts';
import { printed } from './command.ts';
import { fetched } from './http.ts';
import type { LogSource, Query } from './source.ts';

/** The journal of this machine, by journalctl; what may be read of it is what the user may read. */
export const localJournal = (): LogSource => ({
  name: 'journal',
  log: 'journal',
  numbered: false,
  open: ({ since, until }, signal) =>
    printed(
      'journal',
      'journalctl',
      [
        '--no-pager',
        '--quiet',
        '--output=short-iso',
        ...(since === undefined ? [] : [`--since=@${Math.floor(since / 1000)}`]),
        ...(until === undefined ? [] : [`--until=@${Math.ceil(until / 1000)}`]),
      ],
      signal,
    ),
});

/**
 * The journal of another machine, by systemd-journal-gatewayd(8): its words of a query are matches of fields,
 * `http://mx1:19531?SYSLOG_FACILITY=2`. It looks for no text, so that all of the time asked for is sent.
 */
export const journalGateway = (address: URL): LogSource => ({
  name: address.host,
  log: address.host,
  numbered: false,
  async *open(query, signal) {
    const url = new URL(`/entries${address.search}`, address);
    const headers = { accept: 'text/plain' };
    const range = rangeOf(query);
    const ranged = range === undefined ? undefined : await fetched(url, { headers: { ...headers, range }, signal });
    // Ranges of time are known from systemd 255 on; before it, all is sent and the lines are told by their times.
    const answer = ranged?.ok === true ? ranged : await fetched(url, { headers, signal });
    if (!answer.ok) throw new FileProblem(`${address.host} answers ${answer.status} to ${url.pathname}`);
    for await (const octets of answer.body ?? []) yield Buffer.from(octets);
  },
});

const rangeOf = ({ since, until }: Query): string | undefined =>
  since === undefined && until === undefined
    ? undefined
    : `realtime=${since === undefined ? '' : Math.floor(since / 1000)}:${until === undefined ? '' : Math.ceil(until / 1000)}`;
