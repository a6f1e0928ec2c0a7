import type { Disposable } from 'vscode';
import type { Request } from '../../protocol/request.ts';

export interface LanguageServer extends Pick<Disposable, 'dispose'> {
  /** Asks the server, which is started for it; rejects when it cannot be. */
  request<Params, Result>(request: Request<Params, Result>, params: NoInfer<Params>): Promise<Result>;
}
