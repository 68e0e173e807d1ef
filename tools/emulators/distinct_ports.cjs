// Loaded into firebase-tools before anything else: no port is given out twice within a minute.
//
// The functions emulator draws the port of each Python process from a thousand, and asks portfinder
// whether it is free. The process listens there some seconds later, until when the port still looks
// free. Should another function draw the same one, its process could not listen, and the first
// function would answer in its place.
'use strict';
const portfinder = require('portfinder');

const HELD_MS = 60_000; // longer than a process takes to listen, on a busy machine too
const held = new Set();
const find = portfinder.getPortPromise;

portfinder.getPortPromise = async (options = {}) => {
  let port = await find({ ...options });
  while (held.has(port)) port = await find({ ...options, port: port + 1 });
  held.add(port);
  setTimeout(() => held.delete(port), HELD_MS).unref();
  return port;
};
