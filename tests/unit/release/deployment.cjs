// What `firebase deploy --non-interactive` does before it asks Google anything, by firebase-tools' own
// code: discovery, params, endpoints, what would be sent to Cloud Functions, the archive of the sources.
// Takes the folder of a project and its id; prints one JSON object.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const [projectDir, projectId] = process.argv.slice(2);
const tools = path.join(__dirname, "..", "..", "..", "node_modules", "firebase-tools", "lib");
const need = (name) => require(path.join(tools, name));

const { Config } = need("config");
const { FirestoreApi } = need("firestore/api");
const backend = need("deploy/functions/backend");
const build = need("deploy/functions/build");
const functionsEnv = need("functions/env");
const gcf = need("gcp/cloudfunctionsv2");
const prepare = need("deploy/functions/prepare");
const projectConfig = need("functions/projectConfig");
const prompts = need("deploy/functions/prompts");
const upload = need("deploy/functions/prepareFunctionsUpload");
const validate = need("deploy/functions/validate");
const { RulesDeploy } = need("rulesDeploy");

// As the command line does: what the functions print is shown.
process.env.IS_FIREBASE_CLI = "true";
need("logger").useConsoleLoggers();

// Its secrets are the project's own, and nobody can be asked about them here.
need("gcp/secretManager").getSecretMetadata = async (_project, name) => ({
  secret: { name },
  secretVersion: { state: "ENABLED" },
});

const firebaseConfig = { projectId, storageBucket: `${projectId}.firebasestorage.app` };

async function said(act) {
  try {
    await act();
    return null;
  } catch (err) {
    return String(err.message);
  }
}

async function main() {
  const config = Config.load({ cwd: projectDir, configPath: path.join(projectDir, "firebase.json") });
  const options = { config, nonInteractive: true, project: projectId, projectId };
  const configs = projectConfig.normalizeAndValidate(config.src.functions);
  const runtimeConfig = { firebase: firebaseConfig };

  const began = Date.now();
  const builds = await prepare.loadCodebases(configs, options, firebaseConfig, runtimeConfig);
  const discovery = (Date.now() - began) / 1000;
  const found = builds.default;

  const envOptions = { functionsSource: config.path("functions"), projectId, projectDir };
  const userEnvs = functionsEnv.loadUserEnvs(envOptions);
  let resolved;
  const refused = await said(async () => {
    resolved = await build.resolveBackend({
      build: found,
      firebaseConfig,
      userEnvs,
      codebase: "default",
      nonInteractive: true,
      isEmulator: false,
    });
  });
  const answer = { discovery, params: found.params, refused };
  if (resolved) {
    const want = resolved.backend;
    const envs = { ...userEnvs, ...functionsEnv.loadFirebaseEnvs(firebaseConfig, projectId) };
    for (const endpoint of backend.allEndpoints(want)) {
      endpoint.environmentVariables = { ...envs };
      endpoint.codebase = "default";
    }
    prepare.resolveCpuAndConcurrency(want);
    prepare.resolveDefaultTimeout(want);
    validate.endpointsAreUnique({ default: want });
    answer.endpoints = backend.allEndpoints(want);
    answer.invalid = await said(() => validate.endpointsAreValid(want, backend.empty()));
    answer.payloads = answer.endpoints.map(gcf.functionFromEndpoint);
    const policies = (force) =>
      said(() => prompts.promptForFailurePolicies({ nonInteractive: true, force }, want, backend.empty()));
    answer.unforced = await policies(false);
    answer.forced = await policies(true);
    answer.minimum = await said(() =>
      prompts.promptForMinInstances({ nonInteractive: true }, want, backend.empty()),
    );
    const packaged = await upload.prepareFunctionsUpload(
      projectDir, config.path("functions"), configs[0], [], undefined, { exportType: "zip" },
    );
    answer.archive = path.join(projectDir, "archive.zip"); // firebase-tools removes its own
    fs.copyFileSync(packaged.pathToSource, answer.archive);
  }
  const firestore = new FirestoreApi();
  const spec = config.readProjectFile(config.src.firestore.indexes, { json: true });
  answer.indexes = await said(() => firestore.validateSpec(firestore.upgradeOldSpec(spec)));
  const rules = new RulesDeploy(options, "cloud.firestore");
  answer.rules = await said(() => rules.addFile(config.src.firestore.rules));
  process.stdout.write(`\n${JSON.stringify(answer)}\n`);
}

main().then(
  () => process.exit(0),
  (err) => {
    process.stderr.write(`${err.stack}\n`);
    process.exit(1);
  },
);
