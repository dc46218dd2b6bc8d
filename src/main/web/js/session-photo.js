/** A picture of a session: made small, with the time and, where the phone is allowed to say, the place. */

import { clock } from './app/clock.js';
import { find, message, setText } from './app/dom.js';
import { askPlace } from './attendance/place.js';
import { startPhotoFields } from './media/photo-field.js';

startPhotoFields();
const form = find('[data-session-photo]');
const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (find(`[name="${name}"]`, form));
field('photo').addEventListener('change', () => {
    field('taken').value = new Date(clock.now()).toISOString();
    askPlace({
        geolocation: navigator.geolocation,
        says: (name, values) => setText(find('[data-place]', form), message(name, values)),
        onPlace: (place) => (field('place').value = place),
    });
});
