// Documents with their types: Firestore's references, and the converter that they carry.

import {
  type DocumentData,
  type Firestore,
  type FirestoreDataConverter,
  collection,
  doc,
} from 'firebase/firestore';

import { type Collections, type Documents, PATHS, SHAPES } from './generated/documents.js';

const converters = new Map<string, FirestoreDataConverter<DocumentData>>();

/**
 * The converter of a kind of record. What an earlier release stored without a field of today has
 * the field's default; what a newer one added stays in the data.
 *
 * There is one for each kind: references and queries are equal only with the same converter.
 */
export function converterOf<T extends DocumentData>(record: string): FirestoreDataConverter<T> {
  const known = converters.get(record) ?? {
    fromFirestore: (snapshot, options) => completed(record, snapshot.data(options)),
    toFirestore: (data) => data as DocumentData,
  };
  converters.set(record, known);
  return known as FirestoreDataConverter<T>;
}

/** References to all kinds of documents. */
export function documentsOf(firestore: Firestore): Documents {
  return made((path, record) => (...ids: string[]) => {
    return doc(firestore, filled(path, ids)).withConverter(converterOf(record));
  }) as unknown as Documents;
}

/** References to all kinds of collections. */
export function collectionsOf(firestore: Firestore): Collections {
  return made((path, record) => {
    const above = path.slice(0, path.lastIndexOf('/'));
    return (...ids: string[]) => {
      return collection(firestore, filled(above, ids)).withConverter(converterOf(record));
    };
  }) as unknown as Collections;
}

function made<T>(make: (path: string, record: string) => T): Record<string, T> {
  const entries = Object.entries(PATHS);
  return Object.fromEntries(entries.map(([name, { path, record }]) => [name, make(path, record)]));
}

/** A path with its ids filled in, from left to right. */
export function filled(path: string, ids: readonly string[]): string {
  const left = [...ids];
  const parts = path.split('/').map((part) => (part.startsWith('{') ? left.shift() : part));
  if (left.length > 0 || parts.some((part) => !part || part.includes('/'))) {
    throw new TypeError(`${path} needs its ids, each one part of a path`);
  }
  return parts.join('/');
}

function completed(record: string, data: DocumentData): DocumentData {
  const shape = SHAPES[record];
  if (shape === undefined) return data;
  const found: DocumentData = { ...structuredClone(shape.defaults), ...data };
  for (const [field, inner] of Object.entries(shape.records)) {
    const value: unknown = found[field];
    if (Array.isArray(value)) found[field] = value.map((each) => completed(inner, each));
    else if (typeof value === 'object' && value !== null) found[field] = completed(inner, value);
  }
  return found;
}
