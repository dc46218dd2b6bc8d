/**
 * What a trainee does besides today's lesson, and has without a network too. It is fetched ahead once the visit has come to
 * its second page, because a first one should cost little.
 */

const ROAD = [
    '/practice', '/practice/new', '/practice/camera', '/unsent', '/learn', '/learn/paths', '/learn/words',
    '/learn/offline', '/rules', '/my-certificate', '/my-store',
];

export function createRoad() {
    let opened = false;
    let added = false;
    return {
        /** A page is opened with this service worker at work, so that it is not the first. */
        pageIsOpened() {
            opened = true;
        },

        /** Adds the road to what a page wants to have fetched ahead; once. @param {string[]} pages */
        with(pages) {
            const adds = opened && !added;
            added ||= adds;
            return adds ? [...pages, ...ROAD] : pages;
        },
    };
}
