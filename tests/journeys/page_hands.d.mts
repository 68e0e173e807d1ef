// The types of page_hands.mjs, for the program of the pages.

export declare const assert: {
  ok(found: unknown): void;
  equal(found: unknown, wanted: unknown): void;
  notEqual(found: unknown, other: unknown): void;
  deepEqual(found: unknown, wanted: unknown): void;
  match(found: string, pattern: RegExp): void;
};
export declare const email: string;
export declare const password: string;
export declare const admin: { readonly email: string; readonly password: string };
export declare const file: File;
export declare const zip: File;
export declare const screen: Record<string, unknown>;
export declare function show(name: string, value: unknown): void;
export declare function until(test: () => boolean): Promise<void>;
export declare function verify(address: string): Promise<void>;
export declare function told(page: string): void;
export declare function finish(): Promise<void>;
export declare function attestation(): Promise<string>;
