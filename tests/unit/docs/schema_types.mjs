// Prints the types that json-schema-to-typescript makes of the schemas on standard input, as it is
// without options: one JSON object, by the schemas' names.

import { text } from 'node:stream/consumers';

import { compile } from 'json-schema-to-typescript';

const schemas = JSON.parse(await text(process.stdin));
const types = {};
for (const [name, schema] of Object.entries(schemas)) {
  types[name] = await compile(schema, 'Told', { bannerComment: '', format: false });
}
process.stdout.write(JSON.stringify(types));
