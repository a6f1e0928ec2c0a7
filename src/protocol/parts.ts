/** The encoded bodies of a document: params `EncodedBodiesParams`, result `EncodedBodiesResult`. */
export const encodedBodiesRequest = 'mailTriage/encodedBodies';

export interface EncodedBodiesParams {
  readonly uri: string;
}

/** Lines (0-based) in which base64 bodies of more than 20 lines start. */
export type EncodedBodiesResult = readonly number[];
