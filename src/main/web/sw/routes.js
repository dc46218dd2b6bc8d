/**
 * Which requests the service worker answers, and which it leaves to the browser.
 *
 * @typedef {'sign-out' | 'sign-in' | 'asset' | 'film' | 'sound' | 'pack' | 'lesson-done' | 'trainee-page' | 'other-page'} Route
 */

const SIGN_OUT = /^\/(sign-out$|account\/sign-out-everywhere$|auth\/.*\/logout)/;
const TRAINEE_PAGES = /^\/($|learn(\/|$)|practice(\/|$)|rules(\/|$)|my-store$|my-certificate$|unsent$|my-say$|attend(\/|$))/;
/** The trainer's screen, lessons to be spoken, the list of calls and the visitor's list: a village may have no network. */
const STAFF_PAGES = /^\/(calls|visits|narration\/(zh|en)(\/[\w-]+)?|attendance\/sessions\/[\w-]+\/teach)$/;
const PACKS = /^\/(practice-content|learn\/search)\/./;
const LESSON = /^\/learn\/[\w-]+\/[\w-]+$/;
const UNTOUCHED = /^\/(api|auth|media|q)\//;

/** Whether a page is stored for offline use. @param {string} path */
export function isTraineePage(path) {
    return TRAINEE_PAGES.test(path) || STAFF_PAGES.test(path);
}

/**
 * @param {{url: string, method: string, mode: string}} request
 * @param {string} origin ours
 * @returns {Route | undefined} undefined for what is left to the browser
 */
export function routeOf({ url, method, mode }, origin) {
    const { origin: requested, pathname, searchParams } = new URL(url);
    const navigates = mode === 'navigate';
    if (requested !== origin) {
        return undefined;
    }
    // Opened by its address, /sign-out only shows a question.
    if (navigates && SIGN_OUT.test(pathname) && !(method === 'GET' && pathname === '/sign-out')) {
        return 'sign-out';
    }
    if (method !== 'GET') {
        return navigates && LESSON.test(pathname) ? 'lesson-done' : undefined;
    }
    if (pathname.startsWith('/assets/')) {
        return 'asset';
    }
    if (pathname.startsWith('/films/')) {
        return 'film';
    }
    if (pathname.startsWith('/narration/sounds/')) {
        return 'sound';
    }
    if (PACKS.test(pathname)) {
        return 'pack';
    }
    if (!navigates) {
        return undefined;
    }
    // The sign-in's last step returns to the page that was requested, or to its own address.
    if (searchParams.has('code') && searchParams.has('state')) {
        return 'sign-in';
    }
    return isTraineePage(pathname) ? 'trainee-page' : UNTOUCHED.test(pathname) ? undefined : 'other-page';
}
