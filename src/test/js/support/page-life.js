/** A page's time from its opening to its death; what it asked for afterwards never comes back. */
export class PageLife {
    over = false;
    #end = () => {};
    /** @type {Promise<void>} */
    ended = new Promise((resolve) => (this.#end = resolve));

    end() {
        this.over = true;
        this.#end();
    }

    /** @template {object} T @param {T} port @returns {T} the same, for as long as the page lives */
    lend(port) {
        return new Proxy(port, {
            get: (target, name) => {
                const member = /** @type {any} */ (target)[name];
                return typeof member === 'function' ? (/** @type {any[]} */ ...args) => this.#call(member.bind(target), args) : member;
            },
        });
    }

    /** @param {(...args: any[]) => any} method @param {any[]} args */
    #call(method, args) {
        if (this.over) {
            return new Promise(() => {});
        }
        const answer = method(...args);
        return answer instanceof Promise
            ? new Promise((resolve, reject) => answer.then((value) => this.over || resolve(value), (fault) => this.over || reject(fault)))
            : answer;
    }
}

/** What may be done by one page of a phone at a time; a page that dies gives its turn away. */
export class Turns {
    #lock = Promise.resolve();

    /** @template T @param {PageLife} life @param {() => Promise<T>} work @returns {Promise<T>} */
    next(life, work) {
        /** @type {Promise<T>} */
        const turn = this.#lock.then(() => (life.over ? new Promise(() => {}) : work()));
        this.#lock = Promise.race([turn.then(() => {}, () => {}), life.ended]);
        return turn;
    }
}
