import { Heartbeat } from '#js/practice/recording/heartbeat.js';
import { Uploader } from '#js/practice/upload/uploader.js';

/** An open page of a phone: what it sends with, and its sign of life, for as long as it lives. */
export class RehearsalPage {
    life;
    heartbeat;
    uploader;

    /**
     * @param {import('./page-life.js').PageLife} life
     * @param {Map<string, string>} disk that outlives the page
     * @param {import('#js/practice/upload/uploader.js').Ports} ports
     */
    constructor(life, disk, ports) {
        this.life = life;
        this.heartbeat = new Heartbeat({
            getItem: (key) => disk.get(key) ?? null,
            setItem: (key, value) => life.over || disk.set(key, value),
            removeItem: (key) => life.over || disk.delete(key),
        }, 'tab', () => ports.clock.now());
        this.uploader = new Uploader(ports);
    }
}
