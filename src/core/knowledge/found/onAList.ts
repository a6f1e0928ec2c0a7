/** What rows on any block list say; where the reply names the list, its name takes the place of the last words. */
export const onAList = 'The sending IP address or domain stands on the block list named in the reply';
