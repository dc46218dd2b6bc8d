/**
 * Courses that a person takes along, for where there is no network: which of their pages are on the phone, and fetching
 * those that are not. What was begun goes on with the next page of the lessons that is opened.
 *
 * @typedef {import('../../../sw/pages.js').Outcome} Outcome
 * @typedef {import('../../../sw/pages.js').Stored} Stored
 *
 * @typedef {{slug: string, pages: string[], bundle?: string}} Course `bundle`: address of all its lessons and quizzes at once;
 *     the same in another language is a course of its own
 * @typedef {{courses: Course[], paused: boolean, whole: boolean}} Taken `whole`: all of it was on the phone once
 * @typedef {'idle' | 'running' | 'paused' | 'offline' | 'wifi-awaited' | 'full' | 'signed-out'} State
 *
 * @typedef {object} Status
 * @property {State} state
 * @property {Map<string, {done: number, of: number}>} courses those that are taken along
 * @property {number} done pages that are on the phone
 * @property {number} of pages that were asked for
 * @property {number} refused pages that the server did not give
 * @property {number} older pages that are there, and of which there are newer ones
 * @property {boolean} lost whether the phone deleted pages that were on it
 *
 * @typedef {object} Ports
 * @property {{fetch: (page: string, again: boolean) => Promise<Outcome>, stored: (pages: string[]) => Promise<Stored[]>,
 *     drop: (pages: string[]) => Promise<unknown>,
 *     fetchBundle: (bundle: string, onPage: (page: string, outcome: Outcome) => boolean) => Promise<Outcome>}} pages the service worker's
 * @property {Pick<import('../../app/network-policy.js').NetworkPolicy, 'transferAllowed' | 'isUnmetered'>} network
 * @property {() => Promise<Taken | undefined>} load what was taken along before
 * @property {(taken: Taken) => Promise<unknown>} save
 * @property {typeof import('../../app/exclusively.js').exclusively} exclusively
 * @property {() => Promise<unknown>} persist asks the browser not to delete what is stored
 * @property {(status: Status) => void} [onChange]
 */

const AT_ONCE = 3;
/** So few pages of a course are fetched one by one. */
const FEW = 4;

