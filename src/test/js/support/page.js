/**
 * A page without a browser: the document of linkedom, and what forms, dialogs and the keyboard's focus do besides. What
 * layout, pictures or sound decide is left to a browser's tests.
 */

import { setGlobals } from '#support/globals.js';

const LINKEDOM = '../../../../target/node/linkedom/worker.js';
const dom = await import(LINKEDOM).catch(() => {
    throw new Error('linkedom is unpacked by BrowserCodeTest: mvn test -Dtest=BrowserCodeTest');
});

/**
 * @typedef {object} Page
 * @property {string[]} reloads addresses of the page each time it was loaded anew
 * @property {string[]} opened addresses it went to
 * @property {{action: string, method: string}[]} submitted forms that left the page
 * @property {{onLine: boolean, copied: string[]}} phone
 * @property {unknown[][]} warnings on the console
 *
 * @typedef {object} Options
 * @property {string} [path] with its fragment
 * @property {string} [person]
 */

/**
 * Opens a page for one test; afterwards there is none again.
 *
 * @param {import('node:test').TestContext} context
 * @param {string} body
 * @param {Options} [options]
 * @returns {Page}
 */
export function openPage(context, body, { path = '/', person = 'chunmei' } = {}) {
    const { document } = dom.parseHTML(
        `<!doctype html><html lang="en" data-person="${person}"><body data-unsent="no network">${body}</body></html>`,
    );
    /** @type {Page} */
    const page = { reloads: [], opened: [], submitted: [], phone: { onLine: true, copied: [] }, warnings: [] };
    context.mock.method(console, 'warn', (...parts) => void page.warnings.push(parts));
    const [address, hash] = path.split('#');
    const [pathname, query] = address.split('?');
    /** @type {any[]} */
    const waiting = [];
    const globals = {
        document,
        location: {
            pathname,
            search: query ? `?${query}` : '',
            hash: hash ? `#${hash}` : '',
            reload: () => page.reloads.push(pathname),
            assign: (/** @type {string} */ to) => page.opened.push(to),
        },
        navigator: {
            get onLine() {
                return page.phone.onLine;
            },
            clipboard: { writeText: async (/** @type {string} */ text) => void page.phone.copied.push(text) },
        },
        FormData: FormDataOfForm,
        addEventListener: document.addEventListener.bind(document),
        setTimeout: (/** @type {() => void} */ run, /** @type {number} */ ms) => {
            const timer = timers(run, ms);
            waiting.push(timer);
            return timer;
        },
    };
    // What the page would do in some seconds is not done to the next test's page.
    context.after(() => waiting.forEach((timer) => clearTimeout(timer)));
    document.activeElement = document.body;
    submitted.set(document, page.submitted);
    setGlobals(context, globals);
    return page;
}

/** The element with this text or selector. @template {HTMLElement} T @param {string} selector @returns {T} */
export function at(selector) {
    const found = document.querySelector(selector);
    if (!found) {
        throw new Error(`the test's page lacks ${selector}`);
    }
    return /** @type {any} */ (found);
}

