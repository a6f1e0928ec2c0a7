import type { Request } from './request.ts';

export interface EncodedBodiesParams {
  readonly uri: string;
}

/** Lines (0-based) in which base64 bodies of more than 20 lines start. */
export type EncodedBodiesResult = readonly number[];

/** The encoded bodies of a document. */
export const encodedBodiesRequest: Request<EncodedBodiesParams, EncodedBodiesResult> = {
  method: 'mailTriage/encodedBodies',
};
