/** What JSON and settings hold, of which nobody knows yet what it is. */
export type Members = Readonly<Record<string, unknown>>;

/** Whether a value has members by name: a list has none. */
export const hasMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of a value, none where it has none. */
export const membersOf = (value: unknown): Members => (hasMembers(value) ? value : {});
