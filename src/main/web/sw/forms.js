/**
 * The form of a lesson, which its page sends where it has no script or this phone stores nothing for it. Where the server does not
 * take it, the lesson is kept as done, with more room if need be; or else it is said that it is not. A server may have taken it
 * and failed to say so: the form goes up with the id of the record that is kept then, and the two are one.
 */

import { outboxStore } from '../js/app/outbox-store.js';
import { ROOM_MADE, inRoom } from '../js/app/room.js';
import { uuid } from '../js/app/uuid.js';
import { dropKept } from '../js/videos/kept.js';

const FAILS = 500;
/** Words of the page shown without network that are for this alone. */
const HIDDEN = ' data-not-kept hidden';

/** @param {unknown} why */
const unknown = (why) => {
    console.warn('nobody is known:', why);
    return '';
};

/**
 * @param {object} ports
 * @param {CacheStorage} ports.caches
 * @param {typeof fetch} ports.fetch
 * @param {() => Promise<string>} ports.person who is signed in; empty while unknown
 * @param {() => Promise<Response>} ports.offline the page shown without network
 */
export function createForms({ caches, fetch, person, offline }) {
    /** The ids of forms, by person, lesson and version: sent twice by one person, it is one record. @type {Map<string, string>} */
    const ids = new Map();

    /** @param {string} owner @param {URL} lesson @param {FormData} form */
    const idOf = (owner, { pathname }, form) => {
        const key = `${owner} ${pathname} ${form.get('version')}`;
        // Two people whom nobody knows are not one.
        const id = (owner && ids.get(key)) || uuid();
        ids.set(key, id);
        return id;
    };

    /**
     * @param {string} owner @param {URL} lesson @param {FormData} form @param {string} id
     * @returns {Promise<string>} what the next page is to say
     */
    const keep = async (owner, { pathname }, form, id) => {
        const version = form.get('version');
        if (!owner || !version) {
            throw new Error('nobody is known');
        }
        let made = false;
        const data = { lesson: pathname.split('/')[3], version };
        const record = { id, type: 'lesson.completed', at: new Date().toISOString(), data, person: owner };
        await inRoom(() => outboxStore.add(record), async () => {
            made = await dropKept(caches);
        }, caches);
        return made ? ROOM_MADE : '';
    };

    /** @param {Request} request */
    return async (request) => {
        const url = new URL(request.url);
        const form = await request.formData();
        // Of whom the page is, if its script runs: somebody else may have signed in since, in another tab.
        const owner = url.searchParams.get('person') ?? (await person().catch(unknown));
        const id = idOf(owner, url, form);
        try {
            const response = await fetch(url, {
                method: 'POST',
                headers: { Accept: 'text/html' },
                body: new URLSearchParams({ version: String(form.get('version') ?? ''), record: id }),
                redirect: 'manual',
            });
            if (response.status < FAILS) {
                return response;
            }
        } catch (fault) {
            console.warn('no network:', fault);
        }
        try {
            return Response.redirect(`${url.origin}${url.pathname}/quiz${await keep(owner, url, form, id)}`);
        } catch (fault) {
            console.warn('not stored:', fault);
            const page = await offline();
            return page.ok ? new Response((await page.text()).replace(HIDDEN, ''), page) : page;
        }
    };
}
