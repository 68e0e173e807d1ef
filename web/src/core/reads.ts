// What listeners and pages read, on the browser's own time line: each document is paid for.

/** Notes that Firestore sent so many documents; an empty answer is billed as one. */
export function noteReads(documents: number): void {
  performance.mark('firestore-read', { detail: Math.max(1, documents) });
}
