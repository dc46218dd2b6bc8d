/** `/practice/new`: what will be practised. The attempt is made on the phone, so that it works without network. */

import { find, message, setText } from '../../app/dom.js';
import { leaveFor, oneAtATime } from '../../app/one-at-a-time.js';
import { planned } from '../attempt/attempt.js';
import { cameraPage } from '../attempt/links.js';
import { ChoiceForm } from '../audience/choice-form.js';
import { spokenTime } from '../plan/booked.js';
import { loadPack } from '../plan/pack.js';
import { ProductsForm, showFlags } from '../plan/products-form.js';
import { RunOfShow } from '../plan/run-of-show.js';
import { blanksOf } from '../plan/script.js';
import { StepsForm } from '../plan/steps-form.js';
import { WordChecker } from '../plan/word-checker.js';
import { megabytesFor } from '../recording/camera.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long beginning waits for content that is still on its way. */
const PATIENCE_MS = 3000;
/** How far ahead a rehearsal is booked; the server takes no more. */
const FURTHEST_DAYS = 59;

/** @typedef {import('../plan/plan-draft.js').Draft} Draft */

/** @param {HTMLFormElement} form @param {import('../ports.js').Ports} ports */
export async function planPage(form, ports) {
    const draft = await ports.drafts.load();
    const recorded = (await ports.store.list(ports.person)).some(({ takes }) => takes.length > 0);
    await new PlanPage(form, ports, draft, recorded).start();
}

class PlanPage {
    #form;
    #ports;
    #pack;
    #wifi;
    /** What the Wi-Fi switch was flipped to is being stored. @type {Promise<unknown>} */
    #wifiStored = Promise.resolve();
    #viewers;
    #products;
    #stepsForm;
    #draft;
    /** Of the format that is chosen; nothing until the published content is here. @type {RunOfShow | undefined} */
    #show;
    /** @type {import('../plan/pack.js').Pack | undefined} */
    #content;
    /** @type {WordChecker | undefined} */
    #checker;

    /**
     * @param {HTMLFormElement} form
     * @param {import('../ports.js').Ports} ports
     * @param {Draft} draft
     * @param {boolean} recorded whether anything was recorded on this phone
     */
    constructor(form, ports, draft, recorded) {
        this.#draft = draft;
        this.#form = form;
        this.#ports = ports;
        this.#pack = loadPack(form.dataset.pack ?? '');
        this.#wifi = /** @type {HTMLInputElement} */ (find('[data-wifi-only]', form));
        this.#stepsForm = new StepsForm(find('[data-run-of-show]', form), () => this.#saveDraft());
        // This page may have been stored before the first recording, or the server has not received that yet.
        const format = draft.format ?? (recorded ? form.dataset.afterwards : undefined);
        Object.assign(form.querySelector(`[name="format"][value="${format}"]`) ?? {}, { checked: true });
        this.#viewers = new ChoiceForm(form, recorded || form.dataset.practised !== undefined);
        this.#products = new ProductsForm(form, draft.facts);
    }

