/**
 * The help that goes on in this browser, also where there is no network: the server named it in a cookie of its own, which
 * ends with the help. The server decides what counts.
 *
 * @returns {string | undefined} its id; undefined while the person acts alone
 */
export const helping = () => /tianbo_helping=([\w-]+)/.exec(globalThis.document?.cookie ?? '')?.[1];

/** What says so in a record. The page of a lesson has no room for it: see `family/name-helper.js`. */
export const helpedOrNot = () => ({ helping: helping() ?? 'none' });

/** What says so in an attempt that is planned or recorded now. */
export const helpedNow = () => (helping() ? { helping: helping(), helpedAt: new Date().toISOString() } : {});
