import type { SecretStorage } from 'vscode';

/** The one entry of ours in the secret storage of the editor: every login that the user wants kept. */
const KEY = 'mailTriage.smtp.logins';

/** Passwords and tokens by server and user name; nothing of them is anywhere else. */
export interface KeptLogins {
  get(target: string, user: string): Promise<string | undefined>;
  keep(target: string, user: string, secret: string): Promise<void>;
  /** What there is, by names. */
  names(): Promise<readonly LoginName[]>;
  forget(name: LoginName): Promise<void>;
  forgetAll(): Promise<void>;
}

export interface LoginName {
  /** `mx1.contoso.test:587` */
  readonly target: string;
  readonly user: string;
}

interface Kept extends LoginName {
  readonly secret: string;
}

export function keptLogins(storage: Pick<SecretStorage, 'get' | 'store' | 'delete'>): KeptLogins {
  const all = async (): Promise<readonly Kept[]> => readKept(await storage.get(KEY));
  const isOther = (target: string, user: string) => (one: Kept) => one.target !== target || one.user !== user;
  const store = async (kept: readonly Kept[]): Promise<void> =>
    kept.length === 0 ? storage.delete(KEY) : storage.store(KEY, JSON.stringify(kept));
  return {
    get: async (target, user) => (await all()).find((one) => !isOther(target, user)(one))?.secret,
    keep: async (target, user, secret) =>
      store([...(await all()).filter(isOther(target, user)), { target, user, secret }]),
    names: async () => (await all()).map(({ target, user }) => ({ target, user })),
    forget: async ({ target, user }) => store((await all()).filter(isOther(target, user))),
    forgetAll: async () => storage.delete(KEY),
  };
}

function readKept(text: string | undefined): readonly Kept[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? read.filter(isKept) : [];
  } catch {
    return [];
  }
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  ['target', 'user', 'secret'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string');
