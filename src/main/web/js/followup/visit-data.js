/**
 * What is written into the form, as `POST /api/follow-up` takes it.
 *
 * @typedef {{latitude: number, longitude: number, accuracy: number}} Place degrees, metres
 * @typedef {{cohort: string, trainee: string, round: number}} Whom
 */

const MET = 'MET';
const OPEN = 'OPEN';
const YUAN = /^\d{1,9}(\.\d{1,2})?$/;

/**
 * What is missing, as the page names its sentence; undefined when nothing is. The server asks the same.
 *
 * @param {Record<string, string>} fields
 * @returns {string | undefined}
 */
export function missing({ outcome, store, why, income, month, seen }) {
    if (outcome !== MET) {
        return undefined;
    }
    if (!store) {
        return 'store-missing';
    }
    if (store !== OPEN && !why.trim()) {
        return 'why-missing';
    }
    return income.trim() && !(YUAN.test(plain(income)) && month && seen) ? 'income-incomplete' : undefined;
}

/** Full-width digits and commas as the server reads them. @param {string} typed */
const plain = (typed) => typed.normalize('NFKC').replaceAll(',', '').trim();

/**
 * @param {Whom} whom
 * @param {Record<string, string>} fields
 * @param {{begun: number, ended: number, place?: Place}} around when the form was opened and finished
 */
export function dataOfVisit(whom, fields, { begun, ended, place }) {
    const written = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
    return {
        ...whom,
        ...written,
        begun: new Date(begun).toISOString(),
        ended: new Date(ended).toISOString(),
        ...(place && { place: [place.latitude.toFixed(6), place.longitude.toFixed(6), place.accuracy.toFixed(1)].join(',') }),
    };
}

/** Whether a record is about this visit. @param {Whom} whom @param {Record<string, any>} data */
export function isAbout(whom, data) {
    return data.cohort === whom.cohort && data.trainee === whom.trainee && data.round === whom.round;
}