    async start() {
        const { network } = this.#ports;
        const form = this.#form;
        this.#wifi.checked = await network.wifiOnly();
        this.#wifi.addEventListener('change', () => {
            this.#wifiStored = network.setWifiOnly(this.#wifi.checked);
        });

        if (this.#draft.withoutGoal) {
            Object.assign(form.querySelector('[name="goal"]') ?? {}, { checked: false });
        }

        form.addEventListener('input', () => this.#saveDraft());
        form.addEventListener('change', ({ target }) => {
            this.#showPlan(/** @type {HTMLInputElement} */ (target).name === 'format');
            this.#saveDraft();
        });
        const begin = oneAtATime((/** @type {string} */ how) => this.#begin(how));
        form.addEventListener('submit', (event) => {
            event.preventDefault();
            begin('');
        });
        find('[data-do="gallery"]', form).addEventListener('click', () => form.reportValidity() && begin('/gallery'));
        const at = this.#at;
        at.value = isAhead(this.#draft.at) ? this.#draft.at : '';
        at.max = localTime(Date.now() + FURTHEST_DAYS * DAY_MS);
        at.addEventListener('input', () => this.#showTime());
        find('[data-do="now"]', form).addEventListener('click', () => {
            at.value = '';
            this.#showTime();
            this.#saveDraft();
        });
        this.#showTime();
        this.#showPlan(true);
        find('fieldset[data-until-ready]', form).removeAttribute('disabled');
        await this.#fillFromPack();
    }

    async #fillFromPack() {
        this.#content = await this.#pack;
        if (this.#content) {
            this.#checker = new WordChecker(this.#content.phrases);
            this.#viewers.arrived(this.#content.audiences);
            this.#showPlan(true);
        }
    }

    get #format() {
        return /** @type {HTMLInputElement} */ (find('[name="format"]:checked', this.#form));
    }

    /** @param {boolean} otherFormat */
    #showPlan(otherFormat) {
        if (otherFormat) {
            const { value } = this.#format;
            const published = this.#content?.shows.find(({ slug }) => slug === value);
            this.#show = published && new RunOfShow(published.steps, this.#draft.shows?.[value]);
        }
        this.#products.show((this.#format.dataset.steps ?? '').split(' '));
        this.#stepsForm.show(this.#show, this.#blanks, this.#checker);
        const name = /** @type {HTMLInputElement} */ (find('[name="product"]', this.#form)).value;
        showFlags(find('[data-product-words]', this.#form), name, this.#checker?.flags(name) ?? [], (flag) => message('words', flag));
        this.#showCost();
    }

    get #blanks() {
        const { host = '', village = '' } = this.#form.dataset;
        return blanksOf({ host, village, facts: this.#products.facts }, { goods: message('goods'), and: message('and') });
    }

    /** @returns {HTMLInputElement} */
    get #at() {
        return find('[name="at"]', this.#form);
    }

    /** The time that is booked; nothing for now, or for a time that is over. @returns {Date | undefined} */
    get #booked() {
        return isAhead(this.#at.value) ? new Date(this.#at.value) : undefined;
    }

    #showTime() {
        const booked = this.#booked;
        setText(find('[data-when]', this.#form), booked ? spokenTime(booked, new Date()) : message('now'));
        find('[data-do="now"]', this.#form).hidden = !this.#at.value;
        find('[data-go-now]', this.#form).hidden = booked !== undefined;
        find('[data-go-later]', this.#form).hidden = booked === undefined;
    }

    /** @returns {HTMLInputElement} */
    get #soundOnly() {
        return find('[data-sound-only]', this.#form);
    }

    get #seconds() {
        return this.#show?.seconds ?? Number(this.#format.dataset.seconds);
    }

    #showCost() {
        const mb = megabytesFor(this.#seconds, this.#soundOnly.checked);
        const minutes = Math.max(1, Math.round(this.#seconds / 60));
        const cost = (minutes === 1 ? 'cost-one' : 'cost') + (this.#wifi.checked ? '-wifi' : '');
        setText(find('[data-cost]', this.#form), message(cost, { minutes, mb }));
    }

    /** What is filled in is on the phone before anything else can happen to the page. */
    #saveDraft() {
        const { value } = this.#format;
        const goal = /** @type {HTMLInputElement | null} */ (this.#form.querySelector('[name="goal"]'));
        this.#draft = {
            format: value,
            facts: this.#products.typed,
            at: this.#at.value,
            withoutGoal: goal?.checked === false,
            shows: { ...this.#draft.shows, ...(this.#show && { [value]: this.#show.planned ?? [] }) },
        };
        this.#showCost();
        this.#ports.drafts.save(this.#draft);
    }

    /** @param {string} how as the camera page's address says it */
    async #begin(how) {
        const { person, store, drafts } = this.#ports;
        // Leaving the page would cut it off, and the recording would be sent over any network.
        await this.#wifiStored;
        if (!this.#content) {
            const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
            await Promise.race([this.#pack, late]);
        }
        const rehearsed = { audience: this.#viewers.chosen, lines: this.#show?.lines(this.#blanks), soundOnly: this.#soundOnly.checked };
        const attempt = planned(person, this.#plan(), rehearsed);
        const booked = this.#booked;
        if (booked) {
            attempt.booking = { at: booked.toISOString() };
        }
        await forgetUnused(person, store);
        await store.add(attempt);
        await drafts.spend({ facts: this.#products.typed });
        await leaveFor(booked ? '/practice' : cameraPage(attempt.id) + how);
    }

    /** @returns {import('../attempt/attempt.js').Plan} */
    #plan() {
        const format = this.#format;
        const facts = this.#products.facts;
        const goal = /** @type {HTMLInputElement | null} */ (this.#form.querySelector('[name="goal"]:checked'));
        const steps = this.#show?.planned;
        return {
            title: facts[0]?.name || (format.dataset.title ?? format.value),
            format: format.value,
            ...(format.dataset.version && { runOfShow: format.dataset.version }),
            ...(facts.length > 0 && { products: facts.map(({ name }) => name), facts }),
            ...(steps && { steps }),
            ...(goal && { goal: goal.value }),
        };
    }
}

/** Whether a time is still to come, and not too far away to be booked. @param {string} [time] @returns {time is string} */
function isAhead(time = '') {
    const ms = new Date(time).getTime() - Date.now();
    return ms > 0 && ms < FURTHEST_DAYS * DAY_MS;
}

/** As a field for times holds it. @param {number} ms */
function localTime(ms) {
    return new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/**
 * Plans of other days with nothing recorded are not kept.
 *
 * @param {string} person
 * @param {import('../attempt/attempt-store.js').AttemptStore} store
 */
async function forgetUnused(person, store) {
    const dayAgo = new Date(Date.now() - DAY_MS).toISOString();
    for (const { id, takes, createdAt, booking } of await store.list(person)) {
        if (takes.length === 0 && (booking?.at ?? createdAt) < dayAgo) {
            await store.forget(id);
        }
    }
}
