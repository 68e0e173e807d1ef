// Loaded into firebase-tools before anything else: an object's metadata can be changed, as in Cloud
// Storage.
//
// The Storage emulator answers 501 to PATCH /storage/v1/b/.../o/..., which is what Google's client
// libraries send, though it has the same call without /storage/v1. And it keeps an object's download
// tokens when all its metadata is set to null, which takes them away in Cloud Storage.
'use strict';
const Module = require('node:module');

const load = Module._load;
let mended = false;

Module._load = function (request, parent, ...rest) {
  const loaded = load.call(this, request, parent, ...rest);
  if (request === './apis/gcloud' && !mended) {
    mended = true;
    mendAddress(loaded);
    mendUpdate(parent.require('./metadata').StoredFileMetadata.prototype);
  }
  return loaded;
};

function mendAddress(api) {
  const create = api.createCloudEndpoints;
  api.createCloudEndpoints = (emulator) => {
    const endpoints = create(emulator);
    return (req, res, next) => {
      if (req.method === 'PATCH') req.url = req.url.replace(/^\/storage\/v1\/b\//, '/b/');
      endpoints(req, res, next);
    };
  };
}

function mendUpdate(stored) {
  const update = stored.update;
  stored.update = function (incoming, ...rest) {
    if (incoming.metadata === null) this.downloadTokens = [];
    return update.call(this, incoming, ...rest);
  };
}
