/** Which of the client's abilities the answers may use. */
export interface Abilities {
  /** Links in hovers, and lenses, may run `mailTriage.*` commands. */
  readonly commandLinks: boolean;
}
