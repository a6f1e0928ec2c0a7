/** A host with its port, where the port was not typed with it. */
export function withPort(host: string, port: number): string {
  if (/^\[[^\]]{1,100}\]:\d{1,5}$|^[^:]{1,300}:\d{1,5}$/.test(host)) return host;
  const bareHost = host.replace(/^\[|\]$/g, '');
  return bareHost.includes(':') ? `[${bareHost}]:${port}` : `${bareHost}:${port}`;
}
