#!/usr/bin/env bash
# firebase-tools 15.34.2: where nobody can be asked, a first deployment of functions fails after it succeeded.
#
# After all functions are deployed, firebase-tools looks for a policy that removes old images of their builds. A
# region that functions are deployed to for the first time has none. `firebase deploy --non-interactive` then ends as
# failed, with everything deployed; a pipeline stops before what should follow. With --force it sets a policy up, and
# --force also deletes functions that have no source any more.
#
# Seen: "Functions successfully deployed but could not set up cleanup policy in location asia-south1", thrown as an
# error; with force: 1, the days that images are kept. Exits with 1 when that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > /dev/null
npm install --no-audit --no-fund --silent firebase-tools@15.34.2
cat > policy.cjs <<'JAVASCRIPT'
const { promptForCleanupPolicyDays } = require("firebase-tools/lib/deploy/functions/prompts");
const { version } = require("firebase-tools/package.json");

(async () => {
  console.log("firebase-tools", version);
  const forced = await promptForCleanupPolicyDays({ nonInteractive: true, force: true }, ["asia-south1"]);
  console.log("forced:", forced);
  try {
    console.log("not forced:", await promptForCleanupPolicyDays({ nonInteractive: true }, ["asia-south1"]));
    process.exit(1);
  } catch (err) {
    console.log("not forced:", err.message);
    process.exit(forced === 1 && err.message.startsWith("Functions successfully deployed but") ? 0 : 1);
  }
})();
JAVASCRIPT
node policy.cjs
