/** The ports of the practice pages for this browser, made once a page. */

import { http, person } from '#app/browser.js';
import { clock } from '../app/clock.js';
import { read, write } from '#app/db.js';
import { exclusively } from '../app/exclusively.js';
import { NetworkPolicy } from '../app/network-policy.js';
import { refreshPages } from '../app/offline-pages.js';
import { uuid } from '../app/uuid.js';
import { dropKept } from '../videos/kept.js';
import { AttemptStore } from './attempt/attempt-store.js';
import { PlanDrafts } from './plan/plan-draft.js';
import { Heartbeat } from './recording/heartbeat.js';
import { SelfReviewSender } from './selfreview/self-review-sender.js';
import { SelfReviewStore } from './selfreview/self-review-store.js';
import { AttemptApi } from './upload/attempt-api.js';
import { LiveFirst } from './upload/live-first.js';
import { Uploader } from './upload/uploader.js';

/** @typedef {ReturnType<typeof startPractice>} Ports */

/** Opens what is stored on this phone, and begins to upload it. */
export function startPractice() {
    const { connection } =
        /** @type {Navigator & {connection?: import('../app/network-policy.js').Connection & EventTarget}} */ (navigator);
    const store = new AttemptStore(
        'BroadcastChannel' in self ? new BroadcastChannel('tianbo-practice') : undefined,
        (least) => dropKept(caches, least),
    );
    const api = new AttemptApi(http, person());
    const setting = async (/** @type {string} */ key) => (await read('kv', (kv) => kv.get(key)))?.value;
    const network = new NetworkPolicy({
        isOnline: () => navigator.onLine, connection, setting,
        // A switch is not worth what was kept.
        putSetting: (key, value) => write(['kv'], (kv) => kv.put({ key, value })),
    });
    const drafts = new PlanDrafts({
        person: person(), setting, putSetting: (key, value) => store.write(['kv'], (kv) => kv.put({ key, value })),
    });
    const selfReviews = new SelfReviewStore(store);
    const sender = new SelfReviewSender(api, selfReviews);
    const liveFirst = new LiveFirst(clock, 'BroadcastChannel' in self ? new BroadcastChannel('tianbo-live') : undefined);
    const uploader = new Uploader({
        person: person(), api, store, selfReviews: sender, network, clock, exclusively, liveFirst, refreshPages,
    });
    const retry = () => uploader.retryNow();
    window.addEventListener('online', retry);
    window.addEventListener('offline', retry);
    connection?.addEventListener('change', retry);
    document.addEventListener('visibilitychange', () => document.hidden || retry());
    uploader.start();
    const heartbeat = new Heartbeat(localStorage, tabName(), Date.now);
    return { person: person(), api, store, selfReviews, network, uploader, liveFirst, drafts, heartbeat };
}

/** The same after a reload, and another in each tab. */
function tabName() {
    const key = 'tianbo-tab';
    const name = sessionStorage.getItem(key) ?? uuid();
    sessionStorage.setItem(key, name);
    return name;
}
