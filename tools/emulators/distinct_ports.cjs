// Loaded into firebase-tools before anything else: no port is given out twice within a minute, and
// two programs that discover functions at the same time do so at ports far apart.
//
// The functions emulator draws the port of each Python process from a thousand, and asks portfinder
// whether it is free. The process listens there some seconds later, until when the port still looks
// free. Should another function draw the same one, its process could not listen, and the first
// function would answer in its place. Discovery is asked at the first free port from 8081 on: of two
// programs that begin together, the second one took the first one's functions for its own.
'use strict';
const portfinder = require('portfinder');

const HELD_MS = 60_000; // longer than a process takes to listen, on a busy machine too
const DISCOVERY = 8081; // `discoverBuild` of firebase-tools' deploy/functions/runtimes/python
const OWN = 21_000 + (process.pid % 9000); // away from the ports of emulators
const held = new Set();
const find = portfinder.getPortPromise;

portfinder.getPortPromise = async (options = {}) => {
  const from = options.port === DISCOVERY ? OWN : options.port;
  let port = await find({ ...options, ...(from && { port: from }) });
  while (held.has(port)) port = await find({ ...options, port: port + 1 });
  held.add(port);
  setTimeout(() => held.delete(port), HELD_MS).unref();
  return port;
};
