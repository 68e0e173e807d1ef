#!/usr/bin/env bash
# firebase-tools 15.34.2: a param with a default has no value where nobody can be asked.
#
# `firebase deploy --non-interactive` resolves the params that a codebase declares. A param whose default
# stands in the code is as unanswered as one without: the deployment ends and wants a line in a dotenv file for
# each. Where a person can be asked, each is asked for, and the answer, the default as a rule, is written into
# .env.<project>, where it comes before every later default of the code.
#
# Seen: "In non-interactive mode but have no value for the following environment variables: LINK_MINUTES",
# with the default 10 in the declaration; with the line LINK_MINUTES=10 it is resolved. Exits with 1 when that is
# no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > /dev/null
npm install --no-audit --no-fund --silent firebase-tools@15.34.2
cat > resolve.cjs <<'JAVASCRIPT'
const { resolveParams, ParamValue } = require("firebase-tools/lib/deploy/functions/params");
const { version } = require("firebase-tools/package.json");

const params = [{ name: "LINK_MINUTES", type: "int", default: 10 }];
const firebaseConfig = { projectId: "some-project" };
const ask = (userEnvs) =>
  resolveParams({ params, firebaseConfig, userEnvs, codebase: "default", nonInteractive: true });

(async () => {
  console.log("firebase-tools", version, JSON.stringify(params[0]));
  const given = { LINK_MINUTES: new ParamValue("10", false, { number: true }) };
  const { paramValues } = await ask(given);
  console.log("with a line in a dotenv file:", paramValues.LINK_MINUTES.asNumber());
  try {
    const { paramValues } = await ask({});
    console.log("without one:", paramValues.LINK_MINUTES.asNumber());
    process.exit(1);
  } catch (err) {
    console.log("without one:", err.message.split("\n")[0]);
    process.exit(err.message.includes("no value for the following environment variables: LINK_MINUTES") ? 0 : 1);
  }
})();
JAVASCRIPT
node resolve.cjs
