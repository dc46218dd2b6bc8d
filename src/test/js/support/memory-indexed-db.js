/**
 * The browser's IndexedDB as far as it is used, in memory. What decides is as in the standard: a transaction begins after
 * the code that opened it, ends when no request is left, and is either stored whole or not at all; keys are in the
 * standard's order; what goes in and out is a copy.
 */

// A page's timers end with the page, the disk's do not.
const { setImmediate, setTimeout } = globalThis;

/** @typedef {number | string | (number | string | never[])[]} Key */
/** @typedef {{keyPath: string | string[], records: Map<string, any>}} StoreData */
/** @typedef {{version: number, stores: Map<string, StoreData>, open: Set<MemoryDatabase>}} Disk */

/** @type {Map<string, Disk>} */
let disks = new Map();
/** What opening a database fails with, one after the other. @type {Error[]} */
let openFaults = [];
/** Whether the phone has no room left. */
let full = false;
/** @typedef {(run: () => void) => void} GoesOn when the disk goes on */
const afterATimer = /** @type {GoesOn} */ ((run) => void setTimeout(run, 0));
let goesOn = afterATimer;

/** Another phone, with an empty disk; open databases are closed, as when a browser deletes a site's data. */
export function newPhone() {
    for (const { open } of disks.values()) {
        open.forEach((database) => database.onclose?.());
    }
    disks = new Map();
    openFaults = [];
    full = false;
    goesOn = afterATimer;
}

/** Another phone, whose disk goes on at the next turn: a timer takes a millisecond each time, for whoever counts turns. */
export function newQuickPhone() {
    newPhone();
    goesOn = (run) => setImmediate(run);
}

/** From now on nothing more can be stored, or again. */
export function fillDisk(yes = true) {
    full = yes;
}

/** The next attempt to open a database fails. @param {Error} fault */
export function failNextOpen(fault) {
    openFaults.push(fault);
}

/** All records of a store as they are on the disk, in the order of their keys. @param {string} name @returns {any[]} */
export function onDisk(name) {
    return [...disks.values()].flatMap(({ stores }) => sorted(stores.get(name) ?? { keyPath: 'id', records: new Map() }));
}

class MemoryRequest {
    /** @type {any} */ result;
    /** @type {Error | null} */ error = null;
    /** @type {(() => void) | undefined} */ onsuccess;
    /** @type {(() => void) | undefined} */ onerror;
    /** @type {((event: {oldVersion: number}) => void) | undefined} */ onupgradeneeded;
}

class MemoryDatabase {
    /** @type {(() => void) | undefined} */ onversionchange;
    /** @type {(() => void) | undefined} */ onclose;
    #disk;
    /** The end of the last transaction: they run one after the other. @type {Promise<unknown>} */
    static #queue = Promise.resolve();

    /** @param {Disk} disk */
    constructor(disk) {
        this.#disk = disk;
        disk.open.add(this);
    }

    close() {
        this.#disk.open.delete(this);
    }

    /** @param {string} name @param {{keyPath: string | string[]}} options */
    createObjectStore(name, { keyPath }) {
        this.#disk.stores.set(name, { keyPath, records: new Map() });
    }

    /** @param {string | string[]} names @param {string} [mode] */
    transaction(names, mode = 'readonly') {
        if (!this.#disk.open.has(this)) {
            throw new DOMException('the database is closed', 'InvalidStateError');
        }
        const transaction = new MemoryTransaction(this.#disk, [names].flat(), mode);
        MemoryDatabase.#queue = MemoryDatabase.#queue.then(() => transaction.run());
        return transaction;
    }
}

class MemoryTransaction {
    /** @type {(() => void) | undefined} */ oncomplete;
    /** @type {(() => void) | undefined} */ onabort;
    /** @type {Error | null} */ error = null;
    /** @type {{request: MemoryRequest, work: () => unknown}[]} */ #requests = [];
    #stores;
    #mode;

