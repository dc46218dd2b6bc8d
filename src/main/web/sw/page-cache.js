/** One page in the cache of its person. */

export const OWNER_HEADER = 'Tianbo-Owner';
export const VERSION_HEADER = 'Tianbo-Version';

/** What is another each time a page is asked for: the greeting, and the number of a quiz's form. */
const EACH_TIME = /<span data-greeting[^]*?<\/span>|name="form" value="[^"]*/g;

/** How storing a page ended: `full` when the phone has no room. @typedef {'stored' | 'full'} Put */

/**
 * An entry that the browser cannot read any more counts as never stored.
 *
 * @param {Cache} cache
 * @param {string} path
 * @param {boolean} [ignoreSearch] whether one in any language will do
 */
export async function read(cache, path, ignoreSearch) {
    try {
        return await cache.match(path, { ignoreSearch });
    } catch (fault) {
        console.warn('not stored:', fault);
        await cache.delete(path).catch(() => {});
        return undefined;
    }
}

/** @param {Cache} cache @param {string} path @param {Response} page @returns {Promise<Put>} */
export async function put(cache, path, page) {
    try {
        await cache.put(path, page);
        return 'stored';
    } catch (fault) {
        console.warn('not stored:', fault);
        return 'full';
    }
}

/** The versions of the assets that its pages name. @param {Cache} cache */
export async function versionsIn(cache) {
    const pages = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
    return pages.map((page) => page?.headers.get(VERSION_HEADER) ?? '');
}

/** Whether it was for want of room. @param {unknown} fault */
export const isFull = (fault) => fault instanceof Error && fault.name === 'QuotaExceededError';

/**
 * What a page that is stored now has over the one that was shown; nothing if both say the same, whatever time of day they
 * greet at and whatever number a form has.
 *
 * @param {Response} shown
 * @param {Response | undefined} stored
 * @returns {Promise<'newer' | 'not-theirs' | undefined>}
 */
export async function differenceOf(shown, stored) {
    if (!stored || stored.headers.get(OWNER_HEADER) !== shown.headers.get(OWNER_HEADER)) {
        return 'not-theirs';
    }
    return contentOf(await shown.text()) === contentOf(await stored.text()) ? undefined : 'newer';
}

/** @param {string} html */
function contentOf(html) {
    return html.slice(Math.max(0, html.indexOf('<main'))).split('</main>')[0].replace(EACH_TIME, '');
}