/** @param {Ports} ports */
export function createDownloads({ pages, network, load, save, exclusively, persist, onChange = () => {} }) {
    /** @type {Taken} */
    let taken = { courses: [], paused: false, whole: false };
    /** @type {Map<string, Stored>} */
    const there = new Map();
    /** @type {Set<string>} */
    const refused = new Set();
    /** @type {Set<string>} */
    const underWay = new Set();
    /** @type {State} */
    let state = 'idle';
    let lost = false;
    let renewing = false;
    /** @type {Promise<void> | undefined} */
    let working;

    const wanted = () => [...new Set(taken.courses.flatMap((course) => course.pages))];
    const isThere = (/** @type {string} */ page) => (there.get(page) ?? 'absent') !== 'absent';
    const count = (/** @type {string[]} */ list) => list.filter(isThere).length;
    const missing = () => wanted().filter((page) => !refused.has(page) && (renewing ? there.get(page) !== 'current' : !isThere(page)));

    const tell = () => {
        const all = wanted();
        onChange({
            state,
            courses: new Map(taken.courses.map((course) => [course.slug, { done: count(course.pages), of: course.pages.length }])),
            done: count(all),
            of: all.length,
            refused: refused.size,
            older: all.filter((page) => there.get(page) === 'older').length,
            lost,
        });
    };

    const enter = (/** @type {State} */ next) => {
        state = next;
        tell();
    };

    const look = async () => {
        const all = wanted();
        const found = await pages.stored(all);
        all.forEach((page, index) => there.set(page, found[index]));
    };

    /** @param {string} page @returns {Promise<Outcome>} */
    const fetch = async (page) => {
        underWay.add(page);
        try {
            const outcome = await pages.fetch(page, isThere(page));
            if (outcome === 'stored') {
                there.set(page, 'current');
            } else if (outcome === 'refused') {
                refused.add(page);
            }
            return outcome;
        } finally {
            underWay.delete(page);
        }
    };

    /** Fetches one page after the other. @returns {Promise<State | undefined>} why it cannot go on */
    const fetchNext = async () => {
        for (;;) {
            const page = missing().find((one) => !underWay.has(one));
            if (!page || taken.paused) {
                return undefined;
            }
            const outcome = await fetch(page);
            if (outcome !== 'stored' && outcome !== 'refused') {
                return outcome === 'unreachable' ? 'offline' : outcome;
            }
            tell();
        }
    };

    /**
     * Fetches the lessons and quizzes of each course in one answer, from the first lesson that lacks a page.
     *
     * @returns {Promise<State | undefined>} why it cannot go on
     */
    const fetchBundles = async () => {
        for (const { pages: own, bundle = '' } of taken.courses) {
            const lessons = bundle.replace(/\/offline(\/[^?]+).*/, '$1/');
            const lacking = bundle ? missing().filter((page) => page.startsWith(lessons) && own.includes(page)) : [];
            if (lacking.length > FEW && !taken.paused) {
                const allowed = await network.transferAllowed();
                if (allowed !== 'free') {
                    return allowed;
                }
                const from = `${bundle.includes('?') ? '&' : '?'}from=${lacking[0].split(/[/?]/)[3]}`;
                const outcome = await pages.fetchBundle(bundle + from, (page, gone) => {
                    if (gone === 'stored') {
                        there.set(page, 'current');
                        tell();
                    }
                    return !taken.paused;
                });
                if (outcome !== 'stored' && outcome !== 'refused') {
                    return outcome === 'unreachable' ? 'offline' : outcome;
                }
            }
        }
        return undefined;
    };

    const work = async () => {
        refused.clear();
        // Another page may have fetched some meanwhile.
        await look();
        if (taken.paused || !missing().length) {
            return enter(taken.paused && missing().length ? 'paused' : 'idle');
        }
        const allowed = await network.transferAllowed();
        if (allowed !== 'free') {
            return enter(allowed);
        }
        enter('running');
        const stopped = await fetchBundles();
        const ends = stopped ? [stopped] : await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
        const trouble = ends.find(Boolean);
        if (!trouble && !missing().length) {
            renewing = false;
            lost = false;
            await put({ ...taken, whole: wanted().every(isThere) });
        }
        enter(trouble ?? (taken.paused ? 'paused' : 'idle'));
    };

    /** Works until all is there or something is in the way; called again meanwhile, it is the same work. */
    const go = () => {
        working ??= exclusively('courses-taken-along', work).finally(() => {
            working = undefined;
        });
        return working;
    };

    const put = async (/** @type {Taken} */ next) => {
        taken = next;
        await save(next);
    };

    return {
        /**
         * Finds out what is on the phone, and goes on with what was begun.
         *
         * @param {Course[]} [offered] the courses as they are now; without, as they were when they were taken along
         */
        async open(offered) {
            const before = await load();
            if (before) {
                const now = new Map(offered?.map((course) => [course.slug, course]));
                const courses = before.courses.map((course) => now.get(course.slug) ?? course);
                // A course that is offered no more is forgotten; its pages stay until they are replaced.
                taken = { ...before, courses: offered ? courses.filter(({ slug }) => now.has(slug)) : courses };
            }
            await look();
            const known = new Set(before?.courses.flatMap((course) => course.pages));
            lost = Boolean(before?.whole) && wanted().some((page) => known.has(page) && !isThere(page));
            renewing = network.isUnmetered;
            await go();
        },

        /** @param {Course[]} courses */
        async take(courses) {
            await persist();
            const others = taken.courses.filter((one) => !courses.some(({ slug }) => slug === one.slug));
            await put({ courses: [...others, ...courses], paused: false, whole: false });
            await working;
            await go();
        },

        async pause() {
            await put({ ...taken, paused: true });
            tell();
        },

        async goOn() {
            await working;
            await put({ ...taken, paused: false });
            await go();
        },

        /** The network has changed: goes on unless the person paused it. */
        async goOnByItself() {
            await working;
            await go();
        },

        /** Fetches newer ones of the pages that are there. */
        async renew() {
            await working;
            renewing = true;
            await put({ ...taken, paused: false });
            await go();
        },

        /** Takes a course off the phone, but for the pages that another one needs. @param {string} slug */
        async remove(slug) {
            const course = taken.courses.find((one) => one.slug === slug);
            await put({ ...taken, courses: taken.courses.filter((one) => one.slug !== slug) });
            await working;
            const needed = new Set(wanted());
            const free = course?.pages.filter((page) => !needed.has(page)) ?? [];
            await pages.drop(free);
            free.forEach((page) => there.delete(page));
            tell();
        },
    };
}