    /** @param {Disk} disk @param {string[]} names @param {string} mode */
    constructor(disk, names, mode) {
        this.#mode = mode;
        this.#stores = new Map(names.map((name) => {
            const store = disk.stores.get(name);
            if (!store) {
                throw new DOMException(`no store ${name}`, 'NotFoundError');
            }
            return [name, store];
        }));
    }

    /** @param {string} name */
    objectStore(name) {
        const store = this.#stores.get(name);
        if (!store) {
            throw new DOMException(`${name} is not of this transaction`, 'NotFoundError');
        }
        return new MemoryObjectStore(store, (writes, work) => {
            if (writes && this.#mode !== 'readwrite') {
                throw new DOMException('the transaction only reads', 'ReadOnlyError');
            }
            const request = new MemoryRequest();
            this.#requests.push({ request, work });
            return request;
        });
    }

    async run() {
        const before = [...this.#stores.values()].map(({ records }) => new Map(records));
        let wrote = false;
        for (let next = this.#requests.shift(); next; next = this.#requests.shift()) {
            await undefined;
            const { request, work } = next;
            try {
                request.result = work();
                wrote ||= this.#mode === 'readwrite';
                request.onsuccess?.();
            } catch (fault) {
                request.error = this.error = /** @type {Error} */ (fault);
                request.onerror?.();
                break;
            }
        }
        // On a disk that is full, the browser notices only here.
        await new Promise((resolve) => goesOn(() => resolve(undefined)));
        if (full && wrote) {
            this.error ??= new DOMException('the disk is full', 'QuotaExceededError');
        }
        if (this.error) {
            [...this.#stores.values()].forEach((store, i) => (store.records = before[i]));
            this.onabort?.();
        } else {
            this.oncomplete?.();
        }
    }
}

class MemoryObjectStore {
    #store;
    #request;

    /** @param {StoreData} store @param {(writes: boolean, work: () => unknown) => MemoryRequest} request */
    constructor(store, request) {
        this.#store = store;
        this.#request = request;
    }

    get = (/** @type {Key} */ key) => this.#request(false, () => structuredClone(this.#store.records.get(JSON.stringify(key))));

    getAll = (/** @type {Range | undefined} */ range = undefined) =>
        this.#request(false, () =>
            sorted(this.#store)
                .filter((record) => !range || range.includes(keyOf(record, this.#store.keyPath)))
                .map((record) => structuredClone(record)));

    getAllKeys = (/** @type {Range | undefined} */ range = undefined) =>
        this.#request(false, () =>
            sorted(this.#store).map((record) => keyOf(record, this.#store.keyPath)).filter((key) => !range || range.includes(key)));

    count = () => this.#request(false, () => this.#store.records.size);

    put = (/** @type {object} */ record) => this.#put(record, () => {});

    add = (/** @type {object} */ record) => this.#put(record, (key) => {
        if (this.#store.records.has(key)) {
            throw new DOMException(`there is a record ${key}`, 'ConstraintError');
        }
    });

    delete = (/** @type {Key | Range} */ which) => this.#request(true, () => {
        for (const record of sorted(this.#store)) {
            const key = keyOf(record, this.#store.keyPath);
            if (which instanceof Range ? which.includes(key) : compared(which, key) === 0) {
                this.#store.records.delete(JSON.stringify(key));
            }
        }
    });

    /** @param {object} record @param {(key: string) => void} check */
    #put(record, check) {
        // Copied when it is handed over: later changes do not count.
        const copy = structuredClone(record);
        const key = keyOf(copy, this.#store.keyPath);
        if ([key].flat().some((part) => part === undefined || part === null)) {
            throw new DOMException('the record has no key', 'DataError');
        }
        return this.#request(true, () => {
            check(JSON.stringify(key));
            this.#store.records.set(JSON.stringify(key), copy);
            return key;
        });
    }
}

class Range {
    /** @param {Key} from @param {Key} to both included */
    constructor(from, to) {
        this.from = from;
        this.to = to;
    }

    /** @param {Key} from @param {Key} to */
    static bound(from, to) {
        return new Range(from, to);
    }

    /** @param {Key} key */
    includes(key) {
        return compared(this.from, key) <= 0 && compared(key, this.to) <= 0;
    }
}

/** @param {string} name @param {number} version */
function open(name, version) {
    const request = new MemoryRequest();
    goesOn(() => {
        const fault = openFaults.shift();
        const disk = disks.get(name) ?? { version: 0, stores: new Map(), open: new Set() };
        if (version > disk.version) {
            disk.open.forEach((other) => other.onversionchange?.());
        }
        if (fault || version < disk.version || (version > disk.version && disk.open.size > 0)) {
            request.error = fault ?? new DOMException(`the database is version ${disk.version}`, 'VersionError');
            request.onerror?.();
            return;
        }
        disks.set(name, disk);
        request.result = new MemoryDatabase(disk);
        if (version > disk.version) {
            request.onupgradeneeded?.({ oldVersion: disk.version });
            disk.version = version;
        }
        request.onsuccess?.();
    });
    return request;
}

/** @param {StoreData} store @returns {any[]} */
function sorted({ records, keyPath }) {
    return [...records.values()].sort((one, other) => compared(keyOf(one, keyPath), keyOf(other, keyPath)));
}

/** @param {any} record @param {string | string[]} path @returns {Key} */
function keyOf(record, path) {
    return Array.isArray(path) ? path.map((part) => record[part]) : record[path];
}

/** Numbers come before texts, and these before lists. @param {Key} one @param {Key} other @returns {number} */
function compared(one, other) {
    const rank = (/** @type {Key} */ key) => (Array.isArray(key) ? 2 : typeof key === 'string' ? 1 : 0);
    if (rank(one) !== rank(other)) {
        return rank(one) - rank(other);
    }
    if (!Array.isArray(one) || !Array.isArray(other)) {
        return one < other ? -1 : one > other ? 1 : 0;
    }
    for (let i = 0; i < Math.min(one.length, other.length); i++) {
        const difference = compared(one[i], other[i]);
        if (difference !== 0) {
            return difference;
        }
    }
    return one.length - other.length;
}

Object.assign(globalThis, { indexedDB: { open }, IDBKeyRange: Range });
