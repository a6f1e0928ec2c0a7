import {
  type CancellationToken,
  type Disposable,
  LanguageModelTextPart,
  LanguageModelToolResult,
  lm,
  type PreparedToolInvocation,
} from 'vscode';

/** What an assistant may have done; what it sends is checked, whatever the schema says. */
export interface AssistantTool {
  readonly name: `mailTriage_${string}`;
  /** What is asked of the user first, and said while it runs; undefined where the input means nothing. */
  readonly prepare: (input: Input) => PreparedToolInvocation | undefined;
  /** What the assistant is told; throws words for it where there is nothing to tell. */
  readonly run: (input: Input, token: CancellationToken) => Promise<string>;
}

export type Input = Readonly<Record<string, unknown>>;

/** Characters that an assistant is told at once. */
const MOST = 20_000;

export const registerTool = ({ name, prepare, run }: AssistantTool): Disposable =>
  lm.registerTool<object>(name, {
    prepareInvocation: ({ input }) => prepare(input as Input),
    invoke: async ({ input }, token) => {
      const text = await run(input as Input, token);
      return new LanguageModelToolResult([new LanguageModelTextPart(cut(text))]);
    },
  });

const cut = (text: string): string =>
  text.length <= MOST
    ? text
    : `${text.slice(0, text.lastIndexOf('\n', MOST) + 1 || MOST)}(${text.length} characters in all; the rest is left out.)\n`;

/** A text of the input; empty where it is none. */
export const textOf = (input: Input, name: string): string => {
  const value = input[name];
  return typeof value === 'string' ? value.trim() : '';
};
