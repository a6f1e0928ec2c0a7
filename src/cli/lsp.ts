/** `lsp --stdio`: serves until the editor closes the connection. */
export async function lsp(args: readonly string[]): Promise<number> {
  if (args.length > 1 || (args[0] !== undefined && args[0] !== '--stdio')) {
    process.stderr.write(
      'mail-triage: the language server speaks over standard input and output only.\nUsage: mail-triage lsp --stdio\n',
    );
    return 2;
  }
  const { serveStdio } = await import('../server/stdio.ts');
  serveStdio();
  return 0;
}
