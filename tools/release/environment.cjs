// Prints the settings of a project as firebase-tools reads them, from functions/.env and
// functions/.env.<project id>, as one JSON object: by its own code, so that nothing is read otherwise.
"use strict";

const { loadUserEnvs } = require("firebase-tools/lib/functions/env");

const [root, projectId] = process.argv.slice(2);
try {
  const read = loadUserEnvs({ functionsSource: `${root}/functions`, projectId, projectDir: root });
  process.stdout.write(`${JSON.stringify(read)}\n`);
} catch (err) {
  process.stderr.write(`${[err.message, ...(err.children ?? []).map((e) => e.message)].join("; ")}\n`);
  process.exit(1);
}
