/** A visitor's phone: visits and photos are safe on this phone first, and go up when there is a network. */

import { http, person } from '#app/browser.js';
import { outbox } from '#app/sync.js';
import { refreshPages } from './app/offline-pages.js';
import { createPhotoSender } from './followup/photo-sender.js';
import { photoStore } from './followup/photo-store.js';
import { startVisits } from './followup/visits-page.js';
import { startPhotoFields } from './media/photo-field.js';
import { recordInRoom, storeInRoom } from './videos/record-in-room.js';

const sender = createPhotoSender({ person: person(), photos: photoStore, outbox: outbox(), http });

startPhotoFields();
const photos = { ...photoStore, put: (/** @type {import('./followup/photo-store.js').WaitingPhoto} */ photo) =>
    storeInRoom(() => photoStore.put(photo)) };
startVisits({ record: recordInRoom, outbox: outbox(), photos, sender, person: person(), geolocation: navigator.geolocation });
document.addEventListener('tianbo:sent', () => refreshPages(['/visits']));
