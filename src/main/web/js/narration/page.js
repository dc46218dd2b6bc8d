/** Speaking a lesson sentence by sentence: press, speak, hear, next. */

import { dataOf, find, findAll, message, setText } from '../app/dom.js';
import { oneAtATime } from '../app/one-at-a-time.js';
import { hexDigestOf } from '../practice/attempt/take-writer.js';
import { canSpeak } from '../practice/selfreview/voice-recorder.js';
import { SILENT } from './loudest.js';
import { Sentences, isSpoken } from './sentences.js';

/** The server's limit of takes that one replaces. */
const MOST_REPLACED = 20;
/** The server's limit of a take. A phone that lay aside while it recorded may have more. */
const MOST_BYTES = 4 << 20;

/**
 * @typedef {object} Ports
 * @property {Pick<import('../practice/selfreview/voice-recorder.js').VoiceRecorder, 'record' | 'stop'>} recorder
 * @property {typeof import('./loudest.js').loudest} loudest
 * @property {Pick<import('./take-store.js').TakeStore, 'put' | 'all' | 'remove'>} store
 * @property {Pick<import('./sender.js').Sender, 'send' | 'onChange'>} sender
 * @property {string} person
 * @property {() => number} now
 */

/** @param {HTMLElement} root @param {Ports} ports */
export async function startSpeaking(root, ports) {
    const page = new SpeakingPage(root, ports);
    await page.start();
}

class SpeakingPage {
    #root;
    #ports;
    #place;
    #base;
    #rows;
    #sentences;
    #speaking = false;
    /** Whether the minute ended it, and not the trainer. */
    #cutShort = false;
    /** What the player holds. */
    #loaded = '';
    /** What was sent from here, by digest. @type {Map<string, import('./take-store.js').Take>} */
    #heardHere = new Map();

    /** @param {HTMLElement} root @param {Ports} ports */
    constructor(root, ports) {
        this.#root = root;
        this.#ports = ports;
        this.#place = dataOf(root, 'placeKey');
        this.#base = dataOf(root, 'base');
        this.#rows = findAll('[data-sentence]');
        this.#sentences = new Sentences([]);
    }

