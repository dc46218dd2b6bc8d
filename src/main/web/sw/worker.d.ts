/** What a service worker has and TypeScript's declarations of the page lack. */

interface ExtendableEvent extends Event {
    waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
    readonly request: Request;
    readonly clientId: string;
    /** The page that this navigation opens. */
    readonly resultingClientId: string;
    respondWith(answer: Promise<Response>): void;
}

interface ServiceWorkerEvents {
    install: ExtendableEvent;
    activate: ExtendableEvent;
    fetch: FetchEvent;
    message: ExtendableEvent & MessageEvent;
    /** Background Sync, where the browser has it. */
    sync: ExtendableEvent;
}

interface ServiceWorkerGlobalScope {
    readonly location: Location;
    readonly clients: { claim(): Promise<void>; get(id: string): Promise<{ postMessage(message: unknown): void } | undefined> };
    skipWaiting(): Promise<void>;
    addEventListener<K extends keyof ServiceWorkerEvents>(kind: K, listener: (event: ServiceWorkerEvents[K]) => void): void;
}

/** Put in by the build: which version this is, and what every page of it needs. */
declare const __ASSETS__: { version: string; urls: string[] };
