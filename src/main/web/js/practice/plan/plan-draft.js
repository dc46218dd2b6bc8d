/**
 * What a person has filled in on the plan page, kept on the phone as it is typed. Products stay for the next time.
 *
 * @typedef {object} Draft
 * @property {string} [format]
 * @property {import('../attempt/attempt.js').ProductFacts[]} [facts]
 * @property {string} [at] as the field of the time holds it; empty for now
 * @property {boolean} [withoutGoal]
 * @property {Record<string, import('./run-of-show.js').PlannedStep[]>} [shows] those that were changed, by format
 */

export class PlanDrafts {
    #key;
    #read;
    #write;

    /**
     * @param {object} ports
     * @param {string} ports.person
     * @param {(key: string) => Promise<any>} ports.setting
     * @param {(key: string, value: unknown) => Promise<unknown>} ports.putSetting
     */
    constructor({ person, setting, putSetting }) {
        this.#key = `plan-draft:${person}`;
        this.#read = setting;
        this.#write = putSetting;
    }

    /** @returns {Promise<Draft>} */
    async load() {
        return (await this.#read(this.#key)) ?? {};
    }

    /** @param {Draft} draft */
    save(draft) {
        return this.#write(this.#key, draft);
    }

    /** The plan is made: only what is offered again next time stays. @param {Draft} draft */
    spend({ facts }) {
        return this.save({ facts });
    }
}
