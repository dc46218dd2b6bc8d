/** What the tests use of Node. Node's own declarations would also change those of the browser. */

declare module 'node:test' {
    export interface TestContext {
        after(work: () => void): void;
        readonly mock: { method<T extends object>(target: T, name: keyof T, replacement: (...args: any[]) => unknown): void };
    }
    export function test(name: string, work: (context: TestContext) => void | Promise<void>): Promise<void>;
    export function beforeEach(work: () => void | Promise<void>): void;
}

declare module 'node:crypto' {
    interface Hash {
        update(bytes: ArrayBufferView): Hash;
        digest(): Uint8Array;
    }
    export function createHash(algorithm: string): Hash;
}

declare module 'node:assert/strict' {
    interface Assert {
        ok(value: unknown, message?: string): asserts value;
        equal(actual: unknown, expected: unknown, message?: string): void;
        notEqual(actual: unknown, expected: unknown, message?: string): void;
        deepEqual(actual: unknown, expected: unknown, message?: string): void;
        notDeepEqual(actual: unknown, expected: unknown, message?: string): void;
        match(actual: string, expected: RegExp, message?: string): void;
        rejects(
            actual: Promise<unknown> | (() => Promise<unknown>),
            expected?: object | ((fault: any) => boolean),
            message?: string,
        ): Promise<void>;
        fail(message?: string): never;
    }
    const assert: Assert;
    export default assert;
}

declare module 'node:fs' {
    export function readFileSync(path: string | URL, encoding: 'utf8'): string;
    export function readFileSync(path: string | URL): Uint8Array;
    export function readdirSync(path: string | URL, options: { recursive: boolean; encoding: 'utf8' }): string[];
}

declare module 'node:crypto' {
    interface Hash {
        update(bytes: Uint8Array): Hash;
        digest(): Uint8Array<ArrayBuffer>;
        digest(encoding: 'base64'): string;
    }
    export function createHash(algorithm: 'sha256'): Hash;
}

declare module 'node:http' {
    interface Incoming {
        statusCode: number;
        headers: Record<string, string>;
        on(name: 'data', listener: (part: Uint8Array) => void): void;
        on(name: 'error', listener: (fault: Error) => void): void;
        on(name: 'end', listener: () => void): void;
    }
    interface Outgoing {
        on(name: 'error', listener: (fault: Error) => void): void;
        write(bytes: Uint8Array, sent: () => void): void;
        end(bytes: Uint8Array, sent?: () => void): void;
    }
    export class Agent {
        constructor(options: { keepAlive: boolean });
    }
    export function request(address: string, options: object, answered: (response: Incoming) => void): Outgoing;
}

declare module 'node:child_process' {
    interface Bytes extends Uint8Array {
        subarray(from?: number, to?: number): Bytes;
        indexOf(part: string | number): number;
        readUInt32LE(at: number): number;
        readInt16LE(at: number): number;
    }
    export function execFileSync(program: string, args: string[], options?: { maxBuffer?: number }): Bytes;
}

/** Microseconds of processor time. */
interface CpuUsage {
    user: number;
    system: number;
}
declare const process: {
    cpuUsage(since?: CpuUsage): CpuUsage;
    readonly argv: string[];
    kill(process: number, signal: 'SIGKILL'): void;
};

/** Runs in the next turn of the event loop. */
declare function setImmediate(run: (value?: any) => void): void;
