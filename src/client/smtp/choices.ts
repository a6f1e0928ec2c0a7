import type { Memento } from 'vscode';

/** What was chosen for the last probe, and stands in the form of the next; never a login. */
export interface Choices {
  /** `mx`: every address of every mail exchanger of the domain, or of the host where it has none. */
  readonly where: 'one' | 'mx';
  readonly ports: readonly number[];
  readonly family: 'any' | '4' | '6';
  readonly tls: 'auto' | 'required' | 'none' | 'implicit';
  readonly stopAfter: Stop;
  /** TLSA and MTA-STS of the domain are held against what servers show. */
  readonly policies: boolean;
  readonly sender: string;
  readonly recipients: string;
}

export const STOPS = ['connect', 'banner', 'hello', 'secured', 'auth', 'mail', 'rcpt'] as const;
export type Stop = (typeof STOPS)[number];

export const usual: Choices = {
  where: 'one',
  ports: [25],
  family: 'any',
  tls: 'auto',
  stopAfter: 'secured',
  policies: false,
  sender: '',
  recipients: '',
};

const KEY = 'mailTriage.smtp.choices';

export interface RememberedChoices {
  get(): Choices;
  set(choices: Choices): void;
}

/** Choices that are kept in the workspace; what is none of ours counts as not there. */
export const createChoices = (state: Pick<Memento, 'get' | 'update'>): RememberedChoices => ({
  get: () => readChoices(state.get(KEY)),
  set: (choices) => void state.update(KEY, readChoices(choices)),
});

function readChoices(kept: unknown): Choices {
  const read = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<Record<keyof Choices, unknown>>;
  const oneOf = <T extends string>(value: unknown, list: readonly T[], other: T): T =>
    list.find((one) => one === value) ?? other;
  const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 20_000) : '');
  const ports = Array.isArray(read.ports) ? read.ports.filter(isPort).slice(0, 10) : [];
  return {
    where: oneOf(read.where, ['one', 'mx'], usual.where),
    ports: ports.length > 0 ? ports : usual.ports,
    family: oneOf(read.family, ['any', '4', '6'], usual.family),
    tls: oneOf(read.tls, ['auto', 'required', 'none', 'implicit'], usual.tls),
    stopAfter: oneOf(read.stopAfter, STOPS, usual.stopAfter),
    policies: read.policies === true,
    sender: text(read.sender),
    recipients: text(read.recipients),
  };
}

export const isPort = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65535;