/** The text of an element as it is read, or null where it is hidden. @param {string} selector */
export function textOf(selector) {
    const element = at(selector);
    return element.closest('[hidden]') ? null : (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Types into a field in place of what it holds. @param {string} selector @param {string} value */
export function type(selector, value) {
    /** @type {HTMLInputElement} */ (at(selector)).value = value;
    at(selector).dispatchEvent(new Event('input', { bubbles: true }));
    at(selector).dispatchEvent(new Event('change', { bubbles: true }));
}

/** Chooses a radio button, or ticks a box. @param {string} selector */
export function choose(selector) {
    const input = /** @type {HTMLInputElement} */ (at(selector));
    input.checked = true;
    input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Sends a form by one of its buttons. @param {string} button */
export function submitBy(button) {
    const submitter = at(button);
    if (!(/** @type {HTMLButtonElement} */ (submitter).disabled)) {
        submitter.closest('form')?.dispatchEvent(Object.assign(new Event('submit', { bubbles: true, cancelable: true }), { submitter }));
    }
}

/**
 * Presses a key where the focus is.
 *
 * @param {string} key
 * @param {{ctrlKey?: boolean, metaKey?: boolean, altKey?: boolean, isComposing?: boolean}} [more]
 * @returns {boolean} whether the page took it, so that the browser does nothing
 */
export function press(key, more = {}) {
    const unmodified = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false };
    const event = Object.assign(new Event('keydown', { bubbles: true, cancelable: true }), { key, ...unmodified, ...more });
    return !(document.activeElement ?? document.body).dispatchEvent(event);
}

/** Answers an open dialog by the button with this value. @param {string} selector @param {string} value */
export function answer(selector, value) {
    /** @type {HTMLDialogElement} */ (at(selector)).close(value);
}

const timers = /** @type {(run: () => void, ms: number) => any} */ (setTimeout);

/** @type {WeakMap<Document, Page['submitted']>} */
const submitted = new WeakMap();

class FormDataOfForm extends FormData {
    /** @param {HTMLFormElement} [form] */
    constructor(form) {
        super();
        for (const field of /** @type {HTMLInputElement[]} */ ([...(form?.querySelectorAll('[name]') ?? [])])) {
            if (!['radio', 'checkbox'].includes(field.type) || field.checked) {
                this.append(field.name, field.value);
            }
        }
    }
}

/** Adds members to a class of linkedom. @param {{prototype: object}} of @param {object} members */
function add({ prototype }, members) {
    Object.defineProperties(prototype, Object.getOwnPropertyDescriptors(members));
}

const dispatch = dom.EventTarget.prototype.dispatchEvent;

/** An event of Node as one of linkedom, which keeps the way through the page in it. @param {any} event */
function asLinkedom(event) {
    const { type: name, bubbles, cancelable, detail, key, ctrlKey, metaKey, altKey, isComposing, submitter } = event;
    return Object.assign(new dom.Event(name, { bubbles, cancelable }), { detail, key, ctrlKey, metaKey, altKey, isComposing, submitter });
}

add(dom.EventTarget, {
    /** @param {any} event */
    dispatchEvent(event) {
        return dispatch.call(this, event instanceof dom.Event ? event : asLinkedom(event));
    },
});

/** `wellDone` is `data-well-done`. @param {string} member */
const attributeOf = (member) => `data-${member.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

add(dom.HTMLElement, /** @type {ThisType<any>} */ ({
    /** That of linkedom does not see attributes that are set later. */
    get dataset() {
        return new Proxy({}, {
            get: (_, member) => this.getAttribute(attributeOf(String(member))) ?? undefined,
            has: (_, member) => this.hasAttribute(attributeOf(String(member))),
            set: (_, member, value) => {
                this.setAttribute(attributeOf(String(member)), String(value));
                return true;
            },
        });
    },
    focus() {
        this.ownerDocument.activeElement = this;
        this.dispatchEvent(new dom.Event('focusin', { bubbles: true }));
    },
    blur() {
        this.ownerDocument.activeElement = this.ownerDocument.body;
    },
    scrollIntoView() {},
    get open() {
        return this.hasAttribute('open');
    },
    showModal() {
        this.setAttribute('open', '');
    },
    /** @param {string} [value] */
    close(value) {
        this.removeAttribute('open');
        this.returnValue = value ?? this.returnValue;
        this.dispatchEvent(new dom.Event('close'));
    },
    // Those of a form, for which linkedom has no class.
    get elements() {
        return { namedItem: (/** @type {string} */ name) => this.querySelector(`[name="${name}"]`) };
    },
    submit() {
        const { action = this.getAttribute('action'), method = this.getAttribute('method') } = this;
        submitted.get(this.ownerDocument)?.push({ action, method });
    },
}));

add(dom.HTMLInputElement, /** @type {ThisType<any>} */ ({
    get checked() {
        return this.hasAttribute('checked');
    },
    set checked(checked) {
        if (checked && this.type === 'radio') {
            for (const other of (this.closest('form') ?? this.ownerDocument).querySelectorAll(`input[name="${this.name}"]`)) {
                other.removeAttribute('checked');
            }
        }
        this.toggleAttribute('checked', checked);
    },
}));

add(dom.HTMLSelectElement, /** @type {ThisType<any>} */ ({
    get value() {
        return (this.querySelector('option[selected]') ?? this.options[0])?.value ?? '';
    },
    set value(value) {
        for (const option of this.options) {
            option.toggleAttribute('selected', option.value === value);
        }
    },
}));

add(dom.HTMLButtonElement, /** @type {ThisType<any>} */ ({
    get value() {
        return this.getAttribute('value') ?? '';
    },
}));

add(dom.DocumentFragment, /** @type {ThisType<any>} */ ({
    get textContent() {
        return [...this.childNodes].map((node) => node.textContent).join('');
    },
}));