    async start() {
        const takes = (await this.#ports.store.all(this.#ports.person)).filter(({ place }) => place === this.#place);
        const bySentence = new Map(takes.map((take) => [take.sentence, take]));
        const spokenHere = (/** @type {HTMLElement} */ row) => {
            const take = bySentence.get(dataOf(row, 'sentence'));
            return take?.sent && !take.later ? take.digest : '';
        };
        this.#sentences = new Sentences(this.#rows.map((row) => ({
            digest: dataOf(row, 'sentence'),
            words: row.textContent ?? '',
            asked: row.dataset.asked === 'true',
            spoken: dataOf(row, 'spoken') || spokenHere(row),
            speaker: dataOf(row, 'speaker'),
            take: notSent(bySentence.get(dataOf(row, 'sentence'))),
        })));
        this.#forgetKnown(takes);
        this.#on('speak', () => this.#speak());
        this.#on('again', () => this.#speak());
        this.#on('use', () => this.#use());
        find('[data-do="stop"]', this.#root).addEventListener('click', () => this.#ports.recorder.stop());
        this.#on('next', () => this.#go(() => this.#sentences.next()));
        this.#on('skip', () => this.#go(() => this.#sentences.skip()));
        this.#on('before', () => this.#go(() => this.#sentences.before()));
        this.#rows.forEach((row) => row.addEventListener('click', () => {
            if (!this.#speaking) {
                this.#go(() => this.#sentences.goTo(dataOf(row, 'sentence')));
            }
        }));
        this.#ports.sender.onChange((sent) => this.#sent(sent));
        this.#root.hidden = false;
        if (!canSpeak()) {
            this.#trouble('cannot-record');
        }
        this.#show();
    }

    /** The page knows of them. @param {import('./take-store.js').Take[]} takes */
    #forgetKnown(takes) {
        const known = new Set(this.#rows.map((row) => dataOf(row, 'spoken')));
        takes.filter(({ sent, digest }) => sent && known.has(digest)).forEach((take) => this.#ports.store.remove(take));
    }

    /** @param {string} name @param {() => unknown} work */
    #on(name, work) {
        find(`[data-do="${name}"]`, this.#root).addEventListener('click', oneAtATime(work));
    }

    /** @param {() => void} move */
    #go(move) {
        move();
        this.#trouble('');
        this.#show();
        find('[data-words]', this.#root).focus({ preventScroll: true });
        this.#root.scrollIntoView({ block: 'nearest' });
    }

    async #speak() {
        const sentence = this.#sentences.current;
        const audio = /** @type {HTMLAudioElement} */ (find('[data-heard]', this.#root));
        audio.pause();
        this.#trouble('');
        try {
            const { bytes, type } = await this.#ports.recorder.record((leftMs) => this.#tick(leftMs));
            if (bytes.byteLength > MOST_BYTES) {
                this.#trouble('too-long');
            } else if (bytes.byteLength === 0 || (await this.#ports.loudest(bytes)) < SILENT) {
                this.#trouble('heard-nothing');
            } else {
                await this.#keep(sentence, bytes, type);
                this.#trouble(this.#cutShort ? 'cut-short' : '');
            }
        } catch (fault) {
            console.error('not recorded:', fault);
            this.#trouble(troubleOf(fault));
        }
        this.#speaking = false;
        this.#show();
    }

    /** @param {import('./sentences.js').Sentence} sentence @param {ArrayBuffer} bytes @param {string} type */
    async #keep(sentence, bytes, type) {
        const { person, store, sender, now } = this.#ports;
        const take = {
            person,
            place: this.#place,
            sentence: sentence.digest,
            digest: await hexDigestOf(bytes),
            bytes,
            type,
            at: new Date(now()).toISOString(),
            replaces: known(sentence),
        };
        await store.put(take);
        sentence.take = { ...take, key: '' };
        sender.send();
    }

    /** The take of this phone is to count, although a later one came from elsewhere. */
    async #use() {
        const { current } = this.#sentences;
        const { later, ...take } = /** @type {import('./take-store.js').Take} */ (current.take);
        current.take = { ...take, sent: false, replaces: known(current) };
        await this.#ports.store.put(current.take);
        this.#trouble('');
        this.#show();
        this.#ports.sender.send();
    }

    /** @param {import('./take-store.js').Take} [sent] */
    async #sent(sent) {
        const there = sent?.place === this.#place ? this.#sentences.find(sent.sentence) : undefined;
        if (there && sent?.later) {
            there.take = there.take?.digest === sent.digest ? sent : there.take;
        } else if (there && sent) {
            there.spoken = sent.digest;
            there.speaker = '';
            // It stays to be heard until the page is left, without another download.
            this.#heardHere.set(sent.digest, sent);
            if (there.take?.digest === sent.digest) {
                there.take = undefined;
            }
        } else {
            for (const take of await this.#ports.store.all(this.#ports.person)) {
                const refused = take.place === this.#place && this.#sentences.find(take.sentence);
                if (refused && refused.take?.digest === take.digest) {
                    refused.take = take;
                }
            }
        }
        if (!this.#speaking) {
            this.#show();
        }
    }

    /** @param {number} leftMs */
    #tick(leftMs) {
        this.#cutShort = leftMs === 0;
        if (!this.#speaking) {
            this.#speaking = true;
            this.#show();
        }
        setText(find('[data-left]', this.#root), message('left', { seconds: Math.ceil(leftMs / 1000) }));
    }

    #show() {
        const sentences = this.#sentences;
        const { current } = sentences;
        const there = Boolean(current.take) || current.spoken !== '';
        const refused = current.take?.refused;
        setText(find('[data-count]'), message('count', { done: sentences.done, of: sentences.of }));
        /** @type {HTMLProgressElement} */ (find('[data-bar]')).value = sentences.done;
        setText(find('[data-place]', this.#root), message(current.asked ? 'place-quiz' : 'place-text', sentences.place));
        setText(find('[data-words]', this.#root), current.words);
        const by = find('[data-by]', this.#root);
        const who = current.take ? message('on-phone') : current.speaker && message('by', { name: current.speaker });
        by.hidden = !who || this.#speaking || refused !== undefined;
        setText(by, who);
        if (refused !== undefined) {
            this.#say(message('was-refused', { why: refused }));
        } else if (current.take?.later) {
            this.#say(message('later-take'));
        }
        /** @type {[string, boolean][]} */
        const buttons = [
            ['speak', !there && !this.#speaking && canSpeak()],
            ['stop', this.#speaking],
            ['next', there && !this.#speaking && !(sentences.isLast && sentences.done === sentences.of)],
            ['use', Boolean(current.take?.later) && !this.#speaking],
            ['again', there && !this.#speaking && canSpeak()],
            ['before', !this.#speaking && !sentences.isFirst],
            ['skip', !this.#speaking && !there && !sentences.isLast],
        ];
        for (const [name, visible] of buttons) {
            find(`[data-do="${name}"]`, this.#root).hidden = !visible;
        }
        find('[data-left]', this.#root).hidden = !this.#speaking;
        find('[data-all]', this.#root).hidden = sentences.done < sentences.of;
        find('[data-heard]', this.#root).hidden = !there || this.#speaking;
        this.#load(current);
        for (const row of this.#rows) {
            const sentence = sentences.find(dataOf(row, 'sentence'));
            row.classList.toggle('spoken', Boolean(sentence && isSpoken(sentence)));
            row.toggleAttribute('aria-current', sentence === current);
        }
    }

    /** @param {import('./sentences.js').Sentence} sentence */
    #load({ digest, take, spoken }) {
        const wanted = take?.digest ?? (spoken && `${digest}/${spoken}`);
        if (wanted === this.#loaded) {
            return;
        }
        this.#loaded = wanted;
        const audio = /** @type {HTMLAudioElement} */ (find('[data-heard]', this.#root));
        URL.revokeObjectURL(audio.src);
        audio.removeAttribute('src');
        const here = take ?? this.#heardHere.get(spoken);
        if (here) {
            audio.src = URL.createObjectURL(new Blob([here.bytes], { type: here.type }));
        } else if (spoken) {
            audio.src = `${this.#base}/${digest}`;
        }
    }

    /** @param {string} name of the sentence that says it; empty for none */
    #trouble(name) {
        this.#say(name && message(name));
    }

    /** @param {string} words */
    #say(words) {
        const notice = find('[data-trouble]');
        notice.hidden = !words;
        setText(notice, words);
    }
}

/** @param {import('./take-store.js').Take | undefined} take */
const notSent = (take) => (take?.sent && !take.later ? undefined : take);

/** Digests of the takes that one of this sentence replaces. @param {import('./sentences.js').Sentence} sentence */
function known({ spoken, take }) {
    const all = [spoken, ...(take?.replaces ?? []), take?.digest ?? '', take?.later ?? ''];
    return [...new Set(all.filter(Boolean))].slice(-MOST_REPLACED);
}

/** @param {unknown} fault */
function troubleOf(fault) {
    const reason = /** @type {{reason?: string}} */ (fault).reason;
    return reason === undefined ? 'not-kept' : reason === 'camera-refused' ? 'microphone-refused' : 'no-microphone';
}
