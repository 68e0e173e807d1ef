// The fields of requests hold for the examples of docs/schemas; a callable by its name is the one.

import assert from 'node:assert/strict';

import { CALLABLES, FIELDS, RECORDS, callableOf, createScanner, entryOf } from './dist/index.js';
import { deleteApp, initializeApp } from 'firebase/app';

const input = [];
for await (const part of process.stdin) input.push(part);
const { examples, refused } = JSON.parse(Buffer.concat(input).toString('utf8'));

/** Whether a value is one that a field takes. */
function takes(field, value) {
  const { kind, least = -Infinity, most = Infinity } = field;
  if (value === null) return field.nullable === true;
  const within = (count) => count >= least && count <= most;
  const matches = (form) => typeof value === 'string' && form.test(value);
  if (kind === 'text') {
    const fits = matches(new RegExp(field.pattern ?? '', 'u')) && within(value.length);
    return fits && (field.format !== 'email' || value.includes('@'));
  }
  if (kind === 'whole') return Number.isInteger(value) && within(value);
  if (kind === 'number') return typeof value === 'number' && within(value);
  if (kind === 'yes_no') return typeof value === 'boolean';
  if (kind === 'choice') return field.values.includes(value);
  if (kind === 'day') return matches(/^\d{4}-\d\d-\d\d$/);
  if (kind === 'month') return matches(/^\d{4}-\d\d$/);
  if (kind === 'time') return matches(/^\d\d:\d\d$/);
  if (kind === 'moment') return matches(/^\d{4}-.*(Z|[+-]\d\d:\d\d)$/) && !!Date.parse(value);
  if (kind === 'record') return fill(RECORDS[field.record], value);
  if (kind === 'list') return within(value.length) && value.every((each) => takes(field.of, each));
  assert.equal(kind, 'map');
  return Object.entries(value).every(([k, v]) => takes(field.keys, k) && takes(field.of, v));
}

/** Whether a record has what it needs, and nothing but what its fields take. */
function fill(fields, value) {
  const needed = Object.keys(fields).filter((name) => fields[name].required);
  const given = Object.entries(value);
  return (
    needed.every((name) => name in value) &&
    given.every(([name, each]) => Object.hasOwn(fields, name) && takes(fields[name], each))
  );
}

assert.deepEqual(Object.keys(FIELDS), Object.keys(examples));
for (const [name, example] of Object.entries(examples)) {
  assert.ok(fill(FIELDS[name], example), name);
}
for (const [name, request] of refused) assert.ok(!fill(FIELDS[name], request), name);

// By its name, each is the one that the client has under it.
const app = initializeApp({ apiKey: 'x', projectId: 'demo', storageBucket: 'demo', appId: 'x' });
const scanner = createScanner(app);
const operation = scanner.operation();
for (const [group, entries] of Object.entries(CALLABLES)) {
  for (const [method, entry] of Object.entries(entries)) {
    assert.equal(callableOf(scanner, entry.name), scanner[group][method]);
    assert.equal(callableOf(operation, entry.name), operation[group][method]);
    assert.equal(entryOf(entry.name), entry);
  }
}
for (const name of ['scans/teleport', 'toString', '']) {
  assert.throws(() => callableOf(scanner, name), TypeError);
}
await deleteApp(app);
