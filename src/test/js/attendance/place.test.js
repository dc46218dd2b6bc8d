import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askPlace } from '#js/attendance/place.js';

/** @param {any} geolocation */
function ask(geolocation) {
    /** @type {unknown[]} */
    const said = [];
    let place;
    askPlace({ geolocation, says: (name, values) => said.push([name, values?.metres]), onPlace: (found) => (place = found) });
    return { said, place };
}

/** @param {object} coords */
const answers = (coords) => ({ getCurrentPosition: (/** @type {Function} */ found) => found({ coords }) });
/** @param {number} code */
const fails = (code) => ({ getCurrentPosition: (/** @type {unknown} */ _, /** @type {Function} */ failed) => failed({ code }) });

test('a place that is found goes along with its accuracy', () => {
    const { said, place } = ask(answers({ latitude: 33.123456789, longitude: 112.5, accuracy: 12.4 }));
    assert.equal(place, '33.123457,112.500000,12');
    assert.deepEqual(said, [['looking', undefined], ['found', 12]]);
});

test('somebody who says no, and a phone that cannot say, go on without a place and are told so', () => {
    assert.deepEqual(ask(fails(1)).said.at(-1), ['refused', undefined]);
    assert.deepEqual(ask(fails(3)).said.at(-1), ['not-found', undefined]);
    assert.deepEqual(ask(undefined), { said: [['not-found', undefined]], place: '' });
});
