// By its name the function could not be imported where Node has not got it (before 22.15 and 23.10).
import * as tls from 'node:tls';

/** Certificates of the authorities that count here, as PEM; `system`: those of the operating system. None where Node cannot tell. */
export const knownAuthorities = (which: 'default' | 'system'): readonly string[] =>
  typeof tls.getCACertificates === 'function' ? tls.getCACertificates(which) : [];
