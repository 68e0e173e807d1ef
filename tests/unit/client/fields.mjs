// The fields of requests hold for the examples of docs/schemas; a callable by its name is the one.

import assert from 'node:assert/strict';

import {
  CALLABLES,
  FIELDS,
  ScannerError,
  callableOf,
  createScanner,
  entryOf,
  faultsOf,
  fieldAt,
  filledIn,
  takenBy,
  takes,
} from './dist/index.js';
import { deleteApp, initializeApp } from 'firebase/app';

const input = [];
for await (const part of process.stdin) input.push(part);
const { examples, refused, taken } = JSON.parse(Buffer.concat(input).toString('utf8'));

assert.deepEqual(Object.keys(FIELDS), Object.keys(examples));
for (const [name, example] of Object.entries(examples)) {
  assert.ok(filledIn(FIELDS[name], example), name);
}

// What the functions take, no form refuses.
for (const [name, field, value] of taken) {
  assert.ok(takes(FIELDS[name][field], value), `${name} ${field} ${JSON.stringify(value)}`);
}

// What is wrong stands at its field, in both languages, in no words of the library or the code.
for (const { name, request, problems, told } of refused) {
  assert.equal(filledIn(FIELDS[name], request), told, `${name} ${JSON.stringify(request)}`);
  const details = { problems };
  const error = new ScannerError(name, 'invalid-request', 'x', 'As sent.', details, null);
  for (const language of ['en', 'hi', 'mr']) {
    const faults = Object.entries(faultsOf(error, language));
    assert.deepEqual(faults.map(([path]) => path), problems.map(({ field }) => field));
    for (const [path, sentence] of faults) {
      assert.match(sentence, language === 'hi' ? /[\u0900-\u097f].*।$/ : /^[A-Z].*\.$/, path);
      assert.doesNotMatch(sentence, /[{}`_]|should|Input|valid/, path);
    }
  }
}
const said = (callable, path, language) => takenBy(fieldAt(callable, path), language);
assert.equal(said('labs/save_service', 'price', 'en'), 'Give an amount from ₹1.00 to ₹10,00,000.00.');
assert.equal(said('labs/save_service', 'price', 'hi'), '₹1.00 से ₹10,00,000.00 के बीच की राशि लिखें।');
assert.equal(said('labs/place_order', 'items.3.teeth.0', 'en'), 'Give a number from 11 to 85.');
assert.equal(said('labs/place_order', 'items', 'en'), 'Choose 1 to 20.');
assert.equal(said('wallet/publish_prices', 'prices.tax', 'en'), 'Give a rate from 0 % to 28 %.');
assert.equal(said('accounts/register_account', 'organisation.name', 'en'), 'Write 1 to 120 characters.');
assert.equal(
  said('accounts/register_account', 'organisation.pincode', 'hi'),
  'पिन कोड के छह अंक लिखें।',
);
assert.equal(said('messaging/set_preferences', 'channels.gossip.[key]', 'en'), 'Choose one of these.');
for (const path of ['', 'toString', 'items.0.gone', 'items.0.teeth.0.0', 'case_id.0']) {
  assert.equal(fieldAt('labs/place_order', path), undefined, path);
}
assert.equal(fieldAt('labs/teleport', 'case_id'), undefined);
assert.equal(takenBy(undefined, 'en'), 'This does not fit: check it.');
assert.equal(faultsOf(new ScannerError('x/y', 'busy', 'x', 'As sent.', {}, null), 'en'), null);

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
