/** The visitor's list and the form of a visit; both go on without a network. */

import { clock } from '../app/clock.js';
import { dataOf, find, findAll, message, setText } from '../app/dom.js';
import { uuid } from '../app/uuid.js';
import { dataOfVisit, isAbout, missing } from './visit-data.js';

/**
 * @typedef {import('./visit-data.js').Whom} Whom
 * @typedef {import('./visit-data.js').Place} Place
 *
 * @typedef {object} Ports
 * @property {import('../app/outbox.js').Outbox['record']} record
 * @property {Pick<import('../app/outbox.js').Outbox, 'waiting' | 'refused'>} outbox
 * @property {import('./photo-store.js').PhotoStore} photos
 * @property {ReturnType<typeof import('./photo-sender.js').createPhotoSender>} sender
 * @property {string} person
 * @property {Geolocation | undefined} geolocation
 */

const TYPE = 'followup.visited';
const PATIENCE_MS = 20_000;

/** @param {Ports} ports */
export function startVisits(ports) {
    const { record, outbox, photos, sender, person, geolocation } = ports;
    const list = find('[data-list]');
    const form = /** @type {HTMLFormElement} */ (find('form[data-form]'));
    const rows = findAll('[data-visit]');
    /** @type {HTMLElement | undefined} */
    let row;
    let begun = 0;
    let visit = '';
    /** @type {Place | undefined} */
    let place;

    const mine = async (/** @type {'waiting' | 'refused'} */ which) => (await outbox[which]()).filter(({ type }) => type === TYPE);

    const showUnsent = async () => {
        const [waiting, refused] = await Promise.all([mine('waiting'), mine('refused')]);
        await sender.flush();
        const pictures = await sender.count();
        const sentences = [
            waiting.length && message('unsent', { count: waiting.length }),
            pictures && message('photos', { count: pictures }),
        ];
        tell('[data-visits-unsent]', sentences.filter(Boolean).join(' '));
        tell('[data-visits-refused]', refused.length ? message('refused', { count: refused.length }) : '');
        for (const one of rows) {
            if (waiting.some(({ data }) => isAbout(whomOf(one), data))) {
                one.dataset.kept = '';
                setText(find('[data-says]', one), message('kept'));
            } else if ('kept' in one.dataset && !refused.some(({ data }) => isAbout(whomOf(one), data))) {
                setText(find('[data-says]', one), message('sent'));
            }
        }
    };

    const open = (/** @type {HTMLElement} */ chosen) => {
        form.reset();
        row = chosen;
        visit = uuid();
        begun = clock.now();
        place = undefined;
        form.querySelector('[data-preview]')?.remove();
        setText(find('[data-photo-cost]', form), '');
        setText(find('[data-place]', form), '');
        tell('[data-fault]', '');
        setText(find('[data-who]', form), dataOf(chosen, 'name'));
        showMet();
        list.hidden = true;
        form.hidden = false;
        find('[data-who]', form).focus();
        scrollTo(0, 0);
    };

    const close = () => {
        form.hidden = true;
        list.hidden = false;
        row?.querySelector('a')?.focus();
    };

    /** What is asked only of somebody who was spoken to. */
    const showMet = () => {
        const met = /** @type {HTMLSelectElement} */ (find('[name="outcome"]', form)).value === 'MET';
        findAll('[data-met]', form).forEach((part) => {
            part.hidden = !met;
        });
    };

    const locate = (/** @type {boolean} */ agreed) => {
        place = undefined;
        const says = find('[data-place]', form);
        setText(says, agreed ? message('looking') : '');
        const asked = visit;
        if (agreed) {
            const failed = () => asked === visit && setText(says, message('not-found'));
            const found = (/** @type {GeolocationPosition} */ { coords }) => {
                if (asked === visit && isAgreed()) {
                    place = { latitude: coords.latitude, longitude: coords.longitude, accuracy: coords.accuracy };
                    setText(says, message('found', { metres: Math.round(coords.accuracy) }));
                }
            };
            geolocation ? geolocation.getCurrentPosition(found, failed, { enableHighAccuracy: true, timeout: PATIENCE_MS }) : failed();
        }
    };

    const isAgreed = () => /** @type {HTMLInputElement} */ (find('[data-consent]', form)).checked;

    const save = async () => {
        const fields = fieldsOf(form);
        const wrong = missing(fields);
        tell('[data-fault]', wrong ? message(wrong) : '');
        if (wrong || !row) {
            return;
        }
        const [photo] = /** @type {HTMLInputElement} */ (find('[name="photo"]', form)).files ?? [];
        if (photo) {
            // Before the visit: a visit that is recorded has its photo.
            await photos.put({ visit, person, photo }).catch(() => tell('[data-fault]', message('no-room')));
        }
        const data = dataOfVisit(whomOf(row), fields, { begun, ended: clock.now(), place });
        row.dataset.kept = '';
        try {
            await record(TYPE, data, { id: visit, about: dataOf(row, 'name') });
        } catch (fault) {
            delete row.dataset.kept;
            // It is still in the form. Without its visit nobody takes it, and it would be sent for ever.
            await photos.remove(visit).catch((why) => console.warn('not removed:', why));
            throw fault;
        }
        setText(find('[data-says]', row), message('kept'));
        close();
        await showUnsent();
    };

    for (const one of rows) {
        find('[data-open]', one).addEventListener('click', (event) => {
            event.preventDefault();
            open(one);
        });
    }
    find('[name="outcome"]', form).addEventListener('change', showMet);
    find('[data-consent]', form).addEventListener('change', () => locate(isAgreed()));
    find('[data-leave]', form).addEventListener('click', close);
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        save().catch((fault) => console.warn('not recorded:', fault));
    });
    document.addEventListener('tianbo:outbox', showUnsent);
    addEventListener('online', showUnsent);
    showUnsent();
}

/** @param {HTMLFormElement} form @returns {Record<string, string>} the texts in it */
function fieldsOf(form) {
    /** @type {Record<string, string>} */
    const fields = {};
    new FormData(form).forEach((value, name) => {
        if (typeof value === 'string') {
            fields[name] = value;
        }
    });
    return fields;
}

/** @param {HTMLElement} row @returns {Whom} */
function whomOf(row) {
    return { cohort: dataOf(row, 'cohort'), trainee: dataOf(row, 'trainee'), round: Number(dataOf(row, 'round')) };
}

/** @param {string} selector @param {string} words */
function tell(selector, words) {
    const box = find(selector);
    box.hidden = !words;
    setText(box, words);
}
